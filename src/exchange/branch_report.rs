//! The branch's report to the level above. The desk writes it; what reads it is a program of that level, by
//! [`open_branch_report`] or by the published schema.

use sha2::{Digest, Sha256};

use super::problem::What;
use super::rules::{Checked, year};
use super::{Envelope, Kind, Nfc, Problem, unseal, write};
use crate::domain::branch::sent_report::{Reached, SentReport};
use crate::domain::{DocumentId, Review};

pub fn write_branch_report(envelope: &Envelope<SentReport>, nfc: Nfc) -> String {
    write(Kind::BranchReport, envelope, nfc)
}

/// As [`open`](super::open), for this kind only.
pub fn open_branch_report(bytes: &[u8], nfc: Nfc) -> Result<Envelope<SentReport>, Problem> {
    unseal(bytes, nfc, &[Kind::BranchReport])?.open(report)
}

/// The document's id: the same for every file of a branch's report of that year and period.
pub fn report_document(branch: &DocumentId, of_year: i32, review: Review) -> DocumentId {
    let period = match review {
        Review::HalfYear => "half_year",
        Review::FullYear => "full_year",
    };
    let hash = Sha256::digest(format!("{}/{of_year}/{period}", branch.as_str()));
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    DocumentId::new(id)
}

fn report(report: &SentReport) -> Checked {
    year(report.year)?;
    let counts = &report.counts;
    for (place, count) in [
        ("members", counts.members),
        ("non_members", counts.non_members),
        ("months", counts.months),
    ] {
        within(count).map_err(|problem| problem.under(place).under("counts"))?;
    }
    if counts.late > counts.months.done {
        return Err(What::MoreThanAll.at("late").under("counts"));
    }
    Ok(())
}

fn within(count: Reached) -> Checked {
    if count.done > count.of {
        return Err(What::MoreThanAll.at("done"));
    }
    Ok(())
}
