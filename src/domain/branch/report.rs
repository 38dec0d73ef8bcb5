//! The branch's report (báo cáo chi bộ): of six months and of the year, numbered, to the level above (S0).
//!
//! What a section says is made from what the branch keeps ([`report_words`](super::report_words)). Only
//! what the secretary wrote otherwise is kept, together with the words that stood there then: so a
//! section keeps its text when numbers change, and the page can say that they have changed.

use so_tay_derive::in_files;

use super::Branch;
use crate::domain::calendar::Day;
use crate::domain::review::Review;
use crate::domain::table::Table;

/// A section of the report, in the order of the paper.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum ReportPart {
    /// chuyên đề đã học
    Topics,
    /// đăng ký làm theo
    Registration,
    /// tự đánh giá, sinh hoạt hằng tháng
    Months,
    /// hạn chế, thiếu sót đã khắc phục
    Shortcomings,
    /// xếp loại
    Classes,
    /// biểu dương, khen thưởng
    Commendations,
    /// so với năm trước (S1)
    Compared,
    /// tồn tại, nguyên nhân (S0); nobody but the branch can say it.
    Weaknesses,
    /// phương hướng
    Plans,
}

impl ReportPart {
    pub const ALL: [Self; 9] = [
        Self::Topics,
        Self::Registration,
        Self::Months,
        Self::Shortcomings,
        Self::Classes,
        Self::Commendations,
        Self::Compared,
        Self::Weaknesses,
        Self::Plans,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Topics => "Học tập chuyên đề",
            Self::Registration => "Đăng ký làm theo",
            Self::Months => "Tự đánh giá và sinh hoạt hằng tháng",
            Self::Shortcomings => "Khắc phục hạn chế, thiếu sót",
            Self::Classes => "Xếp loại",
            Self::Commendations => "Biểu dương, khen thưởng",
            Self::Compared => "So với năm trước",
            Self::Weaknesses => "Tồn tại, nguyên nhân",
            Self::Plans => "Phương hướng",
        }
    }
}

/// Which number a group's sentence begins with: S0 says it one way of 2012, the other of 2013.
#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// "đảng viên 37/38 đã đăng ký bằng 02 việc; 27/30 quần chúng …"
    #[default]
    GroupFirst,
    /// "39/40 đảng viên đã đăng ký bằng 02 việc, 24/25 quần chúng …"
    NumberFirst,
}

/// What the secretary wrote of one report.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct BranchReport {
    /// As it stands on the paper: "183 /BC-ĐU" (S0).
    pub number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// địa danh, before the date.
    pub place: String,
    /// To whom, a line each (nơi nhận, kính gửi).
    pub to: String,
    /// Who signs, by name.
    pub signed_by: String,
    /// How often it was saved as a file for the level above.
    pub sent: u32,
    pub wording: Wording,
    /// The sections that were written otherwise.
    pub own: Table<ReportPart, OwnWords>,
}

/// A section in the secretary's words.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    pub text: String,
    /// What the numbers said when this was last looked at.
    #[serde(default)]
    pub over: String,
}

/// A section as it will be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub part: ReportPart,
    pub text: String,
    /// By the numbers of today; the same as `text` where nothing was written.
    pub counted: String,
    /// Written by the secretary.
    pub is_own: bool,
    /// What the numbers say has changed since it was written.
    pub changed: bool,
}

impl BranchReport {
    /// `counted`: what the numbers say.
    pub fn section(&self, part: ReportPart, counted: String) -> Section {
        match self.own.get(&part) {
            Some(own) => Section {
                part,
                text: own.text.clone(),
                changed: own.over != counted,
                counted,
                is_own: true,
            },
            None => Section {
                part,
                text: counted.clone(),
                counted,
                is_own: false,
                changed: false,
            },
        }
    }

    /// Writes a section; words that are those of the numbers are not kept, so that the section
    /// follows them again. `over` stays what it was until [`BranchReport::looked_at`].
    pub fn write(&mut self, part: ReportPart, text: String, counted: &str) {
        if text == counted {
            self.own.remove(&part);
            return;
        }
        let own = self.own.get_or_insert_with(part, || OwnWords {
            text: String::new(),
            over: counted.to_owned(),
        });
        own.text = text;
    }

    /// The secretary has seen what the numbers say now, and the words stand.
    pub fn looked_at(&mut self, part: ReportPart, counted: &str) {
        if let Some(own) = self.own.get(&part) {
            let text = own.text.clone();
            let over = counted.to_owned();
            self.own.insert(part, OwnWords { text, over });
        }
    }
}

impl Branch {
    /// As it was written so far; blank where nothing was.
    pub fn report(&self, year: i32, review: Review) -> BranchReport {
        let of_year = self.year(year);
        let known = of_year.and_then(|of_year| of_year.reports.get(&review));
        known.cloned().unwrap_or_default()
    }

    pub fn report_mut(&mut self, year: i32, review: Review) -> &mut BranchReport {
        let reports = &mut self.year_mut(year).reports;
        reports.get_or_insert_with(review, BranchReport::default)
    }
}
