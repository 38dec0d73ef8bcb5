//! Small sentences that several screens say.

use crate::domain::{Day, MonthState, Stage};

/// "hôm nay", "hôm qua", "21 ngày trước".
pub fn days_ago(day: Day, today: Day) -> String {
    match today.days_since(day) {
        ..=0 => "hôm nay".to_owned(),
        1 => "hôm qua".to_owned(),
        days => format!("{days} ngày trước"),
    }
}

/// "còn 2 ngày", "hôm nay".
pub fn days_left(days: i32) -> String {
    if days == 0 {
        "hôm nay".to_owned()
    } else {
        format!("còn {days} ngày")
    }
}

pub fn stage(stage: Stage) -> String {
    match stage {
        Stage::Submitted => "Đã nộp".to_owned(),
        Stage::Adopted { on } => format!("Thông qua {}", on.short()),
        Stage::Posted { on, .. } => format!("Công khai {}", on.short()),
    }
}

/// What a month's mark means, in words.
pub fn month_state(state: MonthState) -> &'static str {
    match state {
        MonthState::Rated => "đã đánh giá",
        MonthState::RatedLate => "đánh giá muộn",
        MonthState::Begun => "viết dở",
        MonthState::Due => "đang đến hạn",
        MonthState::Missed => "còn thiếu",
        MonthState::ToCome => "chưa tới",
        MonthState::BeforeStart => "trước khi lập sổ",
    }
}

/// `data-state` of a month's mark.
pub fn month_mark(state: MonthState) -> &'static str {
    match state {
        MonthState::Rated => "rated",
        MonthState::RatedLate => "late",
        MonthState::Begun => "draft",
        MonthState::Due => "due",
        MonthState::Missed => "missed",
        MonthState::ToCome => "later",
        MonthState::BeforeStart => "before",
    }
}
