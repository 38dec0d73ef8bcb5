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

/// What a row says.
#[derive(Clone, Default, PartialEq)]
struct Said {
    name: String,
    standing: &'static str,
    duty: String,
    group: String,
    /// The day of coming or, of those who left, of leaving and where to.
    since: String,
    gone: bool,
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
            let left = person.departure().filter(|left| left.on <= today);
            let from = person.stays.last().and_then(|stay| stay.from);
            let since = match (left, from) {
                (Some(left), _) => joined([&left.on.to_string(), &left.to]),
                (None, Some(from)) => from.to_string(),
                (None, None) => "Từ đầu".to_owned(),
            };
            Some(Said {
                name: person.shown(),
                standing: person
                    .standing_on(left.map_or(today, |left| left.on))
                    .name(),
                duty: person.duty.clone(),
                group: person.group.clone(),
                since,
                gone: left.is_some(),
                findable: Findable::new(person),
            })
        })
        .unwrap_or_default()
    })
}

/// `last`: what stands at the end of a line of the table.
pub fn rows(screen: Screen, ids: Vec<ItemId>, wanted: Signal<String>, last: &'static str) -> View {
    if device::matches(WIDE) {
        return table(screen, ids, wanted, last);
    }
    let row = |id: ItemId| {
        let said = said(screen, &id);
        row(screen, id, said).live_attr("hidden", hidden(said, wanted))
    };
    el("ul").class("rows").with(each(ids, row)).view()
}

/// Parts of a line; the sign between them stays at the end of its line.
fn joined<const N: usize>(parts: [&str; N]) -> String {
    let mut parts = Vec::from(parts);
    parts.retain(|part| !part.is_empty());
    parts.join("\u{a0}· ")
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
            since,
            gone,
            ..
        } = said.get();
        let words = if gone {
            joined([standing, &format!("rời {since}")])
        } else {
            joined([standing, &duty, &group])
        };
        el("span").with((b(name), el("small").with(words)))
    });
    let opened = id.clone();
    fold(screen.open, &id, head, move || {
        roster_person::opened(screen, &opened)
    })
}

fn table(screen: Screen, ids: Vec<ItemId>, wanted: Signal<String>, last: &'static str) -> View {
    let head = [
        "Họ và tên",
        "Đối tượng",
        "Chức vụ, nhiệm vụ",
        "Tổ, phòng",
        last,
    ]
    .map(|name| el("th").attr("scope", "col").with(name));
    let rows = each(ids, |id| table_row(screen, id, wanted));
    el("table")
        .class("roster")
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
