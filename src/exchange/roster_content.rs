//! What the columns of a list without a head are, by what stands in them.

use super::roster_columns::{Meaning, begins_group, read_standing, without_number};
use super::sheet::Sheet;
use crate::domain::letters::plain;

/// Lines looked at for a guess.
const LOOKED_AT: usize = 60;

/// As many as the table is wide.
pub(super) fn by_content(sheet: &Sheet) -> Vec<Meaning> {
    let columns: Vec<Column> = (0..sheet.width).map(|at| Column::of(sheet, at)).collect();
    let mut meanings = vec![Meaning::Nothing; sheet.width];
    let likeliest = columns
        .iter()
        .enumerate()
        .max_by_key(|(at, column)| (column.family_names, sheet.width - at));
    let Some((name, column)) = likeliest else {
        return meanings;
    };
    meanings[name] = Meaning::Name;
    if columns.get(name + 1).is_some_and(|next| column.needs(next)) {
        meanings[name] = Meaning::FamilyName;
        meanings[name + 1] = Meaning::GivenName;
    }
    for (meaning, column) in meanings.iter_mut().zip(&columns) {
        if *meaning != Meaning::Nothing || column.filled == 0 {
            continue;
        }
        let most = |count: usize| count * 2 > column.filled;
        if most(column.standings) {
            *meaning = Meaning::Standing;
        } else if most(column.groups) {
            *meaning = Meaning::Group;
        }
    }
    // The first words that are nothing else.
    let of_words = |(at, column): &(usize, &Column)| *at > name && column.words * 2 > column.filled;
    let free = |(at, _): &(usize, &Column)| meanings[*at] == Meaning::Nothing;
    let duty = columns.iter().enumerate().filter(free).find(of_words);
    if let Some((at, _)) = duty {
        meanings[at] = Meaning::Duty;
    }
    meanings
}

/// How many cells of a column look like what.
#[derive(Default)]
struct Column {
    filled: usize,
    /// Begin with a family name.
    family_names: usize,
    /// Of one word.
    single: usize,
    distinct: Vec<String>,
    standings: usize,
    groups: usize,
    /// Of three letters or more, without digits.
    words: usize,
}

impl Column {
    fn of(sheet: &Sheet, at: usize) -> Self {
        let mut column = Self::default();
        for line in sheet.lines.iter().take(LOOKED_AT) {
            let Some(cell) = line.cells.get(at).filter(|cell| !cell.is_empty()) else {
                continue;
            };
            let said = plain(without_number(cell));
            let count = said.split(' ').count();
            let named = said.split(' ').next().is_some_and(is_family_name);
            column.filled += 1;
            column.family_names += usize::from(named && (1..=7).contains(&count));
            column.single += usize::from(count == 1);
            column.standings += usize::from(read_standing(cell).is_some());
            column.groups += usize::from(begins_group(&said));
            let no_digit = !said.bytes().any(|byte| byte.is_ascii_digit());
            column.words += usize::from(no_digit && said.len() >= 3);
            if !column.distinct.contains(&said) {
                column.distinct.push(said);
            }
        }
        column
    }

    /// Whether the names go on in the next column: single words, hardly one like the other,
    /// and not of men and women (Nam, Nữ).
    fn needs(&self, next: &Self) -> bool {
        let mut distinct = next.distinct.iter();
        let of_sex = distinct.all(|word| ["nam", "nu"].contains(&word.as_str()));
        let varied = next.distinct.len() * 2 > next.filled && !of_sex;
        next.filled > 0 && next.single * 5 > next.filled * 4 && next.words > 0 && varied
    }
}

/// The first words of most names, without accents.
const FAMILY_NAMES: &str = " nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam phung mai to ha cao luong luu chau ta thai quach kieu tang bach la han nghiem chu hua khuat dam ninh au lai lo luc nong be ma trieu vi sam ban giang than diep ong lu cu quan mac tu ton khong thach son kim danh ";

fn is_family_name(word: &str) -> bool {
    !word.is_empty() && FAMILY_NAMES.contains(&format!(" {word} "))
}
