//! Chi bộ nhận xét: what the branch told, shown before it is taken in, and where it belongs then.

use crate::book::{Book, book};
use crate::domain::feedback::{FeedbackRefusal, HeldFeedback};
use crate::domain::letters::visible;
use crate::domain::{Feedback, YearMonth};
use crate::member::branch_file::{Outcome, ways_in};
use crate::ui::{
    Content, El, Kind, View, actions, b, button, each, el, h2, hint, live, notice, p, stack,
};

/// All that the branch told so far, and the way in for more.
pub fn section() -> El {
    let told = book().part(|handbook| {
        let held = handbook.feedback.as_ref();
        held.map(|held| in_words(&held.told)).unwrap_or_default()
    });
    stack((
        h2("Chi bộ nhận xét"),
        live(move || {
            let words = told.get();
            (!words.is_empty()).then(|| show(words))
        }),
        ways_in("Mở phiếu nhận xét"),
    ))
}

/// Whose word it is, then what is said.
fn in_words(told: &Feedback) -> Vec<String> {
    let mut words = told.lines();
    let head = format!(
        "Phiếu nhận xét của {}, {}",
        visible(&told.branch),
        told.given_on
    );
    words.insert(0, head);
    words
}

fn show(words: Vec<String>) -> View {
    let mut words = words.into_iter();
    let head = p(b(words.next().unwrap_or_default()));
    let lines = each(words, |line| el("li").with(line));
    (head, el("ul").class("list").with(lines)).view()
}

/// What it says of a month, where the month is rated.
pub fn of_month(book: Book, month: YearMonth) -> View {
    let said = book.part(move |handbook| {
        let held = handbook.feedback.as_ref()?;
        Some(held.told.assessments.get(&month)?.line())
    });
    live(move || {
        let said = said.get()?;
        Some(notice(Kind::Plain, p((b("Chi bộ đánh giá: "), said))))
    })
}

pub fn preview(book: Book, offered: HeldFeedback, outcome: Outcome) -> El {
    let refusal = book.peek(|handbook| handbook.accepts_feedback(&offered).err());
    let told = &offered.told;
    match refusal {
        Some(FeedbackRefusal::OtherHandbook) => notice(
            Kind::Warn,
            p(format!(
                "Phiếu này dành cho sổ năm {} của {}, không phải sổ đang mở.",
                told.year,
                visible(&told.name)
            )),
        ),
        Some(FeedbackRefusal::AlreadyHeld) => notice(
            Kind::Done,
            p("Phiếu này đã nhận rồi, không có gì thay đổi."),
        ),
        Some(FeedbackRefusal::OlderThanHeld) => notice(
            Kind::Warn,
            p("Phiếu này cũ hơn phiếu đã nhận nên không thay."),
        ),
        None => {
            let content = (
                show(in_words(told)),
                hint("Những gì đã viết trong sổ giữ nguyên."),
            );
            let take = move || take(book, offered.clone(), outcome);
            let ways = (
                button("button", "Nhận vào sổ", take),
                button("link", "Thôi", move || outcome.set(None)),
            );
            notice(Kind::Plain, (content, actions(ways)))
        }
    }
}

fn take(book: Book, offered: HeldFeedback, outcome: Outcome) {
    outcome.set(None);
    let before = book.peek(|handbook| Some(handbook.clone()));
    book.remove(
        "Đã nhận phiếu nhận xét.".to_owned(),
        |handbook| {
            let _ = handbook.take_feedback(offered);
        },
        move |handbook| {
            if let Some(before) = &before {
                handbook.untake_feedback(before);
            }
        },
    );
    book.save();
}
