//! The branch's own pledge (đăng ký của tập thể, S0). It is written, and adopted, by the collective
//! itself: so it is handed in by being adopted, in one step.

use crate::domain::calendar::Day;
use crate::domain::pledge::{Commitment, Pledge, PledgeRevision, PledgeStatus, Stage};

/// Why the draft can't be adopted on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnFault {
    /// No commitment was written.
    Blank,
    /// A commitment lacks what, how it is known, or by when.
    Incomplete,
    /// It says what was adopted already.
    Unchanged,
    /// What it follows is of this later day.
    Before(Day),
}

impl OwnFault {
    pub fn sentence(self) -> String {
        match self {
            Self::Blank => "Chưa có việc nào: viết ít nhất một việc".to_owned(),
            Self::Incomplete => {
                "Mỗi việc cần đủ ba ý: làm gì, làm sao biết là đã làm được, thời hạn".to_owned()
            }
            Self::Unchanged => "Bản này đã thông qua, chưa có gì thay đổi".to_owned(),
            Self::Before(day) => format!("Ngày này phải từ {day} trở đi"),
        }
    }
}

/// As it was adopted last: what may be put up.
pub fn adopted_own(pledge: &Pledge) -> Option<&PledgeRevision> {
    let mut revisions = pledge.revisions.iter().rev();
    revisions.find(|revision| revision.stage.adopted_on().is_some())
}

/// Adopts the draft in a meeting on that day; after a refusal nothing has changed.
pub fn adopt_own(pledge: &mut Pledge, on: Day) -> Result<(), OwnFault> {
    let written = || pledge.draft.iter().filter(|one| !one.is_blank());
    let last_day = pledge.last().map(|last| {
        let adopted = last.stage.adopted_on();
        adopted.unwrap_or(last.submitted_on)
    });
    if let Some(day) = last_day.filter(|day| on < *day) {
        return Err(OwnFault::Before(day));
    }
    let adopted = match pledge.status() {
        PledgeStatus::Standing(Stage::Submitted) => pledge.set_stage(Stage::Adopted { on }),
        PledgeStatus::Standing(_) => return Err(OwnFault::Unchanged),
        _ if written().next().is_none() => return Err(OwnFault::Blank),
        _ if !written().all(Commitment::is_complete) => return Err(OwnFault::Incomplete),
        PledgeStatus::Draft | PledgeStatus::Amending(_) => {
            pledge.submit(on) && pledge.set_stage(Stage::Adopted { on })
        }
    };
    debug_assert!(adopted, "the day and the draft were looked at");
    Ok(())
}

/// Records that what was adopted last was put up; `false` when there is nothing new to put up, or the
/// day lies before the adoption.
pub fn post_own(pledge: &mut Pledge, on: Day) -> bool {
    let stage = pledge.last().map(|last| last.stage);
    let Some(Stage::Adopted { on: adopted_on }) = stage else {
        return false;
    };
    pledge.set_stage(Stage::Posted { adopted_on, on })
}

/// An adoption recorded by mistake; the words are kept as the draft.
pub fn forget_own_adoption(pledge: &mut Pledge) {
    let Some(last) = pledge.revisions.pop() else {
        return;
    };
    if pledge.draft.is_empty() {
        pledge.draft = last.commitments;
    }
}
