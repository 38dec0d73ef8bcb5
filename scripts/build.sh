#!/usr/bin/env bash
# The release page in dist/, then its size on the wire against the budget.
. "$(dirname "$0")/tools.sh"

page_tools
# Trunk runs offline, so that it takes the pinned tools from PATH and fetches none of its own.
cargo fetch --locked --quiet
# The program keeps the paths of its sources for panics: without the builder's home in them.
export CARGO_ENCODED_RUSTFLAGS
CARGO_ENCODED_RUSTFLAGS=$(printf '%s\x1f%s\x1f%s' "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo" \
  "--remap-path-prefix=${RUSTUP_HOME:-$HOME/.rustup}=rustup" "--remap-path-prefix=$PWD=.")
say "Building the page"
# Trunk 0.21 wants NO_COLOR to be "true" or "false" and stops at the customary "1".
env -u NO_COLOR trunk build --offline
node scripts/size.mjs dist
