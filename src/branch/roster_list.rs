//! The people of the branch: rows that open in their place on a phone, a table where there is room. All
//! are drawn once; the search only hides, so that typing stays quick with 300 people.

use super::fold::{fold, fold_button};
use super::roster::Screen;
use super::roster_person;
use crate::browser::device;
use crate::domain::branch::Person;
use crate::domain::branch::roster_view::Findable;
use crate::domain::letters::plain;
use crate::domain::{Day, ItemId};
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, El, Field, View, b, details, each, el, field, live, muted};

const WIDE: &str = "(min-width: 60em)";

/// From so many on, a search is of use.
const MANY: usize = 10;

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

pub fn list(screen: Screen) -> View {
    let desk = screen.desk;
    let ids = move |gone: bool| {
        Signal::derive(move || {
            let today = desk.today.get();
            desk.read(|branch| {
                let people = branch.roster.by_name().into_iter();
                let people = people.filter(|person| is_gone(person, today) == gone);
                people.map(|person| person.id.clone()).collect::<Vec<_>>()
            })
        })
    };
    let (here, gone) = (ids(false), ids(true));
    let wanted = RwSignal::new(String::new());
    let rows = live(move || rows(screen, here.get(), wanted.read_only()));
    let left = live(move || {
        let gone = gone.get();
        (!gone.is_empty()).then(|| {
            let words = format!("Đã rời chi bộ ({})", gone.len());
            details(words, rows_of_gone(screen, gone))
        })
    });
    let many = Signal::derive(move || here.with(|here| here.len() >= MANY));
    let search = live(move || many.get().then(|| search(screen, here, wanted)));
    (search, rows, left).view()
}

fn is_gone(person: &Person, today: Day) -> bool {
    person.departure().is_some_and(|left| left.on <= today)
}

fn search(screen: Screen, here: Signal<Vec<ItemId>>, wanted: RwSignal<String>) -> View {
    let typed = RwSignal::new(String::new());
    let write = move |text: String| {
        wanted.set(plain(&text));
        typed.set(text);
    };
    let box_ = Field::new(
        "search",
        "Tìm theo tên, tổ, chức vụ",
        typed.read_only(),
        write,
    );
    let findable = Signal::derive(move || {
        here.track();
        screen.desk.read(|branch| {
            here.with(|here| {
                here.iter()
                    .filter_map(|id| branch.roster.person(id))
                    .map(Findable::new)
                    .collect::<Vec<_>>()
            })
        })
    });
    let found = Signal::derive(move || {
        wanted.with(|wanted| {
            let asked = !wanted.is_empty();
            asked.then(|| findable.with(|all| all.iter().filter(|one| one.has(wanted)).count()))
        })
    });
    let told = live(move || {
        found.get().map(|found| match found {
            0 => muted("Không thấy ai. Thử gõ ít chữ hơn."),
            found => muted(format!("Thấy {found} người")),
        })
    });
    let told = el("div").attr("role", "status").with(told);
    (field(box_), told).view()
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

fn rows(screen: Screen, ids: Vec<ItemId>, wanted: Signal<String>) -> View {
    if device::matches(WIDE) {
        return table(screen, ids, wanted, HEAD);
    }
    let row = |id: ItemId| {
        let said = said(screen, &id);
        row(screen, id, said).live_attr("hidden", hidden(said, wanted))
    };
    el("ul").class("rows people").with(each(ids, row)).view()
}

fn rows_of_gone(screen: Screen, ids: Vec<ItemId>) -> View {
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
        el("span").with((b(name), el("small").with(words.join(" · "))))
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
