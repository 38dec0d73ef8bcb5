//! The branch's report as it goes on paper.

use super::archived::archived;
use super::report::{Writing, found};
use crate::browser::page;
use crate::domain::Review;
use crate::domain::branch::report_check::check;
use crate::domain::branch::report_words::sections;
use crate::domain::paper::report_paper;
use crate::exchange::office::Order;
use crate::exchange::other_file_name;
use crate::route::DeskRoute;
use crate::ui::{Content, OfficeFile, View, actions, button, h1, link, live, paper};

pub fn screen(review: Review) -> View {
    let writing = Writing::open(review);
    let Writing { desk, year, .. } = writing;
    let name = h1("Bản in báo cáo").class("no-print");
    if let Some(away) = archived(desk, year) {
        return (name, away).view();
    }
    let back = link("link", &DeskRoute::Report(review), "Về bản đang viết");
    let all = writing.made(sections);
    let file = OfficeFile::begin();
    let order = move || {
        let sections = all.get_untracked();
        let what = match review {
            Review::HalfYear => "bao-cao-so-ket",
            Review::FullYear => "bao-cao-tong-ket",
        };
        desk.peek(|branch| {
            let paper = report_paper(branch, year, review, &sections);
            let name =
                other_file_name(what, &branch.name, year, desk.today.get_untracked(), "docx");
            Some((name, Order::Word(paper)))
        })
    };
    let ways = actions((
        button("button", "In", page::print),
        file.button("button-quiet", "Lưu tệp Word", order),
        back,
    ));
    let shown = live(move || {
        let all = all.get();
        desk.read(|branch| Some(paper(&report_paper(branch, year, review, &all))))
    });
    let checked = found(writing.made(check)).class("no-print");
    (name, checked, ways, file.told(), shown).view()
}
