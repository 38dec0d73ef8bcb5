//! Hostile files: files in order of every kind are spoilt in every way that came to mind, and fed to
//! every importer; and so are texts that lie in the storage. Nothing may panic, hang, be half taken, or be refused without a plain sentence.
//!
//! `make test` runs a share. `make fuzz` runs a million and prints the counts. A case that fails says
//! its number: `HOSTILE_CASE=123 cargo test --test hostile -- million` runs it alone.

#[path = "../common/arbitrary.rs"]
mod arbitrary;

mod apart;
mod cases;
mod checks;
mod corpus;
mod corpus_branch;
mod desk;
mod noise;
mod odd;
mod proportion;
mod rng;
mod seeds;
mod stored;
mod tree;
