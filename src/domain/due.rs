//! What is due now: the one question of the first screen.

use super::calendar::{Day, YearMonth};
use super::handbook::Handbook;
use super::ids::ItemId;
use super::rating::{MonthState, in_time_until};
use super::review::Review;

/// The most urgent thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// The pledge comes first: months are rated against it.
    WritePledge { complete: usize, quota: usize },
    /// Complete by the quota, not handed in yet.
    SubmitPledge,
    /// Last month, before the branch meeting on `until`; `days_left` is 0 on the day itself.
    Rate {
        month: YearMonth,
        until: Day,
        days_left: i32,
    },
    /// The latest of the months that went unrated, and how many they are.
    RateMissed { month: YearMonth, missed: usize },
    /// A review not finished, in time until the last day of its month.
    Review { review: Review, until: Day },
    /// A shortcoming past its deadline.
    PutRight { shortcoming: ItemId, since: Day },
    /// The branch does not have everything.
    HandOver { parts: usize },
}

pub fn due_now(handbook: &Handbook, today: Day) -> Option<Due> {
    let mut due = all_due(handbook, today);
    (!due.is_empty()).then(|| due.swap_remove(0))
}

/// Everything that is due, the most urgent first. Not inlined: it is called twice, and large.
#[inline(never)]
pub fn all_due(handbook: &Handbook, today: Day) -> Vec<Due> {
    let missed = missed(handbook, today);
    // Last month can still be brought to the branch; older ones may never be filled in, and must
    // not hide what can still be done in time.
    let fresh = matches!(&missed, Some(Due::RateMissed { month, .. }) if today.month().previous() == Some(*month));
    let (last_month, older) = if fresh {
        (missed, None)
    } else {
        (None, missed)
    };
    let parts = handbook.unsent().len();
    let due = [
        pledge_due(handbook),
        month_due(handbook, today),
        review_due(handbook, today),
        overdue(handbook, today),
        last_month,
        (parts > 0).then_some(Due::HandOver { parts }),
        older,
    ];
    due.into_iter().flatten().collect()
}

fn pledge_due(handbook: &Handbook) -> Option<Due> {
    let (complete, quota) = (handbook.pledge.complete(), handbook.quota());
    match handbook.pledge.last() {
        Some(_) => None,
        None if complete > 0 && complete >= quota => Some(Due::SubmitPledge),
        None => Some(Due::WritePledge { complete, quota }),
    }
}

fn month_due(handbook: &Handbook, today: Day) -> Option<Due> {
    let month = handbook
        .months_of_year()
        .find(|month| handbook.month_state(*month, today) == MonthState::Due)?;
    let until = in_time_until(month, handbook.pack.pack.meeting_day);
    Some(Due::Rate {
        month,
        until,
        days_left: until.days_since(today),
    })
}

/// How long a review that was not finished in time is still asked for, in days.
const STILL_ASKED: i32 = 60;

fn review_due(handbook: &Handbook, today: Day) -> Option<Due> {
    Review::ALL.into_iter().find_map(|review| {
        let (from, until) = review.in_time(handbook.year)?;
        let asked = from <= today && today.days_since(until) <= STILL_ASKED;
        let due = asked && handbook.begun_on <= until && handbook.finished(review).is_none();
        due.then_some(Due::Review { review, until })
    })
}

fn missed(handbook: &Handbook, today: Day) -> Option<Due> {
    let months: Vec<_> = handbook
        .months_of_year()
        .filter(|month| handbook.month_state(*month, today) == MonthState::Missed)
        .collect();
    Some(Due::RateMissed {
        month: *months.last()?,
        missed: months.len(),
    })
}

fn overdue(handbook: &Handbook, today: Day) -> Option<Due> {
    let late = handbook
        .shortcomings
        .iter()
        .filter(|shortcoming| shortcoming.is_overdue(today));
    let days = late
        .filter_map(|shortcoming| Some((shortcoming.deadline.as_ref()?.day()?, &shortcoming.id)));
    days.min().map(|(since, id)| Due::PutRight {
        shortcoming: id.clone(),
        since,
    })
}

/// The next month to fall due after today, and the day it does.
pub fn next_due(handbook: &Handbook, today: Day) -> Option<(YearMonth, Day)> {
    let coming = |month: &YearMonth| {
        matches!(
            handbook.month_state(*month, today),
            MonthState::ToCome | MonthState::Begun
        )
    };
    handbook
        .months_of_year()
        .find(coming)
        .map(|month| (month, month.last_day()))
}
