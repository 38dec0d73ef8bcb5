//! Việc tốt: a diary of good deeds, written down when they happen. It stays with the person, but for what
//! may be told in the branch.

use super::deed::{row, write};
use crate::book::{Book, book};
use crate::browser::{page, random};
use crate::domain::{Deed, Handbook, ItemId};
use crate::route::Route;
use crate::signal::RwSignal;
use crate::ui::{Content, View, button, each, el, h1, hint, link, live, muted, p};

/// Which one is open to be written in.
pub type Open = RwSignal<Option<ItemId>>;

pub fn screen() -> View {
    let book = book();
    let open: Open = RwSignal::new(None);
    // Not when a day changes: what is being written in stays where it is.
    let count = book.part(|handbook| handbook.deeds.len());
    let list = live(move || {
        let (_, open_now) = (count.get(), open.get());
        let ids = book.peek(newest_first);
        if ids.is_empty() {
            return muted("Chưa ghi việc nào.").view();
        }
        let rows = each(ids, |id| {
            el("li").with(if open_now.as_ref() == Some(&id) {
                write(book, id, open)
            } else {
                row(book, &id, open)
            })
        });
        el("ul").class("deeds").with(rows).view()
    });
    let told = book.part(|handbook| handbook.deeds.iter().filter(|deed| deed.is_told()).count());
    let told = live(move || {
        let told = told.get();
        (told > 0).then(|| {
            (
                hint(format!(
                    "{told} việc đồng ý kể với chi bộ: chọn gửi ở mục Gửi."
                )),
                p(link("link", &Route::Handover, "Gửi chi bộ")),
            )
        })
    });
    (
        h1("Việc tốt"),
        p("Ghi lại khi vừa làm: ngày nào, việc gì. Nhật ký chỉ ở máy này; chỉ việc nào đồng ý kể mới gửi chi bộ."),
        button("button wide", "Ghi một việc", move || add(book, open)),
        list,
        told,
    )
        .view()
}

/// By day; those of one day by when they were written.
fn newest_first(handbook: &Handbook) -> Vec<ItemId> {
    let mut sorted: Vec<&Deed> = Vec::new();
    for deed in &handbook.deeds {
        let place = sorted.iter().position(|known| known.on <= deed.on);
        sorted.insert(place.unwrap_or(sorted.len()), deed);
    }
    sorted.into_iter().map(|deed| deed.id.clone()).collect()
}

fn add(book: Book, open: Open) {
    let id = random::item_id();
    let today = book.today.get_untracked();
    book.change(|handbook| {
        handbook.deeds.push(Deed {
            id: id.clone(),
            on: today,
            text: String::new(),
            witness: String::new(),
            consent: None,
        });
    });
    open.set(Some(id.clone()));
    page::focus(&format!("#deed-{id}"));
}
