//! A dossier (hồ sơ): what the branch holds of one person for one year.
//!
//! Hand-overs add up, and may arrive in any order and repeatedly: so each part is kept with the
//! revision of the file that brought it, and a part of a lower revision never replaces a higher one.

use so_tay_derive::in_files;

use super::feedback::GivenFeedback;
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::deed::Deed;
use crate::domain::handover::{Consent, HandedMonth, HandedPledge};
use crate::domain::ids::{DocumentId, ItemId};
use crate::domain::pack::Standard;
use crate::domain::people::Profile;
use crate::domain::review::{FinishedReview, Review};
use crate::domain::shortcoming::Shortcoming;
use crate::domain::table::Table;

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    pub person: ItemId,
    pub year: i32,
    /// What the person handed over from the handbook that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Received>,
    /// From other handbooks of the same person and year (a new phone): kept, not counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_handbooks: Vec<Received>,
    /// A pledge on paper only: how many commitments it has and when it was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_paper: Option<OnPaper>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adopted>,
    /// công khai: the day the pledge was put up. Only with the person's consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<Day>,
    /// The branch's assessment of the person, by the month assessed.
    #[serde(default)]
    pub assessments: Table<YearMonth, Assessment>,
    /// What the branch concluded of the person's reviews.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub conclusions: Table<Review, Assessment>,
    /// What the branch tells the person with the next feedback.
    #[serde(default)]
    pub remark: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_feedback: Option<GivenFeedback>,
}

/// A pledge that exists on paper only; it counts like a received one.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnPaper {
    pub on: Day,
    pub commitments: u8,
}

/// One handbook's hand-overs, added up.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The handbook's.
    pub document_id: DocumentId,
    /// Ascending by revision.
    pub files: Vec<FileSeen>,
    pub profile: Versioned<Profile>,
    pub consent: Versioned<Consent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledge: Option<Versioned<HandedPledge>>,
    #[serde(default)]
    pub months: Table<YearMonth, Versioned<HandedMonth>>,
    #[serde(default)]
    pub shortcomings: Table<ItemId, Versioned<Shortcoming>>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub reviews: Table<Review, Versioned<FinishedReview>>,
    /// việc tốt: those without consent were taken back.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub deeds: Table<ItemId, Versioned<Deed>>,
    #[serde(default)]
    pub own_standards: Table<ItemId, Versioned<Standard>>,
}

/// A file that was taken in.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSeen {
    pub revision: u32,
    /// The envelope's: tells a repetition from another file under the same number.
    pub checksum: String,
    pub received_on: Day,
}

/// A part and the revision of the file that brought it.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "Versioned{T}"))]
pub struct Versioned<T> {
    pub revision: u32,
    pub value: T,
}

/// thông qua trước tập thể (S4), as the branch records it.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adopted {
    pub on: Day,
    /// Which revision of the pledge; 0: one on paper.
    pub pledge_revision: u32,
}

/// A month, or a review, as the branch assesses it.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Assessment {
    /// A step of the pack's scale; of a review one of its classes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<ItemId>,
    pub remark: String,
}

impl Dossier {
    pub fn new(person: ItemId, year: i32) -> Self {
        Self {
            person,
            year,
            received: None,
            other_handbooks: Vec::new(),
            on_paper: None,
            adopted: None,
            posted_on: None,
            assessments: Table::new(),
            conclusions: Table::new(),
            remark: String::new(),
            given_feedback: None,
        }
    }
}
