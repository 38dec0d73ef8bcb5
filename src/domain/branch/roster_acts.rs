//! Changing the roster: entering people and mending what was written of them. What is said of one day
//! on (coming, leaving, being admitted) is in [`roster_steps`](super::roster_steps).

use super::Branch;
use super::commendation::Award;
use super::roster::{Person, Roster};
use super::whose::key;
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::letters::{plain, seen};
use crate::domain::people::Standing;

/// Longest name, duty and the like, in characters.
pub const MAX_NAME: usize = 100;
pub const MAX_WORDS: usize = 200;

/// What is written of somebody, as a form or a line of a table has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// From the beginning. Of somebody whose standing changed once, it is left as it was.
    pub standing: Standing,
    pub duty: String,
    pub group: String,
    pub post: Option<String>,
    /// The first day of the latest stay; `None`: from the beginning.
    pub from: Option<Day>,
}

/// Why it can't be written so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    NoName,
    TooLong(Part),
    /// This one has the same name, and nothing written tells them apart.
    Double(ItemId),
    /// Coming back must be on this day or later: the person left on it.
    BackBefore(Day),
    /// Coming must be before this day: the person left on it.
    CameAfter(Day),
    /// Leaving must be after this day: the person came on it.
    LeftBefore(Day),
    /// A standing holds from this day; another must come after it.
    StandingBefore(Day),
    /// Nothing would change by it.
    Already,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Name,
    Duty,
    Group,
}

impl Unfit {
    /// One sentence for the field in question.
    pub fn sentence(&self, roster: &Roster) -> String {
        match self {
            Self::NoName => "Chưa ghi họ tên.".to_owned(),
            Self::TooLong(Part::Name) => format!("Họ tên dài quá {MAX_NAME} ký tự."),
            Self::TooLong(_) => format!("Dài quá {MAX_WORDS} ký tự: viết ngắn lại."),
            Self::Double(id) => double(roster, id),
            Self::BackBefore(left) => {
                format!("Người này rời ngày {left}: ngày quay lại phải từ ngày ấy trở đi.")
            }
            Self::CameAfter(left) => {
                format!("Người này rời ngày {left}: ngày về chi bộ phải trước ngày ấy.")
            }
            Self::LeftBefore(came) => {
                format!("Người này về chi bộ ngày {came}: ngày rời phải sau ngày ấy.")
            }
            Self::StandingBefore(since) => {
                format!("Đối tượng đã đổi ngày {since}: lần này phải sau ngày ấy.")
            }
            Self::Already => "Đã ghi như vậy rồi.".to_owned(),
        }
    }

    pub fn part(&self) -> Option<Part> {
        match self {
            Self::NoName => Some(Part::Name),
            Self::TooLong(part) => Some(*part),
            Self::Double(_) => Some(Part::Group),
            _ => None,
        }
    }
}

fn double(roster: &Roster, id: &ItemId) -> String {
    let person = roster.person(id);
    let name = person.map(Person::shown).unwrap_or_default();
    let group = person
        .map(|person| person.group.as_str())
        .unwrap_or_default();
    let group = if group.is_empty() {
        String::new()
    } else {
        format!(" ({group})")
    };
    let left = person.and_then(|person| person.stays.last()?.departure.as_ref());
    match left {
        Some(left) => format!(
            "Danh sách có {name}{group}, đã rời ngày {}. Nếu người ấy quay lại, mở dòng của người ấy ở “Đã rời chi bộ”; nếu là người khác, ghi tổ, phòng để phân biệt.",
            left.on
        ),
        None => format!(
            "Danh sách đã có {name}{group}. Nếu là người khác cùng tên, ghi tổ, phòng để phân biệt."
        ),
    }
}

/// Whether nothing written tells two people apart.
pub fn same_person(name: (&str, &str), group: (&str, &str)) -> bool {
    let (one, other) = (plain(group.0), plain(group.1));
    key(name.0) == key(name.1) && (one.is_empty() || other.is_empty() || one == other)
}

impl Entry {
    pub fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            standing: person.last_standing(),
            duty: person.duty.clone(),
            group: person.group.clone(),
            post: person.post.clone(),
            from: person.stays.last().and_then(|stay| stay.from),
        }
    }

    fn tidied(mut self) -> Self {
        for text in [&mut self.name, &mut self.duty, &mut self.group] {
            *text = seen(text).split_whitespace().collect::<Vec<_>>().join(" ");
        }
        self.post = self.post.filter(|post| !post.trim().is_empty());
        self
    }
}

impl Roster {
    /// What is wrong with an entry; `whose`: it is this person's, else a new one.
    fn check(&self, entry: &Entry, whose: Option<&ItemId>) -> Vec<Unfit> {
        let long = |text: &str, most: usize| text.chars().count() > most;
        let parts = [
            (Part::Name, &entry.name, MAX_NAME),
            (Part::Duty, &entry.duty, MAX_WORDS),
            (Part::Group, &entry.group, MAX_WORDS),
        ];
        let parts = parts
            .into_iter()
            .filter(|(_, text, most)| long(text, *most));
        let mut unfit: Vec<_> = parts.map(|(part, ..)| Unfit::TooLong(part)).collect();
        if entry.name.is_empty() {
            unfit.push(Unfit::NoName);
            return unfit;
        }
        let others = self.people.iter().filter(|one| Some(&one.id) != whose);
        let twin =
            |one: &&Person| same_person((&one.name, &entry.name), (&one.group, &entry.group));
        // Two of a name that was written so on purpose stay as they are.
        let before = whose.and_then(|id| self.person(id));
        let renamed =
            before.is_none_or(|before| before.name != entry.name || before.group != entry.group);
        let double = others.filter(twin).max_by_key(|one| !one.has_left());
        unfit.extend(
            double
                .filter(|_| renamed)
                .map(|one| Unfit::Double(one.id.clone())),
        );
        unfit
    }

    /// Enters somebody.
    pub fn enter(&mut self, id: ItemId, entry: Entry) -> Result<(), Vec<Unfit>> {
        let entry = entry.tidied();
        let unfit = self.check(&entry, None);
        if !unfit.is_empty() {
            return Err(unfit);
        }
        let mut person = Person::new(id, entry.name, entry.standing);
        person.duty = entry.duty;
        person.group = entry.group;
        person.post = entry.post;
        person.stays[0].from = entry.from;
        self.people.push(person);
        Ok(())
    }

    /// Mends what was written of somebody. Past counts change only by what was wrong in them: the
    /// day of coming, and the standing where there is but one.
    pub fn mend(&mut self, id: &ItemId, entry: Entry) -> Result<(), Vec<Unfit>> {
        let entry = entry.tidied();
        let mut unfit = self.check(&entry, Some(id));
        let Some(person) = self.people.iter_mut().find(|person| person.id == *id) else {
            return Ok(());
        };
        unfit.extend(person.check_coming(entry.from));
        if !unfit.is_empty() {
            return Err(unfit);
        }
        person.name = entry.name;
        person.duty = entry.duty;
        person.group = entry.group;
        person.post = entry.post;
        if let [only] = person.standings.as_mut_slice() {
            only.standing = entry.standing;
        }
        if let Some(stay) = person.stays.last_mut() {
            stay.from = entry.from;
        }
        Ok(())
    }

    /// Puts somebody back as they were; at their old place when they are gone.
    pub fn put_back(&mut self, index: usize, person: &Person) {
        match self.person_mut(&person.id) {
            Some(known) => known.clone_from(person),
            None => self
                .people
                .insert(index.min(self.people.len()), person.clone()),
        }
    }
}

impl Branch {
    /// Whether the branch's own papers name somebody, or a year they were counted in was put away: then
    /// they can leave, and not be taken off as entered by mistake. Dossiers are looked at apart.
    pub fn keeps(&self, person: &Person) -> bool {
        let id = &person.id;
        let from = person.stays.first().and_then(|stay| stay.from);
        let owns = self.owners.values().any(|owner| owner == id);
        owns || self.years.iter().any(|year| {
            let met = year.meetings.values().any(|meeting| {
                let mut turns = meeting.turns.iter().flatten();
                turns.any(|turn| turn == id)
                    || meeting
                        .deeds
                        .iter()
                        .any(|deed| deed.person.as_ref() == Some(id))
            });
            let mut commended = year.commendations.iter();
            let counted = from.is_none_or(|from| from.year() <= year.year);
            met || year.reasons.contains_key(id)
                || commended.any(|one| matches!(&one.award, Award::Person(who) if who == id))
                || (year.archived_on.is_some() && counted)
        })
    }
}
