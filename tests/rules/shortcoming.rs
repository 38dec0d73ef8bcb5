use so_tay::domain::{Correction, Deadline, Shortcoming};

use crate::{day, item, month, shortcoming};

fn until(text: &str) -> Option<Deadline> {
    Deadline::from_typed(text, 2026)
}

#[test]
fn a_shortcoming_is_overdue_from_the_day_after_its_deadline() {
    let late = shortcoming("han-che", until("31/10"));
    assert!(!late.is_overdue(day("2026-10-30")));
    assert!(!late.is_overdue(day("2026-10-31")));
    assert!(late.is_overdue(day("2026-11-01")));
    assert!(late.is_overdue(day("2027-01-01")));
}

#[test]
fn a_shortcoming_under_way_can_be_overdue_one_put_right_cannot() {
    let mut late = shortcoming("han-che", until("31/10"));
    late.correction = Correction::UnderWay;
    assert!(late.is_open() && late.is_overdue(day("2026-11-01")));
    late.correction = Correction::PutRight {
        on: day("2026-11-01"),
    };
    assert!(!late.is_open() && !late.is_overdue(day("2026-11-02")));
}

#[test]
fn a_shortcoming_without_a_day_is_never_overdue() {
    for deadline in [None, until("hằng tháng"), until("31/2")] {
        assert!(!shortcoming("han-che", deadline).is_overdue(day("2999-12-31")));
    }
}

#[test]
fn a_handbook_counts_the_shortcomings_that_are_still_open() {
    let mut handbook = crate::handbook();
    let mut done = shortcoming("xong", None);
    done.correction = Correction::PutRight {
        on: day("2026-10-01"),
    };
    handbook.shortcomings = vec![shortcoming("con", None), done];
    let open: Vec<_> = handbook
        .open_shortcomings()
        .map(|open| open.id.as_str())
        .collect();
    assert_eq!(open, ["con"]);
}

#[test]
fn a_slipped_standard_alone_or_with_spaces_is_still_a_blank_shortcoming() {
    let blank = Shortcoming::new(item("han-che"), month("2026-09"), Some(item("tiet-kiem")));
    assert!(blank.is_blank());
    assert!(
        Shortcoming {
            text: " ".to_owned(),
            remedy: "\n".to_owned(),
            ..blank.clone()
        }
        .is_blank()
    );
    for written in [
        Shortcoming {
            text: "x".to_owned(),
            ..blank.clone()
        },
        Shortcoming {
            remedy: "x".to_owned(),
            ..blank.clone()
        },
        Shortcoming {
            deadline: until("31/10"),
            ..blank.clone()
        },
        Shortcoming {
            correction: Correction::UnderWay,
            ..blank.clone()
        },
    ] {
        assert!(!written.is_blank(), "{written:?}");
    }
}
