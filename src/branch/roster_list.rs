//! The people of the branch: rows that open in their place on a phone, a table where there is room. All
//! are drawn once; the search only hides, so that typing stays quick with 300 people.

use super::roster::Screen;
use super::roster_rows::{is_gone, rows, rows_of_gone};
use crate::domain::ItemId;
use crate::domain::branch::roster_view::Findable;
use crate::domain::letters::plain;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, Field, View, details, el, field, live, muted};

/// From so many on, a search is of use.
const MANY: usize = 10;

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
