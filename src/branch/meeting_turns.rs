//! Whose turn it is in self-criticism and criticism: as the rotation has it, changed for this meeting
//! by taking off and adding; and how the rotation goes.

use super::meeting::Table;
use crate::domain::branch::agenda::Agenda;
use crate::domain::branch::turns::{Candidate, Turns};
use crate::domain::branch::{Branch, Rhythm, Rotation};
use crate::domain::{ItemId, YearMonth};
use crate::signal::Signal;
use crate::ui::{
    Choice, Content, El, Kind, View, button, check, choices, details, each, el, h2, hint, live,
    muted, notice, p, select, stack,
};

pub fn turns(table: Table, now: Signal<Option<Agenda>>) -> View {
    let turns = Signal::derive(move || now.with(|now| now.as_ref().map(|now| now.turns.clone())));
    let list = live(move || turns.get().map(|turns| list(table, turns)));
    (
        stack((h2("Tự phê bình và phê bình"), list)),
        details("Cách xoay vòng", rotation(table)),
    )
        .view()
}

fn list(table: Table, turns: Turns) -> View {
    let Turns {
        people,
        settled,
        out_of_order,
        others,
    } = turns;
    let called = |id: &ItemId| table.desk.peek(|branch| branch.roster.called(id));
    let none = people
        .is_empty()
        .then(|| muted("Kỳ này chưa có ai đến lượt. Thêm người ở dưới nếu cần."));
    let rows = each(people.clone(), |person| {
        let name = called(&person);
        let rest: Vec<_> = people.iter().filter(|id| **id != person).cloned().collect();
        let label = format!("Để kỳ sau: {name}");
        let off = button("link", "Để kỳ sau", move || {
            settle(table, Some(rest.clone()))
        })
        .made_attr("aria-label", label);
        el("li")
            .class("edit-row")
            .with((el("span").with(name), off))
    });
    let early = (!out_of_order.is_empty()).then(|| {
        let names: Vec<_> = out_of_order.iter().map(called).collect();
        let waiting = others.iter().filter(|other| other.to_come).count();
        let words = format!(
            "{} đã có lượt trong vòng này, còn {waiting} người chưa đến lượt. Vẫn giữ được như vậy; các kỳ sau sẽ bù lại.",
            names.join(", ")
        );
        notice(Kind::Plain, p(words))
    });
    let as_planned =
        settled.then(|| button("link", "Theo đúng vòng", move || settle(table, None)));
    (
        none,
        el("ul").class("rows").with(rows),
        early,
        add(table, people, others),
        as_planned,
    )
        .view()
}

fn settle(table: Table, people: Option<Vec<ItemId>>) {
    table.change(|meeting| meeting.turns = people);
}

fn add(table: Table, people: Vec<ItemId>, others: Vec<Candidate>) -> El {
    let option = |other: Candidate| {
        let name = table
            .desk
            .peek(|branch| branch.roster.called(&other.person));
        let last = match other.last {
            Some(month) => format!(" · lượt trước: tháng {}/{}", month.number(), month.year()),
            None => String::new(),
        };
        Choice::new(other.person.to_string(), format!("{name}{last}"))
    };
    let first = Choice::new("", "Chọn người");
    let options = std::iter::once(first)
        .chain(others.into_iter().map(option))
        .collect();
    let chosen = Signal::derive(String::new);
    let choose = move |value: String| {
        if let Some(person) = ItemId::parse(&value) {
            let people = people.iter().cloned().chain([person]);
            settle(table, Some(people.collect()));
        }
    };
    select(
        "add-turn".to_owned(),
        "Thêm người cho kỳ này",
        options,
        chosen,
        choose,
    )
}

fn rotation(table: Table) -> View {
    let year = table.month.year();
    let read = move |read: fn(&Rotation) -> String| {
        table.desk.part(move |branch: &Branch| {
            let rotation = branch.year(year).map(|year| year.rotation.clone());
            read(&rotation.unwrap_or_default())
        })
    };
    let change = move |act: fn(&mut Rotation, &str), value: String| {
        table
            .desk
            .change(|branch| act(&mut branch.year_mut(year).rotation, &value));
    };
    let rhythms = Rhythm::ALL.map(|rhythm| Choice::new(word(rhythm), rhythm.name()));
    let numbers = (1..=5).map(|number: u8| Choice::new(number.to_string(), number.to_string()));
    let members_only = table.desk.part(move |branch| {
        branch
            .year(year)
            .is_some_and(|year| year.rotation.members_only)
    });
    (
        choices(
            "keep",
            "rhythm",
            "Bao lâu một lần",
            rhythms.into(),
            read(|rotation| word(rotation.rhythm).to_owned()),
            move |value| {
                change(
                    |rotation, value| {
                        let known = Rhythm::ALL.into_iter().find(|rhythm| word(*rhythm) == value);
                        rotation.rhythm = known.unwrap_or_default();
                    },
                    value,
                );
            },
        ),
        choices(
            "keep",
            "people-a-turn",
            "Mỗi kỳ mấy người",
            numbers.collect(),
            read(|rotation| rotation.people_a_turn.to_string()),
            move |value| {
                change(
                    |rotation, value| rotation.people_a_turn = value.parse().unwrap_or(2),
                    value,
                );
            },
        ),
        check(
            "Chỉ đảng viên",
            "Bỏ chọn thì xoay vòng cả quần chúng trong danh sách",
            members_only,
            move |on| {
                table
                    .desk
                    .change(|branch| branch.year_mut(year).rotation.members_only = on);
            },
        ),
        hint("Ai chờ lâu nhất đến lượt trước; chưa ai có lượt thứ hai khi còn người chưa có lượt; người mới đứng cuối vòng."),
        ahead(table),
    )
        .view()
}

fn word(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Monthly => "monthly",
        Rhythm::Quarterly => "quarterly",
    }
}

/// The turns of the months after this one, as they would come.
fn ahead(table: Table) -> View {
    let lines = Signal::derive(move || {
        let today = table.desk.today.get();
        let coming = std::iter::successors(table.month.next(), |month: &YearMonth| month.next());
        table.desk.read(|branch| {
            let of = |month: YearMonth| {
                let turns = crate::domain::branch::turns::turns(branch, month, today);
                let names: Vec<_> = turns
                    .people
                    .iter()
                    .map(|id| branch.roster.called(id))
                    .collect();
                (!names.is_empty())
                    .then(|| format!("Tháng {}: {}", month.number(), names.join(", ")))
            };
            coming.take(3).filter_map(of).collect::<Vec<_>>()
        })
    });
    live(move || {
        let lines = each(lines.get(), |line| el("li").with(line));
        (
            p("Các kỳ sau, nếu không đổi:"),
            el("ul").class("list").with(lines),
        )
    })
}
