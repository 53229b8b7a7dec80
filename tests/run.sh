#!/usr/bin/env bash
# Installs what the tests need, builds everything under the address and undefined sanitizers, runs the tests.
# usage: tests/run.sh [NAME]      NAME: one part, as `ctest --print-labels` lists them (base, journal, hub, …)
# Without a NAME, all parts but deploy, which makes a fresh Debian 12 root to install the packages in, and with which
# an hour of 2 cores would not be enough.
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/install.sh build run headless test
[ -d tests/browser/node_modules/survey-core ] || npm ci --prefix tests/browser --no-audit --no-fund --silent ||
  echo "tests/run.sh: npm's registry gave nothing: the tests with a browser are skipped" >&2
cmake --preset asan >/dev/null
cmake --build --preset asan
if [ $# -gt 0 ]; then
  set -- --label-regex "^$1\$" --no-tests=error
else
  set -- --label-exclude '^deploy$'
fi
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$PWD/tests/support/leaks.txt:print_suppressions=0}
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1} UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
exec ctest --test-dir build-asan --output-on-failure --parallel "$(nproc)" "$@"
