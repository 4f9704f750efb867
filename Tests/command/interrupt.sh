#!/bin/sh
# Starts th on a script that does not end, and sends it SIGINT once it is under way: interrupt.sh TH PLACE
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
mkfifo "$folder/input"
# A background job of a shell ignores SIGINT unless it is told otherwise.
env --default-signal=INT "$1" Tests/command/interrupt.lua "$2" <"$folder/input" >"$folder/output" 2>&1 &
th=$!
exec 3>"$folder/input"
while ! grep -q ready "$folder/output"; do sleep 0.05; done
sleep 0.2
kill -INT $th
wait $th
status=$?
cat "$folder/output"
exit $status
