//! What a person said of a month: each commitment's level and evidence, standards that slipped,
//! the note for the branch. As it was handed over; nothing here can be changed.

use super::months::Look;
use crate::domain::branch::{Branch, Dossier, level_name};
use crate::domain::handover::HandedMonth;
use crate::domain::pack::{Standard, StandardsPack};
use crate::domain::{Conduct, ItemId, Keeping};
use crate::ui::{Content, El, View, b, each, el, hint, muted, p};

/// One commitment of the month, in words.
struct Line {
    action: String,
    level: String,
    evidence: String,
}

pub fn said(look: Look, person: &ItemId) -> View {
    let year = look.month.year();
    let words = look.desk.peek_dossier(person, year, |dossier| {
        let dossier = dossier?;
        let month = &dossier.month(look.month)?.value;
        Some(look.desk.peek(|branch| in_words(branch, dossier, month)))
    });
    words.unwrap_or_else(|| muted("Chưa có phiếu của tháng này.").view())
}

fn in_words(branch: &Branch, dossier: &Dossier, month: &HandedMonth) -> View {
    let lines = each(lines(branch, dossier, month), line);
    let slipped = slipped(branch, dossier, month);
    let slipped = (!slipped.is_empty()).then(|| {
        let items = each(slipped, |text| el("li").with(text));
        (
            p(b("Có lúc chưa giữ được")),
            el("ul").class("list").with(items),
        )
    });
    let note = (!month.note.trim().is_empty()).then(|| p((b("Gửi chi bộ: "), month.note.clone())));
    let done = hint(format!("Ghi ngày {}", month.completed_on));
    (lines, slipped, note, done).view()
}

fn line(line: Line) -> El {
    let evidence = (!line.evidence.trim().is_empty()).then(|| format!(" · “{}”", line.evidence));
    p((line.action, ": ", b(line.level), evidence))
}

fn lines(branch: &Branch, dossier: &Dossier, month: &HandedMonth) -> Vec<Line> {
    let received = dossier.received.as_ref();
    let pledge = received.and_then(|received| received.pledge.as_ref());
    // The newest wording of a commitment that a revision has.
    let action = |id: &ItemId| {
        let revisions = pledge
            .into_iter()
            .flat_map(|pledge| pledge.value.revisions.iter().rev());
        let mut all = revisions.flat_map(|revision| &revision.commitments);
        let known = all.find(|commitment| commitment.id == *id);
        known.map(|commitment| commitment.action.clone())
    };
    let year = branch.year(dossier.year);
    let rated = month.commitments.iter().zip(1..);
    rated
        .map(|((id, rated), number)| Line {
            action: action(id).unwrap_or_else(|| format!("Việc {number}")),
            level: match &rated.level {
                Some(level) => level_name(year, level),
                None => "chưa ghi mức".to_owned(),
            },
            evidence: rated.evidence.clone(),
        })
        .collect()
}

/// In the words of the pack that it was rated by, else of the newest, else of the person's own set.
fn slipped(branch: &Branch, dossier: &Dossier, month: &HandedMonth) -> Vec<String> {
    let packs = branch
        .year(dossier.year)
        .and_then(|year| year.packs.as_ref());
    let by = packs.and_then(|packs| packs.by(&month.pack));
    let in_force = packs.map(|packs| packs.in_force());
    let own = dossier
        .received
        .iter()
        .flat_map(|received| received.own_standards.values());
    let own: Vec<_> = own.map(|standard| &standard.value).collect();
    let text = |id: &ItemId| {
        let known =
            |pack: &'_ StandardsPack| pack.standards.iter().find(|s| s.id == *id).map(words);
        let of_own = || own.iter().find(|s| s.id == *id).map(|s| words(s));
        by.and_then(known)
            .or_else(|| in_force.and_then(known))
            .or_else(of_own)
            .unwrap_or_else(|| "Một chuẩn mực chi bộ không biết".to_owned())
    };
    let slipped = month
        .standards
        .iter()
        .filter(|(_, keeping)| **keeping == Keeping::Slipped);
    slipped.map(|(id, _)| text(id)).collect()
}

fn words(standard: &Standard) -> String {
    match standard.conduct {
        Conduct::MustDo => standard.text.clone(),
        Conduct::MustAvoid => format!("Tránh: {}", standard.text),
    }
}
