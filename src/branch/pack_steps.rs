//! A list of steps, best first: the scale that months are rated by, the classes of a year. Each can be
//! renamed, moved up and taken out; there are never fewer than a scale needs.

use super::pack_draft::Draft;
use crate::browser::{page as browser_page, random};
use crate::domain::pack::{Level, SCALE};
use crate::domain::{ItemId, StandardsPack};
use crate::ui::{Content, El, Field, View, button, each, el, field, live};

/// Which list of the pack.
pub struct Steps {
    /// What the fields' ids begin with.
    pub id: &'static str,
    pub read: fn(&StandardsPack) -> Vec<Level>,
    pub write: fn(&mut StandardsPack) -> &mut Vec<Level>,
}

pub fn steps(draft: Draft, of: &'static Steps) -> View {
    let ids = draft.part(|pack| {
        let levels = (of.read)(pack).into_iter();
        levels.map(|level| level.id).collect::<Vec<_>>()
    });
    let rows = live(move || {
        let ids = ids.get();
        let last = ids.len();
        let rows = ids.into_iter().zip(1..);
        each(rows, |(id, number)| row(draft, of, id, number, last))
    });
    let more = live(move || {
        let room = ids.with(|ids| ids.len() < *SCALE.end());
        let add = move || add(draft, of);
        room.then(|| button("button-quiet", "Thêm mức", add))
    });
    (el("ol").class("stack").with(rows), more).view()
}

fn row(draft: Draft, of: &'static Steps, id: ItemId, number: usize, last: usize) -> El {
    let label = match number {
        1 => "Mức cao nhất".to_owned(),
        _ if number == last => "Mức thấp nhất".to_owned(),
        _ => format!("Mức thứ {number}"),
    };
    let name = {
        let id = id.clone();
        draft.part(move |pack| {
            let mut levels = (of.read)(pack).into_iter();
            let level = levels.find(|level| level.id == id);
            level.map(|level| level.name).unwrap_or_default()
        })
    };
    let written = id.clone();
    let write = move |text: String| {
        draft.change(|pack| {
            let mut levels = (of.write)(pack).iter_mut();
            if let Some(level) = levels.find(|level| level.id == written) {
                level.name = text;
            }
        });
    };
    let words = Field::new(at(of, &id), label.clone(), name, write);
    let (moved, gone) = (id.clone(), id);
    let up = (number > 1).then(|| {
        let act = move || {
            draft.change(|pack| {
                let levels = (of.write)(pack);
                let place = levels.iter().position(|level| level.id == moved);
                if let Some(place) = place.filter(|place| *place > 0) {
                    levels.swap(place - 1, place);
                }
            });
            browser_page::focus(&format!("#{}", at(of, &moved)));
        };
        button("link", "Lên", act).made_attr("aria-label", format!("Đưa lên: {label}"))
    });
    let away = (last > *SCALE.start()).then(|| {
        button("link", "Bỏ", move || remove(draft, of, &gone))
            .made_attr("aria-label", format!("Bỏ: {label}"))
    });
    el("li")
        .class("edit level")
        .attr("data-of", of.id)
        .with((field(words), up, away))
}

/// The id of a step's field.
fn at(of: &Steps, step: &ItemId) -> String {
    format!("{}-{step}", of.id)
}

fn add(draft: Draft, of: &'static Steps) {
    let id = random::item_id();
    let level = Level {
        id: id.clone(),
        name: String::new(),
    };
    draft.change(|pack| (of.write)(pack).push(level));
    browser_page::focus(&format!("#{}", at(of, &id)));
}

fn remove(draft: Draft, of: &'static Steps, id: &ItemId) {
    let Some((index, kept)) = draft.peek(|pack| {
        let mut levels = (of.read)(pack).into_iter().enumerate();
        levels.find(|(_, level)| level.id == *id)
    }) else {
        return;
    };
    draft.remove(
        format!("Đã bỏ mức “{}”.", kept.name),
        |packs| (of.write)(&mut packs.draft).retain(|level| level.id != *id),
        move |pack| {
            let levels = (of.write)(pack);
            levels.insert(index.min(levels.len()), kept.clone());
        },
    );
}
