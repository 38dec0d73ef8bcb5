//! Hôm nay: what is due now, with one big button for it; then the year, and the papers.

use crate::book::book;
use crate::domain::due::{Due, due_now, next_due};
use crate::domain::pledge::PledgeStatus;
use crate::domain::{Day, Handbook};
use crate::member::{months, words};
use crate::route::{PapersRoute, Route};
use crate::signal::Signal;
use crate::ui::{
    Content, El, Icon, View, each, el, eyebrow, h1, h2, icon, link, live, muted, stack,
};

pub fn screen() -> View {
    let book = book();
    let due = Signal::derive(move || {
        let today = book.today.get();
        book.read(|handbook| Some(headline(handbook, today)))
    });
    let year = book.part(|handbook| format!("Năm {}", handbook.year));
    (
        live(move || due.get().map(due_view)),
        stack((h2(year), months::strip())),
        papers(),
    )
        .view()
}

/// The first screen's answer: words, and where its button leads.
#[derive(Clone, PartialEq)]
struct Headline {
    /// "Đến hạn" or the day.
    eyebrow: String,
    title: String,
    detail: String,
    button: Option<(String, &'static str)>,
}

fn headline(handbook: &Handbook, today: Day) -> Headline {
    let due = |title: String, detail: String, to: Route, button: &'static str| Headline {
        eyebrow: "Đến hạn".to_owned(),
        title,
        detail,
        button: Some((to.to_string(), button)),
    };
    match due_now(handbook, today) {
        Some(Due::WritePledge { complete: 0, quota }) => due(
            format!("Viết bản đăng ký năm {}", handbook.year),
            format!("Cần {quota} việc, mỗi việc 5 câu hỏi ngắn"),
            Route::Pledge,
            "Bắt đầu viết",
        ),
        Some(Due::WritePledge { complete, quota }) => due(
            "Viết tiếp bản đăng ký".to_owned(),
            format!("Cần {quota} việc, đã xong {complete}"),
            Route::Pledge,
            "Viết tiếp",
        ),
        Some(Due::SubmitPledge) => due(
            "Nộp bản đăng ký".to_owned(),
            "Đã viết đủ việc. Kiểm tra lại rồi ghi là đã nộp".to_owned(),
            Route::PledgeReview,
            "Kiểm tra lại",
        ),
        Some(Due::Rate {
            month,
            until,
            days_left,
        }) => due(
            format!("Tự đánh giá tháng {}", month.number()),
            format!(
                "Họp chi bộ {} · {}",
                until.short(),
                words::days_left(days_left)
            ),
            Route::Rating(Some(month)),
            "Đánh giá trong một phút",
        ),
        Some(Due::Review { review, until }) => Headline {
            eyebrow: "Đến hạn".to_owned(),
            title: review.name().to_owned(),
            detail: format!("Hạn {}", until.short()),
            button: Some((to_papers(PapersRoute::Review(review)), "Xem lại")),
        },
        Some(Due::RateMissed { month, missed }) => {
            let others = if missed > 1 {
                format!("Còn {missed} tháng chưa đánh giá. ")
            } else {
                String::new()
            };
            let title = format!("Tháng {} chưa đánh giá", month.number());
            due(
                title,
                format!("{others}Ghi bổ sung được, tháng đó hiện là “muộn”"),
                Route::Rating(Some(month)),
                "Ghi bổ sung",
            )
        }
        Some(Due::PutRight { shortcoming, since }) => {
            let found = handbook
                .shortcomings
                .iter()
                .find(|found| found.id == shortcoming);
            let month = found.map(|found| found.month);
            due(
                "Một hạn chế đã quá hạn khắc phục".to_owned(),
                format!(
                    "{} · hạn {since}",
                    found.map(|found| found.text.clone()).unwrap_or_default()
                ),
                Route::Rating(month),
                "Xem lại",
            )
        }
        Some(Due::HandOver { parts }) => due(
            "Gửi chi bộ".to_owned(),
            format!("{parts} mục chi bộ chưa có hoặc đã thay đổi"),
            Route::Handover,
            "Xem và gửi",
        ),
        None => Headline {
            eyebrow: format!("Hôm nay {today}"),
            title: "Không có việc đến hạn".to_owned(),
            detail: match next_due(handbook, today) {
                Some((month, day)) => format!(
                    "Kỳ tới: tự đánh giá tháng {}, từ {}",
                    month.number(),
                    day.short()
                ),
                None => format!("Sổ năm {} đã đủ", handbook.year),
            },
            button: None,
        },
    }
}

/// The sample is in memory only: the program of the papers opens it anew.
fn to_papers(route: PapersRoute) -> String {
    if book().is_sample() {
        PapersRoute::Sample.to_string()
    } else {
        route.to_string()
    }
}

fn due_view(headline: Headline) -> View {
    let Headline {
        eyebrow: line,
        title,
        detail,
        button,
    } = headline;
    let line = eyebrow(line).class(if button.is_some() {
        "eyebrow now"
    } else {
        "eyebrow"
    });
    let button = button.map(|(to, words)| link("button wide", &to, (words, " ", icon(Icon::Go))));
    (line, h1(title), muted(detail), button).view()
}

fn papers() -> El {
    let book = book();
    let pledge = book.part(|handbook| match handbook.pledge.status() {
        PledgeStatus::Draft => format!(
            "Bản nháp, {} trên {} việc",
            handbook.pledge.complete(),
            handbook.quota()
        ),
        PledgeStatus::Standing(stage) => words::stage(stage),
        PledgeStatus::Amending(_) => "Đang sửa, chưa nộp lại".to_owned(),
    });
    let handed = Signal::derive(move || {
        let today = book.today.get();
        book.read(|handbook| {
            let parts = handbook.unsent().len();
            let last = handbook.handed.log.last();
            match last.map(|last| words::days_ago(last.on, today)) {
                None if parts == 0 => "Chưa có gì để gửi".to_owned(),
                None => format!("{parts} mục chưa gửi"),
                Some(when) if parts == 0 => format!("Gửi {when}"),
                Some(when) => format!("{parts} mục chưa gửi · gửi {when}"),
            }
        })
    });
    let backed_up = Signal::derive(move || {
        let today = book.today.get();
        let last = book.settings.with(|settings| settings.backed_up_on);
        last.map_or_else(
            || "Chưa lần nào".to_owned(),
            |day| words::days_ago(day, today),
        )
    });
    let told = book.part(|handbook| Some(handbook.feedback.as_ref()?.told.given_on.short()));
    let rows = [
        (Route::Pledge, "Bản đăng ký", pledge),
        (Route::Handover, "Gửi chi bộ", handed),
        (Route::Settings, "Sao lưu, cài đặt", backed_up),
    ];
    let row = |to: String, name: &'static str, value: View| {
        el("li").with(link(
            "",
            &to,
            (el("span").with(name), el("span").class("value").with(value)),
        ))
    };
    let told = live(move || {
        let told = told.get()?;
        Some(row(
            Route::Handover.to_string(),
            "Chi bộ nhận xét",
            told.view(),
        ))
    });
    let rows = each(rows, |(to, name, value)| {
        row(to.to_string(), name, value.view())
    });
    let papers = row(
        to_papers(PapersRoute::Index),
        "Tổng kết, giấy tờ",
        View::Nothing,
    );
    el("section").with((
        h2("Giấy tờ").class("unseen"),
        el("ul").class("rows").with((told, rows, papers)),
    ))
}
