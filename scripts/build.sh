#!/usr/bin/env bash
# The release page in dist/, then its size on the wire against the budget. With QUICK=1 a page to look
# at while working: soon there, large and slow.
. "$(dirname "$0")/tools.sh"

page_tools
# Trunk runs offline, so that it takes the pinned tools from PATH and fetches none of its own.
cargo fetch --locked --quiet
if [ -n "${QUICK:-}" ]; then
  say "Building the page, quickly"
  env -u NO_COLOR trunk build --offline --release=false --cargo-profile quick
  exit
fi
# The page builds the standard library anew, for size, and traps where a program would tell a
# developer why it panics: a twelfth of a first visit. Both are unstable options of the compiler, which
# rust-toolchain.toml pins to one version; nothing but this build uses them. ARCHITECTURE.md says more.
export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
flags=(
  -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none
  # Without the builder's home in what is left of paths.
  "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo" "--remap-path-prefix=$PWD=."
  # Half of the usual: the addresses of what lies above it are a byte shorter each.
  -Clink-arg=-zstack-size=524288
)
export CARGO_ENCODED_RUSTFLAGS
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}")
say "Building the page"
# Trunk 0.21 wants NO_COLOR to be "true" or "false" and stops at the customary "1".
env -u NO_COLOR trunk build --offline
node scripts/size.mjs dist
