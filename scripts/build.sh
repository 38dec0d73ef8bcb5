#!/usr/bin/env bash
# The release page in dist/, then its size on the wire against the budget.
. "$(dirname "$0")/tools.sh"

page_tools
# Trunk runs offline, so that it takes the pinned tools from PATH and fetches none of its own.
cargo fetch --locked --quiet
say "Building the page"
# Trunk 0.21 wants NO_COLOR to be "true" or "false" and stops at the customary "1".
env -u NO_COLOR trunk build --offline
node scripts/size.mjs dist
