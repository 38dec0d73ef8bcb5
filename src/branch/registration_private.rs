//! For the secretary alone: pledges that say nearly the same as another's, and those too general to be
//! checked. Never printed, never given to anyone.

use super::pledge_shown::Whose;
use super::registration::Look;
use crate::domain::branch::alike::{Alike, alike};
use crate::domain::vague::is_vague;
use crate::domain::{Commitment, ItemId};
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, El, View, b, details, each, el, hint, live, muted, p};

/// What was found in the pledges that count.
#[derive(Clone, Default, PartialEq)]
struct Found {
    alike: Vec<Alike>,
    vague: Vec<(ItemId, Vec<Commitment>)>,
}

/// Looked for when it is opened: comparing all with all takes a moment in a large branch.
pub fn private(look: Look) -> El {
    let opened = RwSignal::new(false);
    let content = live(move || opened.get().then(|| content(look)));
    let section = details("Riêng cho bí thư: bản giống nhau, bản chung chung", content);
    let section = section.on("toggle", move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    });
    el("section").with(section)
}

fn content(look: Look) -> View {
    let found = Signal::derive(move || {
        look.desk.dossiers(look.year, |dossiers| {
            look.registration(|told| {
                let pledges = told.pledges(dossiers);
                let all = pledges.iter().flat_map(|(person, pledge)| {
                    let commitments = pledge.commitments.iter();
                    commitments.map(|one| (*person, one))
                });
                let vague = pledges.iter().filter_map(|(person, pledge)| {
                    let commitments = pledge.commitments.iter();
                    let vague: Vec<_> = commitments.filter(|one| is_vague(one)).cloned().collect();
                    (!vague.is_empty()).then(|| ((*person).clone(), vague))
                });
                Found {
                    alike: alike(all),
                    vague: vague.collect(),
                }
            })
        })
    });
    let lists = live(move || {
        let Found { alike, vague } = found.get();
        (copied(look, alike), general(look, vague))
    });
    let words = "Chỉ hiện ở đây để trao đổi riêng: không in, không gửi đi. Giống nhau chưa hẳn là chép của nhau.";
    el("div")
        .class("private-notes")
        .with((hint(words), lists))
        .view()
}

fn copied(look: Look, alike: Vec<Alike>) -> View {
    let heading = el("h3").with(format!("Gần như giống nhau ({})", alike.len()));
    let none = alike
        .is_empty()
        .then(|| muted("Không thấy bản nào giống bản nào."));
    let groups = each(alike, |one| {
        let names: Vec<_> = one.people.iter().map(|id| look.called(id)).collect();
        // As the first of them wrote it.
        let texts = one.people.first().map(|person| {
            let whose = Whose::of(look.desk, look.year, person);
            each(&one.commitments, |one| whose.commitment(one, false))
        });
        el("div")
            .class("aside")
            .with((p(b(names.join(", "))), texts))
    });
    (heading, none, groups).view()
}

fn general(look: Look, vague: Vec<(ItemId, Vec<Commitment>)>) -> View {
    let heading = el("h3").with(format!("Chung chung, khó kiểm tra ({})", vague.len()));
    let none = vague
        .is_empty()
        .then(|| muted("Việc nào cũng có chỗ để kiểm tra."));
    let people = each(vague, |(person, commitments)| {
        let whose = Whose::of(look.desk, look.year, &person);
        let texts = each(&commitments, |one| whose.commitment(one, true));
        el("div")
            .class("aside")
            .with((p(b(look.called(&person))), texts))
    });
    (heading, none, people).view()
}
