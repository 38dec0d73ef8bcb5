use so_tay::domain::due::{Due, all_due, due_now, next_due};
use so_tay::domain::{Correction, Deadline, Handbook, Standing};

use crate::{commitment, day, handbook, handbook_begun, handbook_in_november, month, shortcoming};

fn due(handbook: &Handbook, today: &str) -> Option<Due> {
    due_now(handbook, day(today))
}

fn hand_over_everything(handbook: &mut Handbook, today: &str) {
    let parts = handbook.parts();
    let given = handbook.handover(&parts, day(today));
    let revision = handbook.next_handover_revision();
    handbook.record_handover(given, revision);
}

#[test]
fn the_pledge_comes_first_even_while_a_month_is_due() {
    let expected = Due::WritePledge {
        complete: 0,
        quota: 2,
    };
    assert_eq!(due(&handbook(), "2026-01-02"), Some(expected.clone()));
    assert_eq!(due(&handbook(), "2026-11-03"), Some(expected));
}

#[test]
fn the_pledge_is_to_be_written_until_the_quota_is_reached_and_then_handed_in() {
    let mut handbook = handbook();
    handbook.pledge.draft.push(commitment("viec-1"));
    assert_eq!(
        due(&handbook, "2026-01-02"),
        Some(Due::WritePledge {
            complete: 1,
            quota: 2
        })
    );
    handbook.pledge.draft.push(commitment("viec-2"));
    assert_eq!(due(&handbook, "2026-01-02"), Some(Due::SubmitPledge));
}

#[test]
fn one_commitment_is_enough_for_others_than_members() {
    let mut handbook = handbook();
    handbook.profile.standing = Standing::NonMember;
    handbook.pledge.draft.push(commitment("viec-1"));
    assert_eq!(due(&handbook, "2026-01-02"), Some(Due::SubmitPledge));
}

#[test]
fn where_nothing_is_asked_for_an_empty_pledge_is_still_to_be_written() {
    let mut handbook = handbook();
    handbook.pack.pack.quotas.member = 0;
    assert_eq!(
        due(&handbook, "2026-01-02"),
        Some(Due::WritePledge {
            complete: 0,
            quota: 0
        })
    );
}

#[test]
fn a_month_is_due_before_the_branch_meeting_with_the_days_left() {
    let handbook = handbook_in_november();
    let mut handbook = Handbook {
        months: handbook.months.clone(),
        ..handbook
    };
    handbook.months.remove(&month("2026-10"));
    let rate = |days_left| {
        Some(Due::Rate {
            month: month("2026-10"),
            until: day("2026-11-05"),
            days_left,
        })
    };
    assert_eq!(due(&handbook, "2026-10-31"), rate(5));
    assert_eq!(due(&handbook, "2026-11-03"), rate(2));
    assert_eq!(due(&handbook, "2026-11-05"), rate(0));
}

#[test]
fn december_is_due_in_the_january_after() {
    let mut handbook = handbook_in_november();
    handbook.complete_month(month("2026-11"), day("2026-11-30"));
    let expected = Due::Rate {
        month: month("2026-12"),
        until: day("2027-01-05"),
        days_left: 2,
    };
    assert_eq!(due(&handbook, "2027-01-03"), Some(expected));
}

#[test]
fn of_two_due_months_the_earlier_is_rated_first() {
    let mut handbook = handbook_in_november();
    handbook.pack.pack.meeting_day = 28;
    handbook.months.clear();
    let Some(Due::Rate { month: found, .. }) = due(&handbook, "2026-02-28") else {
        panic!("January and February are both due");
    };
    assert_eq!(found, month("2026-01"));
}

#[test]
fn a_due_month_comes_before_missed_ones() {
    let mut handbook = handbook_in_november();
    handbook.months.remove(&month("2026-10"));
    handbook.months.remove(&month("2026-07"));
    assert!(matches!(
        due(&handbook, "2026-11-03"),
        Some(Due::Rate { .. })
    ));
    let expected = Due::RateMissed {
        month: month("2026-10"),
        missed: 2,
    };
    assert_eq!(due(&handbook, "2026-11-06"), Some(expected));
}

#[test]
fn months_before_the_start_are_not_due() {
    let mut handbook = handbook_begun("2026-11-03");
    handbook.pledge.draft = vec![commitment("viec-1"), commitment("viec-2")];
    assert!(handbook.pledge.submit(day("2026-11-03")));
    assert!(matches!(
        due(&handbook, "2026-11-05"),
        Some(Due::Rate { .. })
    ));
    assert_eq!(
        due(&handbook, "2026-11-06"),
        Some(Due::HandOver { parts: 1 })
    );
}

#[test]
fn the_longest_overdue_shortcoming_comes_before_the_hand_over() {
    let mut handbook = handbook_in_november();
    let on = |text| Some(Deadline::On(day(text)));
    handbook.shortcomings = vec![
        shortcoming("muon", on("2026-11-08")),
        shortcoming("lau-nhat", on("2026-11-07")),
        shortcoming("con-han", on("2026-11-30")),
    ];
    let late = due(&handbook, "2026-11-10");
    assert_eq!(
        late,
        Some(Due::PutRight {
            shortcoming: crate::item("lau-nhat"),
            since: day("2026-11-07")
        })
    );
    handbook.shortcomings[0].correction = Correction::PutRight {
        on: day("2026-11-09"),
    };
    handbook.shortcomings[1].correction = Correction::PutRight {
        on: day("2026-11-09"),
    };
    assert!(matches!(
        due(&handbook, "2026-11-10"),
        Some(Due::HandOver { .. })
    ));
}

#[test]
fn months_missed_long_ago_hide_nothing_that_can_still_be_done_in_time() {
    let mut handbook = handbook_in_november();
    handbook.shortcomings = vec![shortcoming("muon", Some(Deadline::On(day("2026-11-01"))))];
    handbook.months.remove(&month("2026-07"));
    assert!(matches!(
        due(&handbook, "2026-11-10"),
        Some(Due::PutRight { .. })
    ));
    handbook.shortcomings.clear();
    assert!(matches!(
        due(&handbook, "2026-11-10"),
        Some(Due::HandOver { .. })
    ));
    hand_over_everything(&mut handbook, "2026-11-10");
    assert!(matches!(
        due(&handbook, "2026-11-10"),
        Some(Due::RateMissed { .. })
    ));
}

#[test]
fn once_the_branch_has_everything_nothing_is_due() {
    let mut handbook = handbook_in_november();
    assert_eq!(
        due(&handbook, "2026-11-10"),
        Some(Due::HandOver { parts: 11 })
    );
    hand_over_everything(&mut handbook, "2026-11-10");
    assert_eq!(due(&handbook, "2026-11-10"), None);
}

#[test]
fn the_next_month_falls_due_on_its_last_day() {
    let handbook = handbook_in_november();
    assert_eq!(
        next_due(&handbook, day("2026-11-29")),
        Some((month("2026-11"), day("2026-11-30")))
    );
    assert_eq!(
        next_due(&handbook, day("2026-11-30")),
        Some((month("2026-12"), day("2026-12-31")))
    );
    assert_eq!(next_due(&handbook, day("2026-12-31")), None);
}

#[test]
fn a_month_that_is_begun_still_falls_due() {
    let mut handbook = handbook_in_november();
    handbook.rating_mut(month("2026-11")).branch_note = "x".to_owned();
    assert_eq!(
        next_due(&handbook, day("2026-11-29")),
        Some((month("2026-11"), day("2026-11-30")))
    );
}

#[test]
fn a_month_done_early_does_not_fall_due_again() {
    let mut handbook = handbook_in_november();
    handbook.complete_month(month("2026-11"), day("2026-11-20"));
    assert_eq!(
        next_due(&handbook, day("2026-11-29")),
        Some((month("2026-12"), day("2026-12-31")))
    );
}

#[test]
fn everything_that_is_due_is_counted_each_once() {
    let count = |handbook: &Handbook, today: &str| all_due(handbook, day(today)).len();
    assert_eq!(count(&handbook(), "2026-01-02"), 1);
    let mut handbook = handbook_in_november();
    hand_over_everything(&mut handbook, "2026-11-03");
    assert_eq!(count(&handbook, "2026-11-03"), 0);
    // November is due, and handed over so far is nothing of it.
    assert_eq!(count(&handbook, "2026-12-01"), 1);
    let late = Some(Deadline::On(day("2026-11-20")));
    handbook.shortcomings.push(shortcoming("di-muon", late));
    let due = all_due(&handbook, day("2026-12-01"));
    assert!(matches!(
        due[..],
        [Due::Rate { .. }, Due::PutRight { .. }, Due::HandOver { .. }]
    ));
}
