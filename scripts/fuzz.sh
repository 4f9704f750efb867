#!/bin/sh
# Tries to break the reader of .t7 files: scripts/fuzz.sh MINUTES [COPIES]
# COPIES changed copies (20,000 unless told) of files of Torch7's, then libFuzzer for MINUTES. Stops at what it finds.
# Or calls what packages offer with right and wrong values: scripts/fuzz.sh calls ROUNDS [FIRST]
# TH: another th, such as one with the address sanitizer.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "$TH" ]; then
  TH=.build/release/th
  swift build -c release --product th >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
fi

if [ "$1" = calls ]; then
  # Sizes that no machine has are refused; a limit makes sure of those that some have. The sanitizer has one of its own.
  [ "$TH" = .build/release/th ] && ulimit -v 4000000 2>/dev/null
  $TH scripts/fuzz/calls.lua "${2:-20000}" "${3:-1}" "$work"
  status=$?
  [ $status -gt 1 ] && echo "fuzz: ended with $status in round $(cat "$work/round")"
  exit $status
fi
minutes=${1:?usage: scripts/fuzz.sh MINUTES [COPIES]} copies=${2:-20000}
files=$(ls Tests/goldens/t7/original/* ../shared/data/t7/* 2>/dev/null)
ls ../shared/data/t7/* >/dev/null 2>&1 || echo 'fuzz: without the files of ../shared/data/t7, which is not there'

# shellcheck disable=SC2086
if ! $TH scripts/fuzz.lua "$copies" 1 "$work/input" $files; then
  cp "$work/input" fuzz-failure.t7 && echo 'fuzz: the file is fuzz-failure.t7'
  exit 1
fi

[ "$minutes" = 0 ] && exit
swift build -c release --package-path Tests/Fuzz --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer,address \
  >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
mkdir "$work/corpus"
for file in $files; do
  # Small ones only: the fuzzer makes what it needs from them.
  [ "$(wc -c <"$file")" -lt 16384 ] && cp "$file" "$work/corpus/"
done
ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=0 .build-fuzz/release/t7fuzz -max_total_time=$((minutes * 60)) \
  -max_len=16384 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix=fuzz- "$work/corpus" >"$work/log" 2>&1 \
  || { tail -60 "$work/log"; exit 1; }
tail -8 "$work/log" | grep -E 'number_of_executed_units|peak_rss'
