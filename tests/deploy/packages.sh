#!/usr/bin/env bash
# The Debian packages: built, checked by lintian, installed in a fresh Debian 12 root, where the hub starts and
# a visit in a headless cage reaches it.
# usage: tests/deploy/packages.sh      as root; KEEP=DIR keeps packages and pictures there
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/support/fresh_root.sh
. tests/support/fresh_root.sh

work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$work"' EXIT

deploy/debian/build.sh "$work/packages"
lintian --fail-on error "$work"/packages/*.deb
for unit in deploy/debian/*.service; do
  systemd-analyze security --offline=true --threshold=30 --no-pager "$unit" | tail -n 1
done

fresh_root "$work/root"
mkdir "$work/root/packages"
cp "$work"/packages/*.deb "$work/root/packages"
cp tests/deploy/visit_in_cage.sh deploy/hands.sh "$work/root/packages"
in_root "$work/root" bash -c '
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 \
    /packages/*.deb cage xwayland xdotool grim imagemagick jq >/packages/apt.log 2>&1 ||
    { cat /packages/apt.log; exit 1; }'
NETWORK=none in_root "$work/root" bash /packages/visit_in_cage.sh
if [ -n "${KEEP:-}" ]; then
  mkdir -p "$KEEP"
  cp "$work"/packages/*.deb "$work"/root/packages/*.png "$KEEP"
fi
echo "The packages install on a fresh Debian 12, and a visit in cage reaches the hub."
