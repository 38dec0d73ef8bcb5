//! The handbooks on this phone, year beside year.

use leptos::prelude::*;

use crate::book::{Book, SaveStatus, book};
use crate::browser::{clock, page};
use crate::domain::{DocumentId, Handbook};
use crate::route::Route;
use crate::signal::Signal;
use crate::ui::{Content, El, Icon, View, button, each, el, h2, icon, live};

pub fn section() -> El {
    let book = book();
    let ids = Signal::derive(move || {
        let ids = |shelved: &Vec<Handbook>| shelved.iter().map(|kept| kept.id.clone()).collect();
        book.shelved.with(ids)
    });
    let another = el("a").made_attr("href", Route::Start.to_string()).with((
        el("span").class("number").with("+"),
        el("span").with("Thêm sổ tay năm khác"),
    ));
    let rows = live(move || ids.with(|ids: &Vec<DocumentId>| each(ids, |id| row(book, id))));
    el("section").with((
        h2("Sổ tay trên máy này"),
        el("ul").class("rows").with((rows, el("li").with(another))),
        book.peek(|_| true).then(|| deletion(book)),
    ))
}

fn tap(content: impl Content, act: impl Fn() + 'static) -> El {
    el("button").kind("button").with(content).on_click(act)
}

/// Only its words follow what is saved: the button keeps the focus meanwhile.
fn row(book: Book, id: &DocumentId) -> El {
    let here = book.peek(|open| open.id == *id);
    let wanted = id.clone();
    let go = move || {
        book.open(&wanted);
        page::go(&Route::Today.to_string());
    };
    let state = if here {
        (icon(Icon::Check), "đang mở").view()
    } else {
        "mở".view()
    };
    let words = |handbook: &Handbook| {
        let branch = &handbook.profile.branch;
        let branch = (!branch.is_empty()).then(|| el("small").with(branch.clone()));
        (handbook.title(), branch)
    };
    let id = id.clone();
    let words = live(move || {
        book.shelved
            .with(|shelved| shelved.iter().find(|kept| kept.id == id).map(words))
    });
    let state = el("span").class("value").with(state);
    let mut button = tap((el("span").with(words), state), go);
    if here {
        button = button.attr("aria-current", "true");
    }
    el("li").with(button)
}

/// Deletes the open handbook; the way back stays on the screen.
fn deletion(book: Book) -> View {
    let delete = move || {
        book.save();
        let Some(handbook) = book.own() else {
            return;
        };
        match book.shelf().delete_handbook(&handbook.id, &clock::now()) {
            Ok(_) => {
                let mut shelved = book.shelved.get_untracked();
                shelved.retain(|kept| kept.id != handbook.id);
                book.reopen(shelved);
                offer_back(book, handbook);
            }
            Err(error) => book.status.set(SaveStatus::Failed(error)),
        }
    };
    if untrack(|| book.is_sample()) {
        return View::Nothing;
    }
    let name = book.part(Handbook::title);
    button(
        "link",
        live(move || format!("Xóa sổ {}", name.get())),
        delete,
    )
    .view()
}

/// Offered again where it can't come back yet: another handbook waits to be saved.
fn offer_back(book: Book, handbook: Handbook) {
    let said = format!("Đã xóa sổ {}.", handbook.title());
    book.offer_undo(said, move |book| {
        if !book.open_new(handbook.clone()) {
            offer_back(book, handbook.clone());
        }
    });
}
