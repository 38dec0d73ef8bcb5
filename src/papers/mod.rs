//! Giấy tờ: what the year needs on paper, made from the handbook. One file a route.

use crate::route::{PapersRoute, Route};
use crate::ui::{Content, View, h1, link, p};

mod calendar;
mod guide;
mod guide_member;
mod guide_pictures;
mod guide_secretary;
mod index;
mod picture;

/// The screen's name in the browser's history and for screen readers.
pub fn title(route: &PapersRoute) -> &'static str {
    match route {
        PapersRoute::Index => "Giấy tờ",
        PapersRoute::Calendar => "Lịch nhắc",
        PapersRoute::Pictures => "Năm qua hình",
        PapersRoute::MemberGuide => "Hướng dẫn",
        PapersRoute::SecretaryGuide => "Hướng dẫn cho bí thư",
    }
}

pub fn screen(route: PapersRoute) -> View {
    match route {
        PapersRoute::Index => index::screen(),
        PapersRoute::Calendar => calendar::screen(),
        PapersRoute::Pictures => picture::screen(),
        PapersRoute::MemberGuide => guide_member::screen(),
        PapersRoute::SecretaryGuide => guide_secretary::screen(),
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
