//! bản đăng ký, as it goes on paper.

use super::{Block, Line, Paper, Part, day_or_dots, of_person};
use crate::domain::{Commitment, Handbook};

/// In the unit's words.
pub fn pledge_name(handbook: &Handbook) -> &str {
    match handbook.pack.pack.headings.title.as_str() {
        "" => "Bản đăng ký làm theo",
        own => own,
    }
}

/// What is in force. `code`: the check code of what was handed in last, for the foot.
pub fn pledge_paper(handbook: &Handbook, code: Option<String>) -> Paper {
    let on = handbook.pledge.last().map(|last| last.submitted_on);
    let mut paper = of_person(
        handbook,
        pledge_name(handbook),
        format!("Năm {}", handbook.year),
        "Người đăng ký",
        day_or_dots(on, handbook.year),
    );
    let theme = &handbook.pack.pack.theme;
    if !theme.is_empty() {
        let line = Line::plain(format!("Chuyên đề năm: {theme}"));
        paper.body.push(Part::Text(Block::flowing(vec![line])));
    }
    let promised = handbook.pledge.in_force();
    let all = (1..).zip(&promised);
    paper
        .body
        .extend(all.map(|(number, one)| Part::Text(commitment(handbook, number, one))));
    paper.foot = code
        .map(|code| format!("Mã đối chiếu: {code}"))
        .unwrap_or_default();
    paper
}

fn commitment(handbook: &Handbook, number: usize, one: &Commitment) -> Block {
    let mut lines = vec![Line::bold(format!("Việc {number}. {}", one.action))];
    let rest = answers(handbook, one).into_iter();
    lines.extend(rest.map(|(name, words)| Line::labelled(name, words)));
    Block::whole(lines)
}

/// What else was answered, in the order of the form.
pub fn answers(handbook: &Handbook, one: &Commitment) -> Vec<(&'static str, String)> {
    let standard = one.standard.as_ref().and_then(|id| handbook.standard(id));
    let answers = [
        ("Kết quả cần đạt", one.measure.clone()),
        (
            "Thời hạn",
            one.deadline
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        ),
        (
            "Chuẩn mực",
            standard
                .map(|standard| standard.text.clone())
                .unwrap_or_default(),
        ),
        ("Nhiệm vụ", one.duty.clone()),
        ("Người cùng làm", one.people.clone()),
    ];
    let said = answers
        .into_iter()
        .filter(|(_, words)| !words.trim().is_empty());
    said.collect()
}
