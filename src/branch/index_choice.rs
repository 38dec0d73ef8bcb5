//! The year that the screens show, and the branch that is open.

use leptos::prelude::*;

use crate::browser::page;
use crate::desk::{Desk, desk};
use crate::domain::DocumentId;
use crate::domain::branch::Branch;
use crate::domain::calendar::YEARS;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Choice, Content, El, Icon, View, each, el, h2, icon, live, select};

/// The years that the branch knows, this one and those beside it.
pub fn year() -> El {
    let desk = desk();
    let this_year = desk.today.get_untracked().year();
    let mut years: Vec<i32> =
        desk.peek(|branch| branch.years.iter().map(|year| year.year).collect());
    for year in [
        desk.year.get_untracked(),
        this_year - 1,
        this_year,
        this_year + 1,
    ] {
        if YEARS.contains(&year) && !years.contains(&year) {
            let later = years.iter().position(|known| *known > year);
            years.insert(later.unwrap_or(years.len()), year);
        }
    }
    let option = |year: i32| {
        let away = desk.peek(|branch| branch.is_archived(year));
        let words = match (away, year == this_year) {
            (true, _) => " (đã cất ra tệp)",
            (_, true) => " (năm nay)",
            _ => "",
        };
        Choice::new(year.to_string(), format!("{year}{words}"))
    };
    let options = years.into_iter().rev().map(option).collect();
    let shown = Signal::derive(move || desk.year.get().to_string());
    let choose = move |year: String| {
        if let Ok(year) = year.parse() {
            desk.save();
            desk.year.set(year);
            // The screen is built anew.
            page::focus("#year");
        }
    };
    select("year".to_owned(), "Năm đang xem", options, shown, choose)
}

/// Those on this device, and the way to one more.
pub fn branches() -> View {
    let desk = desk();
    let ids = Signal::derive(move || {
        let ids = |shelved: &Vec<Branch>| shelved.iter().map(|kept| kept.id.clone()).collect();
        desk.shelved.with(ids)
    });
    let rows = live(move || ids.with(|ids: &Vec<DocumentId>| each(ids, |id| row(desk, id))));
    let another = el("a")
        .made_attr("href", DeskRoute::Start.to_string())
        .with((
            el("span").class("number").with("+"),
            el("span").with("Thêm chi bộ khác"),
        ));
    let rows = el("ul").class("rows").with((rows, el("li").with(another)));
    el("section").with((h2("Chi bộ trên máy này"), rows)).view()
}

fn row(desk: Desk, id: &DocumentId) -> El {
    let sample = untrack(|| desk.is_sample());
    let here = !sample && desk.peek(|open| open.id == *id);
    let wanted = id.clone();
    let go = move || {
        desk.open(&wanted);
        page::go(&DeskRoute::Overview.to_string());
    };
    let state = if here {
        (icon(Icon::Check), "đang mở").view()
    } else {
        "mở".view()
    };
    let words = |branch: &Branch| {
        let unit = (!branch.unit.is_empty()).then(|| el("small").with(branch.unit.clone()));
        (branch.name.clone(), unit)
    };
    let id = id.clone();
    let words = live(move || {
        desk.shelved
            .with(|shelved| shelved.iter().find(|kept| kept.id == id).map(words))
    });
    let state = el("span").class("value").with(state);
    let mut button = el("button")
        .kind("button")
        .with((el("span").with(words), state));
    if here {
        button = button.attr("aria-current", "true");
    }
    el("li").with(button.on_click(go))
}
