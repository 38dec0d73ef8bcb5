//! What hangs on the wall: the branch's own pledge first, then who agreed.

use so_tay::domain::branch::adoption::Publicity;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::wall::wall;

use crate::day;

#[test]
fn the_branch_s_own_pledge_hangs_first_and_then_those_who_agreed() {
    let today = day("2026-11-22");
    let (branch, dossiers) = sample_branch(today);
    let dossiers: Vec<_> = dossiers
        .into_iter()
        .filter(|one| one.year == 2026)
        .collect();
    let list = wall(&branch, &dossiers, 2026, today);
    let (own, people) = list.split_first().expect("a list");
    assert_eq!((own.person.as_ref(), own.commitments.len()), (None, 2));
    assert_eq!(own.name, branch.name);
    assert_eq!((own.adopted_on, own.posted_on), (day("2026-02-05"), None));
    for one in people {
        let person = one.person.as_ref().expect("somebody");
        let dossier = dossiers.iter().find(|known| known.person == *person);
        let dossier = dossier.expect("a dossier");
        assert!(dossier.posting_consent().is_some());
        assert!(matches!(
            dossier.publicity(),
            Publicity::Posted(_) | Publicity::Ready
        ));
        assert_eq!(one.posted_on, dossier.posted_on);
    }
    assert_eq!(people.len(), 38);
    let amended = people
        .iter()
        .find(|one| one.name == "Đỗ Thị Lan")
        .expect("there");
    let measure = &amended.commitments[0].measure;
    assert!(
        !measure.contains("bưu điện"),
        "as adopted, not as changed since"
    );
}

#[test]
fn before_the_first_meeting_the_wall_is_empty() {
    let today = day("2026-02-04");
    let (branch, dossiers) = sample_branch(today);
    let dossiers: Vec<_> = dossiers
        .into_iter()
        .filter(|one| one.year == 2026)
        .collect();
    assert_eq!(wall(&branch, &dossiers, 2026, today), []);
}
