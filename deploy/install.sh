#!/usr/bin/env bash
# Installs the Debian packages of the named lists (deploy/packages/NAME.txt), and nothing that is there already.
# usage: deploy/install.sh NAME…      as root, or with sudo
set -euo pipefail
cd "$(dirname "$0")/packages"

wanted=$(for list in "$@"; do sed 's/#.*//' "$list.txt"; done | tr -s '[:space:]' '\n' | sort -u | sed '/^$/d')
missing=$(comm -23 <(echo "$wanted") \
  <(dpkg-query -W -f '${db:Status-Abbrev} ${Package} ${Provides}\n' | sed -n 's/^.i  *//p' | sed 's/([^)]*)//g; s/,//g' |
    tr -s ' ' '\n' | sort -u))
[ -n "$missing" ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || {
    echo "deploy/install.sh: these packages are missing and there is no sudo; run it as root:" $missing >&2
    exit 1
  }
  as_root=(sudo)
fi
echo "Installing" $missing >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # one word a package
"${as_root[@]}" apt-get update -qq >"$log" 2>&1 &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Use-Pty=0 $missing >>"$log" 2>&1 || {
  cat "$log" >&2
  echo "deploy/install.sh: apt could not install them; see above" >&2
  exit 1
}
