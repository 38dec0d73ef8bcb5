//! What a branch's backup may hold beyond its types. As in [`rules`](super::rules), whatever the page
//! itself lets a secretary write must pass.

use std::collections::BTreeSet;

use super::BranchBackup;
use super::problem::What;
use super::rules::{
    Checked, MAX_STANDARDS, at_most, commitments, each, months_of, once, pack, pledge_revisions,
    year, year_at,
};
use crate::domain::Pledge;
use crate::domain::branch::{Branch, BranchYear, Dossier, Person, Received};

/// Rules of a branch's backup and of a year's archive.
pub fn backup(backup: &BranchBackup) -> Checked {
    if let Some(year) = backup.archive_of {
        year_at("archive_of", year)?;
    }
    branch(&backup.branch).map_err(|problem| problem.under("branch"))?;
    let people: BTreeSet<_> = backup
        .branch
        .roster
        .people
        .iter()
        .map(|person| &person.id)
        .collect();
    let mut seen = BTreeSet::new();
    each(&backup.dossiers, |one| {
        if !people.contains(&one.person) {
            return Err(What::NotOnRoster.at("person"));
        }
        if !seen.insert((&one.person, one.year)) {
            return Err(What::DoubledDossier(one.year).at("year"));
        }
        match backup.archive_of {
            Some(year) if one.year != year => Err(What::OtherDossier(year).at("year")),
            _ => dossier(one),
        }
    })
    .map_err(|problem| problem.under("dossiers"))
}

fn branch(branch: &Branch) -> Checked {
    let people = &branch.roster.people;
    once(people.iter().map(|person| &person.id))
        .and_then(|()| each(people, person))
        .map_err(|problem| problem.under("people").under("roster"))?;
    let mut last = None;
    each(&branch.years, |year| {
        if last.replace(year.year) >= Some(year.year) {
            return Err(What::YearOrder.at("year"));
        }
        branch_year(year)
    })
    .map_err(|problem| problem.under("years"))
}

fn person(person: &Person) -> Checked {
    let least = 1;
    if person.standings.is_empty() {
        return Err(What::TooFew { least }.at("standings"));
    }
    if person.stays.is_empty() {
        return Err(What::TooFew { least }.at("stays"));
    }
    Ok(())
}

fn branch_year(of: &BranchYear) -> Checked {
    year(of.year)?;
    if let Some(packs) = &of.packs {
        pack(&packs.draft)
            .map_err(|problem| problem.under("draft"))
            .and_then(|()| {
                each(&packs.issued, |issued| {
                    pack(&issued.pack).map_err(|problem| problem.under("pack"))
                })
                .map_err(|problem| problem.under("issued"))
            })
            .map_err(|problem| problem.under("packs"))?;
    }
    pledge(&of.own_pledge).map_err(|problem| problem.under("own_pledge"))?;
    months_of(of.year, of.own_months.keys(), "own_months")?;
    months_of(of.year, of.meetings.keys(), "meetings")?;
    for (month, meeting) in of.meetings.iter() {
        once(meeting.deeds.iter().map(|deed| &deed.id)).map_err(|problem| {
            problem
                .under("deeds")
                .under(&month.to_string())
                .under("meetings")
        })?;
    }
    once(of.commendations.iter().map(|one| &one.id))
        .map_err(|problem| problem.under("commendations"))
}

fn pledge(pledge: &Pledge) -> Checked {
    commitments(&pledge.draft).map_err(|problem| problem.under("draft"))?;
    pledge_revisions(&pledge.revisions).map_err(|problem| problem.under("revisions"))
}

fn dossier(dossier: &Dossier) -> Checked {
    year(dossier.year)?;
    if let Some(one) = &dossier.received {
        received(dossier.year, one).map_err(|problem| problem.under("received"))?;
    }
    each(&dossier.other_handbooks, |one| received(dossier.year, one))
        .map_err(|problem| problem.under("other_handbooks"))?;
    months_of(dossier.year, dossier.assessments.keys(), "assessments")
}

fn received(year: i32, received: &Received) -> Checked {
    if let Some(pledge) = &received.pledge {
        pledge_revisions(&pledge.value.revisions)
            .map_err(|problem| problem.under("revisions").under("value").under("pledge"))?;
    }
    months_of(year, received.months.keys(), "months")?;
    at_most(received.own_standards.len(), MAX_STANDARDS)
        .map_err(|problem| problem.under("own_standards"))
}
