#!/bin/sh
# Do the tests notice? Flips operators of kernels and layers, one at a time, in a copy of what is committed, and runs the tests:
# scripts/mutate.sh [OPERATORS [SEED [FOLDER]]]. 30 operators and seed 1 unless told. FOLDER keeps the copy and what is built.
# Says of each whether it was caught, and by which line. What does not compile is not counted. Fails when more than one in ten
# goes unnoticed. Takes about a minute for each operator of Swift.
cd "$(dirname "$0")/.." || exit 1
count=${1:-30} seed=${2:-1} folder=$3
if [ -z "$folder" ]; then
  folder=$(mktemp -d) || exit 1
  trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder" && git archive HEAD | tar -x -C "$folder" && cp scripts/mutations.py "$folder/scripts" && cd "$folder" || exit 1
log=$folder/log.txt
swift build -c release >"$log" 2>&1 || { cat "$log"; exit 1; }
cp .build/release/th th.unchanged

# The scripts of folders of tests pass; else the first line that complains goes to the log.
passes() {
  # shellcheck disable=SC2046
  timeout 300 $th Tests/lua/run.lua $(find "$@" -name '*.lua' | sort) >"$log" 2>&1 && grep -q '^[0-9]* passed, 0 failed$' "$log"
}
# All that may notice, the likeliest first.
unnoticed() {
  passes Tests/lua/nn && scripts/recorded.sh $th Tests/goldens/text/modules.lua >"$log" &&
    passes Tests/lua/torch Tests/lua/optim && passes Tests/lua/nngraph && passes Tests/lua/rnn Tests/lua/dpnn || return 1
  case $1 in *.lua) return 0 ;; esac
  timeout 900 swift test -c release --disable-testable-imports --disable-xctest >"$log" 2>&1
}

th=.build/release/th
unnoticed unchanged </dev/null || { echo 'without a change already:'; cat "$log"; exit 1; }

tried=0 caught=0
python3 scripts/mutations.py "$seed" >mutations.txt || exit 1
while [ "$tried" -lt "$count" ] && read -r mutation; do
  file=${mutation%%:*}
  cp "$file" original.txt
  echo "$mutation"
  python3 scripts/mutations.py --apply "$mutation" || exit 1
  built=yes
  case $file in
    *.lua) th=./th.unchanged SCONCE_LUA=lua; export SCONCE_LUA ;;
    *) th=.build/release/th; unset SCONCE_LUA; swift build -c release --product th >"$log" 2>&1 || built= ;;
  esac
  if [ -z "$built" ]; then
    echo '  does not compile: not counted'
  else
    tried=$((tried + 1))
    if unnoticed "$file" </dev/null; then
      echo '  NOT CAUGHT'
    else
      caught=$((caught + 1))
      echo "  caught: $(grep -E '✘|^Tests/|[Ff]atal|^[<>]|error:' "$log" | head -1 | cut -c1-150)"
    fi
  fi
  cp original.txt "$file"
done <mutations.txt
echo "$caught of $tried caught"
[ $((caught * 10)) -ge $((tried * 9)) ]
