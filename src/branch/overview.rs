//! Tổng quan: what is due for the secretary now, with one big button for it; then the year's numbers,
//! each of which opens its part.

use super::archived::archived;
use super::overview_due::{Headline, headline};
use super::overview_year;
use crate::desk::{Desk, desk};
use crate::domain::Day;
use crate::domain::branch::due::Books;
use crate::signal::Signal;
use crate::ui::{Content, Icon, View, eyebrow, h1, icon, link, live, muted};

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let due = Signal::derive(move || Some(due_in(desk, year)));
    let numbers = || {
        let months = overview_year::months(desk, year);
        (months, overview_year::numbers(desk, year)).view()
    };
    let of_year = archived(desk, year).map_or_else(numbers, |away| away.view());
    (live(move || due.get().map(due_view)), of_year).view()
}

/// What is due is due today: another year only has numbers.
fn due_in(desk: Desk, year: i32) -> Headline {
    let today = desk.today.get();
    if today.year() != year {
        return Headline::of_another_year(year);
    }
    let backed_up_on = backed_up_on(desk);
    desk.dossiers(year - 1, |of_last_year| {
        desk.dossiers(year, |dossiers| {
            desk.read(|branch| {
                let books = Books {
                    branch,
                    dossiers,
                    of_last_year,
                    today,
                    backed_up_on,
                };
                Some(headline(books))
            })
        })
    })
    .unwrap_or_else(|| Headline::of_another_year(year))
}

/// The sample needs none.
pub fn backed_up_on(desk: Desk) -> Option<Day> {
    if desk.is_sample() {
        return Some(desk.today.get());
    }
    desk.backed_up_on()
}

fn due_view(headline: Headline) -> View {
    let Headline {
        eyebrow: line,
        title,
        detail,
        year,
        button,
    } = headline;
    let class = if button.is_some() {
        "eyebrow now"
    } else {
        "eyebrow"
    };
    let button = button.map(|(to, words)| {
        let to = link("button wide", &to, (words, " ", icon(Icon::Go)));
        to.on_click(move || {
            if desk().year.get_untracked() != year {
                desk().year.set(year);
            }
        })
    });
    (eyebrow(line).class(class), h1(title), muted(detail), button).view()
}
