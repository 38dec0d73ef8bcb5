use so_tay::domain::pledge::{Change, PledgeStatus, changes};
use so_tay::domain::{Commitment, Deadline, Pledge, Stage};

use crate::{commitment, day, item};

fn submitted() -> Pledge {
    let mut pledge = Pledge {
        draft: vec![commitment("viec-1"), commitment("viec-2")],
        ..Pledge::default()
    };
    assert!(pledge.submit(day("2026-01-20")));
    pledge
}

fn adopted(on: &str) -> Stage {
    Stage::Adopted { on: day(on) }
}

fn posted(adopted_on: &str, on: &str) -> Stage {
    Stage::Posted {
        adopted_on: day(adopted_on),
        on: day(on),
    }
}

#[test]
fn a_deadline_is_a_day_where_one_was_typed_else_the_words_as_they_are() {
    let typed = |text| Deadline::from_typed(text, 2026);
    assert_eq!(typed("30/6"), Some(Deadline::On(day("2026-06-30"))));
    assert_eq!(typed("30/6/2027"), Some(Deadline::On(day("2027-06-30"))));
    assert_eq!(
        typed(" hằng tháng "),
        Some(Deadline::Words("hằng tháng".to_owned()))
    );
    assert_eq!(typed("  "), None);
}

#[test]
fn a_deadline_reads_back_as_it_was_written() {
    for text in ["30/06/2026", "hằng tháng", "6/2026", "31/02/2026"] {
        let deadline = Deadline::from_typed(text, 2026).unwrap();
        assert_eq!(deadline.to_string(), text);
        assert_eq!(
            Deadline::from_typed(&deadline.to_string(), 1999),
            Some(deadline)
        );
    }
}

#[test]
fn a_day_that_does_not_exist_is_pointed_at() {
    for text in [
        "31/02/2026",
        "5/13",
        "31-4",
        "0/1",
        "31 2",
        "31 02 2026",
        "31/02/2026.",
        "5/3/20260",
        "13/2026",
    ] {
        let deadline = Deadline::from_typed(text, 2026).unwrap();
        assert!(deadline.is_impossible_day(), "{text}");
    }
}

#[test]
fn words_a_month_and_a_number_are_not_taken_for_impossible_days() {
    for text in [
        "hằng tháng",
        "quý II",
        "6/2026",
        "12-2026",
        "tháng 12",
        "trước 30/11",
        "2026",
        "24/24 giờ",
        "1/2/3/4",
    ] {
        let deadline = Deadline::from_typed(text, 2026).unwrap();
        assert!(!deadline.is_impossible_day(), "{text}");
        assert_eq!(deadline.day(), None, "{text}");
    }
}

#[test]
fn a_commitment_counts_once_it_says_what_and_how_it_is_known_and_by_when() {
    let complete = commitment("viec-1");
    assert!(complete.is_complete());
    let lacking = [
        Commitment {
            action: " \n".to_owned(),
            ..complete.clone()
        },
        Commitment {
            measure: String::new(),
            ..complete.clone()
        },
        Commitment {
            deadline: None,
            ..complete.clone()
        },
        Commitment {
            deadline: Deadline::from_typed("31/2", 2026),
            ..complete.clone()
        },
    ];
    for commitment in lacking {
        assert!(!commitment.is_complete(), "{commitment:?}");
    }
    let in_words = Commitment {
        deadline: Deadline::from_typed("hằng tháng", 2026),
        ..complete
    };
    assert!(in_words.is_complete());
}

#[test]
fn spaces_alone_do_not_begin_a_commitment() {
    let blank = Commitment {
        action: "  ".to_owned(),
        people: "\n".to_owned(),
        ..Commitment::new(item("viec-3"))
    };
    assert!(blank.is_blank());
    let answers = [
        Commitment {
            duty: "Văn thư".to_owned(),
            ..blank.clone()
        },
        Commitment {
            standard: Some(item("tiet-kiem")),
            ..blank.clone()
        },
        Commitment {
            deadline: Deadline::from_typed("30/6", 2026),
            ..blank
        },
    ];
    assert!(answers.iter().all(|commitment| !commitment.is_blank()));
}

#[test]
fn a_pledge_is_a_draft_until_it_is_submitted() {
    let mut pledge = Pledge::default();
    assert_eq!(pledge.status(), PledgeStatus::Draft);
    pledge.draft.push(commitment("viec-1"));
    assert_eq!(pledge.status(), PledgeStatus::Draft);
    assert_eq!(pledge.changes(), []);
}

#[test]
fn what_is_incomplete_or_empty_cannot_be_submitted() {
    let mut pledge = Pledge::default();
    assert!(!pledge.submit(day("2026-01-20")));
    pledge.draft = vec![Commitment::new(item("viec-1"))];
    assert!(!pledge.submit(day("2026-01-20")));
    pledge.draft = vec![
        commitment("viec-1"),
        Commitment {
            measure: String::new(),
            ..commitment("viec-2")
        },
    ];
    assert_eq!(pledge.complete(), 1);
    let before = pledge.clone();
    assert!(!pledge.submit(day("2026-01-20")));
    assert_eq!(pledge, before);
}

#[test]
fn fewer_than_the_quota_can_be_submitted_since_it_is_asked_for_and_not_forced() {
    let mut pledge = Pledge {
        draft: vec![commitment("viec-1")],
        ..Pledge::default()
    };
    assert!(pledge.submit(day("2026-01-20")));
}

#[test]
fn a_commitment_that_nobody_began_is_left_out_of_what_is_submitted() {
    let blank = Commitment {
        duty: " ".to_owned(),
        ..Commitment::new(item("viec-3"))
    };
    let mut pledge = Pledge {
        draft: vec![commitment("viec-1"), blank],
        ..Pledge::default()
    };
    assert!(pledge.submit(day("2026-01-20")));
    assert_eq!(pledge.last().unwrap().commitments, [commitment("viec-1")]);
    assert_eq!(pledge.draft, [commitment("viec-1")]);
}

#[test]
fn submitting_freezes_a_first_revision_with_its_day() {
    let pledge = submitted();
    let revision = pledge.last().unwrap();
    assert_eq!(
        (revision.number, revision.submitted_on),
        (1, day("2026-01-20"))
    );
    assert_eq!(pledge.status(), PledgeStatus::Standing(Stage::Submitted));
}

#[test]
fn the_same_thing_is_not_submitted_twice() {
    let mut pledge = submitted();
    assert!(!pledge.submit(day("2026-01-21")));
    assert_eq!(pledge.revisions.len(), 1);
}

#[test]
fn a_pledge_is_adopted_not_before_it_was_submitted() {
    let mut pledge = submitted();
    assert!(!pledge.set_stage(adopted("2026-01-19")));
    assert_eq!(pledge.status(), PledgeStatus::Standing(Stage::Submitted));
    assert!(pledge.set_stage(adopted("2026-01-20")));
    assert!(pledge.set_stage(adopted("2026-02-12")));
    assert_eq!(
        pledge.status(),
        PledgeStatus::Standing(adopted("2026-02-12"))
    );
}

#[test]
fn a_pledge_is_posted_not_before_it_was_adopted() {
    let mut pledge = submitted();
    assert!(!pledge.set_stage(posted("2026-02-12", "2026-02-11")));
    assert!(!pledge.set_stage(posted("2026-01-19", "2026-02-12")));
    assert_eq!(pledge.last().unwrap().stage, Stage::Submitted);
    assert!(pledge.set_stage(posted("2026-02-12", "2026-02-12")));
    assert_eq!(
        pledge.last().unwrap().stage.adopted_on(),
        Some(day("2026-02-12"))
    );
}

#[test]
fn only_what_was_adopted_has_the_day_of_it() {
    assert_eq!(Stage::Submitted.adopted_on(), None);
    assert_eq!(adopted("2026-02-12").adopted_on(), Some(day("2026-02-12")));
}

#[test]
fn a_stage_recorded_by_mistake_can_be_taken_back() {
    let mut pledge = submitted();
    assert!(pledge.set_stage(adopted("2026-02-12")));
    assert!(pledge.set_stage(Stage::Submitted));
    assert_eq!(pledge.status(), PledgeStatus::Standing(Stage::Submitted));
}

#[test]
fn a_draft_has_no_stage() {
    let mut pledge = Pledge {
        draft: vec![commitment("viec-1")],
        ..Pledge::default()
    };
    assert!(!pledge.set_stage(Stage::Submitted));
    assert!(!pledge.set_stage(adopted("2026-02-12")));
    assert_eq!(pledge.status(), PledgeStatus::Draft);
}

#[test]
fn a_change_after_submission_makes_a_new_revision_and_keeps_what_was_adopted() {
    let mut pledge = submitted();
    assert!(pledge.set_stage(adopted("2026-02-12")));
    let first = pledge.last().unwrap().clone();
    pledge.draft[0].measure = "Không hồ sơ nào quá 2 ngày".to_owned();
    assert_eq!(
        pledge.status(),
        PledgeStatus::Amending(adopted("2026-02-12"))
    );
    assert!(pledge.submit(day("2026-06-01")));
    assert_eq!(pledge.revisions.len(), 2);
    assert_eq!(pledge.revisions[0], first);
    let second = pledge.last().unwrap();
    assert_eq!((second.number, second.submitted_on), (2, day("2026-06-01")));
    assert_eq!(pledge.status(), PledgeStatus::Standing(Stage::Submitted));
}

#[test]
fn an_amendment_is_adopted_not_before_it_was_submitted_itself() {
    let mut pledge = submitted();
    pledge.draft.pop();
    assert!(pledge.submit(day("2026-06-01")));
    assert!(!pledge.set_stage(adopted("2026-02-12")));
    assert!(pledge.set_stage(adopted("2026-06-05")));
    assert_eq!(pledge.revisions[0].stage, Stage::Submitted);
}

#[test]
fn an_incomplete_amendment_cannot_be_submitted() {
    let mut pledge = submitted();
    pledge.draft[1].deadline = None;
    assert!(!pledge.submit(day("2026-06-01")));
    assert_eq!(pledge.revisions.len(), 1);
}

#[test]
fn discarding_changes_goes_back_to_what_was_submitted() {
    let mut pledge = submitted();
    pledge.draft[0].action = "Khác".to_owned();
    pledge.draft.pop();
    pledge.discard_changes();
    assert_eq!(pledge, submitted());
}

#[test]
fn a_draft_that_was_never_submitted_is_not_discarded() {
    let mut pledge = Pledge {
        draft: vec![commitment("viec-1")],
        ..Pledge::default()
    };
    pledge.discard_changes();
    assert_eq!(pledge.draft, [commitment("viec-1")]);
}

#[test]
fn the_difference_names_what_was_added_removed_and_edited_from_what_to_what() {
    let mut pledge = submitted();
    pledge.draft.remove(1);
    pledge.draft.push(commitment("viec-3"));
    pledge.draft[0].measure = "41/42 hồ sơ".to_owned();
    pledge.draft[0].deadline = Deadline::from_typed("30/6", 2026);
    let before = commitment("viec-1").measure;
    let expected = [
        Change::Edited {
            commitment: pledge.draft[0].clone(),
            answers: vec![
                (1, before, "41/42 hồ sơ".to_owned()),
                (2, "31/12/2026".to_owned(), "30/06/2026".to_owned()),
            ],
        },
        Change::Added(commitment("viec-3")),
        Change::Removed(commitment("viec-2")),
    ];
    assert_eq!(pledge.changes(), expected);
}

#[test]
fn every_answer_shows_in_the_difference() {
    let before = commitment("viec-1");
    let edits: [fn(&mut Commitment); 6] = [
        |c| c.action.push('x'),
        |c| c.measure.push('x'),
        |c| c.deadline = None,
        |c| c.standard = Some(item("tiet-kiem")),
        |c| c.duty.push('x'),
        |c| c.people.push('x'),
    ];
    for (index, edit) in edits.iter().enumerate() {
        let mut after = before.clone();
        edit(&mut after);
        let found = changes(std::slice::from_ref(&before), std::slice::from_ref(&after));
        let [Change::Edited { answers, .. }] = &found[..] else {
            panic!("{found:?}");
        };
        assert_eq!(
            answers
                .iter()
                .map(|(question, ..)| *question)
                .collect::<Vec<_>>(),
            [index]
        );
    }
}

#[test]
fn another_order_is_not_a_change() {
    let mut pledge = submitted();
    pledge.draft.reverse();
    assert_eq!(pledge.changes(), []);
    assert_eq!(pledge.status(), PledgeStatus::Standing(Stage::Submitted));
    assert!(!pledge.submit(day("2026-06-01")));
}

#[test]
fn beginning_an_empty_commitment_is_not_a_change() {
    let mut pledge = submitted();
    pledge.draft.push(Commitment::new(item("viec-3")));
    assert_eq!(pledge.status(), PledgeStatus::Standing(Stage::Submitted));
}

#[test]
fn months_are_rated_by_what_was_last_submitted_else_by_what_is_drafted() {
    let mut pledge = Pledge {
        draft: vec![commitment("viec-1"), Commitment::new(item("viec-2"))],
        ..Pledge::default()
    };
    assert_eq!(pledge.in_force(), [commitment("viec-1")]);
    assert!(pledge.submit(day("2026-01-20")));
    pledge.draft[0].action = "Khác".to_owned();
    assert_eq!(pledge.in_force(), [commitment("viec-1")]);
}

#[test]
fn an_adopted_stage_without_its_day_cannot_be_read_from_a_file() {
    assert!(serde_json::from_str::<Stage>("\"adopted\"").is_err());
    assert!(serde_json::from_str::<Stage>(r#"{"posted":{"on":"2026-02-12"}}"#).is_err());
    let read: Stage = serde_json::from_str(r#"{"adopted":{"on":"2026-02-12"}}"#).unwrap();
    assert_eq!(read, adopted("2026-02-12"));
}
