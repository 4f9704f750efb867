#!/bin/sh
# Installs th: scripts/install.sh [PREFIX], ~/.local if it is not said. One file, PREFIX/bin/th, which may be moved or copied:
# Swift's libraries and the Lua files are in it. It needs no Swift to run, but Lua's library (liblua5.4).
set -e
prefix=${1:-$HOME/.local}
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/scripts/needs.sh"
need liblua5.4-dev lua-filesystem lua-cjson lua-penlight liblapacke libopenblas0-openmp
swift build --package-path "$top" -c release --product th --static-swift-stdlib --scratch-path "$top/.build-static"
mkdir -p "$prefix/bin"
# Beside it first, then renamed: a th that is running, or an interrupted copy, does no harm.
install -m 755 -s "$top/.build-static/release/th" "$prefix/bin/th.new"
mv "$prefix/bin/th.new" "$prefix/bin/th"
"$prefix/bin/th" --version
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "$prefix/bin is not on PATH" ;;
esac
