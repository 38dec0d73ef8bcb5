//! Đăng ký: the list of commitments, what is asked for, and the way to "kiểm tra lại".

use crate::book::{Book, book};
use crate::browser::{page, random};
use crate::domain::pledge::PledgeStatus;
use crate::domain::{Commitment, Handbook, ItemId, Stage};
use crate::member::words;
use crate::route::{Question, Route};
use crate::ui::{Content, El, Icon, View, b, button, each, el, h1, icon, link, live, muted, p};

pub fn screen() -> View {
    let book = book();
    let title = book.part(|handbook| format!("Bản đăng ký năm {}", handbook.year));
    let theme = book.part(|handbook| handbook.pack.pack.theme.clone());
    let empty = book.part(|handbook| handbook.pledge.draft.is_empty());
    (
        el("div").class("heading").with((h1(title), status())),
        live(move || {
            Some(theme.get())
                .filter(|theme| !theme.is_empty())
                .map(|theme| muted(("Chuyên đề năm: ", theme)))
        }),
        live(move || {
            if empty.get() {
                nothing_yet(book)
            } else {
                tasks(book)
            }
        }),
    )
        .view()
}

fn status() -> El {
    let book = book();
    let status = book.part(|handbook| match handbook.pledge.status() {
        PledgeStatus::Draft => ("", "Bản nháp".to_owned()),
        PledgeStatus::Standing(stage) => ("done", words::stage(stage)),
        PledgeStatus::Amending(_) => (
            "late",
            format!("Sửa lần {}", handbook.pledge.revisions.len() + 1),
        ),
    });
    let state = move || Some(status.get().0.to_owned());
    el("span")
        .class("status")
        .live_attr("data-state", state)
        .with(live(move || status.get().1))
}

/// "Đảng viên đăng ký 2 việc."
fn asked(handbook: &Handbook) -> String {
    format!(
        "{} đăng ký {} việc.",
        handbook.profile.standing.name(),
        handbook.quota()
    )
}

fn nothing_yet(book: Book) -> View {
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
        p(button("link", label, move || {
            copy_from(book, &before.pledge.draft)
        }))
    });
    (
        p((
            "Bản đăng ký là những việc cụ thể trong năm, hợp với công việc đang làm. ",
            asked,
        )),
        p("Mỗi việc có 5 câu hỏi ngắn, trả lời dần cũng được."),
        button(
            "button wide",
            ("Viết việc thứ nhất ", icon(Icon::Go)),
            move || add(book),
        ),
        copy,
    )
        .view()
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

fn tasks(book: Book) -> View {
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
    let settled = book.part(|handbook| {
        let status = handbook.pledge.status();
        matches!(
            status,
            PledgeStatus::Standing(Stage::Adopted { .. } | Stage::Posted { .. })
        )
    });
    let more = button(
        "",
        (
            el("span").class("number").with("+"),
            el("span").with("Thêm việc"),
        ),
        move || add(book),
    );
    (
        p((b(asked), " ", have)),
        el("ol").class("rows").with((
            live(move || each(rows.get().iter().enumerate(), task)),
            el("li").with(more),
        )),
        live(move || {
            // The one red button is for what is still to be done.
            let (class, words) = if settled.get() {
                ("button-quiet wide", "Xem bản đăng ký ")
            } else {
                ("button wide", "Kiểm tra lại và hoàn tất ")
            };
            link(class, &Route::PledgeReview, (words, icon(Icon::Go)))
        }),
    )
        .view()
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

fn task((index, commitment): (usize, &Commitment)) -> El {
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
        (icon(Icon::Check), el("span").class("unseen").with("Đã đủ")).view()
    } else {
        "Viết tiếp".view()
    };
    let left = (missing > 0).then(|| el("small").with(format!("Còn {missing} câu cần trả lời")));
    el("li").with(link(
        "",
        &to,
        (
            el("span").class("number").with((index + 1).to_string()),
            el("span").with((title, left)),
            el("span").class("value").with(state),
        ),
    ))
}
