//! The pledge (bản đăng ký làm theo): a few commitments (việc), written as a draft, handed in,
//! adopted before the collective, posted.
//!
//! The draft is what the person edits. Each submission freezes it as a numbered revision that
//! never changes again but for its stage; so what was adopted can always be read as it was.

use so_tay_derive::in_files;

use super::calendar::{Day, YearMonth, number, numbers_typed};
use super::ids::ItemId;

/// By when. A day where the person wrote one; else their own words ("hằng tháng"), so that
/// nothing typed is lost.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    On(Day),
    Words(String),
}

impl Deadline {
    /// What was typed, read as a day when it is one; `None` when it is blank.
    pub fn from_typed(text: &str, year: i32) -> Option<Self> {
        let text = text.trim();
        match Day::from_typed(text, year) {
            _ if text.is_empty() => None,
            Some(day) => Some(Self::On(day)),
            None => Some(Self::Words(text.to_owned())),
        }
    }

    /// Text that has the shape of a day but names none: 31/02/2026, 5/13. A month, 6/2026, is none
    /// of these.
    pub fn is_impossible_day(&self) -> bool {
        let Self::Words(words) = self else {
            return false;
        };
        match numbers_typed(words).as_deref() {
            Some([month, year]) => {
                let month = u8::try_from(number(month)).ok();
                let month = month.and_then(|month| YearMonth::new(number(year), month));
                year.len() != 4 || month.is_none()
            }
            Some(numbers) => numbers.len() == 3,
            None => false,
        }
    }

    pub fn day(&self) -> Option<Day> {
        match self {
            Self::On(day) => Some(*day),
            Self::Words(_) => None,
        }
    }
}

impl std::fmt::Display for Deadline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::On(day) => day.fmt(f),
            Self::Words(words) => f.write_str(words),
        }
    }
}

/// One commitment (việc): the five answers of the form, in the person's words.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub id: ItemId,
    /// What I will do.
    #[serde(default)]
    pub action: String,
    /// How it will be known that it was done.
    #[serde(default)]
    pub measure: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// The standard it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<ItemId>,
    /// The duty it serves.
    #[serde(default)]
    pub duty: String,
    /// Who takes part or is responsible, when the task is shared; empty: myself.
    #[serde(default)]
    pub people: String,
}

impl Commitment {
    pub fn new(id: ItemId) -> Self {
        Self {
            id,
            action: String::new(),
            measure: String::new(),
            deadline: None,
            standard: None,
            duty: String::new(),
            people: String::new(),
        }
    }

    /// Enough to count towards the quota: what, how it is known, by when.
    pub fn is_complete(&self) -> bool {
        !self.action.trim().is_empty()
            && !self.measure.trim().is_empty()
            && self
                .deadline
                .as_ref()
                .is_some_and(|deadline| !deadline.is_impossible_day())
    }

    pub fn is_blank(&self) -> bool {
        self.answers().iter().all(|answer| answer.trim().is_empty())
    }
}

/// How far a submitted revision has come. A pledge that was adopted has the day it was.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// đã nộp
    Submitted,
    /// thông qua trước tập thể (S4)
    Adopted { on: Day },
    /// công khai (S0)
    Posted { adopted_on: Day, on: Day },
}

impl Stage {
    pub fn adopted_on(self) -> Option<Day> {
        match self {
            Self::Submitted => None,
            Self::Adopted { on } => Some(on),
            Self::Posted { adopted_on, .. } => Some(adopted_on),
        }
    }
}

/// The pledge as it was handed in once.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PledgeRevision {
    /// 1 for the first, then counting up.
    pub number: u32,
    pub submitted_on: Day,
    pub stage: Stage,
    pub commitments: Vec<Commitment>,
}

/// Draft and history.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Pledge {
    /// What is being written; says the same as the last revision when nothing changed since.
    pub draft: Vec<Commitment>,
    /// Oldest first.
    pub revisions: Vec<PledgeRevision>,
    /// đã viết tay: some units ask for it in handwriting (S4).
    pub handwritten: bool,
    /// The day on which the person agreed to its being posted (công khai).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posting_consent: Option<Day>,
}

/// Where the pledge stands, for a person to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PledgeStatus {
    /// Never submitted.
    Draft,
    /// The draft is what was last submitted.
    Standing(Stage),
    /// Changed since the last submission.
    Amending(Stage),
}

/// One difference between two versions of the commitments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Added(Commitment),
    Removed(Commitment),
    /// Index of the question (0 to 5, as in [`Commitment::answers`]), before, after.
    Edited {
        commitment: Commitment,
        answers: Vec<(usize, String, String)>,
    },
}

impl Commitment {
    /// The answers as text in the order of the form; the standard is given by its id.
    pub fn answers(&self) -> [String; 6] {
        [
            self.action.clone(),
            self.measure.clone(),
            self.deadline
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            self.standard
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            self.duty.clone(),
            self.people.clone(),
        ]
    }
}

impl Pledge {
    pub fn last(&self) -> Option<&PledgeRevision> {
        self.revisions.last()
    }

    pub fn status(&self) -> PledgeStatus {
        match self.last() {
            None => PledgeStatus::Draft,
            Some(last) if self.changes().is_empty() => PledgeStatus::Standing(last.stage),
            Some(last) => PledgeStatus::Amending(last.stage),
        }
    }

    /// The draft without commitments that nobody began.
    fn written(&self) -> Vec<Commitment> {
        self.draft
            .iter()
            .filter(|commitment| !commitment.is_blank())
            .cloned()
            .collect()
    }

    /// Complete commitments in the draft.
    pub fn complete(&self) -> usize {
        self.draft
            .iter()
            .filter(|commitment| commitment.is_complete())
            .count()
    }

    /// The commitments that count in a month's rating: as last submitted, else as drafted.
    pub fn in_force(&self) -> Vec<Commitment> {
        self.last()
            .map_or_else(|| self.written(), |last| last.commitments.clone())
    }

    /// Freezes the draft as a new revision. `false`, and nothing changes, when a commitment in it
    /// is incomplete, there is none, or nothing changed since the last.
    pub fn submit(&mut self, today: Day) -> bool {
        let commitments = self.written();
        let complete = !commitments.is_empty() && commitments.iter().all(Commitment::is_complete);
        if !complete || matches!(self.status(), PledgeStatus::Standing(_)) {
            return false;
        }
        let number = self.last().map_or(1, |last| last.number + 1);
        self.draft.clone_from(&commitments);
        self.revisions.push(PledgeRevision {
            number,
            submitted_on: today,
            stage: Stage::Submitted,
            commitments,
        });
        true
    }

    /// Records how far the last revision has come. `false` when there is none, or when the day
    /// lies before the step that must come first.
    pub fn set_stage(&mut self, stage: Stage) -> bool {
        let Some(last) = self.revisions.last_mut() else {
            return false;
        };
        let in_order = match stage {
            Stage::Submitted => true,
            Stage::Adopted { on } => on >= last.submitted_on,
            Stage::Posted { adopted_on, on } => adopted_on >= last.submitted_on && on >= adopted_on,
        };
        if in_order {
            last.stage = stage;
        }
        in_order
    }

    /// Drops what was changed since the last submission.
    pub fn discard_changes(&mut self) {
        if let Some(last) = self.revisions.last() {
            self.draft.clone_from(&last.commitments);
        }
    }

    /// What the draft changes against the last revision; empty when there is none.
    pub fn changes(&self) -> Vec<Change> {
        self.last()
            .map(|last| changes(&last.commitments, &self.written()))
            .unwrap_or_default()
    }
}

/// What changed from `before` to `after` for someone who reads both, matched by the commitments'
/// ids: their order is not a change.
pub fn changes(before: &[Commitment], after: &[Commitment]) -> Vec<Change> {
    let mut found = Vec::new();
    for new in after {
        match before.iter().find(|old| old.id == new.id) {
            None => found.push(Change::Added(new.clone())),
            Some(old) => {
                let pairs = old.answers().into_iter().zip(new.answers()).enumerate();
                let answers: Vec<_> = pairs
                    .filter(|(_, (a, b))| a != b)
                    .map(|(i, (a, b))| (i, a, b))
                    .collect();
                if !answers.is_empty() {
                    found.push(Change::Edited {
                        commitment: new.clone(),
                        answers,
                    });
                }
            }
        }
    }
    let gone = before
        .iter()
        .filter(|old| after.iter().all(|new| new.id != old.id));
    found.extend(gone.cloned().map(Change::Removed));
    found
}
