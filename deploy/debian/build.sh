#!/usr/bin/env bash
# Builds the three Debian packages into a folder.
# usage: deploy/debian/build.sh OUT
# dpkg-buildpackage wants debian/ at the top, which the house has not: it works on a copy of what git tracks.
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/../.."
deploy/install.sh build package

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/farewell"
git ls-files -z | xargs -0 cp --parents -t "$work/farewell"
cp -r "$work/farewell/deploy/debian" "$work/farewell/debian"
cd "$work/farewell"
# Debian's order of paths keeps the packages byte-identical wherever they are built.
DEB_BUILD_OPTIONS=${DEB_BUILD_OPTIONS:-"parallel=$(nproc)"} dpkg-buildpackage --build=binary --unsigned-changes >&2
cp ../*.deb "$out"
