//! Turns in self-criticism and criticism (tự phê bình và phê bình xoay vòng, S1, S3): fair, adjustable,
//! remembered.
//!
//! Turns go round. Nobody has a second one before all who belong had one in this round; within a round
//! those come first who have waited longest, a newcomer last. Somebody who left is skipped, and who
//! comes back is owed no turns of the time between. What was settled for a meeting counts as it was
//! settled: who was added out of order is left out of later rounds until the others are even, who was
//! taken off stays at the head.

use super::meeting::{Meeting, Rotation};
use super::{Branch, BranchYear};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::ids::ItemId;
use crate::domain::people::Standing;
use crate::domain::table::Table;

/// Where somebody stands in the rounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    /// Rounds done: turns had, or as many as the others had when the person came.
    rounds: u32,
    /// The meeting of the last turn or of coming, counted from the first.
    since: u32,
    /// The month of the last turn.
    last: Option<YearMonth>,
}

/// Somebody who could take a turn in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub person: ItemId,
    /// The meeting of the last turn.
    pub last: Option<YearMonth>,
    /// Has a turn to come in this round; an unfair choice otherwise.
    pub to_come: bool,
}

/// The turns of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turns {
    pub people: Vec<ItemId>,
    /// Settled for this meeting, not just proposed.
    pub settled: bool,
    /// Those of them who would have another turn before somebody else has one in this round.
    pub out_of_order: Vec<ItemId>,
    /// All others who belong, those whose turn is next first.
    pub others: Vec<Candidate>,
}

/// Whose turn it is in a month's meeting, and who could take one. Settled turns of earlier meetings
/// count; meetings from `today` on that are not settled yet are counted as the rotation proposes them,
/// so that one can look ahead.
pub fn turns(branch: &Branch, month: YearMonth, today: Day) -> Turns {
    let mut rounds = Rounds::default();
    for earlier in meetings_before(branch, month, today) {
        rounds.meet(branch, earlier);
        let people = match settled(branch, earlier) {
            Some(people) => people.clone(),
            None if earlier >= today.month() => rounds.propose(branch, earlier),
            None => Vec::new(),
        };
        rounds.count(&people, earlier);
    }
    rounds.meet(branch, month);
    let held = meeting(branch, month).is_some_and(|meeting| meeting.held_on.is_some());
    let settled = settled(branch, month).map(|people| {
        let here = |id: &&ItemId| held || rounds.here.contains(id);
        people.iter().filter(here).cloned().collect::<Vec<_>>()
    });
    let is_settled = settled.is_some();
    let people = settled.unwrap_or_else(|| rounds.propose(branch, month));
    let others = rounds.others(&people);
    let going_on = rounds.least(others.iter().map(|other| &other.person));
    let early = |id: &&ItemId| !others.is_empty() && rounds.place(id).rounds > going_on;
    Turns {
        out_of_order: people.iter().filter(early).cloned().collect(),
        people,
        settled: is_settled,
        others,
    }
}

/// Oldest first; those that turns could have been taken in.
fn meetings_before(branch: &Branch, month: YearMonth, today: Day) -> Vec<YearMonth> {
    let known = branch.years.iter().flat_map(|year| year.meetings.keys());
    let mut months: Vec<_> = known.copied().filter(|known| *known < month).collect();
    let mut ahead = today.month();
    while ahead < month {
        months.push(ahead);
        match ahead.next() {
            Some(next) => ahead = next,
            None => break,
        }
    }
    months.sort_unstable();
    months.dedup();
    months
}

fn meeting(branch: &Branch, month: YearMonth) -> Option<&Meeting> {
    branch.year(month.year())?.meetings.get(&month)
}

fn settled(branch: &Branch, month: YearMonth) -> Option<&Vec<ItemId>> {
    meeting(branch, month)?.turns.as_ref()
}

/// The day on which a month's meeting was or will be held.
pub fn meeting_on(branch: &Branch, month: YearMonth) -> Day {
    let held = meeting(branch, month).and_then(|meeting| meeting.held_on);
    held.unwrap_or_else(|| {
        let year = branch.year(month.year());
        let day = year.map_or_else(
            crate::domain::pack::usual_meeting_day,
            BranchYear::meeting_day,
        );
        month.day(day)
    })
}

/// The next meeting, today's included: what is missing can still be brought to it.
pub fn next_meeting(branch: &Branch, today: Day) -> Day {
    let this = today.month();
    let coming = [Some(this), this.next()].into_iter().flatten();
    let mut coming = coming.map(|month| meeting_on(branch, month));
    coming.find(|on| *on >= today).unwrap_or(today)
}

fn rotation(branch: &Branch, month: YearMonth) -> Rotation {
    let year = branch.year(month.year());
    year.map(|year| year.rotation.clone()).unwrap_or_default()
}

#[derive(Default)]
struct Rounds {
    meetings: u32,
    places: Table<ItemId, Place>,
    /// Those who belong at the meeting, in the roster's order.
    here: Vec<ItemId>,
}

impl Rounds {
    /// Another meeting: who is there, with newcomers at the end of the round that is going on.
    fn meet(&mut self, branch: &Branch, month: YearMonth) {
        let on = meeting_on(branch, month);
        let members_only = rotation(branch, month).members_only;
        let before = std::mem::take(&mut self.here);
        self.meetings += 1;
        self.here = branch
            .roster
            .on(on)
            .filter(|person| !members_only || person.standing_on(on) == Standing::Member)
            .map(|person| person.id.clone())
            .collect();
        let stayed = |id: &&ItemId| before.contains(id);
        let going_on = self.least(self.here.iter().filter(stayed));
        for id in self.here.iter().filter(|id| !before.contains(id)) {
            let place = self.places.get_or_insert_with(id.clone(), Place::default);
            // Somebody who comes back keeps what was had beyond the others.
            place.rounds = place.rounds.max(going_on);
            place.since = self.meetings;
        }
    }

    fn place(&self, id: &ItemId) -> Place {
        self.places.get(id).copied().unwrap_or_default()
    }

    /// The round that is going on among these.
    fn least<'a>(&self, people: impl Iterator<Item = &'a ItemId>) -> u32 {
        let rounds = people.filter_map(|id| self.places.get(id));
        rounds.map(|place| place.rounds).min().unwrap_or_default()
    }

    /// Those who are here, whose turn is next first.
    fn queue(&self) -> Vec<&ItemId> {
        let mut queue: Vec<_> = self.here.iter().collect();
        queue.sort_by_cached_key(|id| {
            let place = self.place(id);
            (place.rounds, place.since)
        });
        queue
    }

    fn propose(&self, branch: &Branch, month: YearMonth) -> Vec<ItemId> {
        let rotation = rotation(branch, month);
        if !rotation.rhythm.falls_in(month) {
            return Vec::new();
        }
        let most = usize::from(rotation.people_a_turn.max(1));
        self.queue().into_iter().take(most).cloned().collect()
    }

    fn others(&self, chosen: &[ItemId]) -> Vec<Candidate> {
        let mut others = self.queue();
        others.retain(|id| !chosen.contains(id));
        let going_on = self.least(others.iter().copied());
        let candidate = |id: &ItemId| {
            let place = self.place(id);
            Candidate {
                person: id.clone(),
                last: place.last,
                to_come: place.rounds == going_on,
            }
        };
        others.into_iter().map(candidate).collect()
    }

    fn count(&mut self, people: &[ItemId], month: YearMonth) {
        for id in people {
            let place = self.places.get_or_insert_with(id.clone(), Place::default);
            place.rounds += 1;
            place.since = self.meetings;
            place.last = Some(month);
        }
    }
}

impl Branch {
    /// Settles a meeting's turns: from now on they count as they are.
    pub fn settle_turns(&mut self, month: YearMonth, people: Vec<ItemId>) {
        self.meeting_mut(month).turns = Some(people);
    }

    /// The month's meeting, begun when there is none yet.
    pub fn meeting_mut(&mut self, month: YearMonth) -> &mut Meeting {
        let meetings = &mut self.year_mut(month.year()).meetings;
        meetings.get_or_insert_with(month, Meeting::default)
    }
}
