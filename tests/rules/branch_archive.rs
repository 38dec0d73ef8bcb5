//! A branch's own files: a backup in the place of what is there, a year put away and brought back.

use so_tay::domain::branch::archive::{Replacement, bring_back, put_away, replace, with_everyone};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Assessment, Branch, Dossier};
use so_tay::domain::{Day, DocumentId, YearMonth};
use so_tay::exchange::{BranchBackup, Envelope, open_branch_backup, write_branch_backup};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The sample as of autumn: 2025 whole, 2026 so far.
fn sample() -> (Branch, Vec<Dossier>) {
    sample_branch(day("2026-10-15"))
}

fn of_year(dossiers: &[Dossier], year: i32) -> Vec<Dossier> {
    dossiers
        .iter()
        .filter(|one| one.year == year)
        .cloned()
        .collect()
}

fn applied(held: &[Dossier], change: &Replacement) -> Vec<Dossier> {
    let key = |one: &Dossier| (one.person.clone(), one.year);
    let mut dossiers: Vec<_> = held
        .iter()
        .filter(|one| !change.gone.contains(&key(one)))
        .filter(|one| change.dossiers.iter().all(|new| key(new) != key(one)))
        .cloned()
        .chain(change.dossiers.iter().cloned())
        .collect();
    dossiers.sort_by_key(key);
    dossiers
}

#[test]
fn a_year_put_away_comes_back_as_it_was() {
    let (branch, dossiers) = sample();
    let held = applied(&dossiers, &replace(&[], branch.clone(), dossiers.clone()));
    let archived = of_year(&dossiers, 2025);
    let away = put_away(&branch, &archived, 2025, day("2026-10-15"));
    assert!(away.branch.is_archived(2025) && !away.branch.is_archived(2026));
    let left = applied(&held, &away);
    assert_eq!(left.len(), of_year(&dossiers, 2026).len());
    let back = bring_back(&away.branch, &[], &branch, archived, 2025);
    assert_eq!(back.branch, branch);
    assert_eq!(applied(&left, &back), held);
}

#[test]
fn what_was_written_since_a_year_was_put_away_stays() {
    let (branch, dossiers) = sample();
    let archived = of_year(&dossiers, 2025);
    let away = put_away(&branch, &archived, 2025, day("2026-10-15"));
    let old = archived
        .iter()
        .find(|one| one.received.is_some() && one.assessments.len() == 12)
        .expect("somebody with a whole year");
    let month = YearMonth::new(2025, 3).expect("March");
    let mut since = Dossier::new(old.person.clone(), 2025);
    since.remark = "viết sau khi cất".to_owned();
    since.assessments.insert(
        month,
        Assessment {
            remark: "xem lại".to_owned(),
            ..Assessment::default()
        },
    );
    let back = bring_back(
        &away.branch,
        &[since.clone()],
        &branch,
        archived.clone(),
        2025,
    );
    let one = back
        .dossiers
        .iter()
        .find(|one| one.person == old.person)
        .expect("there");
    assert_eq!(one.received, old.received);
    assert_eq!((one.adopted, one.assessments.len()), (old.adopted, 12));
    assert_eq!(one.remark, since.remark);
    assert_eq!(one.assessments.get(&month), since.assessments.get(&month));
    assert!(back.gone.is_empty());
}

#[test]
fn an_archive_brings_along_people_whom_the_roster_no_longer_knows() {
    let (branch, dossiers) = sample();
    let mut here = branch.clone();
    let lost = here.roster.people.remove(0);
    here.years.retain(|year| year.year != 2025);
    let back = bring_back(&here, &[], &branch, of_year(&dossiers, 2025), 2025);
    assert_eq!(back.branch.roster.person(&lost.id), Some(&lost));
    assert_eq!(back.branch.year(2025), branch.year(2025));
    assert_eq!(back.branch.owners, branch.owners);
}

#[test]
fn a_backup_takes_the_place_of_everything_but_what_it_holds_none_of_by_its_nature() {
    let (branch, dossiers) = sample();
    // Made before anything was received this year.
    let early = of_year(&dossiers, 2025);
    let change = replace(&dossiers, branch.clone(), early.clone());
    assert_eq!(change.gone.len(), of_year(&dossiers, 2026).len());
    assert_eq!(applied(&dossiers, &change).len(), early.len());
    // Made when last year was put away: last year's stay, and are no longer away.
    let away = put_away(&branch, &early, 2025, day("2026-10-15"));
    let change = replace(&dossiers, away.branch, of_year(&dossiers, 2026));
    assert!(change.gone.is_empty() && !change.branch.is_archived(2025));
    assert_eq!(applied(&dossiers, &change).len(), dossiers.len());
}

#[test]
fn the_backup_of_an_earlier_roster_has_everyone_who_has_a_dossier() {
    let (whole, dossiers) = sample();
    let mut earlier = whole.clone();
    earlier.roster.people.truncate(3);
    let branch = with_everyone(earlier, &dossiers);
    for dossier in &dossiers {
        let found = branch
            .roster
            .person(&dossier.person)
            .expect("on the roster");
        let known = whole.roster.person(&dossier.person).expect("of the sample");
        if dossier.received.is_some() {
            assert_eq!((&found.name, found.standings.len()), (&known.name, 1));
        }
    }
    assert_eq!(with_everyone(branch.clone(), &dossiers), branch);
    assert_eq!(with_everyone(whole.clone(), &dossiers), whole);
    let file = Envelope {
        document_id: DocumentId::new([9; 16]),
        revision: 1,
        exported_at: "2026-11-22T09:30:00+07:00".to_owned(),
        app_version: "0.1.0".to_owned(),
        payload: BranchBackup {
            archive_of: None,
            branch,
            dossiers,
        },
    };
    let text = write_branch_backup(&file, &str::to_owned);
    assert_eq!(
        open_branch_backup(text.as_bytes(), &str::to_owned),
        Ok(file)
    );
}
