//! Receiving hand-overs (nhận phiếu): what each file is to the branch, told before anything is kept,
//! and the branch as it would be with all that can be taken.
//!
//! [`intake`](super::intake::intake) looks at the files in an order of its own, never in that of their arrival, and asks
//! only what it can't know: whose a handbook is, which of two handbooks of one person counts, which
//! of two files under one number. The answers are kept by the screen and handed in again; what was
//! settled and taken is remembered in the branch and not asked twice.

use super::Branch;
use super::dossier::Dossier;
use super::received::Brings;
use crate::domain::ids::{DocumentId, ItemId};
use crate::domain::table::Table;

/// What the secretary has settled so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    pub whose: Table<DocumentId, Whose>,
    /// The handbook that counts for a person's year.
    pub counts: Table<(ItemId, i32), DocumentId>,
    /// By checksum: whether this file counts before the one under the same number.
    pub prevails: Table<String, bool>,
}

/// Whose a handbook is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    Person(ItemId),
    /// To be entered on the roster from the file's profile; once, when two handbooks name the same.
    Newcomer,
    /// The same, though there is somebody of that name.
    Namesake,
    /// Left out.
    Nobody,
}

/// What one file is to the branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub owner: Owner,
    pub verdict: Verdict,
    /// To be settled by a person; it stays while an answer to it can still be changed.
    pub asks: Option<Ask>,
    pub notes: Vec<Note>,
    /// It will be kept. Not so: a repetition, and whatever still waits for an answer.
    pub taken: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// As it was settled with an earlier file.
    Remembered(ItemId),
    /// The only one of that name.
    ByName(ItemId),
    Answered(ItemId),
    LeftOut,
    Unsettled,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The first of its handbook.
    New,
    /// Later than all that came from its handbook.
    Newer(Brings),
    /// The very file is here already.
    Same,
    /// A later one was here first; it may still bring what no other did.
    Older(Brings),
    /// Another file came under the same number of the same handbook.
    Conflict(Brings),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Which of these, the likeliest first, or somebody who is not on the roster.
    Whose(Vec<ItemId>),
    /// Another handbook of the same person's year counts so far: a new phone?
    Handbook { person: ItemId, counts: DocumentId },
    /// The checksum of the other file under this number.
    File { known: String },
}

/// Pointed out; no reason to refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The file names another branch.
    OtherBranch,
    /// Letters that nobody sees are in the name.
    UnseenLetters,
    /// The person no longer belonged on the day of receiving.
    Gone,
    /// The year was put away into a file: nothing can be added here.
    Archived,
}

/// The files' verdicts, and what would be kept.
#[derive(Clone, Debug)]
pub struct Intake {
    /// In the order of the files.
    pub judged: Vec<Judged>,
    pub branch: Branch,
    /// Those that would change, in the order of people and years.
    pub dossiers: Vec<Dossier>,
}

impl Owner {
    pub fn person(&self) -> Option<&ItemId> {
        match self {
            Self::Remembered(person) | Self::ByName(person) | Self::Answered(person) => {
                Some(person)
            }
            Self::LeftOut | Self::Unsettled => None,
        }
    }
}
