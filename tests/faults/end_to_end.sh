#!/usr/bin/env bash
# Visits on a real display, with the real programs, through bad weather: the hub down, killed in mid-batch, asked
# twice, behind a captive portal, the terminal killed. The ledger of what the screen thanked for must be what the hub
# has in the end: nothing lost, nothing twice.
# usage: tests/faults/end_to_end.sh BUILD
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
cd "$(dirname "$0")/../.."
# shellcheck source=tests/faults/shop.sh
. tests/faults/shop.sh

site="Harbour Street" hub_program=$build/app/hub/farewell-hub

# --- the hub, and the network between ----------------------------------------------------------------------

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

start_hub() {
  "$hub_program" serve --data "$work/hub" --listen "127.0.0.1:$hub_port" >>"$work/hub.log" 2>&1 &
  hub=$!
  echo "$hub" >"$work/hub.pid"
  wait_until 60 "the hub's start" answers "$hub_port"
}

weather_is() { echo "$1" >"$work/weather.made" && mv "$work/weather.made" "$work/weather"; }

start_network() {
  weather_is clear
  hub_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  python3 tests/faults/weather.py "$work" "$hub_port" 2>>"$work/network.log" &
  wait_until 20 "the network" test -s "$work/port"
}

start_all() {
  mkdir "$work/hub"
  start_network
  start_display
  start_hub
  "$hub_program" site add "$site" --time-zone Etc/UTC --data "$work/hub"
  (umask 077 && "$hub_program" token --site "$site" --name test --data "$work/hub" >"$work/token")
  start_terminal --hub "http://127.0.0.1:$(cat "$work/port")" --name "Front door" \
    --code "$("$hub_program" pair --site "$site" --data "$work/hub")"
  wait_until 30 "enrolment by the pairing code" test -s "$work/terminal/enrolment.json"
}

# --- what the hub and the terminal have --------------------------------------------------------------------

hub_rows() { # from the first day on, should the test run over midnight
  "$farewell_program" export --hub "http://127.0.0.1:$hub_port" --token-file "$work/token" --format json \
    --from "$first_day" --to "$(date -u +%F)"
}
hub_has_the_ledger() { is_the_ledger "$(hub_rows)"; }
all_acknowledged() { "$farewell_program" journal check "$work/terminal/journal.sqlite" | grep -q 'at the hub: 0,'; }
nothing_lost_nothing_twice() { # WHEN
  wait_until 200 "all answers at the hub, $1," hub_has_the_ledger
  wait_until 200 "their acknowledgement, $1," all_acknowledged
  echo "well: $1 ($(wc -l <"$ledger") answers)"
}
struck() { grep -q "^$1 POST /v1/batches" "$work/weather.log"; }
portal_met_twice() { [ "$(grep -c '^portal POST /v1/batches' "$work/weather.log")" -ge 2 ]; }

# --- the story ---------------------------------------------------------------------------------------------

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

visit_cut_short
start_terminal
nothing_lost_nothing_twice "the terminal was killed as it said thanks"

thanks=$(thanks_on_screen)
[ "$thanks" -eq "$(wc -l <"$ledger")" ] || die "the screen thanked $thanks times, the ledger says otherwise"
echo "Nothing lost, nothing twice: $thanks answers."
