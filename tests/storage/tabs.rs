//! Two shelves on one storage, as two tabs have it.

use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;
use so_tay::domain::Handbook;
use so_tay::storage::{Backend, Memory, Reloaded, SaveError, Settings, Shelf, Theme};

use crate::support::{
    NOW, SOON, at, dump, duty, handbook, id, main_key, names_with, open, reopened, storage,
};

fn two_tabs() -> (Rc<Memory>, Shelf, Shelf) {
    let storage = storage();
    let (one, _) = open(&storage);
    assert!(one.save_handbook(&handbook(1, "gốc"), NOW).is_ok());
    let (other, _) = open(&storage);
    (storage, one, other)
}

#[test]
fn a_tab_does_not_write_over_what_it_has_not_seen() {
    let (storage, one, other) = two_tabs();
    assert!(one.save_handbook(&handbook(1, "một"), SOON).is_ok());
    let before = dump(&storage);
    assert_eq!(
        other.save_handbook(&handbook(1, "hai"), SOON),
        Err(SaveError::ChangedElsewhere)
    );
    assert_eq!(dump(&storage), before);
    // The same words are no conflict, and from there the tab goes on.
    let same = other
        .save_handbook(&handbook(1, "một"), SOON)
        .expect("fine");
    assert!(!same.written);
    assert!(other.save_handbook(&handbook(1, "hai"), SOON).is_ok());
}

#[test]
fn different_handbooks_are_no_conflict() {
    let (storage, one, other) = two_tabs();
    assert!(one.save_handbook(&handbook(1, "một"), SOON).is_ok());
    assert!(other.save_handbook(&handbook(2, "hai"), SOON).is_ok());
    assert_eq!(open(&storage).1.handbooks.len(), 2);
}

#[test]
fn a_clean_tab_follows_without_writing() {
    let (storage, one, other) = two_tabs();
    assert_eq!(other.reload_handbook(&id(1)), Ok(Reloaded::Same));
    assert!(one.save_handbook(&handbook(1, "một"), SOON).is_ok());
    let before = dump(&storage);
    let followed = other.reload_handbook(&id(1));
    assert_eq!(followed, Ok(Reloaded::Changed(handbook(1, "một"))));
    assert_eq!(dump(&storage), before);
    assert!(other.save_handbook(&handbook(1, "hai"), SOON).is_ok());
    // A handbook that another tab began.
    assert!(one.save_handbook(&handbook(2, "mới"), SOON).is_ok());
    let followed = other.reload_handbook(&id(2));
    assert_eq!(followed, Ok(Reloaded::Changed(handbook(2, "mới"))));
    assert_eq!(other.reload_handbook(&id(3)), Ok(Reloaded::Gone));
}

#[test]
fn settings_are_followed_too() {
    let (_, one, other) = two_tabs();
    let dark = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    assert!(one.save_settings(&dark, SOON).is_ok());
    assert_eq!(other.reload_settings(), Ok(Reloaded::Changed(dark)));
}

#[test]
fn choosing_this_tabs_version_keeps_the_other_as_a_snapshot() {
    let (storage, one, other) = two_tabs();
    assert!(one.save_handbook(&handbook(1, "một"), SOON).is_ok());
    let saved = other.overwrite_handbook(&handbook(1, "hai"), SOON);
    assert_eq!(saved.map(|saved| saved.revision), Ok(3));
    assert_eq!(reopened(&storage, 1).as_ref().map(duty), Some("hai"));
    let kept = other.snapshots(&id(1)).expect("memory");
    assert_eq!(kept[0].handbook.as_ref().map(duty), Some("một"));
    assert_eq!(
        one.save_handbook(&handbook(1, "một nữa"), SOON),
        Err(SaveError::ChangedElsewhere)
    );
}

#[test]
fn choosing_the_other_tabs_version_keeps_this_one_as_a_snapshot() {
    let (storage, one, other) = two_tabs();
    assert!(one.save_handbook(&handbook(1, "một"), SOON).is_ok());
    let shown = other.yield_handbook(&handbook(1, "hai"), SOON);
    assert_eq!(shown, Ok(Some(handbook(1, "một"))));
    assert_eq!(reopened(&storage, 1).as_ref().map(duty), Some("một"));
    let kept = other.snapshots(&id(1)).expect("memory");
    assert_eq!(kept[0].handbook.as_ref().map(duty), Some("hai"));
    assert!(other.save_handbook(&handbook(1, "một rưỡi"), SOON).is_ok());
}

#[test]
fn deletion_in_another_tab_is_not_undone_unasked() {
    let (storage, one, other) = two_tabs();
    assert!(one.delete_handbook(&id(1), SOON).is_ok());
    assert_eq!(other.reload_handbook(&id(1)), Ok(Reloaded::Gone));
    let changed = handbook(1, "hai");
    assert_eq!(
        other.save_handbook(&changed, SOON),
        Err(SaveError::DeletedElsewhere)
    );
    assert_eq!(storage.get(&main_key(1)), Ok(None));
    let kept = other.overwrite_handbook(&changed, SOON).expect("kept");
    assert_eq!(kept.revision, 2);
    assert_eq!(reopened(&storage, 1), Some(changed));
}

#[test]
fn yielding_to_a_deletion_keeps_this_tabs_words() {
    let (storage, one, other) = two_tabs();
    assert!(one.delete_handbook(&id(1), SOON).is_ok());
    assert_eq!(other.yield_handbook(&handbook(1, "hai"), SOON), Ok(None));
    let kept = other.snapshots(&id(1)).expect("memory");
    assert_eq!(kept[0].handbook.as_ref().map(duty), Some("hai"));
    assert!(reopened(&storage, 1).is_none());
}

#[test]
fn deleting_everything_in_one_tab_is_not_undone_by_another() {
    let (storage, one, other) = two_tabs();
    assert!(other.save_settings(&Settings::default(), SOON).is_ok());
    assert_eq!(one.delete_everything(), Ok(()));
    assert!(other.save_handbook(&handbook(1, "hai"), SOON).is_err());
    assert!(
        other
            .change_settings(SOON, |settings| settings.open = None)
            .is_err()
    );
    assert!(dump(&storage).is_empty());
}

#[test]
fn two_saves_at_the_same_moment_are_told_apart() {
    let (storage, one, other) = two_tabs();
    // Processes see each other's writes late: both save revision 2, and the later one lands.
    let gor = storage.get(&main_key(1)).expect("memory").expect("there");
    assert!(one.save_handbook(&handbook(1, "một"), SOON).is_ok());
    assert!(storage.set(&main_key(1), &gor).is_ok());
    assert!(other.save_handbook(&handbook(1, "hai"), SOON).is_ok());
    let seen = one.reload_handbook(&id(1));
    assert_eq!(seen, Ok(Reloaded::Diverged(handbook(1, "hai"))));
    let refused = one.save_handbook(&handbook(1, "một"), SOON);
    assert_eq!(refused, Err(SaveError::ChangedElsewhere));
    assert!(one.overwrite_handbook(&handbook(1, "một"), SOON).is_ok());
    assert_eq!(names_with(&storage, "/snapshot/").len(), 1);
}

/// What a random tab does.
#[derive(Clone, Copy, Debug)]
enum Act {
    Write,
    Save,
    Follow,
    Overwrite,
    Yield,
    Reopen,
}

struct Tab {
    shelf: Shelf,
    shown: Handbook,
    dirty: bool,
}

fn tokens(handbook: &Handbook) -> BTreeSet<String> {
    duty(handbook).split(' ').map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Each edit is a token of its own. A token that was acknowledged is in what is stored, or in a
    /// snapshot: whoever wrote over it had seen it, or the person chose and the other was kept.
    #[test]
    fn no_acknowledged_edit_vanishes(
        acts in proptest::collection::vec(
            (0..3_usize, prop_oneof![
                4 => Just(Act::Write), 4 => Just(Act::Save), 2 => Just(Act::Follow),
                1 => Just(Act::Overwrite), 1 => Just(Act::Yield), 1 => Just(Act::Reopen),
            ]),
            1..40,
        )
    ) {
        let storage = storage();
        let mut tabs: Vec<Tab> = Vec::new();
        for _ in 0..3 {
            let (shelf, _) = open(&storage);
            let shown = handbook(1, "gốc");
            prop_assert!(shelf.save_handbook(&shown, NOW).is_ok());
            tabs.push(Tab { shelf, shown, dirty: false });
        }
        // Another tab may have saved since these were opened: all start from the same text.
        for tab in &mut tabs {
            let _ = tab.shelf.reload_handbook(&id(1));
        }
        let mut acknowledged = BTreeSet::new();
        let mut kept_ever = BTreeSet::new();
        for (number, (which, act)) in acts.into_iter().enumerate() {
            // Far enough apart that only settling a conflict and pauses make snapshots.
            let now = at(u8::try_from(number % 28).expect("small"), 9);
            let tab = &mut tabs[which];
            match act {
                Act::Write => {
                    tab.shown.profile.duty.push_str(&format!(" w{number}"));
                    tab.dirty = true;
                }
                Act::Save if tab.dirty => match tab.shelf.save_handbook(&tab.shown, &now) {
                    Ok(_) => {
                        tab.dirty = false;
                        acknowledged.extend(tokens(&tab.shown));
                    }
                    Err(error) => prop_assert_eq!(error, SaveError::ChangedElsewhere),
                },
                Act::Follow if !tab.dirty => {
                    if let Ok(Reloaded::Changed(handbook)) = tab.shelf.reload_handbook(&id(1)) {
                        tab.shown = handbook;
                    }
                }
                Act::Overwrite if tab.dirty => {
                    prop_assert!(tab.shelf.overwrite_handbook(&tab.shown, &now).is_ok());
                    tab.dirty = false;
                    acknowledged.extend(tokens(&tab.shown));
                }
                Act::Yield => {
                    let theirs = tab.shelf.yield_handbook(&tab.shown, &now).expect("there");
                    acknowledged.extend(tokens(&tab.shown));
                    tab.shown = theirs.expect("not deleted");
                    tab.dirty = false;
                }
                Act::Reopen if !tab.dirty => {
                    let (shelf, shelved) = open(&storage);
                    tab.shelf = shelf;
                    tab.shown = shelved.handbooks[0].clone();
                }
                _ => {}
            }
            let (shelf, shelved) = open(&storage);
            let stored = tokens(&shelved.handbooks[0]);
            for snapshot in shelf.snapshots(&id(1)).expect("memory") {
                kept_ever.extend(snapshot.handbook.iter().flat_map(tokens));
            }
            for token in &acknowledged {
                prop_assert!(stored.contains(token) || kept_ever.contains(token), "{}", token);
            }
        }
    }
}
