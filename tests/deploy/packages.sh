#!/usr/bin/env bash
# The Debian packages: built, checked by lintian, installed in a fresh Debian 12 root, where the hub starts and
# a visit in a headless cage reaches it.
# usage: tests/deploy/packages.sh      as root; KEEP=DIR keeps packages and pictures there, and takes packages
#                                      that it has already instead of building them
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/support/fresh_root.sh
. tests/support/fresh_root.sh

work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$work"' EXIT
kept=${KEEP:-$work/packages}

for unit in deploy/debian/*.service; do
  systemd-analyze security --offline=true --threshold=20 --no-pager "$unit" | tail -n 1
done
ls "$kept"/*.deb >/dev/null 2>&1 ||
  DEB_BUILD_OPTIONS="noautodbgsym parallel=$(nproc)" deploy/debian/build.sh "$kept"
lintian --fail-on error "$kept"/*.deb

fresh_root "$work/root"
mkdir "$work/root/packages"
cp "$kept"/*.deb "$work/root/packages"
cp tests/deploy/visit_in_cage.sh deploy/hands.sh "$work/root/packages"
in_root "$work/root" bash -c '
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 \
    /packages/*.deb cage xwayland xdotool imagemagick jq >/packages/apt.log 2>&1 ||
    { cat /packages/apt.log; exit 1; }'
in_root "$work/root" bash -c '
  method=/usr/libexec/farewell/farewell-input-method
  "$method" zh <<<nihao | grep -qF 你好 && "$method" ja <<<かんじ | grep -qF 漢字'
for key in HandlePowerKey=ignore HandleSuspendKey=ignore NAutoVTs=0; do
  grep -qx "$key" "$work/root/usr/lib/systemd/logind.conf.d/farewell-kiosk.conf"
done
grep -qx 'kernel.sysrq = 0' "$work/root/usr/lib/sysctl.d/60-farewell-kiosk.conf"
grep -q '^ExecStart=/usr/bin/cage -d -- ' "$work/root/lib/systemd/system/farewell-kiosk.service" # without -s
NETWORK=none in_root "$work/root" bash /packages/visit_in_cage.sh
cp "$work"/root/packages/*.png "$kept"
echo "The packages install on a fresh Debian 12, and a visit in cage reaches the hub."
