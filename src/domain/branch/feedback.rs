//! What the branch has to tell a person, put together from the person's dossier.

use so_tay_derive::in_files;

use super::dossier::{Adopted, Dossier};
use super::{Branch, class_name, level_name};
use crate::domain::calendar::Day;
use crate::domain::feedback::{Assessed, Feedback, HeldFeedback};
use crate::domain::table::Table;

/// The memory of the last feedback file made.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenFeedback {
    /// Counts from 1.
    pub revision: u32,
    pub on: Day,
    /// Tells whether the branch has more to say than it then had; the words themselves would be
    /// kept twice.
    pub mark: u32,
}

impl Dossier {
    /// The feedback as it would go today, with the number of its file. What has not changed since the
    /// last one goes under the same number and day again. `None`: nothing to say, or no handbook
    /// to say it to.
    pub fn feedback(&self, branch: &Branch, today: Day) -> Option<HeldFeedback> {
        let mut told = self.told(branch, today)?;
        let mark = mark(&told);
        let revision = match self.given_feedback {
            Some(given) if given.mark == mark => {
                told.given_on = given.on;
                given.revision
            }
            given => given.map_or(0, |given| given.revision).saturating_add(1),
        };
        Some(HeldFeedback {
            document_id: branch.id.with(&told.handbook),
            revision,
            told,
        })
    }

    /// Whether there is something that the person was not told yet.
    pub fn has_news(&self, branch: &Branch, today: Day) -> bool {
        let given = self.given_feedback.map(|given| given.mark);
        self.told(branch, today)
            .is_some_and(|told| Some(mark(&told)) != given)
    }

    /// Remembers what was given.
    pub fn record_feedback(&mut self, given: &HeldFeedback) {
        self.given_feedback = Some(GivenFeedback {
            revision: given.revision,
            on: given.told.given_on,
            mark: mark(&given.told),
        });
    }

    /// The file did not reach the person after all. Its number stays taken: it may be out there.
    pub fn forget_feedback(&mut self) {
        if let Some(given) = &mut self.given_feedback {
            given.mark = !given.mark;
        }
    }

    fn told(&self, branch: &Branch, given_on: Day) -> Option<Feedback> {
        let received = self.received.as_ref()?;
        let year = branch.year(self.year);
        let assessed = self.assessments.iter().filter_map(|(month, assessment)| {
            let level = assessment.level.as_ref();
            let assessed = Assessed {
                level: level.map(|id| level_name(year, id)).unwrap_or_default(),
                remark: assessment.remark.trim().to_owned(),
            };
            (assessed != Assessed::default()).then_some((*month, assessed))
        });
        let assessments: Table<_, _> = assessed.collect();
        let concluded = self.conclusions.iter().filter_map(|(review, concluded)| {
            let class = concluded.level.as_ref();
            let concluded = Assessed {
                level: class.map(|id| class_name(year, id)).unwrap_or_default(),
                remark: concluded.remark.trim().to_owned(),
            };
            (concluded != Assessed::default()).then_some((*review, concluded))
        });
        let conclusions: Table<_, _> = concluded.collect();
        let adopted = self.adopted_in_handbook();
        let posted_on = self
            .posted_on
            .filter(|on| adopted.is_some_and(|adopted| adopted.on <= *on));
        let remark = self.remark.trim().to_owned();
        let silent = adopted.is_none()
            && assessments.is_empty()
            && conclusions.is_empty()
            && remark.is_empty();
        let person = branch.roster.person(&self.person)?;
        (!silent).then(|| Feedback {
            handbook: received.document_id.clone(),
            year: self.year,
            name: person.name.clone(),
            branch: branch.name.clone(),
            given_on,
            adopted,
            posted_on,
            assessments,
            conclusions,
            remark,
        })
    }

    /// The adoption, with the revision only where the handbook that counts has it: one that was
    /// begun on a new phone numbers its pledges afresh.
    fn adopted_in_handbook(&self) -> Option<Adopted> {
        let adopted = self.adopted?;
        let pledge = self.received.as_ref()?.pledge.as_ref();
        let mut revisions = pledge
            .into_iter()
            .flat_map(|pledge| &pledge.value.revisions);
        let known = revisions.any(|revision| {
            revision.number == adopted.pledge_revision && revision.submitted_on <= adopted.on
        });
        Some(Adopted {
            pledge_revision: if known { adopted.pledge_revision } else { 0 },
            ..adopted
        })
    }
}

/// FNV-1a over all that is said, the day of saying it left out.
fn mark(told: &Feedback) -> u32 {
    let mut said = format!("{}\n{}\n{}\n", told.handbook, told.name, told.branch);
    if let Some(adopted) = told.adopted {
        said += &format!("{} {}", adopted.on, adopted.pledge_revision);
    }
    if let Some(on) = told.posted_on {
        said += &format!("\n{on}");
    }
    for (month, assessed) in told.assessments.iter() {
        said += &format!("\n{month}\t{}\t{}", assessed.level, assessed.remark);
    }
    for (review, concluded) in told.conclusions.iter() {
        let name = review.name();
        said += &format!("\n{name}\t{}\t{}", concluded.level, concluded.remark);
    }
    said += &format!("\n\n{}", told.remark);
    said.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
