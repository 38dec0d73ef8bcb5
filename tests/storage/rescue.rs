//! A rescue file put back: all of it or nothing, and never over what lies there.

use std::cell::Cell;
use std::rc::Rc;

use so_tay::lock::{Away, Cost, DataKey, Lock, Random};
use so_tay::storage::{
    Backend, BroughtBack, Fault, Memory, Sealed, Sealer, bring_back, finish, is_locked_otherwise,
    turn_on, unlock, unlocked,
};

use crate::support::{NOW, dump, handbook, id, open, reopened, storage};

fn texts(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

#[test]
fn a_handbook_comes_back_with_its_earlier_versions() {
    let before = storage();
    let (shelf, _) = open(&before);
    shelf
        .save_handbook(&handbook(1, "Văn thư"), NOW)
        .expect("saved");
    shelf
        .save_handbook(&handbook(1, "Một cửa"), "2026-11-24T09:30:00+07:00")
        .expect("saved");
    let kept = dump(&before);
    assert!(kept.len() > 1, "a snapshot, too");

    let after = storage();
    let told = bring_back(&after, &kept).expect("room");
    assert_eq!(told.written, kept.len());
    assert_eq!(dump(&after), kept);
    assert_eq!(reopened(&after, 1), Some(handbook(1, "Một cửa")));
    let (shelf, _) = open(&after);
    assert_eq!(shelf.snapshots(&id(1)).expect("read").len(), 1);

    let again = bring_back(&after, &kept).expect("room");
    let same = BroughtBack {
        same: kept.len(),
        ..BroughtBack::default()
    };
    assert_eq!(again, same);
}

#[test]
fn what_lies_there_stays_and_what_is_not_ours_is_left_out() {
    let storage = Memory::default();
    storage.set("so-tay/settings", "mine").expect("memory");
    let file = texts(&[
        ("so-tay/settings", "theirs"),
        ("so-tay/x", "new"),
        ("other-page", "foreign"),
    ]);
    let told = bring_back(&storage, &file).expect("room");
    let wanted = BroughtBack {
        written: 1,
        differ: 1,
        ..BroughtBack::default()
    };
    assert_eq!(told, wanted);
    let there = texts(&[("so-tay/settings", "mine"), ("so-tay/x", "new")]);
    assert_eq!(dump(&storage), there);
}

/// Refuses, or silently drops, the nth write.
struct Failing {
    memory: Memory,
    left: Cell<usize>,
    silent: bool,
}

impl Backend for Failing {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.memory.keys()
    }
    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        self.memory.get(name)
    }
    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        let left = self.left.get();
        self.left.set(left.wrapping_sub(1));
        match (left, self.silent) {
            (0, true) => Ok(()),
            (0, false) => Err(Fault::Full),
            _ => self.memory.set(name, text),
        }
    }
    fn remove(&self, name: &str) -> Result<(), Fault> {
        self.memory.remove(name)
    }
}

#[test]
fn without_room_nothing_is_put_back() {
    let file = texts(&[("so-tay/a", "1"), ("so-tay/b", "2"), ("so-tay/c", "3")]);
    for nth in 0..3 {
        for silent in [false, true] {
            let storage = Failing {
                memory: Memory::default(),
                left: Cell::new(nth),
                silent,
            };
            assert!(bring_back(&storage, &file).is_err());
            assert_eq!(dump(&storage.memory), texts(&[]));
        }
    }
}

const THEIRS: &str = "mã của tệp";
const MINE: &str = "mã của máy";
const CHEAP: Cost = Cost {
    memory_kib: 8,
    passes: 1,
    lanes: 1,
};

/// Not random at all, but never twice the same.
fn random() -> Rc<Random> {
    let count = Cell::new(3_u8);
    Rc::new(move |bytes: &mut [u8]| {
        for byte in bytes {
            count.set(count.get().wrapping_mul(37).wrapping_add(11));
            *byte = count.get();
        }
    })
}

fn lock(storage: &Rc<Memory>, code: &str, key: u8) -> Sealer {
    let key = DataKey::new([key; 32]);
    let random = random();
    let lock = Lock::with_cost(CHEAP, code, &key, Away::default(), &*random).expect("a key");
    let sealer = Sealer::new(key, random);
    assert_eq!(turn_on(storage, &sealer, &lock), Ok(()));
    sealer
}

/// A file of a device with one handbook, locked.
fn locked_file() -> Vec<(String, String)> {
    let device = storage();
    let (shelf, _) = open(&device);
    assert!(shelf.save_handbook(&handbook(1, "trong tệp"), NOW).is_ok());
    lock(&device, THEIRS, 1);
    dump(&device)
}

#[test]
fn a_locked_file_takes_its_lock_along_to_an_empty_device_only() {
    let file = locked_file();
    let empty = storage();
    assert_eq!(is_locked_otherwise(&empty, &file), Ok(false));
    let told = bring_back(&empty, &file).expect("room");
    assert_eq!((told.written, told.locked), (file.len(), 0));
    let key = unlock(&empty, THEIRS).expect("its code opens it");
    assert_eq!(finish(&empty, &Sealer::new(key, random()), None), Ok(()));
    assert_eq!(bring_back(&empty, &file).expect("room").same, file.len());

    // A stranger's file must not lock what lies here open.
    let mine = storage();
    let (shelf, _) = open(&mine);
    assert!(shelf.save_handbook(&handbook(2, "của tôi"), NOW).is_ok());
    let before = dump(&mine);
    assert_eq!(is_locked_otherwise(&mine, &file), Ok(true));
    let told = bring_back(&mine, &file).expect("room");
    assert_eq!((told.written, told.locked), (0, file.len()));
    assert_eq!(dump(&mine), before);
}

#[test]
fn what_another_lock_guards_is_opened_by_its_own_code_and_lies_under_the_lock_of_the_device() {
    let file = locked_file();
    assert_eq!(unlocked(&file, MINE, random()), None);
    let texts = unlocked(&file, THEIRS, random()).expect("its code");

    // A device without a lock.
    let open_one = storage();
    let (shelf, _) = open(&open_one);
    assert!(shelf.save_handbook(&handbook(2, "của tôi"), NOW).is_ok());
    let told = bring_back(&open_one, &texts).expect("room");
    assert_eq!((told.written, told.locked), (texts.len(), 0));
    assert_eq!(reopened(&open_one, 1), Some(handbook(1, "trong tệp")));

    // One with a lock of its own.
    let device = storage();
    let (shelf, _) = open(&device);
    assert!(shelf.save_handbook(&handbook(2, "của tôi"), NOW).is_ok());
    let sealer = lock(&device, MINE, 2);
    assert_eq!(is_locked_otherwise(&device, &file), Ok(true));
    let over = Rc::new(Sealed::new(Rc::clone(&device), sealer));
    let told = bring_back(&over, &texts).expect("room");
    assert_eq!((told.written, told.locked), (texts.len(), 0));
    assert!(
        dump(&device)
            .iter()
            .all(|(_, text)| !text.contains("trong tệp"))
    );
    let (_, shelved) = so_tay::storage::Shelf::open(Box::new(over));
    let duties: Vec<_> = shelved
        .handbooks
        .iter()
        .map(|one| &*one.profile.duty)
        .collect();
    assert_eq!(duties, ["của tôi", "trong tệp"]);
    assert!(unlock(&device, THEIRS).is_none());
}
