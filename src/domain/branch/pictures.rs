//! What the desk's pictures show: the branch's months as shares, and this year's registration beside
//! last year's.

use super::Branch;
use super::dossier::Dossier;
use super::months::{Matrix, MonthCount, matrix};
use super::registration::{GroupCount, Registration};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::people::Standing;

/// A group's months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    pub name: String,
    /// Twelve, January first.
    pub months: Vec<(YearMonth, MonthCount)>,
}

impl MonthCount {
    /// Of those who owe the month, how many in a hundred brought it, late or not, rounded down, so
    /// that 100 is everyone. `None` where nobody owes it, or it is still to come.
    pub fn percent(&self) -> Option<usize> {
        let still_open = self.here() == 0 && self.missing == 0;
        (self.of > 0 && !still_open).then(|| self.here() * 100 / self.of)
    }
}

/// The whole branch, then each group in the roster's order where there are several.
pub fn heat(branch: &Branch, dossiers: &[Dossier], year: i32, today: Day) -> Vec<HeatRow> {
    let all = matrix(branch, dossiers, year, today);
    let mut groups: Vec<&str> = Vec::new();
    for person in &branch.roster.people {
        if !groups.contains(&person.group.as_str()) {
            groups.push(&person.group);
        }
    }
    let of_group = |group: &&str| {
        let rows = all.rows.iter().filter(|row| {
            let person = branch.roster.person(&row.person);
            person.is_some_and(|person| person.group == *group)
        });
        let name = if group.is_empty() {
            "Chưa xếp tổ"
        } else {
            group
        };
        row(
            name,
            &Matrix {
                rows: rows.cloned().collect(),
            },
            year,
        )
    };
    let mut rows = vec![row("Cả chi bộ", &all, year)];
    if groups.len() > 1 {
        rows.extend(groups.iter().map(of_group));
    }
    // Nobody of it owes any month of this year.
    rows.retain(|row| row.months.iter().any(|(_, count)| count.of > 0));
    rows
}

fn row(name: &str, matrix: &Matrix, year: i32) -> HeatRow {
    let months = YearMonth::all_of(year).map(|month| (month, matrix.count(month)));
    HeatRow {
        name: name.to_owned(),
        months: months.collect(),
    }
}

/// One line of a comparison: what, this year, last year.
pub type Compared = (&'static str, GroupCount, GroupCount);

/// Registration against the year before; groups of whom nothing was asked in either year are left out.
pub fn compared(now: &Registration, before: &Registration) -> Vec<Compared> {
    let whole = ("Cả chi bộ", now.count(|_| true), before.count(|_| true));
    let of = |name, standing| (name, now.count_of(standing), before.count_of(standing));
    let mut lines = vec![
        whole,
        of("Đảng viên", Standing::Member),
        of("Quần chúng", Standing::NonMember),
    ];
    lines.retain(|(_, now, before)| now.of + before.of > 0);
    lines
}
