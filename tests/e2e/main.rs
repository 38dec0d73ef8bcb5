//! The built page in a real browser, at phone size: each story is one person's, from an empty
//! phone to an end at which nothing was lost, refused or sent to anyone else.
//!
//! `make test` runs them all; `scripts/e2e.sh NAME` those whose name contains NAME.

mod amendment;
mod barriers;
mod branch_cycle;
mod cycle;
mod deeds;
mod desk_barriers;
mod desk_kept;
mod desk_receive;
mod desk_register;
mod desk_roster;
mod desk_sample;
mod feedback;
mod guide;
mod habits;
mod handover;
mod harness;
mod keyboards;
mod locked;
mod many_files;
mod mistakes;
mod nothing_leaves;
mod office;
mod offline;
mod pictures;
mod policy;
mod print;
mod programs;
mod reminders;
mod reviews;
mod reviews_branch;
mod room;
mod sample;
mod screens;
mod settings;
mod stopped;
mod support;
mod tabs;
mod tabs_at_random;
mod trouble;
mod update;
