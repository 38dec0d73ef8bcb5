//! The branch's report as it goes on paper.

use super::archived::archived;
use super::report::{Writing, found};
use crate::browser::page;
use crate::domain::Review;
use crate::domain::branch::report_check::check;
use crate::domain::branch::report_words::sections;
use crate::domain::paper::report_paper;
use crate::route::DeskRoute;
use crate::ui::{Content, View, actions, button, h1, link, live, paper};

pub fn screen(review: Review) -> View {
    let writing = Writing::open(review);
    let Writing { desk, year, .. } = writing;
    let name = h1("Bản in báo cáo").class("no-print");
    if let Some(away) = archived(desk, year) {
        return (name, away).view();
    }
    let back = link("link", &DeskRoute::Report(review), "Về bản đang viết");
    let ways = actions((button("button", "In", page::print), back));
    let all = writing.made(sections);
    let shown = live(move || {
        let all = all.get();
        desk.read(|branch| Some(paper(&report_paper(branch, year, review, &all))))
    });
    let checked = found(writing.made(check)).class("no-print");
    (name, checked, ways, shown).view()
}
