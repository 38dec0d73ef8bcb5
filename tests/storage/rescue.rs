//! A rescue file put back: all of it or nothing, and never over what lies there.

use std::cell::Cell;

use so_tay::storage::{Backend, BroughtBack, Fault, Memory, bring_back};

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
        same: 0,
        differ: 1,
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
