//! Giấy tờ: what the year needs on paper, made from the handbook. One file a route.

use crate::route::{PapersRoute, Route};
use crate::ui::{Content, View, h1, link, p};

mod calendar;
mod index;

/// The screen's name in the browser's history and for screen readers.
pub fn title(route: &PapersRoute) -> &'static str {
    match route {
        PapersRoute::Index => "Giấy tờ",
        PapersRoute::Calendar => "Lịch nhắc",
    }
}

pub fn screen(route: PapersRoute) -> View {
    match route {
        PapersRoute::Index => index::screen(),
        PapersRoute::Calendar => calendar::screen(),
    }
}

/// Paper is of a handbook.
pub fn without_handbook() -> View {
    (
        h1("Giấy tờ"),
        p("Trên máy này chưa có sổ tay nào. Giấy tờ được làm ra từ sổ tay."),
        p(link("button", &Route::Start, "Bắt đầu sổ tay")),
    )
        .view()
}
