#!/usr/bin/env bash
# The tests that drive a real browser over dist/. "install" only fetches what they need;
# other words go to the test program. ENGINE=firefox or ENGINE=webkit: not in Chromium.
. "$(dirname "$0")/tools.sh"

test_tools "${ENGINE:-chromium}"
if [ "${1:-}" = install ]; then exit; fi

# WebKitGTK's browser has a window: on a screen of its own, a little wider than a PC's.
screen=()
if [ "$SO_TAY_ENGINE" = webkit ]; then
  screen=(xvfb-run --auto-servernum "--server-args=-screen 0 1600x1200x24")
fi
say "The page in $(engine_version)"
"${screen[@]}" cargo test --locked --features e2e --test e2e -- "$@"
