#!/bin/sh
# karpathy/char-rnn, unchanged, with its default network: the losses that Torch7 printed on tinyshakespeare; and, where there
# is a Torch7 to ask, checkpoints of each sampled and trained on by the other with the same characters and losses.
# Tests/interop/char_rnn.sh SCONCE_TH CHAR_RNN_FOLDER TINYSHAKESPEARE.TXT [TORCH7_TH]
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$2/." "$work" && mkdir -p "$work/data/text" && cp "$3" "$work/data/text/input.txt" || exit 1
cd "$work" || exit 1

# The losses of 20 steps, one a line: losses NAME TH [OPTION…]
losses() {
  name=$1 th=$2; shift 2
  $th train.lua -data_dir data/text -seed 123 -gpuid -1 -max_epochs 0.05 -eval_val_every 20 -checkpoint_dir "$name" "$@" \
    >"$name.log" 2>&1 || { cat "$name.log"; exit 1; }
  sed -n 's/.*train_loss = \([0-9.]*\),.*/\1/p' "$name.log" | head -20 >"$name.losses"
  mv "$name"/*.t7 "$name.t7" || exit 1
}
near() {
  paste "$1" "$2" | awk -v what="$3" '
    { d = $1 - $2; if (NF != 2 || d > 1e-4 || d < -1e-4) { print what ": step " NR ": " $1 ", expected " $2; bad = 1 } }
    END { if (NR != 20) { print what ": " NR " losses of 20"; bad = 1 } exit bad }' || exit 1
}
sample() { $1 sample.lua "$2" -gpuid -1 -seed 5 -length 300 -temperature 0.5 -verbose 0 >"$3" 2>&1 || { cat "$3"; exit 1; }; }

losses ours "$1"
near ours.losses "$here/char_rnn.losses" 'the losses recorded from Torch7'
losses resumed "$1" -init_from ours.t7
awk 'NR == 1 && $1 > 3.5 { print "resumed: starts from nothing, at " $1; exit 1 }' resumed.losses || exit 1
sample "$1" ours.t7 ours.text
[ "$(wc -c <ours.text)" -gt 300 ] || { echo "sampled: $(wc -c <ours.text) characters of 300"; exit 1; }
if [ -n "$4" ]; then
  losses torch7 "$4"
  near torch7.losses ours.losses 'Torch7 now'
  for checkpoint in ours torch7; do
    sample "$1" $checkpoint.t7 a.text
    sample "$4" $checkpoint.t7 b.text
    cmp a.text b.text || exit 1
  done
  losses other "$4" -init_from ours.t7
  near resumed.losses other.losses 'resumed'
fi
echo 'char-rnn: the same losses and characters'
