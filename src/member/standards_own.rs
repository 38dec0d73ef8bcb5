//! The person's own standards, while the branch has sent none: every word can be rewritten.

use crate::book::Book;
use crate::browser::random;
use crate::domain::pack::Standard;
use crate::domain::{Conduct, Handbook, ItemId};
use crate::signal::RwSignal;
use crate::ui::{
    Content, El, Field, Icon, View, button, each, el, field, h1, h2, icon, live, muted, stack,
};

pub fn editor(book: Book, editing: RwSignal<bool>) -> View {
    let theme = Field::new(
        "theme",
        "Chuyên đề năm",
        book.part(|handbook| handbook.pack.pack.theme.clone()),
        move |text| {
            book.change(|handbook| handbook.pack.pack.theme = text);
        },
    );
    let close = move || {
        book.save();
        editing.set(false);
    };
    let close = button("button wide", ("Xong ", icon(Icon::Check)), close);
    (
        h1("Sửa chuẩn mực"),
        muted("Ngắn gọn, dễ nhớ, dễ làm, dễ kiểm tra."),
        Conduct::ALL.map(|conduct| list(book, conduct)),
        field(theme.lines(3)),
        el("div").class("dock").with(close),
    )
        .view()
}

fn list(book: Book, conduct: Conduct) -> El {
    let ids = book.part(move |handbook| {
        let mut ids = Vec::new();
        for standard in &handbook.pack.pack.standards {
            if standard.conduct == conduct && !standard.retired {
                ids.push(standard.id.clone());
            }
        }
        ids
    });
    let add = move || {
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
    let rows = live(move || each(ids.get(), |id| row(book, conduct, id)));
    stack((
        h2(conduct.name()),
        el("ul").class("stack").with(rows),
        button("button-quiet", words, add),
    ))
}

fn find<'a>(handbook: &'a mut Handbook, id: &ItemId) -> Option<&'a mut Standard> {
    handbook
        .pack
        .pack
        .standards
        .iter_mut()
        .find(|standard| standard.id == *id)
}

fn row(book: Book, conduct: Conduct, id: ItemId) -> El {
    let text = {
        let id = id.clone();
        book.part(move |handbook| text_of(handbook, &id))
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
    let own = Field::new(format!("standard-{id}"), conduct.name(), text, write);
    let away = button("link", "Bỏ", move || retire(book, &id))
        .live_attr("aria-label", move || Some(format!("Bỏ: {}", text.get())));
    el("li").class("edit").with((field(own), away))
}

fn text_of(handbook: &Handbook, id: &ItemId) -> String {
    let standard = handbook.standard(id);
    standard
        .map(|standard| standard.text.clone())
        .unwrap_or_default()
}

/// Out of use, not gone: months that were rated by it still name it.
fn retire(book: Book, id: &ItemId) {
    let text = book.peek(|handbook| text_of(handbook, id));
    let set = |retired: bool| {
        let id = id.clone();
        move |handbook: &mut Handbook| {
            if let Some(standard) = find(handbook, &id) {
                standard.retired = retired;
            }
        }
    };
    book.remove(format!("Đã bỏ “{text}”."), set(true), set(false));
}
