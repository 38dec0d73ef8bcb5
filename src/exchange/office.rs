//! What the page and the Office program say to each other. That one is another program, off the page's
//! thread, and knows nothing of pledges: what it shall make is told to it whole.

use so_tay_derive::in_files;

use super::Nfc;
use super::roster_columns::guess;
use super::sheet::{Sheet, Unreadable, read_sheet};
use super::tables::Grid;
use crate::domain::paper::Paper;
use crate::json::{Misfit, canonical, from_value, read, to_value};

/// A file to make.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
// There is one at a time.
#[allow(clippy::large_enum_variant)]
pub enum Order {
    /// .docx
    Word(Paper),
    /// .xlsx, a tab for each
    Excel(Vec<Grid>),
}

impl Order {
    pub fn write(&self) -> String {
        canonical(&to_value(self))
    }

    pub fn read(text: &str) -> Result<Self, Misfit> {
        from_value(read(text)?)
    }
}

/// What the Office program answers when it has opened a workbook: each tab as a spreadsheet puts it on the
/// clipboard, a line for each row from the first on.
pub fn write_tabs(tabs: &Vec<String>) -> String {
    canonical(&to_value(tabs))
}

/// Of a workbook's tabs the first that has a column of names, else the first that is a table.
pub fn roster_tab(tabs: &str, nfc: Nfc) -> Result<Sheet, Unreadable> {
    let tabs: Vec<String> = read(tabs)
        .and_then(from_value)
        .map_err(|_| Unreadable::Workbook)?;
    let mut first = Err(Unreadable::Blank);
    for tab in tabs {
        let sheet = read_sheet(tab.as_bytes(), nfc);
        let has_names = |sheet: &Sheet| {
            let columns = guess(sheet);
            columns.meanings.iter().any(|meaning| meaning.is_of_name())
        };
        if sheet.as_ref().is_ok_and(has_names) {
            return sheet;
        }
        if first == Err(Unreadable::Blank) {
            first = sheet;
        }
    }
    first
}
