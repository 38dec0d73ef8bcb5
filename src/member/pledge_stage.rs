//! How far the pledge has come: nháp → đã nộp → thông qua (with its day) → công khai. Each step is
//! recorded by the person, once it has happened in the branch.

use crate::book::{Book, book};
use crate::browser::page;
use crate::domain::pledge::PledgeStatus;
use crate::domain::{Commitment, Day, Handbook, Stage};
use crate::route::{Question, Route};
use crate::signal::RwSignal;
use crate::ui::{
    El, Field, Icon, Kind, View, Wrong, button, each, el, error_of, error_summary, field, form, h2,
    hint, icon, link, live, notice, p,
};

/// The four steps; those that were taken carry their day.
pub fn steps() -> El {
    let book = book();
    let steps = book.part(|handbook| {
        let submitted = handbook.pledge.last().map(|last| last.submitted_on);
        let stage = match handbook.pledge.status() {
            PledgeStatus::Draft => None,
            PledgeStatus::Standing(stage) | PledgeStatus::Amending(stage) => Some(stage),
        };
        let posted = match stage {
            Some(Stage::Posted { on, .. }) => Some(on),
            _ => None,
        };
        [submitted, stage.and_then(Stage::adopted_on), posted]
    });
    let step = |name: &'static str, done: bool, day: Option<Day>| {
        let step = el("li").attr("data-state", if done { "done" } else { "" });
        step.with((
            el("b").with(name),
            day.map(|day| el("small").with(day.short())),
        ))
    };
    let steps = live(move || {
        let [submitted, adopted, posted] = steps.get();
        let dated = [
            ("Đã nộp", submitted),
            ("Thông qua", adopted),
            ("Công khai", posted),
        ];
        (
            step("Nháp", true, None),
            each(dated, |(name, day)| step(name, day.is_some(), day)),
        )
    });
    el("ol")
        .class("steps")
        .attr("aria-label", "Các bước của bản đăng ký")
        .with(steps)
}

/// What can be recorded now.
pub fn next_step() -> View {
    let book = book();
    let status = book.part(|handbook| Some(handbook.pledge.status()));
    live(move || match status.get()? {
        PledgeStatus::Draft | PledgeStatus::Amending(_) => Some(submit(book)),
        PledgeStatus::Standing(Stage::Submitted) => Some(record(
            book,
            "Ngày thông qua trước tập thể",
            "Ghi là đã thông qua",
            |_, on| Stage::Adopted { on },
        )),
        PledgeStatus::Standing(Stage::Adopted { .. }) => Some(record(
            book,
            "Ngày công khai",
            "Ghi là đã công khai",
            |stage, on| Stage::Posted {
                adopted_on: stage.adopted_on().unwrap_or(on),
                on,
            },
        )),
        PledgeStatus::Standing(Stage::Posted { .. }) => undo_step(book),
    })
}

/// Handing in: only whole commitments; fewer than the quota is said, not forbidden.
fn submit(book: Book) -> El {
    let tried = RwSignal::new(false);
    let typed = RwSignal::new(book.today.get_untracked().to_string());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let again = book.peek(|handbook| !handbook.pledge.revisions.is_empty());
    let submit = move || {
        let day = Day::from_typed(&typed.get_untracked(), book.today.get_untracked().year());
        tried.set(true);
        match day {
            _ if !book.peek(incomplete).is_empty() => page::focus(".error-summary"),
            None => {
                wrong.set(vec![("submit-day", DAY.to_owned())]);
                page::focus("#submit-day");
            }
            Some(day) => {
                book.change(|handbook| {
                    handbook.pledge.submit(day);
                });
                book.save();
            }
        }
    };
    let words = if again {
        "Ghi là đã nộp lại "
    } else {
        "Ghi là đã nộp "
    };
    let few = live(move || {
        let missing =
            book.read(|handbook| handbook.quota().saturating_sub(handbook.pledge.complete()));
        (missing > 0).then(|| {
            let words = format!("Còn thiếu {missing} việc so với số cần đăng ký. Vẫn nộp được, nhưng chi bộ chưa tính là đủ.");
            notice(Kind::Plain, p(words))
        })
    });
    // Each line leads to its question, and goes once it is answered.
    let lacking = live(move || {
        let lines = if tried.get() {
            book.read(incomplete)
        } else {
            Vec::new()
        };
        (!lines.is_empty()).then(|| {
            let lines = each(lines, |(to, sentence)| {
                el("li").with(link("", &to, sentence))
            });
            let summary = el("div")
                .class("error-summary")
                .attr("role", "alert")
                .attr("tabindex", "-1");
            summary.with((h2("Chưa nộp được"), el("ul").with(lines)))
        })
    });
    let day = Field::new("submit-day", "Ngày nộp", typed.into(), move |text| {
        typed.set(text)
    });
    let day = day.day().error(error_of(wrong.into(), "submit-day"));
    let button = el("button")
        .class("button wide")
        .with((words, icon(Icon::Go)));
    let after = hint("Sau khi nộp vẫn sửa được; mỗi lần nộp lại được ghi thành một lần sửa.");
    form(submit, (lacking, few, field(day), button, after))
}

/// What keeps the draft from being handed in, one sentence a missing answer, with its question.
fn incomplete(handbook: &Handbook) -> Vec<(Route, String)> {
    let mut lacks = Vec::new();
    for (index, commitment) in handbook.pledge.draft.iter().enumerate() {
        if commitment.is_blank() {
            continue;
        }
        let mut lack = |question: Question, words: &str| {
            let to = Route::Question {
                commitment: commitment.id.clone(),
                question,
            };
            lacks.push((to, format!("Việc {}: {words}", index + 1)));
        };
        if commitment.action.trim().is_empty() {
            lack(Question::Action, "chưa viết việc sẽ làm");
        }
        if commitment.measure.trim().is_empty() {
            lack(Question::Measure, "chưa viết làm sao biết là đã làm được");
        }
        match &commitment.deadline {
            None => lack(Question::Deadline, "chưa có thời hạn"),
            Some(deadline) if deadline.is_impossible_day() => {
                lack(Question::Deadline, &format!("không có ngày “{deadline}”"))
            }
            Some(_) => {}
        }
    }
    if handbook.pledge.draft.iter().all(Commitment::is_blank) {
        lacks.push((
            Route::Pledge,
            "Chưa có việc nào: viết ít nhất một việc".to_owned(),
        ));
    }
    lacks
}

/// The sentence for a day that can't be read.
const DAY: &str = "Viết ngày/tháng/năm, ví dụ 12/02/2026";

/// A step with its day. Today stands there already, since most record it on the day.
fn record(
    book: Book,
    label: &'static str,
    words: &'static str,
    stage: fn(Stage, Day) -> Stage,
) -> El {
    let typed = RwSignal::new(book.today.get_untracked().to_string());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let record = move || {
        let year = book.today.get_untracked().year();
        let day = Day::from_typed(&typed.get_untracked(), year);
        let last = book.peek(|handbook| {
            handbook
                .pledge
                .last()
                .map(|last| (last.stage, last.submitted_on))
        });
        let sentence = match (day, last) {
            (None, _) | (_, None) => DAY.to_owned(),
            (Some(_), Some((Stage::Adopted { .. }, _)))
                if book
                    .peek(|handbook| handbook.pledge.posting_consent)
                    .is_none() =>
            {
                "Chưa công khai được: đánh dấu đồng ý công khai ở trên trước".to_owned()
            }
            (Some(day), Some((before, submitted))) => {
                let mut recorded = false;
                book.change(|handbook| recorded = handbook.pledge.set_stage(stage(before, day)));
                if recorded {
                    book.save();
                    return;
                }
                format!(
                    "Ngày này phải từ {} trở đi",
                    before.adopted_on().unwrap_or(submitted)
                )
            }
        };
        wrong.set(vec![("step-day", sentence)]);
        page::focus(".error-summary");
    };
    let day = Field::new("step-day", label, typed.into(), move |text| typed.set(text));
    let day = day
        .day()
        .hint("Ngày/tháng/năm")
        .error(error_of(wrong.into(), "step-day"));
    let button = el("button")
        .class("button wide")
        .with((words, " ", icon(Icon::Go)));
    form(
        record,
        (
            error_summary(wrong.into()),
            field(day),
            button,
            undo_step(book),
        ),
    )
}

/// A step recorded by mistake.
fn undo_step(book: Book) -> Option<El> {
    let stage = book.peek(|handbook| handbook.pledge.last().map(|last| last.stage))?;
    let (words, back) = match stage {
        Stage::Posted { adopted_on, .. } => ("Bỏ ghi công khai", Stage::Adopted { on: adopted_on }),
        Stage::Adopted { .. } => ("Bỏ ghi thông qua", Stage::Submitted),
        Stage::Submitted => return None,
    };
    let undo = move || {
        book.change(|handbook| {
            handbook.pledge.set_stage(back);
        });
    };
    Some(button("link", words, undo))
}
