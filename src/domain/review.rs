//! The review (sơ kết 6 tháng, tổng kết năm): each person reports on the pledge in months 6 and 12 (S0).
//!
//! Most of a review can be said from what is in the handbook ([`review_facts`](super::review_facts)). So
//! only what the person wrote otherwise is kept, and what was left alone follows the facts. Finishing it
//! freezes the whole text with its day: that is what goes on paper and to the branch, and it stays as it
//! was whatever is changed afterwards.

use so_tay_derive::in_files;

use super::calendar::{Day, YearMonth};
use super::ids::ItemId;
use super::pack::Level;
use super::table::Table;

/// Which review.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// sơ kết 6 tháng
    HalfYear,
    /// tổng kết năm
    FullYear,
}

/// The day of June and December from which a review is asked for: time for the branch's meeting at the
/// month's end.
const ASKED_FROM: u8 = 15;

impl Review {
    pub const ALL: [Self; 2] = [Self::HalfYear, Self::FullYear];

    pub fn name(self) -> &'static str {
        match self {
            Self::HalfYear => "Sơ kết 6 tháng",
            Self::FullYear => "Tổng kết năm",
        }
    }

    /// The last month that it is about.
    pub fn last_month(self) -> u8 {
        match self {
            Self::HalfYear => 6,
            Self::FullYear => 12,
        }
    }

    pub fn covers(self, month: YearMonth) -> bool {
        month.number() <= self.last_month()
    }

    /// First and last day on which it is in time; `None` for a year that has no days.
    pub fn in_time(self, year: i32) -> Option<(Day, Day)> {
        let month = YearMonth::new(year, self.last_month())?;
        Some((month.day(ASKED_FROM), month.last_day()))
    }
}

/// Of a unit that classifies by points: for conduct in general, and for the year's tasks.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    pub general: u8,
    pub tasks: u8,
}

impl Points {
    pub fn total(self) -> u16 {
        u16::from(self.general) + u16::from(self.tasks)
    }
}

/// What the person wrote into a review.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct WrittenReview {
    /// By commitment, in place of what the ratings say.
    pub results: Table<ItemId, String>,
    /// How the standards were kept, in place of what the ratings say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standards: Option<String>,
    /// In place of the list of shortcomings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shortcomings: Option<String>,
    /// phương hướng, in place of what is still to be put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plans: Option<String>,
    /// One of the pack's classes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<ItemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished: Option<FinishedReview>,
}

/// A review as it was finished: every word of it, so that it says the same wherever it is read.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishedReview {
    pub on: Day,
    /// In the order of the pledge.
    #[serde(default)]
    pub results: Vec<ReviewedCommitment>,
    #[serde(default)]
    pub standards: String,
    #[serde(default)]
    pub shortcomings: String,
    #[serde(default)]
    pub plans: String,
    /// tự xếp loại, by the pack's class and its name then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Level>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
}

/// One commitment in a review: what was promised, and what came of it.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewedCommitment {
    pub action: String,
    /// How it was to be known, and by when.
    #[serde(default)]
    pub promised: String,
    #[serde(default)]
    pub result: String,
}
