#!/usr/bin/env bash
# The layout proof (every screen, language, panel and text mode) and the golden pictures, built as they ship: a test of
# tests/run.sh of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset release-tests >/dev/null
cmake --build --preset release-tests --target test_proof test_golden
ctest --test-dir build-release --output-on-failure --parallel "$(nproc)" --label-regex '^(proof|golden)$' --no-tests=error
