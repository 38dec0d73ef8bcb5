//! Lines of a table that shall go onto the roster: what each is to it, told before anything is kept, and
//! the people it comes to.

use super::roster::{Departure, Person, Roster};
use super::roster_acts::{MAX_NAME, MAX_WORDS, same_person};
use super::whose::key;
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::letters::plain;
use crate::domain::people::Standing;
use crate::domain::table::Table;

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    pub holds: Holds,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    Listed(Listed),
    /// A heading among the people, the table's head once more: its words.
    Heading(String),
    /// "Tổng cộng": its words.
    Total(String),
}

/// Somebody as a line has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub name: String,
    /// `None`: not said, or in words that are not known.
    pub standing: Option<Standing>,
    pub duty: String,
    pub group: String,
    pub from: Option<Day>,
    pub left: Option<Departure>,
    /// What stands where a day should, and is none.
    pub no_day: Option<String>,
    /// It stands behind the sum: signatures do.
    pub behind_total: bool,
}

/// What a line is to the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    New,
    NoStanding,
    /// On the roster already.
    Same(ItemId),
    /// On the roster already, with another duty or without the group.
    Changed(ItemId),
    /// Of this one's name, in another group.
    Namesake(ItemId),
    /// Of the name of this one, who left.
    Left(ItemId),
    /// The same name stands in this line above.
    Double(usize),
    /// No name as people have them: digits, signs, one word, many.
    OddName,
    /// Not a day, where a day should stand.
    NoDay,
    /// Behind the sum.
    BehindTotal,
    NoName,
    TooLong,
    Heading,
    Total,
}

impl Verdict {
    /// Whether it can be taken at all.
    pub fn can_be_taken(&self) -> bool {
        !matches!(
            self,
            Self::Same(_) | Self::NoName | Self::TooLong | Self::Heading | Self::Total
        )
    }

    /// Whether it waits for a person to decide.
    pub fn is_doubtful(&self) -> bool {
        self.can_be_taken() && *self != Self::New
    }
}

/// What the secretary decided, by the number of the line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// Of the lines that don't say it.
    pub usual_standing: Option<Standing>,
    pub standings: Table<usize, Standing>,
    /// Whether a line is taken, where that is not as it would be.
    pub taken: Table<usize, bool>,
}

/// A line with its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub verdict: Verdict,
    pub standing: Option<Standing>,
    /// It goes onto the roster.
    pub taken: bool,
}

/// Judges the lines, in their order. The doubtful ones are left out until they are decided.
pub fn judge(lines: &[Line], roster: &Roster, decisions: &Decisions, today: Day) -> Vec<Judged> {
    let known: Vec<_> = roster
        .people
        .iter()
        .map(|person| (key(&person.name), person))
        .collect();
    let mut above: Vec<(String, &Listed, usize)> = Vec::new();
    let one = |line: &'_ Line, above: &[(String, &Listed, usize)]| {
        let listed = match &line.holds {
            Holds::Listed(listed) => listed,
            Holds::Heading(_) => return not_taken(Verdict::Heading),
            Holds::Total(_) => return not_taken(Verdict::Total),
        };
        let decided = decisions.standings.get(&line.number).copied();
        let standing = decided.or(listed.standing).or(decisions.usual_standing);
        let verdict = verdict(listed, standing, &known, above, today);
        let wanted = decisions.taken.get(&line.number).copied();
        let wanted = wanted.unwrap_or(verdict == Verdict::New);
        Judged {
            taken: wanted
                && verdict.can_be_taken()
                && (standing.is_some() || matches!(verdict, Verdict::Changed(_))),
            standing,
            verdict,
        }
    };
    let mut judged = Vec::with_capacity(lines.len());
    for line in lines {
        judged.push(one(line, &above));
        if let Holds::Listed(listed) = &line.holds {
            above.push((key(&listed.name), listed, line.number));
        }
    }
    judged
}

fn not_taken(verdict: Verdict) -> Judged {
    Judged {
        verdict,
        standing: None,
        taken: false,
    }
}

fn verdict(
    listed: &Listed,
    standing: Option<Standing>,
    known: &[(String, &Person)],
    above: &[(String, &Listed, usize)],
    today: Day,
) -> Verdict {
    let long = |text: &str, most: usize| text.chars().count() > most;
    if listed.name.is_empty() {
        return Verdict::NoName;
    }
    if long(&listed.name, MAX_NAME)
        || [&listed.duty, &listed.group]
            .into_iter()
            .any(|text| long(text, MAX_WORDS))
    {
        return Verdict::TooLong;
    }
    let key = key(&listed.name);
    let of_name = |(other, person): &&(String, &Person)| {
        *other == key && same_person((&person.name, &listed.name), (&person.group, &listed.group))
    };
    // One who is here counts before one who left.
    let is_gone = |person: &Person| person.departure().is_some_and(|left| left.on <= today);
    let same = known
        .iter()
        .filter(of_name)
        .max_by_key(|(_, person)| !is_gone(person));
    if let Some((_, person)) = same {
        let id = person.id.clone();
        // A table may list those who left as well.
        return match (is_gone(person), &listed.left) {
            (true, None) => Verdict::Left(id),
            (false, None) if mend(person, listed) != **person => Verdict::Changed(id),
            _ => Verdict::Same(id),
        };
    }
    let double = above.iter().find(|(other, earlier, _)| {
        *other == key
            && same_person(
                (&earlier.name, &listed.name),
                (&earlier.group, &listed.group),
            )
    });
    if let Some((_, _, line)) = double {
        return Verdict::Double(*line);
    }
    if listed.behind_total {
        return Verdict::BehindTotal;
    }
    if !is_name(&listed.name) {
        return Verdict::OddName;
    }
    if let Some((_, person)) = known.iter().find(|(other, _)| *other == key) {
        return Verdict::Namesake(person.id.clone());
    }
    if listed.no_day.is_some() {
        return Verdict::NoDay;
    }
    if standing.is_none() {
        return Verdict::NoStanding;
    }
    Verdict::New
}

/// Two to seven words of letters, as names of people here are.
fn is_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let letter = |c: char| c.is_alphabetic() && (c.is_ascii() || ('À'..='ỹ').contains(&c));
    let known = |c: char| letter(c) || matches!(c, ' ' | '-' | '\'' | '’' | '.' | '(' | ')');
    (2..=7).contains(&words) && name.chars().all(known)
}

/// The person with what a line says otherwise of them. What needs a day (standing, leaving) is left as it
/// is, and so is what the line leaves blank.
fn mend(person: &Person, listed: &Listed) -> Person {
    let mut mended = person.clone();
    if !listed.duty.is_empty() && plain(&listed.duty) != plain(&person.duty) {
        mended.duty.clone_from(&listed.duty);
    }
    if person.group.is_empty() {
        mended.group.clone_from(&listed.group);
    }
    mended
}

/// People of the roster as the taken lines say them.
pub fn mended(lines: &[Line], judged: &[Judged], roster: &Roster) -> Vec<Person> {
    let taken = lines.iter().zip(judged).filter(|(_, judged)| judged.taken);
    let person = |(line, judged): (&Line, &Judged)| match (&line.holds, &judged.verdict) {
        (Holds::Listed(listed), Verdict::Changed(id)) => Some(mend(roster.person(id)?, listed)),
        _ => None,
    };
    taken.filter_map(person).collect()
}

/// The new people that the taken lines come to. Each gets the next of the ids.
pub fn people(
    lines: &[Line],
    judged: &[Judged],
    mut next_id: impl FnMut() -> ItemId,
) -> Vec<Person> {
    let taken = lines.iter().zip(judged).filter(|(_, judged)| judged.taken);
    let person = |(line, judged): (&Line, &Judged)| {
        let Holds::Listed(listed) = &line.holds else {
            return None;
        };
        if matches!(judged.verdict, Verdict::Changed(_)) {
            return None;
        }
        let mut person = Person::new(next_id(), listed.name.clone(), judged.standing?);
        person.duty.clone_from(&listed.duty);
        person.group.clone_from(&listed.group);
        if let Some(stay) = person.stays.first_mut() {
            stay.from = listed.from;
            let left = listed.left.clone();
            // Days out of order are no reason to lose the person.
            stay.departure = left.filter(|left| listed.from.is_none_or(|from| from < left.on));
        }
        Some(person)
    };
    taken.filter_map(person).collect()
}
