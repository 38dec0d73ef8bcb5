//! The monthly self-rating (tự đánh giá tháng), and when it is due.
//!
//! A month may be written in at any time from its first day. It falls due on its last day and is
//! late after the branch meeting of the following month, which takes up "kết quả việc làm theo
//! tháng trước" (S4).

use so_tay_derive::in_files;

use super::calendar::{Day, YearMonth};
use super::ids::ItemId;
use super::pack::PackVersion;
use super::table::Table;

/// How a standard was kept in a month.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// giữ được
    Kept,
    /// có lúc chưa
    Slipped,
    /// không gặp
    NoOccasion,
}

impl Keeping {
    pub const ALL: [Self; 3] = [Self::Kept, Self::Slipped, Self::NoOccasion];

    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "Giữ được",
            Self::Slipped => "Có lúc chưa",
            Self::NoOccasion => "Không gặp",
        }
    }
}

/// One commitment in one month. The evidence is for the branch.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct CommitmentRating {
    /// A step of the pack's scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<ItemId>,
    /// minh chứng, one line
    pub evidence: String,
}

impl CommitmentRating {
    fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// One month of one person. Only what has no "private" in its name may ever be handed over.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthlyRating {
    /// The pack it was rated by: a newer one does not reach back.
    pub pack: PackVersion,
    #[serde(default)]
    pub commitments: Table<ItemId, CommitmentRating>,
    #[serde(default)]
    pub standards: Table<ItemId, Keeping>,
    /// Note for the branch.
    #[serde(default)]
    pub branch_note: String,
    /// Never leaves the phone, but in the person's own backup.
    #[serde(default)]
    pub private_note: String,
    /// The first day on which the person called it done; writing more later does not move it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_on: Option<Day>,
}

impl MonthlyRating {
    pub fn new(pack: PackVersion) -> Self {
        Self {
            pack,
            commitments: Table::new(),
            standards: Table::new(),
            branch_note: String::new(),
            private_note: String::new(),
            completed_on: None,
        }
    }

    pub fn is_blank(&self) -> bool {
        self.completed_on.is_none()
            && self.commitments.values().all(CommitmentRating::is_blank)
            && self.standards.is_empty()
            && self.branch_note.is_empty()
            && self.private_note.is_empty()
    }

    pub fn commitment(&self, id: &ItemId) -> CommitmentRating {
        self.commitments.get(id).cloned().unwrap_or_default()
    }
}

/// A month on the year's strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthState {
    /// đã đánh giá
    Rated,
    /// đánh giá muộn: done after the branch meeting.
    RatedLate,
    /// Begun before it falls due.
    Begun,
    /// đến hạn: over, and the meeting has not been yet.
    Due,
    /// thiếu
    Missed,
    /// chưa tới
    ToCome,
    /// Fell due before the handbook was begun: may be filled in, is not held against anyone.
    BeforeStart,
}

/// The last day on which the month's rating is in time: that of the next month's branch meeting.
pub fn in_time_until(month: YearMonth, meeting_day: u8) -> Day {
    month
        .next()
        .map_or_else(|| month.last_day(), |next| next.day(meeting_day))
}

pub fn month_state(
    month: YearMonth,
    rating: Option<&MonthlyRating>,
    meeting_day: u8,
    begun_on: Day,
    today: Day,
) -> MonthState {
    let until = in_time_until(month, meeting_day);
    let begun = || rating.is_some_and(|rating| !rating.is_blank());
    match rating.and_then(|rating| rating.completed_on) {
        Some(on) if on > until => MonthState::RatedLate,
        Some(_) => MonthState::Rated,
        None if today < month.last_day() && begun() => MonthState::Begun,
        None if today < month.last_day() => MonthState::ToCome,
        None if today <= until => MonthState::Due,
        None if begun_on > month.last_day() => MonthState::BeforeStart,
        None => MonthState::Missed,
    }
}
