//! The person's own standards, while the branch has sent none: every word can be rewritten.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::random;
use crate::domain::pack::Standard;
use crate::domain::{Conduct, Handbook, ItemId};
use crate::ui::{Field, Icon, field, icon};

pub fn editor(book: Book, editing: RwSignal<bool>) -> AnyView {
    let theme = Field::new(
        "theme",
        "Chuyên đề năm",
        book.part(|handbook| handbook.pack.pack.theme.clone()),
        move |text| {
            book.change(|handbook| handbook.pack.pack.theme = text);
        },
    );
    view! {
        <h1 tabindex="-1">"Sửa chuẩn mực"</h1>
        <p class="muted">"Ngắn gọn, dễ nhớ, dễ làm, dễ kiểm tra."</p>
        {Conduct::ALL.map(|conduct| list(book, conduct)).collect_view()}
        {field(theme.lines(3))}
        <div class="dock">
            <button type="button" class="button wide" on:click=move |_| { book.save(); editing.set(false); }>"Xong "{icon(Icon::Check)}</button>
        </div>
    }
    .into_any()
}

fn list(book: Book, conduct: Conduct) -> AnyView {
    let ids = book.part(move |handbook| {
        let used = handbook
            .pack
            .pack
            .standards
            .iter()
            .filter(|standard| standard.conduct == conduct && !standard.retired);
        used.map(|standard| standard.id.clone()).collect::<Vec<_>>()
    });
    let add = move |_| {
        let standard = Standard {
            id: random::item_id(),
            conduct,
            text: String::new(),
            posts: Vec::new(),
            retired: false,
        };
        book.change(|handbook| handbook.pack.pack.standards.push(standard));
    };
    let words = match conduct {
        Conduct::MustDo => "Thêm điều phải làm",
        Conduct::MustAvoid => "Thêm điều cần tránh",
    };
    view! {
        <section class="stack">
            <h2>{conduct.name()}</h2>
            <ul class="stack"><For each=move || ids.get() key=|id| id.clone() children=move |id| row(book, conduct, id) /></ul>
            <button type="button" class="button-quiet" on:click=add>{words}</button>
        </section>
    }
    .into_any()
}

fn find<'a>(handbook: &'a mut Handbook, id: &ItemId) -> Option<&'a mut Standard> {
    handbook
        .pack
        .pack
        .standards
        .iter_mut()
        .find(|standard| standard.id == *id)
}

fn row(book: Book, conduct: Conduct, id: ItemId) -> AnyView {
    let text = {
        let id = id.clone();
        book.part(move |handbook| {
            handbook
                .standard(&id)
                .map(|standard| standard.text.clone())
                .unwrap_or_default()
        })
    };
    let write = {
        let id = id.clone();
        move |text| {
            book.change(|handbook| {
                if let Some(standard) = find(handbook, &id) {
                    standard.text = text;
                }
            });
        }
    };
    let label = Field::new(format!("standard-{id}"), conduct.name(), text, write);
    let spoken = move || format!("Bỏ: {}", text.get());
    view! {
        <li class="edit">
            {field(label)}
            <button type="button" class="link" aria-label=spoken on:click=move |_| retire(&id)>"Bỏ"</button>
        </li>
    }
    .into_any()
}

/// Out of use, not gone: months that were rated by it still name it.
fn retire(id: &ItemId) {
    let book = book();
    let text = book.peek(|handbook| {
        handbook
            .standard(id)
            .map(|standard| standard.text.clone())
            .unwrap_or_default()
    });
    let set = |id: ItemId, retired: bool| {
        move |handbook: &mut Handbook| {
            if let Some(standard) = find(handbook, &id) {
                standard.retired = retired;
            }
        }
    };
    book.remove(
        format!("Đã bỏ “{text}”."),
        set(id.clone(), true),
        set(id.clone(), false),
    );
}
