//! How many commitments are asked for, the scale that months are rated by, the day of the meeting.

use std::ops::RangeInclusive;

use super::pack_draft::{Draft, page};
use crate::browser::{page as browser_page, random};
use crate::domain::branch::pack_words::PackPart;
use crate::domain::pack::{Level, MEETING_DAY, QUOTA, Quotas, SCALE};
use crate::domain::{ItemId, Standing};
use crate::signal::{RwSignal, Signal};
use crate::ui::{El, Field, View, button, each, el, field, h2, live, muted, stack};

pub fn screen(draft: Draft) -> View {
    let quota = |standing: Standing, id: &'static str| {
        let kept = draft.part(move |pack| pack.quotas.of(standing));
        count(id, standing.name(), kept, QUOTA, move |number| {
            draft.change(|pack| set_quota(&mut pack.quotas, standing, number));
        })
    };
    let quotas = stack((
        h2("Số việc cần đăng ký"),
        quota(Standing::Member, "quota-member"),
        quota(Standing::NonMember, "quota-non-member"),
    ));
    let day = draft.part(|pack| pack.meeting_day);
    let day = count(
        "meeting-day",
        "Ngày trong tháng",
        day,
        MEETING_DAY,
        move |day| {
            draft.change(|pack| pack.meeting_day = day);
        },
    );
    let meeting = stack((
        h2("Ngày họp chi bộ"),
        muted("Tự đánh giá tháng trước gửi đến hết ngày họp là đúng hạn."),
        day,
    ));
    page(draft, PackPart::Rules, (quotas, scale(draft), meeting))
}

fn set_quota(quotas: &mut Quotas, standing: Standing, number: u8) {
    match standing {
        Standing::Member => quotas.member = number,
        Standing::NonMember => quotas.non_member = number,
    }
}

/// A field for a small number. What was typed stays; what is no such number is said so and changes
/// nothing.
fn count(
    id: &'static str,
    label: &'static str,
    kept: Signal<u8>,
    range: RangeInclusive<u8>,
    write: impl Fn(u8) + 'static,
) -> El {
    let typed = RwSignal::new(kept.get_untracked().to_string());
    let (least, most) = (*range.start(), *range.end());
    let read = move |typed: &str| {
        let number = typed.trim().parse().ok();
        number.filter(|number| (least..=most).contains(number))
    };
    let text = Signal::derive(move || {
        let (kept, typed) = (kept.get(), typed.get());
        match read(&typed) {
            Some(number) if number != kept => kept.to_string(),
            _ => typed,
        }
    });
    let error = Signal::derive(move || {
        let wrong = typed.with(|typed| read(typed).is_none());
        wrong.then(|| format!("Viết một số từ {least} đến {most}"))
    });
    let words = Field::new(id, label, text, move |text| {
        let number = read(&text);
        typed.set(text);
        if let Some(number) = number {
            write(number);
        }
    });
    field(words.day().error(error)).class("field number")
}

fn scale(draft: Draft) -> El {
    let ids = draft.part(|pack| {
        let levels = pack.scale.iter();
        levels.map(|level| level.id.clone()).collect::<Vec<_>>()
    });
    let rows = live(move || {
        let ids = ids.get();
        let last = ids.len();
        let rows = ids.into_iter().zip(1..);
        each(rows, |(id, number)| row(draft, id, number, last))
    });
    let more = live(move || {
        let room = ids.with(|ids| ids.len() < *SCALE.end());
        let add = move || add(draft);
        room.then(|| button("button-quiet", "Thêm mức", add))
    });
    stack((
        h2("Các mức đánh giá"),
        muted("Từ cao xuống thấp, dùng cho tự đánh giá tháng và đánh giá của chi bộ."),
        el("ol").class("stack").with(rows),
        more,
    ))
}

fn row(draft: Draft, id: ItemId, number: usize, last: usize) -> El {
    let label = match number {
        1 => "Mức cao nhất".to_owned(),
        _ if number == last => "Mức thấp nhất".to_owned(),
        _ => format!("Mức thứ {number}"),
    };
    let name = {
        let id = id.clone();
        draft.part(move |pack| {
            let level = pack.level(&id);
            level.map(|level| level.name.clone()).unwrap_or_default()
        })
    };
    let written = id.clone();
    let write = move |text: String| {
        draft.change(|pack| {
            if let Some(level) = pack.scale.iter_mut().find(|level| level.id == written) {
                level.name = text;
            }
        });
    };
    let words = Field::new(format!("level-{id}"), label.clone(), name, write);
    let (moved, gone) = (id.clone(), id.clone());
    let up = (number > 1).then(|| {
        let act = move || {
            draft.change(|pack| {
                let place = pack.scale.iter().position(|level| level.id == moved);
                if let Some(place) = place.filter(|place| *place > 0) {
                    pack.scale.swap(place - 1, place);
                }
            });
            browser_page::focus(&format!("#level-{moved}"));
        };
        button("link", "Lên", act).made_attr("aria-label", format!("Đưa lên: {label}"))
    });
    let away = (last > *SCALE.start()).then(|| {
        button("link", "Bỏ", move || remove(draft, &gone))
            .made_attr("aria-label", format!("Bỏ: {label}"))
    });
    el("li").class("edit level").with((field(words), up, away))
}

fn add(draft: Draft) {
    let id = random::item_id();
    let level = Level {
        id: id.clone(),
        name: String::new(),
    };
    draft.change(|pack| pack.scale.push(level));
    browser_page::focus(&format!("#level-{id}"));
}

fn remove(draft: Draft, id: &ItemId) {
    let Some((index, kept)) = draft.peek(|pack| {
        let mut levels = pack.scale.iter().enumerate();
        let found = levels.find(|(_, level)| level.id == *id);
        found.map(|(index, level)| (index, level.clone()))
    }) else {
        return;
    };
    draft.remove(
        format!("Đã bỏ mức “{}”.", kept.name),
        |packs| packs.draft.scale.retain(|level| level.id != *id),
        move |pack| {
            let index = index.min(pack.scale.len());
            pack.scale.insert(index, kept.clone());
        },
    );
}
