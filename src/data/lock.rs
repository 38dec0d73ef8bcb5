//! Khóa sổ tay: a passcode for everything that is kept here, handbooks and branches.

use std::rc::Rc;

use super::{lock_off, lock_on};
use crate::book::book;
use crate::browser::vault;
use crate::lock::Away;
use crate::route::DataRoute;
use crate::signal::Signal;
use crate::storage::{LocalStorage, NotDone, lock_of};
use crate::ui::{
    Choice, Content, El, Icon, View, choices, details, each, el, h1, h2, icon, link, p, stack,
};

const FOR: [&str; 3] = [
    "Người cầm được máy, mở được trình duyệt nhưng không biết mã.",
    "Người chép thư mục của trình duyệt từ máy.",
    "Chi bộ trên máy này cũng khóa cùng một mã.",
];

const NOT_FOR: [&str; 5] = [
    "Quên mã là mất: không ai mở lại được, kể cả người làm ra trang này. Hãy có một bản sao lưu cất riêng.",
    "Mã ngắn, dễ đoán thì người chép được dữ liệu có thể dò ra. Nên dùng một câu ngắn.",
    "Phần mềm xấu trên máy, người đứng nhìn lúc gõ mã: khóa không ngăn được.",
    "Điều đã lưu trước khi bật khóa có thể còn vết trên đĩa một thời gian, do trình duyệt giữ.",
    "Tệp đã lưu, đã gửi không khóa theo.",
];

/// With the value of its choice.
const AWAY: [(Away, &str, &str); 4] = [
    (Away::OneMinute, "1", "Rời trang quá 1 phút"),
    (Away::FiveMinutes, "5", "Rời trang quá 5 phút"),
    (Away::FifteenMinutes, "15", "Rời trang quá 15 phút"),
    (Away::WhenClosed, "0", "Chỉ khi đóng trang"),
];

pub fn screen() -> View {
    let beneath = LocalStorage::beneath().filter(|_| book().durable);
    let content = match beneath.map(|storage| (lock_of(&storage), Rc::new(storage))) {
        None => p("Trình duyệt này không cho trang lưu dữ liệu, nên không có gì để khóa.").view(),
        Some((Ok(Some(lock)), storage)) => lock_on::content(lock, storage),
        Some((_, storage)) => lock_off::content(storage),
    };
    (
        h1("Khóa sổ tay"),
        content,
        details(
            "Khóa giữ được gì, không giữ được gì",
            (
                points("Giữ được trước", &FOR),
                points("Không giữ được", &NOT_FOR),
            ),
        ),
        p(link(
            "link",
            &DataRoute::Kept,
            (icon(Icon::Left), "Dữ liệu của tôi"),
        )),
    )
        .view()
}

fn points(heading: &'static str, points: &[&'static str]) -> El {
    let list = each(points.iter().copied(), |point| el("li").with(point));
    stack((h2(heading), el("ul").class("list").with(list)))
}

/// When the page locks itself.
pub fn away(chosen: Signal<Away>, choose: impl Fn(Away) + 'static) -> El {
    let options = AWAY.map(|(_, value, label)| Choice::new(value, label));
    let chosen = Signal::derive(move || {
        let found = AWAY.into_iter().find(|(away, ..)| *away == chosen.get());
        found.map_or("", |(_, value, _)| value).to_owned()
    });
    choices(
        "choices",
        "away",
        "Tự khóa",
        options.into(),
        chosen,
        move |chosen| {
            let found = AWAY.into_iter().find(|(_, value, _)| *value == chosen);
            if let Some((away, ..)) = found {
                choose(away);
            }
        },
    )
}

/// What is on the screen and not in the storage would be gone with the page.
pub const UNSAVED: &str = "Chưa đổi gì: còn điều chưa lưu được trên máy này. Lưu lại, hoặc lưu một bản sao ra tệp, rồi làm lại.";

/// Why it was not done, and how things stand.
pub fn sentence(error: &NotDone) -> String {
    match error {
        NotDone::Undone(fault) => format!("Chưa đổi gì. {}", fault.sentence()),
        NotDone::Half(fault) => format!(
            "Đang làm dở: mọi thứ còn nguyên và vẫn mở được bằng mã; lần mở khóa tới sẽ làm nốt. {}",
            fault.sentence()
        ),
        NotDone::NoKey => {
            "Chưa đổi gì: máy không đủ bộ nhớ để tạo khóa. Đóng bớt ứng dụng rồi thử lại."
                .to_owned()
        }
    }
}

/// From now on the lock guards this tab, too.
pub fn reload_unlocked(key: &crate::lock::DataKey) {
    vault::pass_on(key);
    crate::browser::page::reload();
}
