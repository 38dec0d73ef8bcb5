//! A day that is asked for before something is done on it: a field, and a sentence at it when it is no day.

use std::borrow::Cow;

use crate::browser::page;
use crate::domain::Day;
use crate::signal::{RwSignal, Signal};
use crate::ui::{El, Field, field};

#[derive(Clone, Copy)]
pub struct AskedDay {
    typed: RwSignal<String>,
    /// What is wrong with it, once it was asked for.
    wrong: RwSignal<Option<String>>,
    /// Of a day typed without one.
    year: i32,
}

impl AskedDay {
    /// With a day that stands there already, since it mostly is that one.
    pub fn new(day: Day, year: i32) -> Self {
        Self {
            typed: RwSignal::new(day.to_string()),
            wrong: RwSignal::new(None),
            year,
        }
    }

    pub fn field(self, id: impl Into<Cow<'static, str>>, label: &'static str) -> El {
        let write = move |text| {
            self.typed.set(text);
            self.wrong.set(None);
        };
        let wrong = Signal::derive(move || self.wrong.get());
        field(
            Field::new(id, label, self.typed.into(), write)
                .day()
                .error(wrong),
        )
    }

    /// The day that was typed; else `None`, and the field of that id says so.
    pub fn take(self, id: &str) -> Option<Day> {
        let typed = self.typed.get_untracked();
        let day = Day::from_typed(&typed, self.year);
        if day.is_none() {
            let year = self.year;
            let words = format!("Viết ngày/tháng/năm, ví dụ 05/02/{year}");
            self.refuse(id, words);
        }
        day
    }

    /// Another thing that is wrong with the day.
    pub fn refuse(self, id: &str, words: String) {
        self.wrong.set(Some(words));
        page::focus(&format!("#{id}"));
    }
}
