#!/usr/bin/env bash
# Draws the README's pictures anew with the terminal itself.
# usage: assets/pictures/render.sh [BUILD]      BUILD: a build folder; default: build
set -euo pipefail
cd "$(dirname "$0")"
kiosk=../../${1:-build}/app/kiosk/farewell-kiosk
for screen in welcome change words recovery goodbye goodbye-quiet-noted idle-warning languages easier goodbye-treat closed; do
  "$kiosk" --render "$screen" --size 1280x800 --out "$screen.png"
done
"$kiosk" --render goodbye --winter --size 1280x800 --out goodbye-winter.png
