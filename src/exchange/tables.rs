//! The branch's tables for a spreadsheet: what stands in them, and the text of a CSV file. (The Office program
//! makes a workbook of the same.) They are for people to count with; what the page opens again is the backup.
//!
//! CSV is UTF-8 with its mark (Excel takes it for the local code page otherwise), CRLF between lines, every
//! cell safe to open.

use std::fmt;

use so_tay_derive::in_files;

use crate::domain::branch::months::{MonthCell, Word, matrix};
use crate::domain::branch::registration::{Registrant, registration};
use crate::domain::branch::{Award, Branch, Dossier, Person, level_name};
use crate::domain::{Day, YearMonth};

/// A table: a head, a line for each, and maybe what they come to.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Of its tab in a workbook: at most 31 letters, none of `[]:*?/\`.
    pub name: String,
    pub head: Vec<String>,
    /// As wide as the head, each of them.
    pub rows: Vec<Vec<Cell>>,
    /// As wide as the head, or empty.
    pub foot: Vec<Cell>,
}

/// What a spreadsheet shall know as a number or a day, else text: never a formula.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    Text(String),
    Number(u32),
    Day(Day),
}

impl Cell {
    const BLANK: Self = Self::Text(String::new());

    fn day(day: Option<Day>) -> Self {
        day.map_or(Self::BLANK, Self::Day)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl Grid {
    fn of(name: &str, head: &[&str], rows: Vec<Vec<Cell>>) -> Self {
        Self {
            name: name.to_owned(),
            head: head.iter().map(|name| (*name).to_owned()).collect(),
            rows,
            foot: Vec::new(),
        }
    }

    /// Its lines in words, the head first.
    pub fn texts(&self) -> Vec<Vec<String>> {
        let foot = Some(&self.foot).filter(|foot| !foot.is_empty());
        let lines = self.rows.iter().chain(foot);
        let lines = lines.map(|row| row.iter().map(Cell::to_string).collect());
        std::iter::once(self.head.clone()).chain(lines).collect()
    }
}

/// Lines as the text of a file.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<_> = row.iter().map(|text| safe(text)).collect();
        text += &cells.join(",");
        text += "\r\n";
    }
    text
}

/// What a spreadsheet would take for a formula gets an apostrophe before it; also behind blanks, which
/// some programs pass over.
fn safe(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}']).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    let marked = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    let plain = !marked.contains(['"', ',', ';', '\n', '\r', '\t']) && marked.trim() == marked;
    if plain {
        marked
    } else {
        format!("\"{}\"", marked.replace('"', "\"\""))
    }
}

fn number(count: impl TryInto<u32>) -> Cell {
    Cell::Number(count.try_into().unwrap_or(u32::MAX))
}

/// danh sách: everyone who is or was on it, as of today.
pub fn roster_table(branch: &Branch, today: Day) -> Grid {
    let line = |person: &Person| {
        let first = person.stays.first();
        let last = person.stays.last();
        let left = last.and_then(|stay| stay.departure.as_ref());
        vec![
            person.name.clone().into(),
            person.standing_on(today).name().to_owned().into(),
            person.duty.clone().into(),
            person.group.clone().into(),
            Cell::day(first.and_then(|stay| stay.from)),
            Cell::day(left.map(|left| left.on)),
            left.map(|left| left.to.clone()).unwrap_or_default().into(),
        ]
    };
    let names = [
        "Họ tên",
        "Đối tượng",
        "Chức vụ, nhiệm vụ",
        "Tổ, phòng",
        "Từ ngày",
        "Rời ngày",
        "Chuyển đến",
    ];
    let rows = branch.roster.people.iter().map(line).collect();
    Grid::of("Danh sách", &names, rows)
}

/// đăng ký: everyone who counts, with where they stand, and the sentence below.
pub fn registration_table(branch: &Branch, dossiers: &[Dossier], year: i32, today: Day) -> Grid {
    let told = registration(branch, dossiers, year, today);
    let of_year = branch.year(year);
    let line = |row: &Registrant| {
        let person = branch.roster.person(&row.person)?;
        let is_of = |one: &&Dossier| one.person == row.person && one.year == year;
        let adopted = dossiers.iter().find(is_of).and_then(|one| one.adopted);
        let reason = of_year.and_then(|of_year| of_year.reasons.get(&row.person));
        // It is kept when the pledge came after all; then it is no reason any more.
        let reason = reason.filter(|_| row.lacks() > 0).cloned();
        Some(vec![
            person.name.clone().into(),
            person.group.clone().into(),
            row.standing.name().to_owned().into(),
            number(row.pledged),
            number(row.quota),
            row.state().name().to_owned().into(),
            Cell::day(row.handed_in()),
            Cell::day(adopted.map(|adopted| adopted.on)),
            reason.unwrap_or_default().into(),
        ])
    };
    let names = [
        "Họ tên",
        "Tổ, phòng",
        "Đối tượng",
        "Số việc đăng ký",
        "Số việc yêu cầu",
        "Kết quả",
        "Nộp ngày",
        "Thông qua ngày",
        "Lý do chưa đăng ký",
    ];
    let rows = told.rows.iter().filter_map(line).collect();
    let mut grid = Grid::of("Đăng ký", &names, rows);
    grid.foot = vec![Cell::BLANK; names.len()];
    grid.foot[0] = told.sentence().into();
    grid
}

/// theo dõi: people × months, in words; whose word it is, is chosen.
pub fn months_table(
    branch: &Branch,
    dossiers: &[Dossier],
    year: i32,
    today: Day,
    word: Word,
) -> Grid {
    let matrix = matrix(branch, dossiers, year, today);
    let of_year = branch.year(year);
    let names = YearMonth::all_of(year).map(|month| format!("Tháng {}", month.number()));
    let head = ["Họ tên", "Tổ, phòng"].map(str::to_owned);
    let lines = matrix.rows.iter().filter_map(|row| {
        let person = branch.roster.person(&row.person)?;
        let cells = row.months.iter().map(|told| {
            let level = |id| level_name(of_year, id);
            match word {
                Word::Own => told.cell.words(told.own.as_ref().map(level)),
                Word::Branch => told.branch.as_ref().map(level).unwrap_or_default(),
            }
        });
        let name = [person.name.clone(), person.group.clone()].into_iter();
        Some(name.chain(cells).map(Cell::Text).collect())
    });
    let counts = YearMonth::all_of(year).map(|month| {
        let count = matrix.count(month);
        let here = match word {
            Word::Own => count.here(),
            Word::Branch => count.assessed,
        };
        let due = matrix
            .of_month(month)
            .any(|(_, told)| !matches!(told.cell, MonthCell::Before));
        if due && month <= today.month() {
            // A fraction would be taken for a day.
            format!("{here} trên {}", count.of)
        } else {
            String::new()
        }
    });
    let (name, label) = match word {
        Word::Own => ("Tự đánh giá", "Đã gửi"),
        Word::Branch => ("Chi bộ đánh giá", "Đã đánh giá"),
    };
    let foot = [label.to_owned(), String::new()].into_iter().chain(counts);
    Grid {
        name: name.to_owned(),
        head: head.into_iter().chain(names).collect(),
        rows: lines.collect(),
        foot: foot.map(Cell::Text).collect(),
    }
}

/// biểu dương
pub fn commendations_table(branch: &Branch, year: i32) -> Grid {
    let names = ["Cấp", "Loại", "Tên", "Số lượng", "Ngày", "Về việc"];
    let of_year = branch.year(year);
    let all = of_year.into_iter().flat_map(|year| &year.commendations);
    let lines = all.map(|one| {
        let counts = one.award.counts();
        let (kind, count) = match counts.collectives {
            0 => ("Cá nhân", counts.people),
            count => ("Tập thể", count),
        };
        let name = match &one.award {
            Award::Person(id) => branch.roster.called(id),
            Award::Named(name) | Award::Collective(name) => name.clone(),
            Award::Collectives(_) | Award::People(_) => String::new(),
        };
        vec![
            one.level.name().to_owned().into(),
            kind.to_owned().into(),
            name.into(),
            number(count),
            Cell::day(one.on),
            one.merit.clone().into(),
        ]
    });
    Grid::of("Biểu dương", &names, lines.collect())
}
