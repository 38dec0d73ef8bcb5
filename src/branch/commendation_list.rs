//! The commendations of the year, and the good deeds that are not commended yet: told in its meetings,
//! or handed over by people who agreed to their being told.

use crate::browser::random;
use crate::desk::Desk;
use crate::domain::ItemId;
use crate::domain::branch::deeds::not_commended;
use crate::domain::branch::{Award, Branch, Commendation, CommendationLevel, GoodDeed};
use crate::domain::letters::grouped;
use crate::signal::Signal;
use crate::ui::{El, View, b, button, each, el, h2, hint, live, stack};

pub fn list(desk: Desk, year: i32) -> View {
    let all = desk.part(move |branch| {
        let year = branch.year(year);
        let mut all = year
            .map(|year| year.commendations.clone())
            .unwrap_or_default();
        // Highest level first, then the latest.
        all.sort_by_key(|one| std::cmp::Reverse((one.level, one.on)));
        all
    });
    live(move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let heading = h2(format!("Danh sách ({})", all.len()));
            let rows = each(all, |one| row(desk, year, one));
            el("section").with((heading, el("ul").class("rows").with(rows)))
        })
    })
}

fn row(desk: Desk, year: i32, one: Commendation) -> El {
    let who = desk.peek(|branch| awarded(branch, &one.award));
    let on = one.on.map(|on| format!(" · {on}"));
    let merit = (!one.merit.is_empty()).then(|| el("small").with(one.merit.clone()));
    let level = el("small").with((one.level.name(), on));
    let label = format!("Bỏ: {who}");
    let off =
        button("link", "Bỏ", move || remove(desk, year, &one.id)).made_attr("aria-label", label);
    el("li")
        .class("edit-row")
        .with((el("span").with((b(who), merit, level)), off))
}

/// "Trần Thị Bình", "Tổ Một cửa (tập thể)", "51 tập thể".
fn awarded(branch: &Branch, award: &Award) -> String {
    match award {
        Award::Person(id) => branch.roster.called(id),
        Award::Named(name) => name.clone(),
        Award::Collective(name) => format!("{name} (tập thể)"),
        Award::Collectives(number) => format!("{} tập thể", grouped((*number).into())),
        Award::People(number) => format!("{} cá nhân", grouped((*number).into())),
    }
}

fn remove(desk: Desk, year: i32, id: &ItemId) {
    let found = desk.peek(|branch| {
        let all = &branch.year(year)?.commendations;
        let index = all.iter().position(|one| one.id == *id)?;
        Some((index, all[index].clone()))
    });
    let Some((index, one)) = found else { return };
    let gone = id.clone();
    desk.remove(
        "Đã bỏ một dòng biểu dương.".to_owned(),
        move |branch| {
            branch
                .year_mut(year)
                .commendations
                .retain(|kept| kept.id != gone)
        },
        move |branch| {
            let all = &mut branch.year_mut(year).commendations;
            all.insert(index.min(all.len()), one.clone());
        },
    );
}

/// "Biểu dương … có lúc chưa được kịp thời" (S1): so what was told in a meeting stands here until it is
/// commended.
pub fn deeds(desk: Desk, year: i32) -> View {
    let open = Signal::derive(move || {
        desk.dossiers(year, |dossiers| {
            desk.dossiers(year - 1, |before| {
                desk.read(|branch| not_commended(branch, dossiers, before, year))
            })
        })
    });
    live(move || {
        let open = open.get();
        (!open.is_empty()).then(|| {
            let rows = each(open, |deed| proposal(desk, year, deed));
            stack((
                h2("Việc tốt chưa được biểu dương"),
                hint("Đã nêu trong các buổi sinh hoạt của năm, hoặc được chính người ấy đồng ý cho nêu."),
                el("ul").class("rows").with(rows),
            ))
        })
    })
}

fn proposal(desk: Desk, year: i32, deed: GoodDeed) -> Option<El> {
    let person = deed.person?;
    let name = desk.peek(|branch| branch.roster.called(&person));
    let label = format!("Chi bộ biểu dương {name}");
    let words = el("span").with((b(name), el("small").with(deed.text.clone())));
    let act = move || {
        let commendation = Commendation {
            id: random::item_id(),
            level: CommendationLevel::Branch,
            award: Award::Person(person.clone()),
            on: Some(desk.today.get_untracked()),
            merit: deed.text.trim().to_owned(),
        };
        let id = commendation.id.clone();
        desk.change(|branch| branch.year_mut(year).commendations.push(commendation));
        desk.offer_undo("Đã ghi chi bộ biểu dương.".to_owned(), move |desk| {
            desk.change(|branch| {
                branch
                    .year_mut(year)
                    .commendations
                    .retain(|one| one.id != id)
            });
        });
    };
    let go = button("link", "Biểu dương", act).made_attr("aria-label", label);
    Some(el("li").class("edit-row").with((words, go)))
}
