//! Entering a person, or mending what was written of one.

use super::roster::Screen;
use super::roster_draft::{Draft, NAME, fields};
use crate::browser::{page, random};
use crate::domain::branch::Person;
use crate::domain::branch::roster_acts::Entry;
use crate::signal::RwSignal;
use crate::ui::{Content, El, View, actions, button, el, form};

/// For a new person; `round` grows with each.
pub fn adding(screen: Screen, draft: Draft, round: RwSignal<u32>) -> View {
    let desk = screen.desk;
    let add = move || {
        let Some(entry) = draft.entry(desk) else {
            return;
        };
        let name = entry.name.trim().to_owned();
        let id = random::item_id();
        let mut unfit = Vec::new();
        desk.change(|branch| {
            let entered = branch.roster.enter(id.clone(), entry);
            unfit = entered.err().unwrap_or_default();
        });
        if !unfit.is_empty() {
            draft.refuse_unfit(desk, &unfit);
            return;
        }
        desk.offer_undo(format!("Đã thêm {name}."), move |desk| {
            desk.change(|branch| branch.roster.people.retain(|person| person.id != id));
        });
        draft.begin_next();
        round.update(|round| *round += 1);
        page::focus(&format!("#{NAME}"));
    };
    let buttons = (
        submit("Thêm vào danh sách"),
        button("button-quiet", "Xong", move || screen.done()),
    );
    form(add, (fields(desk, draft, true), actions(buttons))).view()
}

/// For one of the list.
pub fn mending(screen: Screen, person: Person, index: usize) -> View {
    let desk = screen.desk;
    let (entry, standing) = (Entry::of(&person), Some(person.last_standing()));
    let draft = Draft::of(desk, &person.id.to_string(), entry, standing);
    let one_standing = person.standings.len() == 1;
    let keep = move || {
        let Some(entry) = draft.entry(desk) else {
            return;
        };
        let mut unfit = Vec::new();
        desk.change(|branch| {
            let mended = branch.roster.mend(&person.id, entry);
            unfit = mended.err().unwrap_or_default();
        });
        if !unfit.is_empty() {
            draft.refuse_unfit(desk, &unfit);
            return;
        }
        let before = person.clone();
        desk.offer_undo(format!("Đã sửa {}.", person.shown()), move |desk| {
            desk.change(|branch| branch.roster.put_back(index, &before));
        });
        draft.done();
        screen.done();
        page::focus(&format!("#fold-{}", person.id));
    };
    let leave = move || {
        draft.done();
        screen.done();
    };
    let buttons = (submit("Ghi"), button("button-quiet", "Thôi", leave));
    form(keep, (fields(desk, draft, one_standing), actions(buttons))).view()
}

pub fn submit(label: &'static str) -> El {
    el("button").kind("submit").class("button").with(label)
}
