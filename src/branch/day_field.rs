//! A field for a day, typed as people write it. What was typed stays in the field; what is no day is
//! said so, and nothing is changed by it.

use std::borrow::Cow;

use crate::domain::Day;
use crate::signal::{RwSignal, Signal};
use crate::ui::{El, Field, field};

/// `year`: of a day typed without one.
pub fn day_field(
    id: impl Into<Cow<'static, str>>,
    label: &'static str,
    hint: &'static str,
    kept: Signal<Option<Day>>,
    year: i32,
    write: impl Fn(Option<Day>) + 'static,
) -> El {
    let shown = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let typed = RwSignal::new(shown(kept.get_untracked()));
    let text = Signal::derive(move || {
        let (kept, typed) = (kept.get(), typed.get());
        let wrong = !typed.trim().is_empty() && Day::from_typed(&typed, year).is_none();
        if wrong || Day::from_typed(&typed, year) == kept {
            typed
        } else {
            shown(kept)
        }
    });
    let error = Signal::derive(move || {
        let typed = typed.get();
        let wrong = !typed.trim().is_empty() && Day::from_typed(&typed, year).is_none();
        wrong.then(|| {
            format!(
                "Chưa rõ ngày “{}”. Viết ngày/tháng/năm, ví dụ 05/11/{year}",
                typed.trim()
            )
        })
    });
    let write = move |text: String| {
        let day = Day::from_typed(&text, year);
        let blank = text.trim().is_empty();
        typed.set(text);
        if blank || day.is_some() {
            write(day);
        }
    };
    field(
        Field::new(id, label, text, write)
            .day()
            .hint(hint)
            .error(error),
    )
}
