#!/usr/bin/env bash
# A keyboard plugged into a terminal in public: no key and no combination of keys ends it, covers it, starts anything
# beside it or keeps the next customer from a visit.
# usage: tests/faults/no_way_out.sh BUILD
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
cd "$(dirname "$0")/../.."
# shellcheck source=tests/faults/shop.sh
. tests/faults/shop.sh

leaving=(alt+F4 alt+Tab alt+Escape alt+space alt+F1 alt+F2 super super+d super+l super+r Menu Print
  ctrl+alt+F1 ctrl+alt+F2 ctrl+alt+F7 ctrl+alt+BackSpace ctrl+alt+Delete ctrl+alt+t ctrl+Escape
  ctrl+c ctrl+z ctrl+d ctrl+q ctrl+w ctrl+n ctrl+o ctrl+p ctrl+s ctrl+r ctrl+shift+i ctrl+shift+Escape
  F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 Pause Scroll_Lock Sys_Req alt+Print
  XF86PowerOff XF86Sleep XF86Suspend XF86LogOff XF86ScreenSaver XF86HomePage XF86WWW XF86Mail XF86Explorer
  XF86Calculator XF86Terminal XF86Eject XF86AudioMute XF86MonBrightnessDown XF86RotateWindows)

is_alone() { # AFTER: it lives, nothing was started beside it, and the display is there
  kill -0 "$terminal" || die "the terminal ended after $1"
  [ -z "$(pgrep -P "$terminal" || true)" ] || die "something runs beside the terminal after $1"
  import -window root -resize 1x1 txt:- | grep -q '#' || die "the display went away after $1"
}

start_display
start_terminal
for keys in "${leaving[@]}"; do
  xdotool key "$keys"
  is_alone "$keys"
done
xdotool type --delay 1 "; rm -rf / # <script>alert(1)</script> ../../etc/passwd"
sleep 0.5
is_alone "what was typed where nothing is asked for"
xdotool key Escape Escape
wait_for_screen welcome 60
happy_visit
wait_for_screen welcome 60
tap Bad
wait_for_screen change 20
for keys in "${leaving[@]}"; do xdotool key "$keys"; done
is_alone "keys in a visit"
echo "No key leads out: ${#leaving[@]} combinations, at Welcome and in a visit."
