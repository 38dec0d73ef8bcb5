//! The versions that were given out, and what each changed, for someone who reads both.

use super::pack_draft::Draft;
use crate::domain::branch::pack_changes::pack_changes;
use crate::domain::branch::pack_words::Told;
use crate::ui::{El, View, details, each, el, eyebrow, h2, hint, live, p, stack};

/// What giving out the draft would change; nothing while it would change nothing.
pub fn pending(draft: Draft) -> View {
    let told = draft.desk.part(move |branch| {
        let changes = branch.pack_changes(draft.year);
        let issued = branch.year(draft.year).and_then(|year| year.packs.as_ref());
        let last = issued.map_or(0, |packs| packs.issued.len());
        let told = changes.iter().map(|change| change.told());
        (last, told.collect::<Vec<_>>())
    });
    live(move || {
        let (last, told) = told.get();
        (!told.is_empty()).then(|| {
            let heading = h2(format!("Khác gì với bản {last}"));
            stack((heading, difference(told)))
        })
    })
}

fn difference(told: Vec<Told>) -> El {
    el("div").class("aside").with(each(told, |told| {
        let Told {
            what,
            about,
            before,
            after,
        } = told;
        let some = |text: &String| !text.is_empty();
        let before = Some(before).filter(some).map(|text| el("del").with(text));
        let after = Some(after).filter(some).map(|text| el("ins").with(text));
        let both = (before.is_some() && after.is_some()).then_some(" ");
        let about = Some(about).filter(some).map(p);
        let words = (before.is_some() || after.is_some()).then(|| p((before, both, after)));
        (eyebrow(what), about, words)
    }))
}

/// All of them, newest first.
pub fn versions(draft: Draft) -> View {
    let versions = draft.series(|packs| packs.issued.clone());
    live(move || {
        let issued = versions.get();
        if issued.is_empty() {
            return None;
        }
        let rows = each((0..issued.len()).rev(), |index| {
            let version = &issued[index];
            let name = format!("Bản {} · {}", index + 1, version.on);
            let before = index.checked_sub(1).and_then(|before| issued.get(before));
            let told = before.map(|before| {
                let changes = pack_changes(&before.pack, &version.pack);
                difference(changes.iter().map(|change| change.told()).collect())
            });
            details(name, told.unwrap_or_else(|| hint("Bản đầu tiên của năm.")))
        });
        let heading = h2("Các bản đã ban hành");
        Some(el("section").with((heading, rows)))
    })
}
