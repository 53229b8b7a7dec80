#!/usr/bin/env bash
# The sources pass the checks of .clang-tidy.
# usage: tests/lint/tidy.sh BUILD [FOLDER…]      BUILD: a configured build folder; default folder: core, since
#                                                the programs take a quarter of an hour more
set -euo pipefail
build=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- core
git ls-files -- "${@/%//*.cpp}" |
  xargs -P "$(nproc)" -n 4 clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option 2>/dev/null
