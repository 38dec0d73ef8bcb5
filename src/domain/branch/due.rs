//! What the secretary should do now: the one question of the overview. The sibling of
//! [`due`](crate::domain::due) in the handbook.
//!
//! First what everything else rests on, the roster and the pack; then what has its day, the meeting;
//! then what the last meeting left to be recorded; then what only waits.

use super::adoption::PledgeStanding;
use super::assess::open_shortcomings;
use super::months::{MonthCount, matrix};
use super::turns::meeting_on;
use super::{Branch, Dossier};
use crate::domain::calendar::{Day, Quarter, YearMonth};
use crate::domain::ids::ItemId;
use crate::domain::review::Review;

/// A meeting is due this many days ahead.
const AHEAD: i32 = 7;
/// A backup is old after this many days, as in the handbook.
const BACKUP: i32 = 30;

/// The most urgent thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BranchDue {
    /// Nobody belongs to the branch yet.
    EnterRoster,
    /// No pack was given out for the year; `begun`: one is being written.
    IssuePack { begun: bool },
    /// The meeting on that day, not recorded as held; `days_left` is 0 on the day itself.
    Prepare {
        month: YearMonth,
        on: Day,
        days_left: i32,
    },
    /// Pledges that were handed in, or changed, and that no meeting adopted.
    Adopt { waiting: usize },
    /// Last month, whose meeting is over: people without the branch's assessment, and whether the
    /// branch's of itself is missing too.
    Assess {
        month: YearMonth,
        left: usize,
        itself: bool,
    },
    /// Reviews that were handed in and that the branch did not conclude on. `year`: theirs.
    Conclude {
        year: i32,
        review: Review,
        waiting: usize,
    },
    /// Shortcomings past their deadline.
    PutRight { overdue: usize },
    /// `days`: since the last backup; `None`: there never was one.
    BackUp { days: Option<i32> },
    /// Pledges of people who gave no reason for having none; some came, or none yet.
    AwaitPledges { missing: usize, of: usize },
    /// Last month before its meeting.
    AwaitMonth { month: YearMonth, count: MonthCount },
}

/// What the rule looks at.
#[derive(Clone, Copy)]
pub struct Books<'a> {
    pub branch: &'a Branch,
    /// Of today's year.
    pub dossiers: &'a [Dossier],
    /// Of the year before.
    pub of_last_year: &'a [Dossier],
    pub today: Day,
    /// The day of the last backup of the branch.
    pub backed_up_on: Option<Day>,
}

pub fn due_now(books: Books) -> Option<BranchDue> {
    roster_due(books)
        .or_else(|| last_years_reviews_due(books))
        .or_else(|| pack_due(books))
        .or_else(|| meeting_due(books))
        .or_else(|| adoption_due(books))
        .or_else(|| assessment_due(books))
        .or_else(|| reviews_due(books))
        .or_else(|| overdue(books))
        .or_else(|| backup_due(books))
        .or_else(|| pledges_due(books))
        .or_else(|| month_due(books))
}

/// The meeting that comes next, today's included unless it is recorded as held.
pub fn next_meeting(branch: &Branch, today: Day) -> Option<(YearMonth, Day)> {
    let this = today.month();
    let next = || {
        let next = this.next()?;
        Some((next, meeting_on(branch, next)))
    };
    let on = meeting_on(branch, this);
    (on >= today && !is_held(branch, this))
        .then_some((this, on))
        .or_else(next)
}

fn is_held(branch: &Branch, month: YearMonth) -> bool {
    let year = branch.year(month.year());
    let meeting = year.and_then(|year| year.meetings.get(&month));
    meeting.is_some_and(|meeting| meeting.held_on.is_some())
}

fn roster_due(books: Books) -> Option<BranchDue> {
    let mut people = books.branch.roster.on(books.today);
    people.next().is_none().then_some(BranchDue::EnterRoster)
}

fn pack_due(books: Books) -> Option<BranchDue> {
    let year = books.branch.year(books.today.year());
    let packs = year.and_then(|year| year.packs.as_ref());
    let issued = packs.is_some_and(|packs| !packs.issued.is_empty());
    (!issued).then_some(BranchDue::IssuePack {
        begun: packs.is_some(),
    })
}

fn meeting_due(books: Books) -> Option<BranchDue> {
    let (month, on) = next_meeting(books.branch, books.today)?;
    let days_left = on.days_since(books.today);
    (days_left <= AHEAD).then_some(BranchDue::Prepare {
        month,
        on,
        days_left,
    })
}

fn adoption_due(books: Books) -> Option<BranchDue> {
    let waiting = waiting_for_adoption(books.branch, books.dossiers, books.today);
    (waiting > 0).then_some(BranchDue::Adopt { waiting })
}

/// How many of those who belong on that day handed in what no meeting adopted.
pub fn waiting_for_adoption(branch: &Branch, dossiers: &[Dossier], today: Day) -> usize {
    let waits = |dossier: &&Dossier| {
        let person = branch.roster.person(&dossier.person);
        person.is_some_and(|person| person.belongs_on(today))
            && matches!(
                dossier.pledge_standing(),
                PledgeStanding::Waiting(_) | PledgeStanding::Changed { .. }
            )
    };
    dossiers.iter().filter(waits).count()
}

impl<'a> Books<'a> {
    /// Of last month's year.
    fn of_last_month(self, month: YearMonth) -> &'a [Dossier] {
        if month.year() == self.today.year() {
            self.dossiers
        } else {
            self.of_last_year
        }
    }
}

/// Last month and how it stands.
fn last_month(books: Books) -> Option<(YearMonth, MonthCount)> {
    let month = books.today.month().previous()?;
    let matrix = matrix(
        books.branch,
        books.of_last_month(month),
        month.year(),
        books.today,
    );
    Some((month, matrix.count(month)))
}

fn assessment_due(books: Books) -> Option<BranchDue> {
    let (month, count) = last_month(books)?;
    // A month of which nobody said anything is no longer worth a meeting's time.
    if count.here() + count.assessed == 0 || is_ahead(books) {
        return None;
    }
    let year = books.branch.year(month.year());
    let itself = !year.is_some_and(|year| year.own_months.contains_key(&month));
    let left = count.of - count.assessed;
    (left > 0 || itself).then_some(BranchDue::Assess {
        month,
        left,
        itself,
    })
}

/// Whether the meeting that takes last month up is still to be.
fn is_ahead(books: Books) -> bool {
    let this = books.today.month();
    next_meeting(books.branch, books.today).is_some_and(|(month, _)| month == this)
}

/// Last year's are concluded in its last meeting or the first ones of the new year; reports rest on them. From
/// the second quarter on they are no longer asked for.
fn last_years_reviews_due(books: Books) -> Option<BranchDue> {
    let year = books.today.year() - 1;
    let asked = books.today.month().quarter() == Quarter::First;
    let waiting = || waiting_for_conclusion(books, books.of_last_year, Review::FullYear);
    let waiting = if asked { waiting() } else { 0 };
    (waiting > 0).then_some(BranchDue::Conclude {
        year,
        review: Review::FullYear,
        waiting,
    })
}

/// The later review first: an earlier one that was left open is no news.
fn reviews_due(books: Books) -> Option<BranchDue> {
    let mut reviews = Review::ALL.into_iter().rev();
    reviews.find_map(|review| {
        let waiting = waiting_for_conclusion(books, books.dossiers, review);
        (waiting > 0).then_some(BranchDue::Conclude {
            year: books.today.year(),
            review,
            waiting,
        })
    })
}

fn waiting_for_conclusion(books: Books, dossiers: &[Dossier], review: Review) -> usize {
    let belongs = |dossier: &&Dossier| {
        let person = books.branch.roster.person(&dossier.person);
        person.is_some_and(|person| person.belongs_on(books.today))
    };
    let dossiers = dossiers.iter().filter(belongs);
    let waits = dossiers.filter(|dossier| dossier.waits_for_conclusion(review));
    waits.count()
}

fn overdue(books: Books) -> Option<BranchDue> {
    let open = open_shortcomings(books.branch, books.dossiers, books.today);
    let overdue = open.iter().filter(|open| open.overdue_since.is_some());
    let overdue = overdue.count();
    (overdue > 0).then_some(BranchDue::PutRight { overdue })
}

fn backup_due(books: Books) -> Option<BranchDue> {
    let days = books.backed_up_on.map(|on| books.today.days_since(on));
    let old = days.is_none_or(|days| days >= BACKUP);
    let worth = !books.dossiers.is_empty() || !books.of_last_year.is_empty();
    (old && worth).then_some(BranchDue::BackUp { days })
}

fn pledges_due(books: Books) -> Option<BranchDue> {
    let Books {
        branch,
        dossiers,
        today,
        ..
    } = books;
    let reasons = branch.year(today.year()).map(|year| &year.reasons);
    let excused = |id: &ItemId| reasons.is_some_and(|reasons| reasons.contains_key(id));
    let handed_in = |id: &ItemId| {
        let dossier = dossiers.iter().find(|dossier| dossier.person == *id);
        dossier.is_some_and(|dossier| dossier.pledge_standing() != PledgeStanding::None)
    };
    let people = branch.roster.on(today);
    let missing = people.filter(|person| !handed_in(&person.id) && !excused(&person.id));
    let (missing, of) = (missing.count(), branch.roster.on(today).count());
    (missing > 0).then_some(BranchDue::AwaitPledges { missing, of })
}

fn month_due(books: Books) -> Option<BranchDue> {
    let (month, count) = last_month(books)?;
    (count.waiting > 0 && is_ahead(books)).then_some(BranchDue::AwaitMonth { month, count })
}
