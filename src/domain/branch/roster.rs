//! The roster (danh sách): who belongs to the branch, since when and until when, so that a count of
//! a past day stays what it was.

use so_tay_derive::in_files;

use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::letters::visible;
use crate::domain::people::Standing;

#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Roster {
    /// In the order in which they were entered. Nobody who was ever counted is removed.
    pub people: Vec<Person>,
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: ItemId,
    pub name: String,
    /// chức vụ, nhiệm vụ
    #[serde(default)]
    pub duty: String,
    /// tổ, phòng, ban: tells people of the same name apart.
    #[serde(default)]
    pub group: String,
    /// The pack's post, where it names posts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// Oldest first, never empty: a quần chúng who is admitted is a member from that day on.
    pub standings: Vec<StandingSince>,
    /// Oldest first, never empty: someone may leave and come back.
    pub stays: Vec<Stay>,
}

#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingSince {
    /// `None`: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    pub standing: Standing,
}

/// A time of belonging to the branch.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Stay {
    /// The first day; `None`: from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departure: Option<Departure>,
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The first day on which the person no longer belongs.
    pub on: Day,
    /// chuyển sinh hoạt tới đâu; empty: thôi, nghỉ.
    #[serde(default)]
    pub to: String,
}

impl Person {
    /// Someone who has belonged from the beginning.
    pub fn new(id: ItemId, name: String, standing: Standing) -> Self {
        Self {
            id,
            name,
            duty: String::new(),
            group: String::new(),
            post: None,
            standings: vec![StandingSince {
                since: None,
                standing,
            }],
            stays: vec![Stay::default()],
        }
    }

    /// The name as it stands on a screen.
    pub fn shown(&self) -> String {
        visible(&self.name)
    }

    /// Whether the person belonged to the branch on that day.
    pub fn belongs_on(&self, day: Day) -> bool {
        self.stays.iter().any(|stay| {
            stay.from.is_none_or(|from| from <= day)
                && stay.departure.as_ref().is_none_or(|left| day < left.on)
        })
    }

    pub fn standing_on(&self, day: Day) -> Standing {
        let known = self
            .standings
            .iter()
            .rev()
            .find(|known| known.since.is_none_or(|since| since <= day));
        known
            .or_else(|| self.standings.first())
            .map(|known| known.standing)
            .unwrap_or_default()
    }
}

impl Roster {
    pub fn person(&self, id: &ItemId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    pub fn person_mut(&mut self, id: &ItemId) -> Option<&mut Person> {
        self.people.iter_mut().find(|person| person.id == *id)
    }

    /// Those who belong on that day, in the roster's order.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &Person> {
        self.people
            .iter()
            .filter(move |person| person.belongs_on(day))
    }

    /// What somebody goes by in a list: the name, and the group where another on the roster has the
    /// same name.
    pub fn called(&self, id: &ItemId) -> String {
        let Some(person) = self.person(id) else {
            return String::new();
        };
        let namesake = |other: &&Person| other.name == person.name && other.id != *id;
        if person.group.is_empty() || !self.people.iter().any(|other| namesake(&other)) {
            return person.shown();
        }
        format!("{} ({})", person.shown(), person.group)
    }
}
