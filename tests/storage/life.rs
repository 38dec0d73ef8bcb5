//! A member's year under every fault at every call: first start with the branch's pack, pledge, three
//! months, a newer pack, hand-over, restore. Each step is the page's own, and each sitting ends with a reload.
//!
//! After each fault: no panic; what was acknowledged is there after a reload, or the page says that it
//! could not read it; what was not acknowledged is still on the screen, is said in a sentence, and goes
//! out whole as a backup and as a hand-over at that very moment.

use std::cell::Cell;
use std::rc::Rc;

use so_tay::domain::handbook::Handbook;
use so_tay::domain::{
    Commitment, Day, Deadline, DocumentId, ItemId, PackVersion, Profile, Stage, StandardsPack,
    YearMonth,
};
use so_tay::exchange::{
    Backup, Envelope, Opened, open as open_file, write_backup, write_handover, write_pack,
};
use so_tay::storage::{Memory, SaveError, Shelf, Shelved};

use crate::arbitrary::nfc;
use crate::faults::Model;
use crate::support::{Faulty, How, NOW, at, handbook, id, open, storage};

/// Of the handbook of the story, and of the one that the backup brings along.
const MINE: u8 = 1;
const LAST_YEAR: u8 = 2;
const YEAR: i32 = 2021;
const PRIVATE: &str = "Hay cáu lúc cuối buổi.";

/// What the page holds besides the storage.
struct Page<'m> {
    shelf: Shelf,
    /// The open handbook, as it is on the screen.
    open: Option<Handbook>,
    shelved: Vec<Handbook>,
    model: &'m mut Model,
}

impl<'m> Page<'m> {
    fn load((shelf, shelved): (Shelf, Shelved), model: &'m mut Model) -> Self {
        let open = shelved.handbooks.iter().find(|one| one.id == id(MINE));
        let loud = shelved.fault.is_some() || !shelved.unread.is_empty();
        assert!(
            loud || model.allows(MINE, open),
            "an acknowledged handbook is not shown, and nothing is said"
        );
        Self {
            shelf,
            open: open.cloned(),
            shelved: shelved.handbooks,
            model,
        }
    }

    /// Something is written on the screen, and saved.
    fn change(&mut self, now: &str, act: impl FnOnce(&mut Handbook)) {
        if let Some(open) = &mut self.open {
            act(open);
            self.save(now);
        }
    }

    fn save(&mut self, now: &str) {
        let Some(open) = &self.open else { return };
        let result = self.shelf.save_handbook(open, now);
        self.model.note(MINE, Some(open), &result);
        if let Err(error) = result {
            told(&error);
            self.goes_out(open);
        }
    }

    /// What is on the screen, as the file that "Lưu bản sao ra tệp" gives out.
    fn backup(&self) -> String {
        let mut handbooks = self.shelved.clone();
        if let Some(open) = &self.open {
            handbooks.retain(|kept| kept.id != open.id);
            handbooks.insert(0, open.clone());
        }
        write_backup(&around(Backup { handbooks }), &nfc)
    }

    /// Both ways out are open while saving fails, and what comes out is what was on the screen.
    fn goes_out(&self, screen: &Handbook) {
        assert_eq!(opened(&self.backup()).first(), Some(screen));
        let today = day(6, 1);
        let handover = screen.handover(&screen.unsent(), today);
        let text = write_handover(&around(handover.clone()), &nfc);
        assert!(!text.contains(PRIVATE));
        match open_file(text.as_bytes(), &nfc) {
            Ok(Opened::Handover(file)) => assert_eq!(file.payload, handover),
            other => panic!("{other:?}"),
        }
    }
}

fn told(error: &SaveError) {
    assert!(error.sentence().starts_with("Chưa lưu"), "{error:?}");
}

fn around<T>(payload: T) -> Envelope<T> {
    Envelope {
        document_id: DocumentId::new([8; 16]),
        revision: 1,
        exported_at: NOW.to_owned(),
        app_version: "0.1.0".to_owned(),
        payload,
    }
}

fn opened(backup: &str) -> Vec<Handbook> {
    match open_file(backup.as_bytes(), &nfc) {
        Ok(Opened::Backup(file)) => file.payload.handbooks,
        other => panic!("{other:?}"),
    }
}

fn day(month: u8, day: u8) -> Day {
    Day::new(YEAR, month, day).expect("a day")
}

fn month(number: u8) -> YearMonth {
    YearMonth::new(YEAR, number).expect("a month")
}

/// The branch's pack, as its file brings it.
fn pack(revision: u32) -> (PackVersion, StandardsPack) {
    let mut pack = handbook(MINE, "").pack.pack;
    pack.theme = format!("Chuyên đề, bản {revision}");
    let file = Envelope {
        revision,
        ..around(pack)
    };
    match open_file(write_pack(&file, &nfc).as_bytes(), &nfc) {
        Ok(Opened::Pack(file)) => {
            let version = PackVersion::Issued {
                document_id: file.document_id,
                revision: file.revision,
            };
            (version, file.payload)
        }
        other => panic!("{other:?}"),
    }
}

/// As the first screen does with its four answers and the file of the branch.
fn first_start(page: &mut Page) {
    let profile = Profile {
        name: "Trần Thị Bình".to_owned(),
        duty: "Văn thư".to_owned(),
        ..Profile::default()
    };
    let mut handbook = Handbook::begin(id(MINE), YEAR, profile, day(1, 5));
    let (version, pack) = pack(1);
    assert_eq!(handbook.take_pack(version, pack), Ok(()));
    page.open = Some(handbook);
    page.save(&at(0, 8));
    let chosen = page
        .shelf
        .change_settings(&at(0, 8), |settings| settings.open = Some(id(MINE)));
    if let Err(error) = chosen {
        told(&error);
    }
}

/// Answer after answer, then handed in and adopted.
fn pledge(page: &mut Page) {
    page.change(&at(1, 8), |handbook| {
        let mut commitment = Commitment::new(ItemId::parse("viec-1").expect("plain"));
        commitment.action = "Giải quyết hồ sơ trong ngày".to_owned();
        handbook.pledge.draft.push(commitment);
    });
    page.change(&at(1, 9), |handbook| {
        for commitment in &mut handbook.pledge.draft {
            commitment.measure = "Không hồ sơ nào quá 1 ngày".to_owned();
            commitment.deadline = Deadline::from_typed("30/11", YEAR);
        }
    });
    page.change(&at(1, 10), |handbook| {
        handbook.pledge.submit(day(1, 20));
        handbook.pledge.set_stage(Stage::Adopted { on: day(2, 5) });
    });
}

fn rate(page: &mut Page, number: u8) {
    let on = number + 1;
    page.change(&at(on, 8), |handbook| {
        let rating = handbook.rating_mut(month(number));
        rating.branch_note = format!("{} hồ sơ trong ngày", 30 + number);
    });
    page.change(&at(on, 9), |handbook| {
        let rating = handbook.rating_mut(month(number));
        PRIVATE.clone_into(&mut rating.private_note);
        handbook.complete_month(month(number), month(number).last_day());
    });
}

fn newer_pack(page: &mut Page) {
    page.change(&at(5, 8), |handbook| {
        let (version, pack) = pack(2);
        assert_eq!(handbook.take_pack(version, pack), Ok(()));
    });
}

fn hand_over(page: &mut Page) {
    page.change(&at(6, 8), |handbook| {
        let handover = handbook.handover(&handbook.unsent(), day(4, 2));
        let revision = handbook.next_handover_revision();
        handbook.record_handover(handover, revision);
    });
}

/// The file of that evening, which also has last year's handbook, put in place of what was written since.
fn restore(page: &mut Page, file: &str) {
    page.change(&at(7, 8), |handbook| handbook.pledge.draft.clear());
    let handbooks = opened(file);
    let result = page.shelf.restore(&handbooks, &at(7, 9));
    for (number, handbook) in [MINE, LAST_YEAR].into_iter().zip(&handbooks) {
        page.model.note(number, Some(handbook), &result);
    }
    match result {
        Ok(_) => page.open = handbooks.into_iter().next(),
        Err(error) => {
            told(&error);
            if let Some(open) = &page.open {
                page.goes_out(open);
            }
        }
    }
    page.save(&at(7, 10));
}

fn story(load: impl Fn() -> (Shelf, Shelved), model: &mut Model) {
    let mut page = Page::load(load(), model);
    first_start(&mut page);
    pledge(&mut page);
    for number in 1..=3 {
        page = reloaded(page, &load);
        rate(&mut page, number);
    }
    page = reloaded(page, &load);
    newer_pack(&mut page);
    hand_over(&mut page);
    page.shelved.push(handbook(LAST_YEAR, "năm trước"));
    let file = page.backup();
    page = reloaded(page, &load);
    // Without a handbook the file was made of nothing but last year's.
    if page.open.is_some() && opened(&file).len() == 2 {
        restore(&mut page, &file);
    }
}

fn reloaded<'m>(page: Page<'m>, load: &impl Fn() -> (Shelf, Shelved)) -> Page<'m> {
    Page::load(load(), page.model)
}

fn check(storage: &Rc<Memory>, model: &Model, what: &str) {
    let (shelf, shelved) = open(storage);
    for number in [MINE, LAST_YEAR] {
        let found = shelved.handbooks.iter().find(|one| one.id == id(number));
        assert!(model.allows(number, found), "{what}: {found:?}");
    }
    assert!(shelved.set_aside.is_empty(), "{what}: half a text was left");
    let next = shelf.save_handbook(&handbook(3, "hôm sau"), &at(8, 8));
    assert!(next.is_ok(), "{what}: {next:?}");
}

#[test]
fn every_fault_at_every_call_of_a_members_year() {
    let calls = Rc::new(Cell::new(0));
    let run = |how, place, lasting| {
        let (storage, mut model) = (storage(), Model::default());
        calls.set(0);
        let load = || {
            Shelf::open(Box::new(Faulty {
                inner: Rc::clone(&storage),
                how,
                at: place,
                lasting,
                calls: Rc::clone(&calls),
            }))
        };
        story(load, &mut model);
        let what = format!("{how:?} at {place}, lasting: {lasting}");
        check(&storage, &model, &what);
        (model, storage)
    };
    let (sound, storage) = run(How::Denied, usize::MAX, false);
    assert_eq!(sound.errors, 0, "the story itself is sound");
    let (_, shelved) = open(&storage);
    let mine = shelved.handbooks.iter().find(|one| one.id == id(MINE));
    let mine = mine.expect("restored");
    assert_eq!(
        (
            mine.months.len(),
            mine.earlier_packs.len(),
            mine.pledge.draft.len()
        ),
        (3, 1, 1),
        "it came to its end"
    );
    let mut ids = shelved.handbooks.iter().map(|one| &one.id);
    assert!(
        ids.any(|one| *one == id(LAST_YEAR)),
        "the backup's other one"
    );
    let length = calls.get();
    let (mut survived, mut heard) = (0, 0);
    for how in How::ALL {
        let lasting = [How::Denied, How::Full, How::Dropped, How::Unreadable].contains(&how);
        for place in (1..=length).step_by(STEP) {
            heard += usize::from(run(how, place, false).0.errors > 0);
            survived += 1;
            if lasting {
                heard += usize::from(run(how, place, true).0.errors > 0);
                survived += 1;
            }
        }
    }
    println!(
        "member's year: faults survived {survived}/{survived}, {heard} of them told, {length} calls"
    );
    assert!(heard > 0);
}

/// Every call in an optimised build, one in 7 while working.
const STEP: usize = if cfg!(debug_assertions) { 7 } else { 1 };
