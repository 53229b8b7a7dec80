#!/usr/bin/env bash
# The product's sources pass the checks of .clang-tidy.
# usage: tests/lint/tidy.sh BUILD      BUILD: a configured build folder, for its compile_commands.json
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
git ls-files 'core/*.cpp' 'app/*.cpp' |
  xargs -P "$(nproc)" -n 4 clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option 2>/dev/null
