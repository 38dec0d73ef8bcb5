#!/usr/bin/env bash
# A million hostile files (HOSTILE_CASES: another number), built fast and with every overflow a panic.
. "$(dirname "$0")/tools.sh"

rust_tools
export HOSTILE_CASES=${HOSTILE_CASES:-1000000}
say "$HOSTILE_CASES hostile files"
cargo test --locked --profile fuzz --test hostile -- --nocapture cases
