#!/usr/bin/env bash
# Hands and keys that do not know what they do, on the real terminal with its hub: taps where something answers and
# anywhere, drags, hammering, every key of a keyboard. Afterwards the terminal lives, has grown by little, stands at
# Welcome for the next guest by itself, and the hub has no fewer answers than visits that came to their end, and no
# more than the screen thanked for, each once.
# usage: tests/faults/monkey.sh BUILD [--seconds N] [--seed S]      prints a row of the campaign's table
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
shift
seconds=30 seed=$RANDOM
cd "$(dirname "$0")/../.."
# shellcheck source=tests/faults/shop.sh
. tests/faults/shop.sh
# shellcheck source=tests/faults/shop_hub.sh
. tests/faults/shop_hub.sh
options seconds "$@"
most_kib=$((160 * 1024)) longest_wait=240 # its memory; more time (2 min) and the warning after it
RANDOM=$seed

keys=(Left Right Up Down Return space Escape Tab BackSpace Delete F1 Pause a z 7 plus at alt+F4 ctrl+c super Menu
  Page_Down Home XF86AudioRaiseVolume XF86AudioLowerVolume)
spots=()

look() { # the middles of all that answers just now
  mapfile -t spots < <(screen_now | jq -r '.targets[] | "\(.x + .w / 2 | floor) \(.y + .h / 2 | floor)"' 2>/dev/null)
}
spot() { # mostly where something answers
  if [ ${#spots[@]} -gt 0 ] && [ $((RANDOM % 5)) -gt 0 ]; then
    echo "${spots[RANDOM % ${#spots[@]}]}"
  else
    echo "$((RANDOM % 1280)) $((RANDOM % 800))"
  fi
}
act() { # one line of xdotool's
  local at
  at=$(spot)
  case $((RANDOM % 10)) in
    0) echo "key ${keys[RANDOM % ${#keys[@]}]}" ;;
    1) echo "mousemove $at mousedown 1 mousemove $(spot) mouseup 1" ;;
    2) echo "mousemove $at click --repeat 6 --delay 40 1" ;;
    3) echo "mousemove $at mousedown 1 sleep 0.6 mouseup 1" ;;
    *) echo "mousemove $at click 1" ;;
  esac
}
# Only where no sanitizer keeps what was freed.
has_grown() { ! grep -q '^FAREWELL_SANITIZE:.*=.' "$build/CMakeCache.txt" && [ "$(memory_kib)" -gt $most_kib ]; }
memory_kib() { awk '/^Pss:/ { print $2 }' "/proc/$terminal/smaps_rollup"; }
is_ready_for_the_next_guest() { # nothing lies over Welcome, and it is in the shop's language again
  screen_now | jq -e '.name == "welcome" and .over == "" and any(.targets[]; .label == "Good")' >/dev/null
}
waits_for_the_next_guest() {
  local end=$((SECONDS + longest_wait))
  until is_ready_for_the_next_guest; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.5
  done
}
hub_has_every_answer() {
  local rows ids thanked ended
  rows=$(hub_rows | jq length)
  ids=$(hub_rows | jq 'map(.id) | unique | length')
  thanked=$(thanks_on_screen) ended=$(turns any goodbye)
  echo "thanked $thanked, ended $ended, at the hub $rows, different $ids" >"$work/counts"
  [ "$rows" -eq "$ids" ] && [ "$rows" -le "$thanked" ] && [ "$rows" -ge "$ended" ]
}

began=$SECONDS actions=0 failures=0
broken() { failures=1 && echo "FAILED monkey: $1" && echo "  $0 $build --seconds $seconds --seed $seed"; }
hub_port=$(free_port) hub_url=http://127.0.0.1:$hub_port
start_display
start_hub
make_site
start_enrolled_terminal "$hub_url"
while [ $((SECONDS - began)) -lt "$seconds" ] && kill -0 "$terminal" 2>/dev/null; do
  look
  for ((i = 0; i < 8; i++)); do act; done | xdotool - >/dev/null 2>&1 || true
  actions=$((actions + 8))
done
if ! kill -0 "$terminal" 2>/dev/null; then
  broken "the terminal ended"
elif ! waits_for_the_next_guest; then
  broken "it does not go back to Welcome"
elif ! happy_visit; then
  broken "the next guest cannot answer"
elif has_grown; then
  broken "its memory has grown to $(memory_kib) KiB"
else
  wait_until 200 "all answers' acknowledgement" all_acknowledged
  hub_has_every_answer || broken "answers are missing or twice: $(cat "$work/counts")"
fi
echo "| hands and keys at random for $seconds s | $actions | $failures | $((SECONDS - began)) |"
[ $failures -eq 0 ]
