//! What happens to somebody from a day on: admitted, gone, back. It never touches a day before, so past
//! counts stay what they were; the last of each kind can be taken back when it was written by mistake.

use super::roster::{Departure, Person, StandingSince, Stay};
use super::roster_acts::Unfit;
use crate::domain::calendar::Day;
use crate::domain::people::Standing;

/// Something that happened to a person in the branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Came(Day),
    Became(Standing, Day),
    Left(Departure),
    CameBack(Day),
}

impl Step {
    pub fn on(&self) -> Day {
        match self {
            Self::Came(day) | Self::Became(_, day) | Self::CameBack(day) => *day,
            Self::Left(left) => left.on,
        }
    }

    /// "Kết nạp vào Đảng"
    pub fn in_words(&self) -> String {
        match self {
            Self::Came(_) => "Về chi bộ".to_owned(),
            Self::Became(Standing::Member, _) => "Kết nạp vào Đảng".to_owned(),
            Self::Became(Standing::NonMember, _) => "Không còn là đảng viên".to_owned(),
            Self::Left(left) if left.to.is_empty() => "Rời chi bộ".to_owned(),
            Self::Left(left) => format!("Chuyển đến {}", left.to),
            Self::CameBack(_) => "Quay lại chi bộ".to_owned(),
        }
    }
}

impl Person {
    pub fn last_standing(&self) -> Standing {
        let last = self.standings.last();
        last.map(|last| last.standing).unwrap_or_default()
    }

    /// The departure that nothing came after, be it still ahead.
    pub fn departure(&self) -> Option<&Departure> {
        self.stays.last()?.departure.as_ref()
    }

    pub fn has_left(&self) -> bool {
        self.departure().is_some()
    }

    /// Counts under another standing from that day on.
    pub fn become_from(&mut self, standing: Standing, on: Day) -> Result<(), Unfit> {
        if self.last_standing() == standing {
            return Err(Unfit::Already);
        }
        let since = self.standings.last().and_then(|last| last.since);
        if let Some(since) = since.filter(|since| on <= *since) {
            return Err(Unfit::StandingBefore(since));
        }
        self.standings.push(StandingSince {
            since: Some(on),
            standing,
        });
        Ok(())
    }

    /// No longer belongs from that day on.
    pub fn leave(&mut self, left: Departure) -> Result<(), Unfit> {
        let Some(stay) = self.stays.last_mut() else {
            return Err(Unfit::Already);
        };
        if stay.departure.is_some() {
            return Err(Unfit::Already);
        }
        if let Some(came) = stay.from.filter(|came| left.on <= *came) {
            return Err(Unfit::LeftBefore(came));
        }
        stay.departure = Some(left);
        Ok(())
    }

    /// Belongs again from that day on.
    pub fn come_back(&mut self, on: Day) -> Result<(), Unfit> {
        let Some(left) = self.departure() else {
            return Err(Unfit::Already);
        };
        if on < left.on {
            return Err(Unfit::BackBefore(left.on));
        }
        self.stays.push(Stay {
            from: Some(on),
            departure: None,
        });
        Ok(())
    }

    /// What is wrong with another first day for the latest stay.
    pub(super) fn check_coming(&self, from: Option<Day>) -> Option<Unfit> {
        let mut latest_first = self.stays.iter().rev();
        let left = latest_first.next().and_then(|stay| stay.departure.as_ref());
        let before = latest_first.next().and_then(|stay| stay.departure.as_ref());
        let before = before.map(|before| before.on);
        // Whoever came back has a day of coming back.
        if let Some(before) = before.filter(|before| from.is_none_or(|from| from < *before)) {
            return Some(Unfit::BackBefore(before));
        }
        let left = left.map(|left| left.on);
        let left = left.filter(|left| from.is_some_and(|from| *left <= from));
        left.map(Unfit::CameAfter)
    }

    /// Everything in order of its day.
    pub fn steps(&self) -> Vec<Step> {
        let came = self.stays.iter().enumerate();
        let came = came.filter_map(|(index, stay)| {
            let step = if index == 0 {
                Step::Came
            } else {
                Step::CameBack
            };
            stay.from.map(step)
        });
        let left = self.stays.iter();
        let left = left.filter_map(|stay| stay.departure.clone().map(Step::Left));
        let became = self.standings.iter();
        let became =
            became.filter_map(|one| one.since.map(|since| Step::Became(one.standing, since)));
        let mut steps: Vec<_> = came.chain(left).chain(became).collect();
        steps.sort_by_key(Step::on);
        steps
    }

    /// Takes back a step that was written by mistake: the last departure or coming back, the last change
    /// of standing. `false`, with nothing changed, for any other.
    pub fn take_back(&mut self, step: &Step) -> bool {
        let returned = self.stays.len() > 1 && !self.has_left();
        let Some(stay) = self.stays.last_mut() else {
            return false;
        };
        match step {
            Step::Came(_) => false,
            Step::Became(standing, on) => {
                let last = StandingSince {
                    since: Some(*on),
                    standing: *standing,
                };
                let is_last = self.standings.len() > 1 && self.standings.last() == Some(&last);
                is_last && self.standings.pop().is_some()
            }
            Step::Left(left) => {
                let is_last = stay.departure.as_ref() == Some(left);
                if is_last {
                    stay.departure = None;
                }
                is_last
            }
            Step::CameBack(on) => {
                let is_last = returned && stay.from == Some(*on);
                is_last && self.stays.pop().is_some()
            }
        }
    }

    /// Whether [`Person::take_back`] would.
    pub fn can_take_back(&self, step: &Step) -> bool {
        self.clone().take_back(step)
    }
}
