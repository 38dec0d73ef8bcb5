//! The year's months over the whole branch (theo dõi): people × months, in letters.

use super::{Block, Column, Line, Listing, Paper, Part, of_branch};
use crate::domain::branch::months::{MonthCell, Told, Word, level_letters, matrix};
use crate::domain::branch::{Branch, BranchYear, Dossier};
use crate::domain::pack::usual_scale;
use crate::domain::{Day, ItemId, YearMonth};

/// `dossiers`: of that year. `word`: whose levels stand in it.
pub fn months_paper(
    branch: &Branch,
    dossiers: &[Dossier],
    year: i32,
    today: Day,
    word: Word,
) -> Paper {
    let scale = branch.year(year).map(BranchYear::scale);
    let scale = scale.unwrap_or_else(usual_scale);
    let letters: Vec<_> = scale
        .iter()
        .map(|level| &level.id)
        .zip(level_letters(&scale))
        .collect();
    let matrix = matrix(branch, dossiers, year, today);

    let mut columns = vec![Column::narrow("STT", 6), Column::new("Họ và tên", 22)];
    let months = YearMonth::all_of(year);
    columns.extend(months.map(|month| Column::narrow(&month.number().to_string(), 6)));
    let rows = (1..).zip(&matrix.rows).map(|(number, row)| {
        let number: usize = number;
        let cells = row.months.iter().map(|told| sign(told, word, &letters));
        let named = [number.to_string(), branch.roster.called(&row.person)];
        let row = named.into_iter().chain(cells);
        row.map(|text| vec![Line::plain(text)]).collect()
    });
    let mut rows: Vec<Vec<Vec<Line>>> = rows.collect();
    let counts = YearMonth::all_of(year).map(|month| {
        let count = matrix.count(month);
        let here = match word {
            Word::Own => count.here(),
            Word::Branch => count.assessed,
        };
        let begun = count.of > 0 && month <= today.month() && count.here() + count.missing > 0;
        if begun {
            format!("{here}/{}", count.of)
        } else {
            String::new()
        }
    });
    let (title, label) = match word {
        Word::Own => ("Theo dõi tự đánh giá hằng tháng", "Đã gửi"),
        Word::Branch => ("Chi bộ đánh giá hằng tháng", "Đã đánh giá"),
    };
    let foot = [String::new(), label.to_owned()].into_iter().chain(counts);
    rows.push(foot.map(|text| vec![Line::bold(text)]).collect());

    let about = if today.year() == year {
        format!("Năm {year}, tính đến ngày {today}")
    } else {
        format!("Năm {year}")
    };
    let named = scale.iter().zip(&letters);
    let named = named.map(|(level, (_, letter))| format!("{letter}: {}", level.name));
    let signs = match word {
        Word::Own => {
            "✓: đã gửi; dấu *: gửi muộn; –: chưa gửi; ô trống: chưa đến hạn hoặc không sinh hoạt ở chi bộ"
        }
        Word::Branch => "–: chưa đánh giá; ô trống: không sinh hoạt ở chi bộ",
    };
    let legend: Vec<_> = named.chain([signs.to_owned()]).collect();
    let legend = vec![Line::italic(format!("{}.", legend.join("; ")))];

    let mut paper = of_branch(branch, year, title, about);
    paper.wide = true;
    paper.body = vec![
        Part::Table(Listing { columns, rows }),
        Part::Text(Block::whole(legend)),
    ];
    paper
}

fn sign(told: &Told, word: Word, letters: &[(&ItemId, String)]) -> String {
    let letter = |level: &Option<ItemId>| {
        let known = letters.iter().find(|(id, _)| Some(*id) == level.as_ref());
        known.map(|(_, letter)| letter.clone())
    };
    let own = || letter(&told.own).unwrap_or_else(|| "✓".to_owned());
    match (told.cell, word) {
        (MonthCell::Away | MonthCell::Before, _) | (MonthCell::NotYet, Word::Own) => String::new(),
        (MonthCell::Missing, Word::Own) => "–".to_owned(),
        (MonthCell::Rated, Word::Own) => own(),
        (MonthCell::Late, Word::Own) => format!("{}*", own()),
        (_, Word::Branch) => letter(&told.branch).unwrap_or_else(|| "–".to_owned()),
    }
}
