//! What comes from the branch's own files: a backup in the place of what is there, and a year that was
//! put away and is brought back. Putting away is `archived_on` and the year's dossiers gone.
//!
//! Nothing here takes away what a file does not hold by its nature: a backup that was made after a
//! year was put away has none of that year's dossiers, and leaves those of the device alone.

use super::Branch;
use super::dossier::Dossier;
use super::roster::Person;
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::letters::seen;
use crate::domain::people::Standing;

/// How the branch and its dossiers change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub branch: Branch,
    /// In the place of those of the same person and year.
    pub dossiers: Vec<Dossier>,
    /// Those that shall not be there any more.
    pub gone: Vec<(ItemId, i32)>,
}

/// The year goes from the device, since it lies in a file.
pub fn put_away(branch: &Branch, of_year: &[Dossier], year: i32, on: Day) -> Replacement {
    let mut branch = branch.clone();
    branch.year_mut(year).archived_on = Some(on);
    let gone = of_year.iter().map(|one| (one.person.clone(), one.year));
    Replacement {
        branch,
        dossiers: Vec::new(),
        gone: gone.collect(),
    }
}

/// The branch with everyone on the roster of whom there is a dossier. Somebody may be missing once an earlier
/// version of the branch was opened; and a file that has the dossier without the person is refused.
pub fn with_everyone(mut branch: Branch, dossiers: &[Dossier]) -> Branch {
    for dossier in dossiers {
        if branch.roster.person(&dossier.person).is_some() {
            continue;
        }
        let counted = dossier.received.iter();
        let mut profiles = counted
            .chain(&dossier.other_handbooks)
            .map(|received| &received.profile.value);
        let (name, standing) = match profiles.find(|profile| !profile.name.trim().is_empty()) {
            Some(profile) => (seen(&profile.name), profile.standing),
            None => ("Chưa rõ tên".to_owned(), Standing::default()),
        };
        let person = Person::new(dossier.person.clone(), name, standing);
        branch.roster.people.push(person);
    }
    branch
}

/// A backup takes the place of the branch. `held` are all of the device's dossiers of it.
pub fn replace(held: &[Dossier], mut branch: Branch, dossiers: Vec<Dossier>) -> Replacement {
    let in_file = |one: &Dossier| {
        dossiers
            .iter()
            .any(|other| (&other.person, other.year) == (&one.person, one.year))
    };
    let missing = held.iter().filter(|one| !in_file(one));
    let (away, gone): (Vec<_>, Vec<_>) = missing.partition(|one| branch.is_archived(one.year));
    for one in away {
        branch.year_mut(one.year).archived_on = None;
    }
    let gone = gone
        .iter()
        .map(|one| (one.person.clone(), one.year))
        .collect();
    Replacement {
        branch,
        dossiers,
        gone,
    }
}

/// The year of an archive comes back. What was written on the device since then stays: it is newer.
/// `held` are the device's dossiers of that year.
pub fn bring_back(
    here: &Branch,
    held: &[Dossier],
    archive: &Branch,
    archived: Vec<Dossier>,
    year: i32,
) -> Replacement {
    let mut branch = here.clone();
    for person in &archive.roster.people {
        if branch.roster.person(&person.id).is_none() {
            branch.roster.people.push(person.clone());
        }
    }
    for (handbook, person) in archive.owners.iter() {
        branch
            .owners
            .get_or_insert_with(handbook.clone(), || person.clone());
    }
    let unknown = branch.year(year).is_none();
    let of_year = branch.year_mut(year);
    if let Some(known) = archive.year(year).filter(|_| unknown) {
        of_year.clone_from(known);
    }
    of_year.archived_on = None;
    let dossiers = archived.into_iter().map(|old| {
        let newer = held.iter().find(|one| one.person == old.person);
        newer.map_or_else(|| old.clone(), |newer| merged(&old, newer))
    });
    Replacement {
        branch,
        dossiers: dossiers.collect(),
        gone: Vec::new(),
    }
}

/// Where both say something, the newer one's words.
fn merged(old: &Dossier, newer: &Dossier) -> Dossier {
    let mut assessments = old.assessments.clone();
    let since = newer.assessments.iter();
    assessments.extend(since.map(|(month, assessment)| (*month, assessment.clone())));
    let mut conclusions = old.conclusions.clone();
    let since = newer.conclusions.iter();
    conclusions.extend(since.map(|(review, concluded)| (*review, concluded.clone())));
    let mut other_handbooks = old.other_handbooks.clone();
    let mut received = newer.received.clone().or_else(|| old.received.clone());
    if let (Some(before), Some(now)) = (&old.received, &mut received)
        && before.document_id != now.document_id
    {
        other_handbooks.push(before.clone());
    }
    let more = newer.other_handbooks.iter();
    let more = more.filter(|one| {
        other_handbooks
            .iter()
            .all(|known| known.document_id != one.document_id)
    });
    let more: Vec<_> = more.cloned().collect();
    other_handbooks.extend(more);
    Dossier {
        person: old.person.clone(),
        year: old.year,
        received,
        other_handbooks,
        on_paper: newer.on_paper.or(old.on_paper),
        adopted: newer.adopted.or(old.adopted),
        posted_on: newer.posted_on.or(old.posted_on),
        assessments,
        conclusions,
        remark: if newer.remark.is_empty() {
            old.remark.clone()
        } else {
            newer.remark.clone()
        },
        given_feedback: newer.given_feedback.or(old.given_feedback),
    }
}
