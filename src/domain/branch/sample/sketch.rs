//! What the sample's people are made from: who they are, what they pledge, how they keep at it.

use crate::domain::people::Standing;

/// A commitment, and what its months say of it.
pub(super) struct Task {
    pub action: &'static str,
    pub measure: &'static str,
    /// As it would be typed; blank: the end of the year.
    pub by: &'static str,
    pub standard: &'static str,
    /// "{}" stands for what was done, a second one for what there was to do.
    pub evidence: &'static str,
    /// About how much there is to do in a month.
    pub a_month: u8,
}

pub(super) const fn task(
    action: &'static str,
    measure: &'static str,
    (by, standard): (&'static str, &'static str),
    evidence: &'static str,
    a_month: u8,
) -> Task {
    Task {
        action,
        measure,
        by,
        standard,
        evidence,
        a_month,
    }
}

/// A shortcoming of this year.
pub(super) struct Slip {
    pub month: u8,
    pub standard: &'static str,
    pub text: &'static str,
    pub remedy: &'static str,
    /// Day and month.
    pub by: (u8, u8),
    /// Day and month on which it was put right.
    pub put_right: Option<(u8, u8)>,
}

/// How the pledge came, if it did.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Pledged {
    /// In a file, in the first month.
    InTime,
    /// In March, after a reminder.
    Late,
    /// By hand, without the page: how many commitments.
    OnPaper(u8),
    /// Not at all, with the reason where one is known.
    Not(&'static str),
}

#[derive(Clone, Copy)]
pub(super) struct Sketch {
    pub name: &'static str,
    pub standing: Standing,
    pub duty: &'static str,
    pub tasks: &'static [Task],
    pub pledged: Pledged,
    /// Said yes to its being posted.
    pub consents: bool,
    /// The pledge was changed in June, and handed in anew.
    pub amended: bool,
    /// Months of this year, by number.
    pub late: &'static [u8],
    pub missed: &'static [u8],
    /// The last month that came.
    pub last: u8,
    pub slips: &'static [Slip],
    pub note: Option<(u8, &'static str)>,
}

pub(super) const fn member(
    name: &'static str,
    duty: &'static str,
    tasks: &'static [Task],
) -> Sketch {
    Sketch {
        name,
        standing: Standing::Member,
        duty,
        tasks,
        pledged: Pledged::InTime,
        consents: true,
        amended: false,
        late: &[],
        missed: &[],
        last: 12,
        slips: &[],
        note: None,
    }
}

/// quần chúng
pub(super) const fn staff(
    name: &'static str,
    duty: &'static str,
    tasks: &'static [Task],
) -> Sketch {
    Sketch {
        standing: Standing::NonMember,
        ..member(name, duty, tasks)
    }
}

impl Sketch {
    pub(super) const fn pledged(mut self, pledged: Pledged) -> Self {
        self.pledged = pledged;
        self
    }

    pub(super) const fn unposted(mut self) -> Self {
        self.consents = false;
        self
    }

    pub(super) const fn amended(mut self) -> Self {
        self.amended = true;
        self
    }

    pub(super) const fn late(mut self, months: &'static [u8]) -> Self {
        self.late = months;
        self
    }

    pub(super) const fn missed(mut self, months: &'static [u8]) -> Self {
        self.missed = months;
        self
    }

    pub(super) const fn last(mut self, month: u8) -> Self {
        self.last = month;
        self
    }

    pub(super) const fn slips(mut self, slips: &'static [Slip]) -> Self {
        self.slips = slips;
        self
    }

    pub(super) const fn note(mut self, month: u8, words: &'static str) -> Self {
        self.note = Some((month, words));
        self
    }
}
