//! Good deeds to tell in the meeting: whose, and what.

use super::meeting::Table;
use crate::browser::random;
use crate::domain::ItemId;
use crate::domain::branch::GoodDeed;
use crate::signal::Signal;
use crate::ui::{Choice, El, Field, button, each, el, field, h2, live, muted, select, stack};

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
        button("button-quiet", "Thêm một việc tốt", add),
    ))
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
            button("link", "Bỏ việc này", move || remove(table, &removes)),
        ))
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
