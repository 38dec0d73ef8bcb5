//! What the desk remembers of itself, apart from the branches: losing it costs a tap.

use serde::{Deserialize, Serialize};

use crate::domain::{Day, DocumentId, Table};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeskSettings {
    /// The branch that opens first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<DocumentId>,
    /// When the last backup file of a branch was made.
    pub backed_up_on: Table<DocumentId, Day>,
}
