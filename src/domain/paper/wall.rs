//! The list that is printed and pinned up (công khai).

use super::{Column, Line, Listing, Paper, Part, of_branch};
use crate::domain::branch::Branch;
use crate::domain::branch::adoption_words::one_line;
use crate::domain::branch::wall::OnWall;

pub fn wall_paper(branch: &Branch, year: i32, list: &[OnWall]) -> Paper {
    let columns = vec![
        Column::narrow("STT", 7),
        Column::new("Họ và tên", 27),
        Column::new("Việc đăng ký", 48),
        Column::narrow("Thông qua", 18),
    ];
    let rows = (1..).zip(list).map(|(number, one)| {
        let number: usize = number;
        let mut name = vec![Line::bold(one.name.as_str())];
        if !one.duty.is_empty() {
            name.push(Line::italic(one.duty.as_str()));
        }
        let commitments = (1..).zip(&one.commitments);
        let commitments = commitments.map(|(number, commitment)| {
            let number: usize = number;
            Line::plain(format!("{number}. {}", one_line(commitment)))
        });
        vec![
            vec![Line::plain(number.to_string())],
            name,
            commitments.collect(),
            vec![Line::plain(one.adopted_on.to_string())],
        ]
    });
    let rows = rows.collect();
    let mut paper = of_branch(
        branch,
        year,
        "Công khai đăng ký làm theo",
        format!("Năm {year}"),
    );
    paper.body = vec![Part::Table(Listing { columns, rows })];
    paper
}
