//! Good deeds to tell in the meeting: whose, and what; those that people agreed to have told stand ready. A
//! proposal to commend one is a line of the minutes.

use super::meeting::Table;
use crate::browser::random;
use crate::domain::branch::GoodDeed;
use crate::domain::branch::deeds::{is_taken_back, proposal, to_tell, without_line};
use crate::domain::{Day, ItemId};
use crate::signal::Signal;
use crate::ui::{
    Choice, Content, El, Field, Kind, View, b, button, each, el, field, h2, hint, live, muted,
    notice, p, select, stack,
};

pub fn deeds(table: Table) -> El {
    let ids = table.part(|meeting| {
        let ids = meeting.deeds.iter().map(|deed| deed.id.clone());
        ids.collect::<Vec<_>>()
    });
    let add = move || {
        table.change(|meeting| {
            meeting.deeds.push(GoodDeed {
                id: random::item_id(),
                person: None,
                text: String::new(),
            });
        });
    };
    let list = live(move || {
        let ids = ids.get();
        let none = ids
            .is_empty()
            .then(|| muted("Chưa ghi việc tốt nào để nêu trong buổi họp."));
        (none, each(ids, |id| deed(table, id)))
    });
    stack((
        h2("Người tốt, việc tốt"),
        list,
        ready(table),
        button("button-quiet", "Thêm một việc tốt", add),
    ))
}

/// What people agreed to have told, and no meeting of the year has yet.
fn ready(table: Table) -> View {
    let desk = table.desk;
    let year = table.year_of_results();
    let open = Signal::derive(move || {
        desk.dossiers(year, |dossiers| {
            desk.read(|branch| to_tell(branch, dossiers))
        })
    });
    live(move || {
        let open = open.get();
        (!open.is_empty()).then(|| {
            let rows = each(open, |(on, deed)| offered(table, on, deed));
            stack((
                hint("Việc tốt mọi người gửi về và đồng ý cho nêu:"),
                el("ul").class("rows").with(rows),
            ))
        })
    })
}

fn offered(table: Table, on: Day, deed: GoodDeed) -> El {
    let name = deed.person.as_ref().map(|person| table.called(person));
    let name = name.unwrap_or_default();
    let label = format!("Nêu việc tốt của {name} trong buổi họp");
    let about = el("small").with(format!("{on} · {}", deed.text));
    let words = el("span").with((b(name), about));
    let take = move || {
        let (taken, gone) = (deed.clone(), deed.id.clone());
        table.change(|meeting| meeting.deeds.push(taken));
        let month = table.month;
        table.desk.offer_undo(
            "Đã đưa một việc tốt vào buổi họp.".to_owned(),
            move |desk| {
                desk.change(|branch| branch.meeting_mut(month).deeds.retain(|one| one.id != gone));
            },
        );
    };
    let take = button("link", "Nêu", take).made_attr("aria-label", label);
    el("li").class("edit-row").with((words, take))
}

fn deed(table: Table, id: ItemId) -> El {
    let text = part(table, &id, |deed| deed.text.clone());
    let person = part(table, &id, |deed| {
        deed.person
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    });
    let writes = id.clone();
    let write = move |text| change(table, &writes, |deed| deed.text = text);
    let chooses = id.clone();
    let choose = move |value: String| {
        change(table, &chooses, |deed| deed.person = ItemId::parse(&value));
    };
    let today = table.desk.today.get_untracked();
    let whole = Choice::new("", "Cả chi bộ, hoặc người ngoài danh sách");
    let options = table.desk.peek(|branch| {
        let people = branch.roster.on(today);
        let people = people
            .map(|person| Choice::new(person.id.to_string(), branch.roster.called(&person.id)));
        std::iter::once(whole).chain(people).collect()
    });
    let removes = id.clone();
    let proposed = proposal_of(table, &id);
    el("div")
        .class("aside stack")
        .attr("role", "group")
        .attr("aria-label", "Việc tốt")
        .with((
            select(
                format!("deed-person-{id}"),
                "Của ai",
                options,
                person,
                choose,
            ),
            field(Field::new(format!("deed-{id}"), "Việc gì", text, write).lines(2)),
            proposed,
            button("link", "Bỏ việc này", move || remove(table, &removes)),
        ))
}

/// A way to propose it, once; or that it was taken back.
fn proposal_of(table: Table, id: &ItemId) -> View {
    let id = id.clone();
    let desk = table.desk;
    let year = table.year_of_results();
    let kept = table.part(move |meeting| meeting.deeds.iter().find(|deed| deed.id == id).cloned());
    let decided = table.part(|meeting| meeting.decided.clone());
    live(move || {
        let deed = kept.get()?;
        let taken_back = desk.dossiers(year, |dossiers| is_taken_back(&deed, dossiers));
        if taken_back {
            let words =
                "Người này đã rút lời đồng ý cho nêu: việc này không còn trong chương trình.";
            return Some(notice(Kind::Warn, p(words)).view());
        }
        let line = desk.read(|branch| proposal(branch, &deed))?;
        if decided.with(|decided| decided.lines().any(|known| known.trim() == line)) {
            return Some(hint("Đã ghi đề nghị biểu dương vào kết luận.").view());
        }
        let propose = move || {
            let before = table
                .part(|meeting| meeting.decided.clone())
                .get_untracked();
            let after = if before.trim().is_empty() {
                line.clone()
            } else {
                format!("{}\n{line}", before.trim_end())
            };
            table.change(|meeting| meeting.decided = after);
            let (month, line) = (table.month, line.clone());
            desk.offer_undo(
                "Đã ghi đề nghị biểu dương vào kết luận.".to_owned(),
                // What was written since stays.
                move |desk| {
                    desk.change(|branch| {
                        let decided = &mut branch.meeting_mut(month).decided;
                        *decided = without_line(decided, &line);
                    });
                },
            );
        };
        Some(button("button-quiet", "Đề nghị biểu dương", propose).view())
    })
}

fn part<T: Default + PartialEq + Send + Sync + 'static>(
    table: Table,
    id: &ItemId,
    read: fn(&GoodDeed) -> T,
) -> Signal<T> {
    let id = id.clone();
    table.part(move |meeting| {
        let deed = meeting.deeds.iter().find(|deed| deed.id == id);
        deed.map(read).unwrap_or_default()
    })
}

fn change(table: Table, id: &ItemId, act: impl FnOnce(&mut GoodDeed)) {
    table.change(|meeting| {
        if let Some(deed) = meeting.deeds.iter_mut().find(|deed| deed.id == *id) {
            act(deed);
        }
    });
}

fn remove(table: Table, id: &ItemId) {
    let month = table.month;
    let found = table.part(|meeting| meeting.deeds.clone()).get_untracked();
    let Some(index) = found.iter().position(|deed| deed.id == *id) else {
        return;
    };
    let deed = found[index].clone();
    let gone = id.clone();
    table.desk.remove(
        "Đã bỏ một việc tốt.".to_owned(),
        move |branch| {
            branch
                .meeting_mut(month)
                .deeds
                .retain(|kept| kept.id != gone)
        },
        move |branch| {
            let deeds = &mut branch.meeting_mut(month).deeds;
            deeds.insert(index.min(deeds.len()), deed.clone());
        },
    );
}
