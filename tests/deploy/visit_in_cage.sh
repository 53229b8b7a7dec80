#!/usr/bin/env bash
# Run inside the fresh root: the installed hub, the installed terminal in a headless cage, one visit by pointer
# events, and the answer at the hub.
set -euo pipefail
cd /packages

# as USER COMMAND…: as the unit runs it, without a login.
as() {
  local user=$1
  shift
  setpriv --reuid="$user" --regid="$user" --clear-groups "$@"
}

started=()
stop_all() { kill "${started[@]}" 2>/dev/null || true; }
trap stop_all EXIT
fail() { echo "visit_in_cage: $*" >&2; tail -n 20 /tmp/*.log >&2; exit 1; }

hub=/var/lib/farewell-hub terminal=/var/lib/farewell-kiosk runtime=/run/farewell-kiosk
install -d -m 0700 -o farewell-hub -g farewell-hub "$hub"
install -d -m 0700 -o farewell-kiosk -g farewell-kiosk "$terminal" "$runtime"

as farewell-hub farewell-hub serve --data "$hub" --listen 127.0.0.1:8480 >/tmp/hub.log 2>&1 &
started+=($!)
for _ in $(seq 100); do (exec 3<>/dev/tcp/127.0.0.1/8480) 2>/dev/null && break || sleep 0.1; done
as farewell-hub farewell-hub site add "Demo shop" --time-zone Europe/Oslo --data "$hub" >/dev/null || fail "no site"
code=$(as farewell-hub farewell-hub pair --site "Demo shop" --data "$hub")
(umask 077 && as farewell-hub farewell-hub token --site "Demo shop" --name test --data "$hub" >/tmp/token)

# X events are what xdotool can make, so the terminal is an X client of cage's Xwayland here.
export FAREWELL_TRACE=$runtime/trace.jsonl
as farewell-kiosk env HOME="$terminal" XDG_RUNTIME_DIR="$runtime" WLR_BACKENDS=headless \
  WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman SDL_VIDEODRIVER=x11 cage -d -- \
  sh -c 'echo "$DISPLAY" >"$XDG_RUNTIME_DIR/display"; exec farewell-kiosk "$@"' farewell-kiosk \
  --data "$terminal" --hub http://127.0.0.1:8480 --code "$code" --name "Cage door" >/tmp/terminal.log 2>&1 &
started+=($!)
for _ in $(seq 100); do [ -s "$runtime/display" ] && break || sleep 0.1; done
read -r DISPLAY <"$runtime/display" || fail "cage did not start"
export DISPLAY

# shellcheck source=deploy/hands.sh
. /packages/hands.sh
xdotool() { as farewell-kiosk env HOME="$terminal" DISPLAY="$DISPLAY" /usr/bin/xdotool "$@"; }
# cage 0.1.4 gives a full-screen client's buffer to the output as it is, and what it then tells grim is old. So the
# picture is the X server's.
look() {
  as farewell-kiosk env HOME="$terminal" DISPLAY="$DISPLAY" import -window "$window" png:- >"$1"
}
# look_until_other A B: pictures B until it is another one than A.
look_until_other() {
  for _ in $(seq 50); do
    look "$2"
    [ "$(compare -metric AE "$1" "$2" null: 2>&1 || true)" = 0 ] || return 0
    sleep 0.2
  done
  return 1
}

wait_for_screen welcome 30 || fail "no Welcome"
window=$(xdotool search --onlyvisible --name Farewell | tail -n 1)
sleep 1
look welcome.png
tap Lovely || fail "no face to tap"
wait_for_screen change || fail "no Change"
look_until_other welcome.png change.png || fail "cage still shows Welcome"
tap Skip
wait_for_screen goodbye || fail "no Goodbye"
tap "All done"

for _ in $(seq 150); do
  answers=$(farewell export --hub http://127.0.0.1:8480 --token-file /tmp/token --format json)
  [ "$(jq length <<<"$answers")" = 1 ] && break || sleep 0.2
done
[ "$(jq -c '[.[].satisfaction.value]' <<<"$answers")" = '[5]' ] || fail "the hub has $answers"
echo "$answers"
