#!/bin/sh
# Runs a script whose comments `--> TEXT` carry what it prints, and shows where it prints otherwise.
# scripts/printed.sh TH SCRIPT
expected=$(mktemp) && output=$(mktemp) || exit 1
trap 'rm -f "$expected" "$output"' EXIT
sed -n 's/^--> \{0,1\}//p' "$2" >"$expected"
"$1" "$2" >"$output" 2>&1 </dev/null
diff "$expected" "$output"
