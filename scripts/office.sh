#!/usr/bin/env bash
# The Office files in the hands of LibreOffice: what it says stands in ours, and what we read of its own.
. "$(dirname "$0")/tools.sh"

office_tools
[ "${1:-}" = install ] && exit
say "The Office files in $(soffice --version)"
cargo test --locked --package so-tay-office --features libreoffice
