#!/usr/bin/env bash
# The stories in every engine. Chromium must be there; another that can't be installed is skipped by name.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/e2e.sh
for engine in firefox webkit; do
  if (ENGINE=$engine scripts/e2e.sh install); then
    # A driver that answers no more must not hold up everything.
    ENGINE=$engine timeout 20m scripts/e2e.sh
  else
    printf '\n==> skipped: %s, which could not be installed on this machine (the reason stands above)\n' "$engine"
  fi
done
