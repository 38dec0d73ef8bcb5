//! The branch's report as it goes on paper.

use super::archived::archived;
use super::paper::printed;
use super::report::{Writing, found};
use crate::domain::Review;
use crate::domain::branch::report_check::check;
use crate::domain::branch::report_words::sections;
use crate::domain::paper::report_paper;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, View, h1};

pub fn screen(review: Review) -> View {
    let writing = Writing::open(review);
    let Writing { desk, year, .. } = writing;
    let name = h1("Bản in báo cáo").class("no-print");
    if let Some(away) = archived(desk, year) {
        return (name, away).view();
    }
    let what = match review {
        Review::HalfYear => "bao-cao-so-ket",
        Review::FullYear => "bao-cao-tong-ket",
    };
    let all = writing.made(sections);
    let made = Signal::derive(move || {
        let all = all.get();
        desk.read(|branch| Some(report_paper(branch, year, review, &all)))
    });
    let back = (DeskRoute::Report(review), "Về bản đang viết");
    let (ways, sheet) = printed(desk, what, back, made);
    let checked = found(writing.made(check)).class("no-print");
    (name, checked, ways, sheet).view()
}
