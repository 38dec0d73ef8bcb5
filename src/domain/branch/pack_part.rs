//! The parts of a pack, each written on a page of its own.

/// What is written on one page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackPart {
    Standards,
    /// The year's theme, the quarters' topics, works to read.
    Topics,
    /// How many commitments, the scale, the day of the meeting.
    Rules,
    /// By what people's years are classified: classes, points.
    Classes,
    /// Of the branch and its unit, and the headings of the printed form.
    Names,
}

impl PackPart {
    pub const ALL: [Self; 5] = [
        Self::Standards,
        Self::Topics,
        Self::Rules,
        Self::Classes,
        Self::Names,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Standards => "Chuẩn mực",
            Self::Topics => "Chuyên đề",
            Self::Rules => "Số việc, mức đánh giá, ngày họp",
            Self::Classes => "Xếp loại cuối kỳ",
            Self::Names => "Tên và tiêu đề bản in",
        }
    }
}
