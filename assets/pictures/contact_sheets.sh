#!/usr/bin/env bash
# Draws every screen in every language, a sheet for each language, to be looked at by who speaks it.
# usage: assets/pictures/contact_sheets.sh OUT [BUILD] [SIZE] [LANGUAGE…]
#   OUT: a folder for the sheets; BUILD: a build folder, default: build; SIZE: 1280x800 unless told;
#   LANGUAGE: all that ship unless told. SCREENS="welcome change" draws these alone.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
mkdir -p "$1"
out=$(realpath "$1")
kiosk=$(realpath "${2:-build}")/app/kiosk/farewell-kiosk
size=${3:-1280x800}
shift $(($# < 3 ? $# : 3))
cd "$(dirname "$0")/../languages"
[ $# -gt 0 ] || set -- *.json
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

for language in "${@%.json}"; do
  pictures=()
  for screen in ${SCREENS:-$("$kiosk" --render list)}; do
    "$kiosk" --render "$screen" --language "$language" --size "$size" --out "$work/$screen.png"
    pictures+=("$work/$screen.png")
  done
  montage "${pictures[@]}" -tile 3x -geometry '640x+6+6' "$out/$language-$size.png"
  echo "$out/$language-$size.png"
done
