//! What a file may hold beyond its types: sizes, ranges, order, names used once.
//!
//! The limits are published in `schema/`. Whatever the page itself lets a person write must pass
//! here, or a backup could not be restored; so names that lead nowhere (a standard that was
//! dropped, a level of a scale that was changed) are no reason to refuse a file: every look-up
//! copes with them.

use std::ops::RangeInclusive;

use super::Backup;
use super::problem::{Problem, What};
use crate::domain::calendar::YEARS;
use crate::domain::handover::HandedPledge;
use crate::domain::pack::{Classification, Standard, Topic};
pub use crate::domain::pack::{
    MAX_POSTS, MAX_STANDARDS, MAX_TOPICS, MAX_WORKS, MEETING_DAY, QUOTA, SCALE,
};
use crate::domain::{
    Commitment, Day, Deed, Feedback, Handbook, Handover, ItemId, PledgeRevision, Shortcoming,
    Stage, StandardsPack, YearMonth,
};
use crate::json::{Unfit, quoted};

/// Of a pack, a hand-over, and the kinds to come.
pub const MAX_BYTES: usize = 1024 * 1024;
pub const MAX_BACKUP_BYTES: usize = 8 * 1024 * 1024;
/// All that a device has room for, laid out for people to read: 300 people and six years.
pub const MAX_BRANCH_BACKUP_BYTES: usize = 64 * 1024 * 1024;
/// Characters (code points, in NFC) of any one text.
pub const MAX_TEXT: usize = 4000;
/// Objects and lists within each other, the envelope counted.
pub const MAX_DEPTH: usize = 32;
/// Entries of any list or map that has no narrower limit.
pub const MAX_LIST: usize = 1000;
/// The same in a branch's backup: a dossier a person and year, an entry a handbook ever received.
pub const MAX_BRANCH_LIST: usize = 10_000;
/// Either way: beyond it JSON's readers differ.
pub const MAX_INTEGER: i64 = (1 << 53) - 1;
/// Of one draft or revision.
pub const MAX_COMMITMENTS: usize = 50;

pub(super) type Checked = Result<(), Problem>;

/// Rules of a pack.
pub fn pack(pack: &StandardsPack) -> Checked {
    year(pack.year)?;
    between("member", pack.quotas.member, QUOTA)
        .and_then(|()| between("non_member", pack.quotas.non_member, QUOTA))
        .map_err(|problem| problem.under("quotas"))?;
    between("meeting_day", pack.meeting_day, MEETING_DAY)?;
    topics(&pack.topics).map_err(|problem| problem.under("topics"))?;
    standards(&pack.standards).map_err(|problem| problem.under("standards"))?;
    let scale = || {
        if pack.scale.len() < *SCALE.start() {
            let least = *SCALE.start();
            return Err(What::TooFew { least }.into());
        }
        at_most(pack.scale.len(), *SCALE.end())?;
        once(pack.scale.iter().map(|level| &level.id))
    };
    scale().map_err(|problem| problem.under("scale"))?;
    match &pack.classification {
        Some(own) => classification(own).map_err(|problem| problem.under("classification")),
        None => Ok(()),
    }
}

fn classification(own: &Classification) -> Checked {
    let classes = || {
        if own.classes.len() < *SCALE.start() {
            let least = *SCALE.start();
            return Err(What::TooFew { least }.into());
        }
        at_most(own.classes.len(), *SCALE.end())?;
        once(own.classes.iter().map(|class| &class.id))
    };
    classes().map_err(|problem| problem.under("classes"))
}

fn topics(topics: &[Topic]) -> Checked {
    at_most(topics.len(), MAX_TOPICS)?;
    once(topics.iter().map(|topic| &topic.id))?;
    each(topics, |topic| {
        if topic.to < topic.from {
            return Err(What::QuartersReversed.at("to"));
        }
        at_most(topic.works.len(), MAX_WORKS)
            .and_then(|()| once(topic.works.iter().map(|work| &work.id)))
            .map_err(|problem| problem.under("works"))
    })
}

pub(super) fn standards(standards: &[Standard]) -> Checked {
    at_most(standards.len(), MAX_STANDARDS)?;
    once(standards.iter().map(|standard| &standard.id))?;
    each(standards, |standard| {
        at_most(standard.posts.len(), MAX_POSTS).map_err(|problem| problem.under("posts"))
    })
}

/// Rules of a hand-over.
pub fn handover(handover: &Handover) -> Checked {
    year(handover.year)?;
    if let Some(HandedPledge { revisions, .. }) = &handover.pledge {
        pledge_revisions(revisions)
            .map_err(|problem| problem.under("revisions").under("pledge"))?;
    }
    months_of(handover.year, handover.months.keys(), "months")?;
    shortcomings(&handover.shortcomings)?;
    deeds(&handover.deeds)?;
    standards(&handover.own_standards).map_err(|problem| problem.under("own_standards"))
}

/// Rules of a feedback.
pub fn feedback(feedback: &Feedback) -> Checked {
    year(feedback.year)?;
    let adopted_on = feedback.adopted.map(|adopted| adopted.on);
    if feedback
        .posted_on
        .is_some_and(|on| adopted_on.is_none_or(|adopted_on| on < adopted_on))
    {
        return Err(What::StageOrder.at("posted_on"));
    }
    months_of(feedback.year, feedback.assessments.keys(), "assessments")
}

/// Rules of a backup.
pub fn backup(backup: &Backup) -> Checked {
    let mut ids: Vec<_> = Vec::new();
    let handbooks = each(&backup.handbooks, |book| {
        if ids.contains(&&book.id) {
            return Err(What::DoubledId(book.id.to_string()).at("id"));
        }
        ids.push(&book.id);
        handbook(book)
    });
    handbooks.map_err(|problem| problem.under("handbooks"))
}

fn handbook(handbook: &Handbook) -> Checked {
    year(handbook.year)?;
    pack(&handbook.pack.pack).map_err(|problem| problem.under("pack").under("pack"))?;
    each(&handbook.earlier_packs, |held| {
        pack(&held.pack).map_err(|problem| problem.under("pack"))
    })
    .map_err(|problem| problem.under("earlier_packs"))?;
    commitments(&handbook.pledge.draft)
        .map_err(|problem| problem.under("draft"))
        .and_then(|()| {
            pledge_revisions(&handbook.pledge.revisions)
                .map_err(|problem| problem.under("revisions"))
        })
        .map_err(|problem| problem.under("pledge"))?;
    months_of(handbook.year, handbook.months.keys(), "months")?;
    shortcomings(&handbook.shortcomings)?;
    deeds(&handbook.deeds)?;
    if let Some(content) = &handbook.handed.content {
        handover(content).map_err(|problem| problem.under("content").under("handed"))?;
    }
    match &handbook.feedback {
        Some(held) => {
            feedback(&held.told).map_err(|problem| problem.under("told").under("feedback"))
        }
        None => Ok(()),
    }
}

pub(super) fn pledge_revisions(revisions: &[PledgeRevision]) -> Checked {
    let mut last = 0;
    each(revisions, |revision| {
        if revision.number <= last {
            return Err(What::RevisionOrder.at("number"));
        }
        // There must be one after it.
        if revision.number == u32::MAX {
            return Err(What::Json(Unfit::Range).at("number"));
        }
        last = revision.number;
        if !in_order(revision.submitted_on, revision.stage) {
            return Err(What::StageOrder.at("stage"));
        }
        commitments(&revision.commitments).map_err(|problem| problem.under("commitments"))
    })
}

fn in_order(submitted_on: Day, stage: Stage) -> bool {
    match stage {
        Stage::Submitted => true,
        Stage::Adopted { on } => submitted_on <= on,
        Stage::Posted { adopted_on, on } => submitted_on <= adopted_on && adopted_on <= on,
    }
}

pub(super) fn commitments(commitments: &[Commitment]) -> Checked {
    at_most(commitments.len(), MAX_COMMITMENTS)?;
    once(commitments.iter().map(|commitment| &commitment.id))
}

fn shortcomings(shortcomings: &[Shortcoming]) -> Checked {
    once(shortcomings.iter().map(|shortcoming| &shortcoming.id))
        .map_err(|problem| problem.under("shortcomings"))
}

fn deeds(deeds: &[Deed]) -> Checked {
    once(deeds.iter().map(|deed| &deed.id)).map_err(|problem| problem.under("deeds"))
}

pub(super) fn months_of<'m>(
    year: i32,
    mut months: impl Iterator<Item = &'m YearMonth>,
    place: &str,
) -> Checked {
    match months.find(|month| month.year() != year) {
        Some(month) => {
            Err(What::OtherYear(year).at(&month.to_string())).map_err(|p: Problem| p.under(place))
        }
        None => Ok(()),
    }
}

pub(super) fn year(year: i32) -> Checked {
    year_at("year", year)
}

pub(super) fn year_at(key: &str, year: i32) -> Checked {
    let (from, to) = ((*YEARS.start()).into(), (*YEARS.end()).into());
    if YEARS.contains(&year) {
        Ok(())
    } else {
        Err(What::Between { from, to }.at(key))
    }
}

fn between(key: &str, number: u8, range: RangeInclusive<u8>) -> Checked {
    let (from, to) = ((*range.start()).into(), (*range.end()).into());
    if range.contains(&number) {
        Ok(())
    } else {
        Err(What::Between { from, to }.at(key))
    }
}

pub(super) fn at_most(length: usize, most: usize) -> Checked {
    if length > most {
        Err(What::Json(Unfit::TooMany { most }).into())
    } else {
        Ok(())
    }
}

/// Each item under its index.
pub(super) fn each<'i, T>(items: &'i [T], mut check: impl FnMut(&'i T) -> Checked) -> Checked {
    for (index, item) in items.iter().enumerate() {
        check(item).map_err(|problem| problem.in_list(index))?;
    }
    Ok(())
}

/// No name is used twice among siblings. Lists are short.
pub(super) fn once<'i>(ids: impl Iterator<Item = &'i ItemId>) -> Checked {
    let mut seen: Vec<&ItemId> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            let doubled = What::DoubledId(quoted(id.as_str()));
            return Err(doubled.at("id").in_list(seen.len()));
        }
        seen.push(id);
    }
    Ok(())
}

/// RFC 3339 with an offset: `2026-11-22T09:30:00+07:00`, also with `Z` and a fraction.
pub(super) fn is_timestamp(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else {
        return false;
    };
    if day.parse::<Day>().is_err() {
        return false;
    }
    let Some((clock, rest)) = time.split_at_checked(8) else {
        return false;
    };
    let offset = match rest.strip_prefix('.') {
        Some(fraction) => {
            let offset = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if offset.len() == fraction.len() {
                return false;
            }
            offset
        }
        None => rest,
    };
    let offset_fits = offset == "Z"
        || offset
            .strip_prefix(['+', '-'])
            .is_some_and(|offset| is_clock(offset, &[23, 59]));
    is_clock(clock, &[23, 59, 60]) && offset_fits
}

/// Two digits a part, colons between, no part beyond its greatest.
fn is_clock(text: &str, greatest: &[u8]) -> bool {
    let mut parts = text.split(':');
    let fits = greatest.iter().all(|greatest| {
        parts.next().is_some_and(|part| {
            part.len() == 2
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && part.parse::<u8>().is_ok_and(|number| number <= *greatest)
        })
    });
    fits && parts.next().is_none()
}
