//! What the person chose for the page itself. It holds nothing that they wrote: losing it costs a
//! few taps.

use so_tay_derive::in_files;

use crate::domain::{Day, DocumentId};

#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Largest,
}

#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the phone has it.
    #[default]
    System,
    Light,
    Dark,
}

impl TextSize {
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Largest];

    /// What the stylesheets know it by.
    pub fn attribute(self) -> &'static str {
        ["normal", "large", "largest"][self as usize]
    }
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What the stylesheets know it by.
    pub fn attribute(self) -> &'static str {
        ["system", "light", "dark"][self as usize]
    }
}

#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Settings {
    /// The handbook that opens first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<DocumentId>,
    pub text_size: TextSize,
    pub theme: Theme,
    /// When the last backup file was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backed_up_on: Option<Day>,
}
