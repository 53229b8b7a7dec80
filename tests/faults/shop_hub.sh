# Sourced after shop.sh, not run. The shop's hub, and what it must have in the end: the ledger, each answer once. Wants
# $hub_url to be where the terminal's answers can be asked for.
# shellcheck shell=bash disable=SC2034,SC2154 # set here and used there, and the other way round

site="Harbour Street" hub_program=$build/app/hub/farewell-hub

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

start_hub() { # on $hub_port, with what it had before
  mkdir -p "$work/hub"
  "$hub_program" serve --data "$work/hub" --listen "127.0.0.1:$hub_port" >>"$work/hub.log" 2>&1 &
  hub=$!
  echo "$hub" >"$work/hub.pid"
  wait_until 60 "the hub's start" answers "$hub_port"
}

make_site() {
  "$hub_program" site add "$site" --time-zone Etc/UTC --data "$work/hub"
  (umask 077 && "$hub_program" token --site "$site" --name test --data "$work/hub" >"$work/token")
}

start_enrolled_terminal() { # URL: by which the terminal reaches the hub
  start_terminal --hub "$1" --name "Front door" --code "$("$hub_program" pair --site "$site" --data "$work/hub")"
  wait_until 30 "enrolment by the pairing code" test -s "$work/terminal/enrolment.json"
}

hub_rows() { # from the first day on, should the test run over midnight
  "$farewell_program" export --hub "$hub_url" --token-file "$work/token" --format json \
    --from "$first_day" --to "$(date -u +%F)"
}
hub_has_the_ledger() { is_the_ledger "$(hub_rows)"; }
all_acknowledged() { "$farewell_program" journal check "$work/terminal/journal.sqlite" | grep -q 'at the hub: 0,'; }
nothing_lost_nothing_twice() { # WHEN
  wait_until 200 "all answers at the hub, $1," hub_has_the_ledger
  wait_until 200 "their acknowledgement, $1," all_acknowledged
  echo "well: $1 ($(wc -l <"$ledger") answers)"
}
