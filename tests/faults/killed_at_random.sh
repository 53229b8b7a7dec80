#!/usr/bin/env bash
# Terminal and hub, the real programs under real taps, killed at random, one or both, in the middle of traffic. What
# the screen thanked for is at the hub in the end, in order, each answer once, and nothing that nobody tapped. A tap
# that was killed before the screen could thank may be there or not.
# usage: tests/faults/killed_at_random.sh BUILD [--tries N] [--seed S]      prints a row of the campaign's table
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
shift
tries=12 seed=$RANDOM
cd "$(dirname "$0")/../.."
# shellcheck source=tests/faults/shop.sh
. tests/faults/shop.sh
# shellcheck source=tests/faults/shop_hub.sh
. tests/faults/shop_hub.sh
options tries "$@"
RANDOM=$seed
taps=$work/taps slowest=0
faces=(Lovely Good Okay) values=(5 4 3) # neighbours differ, so that an answer is known by its place

tap_face() { # into the ledger of taps, before it is made: VALUE, and later whether the screen thanked for it
  echo "${values[$1]}" >>"$taps"
  tap "${faces[$1]}"
}
was_thanked() { [ "$(screen_now | jq -r .name)" = change ] && sed -i '$s/$/ thanked/' "$taps"; }
perhaps() { [ $((RANDOM % $1)) -eq 0 ]; }
a_moment() { sleep "0.$(printf %03d $((RANDOM % 500)))"; }

kill_hub() {
  kill -KILL "$hub"
  wait "$hub" 2>/dev/null || true
}
start_terminal_again() {
  local began=$EPOCHREALTIME took
  start_terminal
  took=$((${EPOCHREALTIME/./} - ${began/./}))
  [ $took -le $slowest ] || slowest=$took
}

visit() { # NUMBER: and something dies in it, or soon after
  local victim=$((RANDOM % 3))
  tap_face $(($1 % 3)) &
  local hand=$!
  a_moment
  [ $victim -eq 0 ] || kill_hub
  if [ $victim -ne 1 ]; then
    was_thanked || true
    kill_terminal
  fi
  wait $hand || true
  [ $victim -eq 0 ] || start_hub
  if [ $victim -ne 1 ]; then
    start_terminal_again
    return
  fi
  wait_for_screen change 20 && was_thanked
  if perhaps 2; then
    tap "Waiting time"
    tap Done
  else
    tap Skip
  fi
  wait_for_screen goodbye 20
  tap "All done"
  wait_for_screen welcome 20
}

# Every answer at the hub is a tap, in the order of taps, and every tap that was thanked for is there. Values repeat, so
# all ways are followed in which the answers could be the taps: `can[n]`, the first n of them are accounted for.
hub_has_what_was_thanked() {
  hub_rows | jq -r 'sort_by(.number)[] | "\(.id) \(.satisfaction.value)"' >"$work/rows"
  [ "$(cut -d' ' -f1 "$work/rows" | sort | uniq -d | wc -l)" -eq 0 ] || return 1
  cut -d' ' -f2 "$work/rows" | awk -v taps="$taps" '
    { row[++rows] = $1 }
    END {
      can[0] = 1
      for (least = 0; (getline line < taps) > 0; number++) {
        split(line, tap, " ")
        for (n = least < rows ? number + 1 < rows ? number + 1 : rows : rows; n >= least; n--) {
          stored = n > 0 && can[n - 1] && row[n] == tap[1]
          can[n] = stored || (can[n] && tap[2] != "thanked")
        }
        while (least <= rows && !can[least]) least++
        if (least > rows) {
          print "tap " number + 1 ", \"" line "\", is missing or has something before it that nobody tapped" >"/dev/stderr"
          exit 1
        }
      }
      exit !can[rows]
    }'
}

began=$SECONDS failures=0
hub_port=$(free_port) hub_url=http://127.0.0.1:$hub_port
start_display
start_hub
make_site
start_enrolled_terminal "$hub_url"
for ((i = 0; i < tries; i++)); do visit $i; done
wait_until 200 "their acknowledgement" all_acknowledged
if ! hub_has_what_was_thanked; then
  failures=1
  echo "FAILED killed_at_random: what the hub has is not what the screen thanked for"
  echo "  $0 $build --tries $tries --seed $seed"
  paste "$taps" "$work/rows" >&2
fi
echo "| terminal and hub SIGKILLed at random under taps (slowest start $((slowest / 1000)) ms) | $tries | $failures | $((SECONDS - began)) |"
[ $failures -eq 0 ]
