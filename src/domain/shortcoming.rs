//! A shortcoming (hạn chế, thiếu sót) and its being put right: "rõ việc, rõ người, rõ trách
//! nhiệm, rõ kết quả" (S4), with a deadline (S1: "đề ra thời hạn").

use so_tay_derive::in_files;

use super::calendar::{Day, YearMonth};
use super::ids::ItemId;
use super::pledge::Deadline;

#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// chưa khắc phục
    #[default]
    NotYet,
    /// đang khắc phục
    UnderWay,
    /// đã khắc phục
    PutRight { on: Day },
}

impl Correction {
    pub fn name(self) -> &'static str {
        match self {
            Self::NotYet => "Chưa khắc phục",
            Self::UnderWay => "Đang khắc phục",
            Self::PutRight { .. } => "Đã khắc phục",
        }
    }
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcoming {
    pub id: ItemId,
    /// The month in which it showed.
    pub month: YearMonth,
    /// The standard that slipped, when it came from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<ItemId>,
    #[serde(default)]
    pub text: String,
    /// What will be done.
    #[serde(default)]
    pub remedy: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    #[serde(default)]
    pub correction: Correction,
}

impl Shortcoming {
    pub fn new(id: ItemId, month: YearMonth, standard: Option<ItemId>) -> Self {
        Self {
            id,
            month,
            standard,
            text: String::new(),
            remedy: String::new(),
            deadline: None,
            correction: Correction::NotYet,
        }
    }

    pub fn is_open(&self) -> bool {
        !matches!(self.correction, Correction::PutRight { .. })
    }

    pub fn is_overdue(&self, today: Day) -> bool {
        self.is_open()
            && self
                .deadline
                .as_ref()
                .and_then(Deadline::day)
                .is_some_and(|day| day < today)
    }

    /// Nothing was written in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
            && self.remedy.trim().is_empty()
            && self.deadline.is_none()
            && self.correction == Correction::NotYet
    }
}
