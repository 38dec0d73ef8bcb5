//! Damaged texts: the rest loads, nothing writes over them, they are set aside word for word.

use std::rc::Rc;

use so_tay::storage::{
    Backend, Key, Memory, Missing, Place as _, SaveError, Settings, Shelf, Theme,
};

use crate::support::{
    Faulty, How, NOW, Small, at, dump, duty, handbook, id, main_key, names_with, open, reopened,
    storage,
};

/// Settings, two handbooks, a snapshot of the first.
fn filled() -> Rc<Memory> {
    let storage = storage();
    let (shelf, _) = open(&storage);
    let settings = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    assert!(shelf.save_settings(&settings, NOW).is_ok());
    assert!(shelf.save_handbook(&handbook(1, "hôm qua"), NOW).is_ok());
    let next = at(0, 9);
    assert!(shelf.save_handbook(&handbook(1, "hôm nay"), &next).is_ok());
    assert!(shelf.save_handbook(&handbook(2, "hai"), &next).is_ok());
    assert_eq!(names_with(&storage, "/snapshot/").len(), 1);
    storage
}

/// Every way in which issue 4 damages a text.
pub fn damaged(text: &str, others: &[String]) -> Vec<String> {
    let mut damaged = vec![String::new(), "null".to_owned(), "{}".to_owned()];
    for part in [1, text.len() / 2, text.len() - 1] {
        damaged.push(text[..text.floor_char_boundary(part)].to_owned());
    }
    for place in (0..text.len()).step_by(5) {
        let mut bytes = text.as_bytes().to_vec();
        bytes[place] ^= 4;
        damaged.extend(String::from_utf8(bytes));
    }
    damaged.extend(others.iter().filter(|other| *other != text).cloned());
    damaged
}

#[test]
fn the_rest_loads_and_the_damaged_text_is_kept_word_for_word() {
    let whole = dump(&filled());
    let texts: Vec<_> = whole.iter().map(|(_, text)| text.clone()).collect();
    let mut cases = 0;
    for (name, text) in &whole {
        for damage in damaged(text, &texts) {
            let key = Key::parse(name).expect("ours");
            // An earlier version of the very handbook is sound.
            let of_one = |text: &str| text.contains("\"year\":2021}");
            if key != Key::Settings && of_one(text) && texts.contains(&damage) && of_one(&damage) {
                continue;
            }
            let storage = filled();
            assert!(storage.set(name, &damage).is_ok());
            // A version made of another number is newer, and stays where it is.
            let newer = damage.contains(r#""version":5}"#);
            let (shelf, shelved) = open(&storage);
            let kept = || dump(&storage).iter().any(|(_, text)| *text == damage);
            assert!(kept(), "{name}");
            let left = match &key {
                Key::Settings if newer => (2, dark()),
                Key::Settings => (2, Settings::default()),
                Key::Handbook(_) => (1, dark()),
                _ => (2, dark()),
            };
            assert_eq!((shelved.handbooks.len(), shelved.settings), left, "{name}");
            if !matches!(key, Key::Snapshot(..)) && !newer {
                assert_eq!(shelved.set_aside.len(), 1);
                assert_eq!(shelved.set_aside[0].text, damage);
            }
            // Work goes on, and the damaged text is still there, even after another opening.
            for number in [1, 2] {
                let saved = shelf.save_handbook(&handbook(number, "viết tiếp"), &at(0, 10));
                assert!(saved.is_ok() || newer, "{name}: {saved:?}");
            }
            assert!(shelf.save_settings(&dark(), &at(0, 10)).is_ok() || newer);
            let (_, shelved) = open(&storage);
            assert!(shelved.handbooks.len() == 2 || newer);
            assert!(kept(), "{name}");
            cases += 1;
        }
    }
    println!("damage survived {cases}/{cases}");
}

fn dark() -> Settings {
    Settings {
        theme: Theme::Dark,
        ..Settings::default()
    }
}

#[test]
fn a_damaged_handbook_is_offered_from_its_snapshot_and_not_put_in_place_unasked() {
    let storage = filled();
    assert!(storage.set(&main_key(1), "{").is_ok());
    let (shelf, shelved) = open(&storage);
    assert_eq!(shelved.handbooks.len(), 1);
    assert_eq!(shelved.set_aside[0].id, Some(id(1)));
    assert_eq!(shelved.set_aside[0].what, "Một sổ tay không đọc được");
    let [offer] = &shelved.recoverable[..] else {
        panic!("{:?}", shelved.recoverable);
    };
    assert_eq!((&offer.id, offer.why), (&id(1), Missing::Damaged));
    let good = offer.snapshots[0].handbook.as_ref().expect("reads");
    assert_eq!(duty(good), "hôm qua");
    assert_eq!(offer.snapshots[0].saved_at, NOW);
    assert_eq!(storage.get(&main_key(1)), Ok(None));
    // The person opens it: it goes on above the snapshot's revision.
    let saved = shelf.save_handbook(good, &at(1, 9)).expect("saved");
    assert!(saved.revision > offer.snapshots[0].stamp.revision);
    assert_eq!(reopened(&storage, 1).as_ref().map(duty), Some("hôm qua"));
}

#[test]
fn what_still_reads_is_offered_too() {
    let storage = filled();
    let text = storage.get(&main_key(2)).expect("memory").expect("there");
    let flipped = text.replace("\"hai\"", "\"hay\"");
    assert!(storage.set(&main_key(2), &flipped).is_ok());
    for _ in 0..2 {
        let (_, shelved) = open(&storage);
        let aside = &shelved.set_aside[0];
        assert_eq!(aside.handbook.as_ref().map(duty), Some("hay"));
        assert!(aside.what.contains("2022") && aside.what.contains("Trần Thị Bình"));
        assert_eq!(aside.text, flipped);
    }
}

#[test]
fn a_handbook_under_another_handbooks_key_is_not_taken_for_it() {
    let storage = filled();
    let other = storage.get(&main_key(2)).expect("memory").expect("there");
    assert!(storage.set(&main_key(1), &other).is_ok());
    let (_, shelved) = open(&storage);
    assert_eq!(shelved.handbooks.len(), 1);
    assert_eq!(shelved.set_aside[0].text, other);
}

#[test]
fn where_no_copy_can_be_made_the_original_stays_and_saves_are_refused() {
    for how in [How::Full, How::Denied, How::Dropped, How::Torn] {
        let inner = storage();
        assert!(inner.set(&main_key(1), "{hỏng").is_ok());
        let calls = Rc::default();
        let faulty = Faulty {
            inner: Rc::clone(&inner),
            how,
            at: 3, // listing, reading, and from then on
            lasting: true,
            calls: Rc::clone(&calls),
        };
        let (shelf, shelved) = Shelf::open(Box::new(faulty));
        assert_eq!(shelved.set_aside[0].text, "{hỏng");
        assert_eq!(shelved.set_aside[0].key, main_key(1));
        for _ in 0..2 {
            assert!(shelf.save_handbook(&handbook(1, "mới"), NOW).is_err());
            assert!(shelf.overwrite_handbook(&handbook(1, "mới"), NOW).is_err());
            assert!(shelf.restore(&[handbook(1, "mới")], NOW).is_err());
        }
        assert_eq!(inner.get(&main_key(1)), Ok(Some("{hỏng".to_owned())));
        // When the storage comes to itself, the copy is made and the save goes through.
        calls.set(0);
        if how != How::Denied {
            continue;
        }
        let (shelf, _) = open(&inner);
        assert!(shelf.save_handbook(&handbook(1, "mới"), NOW).is_ok());
        let kept = dump(&inner).iter().any(|(_, text)| text == "{hỏng");
        assert!(kept);
    }
}

#[test]
fn a_stuck_text_is_moved_once_there_is_room() {
    let small = Rc::new(Small::default());
    small.room.set(10_000);
    assert!(small.set(&main_key(1), &"x".repeat(8_000)).is_ok());
    let (shelf, shelved) = Shelf::open(Box::new(Rc::clone(&small)));
    assert_eq!(shelved.set_aside[0].key, main_key(1));
    let one = handbook(1, "mới");
    assert_eq!(shelf.save_handbook(&one, NOW), Err(SaveError::Full));
    small.room.set(1_000_000);
    assert!(shelf.save_handbook(&one, NOW).is_ok());
    let (_, shelved) = Shelf::open(Box::new(small));
    assert_eq!(shelved.handbooks, [one]);
    assert_eq!(shelved.set_aside[0].text.len(), 8_000);
}

#[test]
fn a_stuck_text_can_be_discarded() {
    let small = Rc::new(Small::default());
    small.room.set(100);
    assert!(small.set(&main_key(1), &"x".repeat(80)).is_ok());
    let (shelf, shelved) = Shelf::open(Box::new(Rc::clone(&small)));
    assert_eq!(shelf.discard(&shelved.set_aside[0].key), Ok(()));
    small.room.set(1_000_000);
    assert!(shelf.save_handbook(&handbook(1, "mới"), NOW).is_ok());
    assert!(shelf.discard(&main_key(1)).is_err(), "it is sound now");
}

#[test]
fn set_aside_texts_stay_until_discarded_and_nothing_else_can_be_discarded() {
    let storage = filled();
    assert!(storage.set(&main_key(1), "{").is_ok());
    assert!(storage.set(&main_key(2), "[").is_ok());
    assert_eq!(open(&storage).1.set_aside.len(), 2);
    let (shelf, shelved) = open(&storage);
    assert_eq!(shelved.set_aside.len(), 2);
    assert_eq!(shelf.discard(&shelved.set_aside[0].key), Ok(()));
    assert_eq!(open(&storage).1.set_aside.len(), 1);
    let before = dump(&storage);
    for name in before.iter().map(|(name, _)| name) {
        assert!(shelf.discard(name).is_err() || name.contains("/set-aside/"));
    }
    assert!(shelf.discard("other-app").is_err());
}

#[test]
fn a_copy_left_by_a_power_cut_is_not_made_twice() {
    let storage = filled();
    assert!(storage.set(&main_key(1), "{").is_ok());
    let _ = open(&storage);
    // The original is there again, as if the removal had never reached the disk.
    assert!(storage.set(&main_key(1), "{").is_ok());
    let (_, shelved) = open(&storage);
    assert_eq!(shelved.set_aside.len(), 1);
    assert_eq!(names_with(&storage, "/set-aside/").len(), 1);
}

#[test]
fn damage_under_an_open_tab_is_set_aside_by_its_next_save() {
    let storage = filled();
    let (shelf, _) = open(&storage);
    assert!(storage.set(&main_key(1), "{hỏng").is_ok());
    let saved = shelf.save_handbook(&handbook(1, "mới"), &at(0, 10));
    assert_eq!(saved.map(|saved| saved.revision), Ok(3));
    let (_, shelved) = open(&storage);
    assert_eq!(shelved.handbooks.len(), 2);
    assert_eq!(shelved.set_aside[0].text, "{hỏng");
}

#[test]
fn another_handbooks_text_under_an_open_tab_is_set_aside_too() {
    let storage = filled();
    let (shelf, _) = open(&storage);
    let other = storage.get(&main_key(2)).expect("memory").expect("there");
    assert!(storage.set(&main_key(1), &other).is_ok());
    let saved = shelf.save_handbook(&handbook(1, "mới"), &at(0, 10));
    assert!(saved.is_ok(), "{saved:?}");
    let (_, shelved) = open(&storage);
    assert_eq!(shelved.handbooks.len(), 2);
    assert_eq!(shelved.set_aside[0].text, other);
}
