#!/usr/bin/env bash
# The check on the checks: each patch under mutants/ is a fault put into the product on purpose, which the campaign must
# catch by the part that the patch names. Applied one by one in a worktree of their own, built, tried, taken back.
# usage: tests/faults/mutants.sh [--scratch FOLDER] [NAME…]        NAME: a patch's, without .patch; all without one
# The scratch folder (a temporary one by default) keeps its build, so that a second run need not begin anew.
set -euo pipefail
cd "$(dirname "$0")/../.."
source=$PWD

scratch=
if [ "${1:-}" = --scratch ]; then
  scratch=$(realpath -m "$2")
  shift 2
fi
if [ -z "$scratch" ]; then
  scratch=$(mktemp -d)
  trap 'git -C "$source" worktree remove --force "$scratch/tree"; rm -rf "$scratch"' EXIT
fi
tree=$scratch/tree build=$scratch/build
mkdir -p "$scratch"
if [ -d "$tree" ]; then
  git -C "$tree" checkout -q --detach "$(git rev-parse HEAD)" -- && git -C "$tree" checkout -q .
else
  git worktree add -q --detach "$tree" HEAD
fi
cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O0 -g1" -DFAREWELL_TESTS=ON \
  -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" >"$scratch/cmake.log"

if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then export TMPDIR=/dev/shm; fi
if [ $# -eq 0 ]; then
  for patch in "$source"/tests/faults/mutants/*.patch; do set -- "$@" "$(basename "$patch" .patch)"; done
fi

missed=0
try() { # NAME
  local patch=$source/tests/faults/mutants/$1.patch caught_by program began=$SECONDS what
  caught_by=$(sed -n 's/^Caught by: //p' "$patch")
  program=${caught_by%% *}
  git -C "$tree" apply "$patch" || return 1
  if ! ninja -C "$build" "fault_$program" >"$scratch/build.log" 2>&1; then
    what="it does not build: $(grep -m1 error: "$scratch/build.log")"
  elif # shellcheck disable=SC2086 # the rest of the line are its options
    timeout 900 "$build/tests/faults/fault_$program" ${caught_by#"$program"} --seed 1 >"$scratch/said" 2>/dev/null; then
    what="NOT CAUGHT by $caught_by"
  else
    what=$(sed -n 's/^FAILED //p' "$scratch/said" | head -n 1)
  fi
  git -C "$tree" checkout -q .
  echo "| $1 | ${what:-it ended badly} | $((SECONDS - began)) |"
  case $what in "NOT CAUGHT"* | "it does not build"* | "") return 1 ;; esac
}

echo "| put in on purpose | what the campaign says | seconds |"
echo "| --- | --- | --- |"
for name in "$@"; do try "$name" || missed=$((missed + 1)); done
[ $missed -eq 0 ] || echo "$missed of $# are not caught"
[ $missed -eq 0 ]
