//! Chỗ trên máy: how much is used, by what, and putting a past year away into a file before it ends.

use leptos::prelude::*;

use super::keeping_file::{REFUSED, give, make};
use super::keeping_restore;
use crate::browser::{device, page};
use crate::desk::{Desk, desk};
use crate::exchange::rules::MAX_BRANCH_BACKUP_BYTES;
use crate::signal::RwSignal;
use crate::storage::Room;
use crate::ui::{
    Content, El, Kind, View, actions, button, each, el, h2, hint, live, meter, muted, notice,
    once_safe, p, put_away_heading, put_away_rows, size, stack,
};

pub fn section() -> View {
    let desk = desk();
    desk.measure();
    live(move || desk.room.get().map(|room| untrack(|| rooms(desk, &room))))
}

fn rooms(desk: Desk, room: &Room) -> El {
    let most = device::room();
    let percent = room.percent(most);
    let words = format!(
        "Đã dùng {} trong khoảng {} mà trình duyệt cho trang này giữ ({percent}\u{a0}%), tính cả sổ tay riêng trên máy này.",
        size(room.used),
        size(most),
    );
    let fact = |(name, units): (String, usize)| {
        el("div").with((el("dt").with(name), el("dd").with(size(units))))
    };
    let years = room.years.iter();
    let mut facts: Vec<_> = years
        .map(|(year, units)| (format!("Hồ sơ năm {year}"), *units))
        .collect();
    if room.earlier > 0 {
        let words = "Bản lưu tự động, tự nhường khi thiếu chỗ";
        facts.push((words.to_owned(), room.earlier));
    }
    let facts = el("dl").class("facts").with(each(facts, fact));
    stack((
        h2("Chỗ trên máy"),
        meter(percent),
        p(words),
        facts,
        archive(desk, room),
    ))
    .attr("id", "room")
}

/// The years that are over can be put away.
fn archive(desk: Desk, room: &Room) -> View {
    let this_year = desk.today.get_untracked().year();
    let over: Vec<i32> = room
        .years
        .keys()
        .copied()
        .filter(|year| *year < this_year)
        .collect();
    let away = desk.peek(|branch| {
        let years = branch.years.iter();
        let away = years.filter_map(|year| Some((year.year, year.archived_on?)));
        away.collect::<Vec<_>>()
    });
    let away = each(away, |(year, on)| {
        hint(format!(
            "Năm {year} đã cất ra tệp ngày {on}. Mở tệp ấy ở mục Khôi phục để đưa trở lại."
        ))
    });
    let asked = RwSignal::new(None::<i32>);
    let some = !over.is_empty();
    let row = |year| (format!("Cất năm {year} ra tệp"), year);
    let rows = some.then(|| put_away_rows(over.into_iter().map(row).collect(), asked));
    let steps = live(move || asked.get().map(|year| untrack(|| steps(desk, year, asked))));
    (
        some.then(|| {
            muted("Năm cũ có thể cất ra tệp để có chỗ cho năm mới. Cất rồi vẫn mở lại được.")
        }),
        rows,
        steps,
        away,
    )
        .view()
}

/// First the file, then the person's word that it is safe, then the year goes.
fn steps(desk: Desk, year: i32, asked: RwSignal<Option<i32>>) -> El {
    let given = RwSignal::new(None::<Result<String, ()>>);
    let save = move || {
        let Some((name, text)) = make(desk, Some(year)) else {
            return;
        };
        let called = name.clone();
        give(name, text, move |left| {
            given.set(Some(if left { Ok(called) } else { Err(()) }));
        });
    };
    let after = live(move || {
        given.get().map(|went| match went {
            Ok(name) => untrack(|| confirm(desk, year, &name)).view(),
            Err(()) => notice(Kind::Failed, p(REFUSED)).view(),
        })
    });
    let count = desk.peek_dossiers(year, <[_]>::len);
    stack((
        put_away_heading(format!("Cất năm {year}")),
        p(format!(
            "{count} hồ sơ của năm {year} (bản đăng ký, tự đánh giá, đánh giá của chi bộ) vào một tệp rồi đi khỏi máy. Danh sách, bộ chuẩn mực, nội dung sinh hoạt và biểu dương của năm ở lại. Số liệu của năm sẽ ghi là đã cất."
        )),
        actions((
            button("button-quiet", format!("Lưu tệp năm {year}"), save),
            button("link", "Thôi", move || asked.set(None)),
        )),
        after,
    ))
}

fn confirm(desk: Desk, year: i32, name: &str) -> El {
    let look = move |chosen| {
        let (name, _, file) = keeping_restore::open(chosen)?;
        Ok((
            name,
            desk.backup(Some(year)).is_some_and(|here| here == file),
        ))
    };
    let go = move || {
        let _ = desk.put_away(year);
        page::focus_heading();
    };
    let whole = "Tệp mở được và đủ hồ sơ của năm.";
    once_safe(year, name, MAX_BRANCH_BACKUP_BYTES, whole, look, go)
}
