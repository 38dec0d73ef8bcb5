//! Every fault at every call of a secretary's recorded story: a pasted roster, twenty files, their adoption,
//! its undoing, another tab; each step is the page's own. After a single fault everything is as it was last acknowledged, all of a
//! step or none of it; when the storage goes on failing, each document still is one of its versions.

use std::cell::Cell;
use std::rc::Rc;

use so_tay::domain::branch::adoption::adopt;
use so_tay::domain::branch::intake::intake;
use so_tay::domain::branch::receive::Answers;
use so_tay::domain::branch::received::Incoming;
use so_tay::domain::branch::roster_import::{Decisions, judge, people};
use so_tay::domain::branch::{Branch, Dossier};
use so_tay::domain::{Commitment, Day, Deadline, ItemId};
use so_tay::exchange::roster_columns::guess;
use so_tay::exchange::roster_lines::lines;
use so_tay::exchange::sheet::read_sheet;
use so_tay::exchange::{
    BranchBackup, Envelope, Opened, open_branch_backup, open_with_checksum, write_branch_backup,
    write_handover,
};
use so_tay::storage::{Backend as _, Batch, DeskShelf, DeskShelved, Memory, SaveError};

use crate::arbitrary::nfc;
use crate::desk_support::{YEAR, batch, branch, dossier, dossier_key, open_desk, person, stored};
use crate::support::{Faulty, How, NOW, at, dump, handbook, id, storage};

const FILES: usize = 20;
/// Where the ids of those begin who come with the table.
const FIRST: usize = 10;
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
        match result {
            Ok(()) => put(&mut self.acknowledged, batch),
            Err(_) => self.errors += 1,
        }
    }
}

fn put((known, dossiers): &mut Whole, batch: &Batch) {
    if batch.branch.is_some() {
        known.clone_from(&batch.branch);
    }
    let gone = |one: &Dossier| batch.gone.contains(&(one.person.clone(), one.year));
    let replaced = |one: &Dossier| batch.dossiers.iter().any(|new| new.person == one.person);
    dossiers.retain(|one| !gone(one) && !replaced(one));
    dossiers.extend(batch.dossiers.iter().cloned());
    dossiers.sort_by(|one, other| one.person.cmp(&other.person));
}

/// One tab: what its screen shows, and the shelf below it.
struct Tab<'m> {
    shelf: DeskShelf,
    screen: Whole,
    model: &'m mut Model,
}

impl<'m> Tab<'m> {
    /// A year that could not be read is not shown as empty: the page says so, and writes nothing there.
    fn load((shelf, shelved): (DeskShelf, DeskShelved), model: &'m mut Model) -> Self {
        let branch = shelved.branches.into_iter().find(|kept| kept.id == id(1));
        let of_year = shelf.read_year(&id(1), YEAR);
        let loud = shelved.fault.is_some() || shelved.unread || of_year.unread;
        let screen = (branch, of_year.dossiers);
        assert!(loud || screen.0.is_some(), "gone without a word");
        Self {
            shelf,
            screen,
            model,
        }
    }

    fn branch(&self) -> Branch {
        self.screen
            .0
            .clone()
            .unwrap_or_else(|| branch(1, 3, "hôm qua"))
    }

    /// A step, all or none. Refused, it is said, nothing on the screen has changed, and all of it goes out as
    /// a file; the secretary does it once more.
    fn commit(&mut self, batch: &Batch, now: &str) {
        for _ in 0..2 {
            let result = self.shelf.commit(&id(1), batch, now);
            self.model.note(batch, &result);
            match result {
                Ok(()) => return put(&mut self.screen, batch),
                Err(error) => {
                    assert!(error.refusal().starts_with("Chưa làm"), "{error:?}");
                    self.goes_out();
                }
            }
        }
    }

    /// Words as they are typed: on the screen first, and there they stay when saving fails.
    fn type_remark(&mut self, number: usize, remark: &str, now: &str) {
        // Where the roster was refused, the person has no field to type in.
        if self.branch().roster.person(&person(number)).is_none() {
            return;
        }
        let typed = batch(None, vec![dossier(number, remark)]);
        put(&mut self.screen, &typed);
        let result = self.shelf.commit(&id(1), &typed, now);
        self.model.note(&typed, &result);
        if let Err(error) = result {
            assert!(error.desk_sentence().starts_with("Chưa lưu"), "{error:?}");
            self.goes_out();
        }
    }

    /// What is on the screen, as the branch's backup; it reads back the same.
    fn goes_out(&self) {
        let (Some(branch), dossiers) = self.screen.clone() else {
            return;
        };
        let file = Envelope {
            document_id: id(9),
            revision: 1,
            exported_at: NOW.to_owned(),
            app_version: "0.1.0".to_owned(),
            payload: BranchBackup {
                archive_of: None,
                branch,
                dossiers,
            },
        };
        let text = write_branch_backup(&file, &nfc);
        assert_eq!(open_branch_backup(text.as_bytes(), &nfc), Ok(file));
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
    let result = shelf.commit(&id(1), &first, &at(0, 8));
    model.note(&first, &result);
    assert!(storage.set(&dossier_key(90), DAMAGED).is_ok());
    (storage, model)
}

fn day(month: u8, day: u8) -> Day {
    Day::new(YEAR, month, day).expect("a day")
}

fn name(number: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(number).expect("few"));
    format!("Nguyễn Văn {letter}nh")
}

/// The list as it is pasted from a spreadsheet, to the branch with those people.
fn roster(mut branch: Branch) -> Branch {
    let rows = (0..FILES).map(|n| format!("{}\tĐảng viên\n", name(n)));
    let pasted = format!("Họ và tên\tĐối tượng\n{}", rows.collect::<String>());
    let sheet = read_sheet(pasted.as_bytes(), &nfc).expect("a table");
    let lines = lines(&sheet, &guess(&sheet), YEAR);
    let judged = judge(&lines, &branch.roster, &Decisions::default(), day(2, 1));
    let mut ids = (FIRST..).map(person);
    let people = people(&lines, &judged, || ids.next().expect("endless"));
    branch.roster.people.extend(people);
    branch
}

/// Twenty files, as they come out of the chat.
fn files() -> Vec<Incoming> {
    let one = |number: usize| {
        let of = u8::try_from(FIRST + number).expect("few");
        let mut handbook = handbook(of, "Văn thư");
        (handbook.year, handbook.begun_on) = (YEAR, day(1, 5));
        handbook.profile.name = name(number);
        let mut commitment = Commitment::new(ItemId::parse("viec-1").expect("plain"));
        commitment.action = "Giải quyết hồ sơ trong ngày".to_owned();
        commitment.measure = "Không hồ sơ nào quá 1 ngày".to_owned();
        commitment.deadline = Deadline::from_typed("30/11", YEAR);
        handbook.pledge.draft.push(commitment);
        assert!(handbook.pledge.submit(day(1, 20)));
        let payload = handbook.handover(&handbook.unsent(), day(1, 21));
        let file = Envelope {
            document_id: handbook.id,
            revision: 1,
            exported_at: NOW.to_owned(),
            app_version: "0.1.0".to_owned(),
            payload,
        };
        let text = write_handover(&file, &nfc);
        match open_with_checksum(text.as_bytes(), &nfc) {
            Ok((Opened::Handover(file), checksum)) => Incoming {
                document_id: file.document_id,
                revision: file.revision,
                checksum,
                handover: file.payload,
            },
            other => panic!("{other:?}"),
        }
    };
    (0..FILES).map(one).collect()
}

fn story(open: impl Fn() -> (DeskShelf, DeskShelved), files: &[Incoming], model: &mut Model) {
    let mut tab = Tab::load(open(), model);
    // The roster.
    let before = tab.branch();
    let listed = roster(before.clone());
    tab.commit(&batch(Some(listed), Vec::new()), &at(1, 8));
    // Twenty files.
    let (listed, before) = (tab.branch(), tab.screen.1.clone());
    let held = |person: &ItemId, _| before.iter().find(|one| one.person == *person).cloned();
    let taken = intake(&listed, held, files, &Answers::default(), day(2, 1));
    tab.commit(&batch(Some(taken.branch), taken.dossiers), &at(1, 9));
    // Adoption, and back.
    let (receiving, waiting) = (tab.branch(), tab.screen.1.clone());
    let all: Vec<_> = waiting.iter().map(|one| one.person.clone()).collect();
    let adopted = adopt(&receiving, &waiting, &all, day(2, 5)).dossiers;
    let were = |new: &Dossier| waiting.iter().find(|one| one.person == new.person).cloned();
    let back = batch(None, adopted.iter().filter_map(were).collect());
    tab.commit(&batch(None, adopted), &at(1, 10));
    tab.commit(&back, &at(1, 10));
    // Receiving undone: the dossiers of half of them were not there before.
    let gone = (FIRST + FILES / 2..FIRST + FILES).map(|n| (person(n), YEAR));
    let undoing = Batch {
        gone: gone.collect(),
        ..batch(Some(listed), Vec::new())
    };
    tab.commit(&undoing, &at(1, 11));
    // Another tab.
    let mut other = Tab::load(open(), tab.model);
    other.type_remark(FIRST + 1, "cửa sổ khác", &at(2, 8));
    let mine = batch(
        Some(branch(1, FILES, "cửa sổ này")),
        vec![dossier(FIRST + 1, "cửa sổ này")],
    );
    let settled = tab.shelf.overwrite(&id(1), &mine, &at(2, 9));
    other.model.note(&mine, &settled);
    let mut tab = Tab {
        model: other.model,
        ..tab
    };
    // A person whose save failed presses "thử lại".
    for _ in 0..2 {
        tab.type_remark(FIRST + 2, "chiều", &at(2, 15));
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
    let (calls, files) = (Rc::new(Cell::new(0)), files());
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
            DeskShelf::open_desk(Box::new(faulty))
        };
        story(open, &files, &mut model);
        let what = format!("{how:?} at {place}, lasting: {lasting}");
        check(&storage, &model, lasting, &what);
        model
    };
    let sound = run(How::Denied, usize::MAX, false);
    assert_eq!(sound.errors, 0, "the story itself is sound");
    let sizes: Vec<_> = sound
        .tried
        .iter()
        .map(|batch| batch.dossiers.len())
        .collect();
    // With the sheet of paper of yesterday.
    assert_eq!(sizes, [1, 0, FILES, FILES + 1, FILES + 1, 0, 1, 1, 1, 1]);
    let length = calls.get();
    let (mut survived, mut heard) = (0, 0);
    for how in How::ALL {
        let lasting = [How::Denied, How::Full, How::Dropped, How::Unreadable].contains(&how);
        for place in (1..=length).step_by(STEP) {
            heard += usize::from(run(how, place, false).errors > 0);
            survived += 1;
            if lasting {
                heard += usize::from(run(how, place, true).errors > 0);
                survived += 1;
            }
        }
    }
    println!("desk: faults survived {survived}/{survived}, {heard} of them told, {length} calls");
    assert!(heard > 0);
}

/// Every call in an optimised build, one in 47 while working.
const STEP: usize = if cfg!(debug_assertions) { 47 } else { 1 };
