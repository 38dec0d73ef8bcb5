//! Registration (đăng ký làm theo): who has reached the number of commitments that the year's pack asks
//! for, and the sentence that goes up (S0).
//!
//! Everyone who belongs on the day counts, whether anything came from them or not: the denominators
//! are the roster's, never the number of files. So no count can exceed its denominator.

use super::dossier::Dossier;
use super::roster::Person;
use super::{Branch, BranchYear};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::ids::ItemId;
use crate::domain::pack::Quotas;
use crate::domain::people::Standing;
use crate::domain::pledge::PledgeRevision;

/// A year's registration as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    pub year: i32,
    pub on: Day,
    pub quotas: Quotas,
    /// Everyone who belongs on that day, in the roster's order.
    pub rows: Vec<Registrant>,
}

/// One person's registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registrant {
    pub person: ItemId,
    pub standing: Standing,
    /// Commitments asked for; 0: the pack asks nothing of people of this standing.
    pub quota: u8,
    /// Complete commitments of the pledge that counts.
    pub pledged: usize,
    pub came: Came,
}

/// How the pledge that counts came, and when it was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    Not,
    /// Only after the day of the count.
    Later(Day),
    InFile(Day),
    OnPaper(Day),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistrationState {
    /// The pack asks nothing of this person.
    NotAsked,
    None,
    /// Fewer commitments than asked for.
    UnderQuota,
    Registered,
}

/// How many of a group registered. `registered` is never above `of`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupCount {
    pub registered: usize,
    pub of: usize,
}

impl RegistrationState {
    pub fn name(self) -> &'static str {
        match self {
            Self::NotAsked => "Không yêu cầu",
            Self::None => "Chưa đăng ký",
            Self::UnderQuota => "Chưa đủ số việc",
            Self::Registered => "Đã đăng ký",
        }
    }
}

impl Registrant {
    pub fn state(&self) -> RegistrationState {
        match self.came {
            _ if self.quota == 0 => RegistrationState::NotAsked,
            Came::Not | Came::Later(_) => RegistrationState::None,
            _ if self.pledged < usize::from(self.quota) => RegistrationState::UnderQuota,
            _ => RegistrationState::Registered,
        }
    }

    /// The day of what counts.
    pub fn handed_in(&self) -> Option<Day> {
        match self.came {
            Came::InFile(on) | Came::OnPaper(on) => Some(on),
            Came::Not | Came::Later(_) => None,
        }
    }

    /// Commitments still to come.
    pub fn lacks(&self) -> usize {
        usize::from(self.quota).saturating_sub(self.pledged)
    }
}

/// The day as of which a year is counted: today, and of a year that is over its last day.
pub fn counted_on(year: i32, today: Day) -> Day {
    let last = YearMonth::all_of(year).last();
    last.map_or(today, |last| today.min(last.last_day()))
}

/// `dossiers`: of that year.
pub fn registration(branch: &Branch, dossiers: &[Dossier], year: i32, today: Day) -> Registration {
    let on = counted_on(year, today);
    let pack = branch.year(year).and_then(BranchYear::pack);
    let quotas = pack.map(|pack| pack.quotas).unwrap_or_default();
    let row = |person: &Person| {
        let is_of = |dossier: &&Dossier| dossier.person == person.id && dossier.year == year;
        let standing = person.standing_on(on);
        let (came, pledged) = came(dossiers.iter().find(is_of), on);
        Registrant {
            person: person.id.clone(),
            standing,
            quota: quotas.of(standing),
            pledged,
            came,
        }
    };
    Registration {
        year,
        on,
        quotas,
        rows: branch.roster.on(on).map(row).collect(),
    }
}

/// A file counts before a sheet of paper, as in an adoption.
fn came(dossier: Option<&Dossier>, on: Day) -> (Came, usize) {
    let Some(dossier) = dossier else {
        return (Came::Not, 0);
    };
    let paper = dossier.on_paper.filter(|paper| paper.on <= on);
    if let Some(revision) = dossier.counted(on) {
        let complete = revision.commitments.iter().filter(|one| one.is_complete());
        (Came::InFile(revision.submitted_on), complete.count())
    } else if let Some(paper) = paper {
        (Came::OnPaper(paper.on), usize::from(paper.commitments))
    } else {
        let first = dossier.handed_in().first().map(|first| first.submitted_on);
        let first = first.or(dossier.on_paper.map(|paper| paper.on));
        (first.map_or(Came::Not, Came::Later), 0)
    }
}

impl Dossier {
    /// The pledge as it had been handed in last by the end of that day.
    pub fn counted(&self, on: Day) -> Option<&PledgeRevision> {
        let mut latest_first = self.handed_in().iter().rev();
        latest_first.find(|revision| revision.submitted_on <= on)
    }
}

impl Registration {
    /// Of those of whom something is asked.
    pub fn count(&self, is_of: impl Fn(&Registrant) -> bool) -> GroupCount {
        let asked = self.rows.iter().filter(|row| row.quota > 0 && is_of(row));
        let mut count = GroupCount::default();
        for row in asked {
            count.of += 1;
            count.registered += usize::from(row.state() == RegistrationState::Registered);
        }
        count
    }

    pub fn count_of(&self, standing: Standing) -> GroupCount {
        self.count(|row| row.standing == standing)
    }

    /// Those behind a number, in the roster's order.
    pub fn whose(&self, is_it: impl Fn(&Registrant) -> bool) -> Vec<ItemId> {
        let rows = self.rows.iter().filter(|row| is_it(row));
        rows.map(|row| row.person.clone()).collect()
    }

    pub fn row(&self, person: &ItemId) -> Option<&Registrant> {
        self.rows.iter().find(|row| row.person == *person)
    }

    /// The pledges that count, where the branch has their text.
    pub fn pledges<'a>(&'a self, dossiers: &'a [Dossier]) -> Vec<(&'a ItemId, &'a PledgeRevision)> {
        let of = |row: &'a Registrant| {
            let mut all = dossiers.iter();
            let dossier = all.find(|one| one.person == row.person && one.year == self.year)?;
            Some((&row.person, dossier.counted(self.on)?))
        };
        self.rows.iter().filter_map(of).collect()
    }
}
