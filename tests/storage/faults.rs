//! Every fault at every call of a recorded story of saving: a new year, a restored backup, a deletion and its
//! undoing, another tab (`life` is a member's year in the page's own steps). After each: no panic; what was acknowledged is
//! there after reopening; what was not left the old or the new version whole, never a mixture.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use so_tay::domain::Handbook;
use so_tay::storage::{Memory, SaveError, Settings, Shelf, Shelved, Theme};

use crate::support::{Faulty, How, at, dump, handbook, id, main_key, open, storage};
use so_tay::storage::Backend as _;

const DAMAGED: &str = "{\"check\":\"hỏng";

/// What may be there after reopening: the last acknowledged version, and any that was tried since.
#[derive(Default)]
pub struct Model {
    handbooks: BTreeMap<u8, Vec<Option<Handbook>>>,
    settings: Vec<Settings>,
    pub errors: usize,
}

impl Model {
    pub fn note<T>(&mut self, number: u8, tried: Option<&Handbook>, result: &Result<T, SaveError>) {
        let allowed = self.handbooks.entry(number).or_insert_with(|| vec![None]);
        if result.is_ok() {
            allowed.clear();
        } else {
            self.errors += 1;
        }
        allowed.push(tried.cloned());
    }

    /// Whether this may be found there.
    pub fn allows(&self, number: u8, found: Option<&Handbook>) -> bool {
        match self.handbooks.get(&number) {
            Some(allowed) => allowed.iter().any(|one| one.as_ref() == found),
            None => found.is_none(),
        }
    }

    fn save(&mut self, shelf: &Shelf, number: u8, duty: &str, now: &str) {
        let written = handbook(number, duty);
        let result = shelf.save_handbook(&written, now);
        self.note(number, Some(&written), &result);
    }

    fn theme(&mut self, shelf: &Shelf, theme: Theme, now: &str) {
        let result = shelf.change_settings(now, |settings| settings.theme = theme);
        match result {
            Ok(settings) => self.settings = vec![settings],
            Err(_) => {
                self.errors += 1;
                self.settings.push(Settings {
                    theme,
                    ..Settings::default()
                });
            }
        }
    }
}

/// A storage from yesterday, with one handbook that can't be read.
fn yesterday() -> (Rc<Memory>, Model) {
    let storage = storage();
    let mut model = Model {
        settings: vec![Settings::default()],
        ..Model::default()
    };
    let (shelf, _) = open(&storage);
    model.save(&shelf, 1, "hôm qua", &at(0, 8));
    model.save(&shelf, 2, "hôm qua", &at(0, 8));
    model.theme(&shelf, Theme::Light, &at(0, 8));
    assert_eq!(model.errors, 0);
    assert!(storage.set(&main_key(7), DAMAGED).is_ok());
    (storage, model)
}

/// Writing, a day later, a new year, a restored backup, a deletion and its undoing, another tab.
fn story(open: impl Fn() -> (Shelf, Shelved), model: &mut Model) {
    let (shelf, _) = open();
    model.save(&shelf, 1, "sáng", &at(1, 8));
    model.save(&shelf, 1, "sáng, viết thêm", &at(1, 8));
    model.save(&shelf, 3, "năm mới", &at(1, 9));
    model.theme(&shelf, Theme::Dark, &at(1, 9));
    model.save(&shelf, 1, "trưa", &at(1, 12));
    let _ = shelf.take_snapshot(&id(2), &at(1, 12));

    let backup = [handbook(1, "bản sao"), handbook(4, "bản sao")];
    let restored = shelf.restore(&backup, &at(2, 8));
    for (number, handbook) in [1, 4].into_iter().zip(&backup) {
        model.note(number, Some(handbook), &restored);
    }

    let deleted = shelf.delete_handbook(&id(2), &at(2, 9));
    model.note(2, None, &deleted);
    if let Ok(Some(handbook)) = deleted.map(|deleted| deleted.handbook) {
        let undone = shelf.save_handbook(&handbook, &at(2, 9));
        model.note(2, Some(&handbook), &undone);
    }

    let (other, _) = open();
    model.save(&other, 3, "cửa sổ khác", &at(2, 10));
    let mine = handbook(3, "cửa sổ này");
    let settled = shelf.overwrite_handbook(&mine, &at(2, 10));
    model.note(3, Some(&mine), &settled);
    let _ = other.yield_handbook(&handbook(3, "cửa sổ khác, viết thêm"), &at(2, 11));
    // A person whose save failed presses "thử lại".
    for _ in 0..2 {
        model.save(&shelf, 1, "chiều", &at(2, 15));
    }
}

fn check(storage: &Rc<Memory>, model: &Model, what: &str) {
    let kept = dump(storage).iter().any(|(_, text)| text == DAMAGED);
    assert!(kept, "{what}: the damaged text is gone");
    let (shelf, shelved) = open(storage);
    for (number, allowed) in &model.handbooks {
        let found = shelved
            .handbooks
            .iter()
            .find(|handbook| handbook.id == id(*number));
        assert!(
            model.allows(*number, found),
            "{what}: handbook {number} is {:?}, allowed {:?}",
            found.map(|one| &one.profile.duty),
            allowed
                .iter()
                .map(|one| one.as_ref().map(|one| &one.profile.duty))
                .collect::<Vec<_>>()
        );
        for snapshot in shelf.snapshots(&id(*number)).expect("memory") {
            assert!(snapshot.handbook.is_some(), "{what}: half a snapshot");
        }
    }
    assert!(model.settings.contains(&shelved.settings), "{what}");
    // The next sitting works.
    let next = shelf.save_handbook(&handbook(1, "hôm sau"), &at(3, 8));
    assert!(next.is_ok(), "{what}: {next:?}");
}

#[test]
fn every_fault_at_every_call() {
    let calls = Rc::new(Cell::new(0));
    let run = |how, place, lasting| {
        let (storage, mut model) = yesterday();
        calls.set(0);
        let open = || {
            Shelf::open(Box::new(Faulty {
                inner: Rc::clone(&storage),
                how,
                at: place,
                lasting,
                calls: Rc::clone(&calls),
            }))
        };
        story(open, &mut model);
        check(
            &storage,
            &model,
            &format!("{how:?} at {place}, lasting: {lasting}"),
        );
        model.errors
    };
    assert_eq!(
        run(How::Denied, usize::MAX, false),
        0,
        "the story itself is sound"
    );
    let length = calls.get();
    let (mut survived, mut heard) = (0, 0);
    for how in How::ALL {
        // A storage whose every write tears is left out: browsers write a key whole or not at all,
        // and a single tear is mended by putting the old text back.
        let lasting = [How::Denied, How::Full, How::Dropped, How::Unreadable].contains(&how);
        for place in 1..=length {
            heard += usize::from(run(how, place, false) > 0);
            survived += 1;
            if lasting {
                heard += usize::from(run(how, place, true) > 0);
                survived += 1;
            }
        }
    }
    println!(
        "member's shelf: faults survived {survived}/{survived}, {heard} of them told, {length} calls"
    );
    assert!(heard > 0);
}
