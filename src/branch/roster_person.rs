//! A person of the list, opened: what happened to them in the branch, and what can be done.

use super::roster::{Deed, Doing, Screen};
use super::{roster_form, roster_steps};
use crate::browser::page;
use crate::desk::Desk;
use crate::domain::branch::Person;
use crate::domain::branch::roster_steps::Step;
use crate::domain::{ItemId, Standing};
use crate::signal::Signal;
use crate::ui::{Content, El, View, actions, button, each, el, live};

pub fn opened(screen: Screen, id: &ItemId) -> View {
    let (of, id) = (id.clone(), id.clone());
    let person = screen
        .desk
        .part(move |branch| branch.roster.person(&of).cloned());
    let deed = Signal::derive(move || {
        screen.doing.with(|doing| match doing {
            Doing::Of(whose, deed) if *whose == id => Some(*deed),
            _ => None,
        })
    });
    live(move || {
        let person = person.get()?;
        Some(match deed.get() {
            None => (steps(screen, &person), deeds(screen, person)).view(),
            Some(deed) => leptos::prelude::untrack(|| writing(screen, person, deed)),
        })
    })
}

fn writing(screen: Screen, person: Person, deed: Deed) -> View {
    let index = index_of(screen.desk, &person.id);
    match deed {
        Deed::Mend => roster_form::mending(screen, person, index),
        Deed::ChangeStanding => roster_steps::standing(screen, person, index),
        Deed::Leave => roster_steps::leaving(screen, person, index),
        Deed::ComeBack => roster_steps::coming_back(screen, person, index),
    }
}

fn index_of(desk: Desk, id: &ItemId) -> usize {
    desk.peek(|branch| branch.roster.people.iter().position(|one| one.id == *id))
        .unwrap_or_default()
}

/// What happened, with its days; what was written by mistake is taken back here.
fn steps(screen: Screen, person: &Person) -> Option<El> {
    let line = |step: Step| {
        let words = format!("{} từ ngày {}", step.in_words(), step.on());
        let back = person.can_take_back(&step).then(|| {
            let label = format!("Bỏ: {words}");
            let person = person.clone();
            button("link", "Bỏ", move || take_back(screen, &person, &step))
                .made_attr("aria-label", label)
        });
        el("li")
            .class("edit-row")
            .with((el("span").with(words), back))
    };
    let lines = each(person.steps(), line);
    (!lines.is_empty()).then(|| el("ul").with(lines))
}

fn take_back(screen: Screen, person: &Person, step: &Step) {
    let id = person.id.clone();
    let (gone, step) = (step.clone(), step.clone());
    let before = person.clone();
    screen.desk.remove(
        format!("{}: đã bỏ “{}”.", person.shown(), step.in_words()),
        move |branch| {
            if let Some(person) = branch.roster.person_mut(&id) {
                person.take_back(&gone);
            }
        },
        move |branch| branch.roster.put_back(0, &before),
    );
}

fn deeds(screen: Screen, person: Person) -> View {
    let deed = |label: &'static str, deed: Deed, field: &'static str| {
        let id = person.id.clone();
        button("button-quiet", label, move || {
            screen.doing.set(Doing::Of(id.clone(), deed));
            page::focus(field);
        })
    };
    let standing = match person.last_standing() {
        Standing::Member => "Không còn là đảng viên",
        Standing::NonMember => "Kết nạp vào Đảng",
    };
    let mend = deed("Sửa", Deed::Mend, "#person-name");
    if person.has_left() {
        let back = deed("Quay lại chi bộ", Deed::ComeBack, "#step-on");
        return actions((mend, back, take_off(screen, &person))).view();
    }
    actions((
        mend,
        deed(standing, Deed::ChangeStanding, "#step-on"),
        deed("Rời, chuyển đi", Deed::Leave, "#step-on"),
        take_off(screen, &person),
    ))
    .view()
}

/// Somebody who was entered by mistake, of whom nothing is kept.
fn take_off(screen: Screen, person: &Person) -> Option<El> {
    let desk = screen.desk;
    let years = desk.peek(|branch| {
        branch
            .years
            .iter()
            .map(|year| year.year)
            .collect::<Vec<_>>()
    });
    let kept = desk.peek(|branch| branch.keeps(person));
    let mut years = years.into_iter();
    let kept =
        kept || years.any(|year| desk.peek_dossier(&person.id, year, |known| known.is_some()));
    let person = person.clone();
    (!kept).then(|| {
        button("link", "Xóa, vì nhập nhầm", move || {
            let (id, before) = (person.id.clone(), person.clone());
            let index = index_of(desk, &id);
            screen.open.close();
            desk.remove(
                format!("Đã xóa {} khỏi danh sách.", person.shown()),
                move |branch| branch.roster.people.retain(|one| one.id != id),
                move |branch| branch.roster.put_back(index, &before),
            );
            page::focus_heading();
        })
    })
}
