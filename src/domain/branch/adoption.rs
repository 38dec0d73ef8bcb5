//! Adopting pledges before the collective (thông qua trước tập thể) and putting them up for all to see
//! (công khai), as S0 and S4 ask.
//!
//! A meeting adopts what had been handed in by its day. What is handed in again later is not adopted
//! by that, and what is put up is what was adopted: never a later text, never without the person's
//! consent, and no longer once the consent was taken back.

use super::Branch;
use super::dossier::{Adopted, Dossier};
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::pledge::{Change, Commitment, PledgeRevision, changes};

/// Where a person's pledge stands with the branch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PledgeStanding {
    /// Nothing was handed in.
    #[default]
    None,
    /// Handed in last on this day, and never adopted.
    Waiting(Day),
    Adopted(Adopted),
    /// Handed in again on this day with something else in it.
    Changed {
        adopted: Adopted,
        again_on: Day,
        changes: Vec<Change>,
    },
}

/// Whether a person's pledge may hang on the wall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publicity {
    #[default]
    NotAdopted,
    /// Adopted, but the branch has no text of it: the sheet itself can be put up.
    OnPaper,
    NoConsent,
    Ready,
    Posted(Day),
    /// Put up on this day; since then the person took the consent back.
    Withdrawn(Day),
}

/// Why one of several people was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Nothing was handed in.
    NoPledge,
    /// Handed in for the first time on this day, after the meeting.
    HandedInLater(Day),
    /// Did not belong to the branch on that day.
    NotOfBranch,
    /// Adopted on this day, after the posting.
    AdoptedLater(Day),
}

/// What comes of doing something for several people: the dossiers that change, and who was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForSeveral {
    pub dossiers: Vec<Dossier>,
    pub left_out: Vec<(ItemId, LeftOut)>,
}

/// One entry of the public list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicPledge {
    pub person: ItemId,
    pub adopted_on: Day,
    /// As adopted.
    pub commitments: Vec<Commitment>,
}

impl Dossier {
    /// Of the handbook that counts, oldest first.
    pub fn handed_in(&self) -> &[PledgeRevision] {
        let pledge = self
            .received
            .as_ref()
            .and_then(|received| received.pledge.as_ref());
        pledge.map_or(&[], |pledge| &pledge.value.revisions)
    }

    /// What lay before a meeting on that day: the revision's number, 0 for one on paper.
    fn before_meeting(&self, day: Day) -> Option<u32> {
        let mut in_files = self.handed_in().iter().rev();
        let in_file = in_files.find(|revision| revision.submitted_on <= day);
        let on_paper = self.on_paper.filter(|paper| paper.on <= day);
        in_file
            .map(|revision| revision.number)
            .or(on_paper.map(|_| 0))
    }

    /// The text that was adopted, where the branch has it: of another handbook too, when the person
    /// began a new one since; of one on paper, the file that was there by then.
    pub fn adopted_text(&self) -> Option<&PledgeRevision> {
        let adopted = self.adopted?;
        let before = |revision: &&PledgeRevision| revision.submitted_on <= adopted.on;
        let others = self.other_handbooks.iter();
        let others = others.filter_map(|other| other.pledge.as_ref());
        let others = others.flat_map(|pledge| &pledge.value.revisions);
        let mut all = self.handed_in().iter().chain(others).filter(before);
        let named = all.find(|revision| revision.number == adopted.pledge_revision);
        named.or_else(|| self.handed_in().iter().rev().find(before))
    }

    pub fn pledge_standing(&self) -> PledgeStanding {
        let last = self.handed_in().last();
        let handed_in_on = last.map(|last| last.submitted_on);
        let handed_in_on = handed_in_on.or(self.on_paper.map(|paper| paper.on));
        let (Some(adopted), Some(handed_in_on)) = (self.adopted, handed_in_on) else {
            return handed_in_on.map_or(PledgeStanding::None, PledgeStanding::Waiting);
        };
        let again = last.filter(|last| last.submitted_on > adopted.on || self.is_other(last));
        let before = self.adopted_text().map(|text| text.commitments.as_slice());
        let changes = again.map(|again| told_apart(before.unwrap_or_default(), &again.commitments));
        match changes.filter(|changes| !changes.is_empty()) {
            None => PledgeStanding::Adopted(adopted),
            Some(changes) => PledgeStanding::Changed {
                adopted,
                again_on: handed_in_on,
                changes,
            },
        }
    }

    fn is_other(&self, revision: &PledgeRevision) -> bool {
        let adopted = self.adopted_text();
        adopted.is_some_and(|adopted| adopted.number != revision.number)
    }

    /// The day of the person's consent to being put up, as last handed over.
    pub fn posting_consent(&self) -> Option<Day> {
        let pledge = self.received.as_ref()?.pledge.as_ref()?;
        pledge.value.posting_consent
    }

    pub fn publicity(&self) -> Publicity {
        let consents = self.posting_consent().is_some();
        match (self.posted_on, self.adopted) {
            (Some(on), _) if !consents => Publicity::Withdrawn(on),
            (_, None) => Publicity::NotAdopted,
            _ if self.adopted_text().is_none() => Publicity::OnPaper,
            _ if !consents => Publicity::NoConsent,
            (Some(on), Some(adopted)) if adopted.on <= on => Publicity::Posted(on),
            _ => Publicity::Ready,
        }
    }

    /// Recorded by mistake: neither adopted nor posted.
    pub fn forget_adoption(&mut self) {
        self.adopted = None;
        self.posted_on = None;
    }
}

/// What is new or gone for someone who reads: a commitment that only has another id (of a handbook
/// begun anew) is neither.
fn told_apart(before: &[Commitment], after: &[Commitment]) -> Vec<Change> {
    let same = |list: &[Commitment], one: &Commitment| {
        let mut list = list.iter();
        list.any(|known| known.answers() == one.answers())
    };
    let mut changes = changes(before, after);
    changes.retain(|change| match change {
        Change::Added(commitment) => !same(before, commitment),
        Change::Removed(commitment) => !same(after, commitment),
        Change::Edited { .. } => true,
    });
    changes
}

/// The dossiers with each of these people's pledges adopted on that day, as it then was. `dossiers`
/// are those of one year. One that was put up before has to be put up anew.
pub fn adopt(branch: &Branch, dossiers: &[Dossier], people: &[ItemId], on: Day) -> ForSeveral {
    for_each(dossiers, people, |person, dossier| {
        let known = branch.roster.person(person);
        if !known.is_some_and(|known| known.belongs_on(on)) {
            return Err(LeftOut::NotOfBranch);
        }
        let Some(pledge_revision) = dossier.before_meeting(on) else {
            let first = dossier
                .handed_in()
                .first()
                .map(|revision| revision.submitted_on);
            let first = first.or(dossier.on_paper.map(|paper| paper.on));
            return Err(first.map_or(LeftOut::NoPledge, LeftOut::HandedInLater));
        };
        dossier.adopted = Some(Adopted {
            on,
            pledge_revision,
        });
        dossier.posted_on = dossier.posted_on.filter(|posted| on <= *posted);
        Ok(())
    })
}

/// The dossiers of those who are on the public list and were not put up yet, with that day.
pub fn post(branch: &Branch, dossiers: &[Dossier], on: Day) -> ForSeveral {
    let list = public_list(branch, dossiers, on).into_iter();
    let people: Vec<_> = list.map(|pledge| pledge.person).collect();
    for_each(dossiers, &people, |_, dossier| {
        let adopted = dossier.adopted.filter(|adopted| on < adopted.on);
        match (adopted, dossier.publicity()) {
            (Some(adopted), Publicity::Ready) => Err(LeftOut::AdoptedLater(adopted.on)),
            (None, Publicity::Ready) => {
                dossier.posted_on = Some(on);
                Ok(())
            }
            _ => Ok(()),
        }
    })
}

/// Does it to a copy of each one's dossier; unchanged ones are left out of the result.
fn for_each(
    dossiers: &[Dossier],
    people: &[ItemId],
    act: impl Fn(&ItemId, &mut Dossier) -> Result<(), LeftOut>,
) -> ForSeveral {
    let mut outcome = ForSeveral::default();
    for person in people {
        let Some(known) = dossiers.iter().find(|dossier| dossier.person == *person) else {
            outcome.left_out.push((person.clone(), LeftOut::NoPledge));
            continue;
        };
        let mut dossier = known.clone();
        match act(person, &mut dossier) {
            Err(why) => outcome.left_out.push((person.clone(), why)),
            Ok(()) if dossier != *known => outcome.dossiers.push(dossier),
            Ok(()) => {}
        }
    }
    outcome
}

/// What may be put up of those who belong on that day, in the roster's order.
pub fn public_list(branch: &Branch, dossiers: &[Dossier], day: Day) -> Vec<PublicPledge> {
    let entry = |person: &ItemId| {
        let dossier = dossiers.iter().find(|dossier| dossier.person == *person)?;
        let is_public = matches!(dossier.publicity(), Publicity::Ready | Publicity::Posted(_));
        let text = dossier.adopted_text().filter(|_| is_public)?;
        Some(PublicPledge {
            person: person.clone(),
            adopted_on: dossier.adopted?.on,
            commitments: text.commitments.clone(),
        })
    };
    let people = branch.roster.on(day);
    people.filter_map(|person| entry(&person.id)).collect()
}
