#!/usr/bin/env bash
# Every shell script passes shellcheck.
set -euo pipefail
cd "$(dirname "$0")/../.."
{ git ls-files '*.sh'; echo .ci/run; } | xargs shellcheck --shell=bash --severity=warning --exclude=SC1091
