//! báo cáo của từng người, as it goes on paper.

use super::{Block, Line, Paper, Part, day_or_dots, of_person, paragraphs};
use crate::domain::review::{FinishedReview, ReviewedCommitment};
use crate::domain::{Handbook, Review};

pub fn review_heading(review: Review) -> &'static str {
    match review {
        Review::HalfYear => "Sơ kết 6 tháng đầu năm",
        Review::FullYear => "Tổng kết năm",
    }
}

/// As it was finished, else as it reads now and without a day.
pub fn review_paper(handbook: &Handbook, review: Review) -> Paper {
    let finished = handbook.finished(review);
    let said = match finished {
        Some(finished) => finished.clone(),
        None => handbook.review_now(review, handbook.begun_on),
    };
    let on = finished.map(|finished| finished.on);
    let mut paper = of_person(
        handbook,
        "Báo cáo kết quả thực hiện bản đăng ký làm theo",
        format!("{} {}", review_heading(review), handbook.year),
        "Người báo cáo",
        day_or_dots(on, handbook.year),
    );
    let sections = sections(handbook, review, &said).into_iter();
    paper.body.extend(sections.map(Part::Text));
    paper
}

fn sections(handbook: &Handbook, review: Review, said: &FinishedReview) -> Vec<Block> {
    let next = match review {
        Review::HalfYear => "Phương hướng 6 tháng cuối năm",
        Review::FullYear => "Phương hướng năm sau",
    };
    let concluded = handbook
        .feedback
        .as_ref()
        .and_then(|held| held.told.conclusions.get(&review))
        .map(|concluded| concluded.line())
        .unwrap_or_default();
    let texts = [
        ("Thực hiện chuẩn mực", said.standards.clone()),
        (
            "Hạn chế, thiếu sót và việc khắc phục",
            said.shortcomings.clone(),
        ),
        (next, said.plans.clone()),
        ("Tự xếp loại", classified(said)),
        ("Chi bộ kết luận", concluded),
    ];
    let mut blocks = vec![Block::section(
        "1. Kết quả từng việc đã đăng ký".to_owned(),
        "",
    )];
    blocks.extend(
        (1..)
            .zip(&said.results)
            .map(|(number, one)| result(number, one)),
    );
    let written = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    blocks.extend(
        (2..)
            .zip(written)
            .map(|(number, (name, text))| Block::section(format!("{number}. {name}"), &text)),
    );
    blocks
}

fn result(number: usize, one: &ReviewedCommitment) -> Block {
    let mut lines = vec![Line::bold(format!("Việc {number}. {}", one.action))];
    if !one.promised.is_empty() {
        lines.push(Line::labelled("Đã đăng ký", one.promised.as_str()));
    }
    lines.push(Line::italic("Kết quả:"));
    if one.result.trim().is_empty() {
        lines.push(Line::plain("………"));
    } else {
        lines.extend(paragraphs(&one.result));
    }
    Block::whole(lines)
}

/// "Hoàn thành tốt nhiệm vụ" and the points, where there are any.
pub fn classified(said: &FinishedReview) -> String {
    let class = said.class.iter().map(|class| class.name.clone());
    let points = said.points.iter().map(|points| {
        format!(
            "Tự chấm {} điểm: tiêu chí chung {}, kết quả nhiệm vụ {}.",
            points.total(),
            points.general,
            points.tasks
        )
    });
    class.chain(points).collect::<Vec<_>>().join("\n")
}
