//! Good examples: told with consent only, proposed once, commended in time.

use so_tay::domain::branch::agenda::{agenda, agenda_text};
use so_tay::domain::branch::deeds::{
    is_taken_back, not_commended, proposal, to_tell, without_line,
};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{
    Award, Branch, Commendation, CommendationLevel, Dossier, GoodDeed, Versioned,
};
use so_tay::domain::{Day, Deed};

use crate::{day, item, month};

const TEXT: &str = "Đưa cụ già lạc đường về nhà";

/// The sample of November, in which one person handed in this deed, with consent or without.
fn branch_with(consent: Option<&str>) -> (Branch, Vec<Dossier>) {
    let (branch, dossiers) = sample_branch(day("2026-11-22"));
    let of_year = dossiers.into_iter().filter(|dossier| dossier.year == 2026);
    let mut dossiers: Vec<_> = of_year.collect();
    for dossier in &mut dossiers {
        if let Some(received) = &mut dossier.received {
            received.deeds.clear();
        }
    }
    let received = dossiers
        .iter_mut()
        .find_map(|dossier| dossier.received.as_mut());
    let deed = Deed {
        id: item("deed"),
        on: day("2026-07-03"),
        text: TEXT.to_owned(),
        witness: "Tổ dân phố".to_owned(),
        consent: consent.map(|on| -> Day { day(on) }),
    };
    let value = deed.handed();
    let handed = Versioned { revision: 3, value };
    received
        .expect("somebody")
        .deeds
        .insert(item("deed"), handed);
    (branch, dossiers)
}

fn only(branch: &Branch, dossiers: &[Dossier]) -> GoodDeed {
    let open = to_tell(branch, dossiers);
    let [(on, deed)] = &open[..] else {
        panic!("one deed, not {open:?}")
    };
    assert_eq!((*on, deed.text.as_str()), (day("2026-07-03"), TEXT));
    deed.clone()
}

#[test]
fn a_deed_stands_ready_until_a_meeting_takes_it_up_and_then_waits_for_its_commendation() {
    let (mut branch, dossiers) = branch_with(Some("2026-07-03"));
    let deed = only(&branch, &dossiers);
    let before = not_commended(&branch, &dossiers, &[], 2026).len();

    branch
        .meeting_mut(month("2026-12"))
        .deeds
        .push(deed.clone());
    assert!(to_tell(&branch, &dossiers).is_empty());
    let waiting = not_commended(&branch, &dossiers, &[], 2026);
    assert_eq!(waiting.len(), before, "it is the same one");
    assert!(waiting.contains(&deed));

    branch.year_mut(2026).commendations.push(Commendation {
        id: item("c"),
        level: CommendationLevel::Branch,
        award: Award::Person(deed.person.clone().expect("somebody's")),
        on: None,
        merit: format!(" {TEXT} "),
    });
    assert!(!not_commended(&branch, &dossiers, &[], 2026).contains(&deed));
}

#[test]
fn without_consent_nothing_stands_anywhere() {
    let (branch, dossiers) = branch_with(None);
    assert!(to_tell(&branch, &dossiers).is_empty());
    let waiting = not_commended(&branch, &dossiers, &[], 2026);
    assert!(waiting.iter().all(|deed| deed.text != TEXT));
}

#[test]
fn consent_taken_back_takes_it_off_the_agenda() {
    let (mut branch, dossiers) = branch_with(Some("2026-07-03"));
    let deed = only(&branch, &dossiers);
    let december = month("2026-12");
    branch.meeting_mut(december).deeds.push(deed.clone());
    let told = |dossiers: &[Dossier]| {
        let agenda = agenda(&branch, dossiers, december, day("2026-11-22"));
        agenda_text(&branch, &agenda, december).contains(TEXT)
    };
    assert!(told(&dossiers));
    let (_, taken_back) = branch_with(None);
    assert!(is_taken_back(&deed, &taken_back));
    assert!(!told(&taken_back));
    let waiting = not_commended(&branch, &taken_back, &[], 2026);
    assert!(waiting.iter().all(|deed| deed.text != TEXT));
}

#[test]
fn a_proposal_names_the_person_and_the_deed() {
    let (branch, dossiers) = branch_with(Some("2026-07-03"));
    let deed = only(&branch, &dossiers);
    let name = branch
        .roster
        .called(deed.person.as_ref().expect("somebody"));
    let line = format!("Đề nghị biểu dương {name}: {TEXT}");
    assert_eq!(proposal(&branch, &deed), Some(line));
    let of_nobody = GoodDeed {
        person: None,
        ..deed
    };
    assert_eq!(proposal(&branch, &of_nobody), None);
}

/// January's meeting takes up last year: its deeds, and whoever takes one back.
#[test]
fn the_turn_of_the_year_tells_nothing_twice_and_nothing_that_was_taken_back() {
    let (mut branch, dossiers) = branch_with(Some("2026-07-03"));
    let deed = only(&branch, &dossiers);
    let mut told_in_december = branch.clone();
    let december = told_in_december.meeting_mut(month("2026-12"));
    december.deeds.push(deed.clone());
    assert!(
        to_tell(&told_in_december, &dossiers).is_empty(),
        "in January, too"
    );

    branch
        .meeting_mut(month("2027-01"))
        .deeds
        .push(deed.clone());
    assert!(to_tell(&branch, &dossiers).is_empty());
    assert!(not_commended(&branch, &[], &dossiers, 2027).contains(&deed));
    let (_, taken_back) = branch_with(None);
    assert!(!not_commended(&branch, &[], &taken_back, 2027).contains(&deed));
}

#[test]
fn somebody_elses_commendation_in_the_same_words_is_another() {
    let (mut branch, dossiers) = branch_with(Some("2026-07-03"));
    let deed = only(&branch, &dossiers);
    let mut others = branch.roster.people.iter().map(|person| person.id.clone());
    let other = others
        .find(|id| Some(id) != deed.person.as_ref())
        .expect("somebody else");
    branch.year_mut(2026).commendations.push(Commendation {
        id: item("c"),
        level: CommendationLevel::Branch,
        award: Award::Person(other),
        on: None,
        merit: TEXT.to_owned(),
    });
    assert!(not_commended(&branch, &dossiers, &[], 2026).contains(&deed));
}

#[test]
fn an_undone_proposal_takes_its_own_line_and_no_other() {
    let line = "Đề nghị biểu dương Bình: Giúp dân";
    for (before, after) in [
        (line.to_owned(), ""),
        (format!("Họp xong\n{line}"), "Họp xong"),
        (format!("Họp xong\n{line}\nViết sau"), "Họp xong\nViết sau"),
        ("Viết lại cả".to_owned(), "Viết lại cả"),
    ] {
        assert_eq!(without_line(&before, line), after);
    }
}
