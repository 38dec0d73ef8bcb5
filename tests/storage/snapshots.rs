//! Earlier versions: when they are kept, which of them stay, and how they give way.

use std::rc::Rc;

use proptest::prelude::*;
use so_tay::storage::{Backend, Fault, Key, Missing, Place as _, SaveError, Shelf, Snapshot};

use crate::support::{
    NOW, SOON, Small, at, dump, duty, handbook, id, main_key, names_with, open, reopened, storage,
};

fn duties(snapshots: &[Snapshot]) -> Vec<&str> {
    snapshots
        .iter()
        .map(|snapshot| snapshot.handbook.as_ref().map_or("?", duty))
        .collect()
}

#[test]
fn the_end_of_a_sitting_is_kept_and_not_each_word() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    let save = |duty: &str, now: &str| {
        assert!(shelf.save_handbook(&handbook(1, duty), now).is_ok());
    };
    let kept = || duties(&shelf.snapshots(&id(1)).expect("memory")).join(" ");
    save("a", "2026-11-22T09:00:00+07:00");
    save("ab", "2026-11-22T09:00:30+07:00");
    save("abc", "2026-11-22T09:59:00+07:00");
    assert_eq!(kept(), "");
    save("abcd", "2026-11-22T11:00:00+07:00");
    assert_eq!(kept(), "abc", "after a pause");
    save("abcde", "2026-11-22T23:59:00+07:00");
    save("abcdef", "2026-11-23T00:01:00+07:00");
    assert_eq!(kept(), "abcde", "on another day; one for the day before");
    assert_eq!(reopened(&storage, 1).as_ref().map(duty), Some("abcdef"));
}

#[test]
fn three_of_today_one_of_each_day_before_ten_at_most() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    for day in 0..15 {
        for hour in [6, 9, 12, 15, 18] {
            let written = handbook(1, &format!("{day}:{hour}"));
            assert!(shelf.save_handbook(&written, &at(day, hour)).is_ok());
        }
    }
    let snapshots = shelf.snapshots(&id(1)).expect("memory");
    assert_eq!(
        duties(&snapshots),
        [
            "14:15", "14:12", "14:9", "13:18", "12:18", "11:18", "10:18", "9:18", "8:18", "7:18"
        ]
    );
    let text = shelf.snapshot_text(&id(1), &snapshots[0].stamp);
    assert!(text.is_ok_and(|text| text.is_some_and(|text| text.contains("14:15"))));
}

#[test]
fn a_snapshot_on_demand_is_made_once_a_version() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert_eq!(shelf.take_snapshot(&id(1), NOW), Ok(None));
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let first = shelf.take_snapshot(&id(1), SOON).expect("taken");
    assert_eq!(shelf.take_snapshot(&id(1), SOON), Ok(first.clone()));
    assert_eq!(
        first.map(|stamp| stamp.at().to_owned()).as_deref(),
        Some(NOW)
    );
    assert_eq!(names_with(&storage, "/snapshot/").len(), 1);
}

#[test]
fn a_damaged_snapshot_is_listed_and_its_text_given() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let stamp = shelf
        .take_snapshot(&id(1), NOW)
        .expect("taken")
        .expect("there");
    let name = Key::Snapshot(id(1), stamp.clone()).name();
    assert!(storage.set(&name, "{hỏng").is_ok());
    let snapshots = shelf.snapshots(&id(1)).expect("memory");
    assert_eq!(duties(&snapshots), ["?"]);
    let text = shelf.snapshot_text(&id(1), &stamp);
    assert_eq!(text, Ok(Some("{hỏng".to_owned())));
}

#[test]
fn a_clock_set_back_loses_nothing() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    for (duty, now) in [
        ("a", "2031-01-01T09:00:00+07:00"),
        ("ab", "2026-11-22T09:00:00+07:00"),
        ("abc", "2026-11-23T09:00:00+07:00"),
        ("abcd", "2026-11-23T02:00:00-05:00"),
        ("abcde", "not a time"),
        ("abcdef", ""),
    ] {
        assert!(shelf.save_handbook(&handbook(1, duty), now).is_ok());
        assert_eq!(reopened(&storage, 1).as_ref().map(self::duty), Some(duty));
    }
    let snapshots = shelf.snapshots(&id(1)).expect("memory");
    assert_eq!(duties(&snapshots)[..2], ["abcde", "abcd"], "by revision");
}

/// A storage with three snapshots of handbook 1 and no room to spare.
fn tight() -> (Rc<Small>, Shelf) {
    let small = Rc::new(Small::default());
    small.room.set(usize::MAX);
    let (shelf, _) = Shelf::open(Box::new(Rc::clone(&small)));
    for day in 0..4 {
        let written = handbook(1, &format!("ngày {day}"));
        assert!(shelf.save_handbook(&written, &at(day, 9)).is_ok());
    }
    assert_eq!(names_with(&small.inner, "/snapshot/").len(), 3);
    small.room.set(small.used());
    small.removed.borrow_mut().clear();
    (small, shelf)
}

#[test]
fn snapshots_give_way_oldest_first_before_a_save_is_refused() {
    let (small, shelf) = tight();
    let longer = handbook(1, &"dài hơn ".repeat(20));
    let saved = shelf.save_handbook(&longer, &at(3, 9)).expect("saved");
    assert_eq!((saved.given_up, saved.written), (1, true));
    assert_eq!(
        duties(&shelf.snapshots(&id(1)).expect("memory")),
        ["ngày 2", "ngày 1"]
    );
    let (_, shelved) = Shelf::open(Box::new(small));
    assert_eq!(shelved.handbooks, [longer]);
}

#[test]
fn when_even_that_is_too_little_everything_is_as_it_was() {
    let (small, shelf) = tight();
    let before = dump(&small.inner);
    let huge = handbook(1, &"quá dài ".repeat(100_000));
    assert_eq!(shelf.save_handbook(&huge, &at(3, 9)), Err(SaveError::Full));
    assert_eq!(dump(&small.inner), before);
    // The next save that fits goes through.
    assert!(shelf.save_handbook(&handbook(1, "ngắn"), &at(3, 9)).is_ok());
}

#[test]
fn a_deleted_handbooks_snapshots_go_first_and_a_damaged_ones_last_one_stays() {
    let small = Rc::new(Small::default());
    small.room.set(usize::MAX);
    let (shelf, _) = Shelf::open(Box::new(Rc::clone(&small)));
    for number in [1, 2, 3] {
        for day in [0, 1, 2] {
            let written = handbook(number, &format!("ngày {day}"));
            let later = at(day + 3 - number, 9);
            assert!(shelf.save_handbook(&written, &later).is_ok());
        }
    }
    assert!(shelf.delete_handbook(&id(1), &at(8, 9)).is_ok());
    assert!(small.set(&main_key(2), "{").is_ok());
    let (shelf, shelved) = Shelf::open(Box::new(Rc::clone(&small)));
    let why: Vec<_> = shelved.recoverable.iter().map(|one| one.why).collect();
    assert_eq!(why, [Missing::Deleted, Missing::Damaged]);
    small.removed.borrow_mut().clear();
    small.room.set(small.used());
    let long = "x".repeat(small.used());
    let refused = shelf.save_handbook(&handbook(3, &long), &at(2, 9));
    assert_eq!(refused, Err(SaveError::Full));
    let order: Vec<_> = small
        .removed
        .borrow()
        .iter()
        .filter_map(|name| match Key::parse(name) {
            Some(Key::Snapshot(of, stamp)) => Some((of, stamp.revision)),
            _ => None,
        })
        .collect();
    assert_eq!(
        order,
        [
            (id(1), 1),
            (id(1), 2),
            (id(1), 3),
            (id(3), 1),
            (id(3), 2),
            (id(2), 1),
        ]
    );
}

#[test]
fn room_for_a_copy_set_aside_is_not_taken_from_what_the_handbook_may_come_back_from() {
    let (small, _) = tight();
    let text = small.get(&main_key(1)).expect("memory").expect("there");
    assert!(
        small
            .set(&main_key(1), &text.replace("ngày 3", "ngày 4"))
            .is_ok()
    );
    let (_, shelved) = Shelf::open(Box::new(Rc::clone(&small)));
    assert_eq!(shelved.set_aside[0].key, main_key(1), "it stayed");
    assert_eq!(shelved.recoverable[0].snapshots.len(), 3);
    assert_eq!(names_with(&small.inner, "/snapshot/").len(), 3);
}

#[test]
fn a_snapshot_that_cannot_be_kept_does_not_stop_the_save() {
    struct NoSnapshots(Rc<so_tay::storage::Memory>);
    impl Backend for NoSnapshots {
        fn keys(&self) -> Result<Vec<String>, Fault> {
            self.0.keys()
        }
        fn get(&self, name: &str) -> Result<Option<String>, Fault> {
            self.0.get(name)
        }
        fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
            match Key::parse(name) {
                Some(Key::Snapshot(..)) => Err(Fault::Broken("no".to_owned())),
                _ => self.0.set(name, text),
            }
        }
        fn remove(&self, name: &str) -> Result<(), Fault> {
            self.0.remove(name)
        }
    }
    let inner = storage();
    let (shelf, _) = Shelf::open(Box::new(NoSnapshots(Rc::clone(&inner))));
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    assert!(shelf.save_handbook(&handbook(1, "hai"), &at(1, 9)).is_ok());
    assert_eq!(reopened(&inner, 1).as_ref().map(duty), Some("hai"));
    // Where the snapshot is the point, it does stop.
    assert!(shelf.take_snapshot(&id(1), &at(1, 9)).is_err());
    assert!(shelf.restore(&[handbook(1, "ba")], &at(1, 9)).is_err());
    assert!(shelf.delete_handbook(&id(1), &at(1, 9)).is_err());
    assert_eq!(reopened(&inner, 1).as_ref().map(duty), Some("hai"));
}

proptest! {
    #[test]
    fn the_end_of_the_last_sitting_or_what_came_after_can_always_be_had_back(
        pauses in proptest::collection::vec(0..3000_u32, 1..40)
    ) {
        let storage = storage();
        let (shelf, _) = open(&storage);
        let (mut minute, mut sitting, mut last) = (0, None, None::<usize>);
        for (number, pause) in pauses.into_iter().enumerate() {
            minute += pause;
            let (day, hour, minutes) = (minute / 1440 % 28 + 1, minute / 60 % 24, minute % 60);
            let month = minute / 1440 / 28 + 1;
            let now = format!("2026-{month:02}-{day:02}T{hour:02}:{minutes:02}:00+07:00");
            let written = handbook(1, &format!("bản {number}"));
            prop_assert!(shelf.save_handbook(&written, &now).is_ok());
            if pause >= 60 && last.is_some() {
                sitting = last;
            }
            last = Some(number);
            let snapshots = shelf.snapshots(&id(1)).expect("memory");
            prop_assert!(snapshots.len() <= 10);
            let days: Vec<_> = snapshots.iter().map(|one| &one.saved_at[..10]).collect();
            for day in &days {
                let of_day = days.iter().filter(|other| *other == day).count();
                let allowed = if now.starts_with(day) { 3 } else { 1 };
                prop_assert!(of_day <= allowed);
            }
            if let Some(sitting) = sitting {
                let newest = snapshots[0].stamp.revision;
                prop_assert!(newest > sitting as u64, "revisions count from 1");
            }
        }
    }
}
