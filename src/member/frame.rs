//! What surrounds every screen: whose handbook it is, the bar at the thumb, and the banners for what
//! must not be missed.

use crate::book::{SaveStatus, book};
use crate::frame;
use crate::member::backup::save_backup;
use crate::route::{DataRoute, Route};
use crate::signal::Signal;
use crate::storage::SaveError;
use crate::ui::{
    Content, El, Icon, Kind, View, actions, b, button, each, el, icon, link, live, notice, p,
    undo_notice,
};

/// Whose handbook it is, the saved sign, and the bar, where `section` is the tab that the screen is in.
pub fn frame(section: fn() -> Route) -> View {
    let book = book();
    let open = Signal::derive(move || book.id().is_some());
    live(move || open.get().then(|| (top(), tabs(section))))
}

fn top() -> El {
    let book = book();
    let whose = book.part(|handbook| format!("{} · {}", handbook.profile.name, handbook.year));
    let sign = frame::saved_sign(book.status, book.durable, "Sổ mẫu");
    let to = Route::Settings.to_string();
    let shown = el("span").with(whose).view();
    frame::top(to, whose, shown, "mở cài đặt và đổi sổ tay", sign)
}

fn tabs(section: fn() -> Route) -> El {
    let tabs = [
        (Route::Today, Icon::Today, "Hôm nay"),
        (Route::Pledge, Icon::Pledge, "Đăng ký"),
        (Route::Rating(None), Icon::Rate, "Đánh giá"),
        (Route::Standards, Icon::Book, "Chuẩn mực"),
        (Route::Handover, Icon::Send, "Gửi"),
    ];
    let tab = move |(to, shape, name): (Route, Icon, &'static str)| {
        let address = to.to_string();
        let here = move || section() == to;
        frame::tab(address, icon(shape), name, here)
    };
    el("nav")
        .class("tabs")
        .attr("aria-label", "Các phần của sổ tay")
        .with(each(tabs, tab))
}

/// The tab that a route belongs to.
pub fn section(route: &Route) -> Route {
    match route {
        Route::Question { .. } | Route::PledgeReview => Route::Pledge,
        Route::Rating(_) => Route::Rating(None),
        other => other.clone(),
    }
}

/// Above every screen, most serious first. They stay until settled.
pub fn banners() -> View {
    let book = book();
    let failed = Signal::derive(move || match book.status.get() {
        SaveStatus::Failed(error) => Some(error),
        _ => None,
    });
    let sample = Signal::derive(move || book.is_sample());
    (
        live(move || failed.get().map(failure)),
        (!book.durable).then(in_memory),
        book.unread
            .as_ref()
            .map(|fault| notice(Kind::Failed, p(fault.sentence()))),
        book.newer.then(frame::newer),
        live(move || book.tight.get().then(tight)),
        live(move || sample.get().then(sample_banner)),
        frame::update_banner(move || book.save()),
        frame::zalo(),
        live(move || {
            book.undo
                .get()
                .map(|undo| undo_notice(undo.what, move || book.put_back()))
        }),
    )
        .view()
}

fn failure(error: SaveError) -> El {
    let book = book();
    let ways_out = match error {
        SaveError::DeletedElsewhere => (
            button("button-quiet", "Giữ lại sổ này", move || {
                book.save_over_other_tab()
            }),
            button("button-quiet", "Bỏ sổ này", move || {
                book.take_other_tab()
            }),
        ),
        SaveError::ChangedElsewhere => (
            button("button-quiet", "Giữ bản ở trang này", move || {
                book.save_over_other_tab()
            }),
            button("button-quiet", "Lấy bản ở trang kia", move || {
                book.take_other_tab()
            }),
        ),
        _ => (
            button("button-quiet", "Lưu lại lần nữa", move || {
                book.save()
            }),
            button("button-quiet", "Lưu bản sao ra tệp", move || {
                save_backup(book)
            }),
        ),
    };
    notice(Kind::Failed, (p(error.sentence()), actions(ways_out)))
}

/// Before saving fails.
fn tight() -> El {
    let way = link("link", &DataRoute::Kept, "Cất bớt năm cũ ra tệp");
    notice(Kind::Warn, (p(b("Máy sắp hết chỗ cho trang này.")), way))
}

fn in_memory() -> El {
    let book = book();
    notice(
        Kind::Failed,
        (
            p((
                b("Trình duyệt này không cho trang lưu dữ liệu."),
                " Những gì viết ở đây sẽ mất khi đóng trang. Mở trang ở cửa sổ thường (không phải ẩn danh), hoặc lưu một bản sao ra tệp trước khi đóng.",
            )),
            button("button-quiet", "Lưu bản sao ra tệp", move || {
                save_backup(book)
            }),
        ),
    )
}

fn sample_banner() -> El {
    let book = book();
    notice(
        Kind::Warn,
        (
            p((
                b("Đây là sổ tay mẫu."),
                " Sửa thử thoải mái, không điều gì được lưu hay gửi đi.",
            )),
            button("link", "Bỏ sổ mẫu", move || book.close_sample()),
        ),
    )
}
