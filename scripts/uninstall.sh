#!/bin/sh
# Removes what scripts/install.sh has installed: scripts/uninstall.sh [PREFIX], ~/.local if it is not said.
prefix=${1:-$HOME/.local}
if [ ! -e "$prefix/bin/th" ]; then
  echo "there is no $prefix/bin/th" >&2
  exit 1
fi
# Another program may bear the name.
case $("$prefix/bin/th" --version 2>/dev/null </dev/null) in
  "Sconce "*) rm "$prefix/bin/th" && echo "removed $prefix/bin/th" ;;
  *) echo "$prefix/bin/th is not Sconce's" >&2; exit 1 ;;
esac
