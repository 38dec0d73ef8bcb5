//! The branches on their shelf: kept, kept apart from the handbooks, all or none, several tabs.

use std::rc::Rc;

use so_tay::storage::lean::expand;
use so_tay::storage::{
    Backend as _, Batch, DeskKey, DeskShelf, Key, Memory, Place as _, Reloaded, SaveError, Shelf,
    Stamp,
};

use crate::desk_support::{
    YEAR, adopted, batch, branch, branch_key, dossier, dossier_key, noise, open_desk, person,
    stored,
};
use crate::support::{
    Faulty, How, NOW, SOON, Small, at, dump, handbook, id, main_key, names_with, open, storage,
};

/// A branch of three with two dossiers.
fn filled() -> Rc<Memory> {
    let storage = storage();
    let (shelf, found) = open_desk(&storage);
    assert!(found.branches.is_empty());
    let all = batch(
        Some(branch(1, 3, "gốc")),
        vec![dossier(0, "gốc"), dossier(1, "gốc")],
    );
    assert_eq!(shelf.commit(&id(1), &all, NOW), Ok(()));
    storage
}

#[test]
fn each_key_of_the_desk_has_one_name_and_each_name_one_key() {
    let of = DeskKey::dossier(&id(7), &dossier(3, ""));
    assert_eq!(of.name(), format!("so-tay/dossier/{}/2026/p3", id(7)));
    let earlier = of
        .snapshot(Stamp::new(4, NOW))
        .expect("kept where two tabs differ");
    let keys = [
        DeskKey::Settings,
        DeskKey::Desk,
        DeskKey::Branch(id(7)),
        DeskKey::Branch(id(7))
            .snapshot(Stamp::new(12, NOW))
            .expect("kept"),
        DeskKey::SetAside {
            number: 3,
            origin: of.origin(),
        },
        of,
        earlier,
    ];
    for key in keys {
        let name = key.name();
        assert_eq!(DeskKey::parse(&name), Some(key));
        let members = Key::parse(&name);
        let shared = ["so-tay/settings", "so-tay/set-aside/"];
        let is_shared = shared.iter().any(|shared| name.starts_with(shared));
        assert_eq!(members.is_some(), is_shared, "{name}");
    }
    let hex = id(7);
    for name in [
        "so-tay/settings/",
        "so-tay/desk/x",
        "so-tay/branch/1",
        &format!("so-tay/handbook/{hex}"),
        &format!("so-tay/dossier/{hex}/2026"),
        &format!("so-tay/dossier/{hex}/02026/p"),
        &format!("so-tay/dossier/{hex}/2026/P"),
        &format!("so-tay/dossier/{hex}/2026/p/x"),
        &format!("so-tay/earlier/desk/1-{NOW}"),
        &format!("so-tay/earlier/earlier/branch/{hex}/1-{NOW}/1-{NOW}"),
        &format!("so-tay/snapshot/{hex}/1-{NOW}"),
    ] {
        assert_eq!(DeskKey::parse(name), None, "{name}");
    }
}

#[test]
fn what_was_committed_is_there_after_reopening() {
    let storage = filled();
    let (kept, dossiers) = stored(&storage);
    assert_eq!(kept, Some(branch(1, 3, "gốc")));
    assert_eq!(dossiers, [dossier(0, "gốc"), dossier(1, "gốc")]);
    let (shelf, _) = open_desk(&storage);
    assert_eq!(shelf.years(&id(1)), [YEAR]);
    assert!(shelf.years(&id(2)).is_empty());
    // One hand-over writes one small text.
    shelf.read_year(&id(1), YEAR);
    let before = dump(&storage);
    let one = batch(None, vec![dossier(0, "sửa")]);
    assert_eq!(shelf.commit(&id(1), &one, SOON), Ok(()));
    let changed: Vec<_> = dump(&storage)
        .into_iter()
        .filter(|entry| !before.contains(entry))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(changed, [dossier_key(0)]);
}

#[test]
fn the_members_program_sees_nothing_of_a_branch_and_deletes_all_of_it() {
    let storage = filled();
    let (shelf, shelved) = open(&storage);
    assert!(shelved.handbooks.is_empty() && shelved.set_aside.is_empty());
    assert!(shelved.recoverable.is_empty() && shelved.newer.is_empty());
    assert!(shelf.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let export = shelf.raw_export();
    assert_eq!(export.len(), 4, "the last resort takes everything along");
    // Nor the desk of a handbook.
    let (_, found) = open_desk(&storage);
    assert_eq!(found.branches.len(), 1);
    assert_eq!(shelf.delete_everything(), Ok(()));
    assert!(dump(&storage).is_empty());
}

#[test]
fn the_desk_deletes_the_members_too() {
    let storage = filled();
    let (members, _) = open(&storage);
    assert!(members.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let (desk, _) = open_desk(&storage);
    assert_eq!(desk.delete_everything(), Ok(()));
    assert!(dump(&storage).is_empty());
    let late = batch(Some(branch(1, 3, "muộn")), Vec::new());
    assert_eq!(desk.commit(&id(1), &late, NOW), Err(SaveError::NotLoaded));
    assert!(dump(&storage).is_empty());
}

#[test]
fn neither_gives_up_earlier_versions_of_the_others() {
    let small = Rc::new(Small::default());
    small.room.set(usize::MAX);
    let (members, _) = Shelf::open(Box::new(Rc::clone(&small)));
    let (desk, _) = DeskShelf::open_desk(Box::new(Rc::clone(&small)));
    for day in 0..3 {
        let unit = format!("ngày {day}");
        let written = handbook(1, &unit);
        assert!(members.save_handbook(&written, &at(day, 9)).is_ok());
        let written = batch(Some(branch(1, 1, &unit)), Vec::new());
        assert_eq!(desk.commit(&id(1), &written, &at(day, 9)), Ok(()));
    }
    let count = |part: &str| names_with(&small.inner, part).len();
    assert_eq!((count("/snapshot/"), count("/earlier/")), (2, 2));
    small.room.set(small.used());
    let huge = batch(Some(branch(1, 1, &noise(small.used()))), Vec::new());
    assert_eq!(desk.commit(&id(1), &huge, &at(2, 9)), Err(SaveError::Full));
    let longer = batch(Some(branch(1, 1, &noise(60))), Vec::new());
    assert_eq!(desk.commit(&id(1), &longer, &at(2, 9)), Ok(()));
    assert_eq!((count("/snapshot/"), count("/earlier/")), (2, 1));
    small.room.set(small.used());
    let longer = handbook(1, &"x".repeat(400));
    assert!(members.save_handbook(&longer, &at(2, 9)).is_ok());
    assert_eq!((count("/snapshot/"), count("/earlier/")), (1, 1));
}

#[test]
fn a_commit_is_all_or_nothing() {
    let run = |how, place| {
        let inner = filled();
        let calls = Rc::default();
        let (shelf, _) = DeskShelf::open_desk(Box::new(Faulty {
            inner: Rc::clone(&inner),
            how,
            at: place,
            lasting: false,
            calls: Rc::clone(&calls),
        }));
        shelf.read_year(&id(1), YEAR);
        let before = stored(&inner);
        let mut all = batch(
            Some(branch(1, 4, "mới")),
            vec![dossier(0, "mới"), dossier(2, "mới")],
        );
        all.gone.push((person(1), YEAR));
        let result = shelf.commit(&id(1), &all, SOON);
        let new = (all.branch.clone(), all.dossiers.clone());
        let found = stored(&inner);
        let expected = if result.is_ok() { &new } else { &before };
        assert_eq!(&found, expected, "{how:?} at {place}: {result:?}");
        // Trying again works, from this very tab.
        if shelf.commit(&id(1), &all, SOON).is_ok() {
            assert_eq!(stored(&inner), new, "{how:?} at {place}, again");
        }
        (result.is_err(), calls.get())
    };
    let (failed, length) = run(How::Denied, usize::MAX);
    assert!(!failed);
    let mut failures = 0;
    for how in How::ALL {
        for place in 1..=length {
            failures += usize::from(run(how, place).0);
        }
    }
    assert!(failures > 20, "{failures}");
}

#[test]
fn a_commit_without_room_changes_nothing() {
    let small = Rc::new(Small::default());
    small.room.set(usize::MAX);
    let (shelf, _) = DeskShelf::open_desk(Box::new(Rc::clone(&small)));
    let all = batch(Some(branch(1, 3, "gốc")), vec![dossier(0, "gốc")]);
    assert_eq!(shelf.commit(&id(1), &all, NOW), Ok(()));
    small.room.set(small.used() + 700);
    let before = dump(&small.inner);
    let many: Vec<_> = (0..20).map(|number| dossier(number, "một phiếu")).collect();
    let many = batch(Some(branch(1, 20, "gốc")), many);
    assert_eq!(shelf.commit(&id(1), &many, SOON), Err(SaveError::Full));
    assert_eq!(dump(&small.inner), before);
    let few = batch(None, vec![dossier(1, "một phiếu")]);
    assert_eq!(shelf.commit(&id(1), &few, SOON), Ok(()));
}

#[test]
fn a_damaged_dossier_is_set_aside_and_the_rest_is_read() {
    let storage = filled();
    assert!(storage.set(&dossier_key(0), "{hỏng").is_ok());
    let (shelf, found) = open_desk(&storage);
    assert!(found.damaged.is_empty(), "dossiers are read when asked for");
    let read = shelf.read_year(&id(1), YEAR);
    assert_eq!(read.dossiers, [dossier(1, "gốc")]);
    assert_eq!(read.damaged[0].text, "{hỏng");
    assert_eq!(read.damaged[0].what, "Một hồ sơ năm 2026 không đọc được");
    // Work goes on, and the damaged text is offered until it is discarded.
    let again = batch(None, vec![dossier(0, "nhận lại")]);
    assert_eq!(shelf.commit(&id(1), &again, SOON), Ok(()));
    let (shelf, found) = open_desk(&storage);
    assert_eq!(found.damaged, read.damaged);
    assert_eq!(shelf.discard(&found.damaged[0].key), Ok(()));
    assert!(open_desk(&storage).1.damaged.is_empty());
    assert_eq!(stored(&storage).1.len(), 2);
}

#[test]
fn a_damaged_branch_is_offered_from_its_earlier_version_and_not_put_in_place_unasked() {
    let storage = filled();
    let (shelf, _) = open_desk(&storage);
    let next = batch(Some(branch(1, 3, "hôm sau")), Vec::new());
    assert_eq!(shelf.commit(&id(1), &next, &at(1, 9)), Ok(()));
    assert!(storage.set(&branch_key(1), "{").is_ok());
    let (shelf, found) = open_desk(&storage);
    assert!(found.branches.is_empty());
    assert_eq!(found.damaged.len(), 1);
    assert_eq!(found.lost, [branch(1, 3, "gốc")]);
    let back = batch(found.lost.into_iter().next(), Vec::new());
    assert_eq!(shelf.commit(&id(1), &back, &at(1, 10)), Ok(()));
    assert_eq!(stored(&storage).0, Some(branch(1, 3, "gốc")));
    assert_eq!(stored(&storage).1.len(), 2, "its dossiers were never away");
}

#[test]
fn a_newer_versions_text_is_read_only() {
    let storage = filled();
    for name in [branch_key(1), dossier_key(0)] {
        let text = storage.get(&name).expect("memory").expect("there");
        let newer = expand(&text)
            .expect("whole")
            .replace("\"version\":1}", "\"version\":9}");
        assert!(storage.set(&name, &newer).is_ok());
    }
    let before = dump(&storage);
    let (shelf, found) = open_desk(&storage);
    assert!(found.newer && found.branches.is_empty());
    let read = shelf.read_year(&id(1), YEAR);
    assert!(read.newer && read.dossiers == [dossier(1, "gốc")]);
    for batch in [
        batch(Some(branch(1, 1, "cũ")), Vec::new()),
        batch(None, vec![dossier(0, "cũ")]),
        Batch {
            gone: vec![(person(0), YEAR)],
            ..Batch::default()
        },
    ] {
        let refused = Err(SaveError::NewerVersion);
        assert_eq!(shelf.commit(&id(1), &batch, SOON), refused);
        assert_eq!(shelf.overwrite(&id(1), &batch, SOON), refused);
    }
    assert_eq!(
        shelf.remove_branch(&id(1)).err(),
        Some(SaveError::NewerVersion)
    );
    assert_eq!(dump(&storage), before);
}

#[test]
fn a_year_that_was_not_read_is_not_written_over() {
    let storage = filled();
    let (shelf, _) = open_desk(&storage);
    let blind = batch(None, vec![dossier(0, "mù")]);
    let refused = shelf.commit(&id(1), &blind, SOON);
    assert_eq!(refused, Err(SaveError::ChangedElsewhere));
    assert_eq!(stored(&storage).1[0], dossier(0, "gốc"));
}

fn two_tabs() -> (Rc<Memory>, DeskShelf, DeskShelf) {
    let storage = filled();
    let tab = || {
        let (shelf, _) = open_desk(&storage);
        shelf.read_year(&id(1), YEAR);
        shelf
    };
    let (one, other) = (tab(), tab());
    (storage, one, other)
}

#[test]
fn two_tabs_write_different_dossiers_without_asking() {
    let (storage, one, other) = two_tabs();
    assert_eq!(
        one.commit(&id(1), &batch(None, vec![dossier(0, "một")]), SOON),
        Ok(())
    );
    assert_eq!(
        other.commit(&id(1), &batch(None, vec![dossier(1, "hai")]), SOON),
        Ok(())
    );
    assert_eq!(stored(&storage).1, [dossier(0, "một"), dossier(1, "hai")]);
}

#[test]
fn a_clean_tab_follows_without_writing() {
    let (storage, one, other) = two_tabs();
    let known = [dossier(0, "gốc"), dossier(1, "gốc")];
    assert_eq!(other.follow_year(&id(1), YEAR, &known).dossiers, known);
    let mut change = batch(
        Some(branch(1, 4, "một")),
        vec![dossier(0, "một"), dossier(2, "một")],
    );
    change.gone.push((person(1), YEAR));
    assert_eq!(one.commit(&id(1), &change, SOON), Ok(()));
    let before = dump(&storage);
    let followed = other.follow_year(&id(1), YEAR, &known);
    assert_eq!(followed.dossiers, [dossier(0, "một"), dossier(2, "một")]);
    let expected = Reloaded::Changed(branch(1, 4, "một"));
    assert_eq!(other.reload_branch(&id(1)), Ok(expected));
    assert_eq!(dump(&storage), before);
    // From there it goes on, also where the other one removed.
    let next = batch(None, vec![dossier(0, "hai"), dossier(1, "hai")]);
    assert_eq!(other.commit(&id(1), &next, SOON), Ok(()));
}

#[test]
fn what_was_not_seen_is_not_written_over_and_either_answer_keeps_the_other_version() {
    for settle in [true, false] {
        let (storage, one, other) = two_tabs();
        let theirs = batch(Some(branch(1, 3, "một")), vec![dossier(0, "một")]);
        assert_eq!(one.commit(&id(1), &theirs, SOON), Ok(()));
        let before = dump(&storage);
        let mine = batch(
            Some(branch(1, 3, "hai")),
            vec![dossier(0, "hai"), dossier(1, "hai")],
        );
        let refused = other.commit(&id(1), &mine, SOON);
        assert_eq!(refused, Err(SaveError::ChangedElsewhere));
        assert_eq!(
            dump(&storage),
            before,
            "not even the dossier that nobody else changed"
        );
        let (kept, lost) = if settle {
            assert_eq!(other.overwrite(&id(1), &mine, SOON), Ok(()));
            ("hai", "một")
        } else {
            assert_eq!(other.yield_batch(&id(1), &mine, SOON), Ok(()));
            ("một", "hai")
        };
        let (branch_kept, dossiers) = stored(&storage);
        assert_eq!(branch_kept, Some(branch(1, 3, kept)));
        assert_eq!(dossiers[0], dossier(0, kept));
        let earlier = other.earlier_branches(&id(1));
        assert_eq!(earlier[0].document, branch(1, 3, lost));
        let earlier = other.earlier_dossiers(&id(1), &person(0), YEAR);
        assert_eq!(earlier[0].document, dossier(0, lost));
        // The settled tab goes on.
        let next = batch(Some(branch(1, 3, "tiếp")), vec![dossier(0, "tiếp")]);
        assert_eq!(other.commit(&id(1), &next, SOON), Ok(()));
    }
}

#[test]
fn two_saves_at_the_same_moment_are_told_apart() {
    let (storage, one, other) = two_tabs();
    let was = storage
        .get(&dossier_key(0))
        .expect("memory")
        .expect("there");
    let mine = [dossier(0, "một"), dossier(1, "gốc")];
    assert_eq!(
        one.commit(&id(1), &batch(None, vec![mine[0].clone()]), SOON),
        Ok(())
    );
    // Processes see each other's writes late.
    assert!(storage.set(&dossier_key(0), &was).is_ok());
    assert_eq!(
        other.commit(&id(1), &batch(None, vec![dossier(0, "hai")]), SOON),
        Ok(())
    );
    let read = one.follow_year(&id(1), YEAR, &mine);
    assert_eq!(read.diverged, [person(0)]);
    assert_eq!(read.dossiers, mine);
}

#[test]
fn a_branch_that_another_tab_deleted_is_not_brought_back_unasked() {
    let (storage, one, other) = two_tabs();
    let removed = one.remove_branch(&id(1)).expect("removed");
    assert!(dump(&storage).is_empty());
    assert_eq!(other.reload_branch(&id(1)), Ok(Reloaded::Gone));
    let late = batch(Some(branch(1, 3, "muộn")), Vec::new());
    assert_eq!(
        other.commit(&id(1), &late, SOON),
        Err(SaveError::DeletedElsewhere)
    );
    assert!(dump(&storage).is_empty());
    // Undo brings back every text as it was.
    assert_eq!(one.put_removed(&removed), Ok(()));
    assert_eq!(stored(&storage).1.len(), 2);
    let next = batch(Some(branch(1, 3, "tiếp")), vec![dossier(0, "tiếp")]);
    assert_eq!(one.commit(&id(1), &next, SOON), Ok(()));
    // Not over what came meanwhile.
    assert_eq!(one.put_removed(&removed), Err(SaveError::ChangedElsewhere));
    assert_eq!(stored(&storage).0, Some(branch(1, 3, "tiếp")));
}

#[test]
fn removing_a_branch_is_all_or_nothing_and_leaves_others_alone() {
    let inner = filled();
    let (shelf, _) = open_desk(&inner);
    let second = batch(Some(branch(2, 1, "hai")), vec![dossier(0, "của hai")]);
    assert_eq!(shelf.commit(&id(2), &second, NOW), Ok(()));
    let (members, _) = open(&inner);
    assert!(members.save_handbook(&handbook(1, "một"), NOW).is_ok());
    let before = dump(&inner);
    for how in [How::Denied, How::Dropped] {
        for place in 1..60 {
            let (shelf, _) = DeskShelf::open_desk(Box::new(Faulty {
                inner: Rc::clone(&inner),
                how,
                at: place,
                lasting: false,
                calls: Rc::default(),
            }));
            match shelf.remove_branch(&id(1)) {
                Err(_) => assert_eq!(dump(&inner), before, "{how:?} at {place}"),
                Ok(removed) => {
                    let (shelf, found) = open_desk(&inner);
                    assert_eq!(found.branches, [branch(2, 1, "hai")]);
                    assert_eq!(shelf.read_year(&id(2), YEAR).dossiers.len(), 1);
                    assert!(inner.get(&main_key(1)).is_ok_and(|text| text.is_some()));
                    assert_eq!(shelf.put_removed(&removed), Ok(()));
                    assert_eq!(dump(&inner), before);
                }
            }
        }
    }
}

#[test]
fn what_a_file_replaces_is_kept_where_there_is_room() {
    let storage = filled();
    let (shelf, _) = open_desk(&storage);
    shelf.read_year(&id(1), YEAR);
    let file = batch(Some(branch(1, 3, "tệp")), vec![adopted(dossier(0, "tệp"))]);
    assert_eq!(shelf.replace(&id(1), &file, SOON), Ok(()));
    assert_eq!(stored(&storage).0, file.branch);
    let earlier = shelf.earlier_branches(&id(1));
    assert_eq!(earlier[0].document, branch(1, 3, "gốc"));
    let earlier = shelf.earlier_dossiers(&id(1), &person(0), YEAR);
    assert_eq!(earlier[0].document, dossier(0, "gốc"));
}

#[test]
fn the_desks_choices_are_kept_apart_and_room_is_counted_in_units() {
    let storage = filled();
    let (shelf, _) = open_desk(&storage);
    let chosen = shelf.change_desk(NOW, |desk| desk.open = Some(id(1)));
    assert!(chosen.is_ok());
    assert_eq!(open_desk(&storage).1.desk.open, Some(id(1)));
    assert_eq!(open(&storage).1.settings.open, None);
    let room = shelf.room(&id(1)).expect("memory");
    assert_eq!(Ok(room.used * 2), shelf.usage());
    let dossiers: usize = dump(&storage)
        .iter()
        .filter(|(name, _)| name.contains("/dossier/"))
        .map(|(name, text)| name.chars().count() + text.chars().count())
        .sum();
    assert_eq!(room.years.get(&YEAR), Some(&dossiers));
    assert_eq!(room.earlier, 0);
}
