//! One tab, a sound storage: the protocol of a save.

use std::rc::Rc;

use so_tay::storage::{Backend, Fault, Memory, SaveError, Settings, Shelf, TextSize, Theme};

use crate::support::{
    Faulty, How, NOW, SOON, dump, duty, handbook, id, main_key, open, reopened, storage,
};

#[test]
fn a_first_opening_finds_nothing_and_writes_nothing() {
    let storage = storage();
    let (_, shelved) = open(&storage);
    assert_eq!(shelved.settings, Settings::default());
    assert!(shelved.handbooks.is_empty() && shelved.set_aside.is_empty());
    assert!(shelved.newer.is_empty() && shelved.recoverable.is_empty());
    assert_eq!(shelved.fault, None);
    assert!(dump(&storage).is_empty());
}

#[test]
fn what_was_saved_is_there_after_reopening() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    let one = handbook(1, "một");
    let two = handbook(2, "hai");
    assert_eq!(shelf.save_handbook(&one, NOW).map(|s| s.revision), Ok(1));
    assert_eq!(shelf.save_handbook(&two, NOW).map(|s| s.revision), Ok(1));
    let settings = Settings {
        open: Some(id(1)),
        theme: Theme::Dark,
        ..Settings::default()
    };
    assert!(shelf.save_settings(&settings, NOW).is_ok());
    let (_, shelved) = open(&storage);
    assert_eq!(shelved.handbooks, [two, one], "the newest year first");
    assert_eq!(shelved.settings, settings);
}

#[test]
fn the_same_content_is_not_written_again() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    let one = handbook(1, "một");
    let first = shelf.save_handbook(&one, NOW).expect("saved");
    let before = dump(&storage);
    let again = shelf.save_handbook(&one, SOON).expect("saved");
    assert!(first.written && !again.written);
    assert_eq!(again.revision, 1);
    assert_eq!(dump(&storage), before);
}

#[test]
fn each_change_has_its_revision_and_time() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let saved = shelf.save_handbook(&handbook(1, "hai"), SOON);
    assert_eq!(saved.map(|saved| saved.revision), Ok(2));
    let text = storage.get(&main_key(1)).expect("memory").expect("there");
    assert!(text.contains(r#""revision":2"#) && text.contains(SOON));
}

#[test]
fn revisions_go_on_after_reopening() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let (shelf, _) = open(&storage);
    let saved = shelf.save_handbook(&handbook(1, "hai"), SOON);
    assert_eq!(saved.map(|saved| saved.revision), Ok(2));
}

#[test]
fn nothing_is_written_before_a_load_succeeded() {
    let inner = storage();
    let (shelf, _) = open(&inner);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let before = dump(&inner);
    let faulty = Faulty {
        inner: Rc::clone(&inner),
        how: How::Unreadable,
        at: 1,
        lasting: false,
        calls: Rc::default(),
    };
    let (shelf, shelved) = Shelf::open(Box::new(faulty));
    assert!(matches!(shelved.fault, Some(Fault::Broken(_))));
    let refused = Err(SaveError::NotLoaded);
    assert_eq!(shelf.save_handbook(&handbook(1, "hai"), NOW), refused);
    assert_eq!(shelf.save_handbook(&handbook(9, "mới"), NOW), refused);
    assert_eq!(shelf.overwrite_handbook(&handbook(1, "hai"), NOW), refused);
    assert_eq!(shelf.save_settings(&Settings::default(), NOW), refused);
    assert!(shelf.change_settings(NOW, |_| {}).is_err());
    assert!(shelf.restore(&[handbook(1, "hai")], NOW).is_err());
    assert!(shelf.delete_handbook(&id(1), NOW).is_err());
    assert!(shelf.take_snapshot(&id(1), NOW).is_err());
    assert!(shelf.yield_handbook(&handbook(1, "hai"), NOW).is_err());
    assert_eq!(dump(&inner), before);
}

#[test]
fn a_handbook_that_could_not_be_read_this_time_is_not_written_over() {
    let inner = storage();
    let (shelf, _) = open(&inner);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let faulty = Faulty {
        inner: Rc::clone(&inner),
        how: How::Unreadable,
        at: 2, // after listing the keys
        lasting: false,
        calls: Rc::default(),
    };
    let (shelf, shelved) = Shelf::open(Box::new(faulty));
    assert_eq!(shelved.unread, [id(1)]);
    assert_eq!(
        shelf.save_handbook(&handbook(1, "hai"), NOW),
        Err(SaveError::NotLoaded)
    );
    // Trying again is a reload; then it is as if it had been there from the start.
    assert!(shelf.reload_handbook(&id(1)).is_ok());
    assert!(shelf.save_handbook(&handbook(1, "hai"), SOON).is_ok());
    assert_eq!(reopened(&inner, 1).as_ref().map(duty), Some("hai"));
}

#[test]
fn a_newer_versions_text_is_read_only() {
    let storage = storage();
    let (shelf, _) = open(&storage);
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    assert!(shelf.save_settings(&Settings::default(), NOW).is_ok());
    for (name, text) in dump(&storage) {
        let today = text.rfind("\"version\":").expect("a version");
        let newer = format!("{}\"version\":99}}", &text[..today]);
        assert!(storage.set(&name, &newer).is_ok());
    }
    let before = dump(&storage);
    // A tab of the older code that was open, and one that opens now.
    let (opened, shelved) = open(&storage);
    assert_eq!(shelved.newer.len(), 2);
    assert!(shelved.handbooks.is_empty() && shelved.set_aside.is_empty());
    let shown = shelved.newer.iter().find_map(|one| one.handbook.as_ref());
    assert_eq!(shown.map(duty), Some("một"), "to look at");
    let mut changed = handbook(1, "hai");
    for shelf in [&shelf, &opened] {
        let refused = Err(SaveError::NewerVersion);
        assert_eq!(shelf.save_handbook(&changed, SOON), refused);
        assert_eq!(shelf.overwrite_handbook(&changed, SOON), refused);
        assert_eq!(shelf.save_settings(&dark(), SOON), refused);
        assert!(shelf.change_settings(SOON, |_| {}).is_err());
        assert!(shelf.delete_handbook(&id(1), SOON).is_err());
        assert!(
            shelf
                .restore(&[handbook(5, "năm"), changed.clone()], SOON)
                .is_err()
        );
        changed.profile.duty.push('!');
    }
    assert_eq!(dump(&storage), before);
}

fn dark() -> Settings {
    Settings {
        theme: Theme::Dark,
        ..Settings::default()
    }
}

#[test]
fn one_choice_changed_keeps_the_other_tabs_choice() {
    let storage = storage();
    let (one, _) = open(&storage);
    let (other, _) = open(&storage);
    let changed = one.change_settings(NOW, |settings| settings.theme = Theme::Dark);
    assert!(changed.is_ok());
    let both = other.change_settings(SOON, |settings| settings.text_size = TextSize::Large);
    let both = both.expect("saved");
    assert_eq!((both.theme, both.text_size), (Theme::Dark, TextSize::Large));
    assert_eq!(open(&storage).1.settings, both);
    assert_eq!(
        one.save_settings(&Settings::default(), SOON),
        Err(SaveError::ChangedElsewhere)
    );
}

#[test]
fn foreign_keys_are_left_alone() {
    let storage = storage();
    let foreign = [
        ("other-app", "x"),
        ("so-tay/branch/1", "of a later version"),
        ("so-tay-2", "not ours"),
    ];
    for (name, text) in foreign {
        assert!(storage.set(name, text).is_ok());
    }
    let (shelf, shelved) = open(&storage);
    assert!(shelved.set_aside.is_empty());
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    for (name, text) in foreign {
        assert_eq!(storage.get(name), Ok(Some(text.to_owned())));
    }
}

#[test]
fn every_refusal_says_what_is_safe_and_what_to_do() {
    let all = [
        SaveError::Full,
        SaveError::Denied,
        SaveError::Lost,
        SaveError::ChangedElsewhere,
        SaveError::DeletedElsewhere,
        SaveError::NewerVersion,
        SaveError::NotLoaded,
        SaveError::Broken(String::new()),
    ];
    for error in all {
        let sentence = error.sentence();
        assert!(sentence.starts_with("Chưa lưu"), "{sentence}");
        assert!(sentence.contains("còn"), "{sentence}");
        assert!(sentence.ends_with('.') && !sentence.contains('!'));
        assert!(!sentence.contains("  "), "{sentence}");
    }
}

#[test]
fn memory_keeps_the_sample_apart() {
    let storage = storage();
    let (shelf, _) = Shelf::open(Box::new(Memory::default()));
    assert!(shelf.save_handbook(&handbook(1, "mẫu"), NOW).is_ok());
    assert!(dump(&storage).is_empty());
}

#[test]
fn a_write_that_could_not_be_read_back_is_known_again() {
    let inner = storage();
    let calls = Rc::default();
    let (shelf, _) = Shelf::open(Box::new(Faulty {
        inner: Rc::clone(&inner),
        how: How::Unreadable,
        at: 1_004, // looking, looking again, writing, and from then on
        lasting: true,
        calls: Rc::clone(&calls),
    }));
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    calls.set(1_000);
    let unknown = shelf.save_handbook(&handbook(1, "hai"), SOON);
    assert!(matches!(unknown, Err(SaveError::Broken(_))));
    // It did land. The person writes on: that is no conflict with anyone.
    calls.set(0);
    let saved = shelf.save_handbook(&handbook(1, "hai, viết thêm"), SOON);
    assert_eq!(saved.map(|saved| saved.revision), Ok(3));
    assert_eq!(
        reopened(&inner, 1).as_ref().map(duty),
        Some("hai, viết thêm")
    );
}
