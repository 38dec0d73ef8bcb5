//! What the branch tells a person (phiếu nhận xét): adoption, posting, assessments, a remark.

use serde::{Deserialize, Serialize};

use super::dossier::Adopted;
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::ids::DocumentId;
use crate::domain::table::Table;

/// The whole of what the branch has to say so far: a later one takes the place of an earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Feedback {
    /// The handbook that it is for.
    pub handbook: DocumentId,
    pub year: i32,
    /// The person's name, for people to see whose it is.
    pub name: String,
    /// chi bộ
    pub branch: String,
    pub given_on: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adopted>,
    /// công khai: not without an adoption, and not before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<Day>,
    /// By the month assessed, all of the year.
    #[serde(default)]
    pub assessments: Table<YearMonth, Assessed>,
    #[serde(default)]
    pub remark: String,
}

/// A month as the branch assessed it, in words: the person's scale may be another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Assessed {
    /// The level's name; empty: none was given.
    pub level: String,
    pub remark: String,
}
