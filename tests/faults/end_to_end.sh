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
# shellcheck source=tests/faults/shop_hub.sh
. tests/faults/shop_hub.sh

# --- the network between the hub and the terminal -----------------------------------------------------------

weather_is() { echo "$1" >"$work/weather.made" && mv "$work/weather.made" "$work/weather"; }

start_network() {
  weather_is clear
  hub_port=$(free_port) hub_url=http://127.0.0.1:$hub_port
  python3 tests/faults/weather.py "$work" "$hub_port" 2>>"$work/network.log" &
  wait_until 20 "the network" test -s "$work/port"
}

struck() { grep -q "^$1 POST /v1/batches" "$work/weather.log"; }
portal_met_twice() { [ "$(grep -c '^portal POST /v1/batches' "$work/weather.log")" -ge 2 ]; }

# --- the story ---------------------------------------------------------------------------------------------

start_network
start_display
start_hub
make_site
start_enrolled_terminal "http://127.0.0.1:$(cat "$work/port")"

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
