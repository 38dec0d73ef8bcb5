//! The months of a year over the whole branch (theo dõi): who rated which month, in time or late,
//! what is missing, and beside it what the branch itself said of each.
//!
//! A month is owed by those who belong on its last day: so by a newcomer from the month of joining on,
//! and not by somebody who left in its course. It is missing once the branch meeting that takes it up
//! is over (S4). Months before the first that anyone handed in, or that the branch assessed, are held
//! against nobody: the branch began with them later.

use super::dossier::{Dossier, Versioned};
use super::roster::Person;
use super::{Branch, BranchYear, PackSeries};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::handover::HandedMonth;
use crate::domain::ids::ItemId;
pub use crate::domain::pack::level_letters;
use crate::domain::pack::usual_scale;
use crate::domain::rating::in_time_until;

/// Where one month of one person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthCell {
    /// The person did not belong at the month's end.
    Away,
    /// Before the branch began with the months.
    Before,
    /// Nothing came, and the meeting is still to be.
    NotYet,
    Rated,
    /// The person called it done after the meeting.
    Late,
    /// Nothing came, and the meeting is over.
    Missing,
}

impl MonthCell {
    /// In words, with the level where the person gave one.
    pub fn words(self, level: Option<String>) -> String {
        let rated = level.unwrap_or_else(|| "đã gửi".to_owned());
        match self {
            Self::Away | Self::Before => String::new(),
            Self::NotYet => "chưa gửi, còn hạn".to_owned(),
            Self::Rated => rated,
            Self::Late => format!("{rated}, gửi muộn"),
            Self::Missing => "chưa gửi".to_owned(),
        }
    }
}

/// Whose word on a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The person's.
    Own,
    Branch,
}

/// One month of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub cell: MonthCell,
    /// What the person said of the month: see [`own_level`].
    pub own: Option<ItemId>,
    /// What the branch said.
    pub branch: Option<ItemId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonMonths {
    pub person: ItemId,
    /// Twelve, January first.
    pub months: Vec<Told>,
}

/// People × months of one year, as of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Those who owe at least one month, in the roster's order.
    pub rows: Vec<PersonMonths>,
}

/// How a month stands over the branch. `rated + late + missing + waiting` is `of`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthCount {
    /// Who owe the month.
    pub of: usize,
    /// In time.
    pub rated: usize,
    pub late: usize,
    pub missing: usize,
    pub waiting: usize,
    /// By the branch.
    pub assessed: usize,
}

impl MonthCount {
    /// Đủ: those whose month is here, late or not.
    pub fn here(&self) -> usize {
        self.rated + self.late
    }
}

/// Somebody whose last months are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    pub person: ItemId,
    /// Missing in a row, up to the last that is due; never empty.
    pub months: Vec<YearMonth>,
}

/// The months of a year as of today.
pub fn matrix(branch: &Branch, dossiers: &[Dossier], year: i32, today: Day) -> Matrix {
    let blank = BranchYear::new(year);
    let own = branch.year(year).unwrap_or(&blank);
    let begun = begun(own, dossiers);
    let meeting_day = own.meeting_day();
    let row = |person: &Person| {
        let dossier = dossiers
            .iter()
            .find(|dossier| dossier.person == person.id && dossier.year == year);
        let told = |month: YearMonth| {
            let handed = dossier.and_then(|dossier| dossier.month(month));
            let cell = cell(person, month, handed, begun, meeting_day, today);
            let owed = !matches!(cell, MonthCell::Away);
            let assessed = dossier.and_then(|dossier| dossier.assessments.get(&month));
            Told {
                cell,
                own: handed
                    .filter(|_| owed)
                    .and_then(|handed| own_level(&handed.value, own.packs.as_ref())),
                branch: assessed
                    .filter(|_| owed)
                    .and_then(|assessed| assessed.level.clone()),
            }
        };
        let months: Vec<_> = YearMonth::all_of(year).map(told).collect();
        let owes = months.iter().any(|told| told.cell != MonthCell::Away);
        owes.then(|| PersonMonths {
            person: person.id.clone(),
            months,
        })
    };
    Matrix {
        rows: branch.roster.people.iter().filter_map(row).collect(),
    }
}

/// The first month of which anyone said something; `None` while nobody did, so that what is due is
/// seen to be missing.
fn begun(own: &BranchYear, dossiers: &[Dossier]) -> Option<YearMonth> {
    let of_year = |month: &&YearMonth| month.year() == own.year;
    let handed = dossiers.iter().filter_map(|dossier| {
        let received = dossier.received.as_ref()?;
        received.months.keys().find(of_year)
    });
    let assessed = dossiers
        .iter()
        .filter_map(|dossier| dossier.assessments.keys().find(of_year));
    let of_itself = own.own_months.keys().find(of_year);
    handed.chain(assessed).chain(of_itself).min().copied()
}

fn cell(
    person: &Person,
    month: YearMonth,
    handed: Option<&Versioned<HandedMonth>>,
    begun: Option<YearMonth>,
    meeting_day: u8,
    today: Day,
) -> MonthCell {
    let until = in_time_until(month, meeting_day);
    match handed {
        _ if !person.belongs_on(month.last_day()) => MonthCell::Away,
        Some(handed) if handed.value.completed_on > until => MonthCell::Late,
        Some(_) => MonthCell::Rated,
        None if today <= until => MonthCell::NotYet,
        None if begun.is_some_and(|begun| month < begun) => MonthCell::Before,
        None => MonthCell::Missing,
    }
}

/// The level of a whole month that the person rated: that of the commitment rated lowest. A mean or
/// the commonest would hide just the one that the meeting should talk about. By the scale of the
/// pack that it was rated by; levels that no scale knows say nothing.
pub fn own_level(handed: &HandedMonth, packs: Option<&PackSeries>) -> Option<ItemId> {
    let pack = packs.and_then(|packs| packs.by(&handed.pack));
    let scale = pack.map_or_else(usual_scale, |pack| pack.scale.clone());
    let levels = handed.commitments.values().filter_map(|rated| {
        let id = rated.level.as_ref()?;
        scale.iter().position(|level| level.id == *id)
    });
    let lowest = scale.get(levels.max()?)?;
    Some(lowest.id.clone())
}

impl Matrix {
    /// The people's months, by number from 1.
    pub fn of_month(&self, month: YearMonth) -> impl Iterator<Item = (&ItemId, &Told)> {
        let index = usize::from(month.number()) - 1;
        let rows = self.rows.iter();
        rows.filter_map(move |row| Some((&row.person, row.months.get(index)?)))
            .filter(|(_, told)| told.cell != MonthCell::Away)
    }

    pub fn count(&self, month: YearMonth) -> MonthCount {
        let mut count = MonthCount::default();
        for (_, told) in self.of_month(month) {
            match told.cell {
                MonthCell::Away | MonthCell::Before => continue,
                MonthCell::NotYet => count.waiting += 1,
                MonthCell::Rated => count.rated += 1,
                MonthCell::Late => count.late += 1,
                MonthCell::Missing => count.missing += 1,
            }
            count.of += 1;
            count.assessed += usize::from(told.branch.is_some());
        }
        count
    }

    /// Whose month stands so: the names behind a count.
    pub fn whose(&self, month: YearMonth, stands: impl Fn(&Told) -> bool) -> Vec<ItemId> {
        self.of_month(month)
            .filter(|(_, told)| stands(told))
            .map(|(person, _)| person.clone())
            .collect()
    }

    /// Whose last due months are missing, the longest behind first. Those who left are not reminded.
    pub fn behind(&self, branch: &Branch, year: i32, today: Day) -> Vec<Behind> {
        let mut behind: Vec<_> = self
            .rows
            .iter()
            .filter(|row| {
                let person = branch.roster.person(&row.person);
                person.is_some_and(|person| person.belongs_on(today))
            })
            .filter_map(|row| {
                let due = YearMonth::all_of(year).zip(&row.months);
                let due = due.filter(|(_, told)| told.cell != MonthCell::NotYet);
                let last: Vec<_> = due.collect();
                let missing = last.iter().rev();
                let missing = missing.take_while(|(_, told)| told.cell == MonthCell::Missing);
                let mut months: Vec<_> = missing.map(|(month, _)| *month).collect();
                months.reverse();
                (!months.is_empty()).then(|| Behind {
                    person: row.person.clone(),
                    months,
                })
            })
            .collect();
        behind.sort_by_key(|behind| std::cmp::Reverse(behind.months.len()));
        behind
    }
}

impl Dossier {
    /// The month as it was handed over.
    pub fn month(&self, month: YearMonth) -> Option<&Versioned<HandedMonth>> {
        self.received.as_ref()?.months.get(&month)
    }
}
