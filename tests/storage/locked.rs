//! The passcode's lock on the storage: nothing of what is written can be read without it, nothing is lost
//! by turning it on or off, whatever fails at whatever call.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use proptest::prelude::*;
use so_tay::domain::Handbook;
use so_tay::domain::branch::{Branch, Dossier};
use so_tay::lock::{Away, Cost, DataKey, Lock, Random, key_of_code, pack, unpack};
use so_tay::storage::{
    Backend, DeskShelf, Memory, NotDone, SaveError, Sealed, Sealer, Settings, Shelf, Theme, change,
    finish, lock_of, turn_off, turn_on, unlock,
};

use crate::desk_support::{adopted, batch, branch, dossier, open_desk};
use crate::support::{Faulty, How, NOW, SOON, dump, handbook, open, storage};

const CODE: &str = "mật khẩu 2026";
/// As little work as Argon2id can be: a matrix makes many thousand keys.
const CHEAP: Cost = Cost {
    memory_kib: 8,
    passes: 1,
    lanes: 1,
};
const SECRET: &str = "Không để hồ sơ quá hạn";

/// Not random at all, but never twice the same.
fn random() -> Rc<Random> {
    let count = Cell::new(0_u64);
    Rc::new(move |bytes: &mut [u8]| {
        count.set(count.get() + 1);
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = count.get().to_le_bytes()[at % 8] ^ at as u8;
        }
    })
}

fn sealer() -> Sealer {
    Sealer::new(DataKey::new([7; 32]), random())
}

fn lock(code: &str, sealer: &Sealer) -> Lock {
    Lock::with_cost(CHEAP, code, sealer.key(), Away::default(), sealer.random()).expect("a lock")
}

/// What a person sees: the looks, the handbooks, the branches.
type Seen = (Settings, Vec<Handbook>, Vec<Branch>, Vec<Dossier>, usize);

#[track_caller]
fn seen(backend: impl Fn() -> Box<dyn Backend>) -> Seen {
    let (_, shelved) = Shelf::open(backend());
    let (shelf, desk) = DeskShelf::open_desk(backend());
    assert!(shelved.set_aside.is_empty() && shelved.newer.is_empty() && shelved.unread.is_empty());
    assert!(desk.damaged.is_empty() && !desk.newer && !desk.unread);
    let dossiers = desk.branches.iter().flat_map(|branch| {
        let year = shelf.read_year(&branch.id, 2026);
        assert!(year.damaged.is_empty() && !year.newer && !year.unread);
        year.dossiers
    });
    let dossiers = dossiers.collect();
    let snapshots = shelved.handbooks.iter().map(|one| {
        let (shelf, _) = Shelf::open(backend());
        shelf.snapshots(&one.id).expect("memory").len()
    });
    let snapshots = snapshots.sum();
    (
        shelved.settings,
        shelved.handbooks,
        desk.branches,
        dossiers,
        snapshots,
    )
}

fn seen_plain(storage: &Rc<Memory>) -> Seen {
    seen(|| Box::new(Rc::clone(storage)))
}

fn seen_unlocked(storage: &Rc<Memory>, code: &str) -> Seen {
    let key = unlock(storage, code).expect("the code opens");
    let sealer = Sealer::new(key, random());
    seen(|| Box::new(Sealed::new(Rc::clone(storage), sealer.clone())))
}

/// Two handbooks with an earlier version, looks, a branch of three, and what another page keeps.
fn filled() -> Rc<Memory> {
    let storage = storage();
    let (shelf, _) = open(&storage);
    shelf
        .save_handbook(&handbook(1, "hôm qua"), NOW)
        .expect("room");
    shelf
        .save_handbook(&handbook(1, SECRET), "2026-11-24T09:30:00+07:00")
        .expect("room");
    shelf
        .save_handbook(&handbook(2, "năm khác"), SOON)
        .expect("room");
    shelf
        .change_settings(SOON, |settings| settings.theme = Theme::Dark)
        .expect("room");
    let (desk, _) = open_desk(&storage);
    let dossiers = (1..=3).map(|number| adopted(dossier(number, SECRET)));
    let all = batch(Some(branch(1, 3, "Chi bộ Văn phòng")), dossiers.collect());
    desk.commit(&branch(1, 0, "").id, &all, NOW).expect("room");
    storage.set("other-page", "foreign").expect("memory");
    storage
}

fn is_readable(storage: &Rc<Memory>) -> bool {
    dump(storage)
        .iter()
        .any(|(_, text)| text.contains(SECRET) || text.contains("Bình"))
}

#[test]
fn under_the_lock_nothing_can_be_read_and_everything_is_there() {
    let storage = filled();
    let before = seen_plain(&storage);
    let texts = dump(&storage);
    assert!(is_readable(&storage));
    let sealer = sealer();
    turn_on(&storage, &sealer, &lock(CODE, &sealer)).expect("on");
    assert!(!is_readable(&storage));
    assert_eq!(
        storage.get("other-page").expect("memory").as_deref(),
        Some("foreign")
    );
    assert_eq!(seen_unlocked(&storage, CODE), before);
    assert!(unlock(&storage, "khác").is_none());

    // It writes on under the seal, and opens again to the letter.
    let unlocked = Sealed::new(Rc::clone(&storage), sealer.clone());
    let (shelf, _) = Shelf::open(Box::new(unlocked));
    shelf
        .save_handbook(&handbook(2, SECRET), "2026-11-24T10:00:00+07:00")
        .expect("room");
    assert!(!is_readable(&storage));
    shelf
        .save_handbook(&handbook(2, "năm khác"), "2026-11-24T10:00:10+07:00")
        .expect("room");

    turn_off(&storage, &sealer).expect("off");
    assert_eq!(lock_of(&storage), Ok(None));
    assert!(is_readable(&storage));
    let after = dump(&storage);
    for (name, text) in &texts {
        // The second handbook was saved on.
        let here = after.iter().find(|(there, _)| there == name);
        assert!(
            name.contains(&"02".repeat(16)) || here.is_some_and(|(_, there)| there == text),
            "{name}"
        );
    }
}

#[test]
fn a_tab_that_knows_of_no_lock_writes_over_nothing() {
    let storage = filled();
    let (shelf, _) = open(&storage);
    let (desk, _) = open_desk(&storage);
    let sealer = sealer();
    turn_on(&storage, &sealer, &lock(CODE, &sealer)).expect("on");
    let sealed = dump(&storage);
    let result = shelf.save_handbook(&handbook(1, "viết tiếp"), SOON);
    assert_eq!(result.expect_err("refused"), SaveError::NewerVersion);
    let all = batch(Some(branch(1, 2, "Khác")), vec![dossier(1, "khác")]);
    assert!(desk.commit(&branch(1, 0, "").id, &all, SOON).is_err());
    assert!(shelf.delete_handbook(&handbook(1, "").id, SOON).is_err());
    assert_eq!(dump(&storage), sealed);
    // Nor one that is opened without the code.
    let (shelf, shelved) = open(&storage);
    assert!(shelved.handbooks.is_empty() && shelved.set_aside.is_empty());
    assert_eq!(shelved.settings.theme, Theme::Dark, "the looks are there");
    assert!(shelf.save_handbook(&handbook(1, "đè"), SOON).is_err());
    assert_eq!(dump(&storage), sealed);
}

#[test]
fn a_damaged_or_exchanged_text_is_set_aside_and_the_rest_opens() {
    let storage = filled();
    let before = seen_plain(&storage);
    let sealer = sealer();
    turn_on(&storage, &sealer, &lock(CODE, &sealer)).expect("on");
    let sealed = dump(&storage);
    let handbooks: Vec<_> = sealed
        .iter()
        .filter(|(name, _)| name.starts_with("so-tay/handbook/"))
        .collect();
    // One in the other's place.
    storage
        .set(&handbooks[0].0, &handbooks[1].1)
        .expect("memory");
    let unlocked = Sealed::new(Rc::clone(&storage), sealer.clone());
    let (_, shelved) = Shelf::open(Box::new(unlocked));
    assert_eq!(shelved.set_aside.len(), 1);
    assert_eq!(shelved.handbooks.len(), 1);
    assert!(before.1.contains(&shelved.handbooks[0]));
}

#[test]
fn a_damaged_record_leaves_its_copy() {
    for place in ["so-tay/lock", "so-tay/lock/copy"] {
        for text in [None, Some(""), Some("{"), Some("{\"version\":9}")] {
            let storage = filled();
            let before = seen_plain(&storage);
            let sealer = sealer();
            turn_on(&storage, &sealer, &lock(CODE, &sealer)).expect("on");
            match text {
                Some(text) => storage.set(place, text).expect("memory"),
                None => storage.remove(place).expect("memory"),
            }
            assert!(lock_of(&storage).expect("readable").is_some());
            finish(&storage, &sealer, Some(CODE)).expect("mended");
            assert!(Lock::parse(&storage.get(place).expect("memory").expect("there")).is_some());
            assert_eq!(seen_unlocked(&storage, CODE), before);
        }
    }
}

/// What a step may leave behind.
#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
    Off,
    On(&'static str),
}

/// Whatever happened: the storage is wholly in a state that the last step allows, or comes to be when it
/// is unlocked, and nothing is lost.
fn check(
    storage: &Rc<Memory>,
    before: &Seen,
    may_be: &[State],
    told: Option<&NotDone>,
    what: &str,
) {
    let record = lock_of(storage);
    let state = match record {
        Ok(None) => State::Off,
        Ok(Some(_)) => State::On(
            ["mới", CODE]
                .into_iter()
                .find(|code| unlock(storage, code).is_some())
                .unwrap_or_else(|| panic!("{what}: no code opens it")),
        ),
        Err(_) => panic!("{what}: no record can be read"),
    };
    assert!(
        may_be.contains(&state),
        "{what}: {state:?}, may be {may_be:?}"
    );
    match state {
        State::Off => {
            assert_eq!(&seen_plain(storage), before, "{what}");
        }
        State::On(code) => {
            let key = unlock(storage, code).expect("found");
            let half = is_readable(storage);
            let half_told = matches!(told, Some(NotDone::Half(_)));
            assert!(!half || half_told, "{what}: half sealed, and not said");
            finish(storage, &Sealer::new(key, random()), Some(code)).expect("no fault any more");
            assert!(
                !is_readable(storage),
                "{what}: finished, and still readable"
            );
            assert_eq!(&seen_unlocked(storage, code), before, "{what}");
        }
    }
    let foreign = storage.get("other-page").expect("memory");
    assert_eq!(foreign.as_deref(), Some("foreign"), "{what}");
}

/// Runs on, change of code, off, each from a whole storage, with one fault; `None` when the fault's call
/// was never reached.
fn run(step: &str, how: How, at: usize, lasting: bool) -> Option<()> {
    let storage = filled();
    let before = seen_plain(&storage);
    let sealer = sealer();
    let calls = Rc::new(Cell::new(0));
    let faulty = Faulty {
        inner: Rc::clone(&storage),
        how,
        at,
        lasting,
        calls: Rc::clone(&calls),
    };
    let (first, then): (State, State);
    let result = match step {
        "on" => {
            (first, then) = (State::Off, State::On(CODE));
            turn_on(&faulty, &sealer, &lock(CODE, &sealer))
        }
        _ => {
            turn_on(&storage, &sealer, &lock(CODE, &sealer)).expect("on");
            if step == "off" {
                (first, then) = (State::On(CODE), State::Off);
                turn_off(&faulty, &sealer)
            } else {
                (first, then) = (State::On(CODE), State::On("mới"));
                change(&faulty, &lock("mới", &sealer))
            }
        }
    };
    let what = format!("{step}, {how:?} at {at}, lasting {lasting}: {result:?}");
    let may_be = match &result {
        Ok(()) => vec![then],
        Err(NotDone::Undone(_)) => vec![first],
        // Some of it is done; every code that may stand in the record opens it.
        Err(_) => vec![first, then],
    };
    check(&storage, &before, &may_be, result.as_ref().err(), &what);
    (calls.get() >= at).then_some(())
}

#[test]
fn every_fault_at_every_call_of_turning_on_changing_and_turning_off() {
    let mut survived = 0;
    for step in ["on", "change", "off"] {
        for how in How::ALL {
            for lasting in [false, true] {
                let mut at = 1;
                while run(step, how, at, lasting).is_some() {
                    survived += 1;
                    at += 1;
                }
            }
        }
    }
    println!("lock faults survived {survived}/{survived}");
    assert!(survived > 1_000, "the matrix is large: {survived}");
}

/// The phone goes off: from some call on nothing happens any more, not even the way back.
#[test]
fn a_phone_that_goes_off_at_any_call() {
    let mut died = 0;
    for step in ["on", "change", "off"] {
        for torn in [false, true] {
            for at in 1.. {
                let storage = filled();
                let before = seen_plain(&storage);
                let sealer = sealer();
                if step != "on" {
                    turn_on(&storage, &sealer, &lock(CODE, &sealer)).expect("on");
                }
                let calls = Rc::new(Cell::new(0));
                let how = if torn { How::Torn } else { How::Denied };
                let torn = Faulty {
                    inner: Rc::clone(&storage),
                    how,
                    at,
                    lasting: false,
                    calls,
                };
                let dying = Dying {
                    faulty: torn,
                    at,
                    dead: RefCell::default(),
                };
                let _ = match step {
                    "on" => turn_on(&dying, &sealer, &lock(CODE, &sealer)),
                    "off" => turn_off(&dying, &sealer),
                    _ => change(&dying, &lock("mới", &sealer)),
                };
                let any = [State::Off, State::On(CODE), State::On("mới")];
                let cut = NotDone::Half(so_tay::storage::Fault::Denied);
                check(
                    &storage,
                    &before,
                    &any,
                    Some(&cut),
                    &format!("{step}, off at {at}"),
                );
                if !*dying.dead.borrow() {
                    break;
                }
                died += 1;
            }
        }
    }
    println!("lock, the phone goes off: survived {died}/{died}");
    assert!(died > 100);
}

/// Fails once, and never does anything again.
struct Dying {
    faulty: Faulty,
    at: usize,
    dead: RefCell<bool>,
}

impl Dying {
    fn lives<T>(
        &self,
        call: impl FnOnce(&Faulty) -> Result<T, so_tay::storage::Fault>,
    ) -> Result<T, so_tay::storage::Fault> {
        if *self.dead.borrow() {
            return Err(so_tay::storage::Fault::Denied);
        }
        let result = call(&self.faulty);
        *self.dead.borrow_mut() = self.faulty.calls.get() >= self.at;
        result
    }
}

impl Backend for Dying {
    fn keys(&self) -> Result<Vec<String>, so_tay::storage::Fault> {
        self.lives(Backend::keys)
    }
    fn get(&self, name: &str) -> Result<Option<String>, so_tay::storage::Fault> {
        self.lives(|faulty| faulty.get(name))
    }
    fn set(&self, name: &str, text: &str) -> Result<(), so_tay::storage::Fault> {
        self.lives(|faulty| faulty.set(name, text))
    }
    fn remove(&self, name: &str) -> Result<(), so_tay::storage::Fault> {
        self.lives(|faulty| faulty.remove(name))
    }
}

#[test]
fn the_key_is_argon2ids_by_another_implementation() {
    // By the reference implementation in C (argon2-cffi 25.1, Type.ID).
    let key = key_of_code("sổ tay làm theo", b"somesalt12345678", Cost::NOW).expect("a key");
    let hex: String = key
        .bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(hex, REFERENCE);
    for unbearable in [
        Cost {
            memory_kib: 1 << 20,
            ..Cost::NOW
        },
        Cost {
            passes: 0,
            ..Cost::NOW
        },
        Cost {
            lanes: 0,
            ..Cost::NOW
        },
        Cost {
            passes: 1_000,
            ..Cost::NOW
        },
    ] {
        assert!(key_of_code("x", b"somesalt12345678", unbearable).is_none());
    }
}

const REFERENCE: &str = "4b829ad4a01dfab07053113f124c33ca9e62f45f4b6b04ed706904479c66d17c";

#[test]
fn a_sealed_storage_has_room() {
    let text = "Trong tháng giải quyết 46/46 hồ sơ đúng hẹn; ghi chú riêng. ".repeat(40);
    let sealed = storage();
    Sealed::new(Rc::clone(&sealed), sealer())
        .set("so-tay/handbook/x", &text)
        .expect("memory");
    let units = |text: &str| text.encode_utf16().count();
    let under = units(
        &sealed
            .get("so-tay/handbook/x")
            .expect("memory")
            .expect("there"),
    );
    println!("plain {} units, sealed {under}", units(&text));
    assert!(under < units(&text));
}

proptest! {
    #[test]
    fn what_is_packed_is_unpacked(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let packed = pack(&bytes);
        prop_assert_eq!(packed.chars().count(), bytes.len() * 8 / 15 + 1);
        prop_assert_eq!(unpack(&packed), Some(bytes));
    }

    #[test]
    fn anything_else_is_refused_without_a_panic(text in "\\PC{0,8}|[㐀-㓿ꀀ-ꏿ]{0,6}") {
        if let Some(bytes) = unpack(&text) {
            prop_assert_eq!(pack(&bytes), text);
        }
    }
}
