//! Banners for the state of what is kept: what was not done, could not be read, is short of room.

use super::keeping_earlier;
use crate::browser::device;
use crate::desk::desk;
use crate::desk_app::route;
use crate::frame;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, Kind, View, b, link, live, notice, p};

/// A step that writes at once was not taken.
pub fn refused() -> View {
    let desk = desk();
    live(move || {
        let refused = desk.refused.get();
        refused.map(|error| notice(Kind::Failed, p(error.refusal())))
    })
}

/// What could not be read, or only by a newer version of the page.
pub fn unread() -> View {
    let desk = desk();
    let unread = live(move || {
        let unread = desk.unread.get();
        unread.map(|fault| notice(Kind::Failed, p(fault.sentence())))
    });
    let newer = live(move || desk.newer.get().then(frame::newer));
    (unread, newer, keeping_earlier::lost(), damaged()).view()
}

/// Where it can be taken along or discarded, it stands itself.
fn damaged() -> View {
    let desk = desk();
    let route = route();
    let some = Signal::derive(move || {
        let elsewhere = route.with(|route| *route != DeskRoute::Keeping);
        elsewhere && desk.id().is_some() && desk.damaged.with(|damaged| !damaged.is_empty())
    });
    let words = || {
        let words = " Phần ấy được để riêng, nguyên như cũ; số liệu có thể thiếu.";
        let way = link("link", &DeskRoute::Keeping, "Mở mục Lưu trữ");
        notice(Kind::Warn, (p((b("Có phần không đọc được."), words)), way))
    };
    live(move || some.get().then(words))
}

/// Before it is too late for a whole year's work.
pub fn tight() -> View {
    let desk = desk();
    let tight = Signal::derive(move || {
        let most = device::room();
        desk.room
            .with(|room| room.as_ref().is_some_and(|room| room.is_tight(most)))
    });
    let words = || {
        let words = " Cất một năm cũ ra tệp để còn chỗ nhận phiếu.";
        let way = link("link", &DeskRoute::Keeping, "Mở mục Lưu trữ");
        notice(Kind::Warn, (p((b("Chỗ trên máy sắp hết."), words)), way))
    };
    live(move || tight.get().then(words))
}
