//! The branch's monthly meeting (sinh hoạt chi bộ): whose turn it is, what was told and decided.

use so_tay_derive::in_files;

use crate::domain::calendar::{Day, YearMonth};
use crate::domain::ids::ItemId;

/// One meeting, before and after it was held.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Meeting {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_on: Option<Day>,
    /// Whose turn it is in self-criticism and criticism (tự phê bình và phê bình), as settled for
    /// this meeting; `None`: as the rotation proposes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns: Option<Vec<ItemId>>,
    /// Good deeds to tell.
    pub deeds: Vec<GoodDeed>,
    /// What else is on the agenda, a line each.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub other: String,
    /// What was decided.
    pub decided: String,
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodDeed {
    pub id: ItemId,
    /// Of the roster; `None`: the branch as a whole or somebody outside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<ItemId>,
    pub text: String,
}

/// How often turns are taken (S3, S4: "xoay vòng", hằng tháng hoặc hằng quý).
#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    #[default]
    Monthly,
    /// In the last meeting of each quarter.
    Quarterly,
}

impl Rhythm {
    pub const ALL: [Self; 2] = [Self::Monthly, Self::Quarterly];

    pub fn name(self) -> &'static str {
        match self {
            Self::Monthly => "Mỗi tháng",
            Self::Quarterly => "Cuối mỗi quý",
        }
    }

    /// Whether turns are taken in that month's meeting.
    pub fn falls_in(self, month: YearMonth) -> bool {
        match self {
            Self::Monthly => true,
            Self::Quarterly => month.number().is_multiple_of(3),
        }
    }
}

/// The order of turns over the roster.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[serde(default)]
pub struct Rotation {
    pub rhythm: Rhythm,
    /// People a turn, from 1.
    pub people_a_turn: u8,
    /// Only members take turns; else everyone of the roster.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub members_only: bool,
}

impl Default for Rotation {
    fn default() -> Self {
        Self {
            rhythm: Rhythm::Monthly,
            people_a_turn: 2,
            members_only: false,
        }
    }
}
