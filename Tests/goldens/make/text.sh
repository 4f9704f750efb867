#!/bin/sh
# Records what the scripts in Tests/goldens/text and Tests/goldens/programs print: Tests/goldens/make/text.sh TH [SCRIPT …],
# with the original's th, in the project's folder. NAME.lua gets NAME.expected.txt beside it.
th=$1
shift
for script in ${*:-Tests/goldens/text/*.lua Tests/goldens/programs/*.lua}; do
  "$th" "$script" >"${script%.lua}.expected.txt" || echo "$script: failed"
done
