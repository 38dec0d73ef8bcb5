//! Báo cáo: the two reports of the year, and how far each has come.

use super::archived::archived;
use super::title;
use crate::desk::{Desk, desk};
use crate::domain::Review;
use crate::domain::branch::BranchReport;
use crate::route::DeskRoute;
use crate::ui::{Content, El, View, b, each, el, h1, hint, link};

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let head = h1(format!("Báo cáo năm {year}"));
    if let Some(away) = archived(desk, year) {
        return (head, away).view();
    }
    let about = "Số liệu được điền sẵn từ danh sách, phiếu đã nhận và sổ sinh hoạt. Phần nào cũng sửa được trước khi in.";
    let rows = each(Review::ALL, |review| row(desk, year, review));
    (head, hint(about), el("ul").class("rows").with(rows)).view()
}

fn row(desk: Desk, year: i32, review: Review) -> El {
    let to = DeskRoute::Report(review);
    let report = desk.peek(|branch| branch.report(year, review));
    let words = (b(title(&to)), el("small").with(stands(&report)));
    el("li").with(link("row", &to, el("span").with(words)))
}

/// "Số 183 /BC-ĐU, ngày 10/01/2027; đã sửa 2 phần".
fn stands(report: &BranchReport) -> String {
    let number = Some(&report.number).filter(|number| !number.trim().is_empty());
    let number = number.map(|number| format!("Số {number}"));
    let on = report.on.map(|on| format!("ngày {on}"));
    let own = report.own.len();
    let own = (own > 0).then(|| format!("đã sửa {own} phần"));
    let parts: Vec<_> = number.into_iter().chain(on).chain(own).collect();
    match &parts[..] {
        [] => "Chưa viết gì: theo số liệu hiện có".to_owned(),
        parts => parts.join(", "),
    }
}
