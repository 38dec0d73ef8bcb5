//! The people of the branch: rows that open in their place on a phone, a table where there is room. All
//! are drawn once; the search only hides, so that typing stays quick with 300 people.

use super::roster::Screen;
use super::roster_rows::{is_gone, rows};
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
    let wanted_now = wanted.read_only();
    let people = live(move || rows(screen, here.get(), wanted_now, "Từ ngày"));
    let left = live(move || {
        let gone = gone.get();
        (!gone.is_empty()).then(|| {
            let words = format!("Đã rời chi bộ ({})", gone.len());
            details(words, rows(screen, gone, wanted_now, "Rời ngày"))
        })
    });
    let many = Signal::derive(move || here.with(|here| here.len() >= MANY));
    let search = live(move || many.get().then(|| search(screen, wanted)));
    (search, people, left).view()
}

fn search(screen: Screen, wanted: RwSignal<String>) -> View {
    let desk = screen.desk;
    let typed = RwSignal::new(String::new());
    let write = move |text: String| {
        wanted.set(plain(&text));
        typed.set(text);
    };
    let label = "Tìm theo tên, tổ, chức vụ";
    let asked = Field::new("search", label, typed.read_only(), write);
    let findable = Signal::derive(move || {
        let today = desk.today.get();
        desk.read(|branch| {
            let people = branch.roster.people.iter();
            let one = |person| (Findable::new(person), is_gone(person, today));
            people.map(one).collect::<Vec<_>>()
        })
    });
    let told = live(move || {
        let wanted = wanted.get();
        let count = |gone: bool| {
            findable.with(|all| {
                let found = all.iter();
                let found = found.filter(|(one, is_gone)| *is_gone == gone && one.has(&wanted));
                found.count()
            })
        };
        (!wanted.is_empty()).then(|| muted(in_words(count(false), count(true))))
    });
    let told = el("div").attr("role", "status").with(told);
    (field(asked), told).view()
}

fn in_words(here: usize, gone: usize) -> String {
    match (here, gone) {
        (0, 0) => "Không thấy ai. Thử gõ ít chữ hơn.".to_owned(),
        (0, gone) => format!("Không thấy ai ở chi bộ; {gone} người đã rời"),
        (here, 0) => format!("Thấy {here} người"),
        (here, gone) => format!("Thấy {here} người, và {gone} người đã rời"),
    }
}
