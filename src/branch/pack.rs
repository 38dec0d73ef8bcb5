//! Bộ chuẩn mực: what the branch asks for this year. Its parts, what could be better, giving it out,
//! and its versions.

use super::pack_draft::Draft;
use super::{
    pack_begin, pack_classes, pack_issue, pack_names, pack_rules, pack_standards, pack_topics,
    pack_versions,
};
use crate::domain::branch::pack_part::PackPart;
use crate::domain::branch::pack_words::points;
use crate::domain::{Conduct, StandardsPack};
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, El, View, each, el, h1, h2, link, live};

/// `part`: one of its pages; `None`: the whole at a glance.
pub fn screen(part: Option<PackPart>) -> View {
    let draft = Draft::here();
    let begun = draft.series(|_| true);
    live(move || {
        let begun = begun.get();
        leptos::prelude::untrack(|| match part {
            _ if !begun => pack_begin::screen(draft),
            None => whole(draft),
            Some(PackPart::Standards) => pack_standards::screen(draft),
            Some(PackPart::Topics) => pack_topics::screen(draft),
            Some(PackPart::Rules) => pack_rules::screen(draft),
            Some(PackPart::Classes) => pack_classes::screen(draft),
            Some(PackPart::Names) => pack_names::screen(draft),
        })
    })
}

fn whole(draft: Draft) -> View {
    let title = h1(format!("Bộ chuẩn mực năm {}", draft.year));
    let heading = el("div").class("heading").with((title, status(draft)));
    let parts = each(PackPart::ALL, |part| row(draft, part));
    let changed = draft.desk.part(move |branch| {
        let issued = branch.year(draft.year).and_then(|year| year.packs.as_ref());
        let issued = issued.is_some_and(|packs| !packs.issued.is_empty());
        !issued || !branch.pack_changes(draft.year).is_empty()
    });
    let issue = live(move || {
        let changed = changed.get();
        changed.then(|| {
            let form = leptos::prelude::untrack(|| pack_issue::issue(draft));
            el("section").class("stack").with((h2("Ban hành"), form))
        })
    });
    let content = el("section").with((h2("Nội dung"), el("ul").class("rows").with(parts)));
    (
        heading,
        pack_issue::giving(draft),
        content,
        advice(draft),
        pack_versions::pending(draft),
        issue,
        pack_versions::versions(draft),
    )
        .view()
}

fn status(draft: Draft) -> El {
    let status = draft.desk.part(move |branch| {
        let issued = branch.year(draft.year).and_then(|year| year.packs.as_ref());
        let number = issued.map_or(0, |packs| packs.issued.len());
        match (number, branch.pack_changes(draft.year).len()) {
            (0, _) => ("", "Chưa ban hành".to_owned()),
            (number, 0) => ("done", format!("Bản {number} đã ban hành")),
            (_, changes) => ("late", format!("{changes} thay đổi chưa ban hành")),
        }
    });
    let state = move || Some(status.get().0.to_owned());
    el("span")
        .class("status")
        .live_attr("data-state", state)
        .with(live(move || status.get().1))
}

fn row(draft: Draft, part: PackPart) -> El {
    let said = draft.desk.part(move |branch| {
        let pack = branch.pack_to_issue(draft.year);
        pack.map(|pack| about(&pack, part)).unwrap_or_default()
    });
    let said: Signal<String> = said;
    let words = el("span").with((part.name(), el("small").with(said)));
    el("li").with(link("", &DeskRoute::PackPart(part), words))
}

/// What stands in a part, in a line.
fn about(pack: &StandardsPack, part: PackPart) -> String {
    match part {
        PackPart::Standards => {
            let count = |conduct: Conduct| {
                let in_use = pack.standards_for(None);
                in_use.filter(|one| one.conduct == conduct).count()
            };
            let [must, avoid] = Conduct::ALL.map(count);
            format!("{must} phải làm · {avoid} cần tránh")
        }
        PackPart::Topics => {
            let theme = if pack.theme.is_empty() {
                "Chưa có chuyên đề năm"
            } else {
                &pack.theme
            };
            match pack.topics.len() {
                0 => theme.to_owned(),
                topics => format!("{theme} · {topics} chuyên đề quý"),
            }
        }
        PackPart::Rules => format!(
            "Đảng viên {:02}, quần chúng {:02} việc · {} mức · họp ngày {}",
            pack.quotas.member,
            pack.quotas.non_member,
            pack.scale.len(),
            pack.meeting_day
        ),
        PackPart::Classes => {
            let points = points(pack.most_points());
            format!("{} mức · {points}", pack.classes().len())
        }
        PackPart::Names => {
            let names = [&pack.branch, &pack.unit];
            let names = names.into_iter().filter(|name| !name.is_empty());
            names.cloned().collect::<Vec<_>>().join(" · ")
        }
    }
}

/// It never stands in the way.
fn advice(draft: Draft) -> View {
    let advice = draft.advice();
    live(move || {
        let lines = each(advice.get(), |(part, sentence)| {
            let words = el("span").with(sentence);
            el("li").with(link("", &DeskRoute::PackPart(part), words))
        });
        (!lines.is_empty()).then(|| {
            let lines = el("ul").class("rows").with(lines);
            el("section").with((h2("Nên xem lại"), lines))
        })
    })
}
