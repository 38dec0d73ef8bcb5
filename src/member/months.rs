//! The year as a strip of twelve months; each opens its own.

use leptos::prelude::*;

use crate::book::book;
use crate::domain::{MonthState, YearMonth};
use crate::member::words;
use crate::route::Route;

pub fn strip() -> AnyView {
    let book = book();
    let states = Memo::new(move |_| {
        let today = book.today.get();
        book.read(|handbook| {
            handbook
                .months_of_year()
                .map(|month| (month, handbook.month_state(month, today)))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <ol class="months">{move || states.get().into_iter().map(cell).collect_view()}</ol>
        <p class="legend">{move || legend(&states.get())}</p>
    }
    .into_any()
}

fn cell((month, state): (YearMonth, MonthState)) -> AnyView {
    let spoken = format!("Tháng {}: {}", month.number(), words::month_state(state));
    let now = (state == MonthState::Due).then_some("date");
    view! {
        <li>
            <a href=Route::Rating(Some(month)).to_string() aria-label=spoken aria-current=now>
                {month.number()}
                <i class="mark" data-state=words::month_mark(state)></i>
            </a>
        </li>
    }
    .into_any()
}

/// "8 đã đánh giá · 1 muộn · 1 thiếu": only what there is. A late month counts as rated, too.
fn legend(states: &[(YearMonth, MonthState)]) -> AnyView {
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
        .filter(|(mark, number, _)| *number > 0 || *mark == "rated");
    shown
        .map(|(mark, number, word)| {
            view! { <span><i class="mark" data-state=mark></i>" "{number}" "{word}</span>" " }
                .into_any()
        })
        .collect_view()
        .into_any()
}
