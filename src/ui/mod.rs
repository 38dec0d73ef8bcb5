//! Parts of the screens that know nothing of pledges.

mod chart;
mod choice;
mod content;
mod el;
mod errors;
mod field;
mod file;
mod files;
mod icon;
mod leave;
mod notice;
mod office;
mod paper;
mod paste;
mod room;
mod select;
mod shorthand;

pub use chart::{Fill, bar, chart, dot, path, words};
pub use choice::{Choice, check, choices};
pub use content::{Content, each, live};
pub use el::{El, View, drawn, el};
pub use errors::{Wrong, error_of, error_summary};
pub use field::{Field, field};
pub use file::file_button;
pub use files::{drop_zone, files_button};
pub use icon::{Icon, icon, symbol};
pub use leave::{Leaving, Way, ways_out};
pub use notice::{Kind, notice, undo_notice};
pub use office::{NOT_THERE, OfficeFile};
pub use paper::{lines, paper, paper_ways};
pub use paste::paste;
pub use room::{meter, once_safe, put_away_heading, put_away_rows, size};
pub use select::select;
pub use shorthand::{
    actions, b, button, details, eyebrow, form, h1, h2, hint, link, muted, p, stack,
};
