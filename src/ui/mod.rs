//! Parts of the screens that know nothing of pledges.

mod choice;
mod el;
mod errors;
mod field;
mod file;
mod icon;
mod notice;

pub use choice::{Choice, check, choices};
pub use el::{
    Content, El, View, actions, b, button, details, each, el, eyebrow, form, h1, h2, hint, link,
    live, muted, p, stack,
};
pub use errors::{Wrong, error_of, error_summary};
pub use field::{Field, field};
pub use file::file_button;
pub use icon::{Icon, icon};
pub use notice::{Kind, notice, undo_notice};
