#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs each for a while, from its corpus; prints a line each.
# usage: tests/fuzz/run.sh [--seconds N | --nightly] [--seed S] [NAME]…      60 s each from the same seed every time;
#                                                                          --nightly: an hour, from another seed
# What breaks a parser is left in tests/fuzz/broken/NAME: put it into corpus/NAME when it is mended.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=60 seed=1
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --nightly) seconds=3600 seed=$((RANDOM + 1)); shift ;;
    --seed) seed=$2; shift 2 ;;
    -*) echo "tests/fuzz/run.sh: what is '$1'?" >&2; exit 2 ;;
    *) break ;;
  esac
done
command -v clang++ >/dev/null || { echo "skipped: clang is not installed"; exit 77; }
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz_all
if [ $# -eq 0 ]; then
  mapfile -t names < <(cd tests/fuzz && printf "%s\n" *_fuzz.cpp | sed "s/_fuzz.cpp//")
  set -- "${names[@]}"
fi

run() { # NAME: found inputs go to a folder of the build, so that the corpus grows only by hand
  local name=$1 found=build-fuzz/found/$1 broken=tests/fuzz/broken/$1
  mkdir -p "$found" "$broken"
  if build-fuzz/tests/fuzz/fuzz_"$name" -seed="$seed" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$broken/" "$found" "tests/fuzz/corpus/$name" >"build-fuzz/$name.log" 2>&1; then
    rmdir -p --ignore-fail-on-non-empty "$broken"
    printf '%-10s %12s inputs, nothing broke\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "build-fuzz/$name.log")"
  else
    tail -n 60 "build-fuzz/$name.log"
    echo "$name: BROKEN by $(ls "$broken") (seed $seed)"
    return 1
  fi
}
export -f run
export seconds seed UBSAN_OPTIONS=halt_on_error=1 ASAN_OPTIONS=detect_leaks=1 \
  LSAN_OPTIONS=suppressions=$PWD/tests/support/leaks.txt:print_suppressions=0
printf '%s\0' "$@" | xargs -0 -P "$(nproc)" -I NAME bash -c 'run NAME'
