#!/usr/bin/env bash
# What a customer typed and never sent is in no corner of the terminal's memory once the visit has ended: its own
# memory is searched, before (it must be found, or the search sees nothing) and after. So are contact details, sent
# or not. A comment that was sent is the journal's, and not asked about here. What composes kanji is a process of its
# own: it must hold the letters, too, while they are typed, and be gone with the visit.
# usage: tests/faults/memory_wiped.sh BUILD
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
cd "$(dirname "$0")/../.."
# shellcheck source=tests/faults/shop.sh
. tests/faults/shop.sh
# shellcheck source=tests/faults/shop_hub.sh
. tests/faults/shop_hub.sh

in_memory() { python3 tests/faults/memory_has.py "$terminal" "$@"; }

said() { jq -r --arg key "$1" '.texts[$key]' assets/languages/ja.json; } # KEY: what Japanese calls it

walk_away() { # the idle warning comes after 20 s, and the visit ends 20 s later
  wait_for_screen welcome 120
  sleep 1
}

expect_gone() { # WHAT WORD…
  local what=$1 where
  shift
  if where=$(in_memory "$@"); then die "$what is still in memory: $where"; fi
  echo "gone: $what"
}

start_display
hub_port=$(free_port)
start_hub
make_site
start_enrolled_terminal "http://127.0.0.1:$hub_port"

tap Okay
wait_for_screen change 20
tap "Say it in your own words"
wait_for_screen words 20
write_words "the walnut"
xdotool type --delay 60 " zeppelin landed"
sleep 1
in_memory walnut zeppelin >"$work/found" || die "the words are not even found while they are on the screen"
walk_away
expect_gone "a comment walked away from" walnut zeppelin "t zepp"

tap Bad
wait_for_screen change 20
tap Skip
wait_for_screen recovery 20
tap "Leave a contact instead"
wait_for_screen contact 20
for digit in + 4 7 9 0 8 1 7 2 6 3 5 4; do tap "$digit"; done
in_memory 4790817263 >"$work/found" || die "the number is not even found while it is being typed"
walk_away
expect_gone "a telephone number walked away from" 90817263 0817263

tap Bad
wait_for_screen change 20
tap Skip
wait_for_screen recovery 20
tap "Leave a contact instead"
wait_for_screen contact 20
tap E-mail
sleep 0.5
xdotool type --delay 60 "ingrid.walfish@quokka.example"
sleep 0.5
tap "Please write to me"
wait_for_screen goodbye 20
tap "All done"
wait_for_screen welcome 20
sleep 1
expect_gone "an address that was sealed and sent" walfish quokka "ingrid.w"
tap "Choose a language"
tap 日本語
tap "$(said face.3)"
wait_for_screen change 20
tap "$(said change.own_words)"
wait_for_screen words 20
for kana in は る な つ あ き; do tap "$kana"; done
wait_until 20 "a candidate for the kana" bash -c "grep -qF 春夏秋 '$FAREWELL_TRACE'"
input_method=$(pgrep -P "$terminal" -f farewell-input-method) || die "there is no process for composing"
python3 tests/faults/memory_has.py "$input_method" はるなつ >"$work/found" ||
  die "the kana are not even found in the process that composes them"
in_memory はるなつ 春夏秋 >"$work/found" || die "the kana are not even found while they are on the screen"
walk_away
expect_gone "a comment in kana walked away from" はるなつ 春夏秋
wait_until 5 "the end of the composing process" bash -c "! kill -0 $input_method"
echo "gone: the process that composed it"
echo "Nothing typed remains in memory."
