//! Shortcomings inside a month: a slip opens one, one can be added by hand, and those of earlier
//! months stay at hand until they are put right.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::random;
use crate::domain::{Correction, ItemId, Shortcoming, YearMonth};
use crate::member::deadline::deadline_field;
use crate::ui::{Choice, Field, choices, field};

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
pub fn of_standard(book: Book, month: YearMonth, standard: ItemId) -> AnyView {
    let found = book.part(move |handbook| {
        let of_it = |found: &&Shortcoming| {
            found.month == month && found.standard.as_ref() == Some(&standard)
        };
        handbook
            .shortcomings
            .iter()
            .find(of_it)
            .map(|found| found.id.clone())
    });
    (move || found.get().map(|id| form(book, id))).into_any()
}

/// Those without a standard in this month, and the open ones of other months.
pub fn list(book: Book, month: YearMonth) -> AnyView {
    let ids = book.part(move |handbook| {
        let own = |found: &&Shortcoming| found.month == month && found.standard.is_none();
        handbook
            .shortcomings
            .iter()
            .filter(own)
            .map(|found| found.id.clone())
            .collect::<Vec<_>>()
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
        let forms = earlier.into_iter().map(|(id, month)| {
            view! {
                <p class="eyebrow">{format!("Từ tháng {}", month.number())}</p>
                {form(book, id)}
            }
        });
        view! { <h3>"Chưa khắc phục xong"</h3>{forms.collect_view()} }
    });
    let add = move |_| {
        book.change(|handbook| {
            handbook
                .shortcomings
                .push(Shortcoming::new(random::item_id(), month, None))
        })
    };
    view! {
        <section class="stack">
            <h2>"Hạn chế, thiếu sót"</h2>
            {earlier}
            <For each=move || ids.get() key=|id| id.clone() children=move |id| form(book, id) />
            <button type="button" class="button-quiet" on:click=add>"Ghi một hạn chế"</button>
        </section>
    }
    .into_any()
}

fn form(book: Book, id: ItemId) -> AnyView {
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
    let states = ["open", "under_way", "put_right"]
        .into_iter()
        .zip(["Chưa", "Đang", "Đã xong"]);
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
            "put_right" => Correction::PutRight {
                on: crate::browser::clock::today(),
            },
            _ => Correction::NotYet,
        };
    });
    let states = states
        .map(|(value, name)| Choice::new(value, name))
        .collect();
    view! {
        <div class="aside now stack">
            {field(text)}
            {field(remedy)}
            {field(deadline)}
            {choices("keep", &format!("state-{id}"), "Khắc phục", states, state, set_state)}
            {remove(id)}
        </div>
    }
    .into_any()
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

fn remove(id: ItemId) -> AnyView {
    let book = book();
    let remove = move |_| {
        let found = book.peek(|handbook| {
            handbook
                .shortcomings
                .iter()
                .cloned()
                .enumerate()
                .find(|(_, found)| found.id == id)
        });
        let Some((index, found)) = found else { return };
        let gone = found.id.clone();
        book.remove(
            "Đã xóa một hạn chế.".to_owned(),
            |handbook| handbook.shortcomings.retain(|kept| kept.id != gone),
            move |handbook| {
                handbook
                    .shortcomings
                    .insert(index.min(handbook.shortcomings.len()), found.clone())
            },
        );
    };
    view! { <button type="button" class="link" on:click=remove>"Xóa hạn chế này"</button> }
        .into_any()
}
