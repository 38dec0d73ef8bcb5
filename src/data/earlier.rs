//! Earlier versions that the page keeps by itself: of the open handbook, and of those that are gone.

use crate::book::{Book, book};
use crate::browser::files::download;
use crate::domain::{Day, Handbook};
use crate::storage::{Missing, Recoverable, SetAside, Snapshot};
use crate::ui::{Content, El, Kind, View, actions, b, button, details, each, el, live, notice, p};

fn tap(content: impl Content, act: impl Fn() + 'static) -> El {
    el("button").kind("button").with(content).on_click(act)
}

/// "22/11/2026 09:30" of an RFC 3339 moment.
fn moment(at: &str) -> String {
    let day = at.get(..10).and_then(|day| day.parse::<Day>().ok());
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{day} {}", at.get(11..16).unwrap_or_default())
}

/// Earlier versions of the open handbook, kept by the page itself.
pub fn earlier(book: Book) -> Option<El> {
    let snapshots = book.shelf().snapshots(&book.own()?.id).ok()?;
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
        let before = book.own();
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
pub fn recoverable(book: Book) -> Option<View> {
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
    let words = format!("Sổ {} {why}: mở bản lưu {when}", handbook.title());
    let id = lost.id.clone();
    let open = move || {
        if book.open_new(handbook.clone()) {
            book.recoverable
                .update(|lost| lost.retain(|lost| lost.id != id));
        }
    };
    Some(el("li").with(tap(el("span").with(words), open)))
}

/// Texts that could not be read: kept, and offered as files.
pub fn damaged() -> View {
    let book = book();
    live(move || book.set_aside.with(|list| each(list, one_damaged)))
}

fn one_damaged(aside: &SetAside) -> El {
    let book = book();
    let key = aside.key.clone();
    let discard = move || {
        if book.shelf().discard(&key).is_ok() {
            book.set_aside
                .update(|list| list.retain(|aside| aside.key != key));
        }
    };
    let text = aside.text.clone();
    let save = move || {
        download("so-tay_phan-hong.txt", &text);
    };
    notice(
        Kind::Warn,
        (
            p(b(aside.what.clone())),
            p("Phần này được để riêng, nguyên như cũ; phần còn lại vẫn dùng bình thường."),
            actions((
                button("button-quiet", "Lưu phần hỏng ra tệp", save),
                button("link", "Bỏ phần này", discard),
            )),
        ),
    )
}
