//! What the branch tells a person (phiếu nhận xét): adoption, posting, assessments, a remark; and a
//! handbook's taking it in.
//!
//! It stands beside what the person wrote and changes none of it, but for the day on which a pledge
//! was adopted or posted: there the branch's word counts. It never goes into a hand-over.

use std::cmp::Ordering;

use so_tay_derive::in_files;

use super::branch::Adopted;
use super::calendar::{Day, YearMonth};
use super::handbook::Handbook;
use super::ids::DocumentId;
use super::pledge::{PledgeRevision, Stage};
use super::review::Review;
use super::table::Table;

/// The whole of what the branch has to say so far: a later one takes the place of an earlier.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// The handbook that it is for.
    pub handbook: DocumentId,
    pub year: i32,
    /// The person's name, for people to see whose it is.
    pub name: String,
    /// chi bộ
    pub branch: String,
    pub given_on: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adopted>,
    /// công khai: not without an adoption, and not before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<Day>,
    /// By the month assessed, all of the year.
    #[serde(default)]
    pub assessments: Table<YearMonth, Assessed>,
    /// What it concluded of the reviews: the class, and a remark.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub conclusions: Table<Review, Assessed>,
    #[serde(default)]
    pub remark: String,
}

/// A month or a review as the branch assessed it, in words: the person's scale may be another.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Assessed {
    /// The level's or the class's name; empty: none was given.
    pub level: String,
    pub remark: String,
}

/// A feedback as it came out of its file, the last one that was taken in.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldFeedback {
    /// The file's: the same for all that one branch tells this handbook.
    pub document_id: DocumentId,
    pub revision: u32,
    pub told: Feedback,
}

/// Why a feedback can't be taken into a handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedbackRefusal {
    /// It is for another person's handbook, or another year's.
    OtherHandbook,
    /// This very one is held.
    AlreadyHeld,
    /// A newer one of the same branch is held.
    OlderThanHeld,
}

impl Feedback {
    /// One line for each thing that is said.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(adopted) = self.adopted {
            lines.push(format!("Bản đăng ký thông qua ngày {}", adopted.on));
        }
        if let Some(on) = self.posted_on {
            lines.push(format!("Bản đăng ký công khai ngày {on}"));
        }
        for (month, assessed) in self.assessments.iter() {
            lines.push(format!("Tháng {}: {}", month.number(), assessed.line()));
        }
        for (review, concluded) in self.conclusions.iter() {
            lines.push(format!("{}: {}", review.name(), concluded.line()));
        }
        if !self.remark.is_empty() {
            lines.push(format!("Nhận xét: {}", self.remark));
        }
        lines
    }
}

impl Assessed {
    /// "Tốt. Trả hồ sơ đúng hẹn hơn."
    pub fn line(&self) -> String {
        let between = if self.level.is_empty() || self.remark.is_empty() {
            ""
        } else {
            ". "
        };
        [&self.level, between, &self.remark].concat()
    }
}

impl Handbook {
    /// Whether [`take_feedback`](Self::take_feedback) would take it.
    pub fn accepts_feedback(&self, offered: &HeldFeedback) -> Result<(), FeedbackRefusal> {
        let told = &offered.told;
        if told.handbook != self.id || told.year != self.year {
            return Err(FeedbackRefusal::OtherHandbook);
        }
        match &self.feedback {
            Some(held) if held.document_id == offered.document_id => {
                match held.revision.cmp(&offered.revision) {
                    Ordering::Greater => Err(FeedbackRefusal::OlderThanHeld),
                    Ordering::Equal if held.told.lines() == told.lines() => {
                        Err(FeedbackRefusal::AlreadyHeld)
                    }
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Puts it in the place of an earlier one, and records adoption and posting with the revision of
    /// the pledge that they are of.
    pub fn take_feedback(&mut self, offered: HeldFeedback) -> Result<(), FeedbackRefusal> {
        self.accepts_feedback(&offered)?;
        settle(&mut self.pledge.revisions, &offered.told);
        // The branch need not be sent what it has just told.
        if let Some(content) = &mut self.handed.content
            && let Some(pledge) = &mut content.pledge
        {
            settle(&mut pledge.revisions, &offered.told);
        }
        self.feedback = Some(offered);
        Ok(())
    }

    /// Takes it back: what it settled is again as it was before.
    pub fn untake_feedback(&mut self, before: &Self) {
        self.feedback.clone_from(&before.feedback);
        self.pledge.revisions.clone_from(&before.pledge.revisions);
        if let (Some(content), Some(before)) = (&mut self.handed.content, &before.handed.content) {
            content.pledge.clone_from(&before.pledge);
        }
    }
}

/// Days out of order are left alone, as are revisions that the branch does not name.
fn settle(revisions: &mut [PledgeRevision], told: &Feedback) {
    let Some(adopted) = told.adopted else {
        return;
    };
    let adopted_on = adopted.on;
    for revision in revisions {
        let recorded = match revision.stage {
            Stage::Posted { on, .. } => Some(on),
            _ => None,
        };
        let posted_on = told.posted_on.or(recorded);
        if revision.number == adopted.pledge_revision
            && revision.submitted_on <= adopted_on
            && posted_on.is_none_or(|on| adopted_on <= on)
        {
            revision.stage = match posted_on {
                Some(on) => Stage::Posted { adopted_on, on },
                None => Stage::Adopted { on: adopted_on },
            };
        }
    }
}
