//! A field for "by when": a day, or the person's own words. What was typed stays in the field as it
//! is; what is kept is the day it names, or the words.

use std::borrow::Cow;

use crate::domain::Deadline;
use crate::signal::{RwSignal, Signal};
use crate::ui::Field;

/// The field's text goes through here, so that "5/12" stays "5/12" while it is typed and yet is
/// kept as a day.
pub fn deadline_field(
    id: impl Into<Cow<'static, str>>,
    label: &'static str,
    kept: Signal<Option<Deadline>>,
    year: i32,
    write: impl Fn(Option<Deadline>) + 'static,
) -> Field {
    let typed = RwSignal::new(
        kept.get_untracked()
            .map(|deadline| deadline.to_string())
            .unwrap_or_default(),
    );
    let text = Signal::derive(move || {
        let kept = kept.get();
        let typed = typed.get();
        if Deadline::from_typed(&typed, year) == kept {
            typed
        } else {
            kept.map(|deadline| deadline.to_string())
                .unwrap_or_default()
        }
    });
    let field = Field::new(id, label, text, move |text| {
        typed.set(text.clone());
        write(Deadline::from_typed(&text, year));
    });
    field.error(Signal::derive(move || {
        kept.with(|kept| kept.as_ref().and_then(|kept| wrong_day(kept, year)))
    }))
}

/// The sentence for text that looks like a day but names none.
fn wrong_day(deadline: &Deadline, year: i32) -> Option<String> {
    deadline
        .is_impossible_day()
        .then(|| format!("Không có ngày “{deadline}”. Viết ngày/tháng/năm, ví dụ 30/11/{year}"))
}
