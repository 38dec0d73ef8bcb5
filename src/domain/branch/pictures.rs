//! What the desk's pictures show: the branch's months as shares, and this year's registration and
//! classification beside last year's.

use super::dossier::Dossier;
use super::months::{Matrix, MonthCount, Word, matrix};
use super::registration::{GroupCount, Registration};
use super::{Branch, BranchYear, class_name};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::pack::usual_classes;
use crate::domain::people::Standing;
use crate::domain::review::Review;

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
pub type Compared = (String, GroupCount, GroupCount);

/// Registration against the year before; groups of whom nothing was asked in either year are left out.
pub fn compared(now: &Registration, before: &Registration) -> Vec<Compared> {
    let of = |name: &str, standing| {
        let name = name.to_owned();
        (name, now.count_of(standing), before.count_of(standing))
    };
    let whole = (now.count(|_| true), before.count(|_| true));
    let mut lines = vec![
        ("Cả chi bộ".to_owned(), whole.0, whole.1),
        of("Đảng viên", Standing::Member),
        of("Quần chúng", Standing::NonMember),
    ];
    lines.retain(|(_, now, before)| now.of + before.of > 0);
    lines
}

/// The yearly classification against the year before, best class first, by the classes' names: how many
/// of those who were classified. None where nobody was, in either year.
pub fn classes(
    branch: &Branch,
    now: &[Dossier],
    before: &[Dossier],
    year: i32,
    word: Word,
) -> Vec<Compared> {
    let now = classified(branch, now, year, Review::FullYear, word);
    let before = classified(branch, before, year - 1, Review::FullYear, word);
    if now.is_empty() && before.is_empty() {
        return Vec::new();
    }
    let own = branch.year(year);
    let classes = own.map_or_else(usual_classes, BranchYear::classes);
    let mut names: Vec<_> = classes.into_iter().map(|class| class.name).collect();
    // Of another year's classification.
    for name in now.iter().chain(&before) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let line = |name: String| {
        let of = |classified: &[String]| GroupCount {
            registered: classified.iter().filter(|one| **one == name).count(),
            of: classified.len(),
        };
        let (now, before) = (of(&now), of(&before));
        (name, now, before)
    };
    names.into_iter().map(line).collect()
}

/// The name of each person's class in the year's review.
pub(super) fn classified(
    branch: &Branch,
    dossiers: &[Dossier],
    year: i32,
    review: Review,
    word: Word,
) -> Vec<String> {
    let class = |dossier: &Dossier| match word {
        Word::Branch => {
            let concluded = dossier.conclusions.get(&review)?;
            Some(class_name(branch.year(year), concluded.level.as_ref()?))
        }
        Word::Own => {
            let handed = dossier.received.as_ref()?.reviews.get(&review)?;
            handed.value.class.as_ref().map(|class| class.name.clone())
        }
    };
    let of_year = dossiers.iter().filter(|dossier| dossier.year == year);
    of_year.filter_map(class).collect()
}
