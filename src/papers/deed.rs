//! One good deed: as a line of the diary, and open to be written in.

use super::deeds::Open;
use crate::book::Book;
use crate::browser::page;
use crate::domain::{Day, Deed, ItemId, Part};
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, El, Field, View, actions, button, check, el, field, live, muted, p};

fn of<T: Default + PartialEq + Send + Sync + 'static>(
    book: Book,
    id: &ItemId,
    read: fn(&Deed) -> T,
) -> Signal<T> {
    let id = id.clone();
    book.part(move |handbook| {
        let found = handbook.deeds.iter().find(|deed| deed.id == id);
        found.map(read).unwrap_or_default()
    })
}

fn change(book: Book, id: &ItemId, act: impl FnOnce(&mut Deed)) {
    book.change(|handbook| {
        if let Some(deed) = handbook.deeds.iter_mut().find(|deed| deed.id == *id) {
            act(deed);
        }
    });
}

/// "02/05/2026 · Đưa cụ già về nhà"
pub fn row(book: Book, id: &ItemId, open: Open) -> View {
    let found = book.peek(|handbook| handbook.deeds.iter().find(|deed| deed.id == *id).cloned());
    let Some(deed) = found else {
        return View::Nothing;
    };
    let text = match deed.text.trim() {
        "" => "Chưa ghi việc gì".to_owned(),
        text => text.to_owned(),
    };
    let told = if deed.is_told() {
        " · đồng ý kể với chi bộ"
    } else {
        ""
    };
    let mend = {
        let id = id.clone();
        move || {
            open.set(Some(id.clone()));
            page::focus(&format!("#deed-{id}"));
        }
    };
    let mend = button("link", "Sửa", mend).made_attr("aria-label", format!("Sửa: {text}"));
    el("div")
        .class("edit")
        .with((
            el("div").with((muted(format!("{}{told}", deed.on)), p(text))),
            mend,
        ))
        .view()
}

pub fn write(book: Book, id: ItemId, open: Open) -> View {
    let text = {
        let id = id.clone();
        let kept = of(book, &id, |deed| deed.text.clone());
        let write = move |text| change(book, &id, |deed| deed.text = text);
        (kept, write)
    };
    let witness = {
        let id = id.clone();
        let kept = of(book, &id, |deed| deed.witness.clone());
        let write = move |text| change(book, &id, |deed| deed.witness = text);
        (kept, write)
    };
    let field_id = format!("deed-{id}");
    let close = move || {
        book.save();
        open.set(None);
        page::focus("h1");
    };
    let gone = id.clone();
    let remove = move || remove(book, &gone, open);
    el("div")
        .class("stack aside now")
        .with((
            field(Field::new(field_id, "Việc gì", text.0, text.1).lines(3)),
            day(book, &id),
            field(
                Field::new(
                    format!("witness-{id}"),
                    "Ai biết việc này",
                    witness.0,
                    witness.1,
                )
                .hint("Không bắt buộc."),
            ),
            consent(book, &id),
            actions((
                button("button", "Xong", close),
                button("link", "Xóa việc này", remove),
            )),
        ))
        .view()
}

/// What was typed stays in the field; only a real day is kept.
fn day(book: Book, id: &ItemId) -> El {
    let year = book.peek(|handbook| handbook.year);
    let kept = of(book, id, |deed| Some(deed.on)).get_untracked();
    let typed = RwSignal::new(kept.map(|day| day.to_string()).unwrap_or_default());
    let error = Signal::derive(move || {
        let wrong = typed.with(|typed| Day::from_typed(typed, year).is_none());
        wrong.then(|| format!("Viết ngày/tháng/năm, ví dụ 05/11/{year}"))
    });
    let name = format!("day-{id}");
    let id = id.clone();
    let write = move |text: String| {
        if let Some(day) = Day::from_typed(&text, year) {
            change(book, &id, |deed| deed.on = day);
        }
        typed.set(text);
    };
    field(
        Field::new(name, "Ngày", typed.into(), write)
            .day()
            .error(error),
    )
}

fn consent(book: Book, id: &ItemId) -> El {
    let on = of(book, id, |deed| deed.consent);
    let words = live(move || match on.get() {
        Some(day) => format!("Đã đồng ý ngày {day}"),
        None => "Rút lại được bất cứ lúc nào".to_owned(),
    });
    let id = id.clone();
    let set = move |agreed: bool| {
        let today = book.today.get_untracked();
        change(book, &id, |deed| deed.consent = agreed.then_some(today));
    };
    let consented = Signal::derive(move || on.with(Option::is_some));
    check("Tôi đồng ý kể việc này với chi bộ", words, consented, set)
}

fn remove(book: Book, id: &ItemId, open: Open) {
    let found = book.peek(|handbook| {
        let place = handbook.deeds.iter().position(|deed| deed.id == *id)?;
        Some((place, handbook.deeds.get(place)?.clone()))
    });
    let Some((place, deed)) = found else {
        return;
    };
    open.set(None);
    let known = book.peek(|handbook| {
        let mut without = handbook.clone();
        without.deeds.retain(|deed| deed.id != *id);
        without.unsent().contains(&Part::Deed(id.clone()))
    });
    let what = if known {
        "Đã xóa một việc tốt mà chi bộ đã nhận. Gửi chi bộ lần nữa thì ở đó cũng thôi kể."
    } else {
        "Đã xóa một việc tốt."
    };
    book.remove(
        what.to_owned(),
        |handbook| handbook.deeds.retain(|deed| deed.id != *id),
        move |handbook| {
            let place = place.min(handbook.deeds.len());
            handbook.deeds.insert(place, deed.clone());
        },
    );
}
