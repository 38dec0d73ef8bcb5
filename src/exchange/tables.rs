//! Tables for a spreadsheet: CSV in UTF-8 with its mark (Excel takes it for the local code page
//! otherwise), CRLF between lines, every cell safe to open. They are for people to count with; what the
//! page opens again is the backup.

use super::names::slug;
use crate::domain::branch::months::{MonthCell, Word, matrix};
use crate::domain::branch::registration::{Registrant, registration};
use crate::domain::branch::{Award, Branch, Dossier, Person, level_name};
use crate::domain::{Day, YearMonth};

/// `so-tay_danh-sach_chi-bo-2_2026_20261122.csv`
pub fn table_name(what: &str, branch: &Branch, year: i32, day: Day) -> String {
    format!(
        "so-tay_{what}_{}_{year}_{}.csv",
        slug(&branch.name),
        day.compact()
    )
}

/// The lines of a table, its head first.
pub type Rows = Vec<Vec<String>>;

/// A table as the text of its file.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<_> = row.iter().map(|text| cell(text)).collect();
        text += &cells.join(",");
        text += "\r\n";
    }
    text
}

/// What a spreadsheet would take for a formula gets an apostrophe before it; also behind blanks, which
/// some programs pass over.
fn cell(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}']).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    let safe = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    let plain = !safe.contains(['"', ',', ';', '\n', '\r', '\t']) && safe.trim() == safe;
    if plain {
        safe
    } else {
        format!("\"{}\"", safe.replace('"', "\"\""))
    }
}

fn head(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn shown(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// danh sách: everyone who is or was on it, as of today.
pub fn roster_table(branch: &Branch, today: Day) -> Rows {
    let line = |person: &Person| {
        let first = person.stays.first();
        let last = person.stays.last();
        let left = last.and_then(|stay| stay.departure.as_ref());
        vec![
            person.name.clone(),
            person.standing_on(today).name().to_owned(),
            person.duty.clone(),
            person.group.clone(),
            shown(first.and_then(|stay| stay.from)),
            shown(left.map(|left| left.on)),
            left.map(|left| left.to.clone()).unwrap_or_default(),
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
    std::iter::once(head(&names))
        .chain(branch.roster.people.iter().map(line))
        .collect()
}

/// đăng ký: everyone who counts, with where they stand, and the sentence below.
pub fn registration_table(branch: &Branch, dossiers: &[Dossier], year: i32, today: Day) -> Rows {
    let told = registration(branch, dossiers, year, today);
    let of_year = branch.year(year);
    let line = |row: &Registrant| {
        let person = branch.roster.person(&row.person)?;
        let is_of = |one: &&Dossier| one.person == row.person && one.year == year;
        let adopted = dossiers.iter().find(is_of).and_then(|one| one.adopted);
        let reason = of_year.and_then(|of_year| of_year.reasons.get(&row.person));
        Some(vec![
            person.name.clone(),
            person.group.clone(),
            row.standing.name().to_owned(),
            row.pledged.to_string(),
            row.quota.to_string(),
            row.state().name().to_owned(),
            shown(row.handed_in()),
            shown(adopted.map(|adopted| adopted.on)),
            // It is kept when the pledge came after all; then it is no reason any more.
            reason
                .filter(|_| row.lacks() > 0)
                .cloned()
                .unwrap_or_default(),
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
    let mut foot = vec![String::new(); names.len()];
    foot[0] = told.sentence();
    let lines = told.rows.iter().filter_map(line);
    std::iter::once(head(&names))
        .chain(lines)
        .chain([foot])
        .collect()
}

/// theo dõi: people × months, in words; whose word it is, is chosen.
pub fn months_table(
    branch: &Branch,
    dossiers: &[Dossier],
    year: i32,
    today: Day,
    word: Word,
) -> Rows {
    let matrix = matrix(branch, dossiers, year, today);
    let of_year = branch.year(year);
    let names = YearMonth::all_of(year).map(|month| format!("Tháng {}", month.number()));
    let head = ["Họ tên", "Tổ, phòng"]
        .map(str::to_owned)
        .into_iter()
        .chain(names)
        .collect();
    let lines = matrix.rows.iter().filter_map(|row| {
        let person = branch.roster.person(&row.person)?;
        let cells = row.months.iter().map(|told| {
            let level = |id| level_name(of_year, id);
            match word {
                Word::Own => told.cell.words(told.own.as_ref().map(level)),
                Word::Branch => told.branch.as_ref().map(level).unwrap_or_default(),
            }
        });
        let name = [person.name.clone(), person.group.clone()];
        Some(name.into_iter().chain(cells).collect())
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
    let label = match word {
        Word::Own => "Đã gửi",
        Word::Branch => "Đã đánh giá",
    };
    let foot = [label.to_owned(), String::new()]
        .into_iter()
        .chain(counts)
        .collect();
    std::iter::once(head).chain(lines).chain([foot]).collect()
}

/// biểu dương
pub fn commendations_table(branch: &Branch, year: i32) -> Rows {
    let names = ["Cấp", "Loại", "Tên", "Số lượng", "Ngày", "Về việc"];
    let of_year = branch.year(year);
    let all = of_year.into_iter().flat_map(|year| &year.commendations);
    let lines = all.map(|one| {
        let counts = one.award.counts();
        let (kind, number) = match counts.collectives {
            0 => ("Cá nhân", counts.people),
            number => ("Tập thể", number),
        };
        let name = match &one.award {
            Award::Person(id) => branch.roster.called(id),
            Award::Named(name) | Award::Collective(name) => name.clone(),
            Award::Collectives(_) | Award::People(_) => String::new(),
        };
        vec![
            one.level.name().to_owned(),
            kind.to_owned(),
            name,
            number.to_string(),
            shown(one.on),
            one.merit.clone(),
        ]
    });
    std::iter::once(head(&names)).chain(lines).collect()
}
