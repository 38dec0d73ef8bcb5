//! How far the pledge has come: nháp → đã nộp → thông qua (with its day) → công khai. Each step is
//! recorded by the person, once it has happened in the branch.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::page;
use crate::domain::pledge::PledgeStatus;
use crate::domain::{Commitment, Day, Handbook, Stage};
use crate::member::deadline::wrong_at;
use crate::ui::{Field, Icon, Kind, Wrong, error_of, error_summary, field, icon, notice};

/// The four steps; the current one is marked.
pub fn steps() -> AnyView {
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
        vec![
            ("Nháp", None, true),
            dated("Đã nộp", submitted),
            dated("Thông qua", stage.and_then(Stage::adopted_on)),
            dated("Công khai", posted),
        ]
    });
    let step = |(name, day, done): (&'static str, Option<Day>, bool)| {
        view! {
            <li data-state=done.then_some("done")>
                <b>{name}</b>
                {day.map(|day| view! { <small>{day.short()}</small> })}
            </li>
        }
    };
    view! { <ol class="steps" aria-label="Các bước của bản đăng ký">{move || steps.get().into_iter().map(step).collect_view()}</ol> }.into_any()
}

fn dated(name: &'static str, day: Option<Day>) -> (&'static str, Option<Day>, bool) {
    (name, day, day.is_some())
}

/// What can be recorded now.
pub fn next_step() -> AnyView {
    let book = book();
    // Only the kind of step, so that typing a day does not build the form anew.
    let status = book.part(|handbook| Some(handbook.pledge.status()));
    (move || match status.get() {
        None => ().into_any(),
        Some(PledgeStatus::Draft | PledgeStatus::Amending(_)) => submit(book),
        Some(PledgeStatus::Standing(Stage::Submitted)) => record(
            book,
            "Ngày thông qua trước tập thể",
            "Ghi là đã thông qua",
            |_, on| Stage::Adopted { on },
        ),
        Some(PledgeStatus::Standing(Stage::Adopted { .. })) => record(
            book,
            "Ngày công khai",
            "Ghi là đã công khai",
            |stage, on| Stage::Posted {
                adopted_on: stage.adopted_on().unwrap_or(on),
                on,
            },
        ),
        Some(PledgeStatus::Standing(Stage::Posted { .. })) => undo_step(book),
    })
    .into_any()
}

/// Handing in: only whole commitments; fewer than the quota is said, not forbidden.
fn submit(book: Book) -> AnyView {
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let missing = book.part(|handbook| handbook.quota().saturating_sub(handbook.pledge.complete()));
    let again = book.peek(|handbook| !handbook.pledge.revisions.is_empty());
    let submit = move |_| {
        let today = book.today.get_untracked();
        let found = book.peek(incomplete);
        if found.is_empty() {
            book.change(|handbook| {
                handbook.pledge.submit(today);
            });
            book.save();
        } else {
            wrong.set(found);
            page::focus(".error-summary");
        }
    };
    let words = if again {
        "Ghi là đã nộp lại"
    } else {
        "Ghi là đã nộp"
    };
    view! {
        <section class="stack" id="submit">
            {error_summary(wrong.into())}
            {move || (missing.get() > 0).then(|| notice(Kind::Plain, view! { <p>{format!("Còn thiếu {} việc so với số cần đăng ký. Vẫn nộp được, nhưng chi bộ chưa tính là đủ.", missing.get())}</p> }))}
            <button type="button" class="button wide" on:click=submit>{words}" "{icon(Icon::Go)}</button>
            <p class="hint">"Sau khi nộp vẫn sửa được; mỗi lần nộp lại được ghi thành một lần sửa."</p>
        </section>
    }
    .into_any()
}

/// What keeps the draft from being handed in, one sentence a commitment.
fn incomplete(handbook: &Handbook) -> Vec<Wrong> {
    let written: Vec<&Commitment> = handbook
        .pledge
        .draft
        .iter()
        .filter(|commitment| !commitment.is_blank())
        .collect();
    if written.is_empty() {
        return vec![(
            "submit",
            "Chưa có việc nào: viết ít nhất một việc".to_owned(),
        )];
    }
    let lacks = |commitment: &Commitment| {
        let impossible =
            wrong_at("submit", commitment.deadline.as_ref()).map(|(_, sentence)| sentence);
        let lacks = [
            (commitment.action.trim().is_empty(), "chưa viết việc sẽ làm"),
            (
                commitment.measure.trim().is_empty(),
                "chưa viết làm sao biết là đã làm được",
            ),
            (commitment.deadline.is_none(), "chưa có thời hạn"),
        ];
        let mut lacks: Vec<_> = lacks
            .into_iter()
            .filter(|(lacks, _)| *lacks)
            .map(|(_, words)| words.to_owned())
            .collect();
        lacks.extend(impossible);
        lacks.join(", ")
    };
    let numbered = written
        .into_iter()
        .enumerate()
        .filter(|(_, commitment)| !commitment.is_complete());
    numbered
        .map(|(index, commitment)| {
            (
                "submit",
                format!("Việc {}: {}", index + 1, lacks(commitment)),
            )
        })
        .collect()
}

/// A step with its day. Today stands there already, since most record it on the day.
fn record(
    book: Book,
    label: &'static str,
    button: &'static str,
    stage: fn(Stage, Day) -> Stage,
) -> AnyView {
    let typed = RwSignal::new(book.today.get_untracked().to_string());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let record = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let year = book.today.get_untracked().year();
        let day = Day::from_typed(&typed.get_untracked(), year);
        let last = book.peek(|handbook| {
            handbook
                .pledge
                .last()
                .map(|last| (last.stage, last.submitted_on))
        });
        let sentence = match (day, last) {
            (None, _) | (_, None) => "Viết ngày/tháng/năm, ví dụ 12/02/2026".to_owned(),
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
    let day = Field::new("step-day", label, typed.into(), move |text| typed.set(text))
        .day()
        .hint("Ngày/tháng/năm")
        .error(error_of(wrong.into(), "step-day"));
    view! {
        <form class="stack" novalidate on:submit=record>
            {error_summary(wrong.into())}
            {field(day)}
            <button class="button wide">{button}" "{icon(Icon::Go)}</button>
            {undo_step(book)}
        </form>
    }
    .into_any()
}

/// A step recorded by mistake.
fn undo_step(book: Book) -> AnyView {
    let stage = book.peek(|handbook| handbook.pledge.last().map(|last| last.stage));
    let (words, back) = match stage {
        Some(Stage::Posted { adopted_on, .. }) => {
            ("Bỏ ghi công khai", Stage::Adopted { on: adopted_on })
        }
        Some(Stage::Adopted { .. }) => ("Bỏ ghi thông qua", Stage::Submitted),
        _ => return ().into_any(),
    };
    let undo = move |_| {
        book.change(|handbook| {
            handbook.pledge.set_stage(back);
        });
    };
    view! { <button type="button" class="link" on:click=undo>{words}</button> }.into_any()
}
