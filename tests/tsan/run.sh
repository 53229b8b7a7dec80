#!/usr/bin/env bash
# The parts with threads, built and run under the thread sanitizer: a test of tests/run.sh of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset tsan >/dev/null
cmake --build --preset tsan --target test_journal test_sync test_hub test_contract test_kiosk
ctest --test-dir build-tsan --output-on-failure --parallel "$(nproc)" --label-regex '^(journal|sync|hub|contract|kiosk)$' \
  --no-tests=error
