//! The year as a strip of twelve months; each opens its own.

use crate::book::book;
use crate::domain::{MonthState, YearMonth};
use crate::member::words;
use crate::route::Route;
use crate::signal::Signal;
use crate::ui::{El, View, each, el, live};

pub fn strip() -> (El, El) {
    let book = book();
    let states = Signal::derive(move || {
        let today = book.today.get();
        book.read(|handbook| {
            handbook
                .months_of_year()
                .map(|month| (month, handbook.month_state(month, today)))
                .collect::<Vec<_>>()
        })
    });
    (
        el("ol")
            .class("months")
            .with(live(move || each(states.get(), cell))),
        el("p")
            .class("legend")
            .with(live(move || legend(&states.get()))),
    )
}

/// A month's shape.
pub fn mark(state: &'static str) -> El {
    el("i").class("mark").attr("data-state", state)
}

fn cell((month, state): (YearMonth, MonthState)) -> El {
    let number = month.number().to_string();
    let spoken = format!("Tháng {number}: {}", words::month_state(state));
    let open = el("a")
        .made_attr("href", Route::Rating(Some(month)).to_string())
        .made_attr("aria-label", spoken);
    let open = if state == MonthState::Due {
        open.attr("aria-current", "date")
    } else {
        open
    };
    el("li").with(open.with((number, mark(words::month_mark(state)))))
}

/// "8 đã đánh giá · 1 muộn · 1 thiếu": only what there is. A late month counts as rated, too.
fn legend(states: &[(YearMonth, MonthState)]) -> View {
    let count = |wanted: &[MonthState]| {
        states
            .iter()
            .filter(|(_, state)| wanted.contains(state))
            .count()
    };
    let counts = [
        (
            "rated",
            count(&[MonthState::Rated, MonthState::RatedLate]),
            "đã đánh giá",
        ),
        ("late", count(&[MonthState::RatedLate]), "muộn"),
        ("missed", count(&[MonthState::Missed]), "thiếu"),
        ("due", count(&[MonthState::Due]), "đến hạn"),
        ("draft", count(&[MonthState::Begun]), "viết dở"),
    ];
    let shown = counts
        .into_iter()
        .filter(|(state, number, _)| *number > 0 || *state == "rated");
    each(shown, |(state, number, word)| {
        (
            el("span").with((mark(state), format!(" {number} {word}"))),
            " ",
        )
    })
}
