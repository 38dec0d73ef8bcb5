//! Giấy tờ: what the year needs on paper, at a glance.

use crate::book::book;
use crate::route::{PapersRoute, Route};
use crate::ui::{Content, View, h1, link, p};

pub fn screen() -> View {
    let year = book().peek(|handbook| handbook.year);
    (
        h1("Giấy tờ"),
        p(format!("Giấy tờ của năm {year}, làm ra từ sổ tay.")).class("lead"),
        p(link("button-quiet", &Route::PledgeReview, "Bản đăng ký")),
        p(link("button-quiet", &PapersRoute::Calendar, "Lịch nhắc")),
        p(link("button-quiet", &PapersRoute::Pictures, "Năm qua hình")),
    )
        .view()
}
