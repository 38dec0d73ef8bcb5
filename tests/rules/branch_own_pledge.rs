//! The branch's own pledge: adopted as it is written, put up as it was adopted.

use so_tay::domain::branch::own_pledge::{
    OwnFault, adopt_own, adopted_own, forget_own_adoption, post_own,
};
use so_tay::domain::{Commitment, Pledge, Stage};

use crate::{commitment, day, item};

fn written() -> Pledge {
    Pledge {
        draft: vec![commitment("viec-1")],
        ..Pledge::default()
    }
}

fn shown(pledge: &Pledge) -> Option<usize> {
    adopted_own(pledge).map(|revision| revision.commitments.len())
}

#[test]
fn it_is_adopted_on_the_day_of_the_meeting() {
    let mut own = written();
    assert_eq!(shown(&own), None);
    assert_eq!(adopt_own(&mut own, day("2026-02-05")), Ok(()));
    assert_eq!(shown(&own), Some(1));
    assert_eq!(
        adopt_own(&mut own, day("2026-03-05")),
        Err(OwnFault::Unchanged)
    );
}

#[test]
fn what_was_written_since_waits_for_a_meeting() {
    let mut own = written();
    assert_eq!(adopt_own(&mut own, day("2026-02-05")), Ok(()));
    own.draft.push(commitment("viec-2"));
    assert_eq!(shown(&own), Some(1), "as adopted");
    let early = adopt_own(&mut own, day("2026-02-04"));
    assert_eq!(early, Err(OwnFault::Before(day("2026-02-05"))));
    assert_eq!(adopt_own(&mut own, day("2026-07-05")), Ok(()));
    assert_eq!(shown(&own), Some(2));
}

#[test]
fn what_cannot_be_checked_is_not_adopted() {
    let mut own = Pledge::default();
    assert_eq!(adopt_own(&mut own, day("2026-02-05")), Err(OwnFault::Blank));
    own.draft.push(Commitment::new(item("viec-1")));
    assert_eq!(adopt_own(&mut own, day("2026-02-05")), Err(OwnFault::Blank));
    own.draft[0].action = "Bớt một phần ba số cuộc họp".to_owned();
    let refused = adopt_own(&mut own, day("2026-02-05"));
    assert_eq!(refused, Err(OwnFault::Incomplete));
    assert!(own.revisions.is_empty(), "a refusal changes nothing");
}

#[test]
fn one_handed_in_before_is_adopted_as_it_stands() {
    let mut own = written();
    assert!(own.submit(day("2026-01-15")));
    let early = adopt_own(&mut own, day("2026-01-14"));
    assert_eq!(early, Err(OwnFault::Before(day("2026-01-15"))));
    assert_eq!(adopt_own(&mut own, day("2026-02-05")), Ok(()));
    let stage = own.last().map(|last| last.stage);
    let on = day("2026-02-05");
    assert_eq!(stage, Some(Stage::Adopted { on }));
}

#[test]
fn it_is_put_up_after_its_adoption_and_once() {
    let mut own = written();
    assert!(!post_own(&mut own, day("2026-02-10")), "not adopted");
    assert_eq!(adopt_own(&mut own, day("2026-02-05")), Ok(()));
    assert!(!post_own(&mut own, day("2026-02-04")), "too early");
    assert!(post_own(&mut own, day("2026-02-10")));
    assert!(!post_own(&mut own, day("2026-03-10")), "it hangs there");
    assert_eq!(shown(&own), Some(1));
}

#[test]
fn an_adoption_recorded_by_mistake_leaves_the_words() {
    let mut own = written();
    assert_eq!(adopt_own(&mut own, day("2026-02-05")), Ok(()));
    forget_own_adoption(&mut own);
    assert_eq!(own, written());
}
