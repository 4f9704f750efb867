#!/bin/sh
# Records what the scripts in Tests/goldens/text print: Tests/goldens/make/text.sh TH [NAME …], with the original's th, in
# the project's folder. NAME.lua gets NAME.expected.txt beside it.
th=$1
shift
for name in ${*:-$(basename -s .lua Tests/goldens/text/*.lua)}; do
  "$th" "Tests/goldens/text/$name.lua" >"Tests/goldens/text/$name.expected.txt" || echo "$name: failed"
done
