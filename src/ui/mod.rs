//! Parts of the screens that know nothing of pledges.
//!
//! They are functions that give a finished view, not generic components: each call adds a few
//! bytes to the page instead of a type of its own.

mod choice;
mod errors;
mod field;
mod file;
mod icon;
mod notice;

pub use choice::{Choice, check, choices};
pub use errors::{Wrong, error_of, error_summary};
pub use field::{Field, field};
pub use file::file_button;
pub use icon::{Icon, icon};
pub use notice::{Kind, notice, undo_notice};
