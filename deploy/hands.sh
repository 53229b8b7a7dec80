# Sourced, not run. A customer's hands on a running terminal: real pointer events (xdotool) on what the screen
# shows, found by its label in the terminal's trace (FAREWELL_TRACE). Wants DISPLAY and FAREWELL_TRACE set.

# The newest screen in the trace, as JSON: {"event":"screen","name":…,"targets":[{"label":…,"x":…,…}]}.
screen_now() { grep -F '"event":"screen"' "$FAREWELL_TRACE" 2>/dev/null | tail -n 1; }

# wait_for_screen NAME [SECONDS]: until the terminal shows it.
wait_for_screen() {
  local end=$((SECONDS + ${2:-10}))
  until [ "$(screen_now | jq -r .name 2>/dev/null)" = "$1" ]; do
    if [ $SECONDS -ge $end ]; then
      echo "the screen '$1' did not come within ${2:-10} s; on show: $(screen_now | jq -r .name)" >&2
      return 1
    fi
    sleep 0.05
  done
}

# tap LABEL: once in the middle of the target that is called so, be it in capitals or not (a keyboard's keys).
tap() {
  local at
  for _ in $(seq 60); do
    at=$(screen_now | jq -r --arg called "$1" \
      '[.targets[] | select((.label | ascii_downcase) == ($called | ascii_downcase))] | last | select(. != null) | "\(.x + .w / 2 | floor) \(.y + .h / 2 | floor)"')
    [ -z "$at" ] || break
    sleep 0.05
  done
  if [ -z "$at" ]; then
    echo "nothing on the screen is called '$1'; there is: $(screen_now | jq -c '[.targets[].label]')" >&2
    return 1
  fi
  # shellcheck disable=SC2086 # two numbers
  xdotool mousemove $at mousedown 1
  sleep 0.06
  xdotool mouseup 1
  sleep 0.35  # sooner, and the next tap would be taken for this one's other half
}

# write_words TEXT: key by key on the on-screen keyboard, which begins with a capital.
write_words() {
  local i key
  for ((i = 0; i < ${#1}; i++)); do
    key=${1:i:1}
    [ "$key" != ' ' ] || key=space
    tap "$key"
  done
}

# snapshot FILE.png: the display as it stands, taken from outside.
snapshot() { import -window root "$1"; }
