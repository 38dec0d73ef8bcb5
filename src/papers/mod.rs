//! Giấy tờ: what the year needs on paper, made from the handbook. One file a route.

use crate::route::{PapersRoute, Route};
use crate::ui::{Content, View, h1, link, p};

mod calendar;
mod copy;
mod deed;
mod deeds;
mod guide;
mod guide_member;
mod guide_pictures;
mod guide_secretary;
mod index;
mod paper;
mod picture;
mod pledge_paper;
mod review;
mod review_class;
mod review_paper;
mod review_text;

/// The screen's name in the browser's history and for screen readers.
pub fn title(route: &PapersRoute) -> &'static str {
    match route {
        PapersRoute::Index | PapersRoute::Sample => "Giấy tờ",
        PapersRoute::Review(review) | PapersRoute::ReviewPaper(review) => review.name(),
        PapersRoute::PledgePaper => "Bản đăng ký",
        PapersRoute::Copy => "Chép tay",
        PapersRoute::Deeds => "Việc tốt",
        PapersRoute::Calendar => "Lịch nhắc",
        PapersRoute::Pictures => "Năm qua hình",
        PapersRoute::MemberGuide => "Hướng dẫn",
        PapersRoute::SecretaryGuide => "Hướng dẫn cho bí thư",
    }
}

pub fn screen(route: PapersRoute) -> View {
    match route {
        PapersRoute::Index | PapersRoute::Sample => index::screen(),
        PapersRoute::Review(review) => review::screen(review),
        PapersRoute::ReviewPaper(review) => review_paper::screen(review),
        PapersRoute::PledgePaper => pledge_paper::screen(),
        PapersRoute::Copy => copy::screen(),
        PapersRoute::Deeds => deeds::screen(),
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
