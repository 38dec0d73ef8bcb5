//! One topic, opened: its title, its quarters, its works, away with it.

use super::pack_draft::Draft;
use crate::browser::{page, random};
use crate::domain::pack::{Topic, Work};
use crate::domain::{ItemId, Quarter};
use crate::signal::Signal;
use crate::ui::{Choice, Content, El, Field, View, button, choices, each, el, field, live, p};

/// Something of the topic, followed; the default once it is gone.
pub fn read<T: Default + PartialEq + Send + Sync + 'static>(
    draft: Draft,
    id: &ItemId,
    read: impl Fn(&Topic) -> T + Send + Sync + 'static,
) -> Signal<T> {
    let id = id.clone();
    draft.part(move |pack| {
        let topic = pack.topics.iter().find(|topic| topic.id == id);
        topic.map(&read).unwrap_or_default()
    })
}

fn change(draft: Draft, id: &ItemId, act: impl FnOnce(&mut Topic)) {
    draft.change(|pack| {
        if let Some(topic) = pack.topics.iter_mut().find(|topic| topic.id == *id) {
            act(topic);
        }
    });
}

pub fn editor(draft: Draft, id: ItemId) -> View {
    let text = read(draft, &id, |topic| topic.title.clone());
    let written = id.clone();
    let write = move |text| change(draft, &written, |topic| topic.title = text);
    let title = Field::new(format!("topic-{id}"), "Tên chuyên đề", text, write);
    let (work, gone) = (id.clone(), id.clone());
    (
        field(title.lines(3)),
        quarter(
            draft,
            &id,
            "Từ quý",
            |topic| topic.from,
            |topic, quarter| {
                topic.from = quarter;
                topic.to = topic.to.max(quarter);
            },
        ),
        quarter(
            draft,
            &id,
            "Đến hết quý",
            |topic| topic.to,
            |topic, quarter| {
                topic.to = quarter;
                topic.from = topic.from.min(quarter);
            },
        ),
        works(draft, id),
        button(
            "button-quiet",
            "Thêm tác phẩm cần đọc",
            move || {
                add_work(draft, &work);
            },
        ),
        p(button("link", "Bỏ chuyên đề này", move || {
            remove(draft, &gone)
        })),
    )
        .view()
}

fn quarter(
    draft: Draft,
    id: &ItemId,
    legend: &'static str,
    get: fn(&Topic) -> Quarter,
    set: fn(&mut Topic, Quarter),
) -> El {
    let options = Quarter::ALL.map(|quarter| Choice::new(quarter.roman(), quarter.roman()));
    let chosen = read(draft, id, move |topic| get(topic).roman().to_owned());
    let name = format!("{}-{id}", if legend == "Từ quý" { "from" } else { "to" });
    let id = id.clone();
    choices(
        "keep quarters",
        &name,
        legend,
        options.into(),
        chosen,
        move |value| {
            let mut quarters = Quarter::ALL.into_iter();
            if let Some(quarter) = quarters.find(|quarter| quarter.roman() == value) {
                change(draft, &id, |topic| set(topic, quarter));
            }
        },
    )
}

fn works(draft: Draft, topic: ItemId) -> El {
    let ids = read(draft, &topic, |topic| {
        let works = topic.works.iter();
        works.map(|work| work.id.clone()).collect::<Vec<_>>()
    });
    let rows = live(move || {
        let works = ids.get().into_iter().zip(1..);
        each(works, |(id, number)| {
            one_work(draft, topic.clone(), id, number)
        })
    });
    el("ul").class("stack").with(rows)
}

fn one_work(draft: Draft, topic: ItemId, id: ItemId, number: usize) -> El {
    let part = |get: fn(&Work) -> &String| {
        let id = id.clone();
        read(draft, &topic, move |topic| {
            let work = topic.works.iter().find(|work| work.id == id);
            work.map(|work| get(work).clone()).unwrap_or_default()
        })
    };
    let write = |set: fn(&mut Work) -> &mut String| {
        let (topic, id) = (topic.clone(), id.clone());
        move |text: String| {
            change(draft, &topic, |topic| {
                if let Some(work) = topic.works.iter_mut().find(|work| work.id == id) {
                    *set(work) = text;
                }
            });
        }
    };
    let title = Field::new(
        format!("work-{id}"),
        format!("Tác phẩm {number}"),
        part(|work| &work.title),
        write(|work| &mut work.title),
    );
    let note = Field::new(
        format!("note-{id}"),
        "Ghi thêm",
        part(|work| &work.note),
        write(|work| &mut work.note),
    );
    let away = {
        let (topic, id) = (topic.clone(), id.clone());
        button("link", format!("Bỏ tác phẩm {number}"), move || {
            remove_work(draft, &topic, &id);
        })
    };
    let note = note.hint("Ví dụ: năm ra đời, trang cần đọc");
    el("li")
        .class("aside stack")
        .with((field(title), field(note), p(away)))
}

fn add_work(draft: Draft, topic: &ItemId) {
    let id = random::item_id();
    let work = Work {
        id: id.clone(),
        title: String::new(),
        note: String::new(),
    };
    change(draft, topic, |topic| topic.works.push(work));
    page::focus(&format!("#work-{id}"));
}

fn remove(draft: Draft, id: &ItemId) {
    let Some((index, kept)) = draft.peek(|pack| {
        let mut topics = pack.topics.iter().enumerate();
        let found = topics.find(|(_, topic)| topic.id == *id);
        found.map(|(index, topic)| (index, topic.clone()))
    }) else {
        return;
    };
    draft.remove(
        format!("Đã bỏ chuyên đề “{}”.", kept.title),
        |packs| packs.draft.topics.retain(|topic| topic.id != *id),
        move |pack| {
            let index = index.min(pack.topics.len());
            pack.topics.insert(index, kept.clone());
        },
    );
}

fn remove_work(draft: Draft, topic: &ItemId, id: &ItemId) {
    let Some((index, kept)) = draft.peek(|pack| {
        let topic = pack.topics.iter().find(|known| known.id == *topic)?;
        let index = topic.works.iter().position(|work| work.id == *id)?;
        Some((index, topic.works[index].clone()))
    }) else {
        return;
    };
    let (of, taken) = (topic.clone(), topic.clone());
    draft.remove(
        format!("Đã bỏ tác phẩm “{}”.", kept.title),
        |packs| {
            let mut topics = packs.draft.topics.iter_mut();
            if let Some(topic) = topics.find(|topic| topic.id == taken) {
                topic.works.retain(|work| work.id != *id);
            }
        },
        move |pack| {
            if let Some(topic) = pack.topics.iter_mut().find(|topic| topic.id == of) {
                let index = index.min(topic.works.len());
                topic.works.insert(index, kept.clone());
            }
        },
    );
}
