#!/usr/bin/env bash
# The parts with threads, built and run under the thread sanitizer, and the hub under 64 connections at once: a test of
# tests/run.sh of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
parts=(journal sync kiosk_runtime kiosk_hub hub contract)
cmake --preset tsan >/dev/null
cmake --build --preset tsan --target "${parts[@]/#/test_}" fault_same_batch
export TSAN_OPTIONS=${TSAN_OPTIONS:-suppressions=$PWD/tests/support/tsan.txt}
labels=$(IFS='|'; echo "${parts[*]}")
# Minutes of one thread: damage to a file that nothing else has open, and a connection that repeats itself.
one_thread='turned over|wiped out|cut off at any page|ten thousand replays'
ctest --test-dir build-tsan --output-on-failure --parallel "$(nproc)" --label-regex "^($labels)\$" \
  --exclude-regex "$one_thread" --no-tests=error
build-tsan/tests/faults/fault_same_batch --tries 20 --part same
