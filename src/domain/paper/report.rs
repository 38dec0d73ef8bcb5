//! báo cáo của chi bộ, as it goes on paper (S0: numbered, dated, to the level above).

use super::{Block, Line, Paper, Signatures, day_or_dots};
use crate::domain::Review;
use crate::domain::branch::report::Section;
use crate::domain::branch::{Branch, BranchYear};

/// `sections`: as they stand today; those that say nothing are left out. What is not known yet is left to
/// the hand.
pub fn report_paper(branch: &Branch, year: i32, review: Review, sections: &[Section]) -> Paper {
    let report = branch.report(year, review);
    let pack = branch.year(year).and_then(BranchYear::pack);
    let headings = pack.map(|pack| pack.headings.clone()).unwrap_or_default();
    let about = match review {
        Review::HalfYear => format!("Kết quả học tập và làm theo 6 tháng đầu năm {year}"),
        Review::FullYear => format!("Kết quả học tập và làm theo năm {year}"),
    };
    let written = sections.iter().filter(|one| !one.text.trim().is_empty());
    let body = (1..).zip(written);
    let body = body
        .map(|(number, one)| Block::section(format!("{number}. {}", one.part.name()), &one.text));
    let or_dots = |text: &str| match text.trim() {
        "" => "………".to_owned(),
        text => text.to_owned(),
    };
    let receivers = report
        .to
        .lines()
        .map(|line| Line::plain(format!("- {line}")));
    let receivers = if report.to.trim().is_empty() {
        Vec::new()
    } else {
        std::iter::once(Line::bold("Nơi nhận:"))
            .chain(receivers)
            .collect()
    };
    Paper {
        above: vec![headings.superior, branch.unit.clone()],
        branch: branch.name.clone(),
        right: headings.right,
        number: format!("Số: {}", or_dots(&report.number)),
        dated: format!(
            "{}, {}",
            or_dots(&report.place),
            day_or_dots(report.on, year)
        ),
        title: "Báo cáo".to_owned(),
        about,
        body: body.collect(),
        sign: Signatures {
            receivers,
            left: Vec::new(),
            right: vec![
                Line::bold("T/M CHI BỘ"),
                Line::italic("(Ký, ghi rõ họ tên)"),
                Line::signed(report.signed_by),
            ],
        },
        foot: String::new(),
    }
}
