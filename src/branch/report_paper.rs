//! The branch's report as it goes on paper.

use super::archived::archived;
use super::report::{Writing, found};
use crate::browser::page;
use crate::domain::Review;
use crate::domain::branch::report::Section;
use crate::domain::branch::report_check::check;
use crate::domain::branch::report_words::sections;
use crate::domain::branch::{Branch, BranchReport, BranchYear};
use crate::route::DeskRoute;
use crate::ui::{
    Content, El, View, actions, b, button, each, el, h1, letterhead, lines, link, live, p, sheet,
    sheet_title,
};

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
    let paper = live(move || {
        let all = all.get();
        desk.read(|branch| Some(paper(branch, writing, &all)))
    });
    let checked = found(writing.made(check)).class("no-print");
    (name, checked, ways, paper).view()
}

fn paper(branch: &Branch, writing: Writing, all: &[Section]) -> El {
    let Writing { year, review, .. } = writing;
    let report = branch.report(year, review);
    let about = match review {
        Review::HalfYear => format!("Kết quả học tập và làm theo 6 tháng đầu năm {year}"),
        Review::FullYear => format!("Kết quả học tập và làm theo năm {year}"),
    };
    let written = all.iter().filter(|one| !one.text.trim().is_empty());
    let body = each(written.zip(1..), |(one, number): (&Section, usize)| {
        let name = el("h3").with(format!("{number}. {}", one.part.name()));
        el("section").with((name, lines(&one.text)))
    });
    sheet((
        heading(branch, year),
        numbered(&report, year),
        sheet_title("Báo cáo", about),
        body,
        signed(&report),
    ))
}

fn heading(branch: &Branch, year: i32) -> El {
    let pack = branch.year(year).and_then(BranchYear::pack);
    let headings = pack.map(|pack| pack.headings.clone()).unwrap_or_default();
    letterhead(
        [headings.superior, branch.unit.clone()],
        &branch.name,
        &headings.right,
    )
}

/// Number at the left, place and date at the right; what is not known yet is left to the hand.
fn numbered(report: &BranchReport, year: i32) -> El {
    let or_dots = |text: &str| match text.trim() {
        "" => "………".to_owned(),
        text => text.to_owned(),
    };
    let number = format!("Số: {}", or_dots(&report.number));
    let on = match report.on {
        Some(on) => on.in_words(),
        None => format!("ngày … tháng … năm {year}"),
    };
    let date = format!("{}, {on}", or_dots(&report.place));
    el("div").class("sheet-head numbered").with((
        el("div").with(p(number)),
        el("div").with(p(el("i").with(date))),
    ))
}

/// Never alone on a page.
fn signed(report: &BranchReport) -> El {
    let to = (!report.to.trim().is_empty()).then(|| {
        let lines = each(report.to.lines(), |line| p(format!("- {line}")));
        (p(b("Nơi nhận:")), lines).view()
    });
    let hand = el("div").with((
        p(b("T/M CHI BỘ")),
        p(el("i").with("(Ký, ghi rõ họ tên)")),
        p(report.signed_by.clone()).class("signed"),
    ));
    let to = el("div").class("receivers").with(to);
    el("footer").class("sheet-sign").with((to, hand))
}
