//! The branch's own assessment of a month, of each person and of itself (S4: "đánh giá … kết quả việc
//! làm theo tháng trước của chi bộ và đảng viên"), and the shortcomings that it follows.
//!
//! What a person said of the month is a proposal; only the branch's word is the branch's word.

use super::dossier::{Assessment, Dossier};
use super::months::Matrix;
use super::{Branch, BranchYear};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::ids::ItemId;
use crate::domain::pack::Level;
use crate::domain::review::{FinishedReview, Review};
use crate::domain::shortcoming::Shortcoming;
use crate::domain::table::Table;

impl Assessment {
    pub fn is_blank(&self) -> bool {
        self.level.is_none() && self.remark.trim().is_empty()
    }
}

/// Changes the assessment of a month or a review; one that says nothing any more is gone.
fn assess<K: Ord + Copy>(
    assessments: &mut Table<K, Assessment>,
    of: K,
    act: impl FnOnce(&mut Assessment),
) {
    let assessment = assessments.get_or_insert_with(of, Assessment::default);
    act(assessment);
    if assessment.is_blank() {
        assessments.remove(&of);
    }
}

impl Dossier {
    pub fn assess(&mut self, month: YearMonth, act: impl FnOnce(&mut Assessment)) {
        assess(&mut self.assessments, month, act);
    }
}

impl Dossier {
    /// The review that the person handed over, as it was finished.
    pub fn review(&self, review: Review) -> Option<&FinishedReview> {
        let received = self.received.as_ref()?;
        Some(&received.reviews.get(&review)?.value)
    }

    /// Whether it was handed in and the branch has said nothing of it yet.
    pub fn waits_for_conclusion(&self, review: Review) -> bool {
        self.review(review).is_some() && !self.conclusions.contains_key(&review)
    }

    /// Changes what the branch concluded of a review; a conclusion that says nothing any more is gone.
    pub fn conclude(&mut self, review: Review, act: impl FnOnce(&mut Assessment)) {
        assess(&mut self.conclusions, review, act);
    }
}

impl BranchYear {
    /// Of itself.
    pub fn assess(&mut self, month: YearMonth, act: impl FnOnce(&mut Assessment)) {
        assess(&mut self.own_months, month, act);
    }
}

/// Who has no level from the branch for the month yet, of those who owe it.
pub fn unassessed(matrix: &Matrix, month: YearMonth) -> Vec<ItemId> {
    matrix.whose(month, |told| told.branch.is_none())
}

/// The dossiers as they would be if the branch said what the people say, for those whom it did not
/// assess yet and who gave a level that its scale knows. Remarks that stand there stay.
pub fn take_over_own_levels(
    matrix: &Matrix,
    dossiers: &[Dossier],
    scale: &[Level],
    month: YearMonth,
) -> Vec<Dossier> {
    let open = matrix
        .of_month(month)
        .filter(|(_, told)| told.branch.is_none());
    let proposed = open.filter_map(|(person, told)| {
        let level = told.own.as_ref()?;
        let known = scale.iter().any(|step| step.id == *level);
        let of = |dossier: &&Dossier| dossier.person == *person && dossier.year == month.year();
        let mut dossier = dossiers.iter().find(of).filter(|_| known)?.clone();
        dossier.assess(month, |assessment| assessment.level = Some(level.clone()));
        Some(dossier)
    });
    proposed.collect()
}

/// A shortcoming that somebody handed over and that is not put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenShortcoming {
    pub person: ItemId,
    pub shortcoming: Shortcoming,
    /// Its deadline, once that is past.
    pub overdue_since: Option<Day>,
}

/// The open shortcomings of those who belong today, of the given years: the overdue ones first, then
/// by deadline, then those without a day; "rõ việc, rõ người, rõ trách nhiệm, rõ kết quả" (S4).
pub fn open_shortcomings(
    branch: &Branch,
    dossiers: &[Dossier],
    today: Day,
) -> Vec<OpenShortcoming> {
    let belongs = |id: &ItemId| {
        let person = branch.roster.person(id);
        person.is_some_and(|person| person.belongs_on(today))
    };
    let mut open: Vec<_> = dossiers
        .iter()
        .filter(|dossier| belongs(&dossier.person))
        .flat_map(|dossier| {
            let received = dossier.received.iter();
            let found = received.flat_map(|received| received.shortcomings.values());
            found
                .filter(|found| found.value.is_open())
                .map(|found| OpenShortcoming {
                    person: dossier.person.clone(),
                    shortcoming: found.value.clone(),
                    overdue_since: deadline(&found.value).filter(|_| found.value.is_overdue(today)),
                })
        })
        .collect();
    open.sort_by_key(|open| {
        let by = deadline(&open.shortcoming);
        (by.is_none(), by, open.shortcoming.month)
    });
    open
}

fn deadline(shortcoming: &Shortcoming) -> Option<Day> {
    shortcoming.deadline.as_ref()?.day()
}
