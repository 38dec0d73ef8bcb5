//! Shortcomings that are not put right: whose, what, until when, since when overdue.

use super::months::Look;
use crate::domain::branch::assess::{OpenShortcoming, open_shortcomings};
use crate::domain::{Conduct, Day};
use crate::signal::Signal;
use crate::ui::{Content, El, View, b, each, el, h2, live, muted, p};

pub fn open(look: Look) -> View {
    let year = look.month.year();
    let found = Signal::derive(move || {
        let today = look.desk.today.get();
        look.desk.dossiers(year, |dossiers| {
            look.desk
                .read(|branch| open_shortcomings(branch, dossiers, today))
        })
    });
    live(move || {
        let found = found.get();
        let overdue = found
            .iter()
            .filter(|one| one.overdue_since.is_some())
            .count();
        let words = match (found.len(), overdue) {
            (0, _) => "Không có hạn chế nào đang chờ khắc phục.".to_owned(),
            (all, 0) => format!("{all} điều đang khắc phục, không điều nào quá hạn."),
            (all, late) => format!("{all} điều đang khắc phục, {late} điều đã quá hạn."),
        };
        let rows = each(found, |one| row(look, one));
        let list = (!rows.is_empty()).then(|| el("ul").class("rows open").with(rows));
        el("section").with((h2("Hạn chế chưa khắc phục xong"), muted(words), list))
    })
}

fn row(look: Look, open: OpenShortcoming) -> El {
    let OpenShortcoming {
        person,
        shortcoming,
        overdue_since,
    } = open;
    let by = match (overdue_since, &shortcoming.deadline) {
        (Some(day), _) => overdue(look, day),
        (None, Some(deadline)) => muted(format!("Hạn {deadline}")).view(),
        (None, None) => muted("Chưa ghi hạn").view(),
    };
    let text = (!shortcoming.text.trim().is_empty()).then(|| p(shortcoming.text.clone()));
    let standard = shortcoming.standard.as_ref().and_then(|id| {
        look.desk.peek(|branch| {
            let pack = branch.year(look.month.year())?.pack()?;
            let standard = pack.standards.iter().find(|known| known.id == *id)?;
            Some(match standard.conduct {
                Conduct::MustDo => standard.text.clone(),
                Conduct::MustAvoid => format!("Tránh: {}", standard.text),
            })
        })
    });
    let from = format!("Tháng {}", shortcoming.month.number());
    let from = match standard {
        Some(standard) => format!("{from} · {standard}"),
        None => from,
    };
    let remedy = (!shortcoming.remedy.trim().is_empty())
        .then(|| p(format!("Cách khắc phục: {}", shortcoming.remedy)));
    el("li").with((p((b(look.called(&person)), " · ", from)), text, remedy, by))
}

fn overdue(look: Look, since: Day) -> View {
    let days = look.desk.today.get_untracked().days_since(since);
    let words = format!("Quá hạn {days} ngày, từ {since}");
    p(words).class("error").view()
}
