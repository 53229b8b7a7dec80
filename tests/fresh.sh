#!/usr/bin/env bash
# The README's two commands, and the packages, on a machine that has nothing: a fresh Debian 12 root and this tree.
# usage: tests/fresh.sh [quickstart|tests|packages]…     as root; default: all. Takes an hour on 2 cores.
# CACHE=DIR takes a ccache folder along (ccache --get-config cache_dir), so that only installing is from nothing.
# It is not part of tests/run.sh, which it runs: run it whenever packages change.
set -euo pipefail
cd "$(dirname "$0")/.."
deploy/install.sh test
# shellcheck source=tests/support/fresh_root.sh
. tests/support/fresh_root.sh

[ $# -gt 0 ] || set -- quickstart tests packages
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$work"' EXIT
echo "Making a fresh Debian 12 root"
fresh_root "$work/root"
mkdir "$work/root/farewell"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/root/farewell"
git -C "$work/root/farewell" init --quiet && git -C "$work/root/farewell" add --all # as a clone has it

if [ -n "${CACHE:-}" ]; then
  mkdir -p "$work/root/root/.cache"
  cp -r "$CACHE" "$work/root/root/.cache/ccache"
  mkdir -p "$work/root/root/.config/ccache"
  printf 'base_dir = /farewell\nhash_dir = false\n' >"$work/root/root/.config/ccache/ccache.conf"
fi

for part in "$@"; do
  case $part in
    quickstart) in_root "$work/root" /farewell/deploy/quickstart.sh --headless --listen 127.0.0.1:8481 ;;
    tests) in_root "$work/root" /farewell/tests/run.sh ;;
    packages) tests/deploy/packages.sh ;; # makes a fresh root of its own
    *) echo "tests/fresh.sh: what is '$part'? quickstart, tests or packages." >&2; exit 2 ;;
  esac
done
echo "fresh: $* worked on a fresh Debian 12"
