#!/bin/sh
# Says so where a script's memory grows as it goes on: after 10,000 steps the most that was resident may be 5 % above what it
# was after 1,000, and a megabyte, the collector's play: Lua lets its heap double before it looks for the first time.
# scripts/flat.sh TH SCRIPT; the script takes a seed and the number of steps.
peak() { "$1" Tests/memory/peak.lua "$2" 1 "$3" 2>&1 >/dev/null </dev/null | tail -1; }
early=$(peak "$1" "$2" 1000) late=$(peak "$1" "$2" 10000)
awk -v early="$early" -v late="$late" 'BEGIN {
  if (early !~ /^[0-9]+$/ || late !~ /^[0-9]+$/) print "expected kilobytes, got " early " and " late
  else if (late > 1.05 * early + 1024) print early " kB after 1,000 steps, " late " kB after 10,000"
}'
