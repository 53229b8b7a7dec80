#!/usr/bin/env bash
# A terminal that never had a hub, killed again and again the moment its screen says thanks: what it thanked for is in
# its journal, by the journal's own export, each answer once.
# usage: tests/faults/terminal_killed.sh BUILD
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
cd "$(dirname "$0")/../.."
# shellcheck source=tests/faults/shop.sh
. tests/faults/shop.sh

journal=$work/terminal/journal.sqlite
journal_rows() {
  "$farewell_program" export --journal "$journal" --format json --time-zone Etc/UTC \
    --from "$first_day" --to "$(date -u +%F)"
}
journal_has_the_ledger() { is_the_ledger "$(journal_rows)"; }

start_display
start_terminal
happy_visit
unhappy_visit "nobody at the till"
for _ in 1 2 3; do
  visit_cut_short
  start_terminal
done
wait_until 20 "all that was thanked for in the journal" journal_has_the_ledger
"$farewell_program" journal check "$journal"

thanks=$(thanks_on_screen)
[ "$thanks" -eq "$(wc -l <"$ledger")" ] || die "the screen thanked $thanks times, the ledger says otherwise"
echo "Nothing lost, nothing twice: $thanks answers."
