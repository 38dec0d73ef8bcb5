//! A handbook that is put away goes with its earlier versions, and comes back as it was: all of it or nothing.

use std::cell::Cell;
use std::rc::Rc;

use so_tay::storage::{ROOM, SaveError, Shelf, is_tight};

use crate::support::{Faulty, How, at, dump, handbook, id, open, storage};

/// Two handbooks, of which one has an earlier version.
fn filled() -> Rc<so_tay::storage::Memory> {
    let storage = storage();
    let (shelf, _) = open(&storage);
    for (number, duty, day) in [(1, "hôm qua", 0), (2, "năm nay", 0), (1, "hôm nay", 2)] {
        let saved = shelf.save_handbook(&handbook(number, duty), &at(day, 8));
        assert!(saved.is_ok());
    }
    storage
}

#[test]
fn it_goes_with_its_earlier_versions_and_comes_back_to_the_letter() {
    let storage = filled();
    let before = dump(&storage);
    let (shelf, _) = open(&storage);
    let room = shelf.room().expect("memory");
    assert_eq!(room.used * 2, shelf.usage().expect("memory"));
    let of = |number| room.handbooks.get(&id(number)).copied();
    assert!(of(1) > of(2) && of(2).is_some() && room.others == 0);

    let removed = shelf.put_away(&id(1)).expect("away");
    let left = dump(&storage);
    assert_eq!(left.len() + 2, before.len());
    assert!(left.iter().all(|(name, _)| !name.contains(id(1).as_str())));
    assert_eq!(shelf.put_removed(&removed), Ok(()));
    assert_eq!(dump(&storage), before);
    let again = shelf.save_handbook(&handbook(1, "viết tiếp"), &at(3, 8));
    assert!(again.is_ok(), "the shelf knows what lies there: {again:?}");
    assert_eq!(
        shelf.put_removed(&removed),
        Err(SaveError::ChangedElsewhere)
    );
}

#[test]
fn what_another_tab_wrote_since_is_in_no_file_and_stays() {
    let storage = filled();
    let (mine, _) = open(&storage);
    let (other, _) = open(&storage);
    assert!(
        other
            .save_handbook(&handbook(1, "cửa sổ khác"), &at(2, 9))
            .is_ok()
    );
    let before = dump(&storage);
    assert_eq!(
        mine.put_away(&id(1)).err(),
        Some(SaveError::ChangedElsewhere)
    );
    assert!(other.delete_handbook(&id(2), &at(2, 10)).is_ok());
    assert_eq!(
        mine.put_away(&id(2)).err(),
        Some(SaveError::DeletedElsewhere)
    );
    let kept = dump(&storage);
    assert!(
        before
            .iter()
            .filter(|(name, _)| name.contains(id(1).as_str()))
            .all(|one| kept.contains(one))
    );
}

#[test]
fn a_single_fault_leaves_all_of_it_or_nothing() {
    let whole = dump(&filled());
    let gone = {
        let storage = filled();
        let (shelf, _) = open(&storage);
        assert!(shelf.put_away(&id(1)).is_ok());
        dump(&storage)
    };
    let calls = Rc::new(Cell::new(0));
    let sound = Faulty {
        inner: filled(),
        how: How::Denied,
        at: usize::MAX,
        lasting: false,
        calls: Rc::clone(&calls),
    };
    drop(Shelf::open(Box::new(sound)));
    let opening = calls.get();
    for how in How::ALL {
        for place in 1.. {
            let storage = filled();
            calls.set(0);
            let faulty = Faulty {
                inner: Rc::clone(&storage),
                how,
                at: opening + place,
                lasting: false,
                calls: Rc::clone(&calls),
            };
            let (shelf, _) = Shelf::open(Box::new(faulty));
            let result = shelf.put_away(&id(1));
            let what = format!("{how:?} at {place}");
            match &result {
                Ok(removed) => {
                    assert_eq!(dump(&storage), gone, "{what}");
                    if shelf.put_removed(removed).is_err() {
                        assert_eq!(dump(&storage), gone, "{what}, coming back");
                        assert_eq!(shelf.put_removed(removed), Ok(()), "{what}");
                    }
                }
                Err(error) => assert!(error.sentence().starts_with("Chưa lưu"), "{what}"),
            }
            assert_eq!(dump(&storage), whole, "{what}");
            if calls.get() < opening + place {
                break;
            }
        }
    }
}

#[test]
fn four_fifths_of_the_room_are_tight() {
    let most = ROOM * 2;
    assert!(!is_tight(most * 79 / 100, false) && is_tight(most * 81 / 100, false));
    assert!(is_tight(most * 41 / 100, true));
}
