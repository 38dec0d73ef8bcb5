//! Whose a hand-over is, told by the name in it. Sure only where one person of the roster has that
//! very name; a near miss is a question for the secretary, never an answer.

use super::roster::{Person, Roster};
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::letters::{has_unseen, lower, plain, seen, toned};
use crate::domain::people::Profile;

/// More than these would be a list to search, not a choice.
const MOST: usize = 5;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    One(ItemId),
    /// Several of that name, or names that come near it; the likeliest first. Empty: nobody.
    Doubtful(Vec<ItemId>),
}

/// The roster's names, made ready once for many files.
pub struct Names<'r> {
    people: Vec<Named<'r>>,
    day: Day,
}

struct Named<'r> {
    person: &'r Person,
    key: String,
    plain: String,
}

impl<'r> Names<'r> {
    /// Of everyone who was ever on the roster; those who belong on the day come first.
    pub fn of(roster: &'r Roster, day: Day) -> Self {
        let named = |person: &'r Person| Named {
            person,
            key: key(&person.name),
            plain: plain(&seen(&person.name)),
        };
        let (here, gone): (Vec<_>, Vec<_>) = roster
            .people
            .iter()
            .map(named)
            .partition(|named| named.person.belongs_on(day));
        Self {
            people: here.into_iter().chain(gone).collect(),
            day,
        }
    }

    pub fn find(&self, profile: &Profile) -> Match {
        let wanted = key(&profile.name);
        if wanted.is_empty() {
            return Match::Doubtful(Vec::new());
        }
        let mut same: Vec<_> = self
            .people
            .iter()
            .filter(|named| named.key == wanted)
            .collect();
        // Someone who has left does not make the one who is here doubtful.
        if same.iter().any(|named| named.person.belongs_on(self.day)) {
            same.retain(|named| named.person.belongs_on(self.day));
        }
        // Letters that nobody sees are in no name by itself: whoever looks at the two can't tell.
        let unseen = |named: &&Named| has_unseen(&named.person.name);
        let doubtful = has_unseen(&profile.name) || same.iter().any(unseen);
        match same.as_slice() {
            [] => Match::Doubtful(self.near(&plain(&seen(&profile.name)))),
            several if doubtful => Match::Doubtful(ids(several)),
            [one] => Match::One(one.person.id.clone()),
            several => match self.told_apart(several, profile) {
                Some(one) => Match::One(one),
                None => Match::Doubtful(ids(several)),
            },
        }
    }

    /// The only one of them whose duty, else group, else standing is that of the file.
    fn told_apart(&self, several: &[&Named], profile: &Profile) -> Option<ItemId> {
        let duty = plain(&profile.duty);
        let said = format!(" {duty} {} ", plain(&profile.branch));
        let same_duty = |person: &Person| !duty.is_empty() && plain(&person.duty) == duty;
        let group_said = |person: &Person| {
            let group = plain(&person.group);
            !group.is_empty() && said.contains(&format!(" {group} "))
        };
        let same_standing = |person: &Person| person.standing_on(self.day) == profile.standing;
        let signs: [&dyn Fn(&Person) -> bool; 3] = [&same_duty, &group_said, &same_standing];
        signs.iter().find_map(|sign| {
            let mut fitting = several.iter().filter(|named| sign(named.person));
            let first = fitting.next()?;
            fitting.next().is_none().then(|| first.person.id.clone())
        })
    }

    fn near(&self, wanted: &str) -> Vec<ItemId> {
        let tests: [fn(&str, &str) -> bool; 3] = [|a, b| a == b, one_letter_apart, name_left_out];
        let mut near: Vec<&Named> = Vec::new();
        for test in tests {
            for named in &self.people {
                let known = near.iter().any(|other| std::ptr::eq(*other, named));
                if !known && test(&named.plain, wanted) {
                    near.push(named);
                }
            }
        }
        near.truncate(MOST);
        ids(&near)
    }
}

fn ids(named: &[&Named]) -> Vec<ItemId> {
    named.iter().map(|named| named.person.id.clone()).collect()
}

/// What makes two spellings the same name: letters and tones, whatever their case and spaces, and
/// wherever in the word the tone is written (Hòa, Hoà), and without the letters that nobody sees.
pub fn key(name: &str) -> String {
    let mut key = String::new();
    for word in lower(&seen(name)).split_whitespace() {
        let mut mark = 0;
        for letter in word.chars() {
            let (letter, tone) = toned(letter);
            key.push(letter);
            mark = tone.max(mark);
        }
        key += &format!("{mark} ");
    }
    key
}

/// One letter more, less or other.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() < other.len() {
        (other.as_bytes(), one.as_bytes())
    } else {
        (one.as_bytes(), other.as_bytes())
    };
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => long.get(same + 1..) == short.get(same + 1..),
        1 => long[same + 1..] == short[same..],
        _ => false,
    }
}

/// The same họ and tên, one of them with fewer names between (Trần Bình, Trần Thị Bình).
fn name_left_out(one: &str, other: &str) -> bool {
    let words = |name: &'_ str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (long, short) = if one.len() < other.len() {
        (words(other), words(one))
    } else {
        (words(one), words(other))
    };
    let mut rest = long.iter();
    short.len() > 1
        && long.first() == short.first()
        && long.last() == short.last()
        && short.iter().all(|word| rest.any(|other| other == word))
}
