#!/usr/bin/env bash
# Installs what the tests need, builds everything under the address and undefined sanitizers, runs every test.
# usage: tests/run.sh [NAME]      NAME: one part, as `ctest --print-labels` lists them (base, journal, hub, …)
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/install.sh build run headless test
cmake --preset asan >/dev/null
cmake --build --preset asan
if [ $# -gt 0 ]; then
  set -- --label-regex "^$1\$" --no-tests=error
fi
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1} UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
exec ctest --test-dir build-asan --output-on-failure --parallel "$(nproc)" "$@"
