#!/usr/bin/env bash
# Format, lints for the machine and for the page, native tests.
. "$(dirname "$0")/tools.sh"

rust_tools
say "Format"
cargo fmt --all --check
# All features: the browser tests are linted here too, and run by e2e.sh.
say "Lints, native"
cargo clippy --locked --workspace --all-targets --all-features -- -D warnings
say "Lints, WebAssembly"
cargo clippy --locked --workspace --target wasm32-unknown-unknown -- -D warnings
say "Native tests"
cargo test --locked
