//! Chỗ trên máy: how much is used, by what; and putting an older year's handbook away into a file before the
//! room ends. It comes back from that file as from any backup.

use std::sync::Arc;

use leptos::prelude::untrack;

use super::backup;
use super::lock::UNSAVED;
use crate::book::{Book, SaveStatus, book};
use crate::browser::{device, page};
use crate::domain::{DocumentId, Handbook};
use crate::member::backup::{file_of, hand_out};
use crate::signal::{RwSignal, Signal};
use crate::storage::{HandbookRoom, Removed};
use crate::ui::{
    Content, El, Kind, View, actions, button, each, el, h2, live, meter, muted, notice, once_safe,
    p, put_away_heading, put_away_rows, size, stack,
};

pub fn section() -> View {
    let book = book();
    let ids = Signal::derive(move || {
        let ids = |shelved: &Vec<Handbook>| shelved.iter().map(|kept| kept.id.clone()).collect();
        book.shelved.with(ids)
    });
    live(move || {
        // Anew when a handbook comes or goes.
        ids.with(|_: &Vec<DocumentId>| ());
        let room = book.durable.then(|| book.shelf().room().ok()).flatten();
        room.map(|room| untrack(|| rooms(book, &room)))
    })
}

fn rooms(book: Book, room: &HandbookRoom) -> El {
    let most = device::room();
    let percent = room.percent(most);
    let words = format!(
        "Đã dùng {} trong khoảng {} mà trình duyệt cho trang này giữ ({percent}\u{a0}%).",
        size(room.used),
        size(most),
    );
    let fact = |name: String, units: usize| {
        el("div").with((el("dt").with(name), el("dd").with(size(units))))
    };
    let shelved = book.shelved.get_untracked();
    let of = |handbook: &Handbook| {
        room.handbooks
            .get(&handbook.id)
            .copied()
            .unwrap_or_default()
    };
    let facts = each(&shelved, |kept| fact(kept.title(), of(kept)));
    let others = (room.others > 0).then(|| fact("Chi bộ và phần khác".to_owned(), room.others));
    stack((
        h2("Chỗ trên máy"),
        meter(percent),
        p(words),
        el("dl").class("facts").with((facts, others)),
        archive(book, &shelved),
    ))
    .attr("id", "room")
}

/// The years that are over can be put away.
fn archive(book: Book, shelved: &[Handbook]) -> View {
    let this_year = book.today.get_untracked().year();
    let asked = RwSignal::new(None::<DocumentId>);
    let over = shelved.iter().filter(|kept| kept.year < this_year);
    let row = |kept: &Handbook| (format!("Cất sổ {} ra tệp", kept.title()), kept.id.clone());
    let rows: Vec<_> = over.map(row).collect();
    if rows.is_empty() {
        return View::Nothing;
    }
    let steps = live(move || {
        let id = asked.get()?;
        let kept = book
            .shelved
            .with_untracked(|shelved| shelved.iter().find(|kept| kept.id == id).cloned());
        kept.map(|kept| untrack(|| steps(book, kept, asked)))
    });
    (
        muted("Sổ năm cũ có thể cất ra tệp để có chỗ cho năm mới. Cất rồi vẫn mở lại được, ở Khôi phục."),
        put_away_rows(rows, asked),
        steps,
    )
        .view()
}

/// First the file, then the person's word that it is safe, then the handbook goes.
fn steps(book: Book, handbook: Handbook, asked: RwSignal<Option<DocumentId>>) -> El {
    let given = RwSignal::new(None::<String>);
    let refused = RwSignal::new(None::<&'static str>);
    let heading = format!("Cất sổ {}", handbook.title());
    let year = handbook.year;
    let kept = handbook.clone();
    let save = move || {
        if !book.all_saved() {
            return refused.set(Some(UNSAVED));
        }
        refused.set(None);
        if let Some((name, text)) = file_of(vec![kept.clone()]) {
            let called = name.clone();
            hand_out(name, text, move || given.set(Some(called)));
        }
    };
    let after = live(move || {
        let name = given.get()?;
        Some(untrack(|| confirm(book, handbook.clone(), &name, refused)))
    });
    stack((
        put_away_heading(heading),
        p(
            "Cả sổ, có ghi chú riêng, vào một tệp rồi đi khỏi máy; các bản lưu tự động của sổ ấy cũng đi. Tệp giữ cho mình, không gửi ai.",
        ),
        actions((
            button("button-quiet", format!("Lưu tệp năm {year}"), save),
            button("link", "Thôi", move || asked.set(None)),
        )),
        live(move || refused.get().map(|why| notice(Kind::Failed, p(why)))),
        after,
    ))
}

fn confirm(
    book: Book,
    handbook: Handbook,
    name: &str,
    refused: RwSignal<Option<&'static str>>,
) -> El {
    let year = handbook.year;
    let here = handbook.clone();
    let look = move |chosen| {
        let (name, handbooks) = backup::handbooks(chosen)?;
        Ok((name, handbooks.contains(&here)))
    };
    let go = move || put_away(book, &handbook, refused);
    let whole = "Tệp mở được và đủ cả sổ.";
    once_safe(year, name, backup::MOST, whole, look, go)
}

/// Only what the file has: a handbook that was changed since, here or in another tab, stays.
fn put_away(book: Book, handbook: &Handbook, refused: RwSignal<Option<&'static str>>) {
    let same = book.all_saved()
        && book
            .shelved
            .with_untracked(|shelved| shelved.contains(handbook));
    if !same {
        return refused.set(Some(
            "Chưa cất: sổ vừa được sửa sau khi lưu tệp. Lưu tệp lần nữa rồi cất.",
        ));
    }
    let id = handbook.id.clone();
    match book.shelf().put_away(&id) {
        Ok(removed) => {
            let mut left = book.shelved.get_untracked();
            left.retain(|kept| kept.id != id);
            book.reopen(left);
            book.measure();
            offer_back(book, handbook.clone(), Arc::new(removed));
            page::focus_heading();
        }
        Err(error) => refused.set(Some(error.sentence())),
    }
}

fn offer_back(book: Book, handbook: Handbook, removed: Arc<Removed>) {
    let said = format!("Đã cất sổ {}: sổ không còn trên máy này.", handbook.title());
    book.offer_undo(said, move |book| {
        match book.shelf().put_removed(&removed) {
            Ok(()) => backup::reopen_with(book, std::slice::from_ref(&handbook)),
            Err(error) => {
                book.status.set(SaveStatus::Failed(error));
                offer_back(book, handbook.clone(), Arc::clone(&removed));
            }
        }
        book.measure();
    });
}
