//! What the page and the Office program say to each other. That one is another program, off the page's
//! thread, and knows nothing of pledges: what it shall make is told to it whole.

use so_tay_derive::in_files;

use super::tables::Grid;
use crate::domain::paper::Paper;
use crate::json::{Misfit, canonical, from_value, read, to_value};

/// A file to make.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// .docx
    Word(Paper),
    /// .xlsx, a tab for each
    Excel(Vec<Grid>),
}

/// A tab of a workbook that was opened.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    pub name: String,
    /// As a spreadsheet puts it on the clipboard, for [`read_sheet`](super::sheet::read_sheet): a line for
    /// each row from the first on.
    pub text: String,
}

impl Order {
    pub fn write(&self) -> String {
        canonical(&to_value(self))
    }

    pub fn read(text: &str) -> Result<Self, Misfit> {
        from_value(read(text)?)
    }
}

/// What the Office program answers when it has opened a workbook.
pub fn write_tabs(tabs: &Vec<Tab>) -> String {
    canonical(&to_value(tabs))
}

pub fn read_tabs(text: &str) -> Result<Vec<Tab>, Misfit> {
    from_value(read(text)?)
}
