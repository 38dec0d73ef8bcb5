//! What surrounds every screen of the desk: which branch and year, the saved sign, the bar at the
//! thumb (beside the screen where there is room, with all parts), and the banners for what must not
//! be missed.

use super::drawings::drawings;
use super::frame_state as state;
use super::keeping_file::save_backup;
use super::parts::{Part, parts};
use crate::book::SaveStatus;
use crate::desk::desk;
use crate::desk_app::route;
use crate::frame;
use crate::route::{DeskRoute, Route};
use crate::signal::Signal;
use crate::storage::SaveError;
use crate::ui::{
    Content, El, Icon, Kind, View, actions, b, button, each, el, icon, live, notice, p, undo_notice,
};

pub fn frame() -> View {
    let desk = desk();
    let open = Signal::derive(move || desk.id().is_some());
    (
        drawings(),
        live(move || open.get().then(|| (top(), tabs()))),
    )
        .view()
}

fn top() -> El {
    let desk = desk();
    let whose = Signal::derive(move || {
        let year = desk.year.get();
        desk.read(|branch| format!("{} · {year}", branch.name))
    });
    let sign = frame::saved_sign(desk.status, desk.durable, "Chi bộ mẫu");
    let to = DeskRoute::Index.to_string();
    // The year stays in sight, however long the name.
    let name = desk.part(|branch| branch.name.clone());
    let year = live(move || format!("· {}", desk.year.get()));
    let shown = (el("span").with(name), el("span").class("year").with(year)).view();
    frame::top(to, whose, shown, "mở mục lục, đổi năm", sign)
}

fn tabs() -> El {
    let route = route();
    let tab = move |part: Part| {
        let Part { to, in_bar, .. } = part.clone();
        let address = to.to_string();
        let here = move || route.with(|route| section(route) == to);
        let tab = frame::tab(address, part.drawing(), part.name(), here);
        if in_bar { tab } else { tab.class("wide-only") }
    };
    let home = frame::tab(
        Route::Today.to_string(),
        icon(Icon::Left),
        "Về sổ tay",
        || false,
    );
    el("nav")
        .class("tabs")
        .attr("aria-label", "Các phần của chi bộ")
        .with((each(parts(), tab), home.class("wide-only")))
}

/// The part that a route belongs to.
fn section(route: &DeskRoute) -> DeskRoute {
    match route {
        DeskRoute::PackPart(_) => DeskRoute::Pack,
        DeskRoute::Months(_) | DeskRoute::MonthsPaper => DeskRoute::Months(None),
        DeskRoute::Meeting(_) => DeskRoute::Meeting(None),
        DeskRoute::PostingPaper => DeskRoute::Posting,
        DeskRoute::Report(_) | DeskRoute::ReportPaper(_) => DeskRoute::Reports,
        other => other.clone(),
    }
}

/// Above every screen, most serious first. They stay until settled.
pub fn banners() -> View {
    let desk = desk();
    let failed = Signal::derive(move || match desk.status.get() {
        SaveStatus::Failed(error) => Some(error),
        _ => None,
    });
    let sample = Signal::derive(move || desk.is_sample());
    (
        live(move || failed.get().map(failure)),
        (!desk.durable).then(in_memory),
        state::refused(),
        state::unread(),
        live(move || sample.get().then(sample_banner)),
        state::tight(),
        frame::update_banner(move || desk.save()),
        frame::zalo(),
        live(move || {
            desk.undo
                .get()
                .map(|undo| undo_notice(undo.what, move || desk.put_back()))
        }),
    )
        .view()
}

fn failure(error: SaveError) -> El {
    let desk = desk();
    let again = || {
        button("button-quiet", "Lưu lại lần nữa", move || {
            desk.save()
        })
    };
    let ways_out = match error {
        SaveError::DeletedElsewhere | SaveError::ChangedElsewhere => (
            button("button-quiet", "Giữ bản ở trang này", move || {
                desk.save_over_other_tab();
            }),
            Some(button(
                "button-quiet",
                "Lấy bản ở trang kia",
                move || {
                    desk.take_other_tab();
                },
            )),
        ),
        _ => {
            let save = move || save_backup(desk, |_| {});
            let save = button("button-quiet", "Lưu bản sao ra tệp", save);
            (again(), Some(save))
        }
    };
    notice(Kind::Failed, (p(error.desk_sentence()), actions(ways_out)))
}

fn in_memory() -> El {
    let desk = desk();
    let open = Signal::derive(move || desk.id().is_some() && !desk.is_sample());
    let save = move || {
        let save = move || save_backup(desk, |_| {});
        button("button-quiet", "Lưu bản sao ra tệp", save)
    };
    notice(
        Kind::Failed,
        (
            p((
                b("Trình duyệt này không cho trang lưu dữ liệu."),
                " Những gì viết ở đây sẽ mất khi đóng trang. Mở trang ở cửa sổ thường (không phải ẩn danh), hoặc lưu một bản sao ra tệp trước khi đóng.",
            )),
            live(move || open.get().then(save)),
        ),
    )
}

fn sample_banner() -> El {
    let desk = desk();
    notice(
        Kind::Warn,
        (
            p((
                b("Đây là chi bộ mẫu, tên người đều đặt ra."),
                " Sửa thử thoải mái, không điều gì được lưu hay gửi đi.",
            )),
            button("link", "Bỏ chi bộ mẫu", move || desk.close_sample()),
        ),
    )
}
