#!/usr/bin/env bash
# The tests that drive a real browser over dist/. "install" only fetches what they need;
# other words go to the test program.
. "$(dirname "$0")/tools.sh"

test_tools
if [ "${1:-}" = install ]; then exit; fi
say "The page in $("$SO_TAY_CHROMIUM" --version)"
cargo test --locked --features e2e --test e2e -- "$@"
