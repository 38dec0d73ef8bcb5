//! A review as it goes on paper: as it was finished, else as it reads now, marked as a draft.

use super::paper::ways;
use crate::book::book;
use crate::domain::paper::review_paper;
use crate::domain::{Handbook, Review};
use crate::route::PapersRoute;
use crate::ui::{Content, Kind, View, h1, live, notice, p, paper};

pub fn screen(review: Review) -> View {
    let handbook = book().part(|handbook| Some(handbook.clone()));
    let what = match review {
        Review::HalfYear => "so-ket",
        Review::FullYear => "tong-ket",
    };
    let shown = live(move || handbook.get().map(|handbook| shown(&handbook, review)));
    (
        h1(review.name()).class("no-print"),
        ways(&PapersRoute::Review(review), what, move |handbook| {
            review_paper(handbook, review)
        }),
        shown,
    )
        .view()
}

fn shown(handbook: &Handbook, review: Review) -> View {
    let draft = handbook.finished(review).is_none().then(|| {
        notice(
            Kind::Warn,
            p("Bản nháp: chưa hoàn tất nên chưa có ngày. Hoàn tất rồi hãy in."),
        )
    });
    let changed = handbook.changed_since_finished(review).then(|| {
        notice(
            Kind::Warn,
            p("Đã sửa sau khi hoàn tất. Đây là bản đã hoàn tất; muốn in lời mới thì hoàn tất lại."),
        )
    });
    (draft, changed, paper(&review_paper(handbook, review))).view()
}
