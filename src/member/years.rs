//! The handbooks on this phone, year beside year; earlier versions of the open one; what is gone
//! but can be had back.

use leptos::prelude::*;

use crate::book::{Book, SaveStatus, book};
use crate::browser::{clock, page};
use crate::domain::{Day, DocumentId, Handbook};
use crate::member::backup::own;
use crate::route::Route;
use crate::signal::Signal;
use crate::storage::{Missing, Recoverable, Snapshot};
use crate::ui::{Content, El, Icon, View, button, details, each, el, h2, icon, live};

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
        earlier(book),
        live(move || recoverable(book)),
    ))
}

/// "Trần Thị Bình · 2026"
pub fn title(handbook: &Handbook) -> String {
    format!("{} · {}", handbook.profile.name, handbook.year)
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
        (title(handbook), branch)
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
        let Some(handbook) = own(book) else {
            return;
        };
        match book.shelf().delete_handbook(&handbook.id, &clock::now()) {
            Ok(_) => {
                let mut shelved = book.shelved.get_untracked();
                shelved.retain(|kept| kept.id != handbook.id);
                book.reopen(shelved);
                let said = format!("Đã xóa sổ {}.", title(&handbook));
                book.offer_undo(said, move |book| book.open_new(handbook.clone()));
            }
            Err(error) => book.status.set(SaveStatus::Failed(error)),
        }
    };
    if untrack(|| book.is_sample()) {
        return View::Nothing;
    }
    let name = book.part(title);
    button(
        "link",
        live(move || format!("Xóa sổ {}", name.get())),
        delete,
    )
    .view()
}

/// "22/11/2026 09:30" of an RFC 3339 moment.
fn moment(at: &str) -> String {
    let day = at.get(..10).and_then(|day| day.parse::<Day>().ok());
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{day} {}", at.get(11..16).unwrap_or_default())
}

/// Earlier versions of the open handbook, kept by the page itself.
fn earlier(book: Book) -> Option<El> {
    let snapshots = book.shelf().snapshots(&own(book)?.id).ok()?;
    let mut rows = Vec::new();
    for Snapshot {
        saved_at, handbook, ..
    } in snapshots
    {
        rows.extend(handbook.map(|handbook| version_row(book, &saved_at, handbook)));
    }
    let summary = format!("Bản lưu tự động ({})", rows.len());
    (!rows.is_empty()).then(|| details(summary, el("ul").class("rows").with(rows)))
}

fn version_row(book: Book, saved_at: &str, handbook: Handbook) -> El {
    let when = moment(saved_at);
    let words = format!("Đã lấy lại bản lưu {when}.");
    let take = move || {
        let before = own(book);
        book.remove(
            words.clone(),
            |open| open.clone_from(&handbook),
            move |open| {
                if let Some(before) = &before {
                    open.clone_from(before);
                }
            },
        );
        book.save();
    };
    let value = el("span").class("value").with("lấy lại");
    el("li").with(tap((el("span").with(when), value), take))
}

/// Handbooks that were deleted or damaged, with their newest readable version.
fn recoverable(book: Book) -> Option<View> {
    let mut rows = Vec::new();
    for lost in book.recoverable.get() {
        rows.extend(lost_row(book, &lost));
    }
    let rows = (!rows.is_empty()).then(|| el("ul").class("rows").with(rows))?;
    Some((el("h3").with("Có thể lấy lại"), rows).view())
}

fn lost_row(book: Book, lost: &Recoverable) -> Option<El> {
    let newest = |snapshot: &Snapshot| {
        let handbook = snapshot.handbook.clone()?;
        Some((moment(&snapshot.saved_at), handbook))
    };
    let (when, handbook) = lost.snapshots.iter().find_map(newest)?;
    let why = match lost.why {
        Missing::Damaged => "bị hỏng",
        Missing::Deleted => "đã xóa",
    };
    let words = format!("Sổ {} {why}: mở bản lưu {when}", title(&handbook));
    let id = lost.id.clone();
    let open = move || {
        book.recoverable
            .update(|lost| lost.retain(|lost| lost.id != id));
        book.open_new(handbook.clone());
    };
    Some(el("li").with(tap(el("span").with(words), open)))
}
