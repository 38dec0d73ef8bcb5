//! Shortcomings inside a month: a slip opens one, one can be added by hand, and those of earlier
//! months stay at hand until they are put right.

use crate::book::Book;
use crate::browser::{clock, random};
use crate::domain::{Correction, ItemId, Shortcoming, YearMonth};
use crate::member::deadline::deadline_field;
use crate::signal::Signal;
use crate::ui::{
    Choice, El, Field, View, button, choices, each, el, eyebrow, field, h2, live, stack,
};

/// A standard slipped, or did not after all: opens a shortcoming for it, takes away a blank one.
/// One with words in it stays.
pub fn follow(book: Book, month: YearMonth, standard: &ItemId, slipped: bool) {
    let of_it =
        |found: &Shortcoming| found.month == month && found.standard.as_ref() == Some(standard);
    book.change(|handbook| match slipped {
        true if handbook.shortcomings.iter().any(of_it) => {}
        true => handbook.shortcomings.push(Shortcoming::new(
            random::item_id(),
            month,
            Some(standard.clone()),
        )),
        false => handbook
            .shortcomings
            .retain(|found| !of_it(found) || !found.is_blank()),
    });
}

/// The shortcoming that a standard's slip opened, right under it.
pub fn of_standard(book: Book, month: YearMonth, standard: ItemId) -> View {
    forms(book, move |found| {
        found.month == month && found.standard.as_ref() == Some(&standard)
    })
}

/// The forms of those that are meant, made anew when one comes or goes.
fn forms(book: Book, meant: impl Fn(&Shortcoming) -> bool + Send + Sync + 'static) -> View {
    let ids = book.part(move |handbook| {
        let mut ids = Vec::new();
        for found in &handbook.shortcomings {
            if meant(found) {
                ids.push(found.id.clone());
            }
        }
        ids
    });
    live(move || each(ids.get(), |id| form(book, id)))
}

/// Those without a standard in this month, and the open ones of other months.
pub fn list(book: Book, month: YearMonth) -> El {
    let own = forms(book, move |found| {
        found.month == month && found.standard.is_none()
    });
    // Taken once: one that is being put right here must not vanish under the thumb.
    let earlier = book.peek(|handbook| {
        handbook
            .open_shortcomings()
            .filter(|found| found.month < month)
            .map(|found| (found.id.clone(), found.month))
            .collect::<Vec<_>>()
    });
    let earlier = (!earlier.is_empty()).then(|| {
        let forms = each(earlier, |(id, month)| {
            let from = eyebrow(format!("Từ tháng {}", month.number()));
            (from, form(book, id))
        });
        (el("h3").with("Chưa khắc phục xong"), forms)
    });
    let add = move || {
        let new = Shortcoming::new(random::item_id(), month, None);
        book.change(|handbook| handbook.shortcomings.push(new));
    };
    stack((
        h2("Hạn chế, thiếu sót"),
        earlier,
        own,
        button("button-quiet", "Ghi một hạn chế", add),
    ))
}

fn form(book: Book, id: ItemId) -> El {
    let year = book.peek(|handbook| handbook.year);
    let text = Field::new(
        format!("text-{id}"),
        "Hạn chế là gì",
        read(book, &id, |found| found.text.clone()),
        write(book, &id, |found, text| found.text = text),
    );
    let remedy = Field::new(
        format!("remedy-{id}"),
        "Sẽ làm gì để khắc phục",
        read(book, &id, |found| found.remedy.clone()),
        write(book, &id, |found, text| found.remedy = text),
    );
    let deadline = deadline_field(
        format!("deadline-{id}"),
        "Đến ngày nào",
        read(book, &id, |found| found.deadline.clone()),
        year,
        write(book, &id, |found, deadline| found.deadline = deadline),
    );
    let state = read(book, &id, |found| {
        match found.correction {
            Correction::NotYet => "open",
            Correction::UnderWay => "under_way",
            Correction::PutRight { .. } => "put_right",
        }
        .to_owned()
    });
    let set_state = write(book, &id, |found, value: String| {
        found.correction = match value.as_str() {
            "under_way" => Correction::UnderWay,
            "put_right" => Correction::PutRight { on: clock::today() },
            _ => Correction::NotYet,
        };
    });
    let states = vec![
        Choice::new("open", "Chưa"),
        Choice::new("under_way", "Đang"),
        Choice::new("put_right", "Đã xong"),
    ];
    let name = format!("state-{id}");
    el("div")
        .class("aside now stack")
        .attr("role", "group")
        .attr("aria-label", "Hạn chế")
        .with((
            field(text.lines(2)),
            field(remedy.lines(2)),
            field(deadline),
            choices("keep", &name, "Khắc phục", states, state, set_state),
            button("link", "Xóa hạn chế này", move || remove(book, &id)),
        ))
}

fn read<T: Default + Clone + PartialEq + Send + Sync + 'static>(
    book: Book,
    id: &ItemId,
    read: fn(&Shortcoming) -> T,
) -> Signal<T> {
    let id = id.clone();
    book.part(move |handbook| {
        handbook
            .shortcomings
            .iter()
            .find(|found| found.id == id)
            .map(read)
            .unwrap_or_default()
    })
}

fn write<T: 'static>(
    book: Book,
    id: &ItemId,
    write: fn(&mut Shortcoming, T),
) -> impl Fn(T) + Send + Sync + 'static + use<T> {
    let id = id.clone();
    move |value| {
        book.change(|handbook| {
            if let Some(found) = handbook
                .shortcomings
                .iter_mut()
                .find(|found| found.id == id)
            {
                write(found, value);
            }
        });
    }
}

fn remove(book: Book, id: &ItemId) {
    let found = book.peek(|handbook| {
        let found = &handbook.shortcomings;
        let index = found.iter().position(|found| found.id == *id)?;
        Some((index, found.get(index)?.clone()))
    });
    let Some((index, found)) = found else { return };
    book.remove(
        "Đã xóa một hạn chế.".to_owned(),
        |handbook| handbook.shortcomings.retain(|kept| kept.id != *id),
        move |handbook| {
            let index = index.min(handbook.shortcomings.len());
            handbook.shortcomings.insert(index, found.clone());
        },
    );
}
