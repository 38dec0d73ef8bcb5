//! Khóa sổ tay: a passcode for everything that is kept here, handbooks and branches.

use std::rc::Rc;

use super::{lock_off, lock_on};
use crate::book::book;
use crate::browser::{random, vault};
use crate::lock::{Away, Random};
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

const AWAY: [(Away, &str); 4] = [
    (Away::OneMinute, "1 phút"),
    (Away::FiveMinutes, "5 phút"),
    (Away::FifteenMinutes, "15 phút"),
    (Away::WhenClosed, "Chỉ khi đóng trang"),
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
    let name = |away: Away| format!("{away:?}");
    let options = AWAY.map(|(away, label)| Choice::new(name(away), label));
    let chosen = Signal::derive(move || name(chosen.get()));
    let legend = "Tự khóa khi rời trang quá";
    choices(
        "keep",
        "away",
        legend,
        options.into(),
        chosen,
        move |value| {
            let found = AWAY.into_iter().find(|(away, _)| name(*away) == value);
            if let Some((away, _)) = found {
                choose(away);
            }
        },
    )
}

/// For keys: `None` where the browser's randomness is not good enough.
pub fn good_random() -> Option<Rc<Random>> {
    random::fill(&mut [0]).then(|| {
        Rc::new(|bytes: &mut [u8]| {
            random::fill(bytes);
        }) as Rc<Random>
    })
}

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
