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
stories() { "${screen[@]}" cargo test --locked --features e2e --test e2e -- "$@"; }

say "The page in $(engine_version)"
if [ "$SO_TAY_ENGINE" = chromium ]; then
  stories "$@"
  exit
fi
# The other engines' drivers lose a tap now and then: what fails is told once more, alone.
told="target/e2e/$SO_TAY_ENGINE.log"
if stories "$@" 2>&1 | tee "$told"; then exit; fi
failed=$(sed -n 's/^test \(.*\) \.\.\. FAILED$/\1/p' "$told")
[ -n "$failed" ] || die "The stories could not be told."
say "Once more:" $failed
stories --exact $failed
