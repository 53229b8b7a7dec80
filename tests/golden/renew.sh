#!/usr/bin/env bash
# Draws the golden pictures anew, after somebody has looked at the screens and is content.
# usage: tests/golden/renew.sh [SCREEN]   one screen's (welcome, change …), or all; BUILD=FOLDER if not build-release/
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$here/../../build-release}
cmake --build "$build" --target test_golden
[ $# -gt 0 ] || rm -rf "$here"/{day,dusk,night,contrast,winter-*}
FAREWELL_GOLDEN=renew FAREWELL_GOLDEN_SCREEN=${1:-} "$build/tests/golden/test_golden"
# The same pixels in fewer bytes.
find "$here" -name "${1:-}*.png" -newer "$build/tests/golden/test_golden" -print0 |
  xargs -0 mogrify -strip -define png:compression-level=9
du -sh "$here"
git -C "$here" status --short -- . | sed 's/^/renewed: /'
