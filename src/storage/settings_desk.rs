//! What the desk remembers of itself, apart from the branches: losing it costs a tap, or a line to be typed again.

use so_tay_derive::in_files;

use crate::domain::{Day, DocumentId, Table};

#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct DeskSettings {
    /// The branch that opens first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<DocumentId>,
    /// When the last backup file of a branch was made.
    pub backed_up_on: Table<DocumentId, Day>,
    /// What was being typed into forms that wait for their button, by branch and place.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub unfinished: Table<String, String>,
}
