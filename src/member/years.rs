//! The handbooks on this phone, year beside year; earlier versions of the open one; what is gone
//! but can be had back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::book::{Book, SaveStatus, book};
use crate::browser::{clock, page};
use crate::domain::Handbook;
use crate::route::Route;
use crate::storage::{Missing, Recoverable, Snapshot};
use crate::ui::{Icon, Kind, icon, notice};

pub fn section() -> AnyView {
    let book = book();
    let open = Memo::new(move |_| book.id());
    let row = move |handbook: Handbook| {
        let here = open.get().as_ref() == Some(&handbook.id);
        let id = handbook.id.clone();
        let go = move |_| {
            book.open(&id);
            page::go(&Route::Today.to_string());
        };
        let state = if here {
            view! { {icon(Icon::Check)}"đang mở" }.into_any()
        } else {
            "mở".into_any()
        };
        let branch = (!handbook.profile.branch.is_empty())
            .then(|| view! { <small>{handbook.profile.branch.clone()}</small> });
        view! {
            <li>
                <button type="button" aria-current=here.then_some("true") on:click=go>
                    <span>{format!("{} · {}", handbook.profile.name, handbook.year)}{branch}</span>
                    <span class="value">{state}</span>
                </button>
            </li>
        }
    };
    view! {
        <section>
            <h2>"Sổ tay trên máy này"</h2>
            <ul class="rows">
                {move || book.shelved.get().into_iter().map(row).collect_view()}
                <li>
                    <a href=Route::Start.to_string()>
                        <span class="number">"+"</span>
                        <span>"Thêm sổ tay năm khác"</span>
                    </a>
                </li>
            </ul>
            {deletion(book)}
            {earlier(book)}
            {recoverable(book)}
        </section>
    }
    .into_any()
}

/// Deletes the open handbook; the way back stays on the screen.
fn deletion(book: Book) -> AnyView {
    let deleted = RwSignal::new(None::<Handbook>);
    let delete = move |_| {
        book.save();
        let Some(handbook) = book.peek(|handbook| Some(handbook.clone())) else {
            return;
        };
        match book.shelf().delete_handbook(&handbook.id, &clock::now()) {
            Ok(_) => {
                let mut shelved = book.shelved.get_untracked();
                shelved.retain(|kept| kept.id != handbook.id);
                deleted.set(Some(handbook));
                book.reopen(shelved);
            }
            Err(error) => book.status.set(SaveStatus::Failed(error)),
        }
    };
    let back = move |_| {
        if let Some(handbook) = deleted.get_untracked() {
            book.open_new(handbook);
            deleted.set(None);
        }
    };
    let name = book.part(|handbook| format!("{} · {}", handbook.profile.name, handbook.year));
    (move || match deleted.get() {
        Some(handbook) => notice(
            Kind::Plain,
            view! {
                <p>{format!("Đã xóa sổ {} · {}.", handbook.profile.name, handbook.year)}</p>
                <button type="button" class="link" on:click=back>"Hoàn tác"</button>
            },
        ),
        None if name.with(String::is_empty) || book.is_sample() => ().into_any(),
        None => view! { <button type="button" class="link" on:click=delete>{format!("Xóa sổ {}", name.get())}</button> }.into_any(),
    })
    .into_any()
}

/// "22/11/2026 09:30" of an RFC 3339 moment.
fn moment(at: &str) -> String {
    let day = at
        .get(..10)
        .and_then(|day| day.parse::<crate::domain::Day>().ok())
        .map(|day| day.to_string());
    format!(
        "{} {}",
        day.unwrap_or_default(),
        at.get(11..16).unwrap_or_default()
    )
}

/// Earlier versions of the open handbook, kept by the page itself.
fn earlier(book: Book) -> AnyView {
    let id = book
        .peek(|handbook| Some(handbook.id.clone()))
        .filter(|_| !book.is_sample());
    let snapshots = id
        .and_then(|id| book.shelf().snapshots(&id).ok())
        .unwrap_or_default();
    let rows: Vec<_> = snapshots
        .into_iter()
        .filter_map(
            |Snapshot {
                 saved_at, handbook, ..
             }| Some(version_row(book, &saved_at, handbook?)),
        )
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <details>
            <summary>{format!("Bản lưu tự động ({})", rows.len())}</summary>
            <ul class="rows">{rows}</ul>
        </details>
    }
    .into_any()
}

fn version_row(book: Book, saved_at: &str, handbook: Handbook) -> AnyView {
    let when = moment(saved_at);
    let words = format!("Đã lấy lại bản lưu {when}.");
    let take = move |_| {
        let before = book.peek(|handbook| Some(handbook.clone()));
        let earlier = handbook.clone();
        book.remove(
            words.clone(),
            move |handbook| *handbook = earlier,
            move |handbook| {
                if let Some(before) = &before {
                    handbook.clone_from(before);
                }
            },
        );
        book.save();
    };
    view! {
        <li>
            <button type="button" on:click=take>
                <span>{when}</span>
                <span class="value">"lấy lại"</span>
            </button>
        </li>
    }
    .into_any()
}

/// Handbooks that were deleted or damaged, with their newest readable version.
fn recoverable(book: Book) -> AnyView {
    let one = move |lost: Arc<Recoverable>| {
        let (saved_at, handbook) = lost
            .snapshots
            .iter()
            .find_map(|snapshot| Some((snapshot.saved_at.clone(), snapshot.handbook.clone()?)))?;
        let why = match lost.why {
            Missing::Damaged => "bị hỏng",
            Missing::Deleted => "đã xóa",
        };
        let name = format!(
            "Sổ {} · {} {why}: mở bản lưu {}",
            handbook.profile.name,
            handbook.year,
            moment(&saved_at)
        );
        let id = lost.id.clone();
        let open = move |_| {
            book.recoverable
                .update(|lost| lost.retain(|lost| lost.id != id));
            book.open_new(handbook.clone());
        };
        Some(
            view! { <li><button type="button" on:click=open><span>{name}</span></button></li> }
                .into_any(),
        )
    };
    (move || {
        let rows: Vec<_> = book.recoverable.get().into_iter().filter_map(one).collect();
        (!rows.is_empty()).then(|| view! { <h3>"Có thể lấy lại"</h3><ul class="rows">{rows}</ul> })
    })
    .into_any()
}
