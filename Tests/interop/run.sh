#!/bin/sh
# Files that Sconce writes, read by Torch7 and by PyPI's torchfile, element by element, and modules that compute the same:
# Tests/interop/run.sh SCONCE_TH TORCH7_TH PYTHON
cd "$(dirname "$0")" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" write.lua "$work" || exit 1
dump() { "$@" >"$work/out" || exit 1; sed 's/[[:space:]]*$//' "$work/out"; }
dump "$1" elements.lua "$work/all.t7" binary >"$work/ours"
dump "$1" elements.lua "$work/all.txt" ascii >"$work/ours-ascii"
dump "$2" elements.lua "$work/all.t7" binary >"$work/torch7"
dump "$2" elements.lua "$work/all.txt" ascii >"$work/torch7-ascii"
dump "$3" elements.py "$work/all.t7" >"$work/torchfile"
for other in ours-ascii torch7 torch7-ascii torchfile; do
  diff "$work/ours" "$work/$other" || { echo "$other: not the same"; exit 1; }
done
echo "the same: $(wc -w <"$work/ours") words, four ways"
# Modules of each package, from either to the other.
cd ../.. || exit 1
for suite in nn nngraph dpnn nnx rnn; do
  "$1" Tests/interop/modules.lua write "$work/ours.t7" $suite && "$2" Tests/interop/modules.lua check "$work/ours.t7" $suite &&
    "$2" Tests/interop/modules.lua write "$work/torch7.t7" $suite && "$1" Tests/interop/modules.lua check "$work/torch7.t7" $suite ||
    exit 1
done
