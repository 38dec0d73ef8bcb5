//! The lines of a table as people, once it is settled what its columns are: names tidied, standings and
//! days read, headings among the people understood as what holds for those below.

use super::roster_columns::{Columns, Meaning, begins_group, read_standing, without_number};
use super::sheet::{Cells, Sheet};
use crate::domain::branch::Departure;
use crate::domain::branch::roster_import::{Holds, Line, Listed};
use crate::domain::letters::{lower, plain};
use crate::domain::{Day, Standing};

/// The lines below the head. `year`: of a day written without one.
pub fn lines(sheet: &Sheet, columns: &Columns, year: i32) -> Vec<Line> {
    let below = columns.head.map_or(0, |head| head + 1);
    let head = columns.head.and_then(|head| sheet.lines.get(head));
    let mut reader = Reader {
        columns,
        year,
        head,
        standing: None,
        group: None,
        behind_total: false,
    };
    let lines = sheet.lines.iter().skip(below);
    lines
        .map(|line| Line {
            number: line.number,
            holds: reader.holds(line),
        })
        .collect()
}

struct Reader<'s> {
    columns: &'s Columns,
    year: i32,
    head: Option<&'s Cells>,
    /// What the last heading said of those below it.
    standing: Option<Standing>,
    group: Option<String>,
    behind_total: bool,
}

impl Reader<'_> {
    fn holds(&mut self, line: &Cells) -> Holds {
        let words = words(line);
        if is_total(line) {
            self.behind_total = true;
            return Holds::Total(words);
        }
        if self.is_heading(line) {
            self.take_heading(&words);
            return Holds::Heading(words);
        }
        Holds::Listed(self.listed(line))
    }

    /// The head once more, the columns' numbers, or words by themselves that name no person.
    fn is_heading(&self, line: &Cells) -> bool {
        let same = |head: &Cells| head.cells == line.cells;
        let letters = |cell: &String| cell.chars().any(char::is_alphabetic);
        if self.head.is_some_and(same) || !line.cells.iter().any(letters) {
            return true;
        }
        let columns = line.cells.iter().zip(&self.columns.meanings);
        let mut filled = columns.filter(|(cell, _)| letters(cell) && !is_roman(cell));
        let (Some((only, meaning)), None) = (filled.next(), filled.next()) else {
            return false;
        };
        // A word under "Đối tượng" or "Tổ" belongs to a line without a name.
        if *meaning != Meaning::Nothing && !meaning.is_of_name() {
            return false;
        }
        let said = plain(without_roman(only));
        begins_group(&said) || read_standing(only).is_some()
    }

    fn take_heading(&mut self, words: &str) {
        let words = without_roman(words);
        let standing = read_standing(words);
        self.standing = standing.or(self.standing);
        if standing.is_none() && begins_group(&plain(words)) {
            self.group = Some(words.trim_end_matches(':').to_owned());
        }
    }

    fn listed(&self, line: &Cells) -> Listed {
        let day = |meaning| self.day(line, meaning);
        let (from, left_on) = (day(Meaning::From), day(Meaning::Left));
        let no_day = [&from, &left_on]
            .into_iter()
            .find_map(|day| day.clone().err());
        let (from, left_on) = (from.ok().flatten(), left_on.ok().flatten());
        let in_order = left_on.is_none_or(|left| from.is_none_or(|from| from < left));
        let backwards = left_on.filter(|_| !in_order).map(|day| day.to_string());
        let group = self.joined(line, Meaning::Group, ", ");
        Listed {
            name: self.name(line),
            standing: self.standing(line),
            duty: self.joined(line, Meaning::Duty, ", "),
            group: if group.is_empty() {
                self.group.clone().unwrap_or_default()
            } else {
                group
            },
            from,
            left: left_on.filter(|_| in_order).map(|on| Departure {
                on,
                to: self.joined(line, Meaning::LeftTo, ", "),
            }),
            no_day: no_day.or(backwards),
            behind_total: self.behind_total,
        }
    }

    /// The filled cells of the columns of that meaning.
    fn cells<'l>(&'l self, line: &'l Cells, meaning: Meaning) -> impl Iterator<Item = &'l str> {
        let columns = self.columns.meanings.iter().zip(&line.cells);
        let of = columns.filter(move |(known, cell)| **known == meaning && !cell.is_empty());
        of.map(|(_, cell)| cell.as_str())
    }

    fn joined(&self, line: &Cells, meaning: Meaning, between: &str) -> String {
        self.cells(line, meaning).collect::<Vec<_>>().join(between)
    }

    fn name(&self, line: &Cells) -> String {
        let whole = self.cells(line, Meaning::Name).next().unwrap_or_default();
        let parts =
            [Meaning::FamilyName, Meaning::GivenName].map(|part| self.joined(line, part, " "));
        let parts = parts.join(" ");
        let name = if whole.is_empty() {
            parts.trim()
        } else {
            whole
        };
        as_name(without_number(name))
    }

    fn standing(&self, line: &Cells) -> Option<Standing> {
        let said = self.cells(line, Meaning::Standing).next();
        if let Some(said) = said {
            return read_standing(said);
        }
        let has = |meaning| self.columns.meanings.contains(&meaning);
        let marked = |meaning| self.cells(line, meaning).any(is_mark);
        let member = marked(Meaning::MemberMark);
        let other = marked(Meaning::OtherMark);
        match (member, other) {
            (true, false) => Some(Standing::Member),
            (false, true) => Some(Standing::NonMember),
            (true, true) => None,
            // One column alone says it by its blanks, too.
            _ if has(Meaning::MemberMark) && !has(Meaning::OtherMark) => Some(Standing::NonMember),
            _ if has(Meaning::OtherMark) && !has(Meaning::MemberMark) => Some(Standing::Member),
            _ => self.standing,
        }
    }

    /// What stands there and is no day comes back as it is written.
    fn day(&self, line: &Cells, meaning: Meaning) -> Result<Option<Day>, String> {
        let Some(cell) = self.cells(line, meaning).next() else {
            return Ok(None);
        };
        let day = Day::from_typed(cell, self.year).or_else(|| cell.parse().ok());
        day.map(Some).ok_or_else(|| cell.to_owned())
    }
}

fn words(line: &Cells) -> String {
    let filled = line.cells.iter().filter(|cell| !cell.is_empty());
    filled.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// "Tổng cộng: 45 người", "Cộng". With its accents, since there are people called Tống Công Minh.
fn is_total(line: &Cells) -> bool {
    let letters = |cell: &&String| cell.chars().any(char::is_alphabetic);
    let first = line.cells.iter().find(letters);
    let said = first.map(|cell| lower(cell)).unwrap_or_default();
    let begins = [
        "tổng cộng",
        "tổng số",
        "cộng:",
        "danh sách này",
        "danh sách có",
    ];
    begins.iter().any(|words| said.starts_with(words))
        || ["cộng", "tổng", "cong", "tong cong", "tong so"].contains(&said.as_str())
}

/// Something that marks: an x, a tick, a day. Not a no.
fn is_mark(cell: &str) -> bool {
    !matches!(plain(cell).as_str(), "khong" | "0" | "ko" | "k" | "chua")
        && !matches!(cell, "-" | "–" | "—" | "." | "/")
}

fn is_roman(cell: &str) -> bool {
    let digits = cell.trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// "II. Quần chúng": the words. "A. …", "1. …" as well.
fn without_roman(words: &str) -> &str {
    match words.split_once(['.', ')', ' ', '-']) {
        Some((number, rest)) if is_roman(number) || number.chars().count() == 1 => {
            rest.trim_start_matches(['.', ')', ' ', '-'])
        }
        _ => without_number(words),
    }
}

/// Names in capitals throughout get small letters behind the first of each word.
fn as_name(name: &str) -> String {
    let has_small = name.split(' ').any(|word| {
        let mut behind = word.chars().skip(1);
        behind.any(char::is_lowercase)
    });
    let in_capitals = name.chars().filter(|c| c.is_uppercase()).count() > 1;
    if has_small || !in_capitals {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter();
        first.collect::<String>() + &lower(letters.as_str())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
