# Sourced, not run. A shop for tests of trouble: a display in memory, a terminal, a customer's hands on it, and a
# ledger of what its screen thanked for, kept here and not in the product. Wants $build, the build folder, and the
# present folder to be the source's.
# shellcheck disable=SC2034,SC2154 # set here and used there, and the other way round

for tool in Xvfb xdotool jq python3; do
  command -v "$tool" >/dev/null || { echo "skipped: there is no $tool here"; exit 77; }
done

work=$(mktemp -d)
ledger=$work/ledger
kiosk_program=$build/app/kiosk/farewell-kiosk farewell_program=$build/app/cli/farewell
first_day=$(date -u +%F)
# shellcheck source=deploy/hands.sh
. deploy/hands.sh

die() { echo "${0##*/}: $*" >&2; exit 1; }

options() { # NAME ARGUMENT…: --NAME N and --seed S, into the variables that are called so
  local name=$1
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --"$name") printf -v "$name" %s "$2" ;;
      --seed) seed=$2 ;;
      *) echo "${0##*/}: what is '$1'?" >&2; exit 2 ;;
    esac
    shift 2
  done
}

stop() { # PID…: ends what this test started, and nothing else
  local pid
  for pid in "$@"; do kill "$pid" 2>/dev/null || true; done
  for pid in "$@"; do wait "$pid" 2>/dev/null || true; done
}

leave() {
  local status=$?
  # shellcheck disable=SC2046 # numbers
  stop $(jobs -pr)
  [ $status -eq 0 ] || tail -n 20 "$work"/*.log "$ledger" 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT

wait_until() { # SECONDS WHAT COMMAND…
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || die "$what did not come about in time"
    sleep 0.2
  done
}

start_display() {
  local number
  exec 9<> <(:)
  Xvfb -displayfd 9 -screen 0 1280x800x24 -nolisten tcp 2>>"$work/xvfb.log" &
  read -r -t 20 -u 9 number || die "Xvfb did not start"
  export DISPLAY=:$number
}

starts=0
start_terminal() { # [OPTION…]
  starts=$((starts + 1))
  mkdir -p "$work/terminal"
  echo '{"sync_spread_ms": 0}' >"$work/config.json"
  export FAREWELL_TRACE=$work/trace-$starts.jsonl
  SDL_VIDEODRIVER=x11 "$kiosk_program" --data "$work/terminal" --windowed 1280x800 \
    --config "$work/config.json" "$@" >>"$work/terminal.log" 2>&1 &
  terminal=$!
  wait_for_screen welcome 60
}

kill_terminal() {
  kill -KILL "$terminal"
  wait "$terminal" 2>/dev/null || true
}

# --- visits, each written into the ledger once the screen has thanked for it -------------------------------

thanked() { echo "$1" >>"$ledger"; } # VALUE|TOPICS|COMMENT|ENDED

happy_visit() {
  tap Good && wait_for_screen change 20 && tap Skip && wait_for_screen goodbye 20 || return
  thanked '4|||skipped'
  tap "All done" && wait_for_screen welcome 20
}

unhappy_visit() { # WORDS: what is typed; the keyboard begins with a capital
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

visit_cut_short() { # the terminal dies as it says thanks
  tap Lovely
  wait_for_screen change 20
  thanked '5|||interrupted'
  kill_terminal
}

turns() { # FROM TO: how often the one screen gave way to the other; FROM may be "any"
  cat "$work"/trace-*.jsonl | jq -rs --arg from "$1" --arg to "$2" '[.[] | select(.event == "screen").name] |
    [range(1; length) as $i | select((.[$i - 1] | . == $from or ($from == "any" and . != $to)) and .[$i] == $to)] | length'
}
# How often the screen said thanks: each time that Welcome gave way to Change.
thanks_on_screen() { turns welcome change; }

# is_the_ledger JSON: whether these responses are what was thanked for, no more and no less.
is_the_ledger() {
  local rows='.[] | "\(.satisfaction.value)|\(.change.topics // [] | join(","))|\(.change.comment // "")|\(.ended)"'
  [ "$(jq -r "$rows" <<<"$1" | sort)" = "$(sort "$ledger")" ] &&
    [ "$(jq 'map(.id) | unique | length' <<<"$1")" -eq "$(wc -l <"$ledger")" ]
}
