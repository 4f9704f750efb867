#!/bin/sh
# Runs a script of Tests/goldens/text or programs and shows where it prints otherwise than the original did: scripts/recorded.sh TH SCRIPT
output=$(mktemp) || exit 1
trap 'rm -f "$output"' EXIT
"$1" "$2" >"$output" 2>&1 </dev/null
diff "${2%.lua}.expected.txt" "$output"
