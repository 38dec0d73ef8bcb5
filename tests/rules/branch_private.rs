//! What the branch thinks of one person, and what a person wrote for the branch's eyes, is in nothing that
//! goes to all: no table, no agenda, no reminder, no list on the wall. A feedback holds its own person's
//! alone.

use so_tay::domain::branch::agenda::{agenda, agenda_text, reminder_to_all};
use so_tay::domain::branch::months::Word;
use so_tay::domain::branch::registration::registration;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::wall::wall;
use so_tay::domain::branch::{Branch, Dossier};
use so_tay::domain::{ItemId, YearMonth};
use so_tay::exchange::tables::{
    commendations_table, csv, months_table, registration_table, roster_table,
};

use crate::day;

const YEAR: i32 = 2026;

fn mark(person: &ItemId) -> String {
    format!("zq-{person}-qz")
}

/// The sample branch, every text of one person's marked with the person's own mark.
fn marked() -> (Branch, Vec<Dossier>) {
    let (branch, mut dossiers) = sample_branch(day("2026-11-22"));
    for dossier in &mut dossiers {
        let mark = mark(&dossier.person);
        dossier.remark.clone_from(&mark);
        let conclusions = dossier.conclusions.values_mut();
        for assessment in dossier.assessments.values_mut().chain(conclusions) {
            assessment.remark.clone_from(&mark);
        }
        for month in dossier
            .received
            .iter_mut()
            .flat_map(|all| all.months.values_mut())
        {
            month.value.note.clone_from(&mark);
            for rating in month.value.commitments.values_mut() {
                rating.evidence.clone_from(&mark);
            }
        }
    }
    (branch, dossiers)
}

#[test]
fn what_goes_to_all_holds_nothing_that_was_said_of_one() {
    let (branch, dossiers) = marked();
    let today = day("2026-11-22");
    let everyone: Vec<_> = branch
        .roster
        .people
        .iter()
        .map(|one| one.id.clone())
        .collect();
    let mut going = vec![
        csv(&roster_table(&branch, today).texts()),
        csv(&registration_table(&branch, &dossiers, YEAR, today).texts()),
        csv(&months_table(&branch, &dossiers, YEAR, today, Word::Own).texts()),
        csv(&months_table(&branch, &dossiers, YEAR, today, Word::Branch).texts()),
        csv(&commendations_table(&branch, YEAR).texts()),
        format!("{:?}", wall(&branch, &dossiers, YEAR, today)),
        registration(&branch, &dossiers, YEAR, today).reminder_to_all(&branch, &everyone, today),
    ];
    for month in YearMonth::all_of(YEAR) {
        let agenda = agenda(&branch, &dossiers, month, today);
        going.push(agenda_text(&branch, &agenda, month));
        going.push(reminder_to_all(&branch, &everyone, month, today));
    }
    assert!(dossiers.len() > 40, "of a whole branch");
    for text in going {
        assert!(!text.contains("zq-"), "{text}");
    }
}

#[test]
fn a_feedback_holds_its_own_persons_words_alone() {
    let (branch, dossiers) = marked();
    let mut told = 0;
    for dossier in &dossiers {
        let Some(feedback) = dossier.feedback(&branch, day("2026-11-22")) else {
            continue;
        };
        let said = format!("{feedback:?}");
        let own = mark(&dossier.person);
        assert!(said.contains(&own), "{said}");
        assert!(!said.replace(&own, "").contains("zq-"), "{said}");
        told += 1;
    }
    assert!(told > 20, "{told} people are told something");
}
