#!/usr/bin/env bash
# Installs, builds and starts Farewell on this machine: a hub on SQLite and an enrolled terminal.
# usage: deploy/quickstart.sh [--headless | --fullscreen] [--data DIR] [--listen HOST:PORT]
#   --headless    no screen: three visits by real pointer events on a display in memory, then what came of them
#   --fullscreen  the terminal fills the screen; otherwise it is a window
# Run again, it goes on with the data that is there (default: farewell-data). Ctrl-C stops both.
set -euo pipefail
cd "$(dirname "$0")/.."

mode=window data=$PWD/farewell-data listen=127.0.0.1:8480
while [ $# -gt 0 ]; do
  case $1 in
    --headless) mode=headless ;;
    --fullscreen) mode=fullscreen ;;
    --data) data=$(mkdir -p "${2:?--data wants a folder}" && cd "$2" && pwd) && shift ;;
    --listen) listen=${2:?--listen wants HOST:PORT} && shift ;;
    -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "deploy/quickstart.sh: what is '$1'? See --help." >&2; exit 2 ;;
  esac
  shift
done
[ "$mode" = headless ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || mode=headless
site="Demo shop" url=http://$listen

die() { echo "deploy/quickstart.sh: $*" >&2; exit 1; }

build() {
  if [ "$mode" = headless ]; then deploy/install.sh build run headless; else deploy/install.sh build run; fi
  cmake --preset release >/dev/null
  cmake --build --preset release
}

started=()
# The last started ends first: the terminal before its display, the hub after its terminal.
stop_all() {
  local i
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill "${started[i]}" 2>/dev/null || true
    wait "${started[i]}" 2>/dev/null || true
  done
}

# wait_until SECONDS WHAT COMMAND…: tries the command until it succeeds.
wait_until() {
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || die "$what did not happen in time; see $data/*.log"
    sleep 0.1
  done
}

start_hub() {
  mkdir -p "$data/hub" "$data/terminal"
  ! answers || die "something already answers at $url; stop it, or give another --listen"
  build/app/hub/farewell-hub serve --data "$data/hub" --listen "$listen" 2>>"$data/hub.log" >&2 &
  started+=($!)
  wait_until 10 "the hub's start" answers
  if [ ! -s "$data/token" ]; then
    build/app/hub/farewell-hub site add "$site" --time-zone "$(zone)" --data "$data/hub" >/dev/null
    (umask 077 && build/app/hub/farewell-hub token --site "$site" --name quickstart --data "$data/hub" >"$data/token")
  fi
}

# Something accepts connections where the hub listens.
answers() { (exec 3<>"/dev/tcp/${listen%:*}/${listen##*:}") 2>/dev/null; }

zone() {
  local link
  link=$(readlink -f /etc/localtime 2>/dev/null || true)
  case $link in */zoneinfo/*) echo "${link##*/zoneinfo/}" ;; *) echo Etc/UTC ;; esac
}

start_terminal() {
  local options=(--data "$data/terminal" --hub "$url" "$@")
  if [ ! -s "$data/terminal/enrolment.json" ]; then
    local code
    code=$(build/app/hub/farewell-hub pair --site "$site" --data "$data/hub")
    options+=(--code "$code" --name "Front door")
  fi
  build/app/kiosk/farewell-kiosk "${options[@]}" 2>>"$data/terminal.log" >&2 &
  started+=($!)
  terminal=$!
  wait_until 20 "the terminal's enrolment" test -s "$data/terminal/enrolment.json"
}

headless() {
  export FAREWELL_TRACE=$data/trace.jsonl SDL_VIDEODRIVER=x11
  : >"$FAREWELL_TRACE"
  mkdir -p "$data/screens"
  exec 9<> <(:)
  Xvfb -displayfd 9 -screen 0 1280x800x24 -nolisten tcp 2>>"$data/xvfb.log" &
  started+=($!)
  read -r -t 10 -u 9 number || die "Xvfb did not start; see $data/xvfb.log"
  export DISPLAY=:$number
  start_terminal --windowed 1280x800
  # shellcheck source=deploy/hands.sh
  . deploy/hands.sh
  # shellcheck source=deploy/demo_visits.sh
  . deploy/demo_visits.sh
  demo_visits "$data/screens"
  show_results
}

# How many responses of today the hub has.
at_hub() { build/app/cli/farewell export --hub "$url" --token-file "$data/token" --format json | jq length; }

# How many of today's the terminal has, those among them that no hub had yet.
at_terminal() {
  [ -s "$data/terminal/journal.sqlite" ] || { echo 0; return; }
  build/app/cli/farewell export --journal "$data/terminal/journal.sqlite" --format json | jq length
}

hub_has() { [ "$(at_hub)" -ge "$1" ]; }

show_results() {
  wait_until 30 "the third answer's arrival at the hub" hub_has $((before + 3))
  echo
  echo "The three answers, as the hub has them:"
  build/app/cli/farewell export --hub "$url" --token-file "$data/token" --format json | jq '.[-3:][]'
  echo
  echo "The day as CSV:"
  build/app/cli/farewell export --hub "$url" --token-file "$data/token" --format csv --preset plain
  echo
  echo "Screens: $data/screens"
}

build
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
start_hub
case $mode in
  headless)
    before=$(printf '%s\n' "$(at_hub)" "$(at_terminal)" | sort -n | tail -n 1)
    headless
    ;;
  *)
    if [ "$mode" = fullscreen ]; then start_terminal; else start_terminal --windowed 1280x800; fi
    echo "The hub's page: $url/   (token: in $data/token)"
    echo "The terminal's answers: $data/terminal/journal.sqlite"
    echo "Ctrl-C stops both."
    wait "$terminal" || true
    ;;
esac
