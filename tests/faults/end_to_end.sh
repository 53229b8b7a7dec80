#!/usr/bin/env bash
# Visits on a real display, with the real programs, through bad weather: the hub down, killed in mid-batch, asked
# twice, behind a captive portal, the terminal killed. A ledger of what the screen thanked for, kept here and not in
# the product, must be what the hub has in the end: nothing lost, nothing twice.
# usage: tests/faults/end_to_end.sh BUILD
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
cd "$(dirname "$0")/../.."
for tool in Xvfb xdotool jq python3; do
  command -v "$tool" >/dev/null || { echo "skipped: there is no $tool here"; exit 77; }
done

work=$(mktemp -d)
ledger=$work/ledger weather=$work/weather site="Harbour Street"
hub_program=$build/app/hub/farewell-hub kiosk_program=$build/app/kiosk/farewell-kiosk
farewell_program=$build/app/cli/farewell
hub='' terminal='' passage='' xvfb=''

stop() { # PID…: ends what this test started, and nothing else
  local pid
  for pid in "$@"; do kill "$pid" 2>/dev/null || true; done
  for pid in "$@"; do wait "$pid" 2>/dev/null || true; done
}
leave() {
  local status=$?
  # shellcheck disable=SC2086 # the ones that are there
  stop $terminal $hub $passage $xvfb
  [ $status -eq 0 ] || tail -n 20 "$work"/*.log "$ledger" 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT
die() { echo "end_to_end: $*" >&2; exit 1; }

wait_until() { # SECONDS WHAT COMMAND…
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || die "$what did not come about in time"
    sleep 0.2
  done
}

weather_is() { echo "$1" >"$weather.made" && mv "$weather.made" "$weather"; }

# --- the three programs, a display, and the network between ------------------------------------------------

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

start_hub() {
  "$hub_program" serve --data "$work/hub" --listen "127.0.0.1:$hub_port" >>"$work/hub.log" 2>&1 &
  hub=$!
  echo $hub >"$work/hub.pid"
  wait_until 60 "the hub's start" answers "$hub_port"
}

starts=0
start_terminal() { # [OPTION…]
  starts=$((starts + 1))
  export FAREWELL_TRACE=$work/trace-$starts.jsonl
  SDL_VIDEODRIVER=x11 "$kiosk_program" --data "$work/terminal" --windowed 1280x800 \
    --config "$work/config.json" "$@" >>"$work/terminal.log" 2>&1 &
  terminal=$!
  wait_for_screen welcome 60
}

start_all() {
  mkdir "$work/hub" "$work/terminal"
  weather_is clear
  echo '{"sync_spread_ms": 0}' >"$work/config.json"
  hub_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  python3 tests/faults/weather.py "$work" "$hub_port" 2>>"$work/passage.log" &
  passage=$!
  exec 9<> <(:)
  Xvfb -displayfd 9 -screen 0 1280x800x24 -nolisten tcp 2>>"$work/xvfb.log" &
  xvfb=$!
  read -r -t 20 -u 9 display || die "Xvfb did not start"
  export DISPLAY=:$display
  start_hub
  "$hub_program" site add "$site" --time-zone Etc/UTC --data "$work/hub"
  (umask 077 && "$hub_program" token --site "$site" --name test --data "$work/hub" >"$work/token")
  wait_until 20 "the network" test -s "$work/port"
  start_terminal --hub "http://127.0.0.1:$(cat "$work/port")" --name "Front door" \
    --code "$("$hub_program" pair --site "$site" --data "$work/hub")"
  wait_until 30 "enrolment by the pairing code" test -s "$work/terminal/enrolment.json"
}

# --- visits, each written into the ledger once the screen has thanked for it -------------------------------

thanked() { echo "$1" >>"$ledger"; } # VALUE|TOPICS|COMMENT|ENDED

happy_visit() {
  tap Good
  wait_for_screen change 20
  tap Skip
  wait_for_screen goodbye 20
  thanked '4|||skipped'
  tap "All done"
  wait_for_screen welcome 20
}

unhappy_visit() { # WORD: what is typed
  tap Bad
  wait_for_screen change 20
  tap "Waiting time"
  tap "Say it in your own words"
  wait_for_screen words 20
  write_words "$1"
  tap Done
  wait_for_screen change 20
  tap Done
  wait_for_screen recovery 20
  tap "No, thank you"
  wait_for_screen goodbye 20
  thanked "1|waiting|${1^}|completed"
  tap "All done"
  wait_for_screen welcome 20
}

# --- what the hub and the terminal have --------------------------------------------------------------------

# The terminal's own clock says today; the test may run over midnight.
hub_rows() {
  "$farewell_program" export --hub "http://127.0.0.1:$hub_port" --token-file "$work/token" --format json \
    --from "$first_day" --to "$(date -u +%F)"
}
in_ledger_form='.[] | "\(.satisfaction.value)|\(.change.topics // [] | join(","))|\(.change.comment // "")|\(.ended)"'

hub_has_the_ledger() { [ "$(hub_rows | jq -r "$in_ledger_form" | sort)" = "$(sort "$ledger")" ]; }
all_acknowledged() { "$farewell_program" journal check "$work/terminal/journal.sqlite" | grep -q 'at the hub: 0,'; }
nothing_lost_nothing_twice() { # WHEN
  wait_until 200 "all answers at the hub, $1," hub_has_the_ledger
  wait_until 200 "their acknowledgement, $1," all_acknowledged
  echo "well: $1 ($(wc -l <"$ledger") answers)"
}
struck() { grep -q "^$1 POST /v1/batches" "$work/weather.log"; }
portal_met_twice() { [ "$(grep -c '^portal POST /v1/batches' "$work/weather.log")" -ge 2 ]; }

# --- the story ---------------------------------------------------------------------------------------------

first_day=$(date -u +%F)
# shellcheck source=deploy/hands.sh
. deploy/hands.sh
start_all

happy_visit
nothing_lost_nothing_twice "in clear weather"

stop "$hub"
unhappy_visit "the hub was down"
happy_visit
start_hub
nothing_lost_nothing_twice "the hub was down during two visits"

for how in kill-half kill-whole; do
  weather_is $how
  unhappy_visit "${how/-/ }"
  wait_until 60 "the hub's death" struck $how
  wait "$hub" 2>/dev/null || true
  start_hub
  nothing_lost_nothing_twice "the hub was killed in mid-batch ($how)"
done

for how in lose-reply twice; do
  weather_is $how
  happy_visit
  wait_until 60 "the batch" struck $how
  nothing_lost_nothing_twice "the same batch came twice ($how)"
done

weather_is portal
unhappy_visit "behind a portal"
wait_until 120 "two tries through the portal" portal_met_twice
! all_acknowledged || die "the terminal took a portal's page for an acknowledgement"
weather_is clear
nothing_lost_nothing_twice "a captive portal answered for a while"

tap Lovely
wait_for_screen change 20
thanked '5|||interrupted'
kill -KILL "$terminal"
wait "$terminal" 2>/dev/null || true
start_terminal
nothing_lost_nothing_twice "the terminal was killed as it said thanks"

thanks=$(cat "$work"/trace-*.jsonl | jq -rs '[.[] | select(.event == "screen").name] |
  [range(1; length) as $i | select(.[$i - 1] == "welcome" and .[$i] == "change")] | length')
[ "$thanks" -eq "$(wc -l <"$ledger")" ] || die "the screen thanked $thanks times, the ledger says otherwise"
[ "$(hub_rows | jq 'map(.id) | unique | length')" -eq "$thanks" ] || die "an identity is at the hub twice"
echo "Nothing lost, nothing twice: $thanks answers."
