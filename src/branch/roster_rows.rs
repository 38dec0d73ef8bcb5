//! One person of the list in words: a row that opens in its place on a phone, a line of a table where
//! there is room.

use super::fold::{fold, fold_button};
use super::roster::Screen;
use super::roster_person;
use crate::browser::device;
use crate::domain::branch::Person;
use crate::domain::branch::roster_view::Findable;
use crate::domain::{Day, ItemId};
use crate::signal::Signal;
use crate::ui::{Content, El, View, b, each, el, live};

const WIDE: &str = "(min-width: 60em)";

const HEAD: [&str; 5] = [
    "Họ và tên",
    "Đối tượng",
    "Chức vụ, nhiệm vụ",
    "Tổ, phòng",
    "Từ ngày",
];

/// What a row says.
#[derive(Clone, Default, PartialEq)]
struct Said {
    name: String,
    standing: &'static str,
    duty: String,
    group: String,
    /// The day of coming or, of those who left, of leaving.
    since: String,
    findable: Findable,
}

pub fn is_gone(person: &Person, today: Day) -> bool {
    person.departure().is_some_and(|left| left.on <= today)
}

fn said(screen: Screen, id: &ItemId) -> Signal<Said> {
    let desk = screen.desk;
    let id = id.clone();
    Signal::derive(move || {
        let today = desk.today.get();
        desk.read(|branch| {
            let person = branch.roster.person(&id)?;
            let gone = is_gone(person, today);
            let left = person.departure().filter(|_| gone).map(|left| left.on);
            let from = person.stays.last().and_then(|stay| stay.from);
            let since = if gone { left } else { from };
            Some(Said {
                name: person.name.clone(),
                standing: person.standing_on(left.unwrap_or(today)).name(),
                duty: person.duty.clone(),
                group: person.group.clone(),
                since: since.map_or_else(|| "Từ đầu".to_owned(), |day| day.to_string()),
                findable: Findable::new(person),
            })
        })
        .unwrap_or_default()
    })
}

pub fn rows(screen: Screen, ids: Vec<ItemId>, wanted: Signal<String>) -> View {
    if device::matches(WIDE) {
        return table(screen, ids, wanted, HEAD);
    }
    let row = |id: ItemId| {
        let said = said(screen, &id);
        row(screen, id, said).live_attr("hidden", hidden(said, wanted))
    };
    el("ul").class("rows people").with(each(ids, row)).view()
}

pub fn rows_of_gone(screen: Screen, ids: Vec<ItemId>) -> View {
    if device::matches(WIDE) {
        let [name, standing, duty, group, _] = HEAD;
        let head = [name, standing, duty, group, "Rời ngày"];
        return table(screen, ids, Signal::derive(String::new), head);
    }
    let row = |id: ItemId| {
        let said = said(screen, &id);
        row(screen, id, said)
    };
    el("ul").class("rows people").with(each(ids, row)).view()
}

fn hidden(
    said: Signal<Said>,
    wanted: Signal<String>,
) -> impl Fn() -> Option<String> + Send + Sync + 'static {
    move || {
        let hidden = wanted.with(|wanted| said.with(|said| !said.findable.has(wanted)));
        hidden.then(String::new)
    }
}

fn row(screen: Screen, id: ItemId, said: Signal<Said>) -> El {
    let head = live(move || {
        let Said {
            name,
            standing,
            duty,
            group,
            ..
        } = said.get();
        let words = [standing, &duty, &group];
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        el("span").with((b(name), el("small").with(words.join("\u{a0}· "))))
    });
    let opened = id.clone();
    fold(screen.open, &id, head, move || {
        roster_person::opened(screen, &opened)
    })
}

fn table(
    screen: Screen,
    ids: Vec<ItemId>,
    wanted: Signal<String>,
    head: [&'static str; 5],
) -> View {
    let head = head.map(|name| el("th").attr("scope", "col").with(name));
    let rows = each(ids, |id| table_row(screen, id, wanted));
    el("table")
        .class("people")
        .with((
            el("thead").with(el("tr").with(head)),
            el("tbody").with(rows),
        ))
        .view()
}

/// The row, and the row under it where it is open.
fn table_row(screen: Screen, id: ItemId, wanted: Signal<String>) -> View {
    let said = said(screen, &id);
    let name = live(move || said.with(|said| said.name.clone()));
    let name = el("th")
        .attr("scope", "row")
        .with(fold_button(screen.open, &id, name));
    let cells = live(move || {
        let Said {
            standing,
            duty,
            group,
            since,
            ..
        } = said.get();
        let cell = |text: String| el("td").with(text);
        (
            el("td").with(standing),
            cell(duty),
            cell(group),
            cell(since),
        )
    });
    let is_open = screen.open.is_at(&id);
    let body = live(move || {
        is_open.get().then(|| {
            let body = leptos::prelude::untrack(|| roster_person::opened(screen, &id));
            let body = el("div").class("fold stack").with(body);
            let cell = el("td").attr("colspan", "5").with(body);
            el("tr")
                .live_attr("hidden", hidden(said, wanted))
                .with(cell)
        })
    });
    let row = el("tr")
        .live_attr("hidden", hidden(said, wanted))
        .with((name, cells));
    (row, body).view()
}
