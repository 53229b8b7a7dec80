#!/usr/bin/env bash
# The fault campaign: every program of it, a table of what was tried, and what failed with the command that repeats it.
# usage: tests/faults/run.sh [--nightly] [BUILD]
# Without --nightly as many tries as fit into some minutes; with it those of a night (about three hours on 2 cores).
# BUILD is a build folder with the tests (build-dev by default). The table and the failures are kept in BUILD/faults.
set -euo pipefail

nightly=no
if [ "${1:-}" = --nightly ]; then nightly=yes && shift; fi
source=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "${1:-$source/build-dev}" && pwd)
programs=$build/tests/faults
kept=$build/faults
mkdir -p "$kept"
: >"$kept/failures"

# Journals and stores in memory: nothing here waits for a disk, and power cuts are made.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then export TMPDIR=/dev/shm; fi

status=0
try() { # COMMAND…: its row goes into the table, what failed to the failures, all it says into the log
  echo "${*##*/}" >>"$kept/log"
  "$@" >"$kept/said" 2>>"$kept/log" || status=1
  cat "$kept/said" >>"$kept/log"
  grep '^|' "$kept/said" | tee -a "$kept/table" || true
  grep -A1 '^FAILED' "$kept/said" >>"$kept/failures" || true
}

run() { # PROGRAM TRIES NIGHTLY_TRIES [OPTION…]
  local program=$1 tries=$2
  [ $nightly = no ] || tries=$3
  shift 3
  try "$programs/fault_$program" --tries "$tries" "$@"
}

kill_at_random() { # the terminal's journal, in the middle of whatever it does
  local kills=50 failures=0 began=$SECONDS
  [ $nightly = no ] || kills=1000
  FAREWELL_KILLS=$kills "$programs/test_journal_kill" "killed again and again*" >"$kept/said" 2>>"$kept/log" || failures=1
  cat "$kept/said" >>"$kept/log"
  echo "| the terminal SIGKILLed at random | $kills | $failures | $((SECONDS - began)) |" | tee -a "$kept/table"
  [ $failures -eq 0 ] || { status=1 && grep -m1 '^seed' "$kept/said" >>"$kept/failures"; }
}

shop_killed_at_random() { # the programs themselves, under taps
  local tries=30
  [ $nightly = no ] || tries=1000
  try "$source/tests/faults/killed_at_random.sh" "$build" --tries $tries
}

hands_at_random() {
  local seconds=60
  [ $nightly = no ] || seconds=3600
  try "$source/tests/faults/monkey.sh" "$build" --seconds $seconds
}

: >"$kept/log"
{
  echo "| fault | tries | failures | seconds |"
  echo "| --- | --- | --- | --- |"
} | tee "$kept/table"
run power_cut 2000 100000
run disk 1000 2500
kill_at_random
shop_killed_at_random
run damage 1000 10000
run history 600 1200
run same_batch 150 1000 --part same
run same_batch 50 500 --part killed
run network 2000 10000
hands_at_random

if [ $status -ne 0 ]; then
  echo
  echo "What failed, and how to see it again (programs lie in $programs):"
  cat "$kept/failures"
fi
exit $status
