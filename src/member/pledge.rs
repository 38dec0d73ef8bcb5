//! Đăng ký: the list of commitments, what is asked for, and the way to "kiểm tra lại".

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::{page, random};
use crate::domain::pledge::PledgeStatus;
use crate::domain::{Commitment, Handbook, ItemId};
use crate::member::words;
use crate::route::{Question, Route};
use crate::ui::{Icon, icon};

pub fn screen() -> AnyView {
    let book = book();
    let year = book.part(|handbook| handbook.year);
    let theme = book.part(|handbook| handbook.pack.pack.theme.clone());
    let empty = book.part(|handbook| handbook.pledge.draft.is_empty());
    view! {
        <div class="heading">
            <h1 tabindex="-1">"Bản đăng ký năm "{year}</h1>
            {status()}
        </div>
        {move || {
            let theme = theme.get();
            (!theme.is_empty()).then(|| view! { <p class="muted">"Chuyên đề năm: "{theme}</p> })
        }}
        {move || if empty.get() { nothing_yet(book) } else { tasks(book) }}
    }
    .into_any()
}

fn status() -> AnyView {
    let book = book();
    let status = book.part(|handbook| match handbook.pledge.status() {
        PledgeStatus::Draft => ("", "Bản nháp".to_owned()),
        PledgeStatus::Standing(stage) => ("done", words::stage(stage)),
        PledgeStatus::Amending(_) => (
            "late",
            format!("Sửa lần {}", handbook.pledge.revisions.len() + 1),
        ),
    });
    view! { <span class="status" data-state=move || status.get().0>{move || status.get().1}</span> }
        .into_any()
}

/// "Đảng viên đăng ký 2 việc."
fn asked(handbook: &Handbook) -> String {
    format!(
        "{} đăng ký {} việc.",
        handbook.profile.standing.name(),
        handbook.quota()
    )
}

fn nothing_yet(book: Book) -> AnyView {
    let asked = book.part(asked);
    let last_year = {
        let year = book.peek(|handbook| handbook.year);
        let name = book.peek(|handbook| handbook.profile.name.clone());
        book.shelved.with_untracked(|shelved| {
            let before = shelved
                .iter()
                .filter(|handbook| handbook.year < year && handbook.profile.name == name);
            before
                .max_by_key(|handbook| handbook.year)
                .filter(|handbook| !handbook.pledge.draft.is_empty())
                .cloned()
        })
    };
    let copy = last_year.map(|before| {
        let label = format!("Chép bản đăng ký năm {} sang để sửa", before.year);
        let copy = move |_| copy_from(book, &before.pledge.draft);
        view! { <p><button type="button" class="link" on:click=copy>{label}</button></p> }
    });
    view! {
        <p>"Bản đăng ký là những việc cụ thể trong năm, hợp với công việc đang làm. "{asked}</p>
        <p>"Mỗi việc có 5 câu hỏi ngắn, trả lời dần cũng được."</p>
        <button type="button" class="button wide" on:click=move |_| add(book)>"Viết việc thứ nhất "{icon(Icon::Go)}</button>
        {copy}
    }
    .into_any()
}

/// Last year's words under new names: its days and its standards are last year's.
fn copy_from(book: Book, before: &[Commitment]) {
    let copies: Vec<_> = before
        .iter()
        .map(|commitment| Commitment {
            id: random::item_id(),
            deadline: None,
            standard: None,
            ..commitment.clone()
        })
        .collect();
    book.change(|handbook| handbook.pledge.draft = copies);
}

fn tasks(book: Book) -> AnyView {
    let asked = book.part(asked);
    let have = book.part(|handbook| {
        let (complete, quota) = (handbook.pledge.complete(), handbook.quota());
        if complete < quota {
            format!("Đã xong {complete} việc.")
        } else {
            format!("Đã đủ {complete} việc.")
        }
    });
    let rows = book.part(|handbook| handbook.pledge.draft.clone());
    let rows = move || {
        rows.get()
            .into_iter()
            .enumerate()
            .map(|(index, commitment)| task(index, &commitment))
            .collect_view()
    };
    view! {
        <p><b>{asked}</b>" "{have}</p>
        <ol class="rows">
            {rows}
            <li>
                <button type="button" on:click=move |_| add(book)>
                    <span class="number">"+"</span>
                    <span>"Thêm việc"</span>
                </button>
            </li>
        </ol>
        <a class="button wide" href=Route::PledgeReview.to_string()>"Kiểm tra lại và hoàn tất "{icon(Icon::Go)}</a>
    }
    .into_any()
}

fn add(book: Book) {
    let id = random::item_id();
    book.change(|handbook| handbook.pledge.draft.push(Commitment::new(id.clone())));
    go_to(id, Question::Action);
}

fn go_to(commitment: ItemId, question: Question) {
    page::go(
        &Route::Question {
            commitment,
            question,
        }
        .to_string(),
    );
}

/// The first question still open, so that one tap goes on where it was left.
fn next_question(commitment: &Commitment) -> Question {
    let answers = [
        (!commitment.action.is_empty(), Question::Action),
        (!commitment.measure.is_empty(), Question::Measure),
        (commitment.deadline.is_some(), Question::Deadline),
    ];
    answers
        .into_iter()
        .find(|(answered, _)| !answered)
        .map_or(Question::Action, |(_, question)| question)
}

fn task(index: usize, commitment: &Commitment) -> AnyView {
    let to = Route::Question {
        commitment: commitment.id.clone(),
        question: next_question(commitment),
    };
    let title = if commitment.action.is_empty() {
        "Chưa viết".to_owned()
    } else {
        commitment.action.clone()
    };
    let missing = [
        commitment.action.is_empty(),
        commitment.measure.is_empty(),
        commitment.deadline.is_none(),
    ];
    let missing = missing.into_iter().filter(|missing| *missing).count();
    let state = if commitment.is_complete() {
        view! { {icon(Icon::Check)}<span class="unseen">"Đã đủ"</span> }.into_any()
    } else {
        "Viết tiếp".into_any()
    };
    let left =
        (missing > 0).then(|| view! { <small>{format!("Còn {missing} câu cần trả lời")}</small> });
    view! {
        <li>
            <a href=to.to_string()>
                <span class="number">{index + 1}</span>
                <span>{title}{left}</span>
                <span class="value">{state}</span>
            </a>
        </li>
    }
    .into_any()
}
