//! The files: that what is written opens again the same, that what is not ours or not whole is
//! refused with one sentence, and that the published schemas say what the code does.

#[path = "../common/arbitrary.rs"]
mod arbitrary;

mod branch;
mod branch_report;
mod by_serde;
mod calendar_file;
mod canonical;
mod check_code;
mod golden;
mod names;
mod properties;
mod refused;
mod rescue;
mod roster_table;
mod schema;
mod sealed;
mod tolerated;
