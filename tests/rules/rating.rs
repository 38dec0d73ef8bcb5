use proptest::prelude::*;
use so_tay::domain::rating::{in_time_until, month_state};
use so_tay::domain::{
    CommitmentRating, Keeping, MonthState, MonthlyRating, PackVersion, YearMonth,
};

use crate::{day, handbook, handbook_begun, issued, item, month};

/// The state of October 2026, where the meeting is on the 5th and the handbook as old as the year.
fn october(rating: Option<&MonthlyRating>, today: &str) -> MonthState {
    month_state(month("2026-10"), rating, 5, day("2026-01-01"), day(today))
}

fn begun() -> MonthlyRating {
    MonthlyRating {
        branch_note: "Đã mượn máy quét".to_owned(),
        ..MonthlyRating::new(PackVersion::Own)
    }
}

fn completed(on: &str) -> MonthlyRating {
    MonthlyRating {
        completed_on: Some(day(on)),
        ..begun()
    }
}

#[test]
fn a_month_is_to_come_until_the_day_before_its_last() {
    for today in [
        "2025-12-31",
        "2026-01-01",
        "2026-09-30",
        "2026-10-01",
        "2026-10-30",
    ] {
        assert_eq!(october(None, today), MonthState::ToCome, "{today}");
    }
}

#[test]
fn a_month_is_due_from_its_last_day_to_the_day_of_the_meeting() {
    for today in ["2026-10-31", "2026-11-01", "2026-11-05"] {
        assert_eq!(october(None, today), MonthState::Due, "{today}");
        assert_eq!(october(Some(&begun()), today), MonthState::Due, "{today}");
    }
}

#[test]
fn a_month_is_missed_from_the_day_after_the_meeting() {
    for today in ["2026-11-06", "2026-12-31", "2027-01-01", "2030-01-01"] {
        assert_eq!(october(None, today), MonthState::Missed, "{today}");
        assert_eq!(
            october(Some(&begun()), today),
            MonthState::Missed,
            "{today}"
        );
    }
}

#[test]
fn a_month_written_in_before_its_last_day_is_begun() {
    assert_eq!(october(Some(&begun()), "2026-10-01"), MonthState::Begun);
    assert_eq!(october(Some(&begun()), "2026-10-30"), MonthState::Begun);
}

#[test]
fn a_month_that_was_only_opened_is_not_begun() {
    let opened = MonthlyRating::new(PackVersion::Own);
    assert_eq!(october(Some(&opened), "2026-10-30"), MonthState::ToCome);
}

#[test]
fn a_month_done_up_to_the_day_of_the_meeting_is_in_time() {
    for on in ["2026-10-01", "2026-10-31", "2026-11-05"] {
        assert_eq!(
            october(Some(&completed(on)), "2026-12-01"),
            MonthState::Rated,
            "{on}"
        );
    }
}

#[test]
fn a_month_done_after_the_meeting_is_late() {
    for on in ["2026-11-06", "2027-02-01"] {
        assert_eq!(
            october(Some(&completed(on)), "2027-03-01"),
            MonthState::RatedLate,
            "{on}"
        );
    }
}

#[test]
fn december_is_taken_up_in_january_of_the_next_year() {
    assert_eq!(in_time_until(month("2026-12"), 5), day("2027-01-05"));
    let mut handbook = handbook();
    let december = month("2026-12");
    assert_eq!(
        handbook.month_state(december, day("2026-12-30")),
        MonthState::ToCome
    );
    assert_eq!(
        handbook.month_state(december, day("2026-12-31")),
        MonthState::Due
    );
    assert_eq!(
        handbook.month_state(december, day("2027-01-05")),
        MonthState::Due
    );
    assert_eq!(
        handbook.month_state(december, day("2027-01-06")),
        MonthState::Missed
    );
    handbook.complete_month(december, day("2027-01-05"));
    assert_eq!(
        handbook.month_state(december, day("2027-06-01")),
        MonthState::Rated
    );
}

#[test]
fn a_meeting_on_a_day_that_the_month_lacks_is_on_its_last() {
    assert_eq!(in_time_until(month("2026-01"), 31), day("2026-02-28"));
    assert_eq!(in_time_until(month("2999-12"), 5), day("2999-12-31"));
}

#[test]
fn a_month_that_fell_due_before_the_handbook_was_begun_is_not_held_against_anyone() {
    for begun_on in ["2026-11-01", "2026-11-03", "2026-11-05", "2026-11-20"] {
        let handbook = handbook_begun(begun_on);
        let state = handbook.month_state(month("2026-10"), day("2026-11-21"));
        assert_eq!(state, MonthState::BeforeStart, "{begun_on}");
    }
}

#[test]
fn a_month_that_fell_due_on_the_day_the_handbook_was_begun_can_be_missed() {
    let handbook = handbook_begun("2026-10-31");
    assert_eq!(
        handbook.month_state(month("2026-10"), day("2026-11-06")),
        MonthState::Missed
    );
}

#[test]
fn a_month_before_the_start_is_due_while_its_meeting_is_still_to_come() {
    let handbook = handbook_begun("2026-11-03");
    assert_eq!(
        handbook.month_state(month("2026-10"), day("2026-11-05")),
        MonthState::Due
    );
    assert_eq!(
        handbook.month_state(month("2026-09"), day("2026-11-05")),
        MonthState::BeforeStart
    );
}

#[test]
fn a_private_word_about_a_month_before_the_start_does_not_make_it_missed() {
    let mut handbook = handbook_begun("2026-11-20");
    handbook.rating_mut(month("2026-03")).private_note = "Nhớ lại".to_owned();
    assert_eq!(
        handbook.month_state(month("2026-03"), day("2026-11-21")),
        MonthState::BeforeStart
    );
}

#[test]
fn a_month_before_the_start_that_is_filled_in_is_shown_as_late() {
    let mut handbook = handbook_begun("2026-11-20");
    handbook.complete_month(month("2026-03"), day("2026-11-21"));
    assert_eq!(
        handbook.month_state(month("2026-03"), day("2026-11-21")),
        MonthState::RatedLate
    );
}

#[test]
fn the_first_day_on_which_a_month_was_done_counts() {
    let mut handbook = handbook();
    handbook.complete_month(month("2026-10"), day("2026-10-31"));
    handbook.rating_mut(month("2026-10")).branch_note = "thêm".to_owned();
    handbook.complete_month(month("2026-10"), day("2026-11-20"));
    assert_eq!(
        handbook.month_state(month("2026-10"), day("2026-12-01")),
        MonthState::Rated
    );
}

#[test]
fn a_branch_that_moves_its_meeting_does_not_make_done_months_late() {
    let mut handbook = handbook();
    let mut pack = handbook.pack.pack.clone();
    pack.meeting_day = 20;
    handbook.take_pack(issued(1, 1), pack.clone()).unwrap();
    handbook.complete_month(month("2026-03"), day("2026-04-18"));
    pack.meeting_day = 5;
    handbook.take_pack(issued(1, 2), pack).unwrap();
    assert_eq!(
        handbook.month_state(month("2026-03"), day("2026-05-10")),
        MonthState::Rated
    );
    assert_eq!(
        handbook.month_state(month("2026-04"), day("2026-05-10")),
        MonthState::Missed
    );
}

#[test]
fn the_meeting_day_of_the_branch_corrects_the_guess_of_the_own_set() {
    let mut handbook = handbook();
    handbook.complete_month(month("2026-03"), day("2026-04-18"));
    assert_eq!(
        handbook.month_state(month("2026-03"), day("2026-04-20")),
        MonthState::RatedLate
    );
    let mut pack = handbook.pack.pack.clone();
    pack.meeting_day = 20;
    handbook.take_pack(issued(1, 1), pack).unwrap();
    assert_eq!(
        handbook.month_state(month("2026-03"), day("2026-04-20")),
        MonthState::Rated
    );
}

#[test]
fn a_month_is_blank_until_something_is_written_in_it() {
    let blank = MonthlyRating::new(PackVersion::Own);
    let with_blank_answer = MonthlyRating {
        commitments: [(item("viec-1"), CommitmentRating::default())].into(),
        ..blank.clone()
    };
    assert!(blank.is_blank() && with_blank_answer.is_blank());
    let evidence = CommitmentRating {
        evidence: "41/42".to_owned(),
        ..CommitmentRating::default()
    };
    let level = CommitmentRating {
        level: Some(item("good")),
        ..CommitmentRating::default()
    };
    for written in [
        MonthlyRating {
            commitments: [(item("viec-1"), evidence)].into(),
            ..blank.clone()
        },
        MonthlyRating {
            commitments: [(item("viec-1"), level)].into(),
            ..blank.clone()
        },
        MonthlyRating {
            standards: [(item("tiet-kiem"), Keeping::NoOccasion)].into(),
            ..blank.clone()
        },
        MonthlyRating {
            branch_note: "x".to_owned(),
            ..blank.clone()
        },
        MonthlyRating {
            private_note: "x".to_owned(),
            ..blank.clone()
        },
        MonthlyRating {
            completed_on: Some(day("2026-10-31")),
            ..blank.clone()
        },
    ] {
        assert!(!written.is_blank(), "{written:?}");
    }
}

#[test]
fn a_commitment_without_an_answer_has_a_blank_one() {
    assert_eq!(
        begun().commitment(&item("viec-1")),
        CommitmentRating::default()
    );
}

proptest! {
    /// As the days go by a month only moves forward: to come, due, missed.
    #[test]
    fn an_unwritten_month_never_goes_back(number in 1..=12u8, meeting_day in 1..=28u8, from in 1..=12u8, day in 1..=31u8) {
        let month = YearMonth::new(2026, number).unwrap();
        let rank = |today| match month_state(month, None, meeting_day, crate::day("2026-01-01"), today) {
            MonthState::ToCome => 0,
            MonthState::Due => 1,
            MonthState::Missed => 2,
            other => panic!("{other:?}"),
        };
        let today = YearMonth::new(2026, from).unwrap();
        let (earlier, later) = (today.day(day), today.next().unwrap().day(day));
        prop_assert!(rank(earlier) <= rank(later));
        prop_assert_eq!(rank(month.last_day()), 1);
        prop_assert_eq!(rank(in_time_until(month, meeting_day)), 1);
    }

    /// What was done stays done, whatever the day is.
    #[test]
    fn a_done_month_does_not_change_with_the_day(on_month in 1..=12u8, on_day in 1..=28u8, today_month in 1..=12u8) {
        let on = YearMonth::new(2026, on_month).unwrap().day(on_day);
        let rating = MonthlyRating { completed_on: Some(on), ..begun() };
        let expected = if on <= crate::day("2026-04-05") { MonthState::Rated } else { MonthState::RatedLate };
        let today = YearMonth::new(2026, today_month).unwrap().last_day();
        prop_assert_eq!(month_state(crate::month("2026-03"), Some(&rating), 5, crate::day("2026-01-01"), today), expected);
    }
}
