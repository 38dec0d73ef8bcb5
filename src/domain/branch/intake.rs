//! The work behind [`receive`](super::receive): files are grouped by handbook, a person is found for
//! each, and what they bring is added to copies of the dossiers. The verdicts come out of this very
//! adding up, so that what is told and what is kept can't differ.

use super::Branch;
use super::dossier::{Dossier, Received};
use super::receive::{Answers, Ask, Intake, Judged, Note, Owner, Verdict, Whose};
use super::received::Incoming;
use super::roster::Person;
use super::whose::{Match, Names, key};
use crate::domain::calendar::Day;
use crate::domain::ids::{DocumentId, ItemId};
use crate::domain::letters::{has_unseen, plain, seen};
use crate::domain::table::Table;

/// Judges the files against the branch and the dossiers that it holds.
pub fn intake(
    branch: &Branch,
    held: impl Fn(&ItemId, i32) -> Option<Dossier>,
    files: &[Incoming],
    answers: &Answers,
    today: Day,
) -> Intake {
    let groups = groups(files);
    let mut branch = branch.clone();
    let newcomers = enter_newcomers(&mut branch, &groups, answers);
    let names = Names::of(&branch.roster, today);
    let mut intaking = Intaking {
        branch: &branch,
        newcomers,
        held: &held,
        answers,
        today,
        touched: Table::new(),
    };
    let mut judged: Vec<(usize, Judged)> = Vec::new();
    let mut owners = Vec::new();
    for group in &groups {
        let (owner, ask) = intaking.owner(group, &names);
        let person = owner.person().cloned();
        let outcome = intaking.judge(group, owner, ask);
        let taken = outcome.iter().any(|judged| judged.taken);
        if let Some(person) = person.filter(|_| taken) {
            owners.push((group.document_id.clone(), person));
        }
        let places = group.files.iter().map(|(index, _)| *index);
        judged.extend(places.zip(outcome));
    }
    let dossiers = intaking.changed();
    branch.owners.extend(owners);
    judged.sort_by_key(|(index, _)| *index);
    Intake {
        judged: judged.into_iter().map(|(_, judged)| judged).collect(),
        branch,
        dossiers,
    }
}

/// One handbook's files, by their numbers.
struct Group<'f> {
    document_id: &'f DocumentId,
    year: i32,
    /// With their places among all files.
    files: Vec<(usize, &'f Incoming)>,
    newest: &'f Incoming,
}

/// In the order of the handbooks' ids.
fn groups(files: &[Incoming]) -> Vec<Group<'_>> {
    let mut sorted: Vec<_> = files.iter().enumerate().collect();
    sorted.sort_by_key(|(_, file)| {
        (
            &file.document_id,
            file.handover.year,
            file.revision,
            &file.checksum,
        )
    });
    let mut groups: Vec<Group> = Vec::new();
    for (index, file) in sorted {
        match groups.last_mut() {
            Some(group)
                if *group.document_id == file.document_id && group.year == file.handover.year =>
            {
                group.files.push((index, file));
                group.newest = file;
            }
            _ => groups.push(Group {
                document_id: &file.document_id,
                year: file.handover.year,
                files: vec![(index, file)],
                newest: file,
            }),
        }
    }
    groups
}

/// Enters those whom the secretary wants on the roster, before anyone is looked up in it. The id
/// comes from the handbook's, so that two tabs enter one and the same person.
fn enter_newcomers(
    branch: &mut Branch,
    groups: &[Group],
    answers: &Answers,
) -> Table<DocumentId, ItemId> {
    let mut entered: Vec<(String, ItemId)> = Vec::new();
    let mut newcomers = Table::new();
    let mut latest_first: Vec<&Group> = groups.iter().collect();
    latest_first.sort_by_key(|group| (-group.year, group.document_id));
    for group in latest_first {
        let known = branch.owners.contains_key(group.document_id);
        let namesake = match answers.whose.get(group.document_id) {
            Some(Whose::Newcomer) => false,
            Some(Whose::Namesake) => true,
            _ => continue,
        };
        if known || branch.is_archived(group.year) {
            continue;
        }
        let profile = &group.newest.handover.profile;
        let name = key(&profile.name);
        if name.is_empty() {
            continue;
        }
        let twin = entered
            .iter()
            .find(|(other, _)| *other == name && !namesake);
        let id = match twin {
            Some((_, twin)) => twin.clone(),
            None => {
                let digits = group.document_id.as_str();
                let mut ids = [12, 32]
                    .into_iter()
                    .filter_map(|n| ItemId::parse(digits.get(..n)?));
                let Some(id) = ids.find(|id| branch.roster.person(id).is_none()) else {
                    continue;
                };
                let mut person = Person::new(id.clone(), seen(&profile.name), profile.standing);
                person.duty.clone_from(&profile.duty);
                person.post.clone_from(&profile.post);
                branch.roster.people.push(person);
                entered.push((name, id.clone()));
                id
            }
        };
        newcomers.insert(group.document_id.clone(), id);
    }
    newcomers
}

struct Intaking<'a> {
    /// With the newcomers.
    branch: &'a Branch,
    newcomers: Table<DocumentId, ItemId>,
    held: &'a dyn Fn(&ItemId, i32) -> Option<Dossier>,
    answers: &'a Answers,
    today: Day,
    touched: Table<(ItemId, i32), Touched>,
}

struct Touched {
    before: Option<Dossier>,
    now: Dossier,
}

/// Where in a dossier a handbook stands.
enum Place {
    Counted,
    Other,
    Absent,
}

impl Intaking<'_> {
    fn owner(&self, group: &Group, names: &Names) -> (Owner, Option<Ask>) {
        if let Some(person) = self.branch.owners.get(group.document_id) {
            return (Owner::Remembered(person.clone()), None);
        }
        let found = names.find(&group.newest.handover.profile);
        let answer = self.answers.whose.get(group.document_id);
        let ask = match &found {
            // An answer that was given unasked can be changed, too.
            Match::One(person) => answer.map(|_| Ask::Whose(vec![person.clone()])),
            Match::Doubtful(several) => Some(Ask::Whose(several.clone())),
        };
        let owner = match (answer, found) {
            (Some(Whose::Person(person)), _) => Owner::Answered(person.clone()),
            (Some(Whose::Nobody), _) => Owner::LeftOut,
            (Some(Whose::Newcomer | Whose::Namesake), _) => {
                let entered = self.newcomers.get(group.document_id).cloned();
                entered.map_or(Owner::Unsettled, Owner::Answered)
            }
            (None, Match::One(person)) => Owner::ByName(person),
            (None, Match::Doubtful(_)) => Owner::Unsettled,
        };
        (owner, ask)
    }

    fn judge(&mut self, group: &Group, owner: Owner, mut ask: Option<Ask>) -> Vec<Judged> {
        let notes = self.notes(group, &owner);
        let person = owner.person().cloned();
        let place = person.filter(|_| !notes.contains(&Note::Archived));
        let place = place.map(|person| (person, group.year));
        let mut kept = place.is_some();
        let (mut received, stood) = match &place {
            Some(place) => take_out(self.dossier(place), group.document_id),
            None => (None, Place::Absent),
        };
        if let (Some(place), Place::Absent) = (&place, &stood)
            && let Some(counted) = &self.dossier(place).received
        {
            ask = Some(Ask::Handbook {
                person: place.0.clone(),
                counts: counted.document_id.clone(),
            });
            kept = self.answers.counts.contains_key(place);
        }
        let settled = kept || ask.is_none();
        let mut judged = Vec::new();
        for (_, file) in &group.files {
            let (verdict, conflict) = self.file(&mut received, file);
            let open = conflict.is_some() && !self.answers.prevails.contains_key(&file.checksum);
            judged.push(Judged {
                owner: owner.clone(),
                taken: kept && !open && verdict != Verdict::Same,
                verdict,
                asks: conflict.filter(|_| settled),
                notes: notes.clone(),
            });
        }
        // Asked once for all files of the handbook.
        if let (Some(first), Some(ask)) = (judged.first_mut(), ask) {
            first.asks.get_or_insert(ask);
        }
        if let (Some(place), Some(received), true) = (place, received, kept) {
            put(self.dossier(&place), received, &stood);
        }
        judged
    }

    /// What the file is to its handbook, which it is added to unless something is to be settled.
    fn file(&self, received: &mut Option<Received>, file: &Incoming) -> (Verdict, Option<Ask>) {
        let Some(known) = received else {
            *received = Some(Received::of(file, self.today));
            return (Verdict::New, None);
        };
        if known
            .under_number(file)
            .any(|seen| seen.checksum == file.checksum)
        {
            return (Verdict::Same, None);
        }
        let twin = known.under_number(file).last();
        if let Some(twin) = twin.map(|twin| twin.checksum.clone()) {
            let brings = match self.answers.prevails.get(&file.checksum) {
                Some(prevails) => known.take(file, self.today, *prevails),
                None => known.clone().take(file, self.today, true),
            };
            return (Verdict::Conflict(brings), Some(Ask::File { known: twin }));
        }
        let newest = known.files.last().map_or(0, |seen| seen.revision);
        let brings = known.take(file, self.today, false);
        if file.revision > newest {
            (Verdict::Newer(brings), None)
        } else {
            (Verdict::Older(brings), None)
        }
    }

    fn notes(&self, group: &Group, owner: &Owner) -> Vec<Note> {
        let mut notes = Vec::new();
        let said = &group.newest.handover.profile.branch;
        if !is_same_branch(said, &self.branch.name) {
            notes.push(Note::OtherBranch);
        }
        if has_unseen(&group.newest.handover.profile.name) {
            notes.push(Note::UnseenLetters);
        }
        let person = owner.person().and_then(|id| self.branch.roster.person(id));
        if person.is_some_and(|person| !person.belongs_on(self.today)) {
            notes.push(Note::Gone);
        }
        if self.branch.is_archived(group.year) {
            notes.push(Note::Archived);
        }
        notes
    }

    /// As it stands so far.
    fn dossier(&mut self, place: &(ItemId, i32)) -> &mut Dossier {
        let touched = self.touched.get_or_insert_with(place.clone(), || {
            let (person, year) = place;
            let before = (self.held)(person, *year);
            let now = before.clone();
            Touched {
                before,
                now: now.unwrap_or_else(|| Dossier::new(person.clone(), *year)),
            }
        });
        &mut touched.now
    }

    /// With the handbooks that count by the answers.
    fn changed(self) -> Vec<Dossier> {
        let mut changed = Vec::new();
        for (place, Touched { before, mut now }) in self.touched {
            if let Some(counts) = self.answers.counts.get(&place) {
                let (chosen, stood) = take_out(&mut now, counts);
                if let (Some(chosen), Place::Other) = (&chosen, &stood) {
                    let replaced = now.received.replace(chosen.clone());
                    replaced
                        .into_iter()
                        .for_each(|one| put(&mut now, one, &stood));
                } else if let Some(chosen) = chosen {
                    put(&mut now, chosen, &stood);
                }
            }
            let empty = before.is_none() && now == Dossier::new(place.0, place.1);
            if !empty && before.as_ref() != Some(&now) {
                changed.push(now);
            }
        }
        changed
    }
}

fn take_out(dossier: &mut Dossier, handbook: &DocumentId) -> (Option<Received>, Place) {
    let is_it = |received: &Received| received.document_id == *handbook;
    if let Some(counted) = dossier.received.take_if(|counted| is_it(counted)) {
        return (Some(counted), Place::Counted);
    }
    match dossier.other_handbooks.iter().position(is_it) {
        Some(index) => (Some(dossier.other_handbooks.remove(index)), Place::Other),
        None => (None, Place::Absent),
    }
}

/// Back to where it stood; one that is new here counts when no other does.
fn put(dossier: &mut Dossier, received: Received, stood: &Place) {
    match stood {
        Place::Absent if dossier.received.is_none() => dossier.received = Some(received),
        Place::Counted => dossier.received = Some(received),
        Place::Absent | Place::Other => {
            let others = &mut dossier.other_handbooks;
            let before = |other: &Received| other.document_id < received.document_id;
            others.insert(others.partition_point(before), received);
        }
    }
}

/// The same words, or one name within the other ("Chi bộ 2", "Chi bộ 2, Đảng bộ Sở Y tế").
fn is_same_branch(said: &str, name: &str) -> bool {
    let (said, name) = (format!(" {} ", plain(said)), format!(" {} ", plain(name)));
    said.trim().is_empty() || said.contains(&name) || name.contains(&said)
}
