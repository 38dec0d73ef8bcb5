//! The built page in a real browser, at phone size: each story is one person's, from an empty
//! phone to an end at which nothing was lost, refused or sent to anyone else.
//!
//! `make test` runs them all; `scripts/e2e.sh NAME` those whose name contains NAME.

mod harness;
mod offline;
mod screens;
mod support;
