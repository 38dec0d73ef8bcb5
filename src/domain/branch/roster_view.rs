//! The roster as it is looked at: in the order of names, searched, counted.

use std::fmt;

use super::roster::{Person, Roster};
use crate::domain::calendar::Day;
use crate::domain::letters::plain;
use crate::domain::name_order::name_order;
use crate::domain::people::Standing;

/// Those who belonged on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headcount {
    pub members: usize,
    pub others: usize,
}

impl Headcount {
    pub fn all(self) -> usize {
        self.members + self.others
    }
}

/// "45 người: 30 đảng viên, 15 quần chúng"
impl fmt::Display for Headcount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { members, others } = self;
        let all = self.all();
        write!(f, "{all} người: {members} đảng viên, {others} quần chúng")
    }
}

impl Roster {
    pub fn headcount(&self, day: Day) -> Headcount {
        let mut count = Headcount::default();
        for person in self.on(day) {
            match person.standing_on(day) {
                Standing::Member => count.members += 1,
                Standing::NonMember => count.others += 1,
            }
        }
        count
    }

    /// Everyone, by tên, then chữ lót, then họ.
    pub fn by_name(&self) -> Vec<&Person> {
        let mut people: Vec<_> = self.people.iter().collect();
        people.sort_by_cached_key(|person| name_order(&person.name));
        people
    }

    /// The groups that people are in, each once, by name.
    pub fn groups(&self) -> Vec<String> {
        let mut groups: Vec<_> = self
            .people
            .iter()
            .map(|person| person.group.clone())
            .filter(|group| !group.is_empty())
            .collect();
        groups.sort_by_cached_key(|group| plain(group));
        groups.dedup();
        groups
    }
}

/// What a person can be found by, made once: name, duty and group without accents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findable(String);

impl Findable {
    pub fn new(person: &Person) -> Self {
        let Person {
            name, duty, group, ..
        } = person;
        Self(format!(" {}", plain(&format!("{name} {group} {duty}"))))
    }

    /// Whether each word asked for begins a word here. `wanted` is [`plain`]; empty finds everyone.
    pub fn has(&self, wanted: &str) -> bool {
        let mut words = wanted.split(' ').filter(|word| !word.is_empty());
        words.all(|word| self.0.contains(&format!(" {word}")))
    }
}
