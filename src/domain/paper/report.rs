//! báo cáo của chi bộ, as it goes on paper (S0: numbered, dated, to the level above).

use super::{Block, Line, Paper, Part, Signatures, day_or_dots, of_branch};
use crate::domain::Review;
use crate::domain::branch::Branch;
use crate::domain::branch::report::Section;

/// `sections`: as they stand today; those that say nothing are left out. What is not known yet is left to
/// the hand.
pub fn report_paper(branch: &Branch, year: i32, review: Review, sections: &[Section]) -> Paper {
    let report = branch.report(year, review);
    let about = match review {
        Review::HalfYear => format!("Kết quả học tập và làm theo 6 tháng đầu năm {year}"),
        Review::FullYear => format!("Kết quả học tập và làm theo năm {year}"),
    };
    let written = sections.iter().filter(|one| !one.text.trim().is_empty());
    let body = (1..).zip(written);
    let body = body.map(|(number, one)| {
        let heading = format!("{number}. {}", one.part.name());
        Part::Text(Block::section(heading, &one.text))
    });
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
        number: format!("Số: {}", or_dots(&report.number)),
        dated: format!(
            "{}, {}",
            or_dots(&report.place),
            day_or_dots(report.on, year)
        ),
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
        ..of_branch(branch, year, "Báo cáo", about)
    }
}
