//! A field of the pack for a small number.

use std::ops::RangeInclusive;

use crate::signal::{RwSignal, Signal};
use crate::ui::{El, Field, field};

/// What was typed stays; what is no such number is said so and changes nothing.
pub fn count(
    id: &'static str,
    label: &'static str,
    kept: Signal<u8>,
    range: RangeInclusive<u8>,
    write: impl Fn(u8) + 'static,
) -> El {
    let typed = RwSignal::new(kept.get_untracked().to_string());
    let (least, most) = (*range.start(), *range.end());
    let read = move |typed: &str| {
        let number = typed.trim().parse().ok();
        number.filter(|number| (least..=most).contains(number))
    };
    let text = Signal::derive(move || {
        let (kept, typed) = (kept.get(), typed.get());
        match read(&typed) {
            Some(number) if number != kept => kept.to_string(),
            _ => typed,
        }
    });
    let error = Signal::derive(move || {
        let wrong = typed.with(|typed| read(typed).is_none());
        wrong.then(|| format!("Viết một số từ {least} đến {most}"))
    });
    let words = Field::new(id, label, text, move |text| {
        let number = read(&text);
        typed.set(text);
        if let Some(number) = number {
            write(number);
        }
    });
    field(words.day().error(error)).class("field number")
}
