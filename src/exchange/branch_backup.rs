//! The branch's own copy of everything it keeps, and the archive of one year: a file from the branch
//! to the branch. Only the desk opens it.

use so_tay_derive::in_files;

use super::{Envelope, Kind, Nfc, Problem, branch_rules, unseal, write};
use crate::domain::branch::{Branch, Dossier};

/// Everything of one branch, or everything of one year of it.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchBackup {
    /// The dossiers are those of this year only, which may have been taken off the device; `None`:
    /// they are all that the branch had there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive_of: Option<i32>,
    pub branch: Branch,
    /// One a person and year.
    #[serde(default)]
    pub dossiers: Vec<Dossier>,
}

/// The file of a branch's backup or of a year's archive.
pub fn write_branch_backup(envelope: &Envelope<BranchBackup>, nfc: Nfc) -> String {
    write(Kind::BranchBackup, envelope, nfc)
}

/// As [`open`](super::open), for this kind only.
pub fn open_branch_backup(bytes: &[u8], nfc: Nfc) -> Result<Envelope<BranchBackup>, Problem> {
    unseal(bytes, nfc, &[Kind::BranchBackup])?.open(branch_rules::backup)
}
