//! Every fault at every call of a secretary's recorded story: a roster, twenty files, their adoption,
//! its undoing, another tab. After a single fault everything is as it was last acknowledged, all of a
//! step or none of it; when the storage goes on failing, each document still is one of its versions.

use std::cell::Cell;
use std::rc::Rc;

use so_tay::domain::branch::{Branch, Dossier};
use so_tay::domain::{ItemId, YearMonth};
use so_tay::storage::{Backend as _, Batch, DeskShelf, Memory, SaveError};

use crate::desk_support::{
    YEAR, adopted, batch, branch, dossier, dossier_key, open_desk, person, stored,
};
use crate::support::{Faulty, How, at, dump, id, storage};

const FILES: usize = 20;
const DAMAGED: &str = "{\"check\":\"hỏng";

type Whole = (Option<Branch>, Vec<Dossier>);

/// What was acknowledged, and every version of a document that was ever tried.
struct Model {
    acknowledged: Whole,
    tried: Vec<Batch>,
    errors: usize,
}

impl Model {
    /// The batch as it would leave the branch.
    fn note(&mut self, batch: &Batch, result: &Result<(), SaveError>) {
        self.tried.push(batch.clone());
        if result.is_err() {
            self.errors += 1;
            return;
        }
        let (known, dossiers) = &mut self.acknowledged;
        if batch.branch.is_some() {
            known.clone_from(&batch.branch);
        }
        let gone = |one: &Dossier| batch.gone.contains(&(one.person.clone(), one.year));
        let replaced = |one: &Dossier| batch.dossiers.iter().any(|new| new.person == one.person);
        dossiers.retain(|one| !gone(one) && !replaced(one));
        dossiers.extend(batch.dossiers.iter().cloned());
        dossiers.sort_by(|one, other| one.person.cmp(&other.person));
    }

    fn commit(&mut self, shelf: &DeskShelf, batch: &Batch, now: &str) {
        let result = shelf.commit(&id(1), batch, now);
        self.note(batch, &result);
    }
}

/// A storage from yesterday: a branch of three, one dossier, and one that can't be read.
fn yesterday() -> (Rc<Memory>, Model) {
    let storage = storage();
    let (shelf, _) = open_desk(&storage);
    let mut model = Model {
        acknowledged: (None, Vec::new()),
        tried: Vec::new(),
        errors: 0,
    };
    let first = batch(Some(branch(1, 3, "hôm qua")), vec![dossier(0, "hôm qua")]);
    model.commit(&shelf, &first, &at(0, 8));
    assert!(storage.set(&dossier_key(90), DAMAGED).is_ok());
    (storage, model)
}

fn with_meeting(mut branch: Branch, note: &str) -> Branch {
    let month = YearMonth::new(YEAR, 2).expect("February");
    let meetings = &mut branch.year_mut(YEAR).meetings;
    let meeting = meetings.get_or_insert_with(month, Default::default);
    note.clone_into(&mut meeting.decided);
    branch
}

fn story(open: impl Fn() -> DeskShelf, model: &mut Model) {
    let shelf = open();
    shelf.read_year(&id(1), YEAR);
    // The roster.
    let roster = branch(1, FILES, "hôm nay");
    model.commit(&shelf, &batch(Some(roster.clone()), Vec::new()), &at(1, 8));
    // Twenty files.
    let received: Vec<_> = (0..FILES).map(|n| dossier(n, "phiếu")).collect();
    model.commit(
        &shelf,
        &batch(Some(with_meeting(roster.clone(), "nhận")), received.clone()),
        &at(1, 9),
    );
    // Adoption, and back.
    let adopting = batch(
        Some(with_meeting(roster.clone(), "thông qua")),
        received.iter().cloned().map(adopted).collect(),
    );
    model.commit(&shelf, &adopting, &at(1, 10));
    model.commit(
        &shelf,
        &batch(Some(roster.clone()), received.clone()),
        &at(1, 10),
    );
    // Receiving undone: the dossiers were not there before.
    let gone: Vec<(ItemId, i32)> = (10..FILES).map(|n| (person(n), YEAR)).collect();
    let undoing = Batch {
        gone,
        ..batch(Some(with_meeting(roster.clone(), "")), Vec::new())
    };
    model.commit(&shelf, &undoing, &at(1, 11));
    // Another tab.
    let other = open();
    other.read_year(&id(1), YEAR);
    model.commit(
        &other,
        &batch(None, vec![dossier(1, "cửa sổ khác")]),
        &at(2, 8),
    );
    let mine = batch(
        Some(branch(1, FILES, "cửa sổ này")),
        vec![dossier(1, "cửa sổ này")],
    );
    let settled = shelf.overwrite(&id(1), &mine, &at(2, 9));
    model.note(&mine, &settled);
    // A person whose save failed presses "thử lại".
    for _ in 0..2 {
        model.commit(&shelf, &batch(None, vec![dossier(2, "chiều")]), &at(2, 15));
    }
}

fn check(storage: &Rc<Memory>, model: &Model, lasting: bool, what: &str) {
    let kept = dump(storage).iter().any(|(_, text)| text == DAMAGED);
    assert!(kept, "{what}: the damaged text is gone");
    let found = stored(storage);
    if !lasting {
        assert_eq!(found, model.acknowledged, "{what}");
    }
    let (branch_found, dossiers) = found;
    let known = |wanted: &Branch| {
        model
            .tried
            .iter()
            .any(|batch| batch.branch.as_ref() == Some(wanted))
    };
    assert!(
        branch_found.as_ref().is_some_and(known),
        "{what}: the branch"
    );
    for one in &dossiers {
        let known = model.tried.iter().any(|batch| batch.dossiers.contains(one));
        assert!(known, "{what}: {:?}", one.person);
    }
    // The next sitting works.
    let (shelf, _) = open_desk(storage);
    shelf.read_year(&id(1), YEAR);
    let next = batch(
        Some(branch(1, FILES, "hôm sau")),
        vec![dossier(3, "hôm sau")],
    );
    assert_eq!(shelf.commit(&id(1), &next, &at(3, 8)), Ok(()), "{what}");
}

#[test]
fn every_fault_at_every_call_of_the_secretarys_day() {
    let calls = Rc::new(Cell::new(0));
    let run = |how, place, lasting| {
        let (storage, mut model) = yesterday();
        calls.set(0);
        let open = || {
            let faulty = Faulty {
                inner: Rc::clone(&storage),
                how,
                at: place,
                lasting,
                calls: Rc::clone(&calls),
            };
            DeskShelf::open_desk(Box::new(faulty)).0
        };
        story(open, &mut model);
        let what = format!("{how:?} at {place}, lasting: {lasting}");
        check(&storage, &model, lasting, &what);
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
        let lasting = [How::Denied, How::Full, How::Dropped, How::Unreadable].contains(&how);
        for place in (1..=length).step_by(STEP) {
            heard += usize::from(run(how, place, false) > 0);
            survived += 1;
            if lasting {
                heard += usize::from(run(how, place, true) > 0);
                survived += 1;
            }
        }
    }
    println!("desk: faults survived {survived}/{survived}, {heard} of them told, {length} calls");
    assert!(heard > 0);
}

/// Every call in an optimised build, one in 47 while working.
const STEP: usize = if cfg!(debug_assertions) { 47 } else { 1 };
