//! Deleting, restoring, exporting everything, room.

use std::rc::Rc;

use so_tay::storage::{Backend, Key, Missing, Place as _, SaveError, Settings, Shelf};

use crate::support::{
    Faulty, How, NOW, SOON, Small, at, dump, duty, handbook, id, main_key, names_with, open,
    reopened, storage,
};

#[test]
fn a_deleted_handbook_can_be_had_back_at_once_and_later() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    let one = handbook(1, "một");
    assert!(shelf.save_handbook(&one, NOW).is_ok());
    let deleted = shelf.delete_handbook(&id(1), SOON).expect("deleted");
    assert_eq!(deleted.handbook.as_ref(), Some(&one));
    assert!(deleted.kept && deleted.text.is_some());
    assert_eq!(storage.get(&main_key(1)), Ok(None));
    let (later, shelved) = open(&storage);
    assert!(shelved.handbooks.is_empty());
    assert_eq!(shelved.recoverable[0].why, Missing::Deleted);
    let offered = shelved.recoverable[0].snapshots[0].handbook.as_ref();
    assert_eq!(offered, Some(&one));
    // Undo is saving it again.
    assert!(later.save_handbook(&one, SOON).is_ok());
    assert_eq!(reopened(&storage, 1), Some(one));
    assert!(open(&storage).1.recoverable.is_empty());
}

#[test]
fn a_deleted_handbook_can_be_forgotten_for_good() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    assert!(shelf.save_handbook(&handbook(2, "hai"), NOW).is_ok());
    assert!(shelf.take_snapshot(&id(2), NOW).is_ok());
    assert!(shelf.delete_handbook(&id(1), SOON).is_ok());
    assert_eq!(shelf.forget_handbook(&id(1)), Ok(()));
    assert!(names_with(&storage, id(1).as_str()).is_empty());
    assert_eq!(names_with(&storage, id(2).as_str()).len(), 2);
}

#[test]
fn deleting_works_on_a_full_storage() {
    let small = Rc::new(Small::default());
    small.room.set(usize::MAX);
    let (shelf, _) = Shelf::open(Box::new(Rc::clone(&small)));
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    small.room.set(small.used());
    let deleted = shelf.delete_handbook(&id(1), SOON).expect("deleted");
    assert!(!deleted.kept && deleted.handbook.is_some());
    assert_eq!(small.used(), 0);
}

#[test]
fn deleting_a_text_damaged_meanwhile_sets_it_aside() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    assert!(storage.set(&main_key(1), "{hỏng").is_ok());
    assert!(shelf.delete_handbook(&id(1), SOON).is_ok());
    assert_eq!(open(&storage).1.set_aside[0].text, "{hỏng");
}

#[test]
fn everything_deleted_is_everything_of_ours_and_stays_so() {
    let storage = storage();
    assert!(storage.set("so-tay/of-a-later-version", "x").is_ok());
    assert!(storage.set("other-app", "x").is_ok());
    assert!(storage.set(&main_key(2), "{").is_ok());
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    assert!(shelf.take_snapshot(&id(1), NOW).is_ok());
    assert!(shelf.save_settings(&Settings::default(), NOW).is_ok());
    assert_eq!(shelf.delete_everything(), Ok(()));
    assert_eq!(dump(&storage), [("other-app".to_owned(), "x".to_owned())]);
    // The timer of a text field that fires late.
    let late = shelf.save_handbook(&handbook(1, "một"), SOON);
    assert_eq!(late, Err(SaveError::NotLoaded));
    assert!(shelf.change_settings(SOON, |_| {}).is_err());
    assert_eq!(dump(&storage).len(), 1);
    let (shelf, _) = open(&storage);
    assert!(
        shelf
            .save_handbook(&handbook(1, "lại từ đầu"), SOON)
            .is_ok()
    );
}

#[test]
fn a_restore_keeps_what_it_replaces() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "trên máy"), NOW).is_ok());
    let backup = [handbook(1, "bản sao"), handbook(2, "bản sao")];
    let saved = shelf.restore(&backup, SOON).expect("restored");
    assert_eq!(saved.len(), 2);
    let (_, shelved) = open(&storage);
    assert_eq!(shelved.handbooks, [backup[1].clone(), backup[0].clone()]);
    let kept = shelf.snapshots(&id(1)).expect("memory");
    assert_eq!(kept[0].handbook.as_ref().map(duty), Some("trên máy"));
    // The shelf goes on from there; the same backup again changes nothing.
    let before = dump(&storage);
    let again = shelf.restore(&backup, SOON).expect("restored");
    assert!(again.iter().all(|saved| !saved.written));
    assert_eq!(dump(&storage), before);
    assert!(shelf.save_handbook(&handbook(1, "tiếp"), SOON).is_ok());
}

#[test]
fn a_restore_is_all_or_nothing() {
    let backup = [1, 2, 3].map(|number| handbook(number, "bản sao"));
    let run = |how, place| {
        let inner = storage();
        let (shelf, _) = open(&inner);
        for number in [1, 2] {
            let old = handbook(number, "trên máy");
            assert!(shelf.save_handbook(&old, NOW).is_ok());
        }
        let calls = Rc::default();
        let (shelf, _) = Shelf::open(Box::new(Faulty {
            inner: Rc::clone(&inner),
            how,
            at: 1_000 + place,
            lasting: false,
            calls: Rc::clone(&calls),
        }));
        calls.set(1_000);
        let restored = shelf.restore(&backup, SOON);
        let made = calls.replace(2_000) - 1_000;
        let (_, shelved) = open(&inner);
        let duties: Vec<_> = shelved.handbooks.iter().map(duty).collect();
        match restored {
            Ok(_) => assert_eq!(duties, ["bản sao"; 3], "{how:?} at {place}"),
            Err(_) => assert_eq!(duties, ["trên máy"; 2], "{how:?} at {place}"),
        }
        // After a roll-back the shelf still knows what it has seen.
        let next = shelf.save_handbook(&handbook(1, "tiếp"), SOON);
        assert!(next.is_ok(), "{how:?} at {place}: {next:?}");
        made
    };
    let length = run(How::Denied, 900);
    for how in How::ALL {
        for place in 1..=length {
            run(how, place);
        }
    }
}

#[test]
fn a_restore_without_room_changes_nothing() {
    let small = Rc::new(Small::default());
    small.room.set(usize::MAX);
    let (shelf, _) = Shelf::open(Box::new(Rc::clone(&small)));
    assert!(shelf.save_handbook(&handbook(1, "trên máy"), NOW).is_ok());
    small.room.set(small.used() * 5 / 2);
    let backup = [1, 2, 3].map(|number| handbook(number, "bản sao"));
    assert_eq!(shelf.restore(&backup, SOON), Err(SaveError::Full));
    let (_, shelved) = Shelf::open(Box::new(small));
    assert_eq!(shelved.handbooks, [handbook(1, "trên máy")]);
}

#[test]
fn usage_counts_our_names_and_texts_in_utf_16() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert_eq!(shelf.usage(), Ok(0));
    assert!(storage.set("other-app", "x").is_ok());
    assert!(storage.set("so-tay/x", "ế🌾").is_ok());
    assert_eq!(shelf.usage(), Ok((8 + 3) * 2));
}

#[test]
fn the_emergency_export_has_every_text_as_it_is() {
    let storage = storage();
    assert!(storage.set("other-app", "x").is_ok());
    assert!(storage.set(&main_key(2), "{hỏng").is_ok());
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    assert!(shelf.save_handbook(&handbook(1, "hai"), &at(1, 9)).is_ok());
    let mut all = dump(&storage);
    all.retain(|(name, _)| name != "other-app");
    assert_eq!(shelf.raw_export(), all);
}

#[test]
fn the_emergency_export_gives_what_was_seen_when_nothing_can_be_read() {
    let inner = storage();
    let (shelf, _) = open(&inner);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let calls = Rc::default();
    let (shelf, _) = Shelf::open(Box::new(Faulty {
        inner: Rc::clone(&inner),
        how: How::Denied,
        at: 1_000,
        lasting: true,
        calls: Rc::clone(&calls),
    }));
    calls.set(1_000);
    let export = shelf.raw_export();
    assert_eq!(export, dump(&inner));
    assert!(matches!(Key::parse(&export[0].0), Some(Key::Handbook(_))));
}
