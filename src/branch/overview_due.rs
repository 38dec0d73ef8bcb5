//! What is due, in words, and where its button leads.

use super::overview_words::{days_ago, days_left};
use crate::domain::branch::due::{Books, BranchDue, due_now, next_meeting};
use crate::domain::letters::lower;
use crate::route::DeskRoute;

#[derive(Clone, PartialEq)]
pub struct Headline {
    /// "Đến hạn", or the day.
    pub eyebrow: String,
    pub title: String,
    pub detail: String,
    /// Of which year the button's screen shall be.
    pub year: i32,
    pub button: Option<(DeskRoute, &'static str)>,
}

impl Headline {
    pub fn of_another_year(year: i32) -> Self {
        Self {
            eyebrow: "Xem lại".to_owned(),
            title: format!("Năm {year}"),
            detail: "Đổi năm trong “Mục lục”.".to_owned(),
            year,
            button: None,
        }
    }
}

pub fn headline(books: Books) -> Headline {
    let year = books.today.year();
    let due = |title: String, detail: String, to: DeskRoute, button: &'static str| Headline {
        eyebrow: "Đến hạn".to_owned(),
        title,
        detail,
        year,
        button: Some((to, button)),
    };
    match due_now(books) {
        Some(BranchDue::EnterRoster) => due(
            "Nhập danh sách chi bộ".to_owned(),
            "Lấy từ Excel, hoặc nhập từng người".to_owned(),
            DeskRoute::Roster,
            "Nhập danh sách",
        ),
        Some(BranchDue::IssuePack { begun: false }) => due(
            format!("Soạn bộ chuẩn mực năm {year}"),
            "Chuẩn mực, chuyên đề, số việc đăng ký. Có bộ ngắn sẵn để bắt đầu".to_owned(),
            DeskRoute::Pack,
            "Bắt đầu soạn",
        ),
        Some(BranchDue::IssuePack { begun: true }) => due(
            format!("Ban hành bộ chuẩn mực năm {year}"),
            "Đã soạn, chưa ban hành. Ban hành xong thì gửi cho mọi người".to_owned(),
            DeskRoute::Pack,
            "Xem và ban hành",
        ),
        Some(BranchDue::Prepare {
            month,
            on,
            days_left: days,
        }) => due(
            format!("Sinh hoạt chi bộ tháng {}", month.number()),
            format!("Ngày {} · {}", on.short(), days_left(days)),
            DeskRoute::Meeting(Some(month)),
            "Xem chương trình",
        ),
        Some(BranchDue::Adopt { waiting }) => due(
            format!("{waiting} bản đăng ký chờ thông qua"),
            "Thông qua trước tập thể trong buổi sinh hoạt, rồi ghi ngày vào đây".to_owned(),
            DeskRoute::Posting,
            "Xem và thông qua",
        ),
        Some(BranchDue::Assess {
            month,
            left,
            itself,
        }) => due(
            format!("Chi bộ đánh giá tháng {}", month.number()),
            match (left, itself) {
                (0, _) => "Còn phần chi bộ tự đánh giá".to_owned(),
                (left, false) => format!("Còn {left} người"),
                (left, true) => format!("Còn {left} người và chi bộ"),
            },
            DeskRoute::Months(Some(month)),
            "Đánh giá",
        ),
        Some(BranchDue::Conclude {
            year: theirs,
            review,
            waiting,
        }) => Headline {
            year: theirs,
            ..due(
                if theirs == year {
                    format!("{waiting} bản {} chờ kết luận", lower(review.name()))
                } else {
                    format!(
                        "{waiting} bản {} {theirs} chờ kết luận",
                        lower(review.name())
                    )
                },
                "Đọc bản đã gửi, ghi mức xếp loại và lời kết luận của chi bộ".to_owned(),
                DeskRoute::Reviews(review),
                "Xem và kết luận",
            )
        },
        Some(BranchDue::PutRight { overdue }) => due(
            format!("{overdue} hạn chế quá hạn khắc phục"),
            "Xem ai phụ trách, hạn đến ngày nào".to_owned(),
            DeskRoute::Months(None),
            "Xem các hạn chế",
        ),
        Some(BranchDue::BackUp { days }) => due(
            "Sao lưu chi bộ ra tệp".to_owned(),
            match days {
                None => "Chưa sao lưu lần nào. Máy hỏng thì chỉ tệp ấy còn".to_owned(),
                Some(days) => format!("Lần trước {}", days_ago(days)),
            },
            DeskRoute::Keeping,
            "Sao lưu",
        ),
        Some(BranchDue::AwaitPledges { missing, of }) => due(
            "Chờ bản đăng ký".to_owned(),
            format!("{missing} trên {of} người chưa gửi"),
            DeskRoute::Receive,
            "Nhận phiếu",
        ),
        Some(BranchDue::AwaitMonth { month, count }) => due(
            format!("Chờ tự đánh giá tháng {}", month.number()),
            format!("Đã có {} trên {} người", count.here(), count.of),
            DeskRoute::Receive,
            "Nhận phiếu",
        ),
        None => Headline {
            eyebrow: format!("Hôm nay {}", books.today),
            title: "Không có việc đến hạn".to_owned(),
            detail: match next_meeting(books.branch, books.today) {
                Some((month, on)) => format!(
                    "Kỳ tới: sinh hoạt tháng {}, ngày {}",
                    month.number(),
                    on.short()
                ),
                None => String::new(),
            },
            year,
            button: None,
        },
    }
}
