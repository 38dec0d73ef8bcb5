//! The two files that are none of the envelope's: a backup behind a code, and the rescue file. What is in
//! either is as hostile as any file: a stranger may send the code along.

use std::cell::Cell;
use std::rc::Rc;

use base64ct::{Base64, Encoding};
use serde_json::{Value, json};
use so_tay::exchange::rescue::open_rescue;
use so_tay::exchange::sealed::{is_sealed, open_sealed};
use so_tay::lock::{Away, Cost, DataKey, Lock, NONCE, Random};
use so_tay::storage::{
    Backend as _, Memory, Sealer, bring_back, is_locked_otherwise, turn_on, unlocked,
};

use crate::checks::{self, Outcome, refused};
use crate::noise;
use crate::rng::Rng;
use crate::stored::{Texts, read_all, texts};
use crate::tree;

const CODE: &str = "hồ sơ đúng hẹn";
const FORMAT: &str = "so-tay/sealed";

/// A guess costs next to nothing here; the record says so, as any record does.
const CHEAP: Cost = Cost {
    memory_kib: 8,
    passes: 1,
    lanes: 1,
};

fn key() -> DataKey {
    DataKey::new([5; 32])
}

/// Not random at all, but never twice the same.
fn random() -> Rc<Random> {
    let count = Cell::new(7_u8);
    Rc::new(move |bytes: &mut [u8]| {
        for byte in bytes {
            count.set(count.get().wrapping_mul(31).wrapping_add(17));
            *byte = count.get();
        }
    })
}

fn lock() -> Lock {
    Lock::with_cost(CHEAP, CODE, &key(), Away::default(), &*random()).expect("a key")
}

/// A backup behind the code, whatever it holds.
pub fn sealed(inside: &[u8]) -> Value {
    let nonce = [inside.len() as u8; NONCE];
    json!({
        "format": FORMAT,
        "version": 1,
        "exported_at": "2026-11-22T09:30:00+07:00",
        "lock": serde_json::from_str::<Value>(&lock().text()).expect("JSON"),
        "sealed": Base64::encode_string(&key().seal(FORMAT, inside, &nonce)),
    })
}

/// Opened by its code, if it is one: what comes out is what went in, letter by letter, or nothing does.
/// The text inside, if it does.
pub fn sealed_file(bytes: &[u8], inside: &[u8]) -> (Outcome, Option<String>) {
    if !is_sealed(bytes) {
        return (checks::member(bytes, false), None);
    }
    let file = match open_sealed(bytes) {
        Ok(file) => file,
        Err(problem) => return (refused(&problem, false), None),
    };
    let opened = file.open(CODE);
    if let Some(text) = &opened {
        assert_eq!(text.as_bytes(), inside, "forged without the key");
    }
    assert_eq!(file.open("123456"), None);
    let outcome = match opened {
        Some(_) => Outcome::Taken,
        None => Outcome::Refused,
    };
    (outcome, opened)
}

/// The rescue files of two devices, open and locked.
pub fn rescue_files(devices: [&Texts; 2]) -> Vec<Value> {
    let mut files = Vec::new();
    for kept in devices {
        let device = filled(kept);
        files.push(rescue(&texts(&device)));
        let sealer = Sealer::new(key(), random());
        assert_eq!(turn_on(&*device, &sealer, &lock()), Ok(()));
        files.push(rescue(&texts(&device)));
    }
    files
}

fn rescue(kept: &Texts) -> Value {
    let kept: serde_json::Map<_, _> = kept
        .iter()
        .map(|(name, text)| (name.clone(), Value::from(text.clone())))
        .collect();
    json!({
        "format": "so-tay/rescue",
        "version": 1,
        "exported_at": "2026-11-22T02:30:00.000Z",
        "kept": kept,
        "typed": [["viec", "đang viết dở"]],
    })
}

fn filled(kept: &Texts) -> Rc<Memory> {
    let storage = Rc::new(Memory::default());
    for (name, text) in kept {
        storage.set(name, text).expect("memory");
    }
    storage
}

/// Put back onto a device that has something, or nothing: whatever lay there lies there still, nothing of
/// another page's is written, no lock comes over open texts; and both programs open what there is then.
pub fn rescue_file(bytes: &[u8], here: &Texts, rng: &mut Rng) -> Outcome {
    let file = match open_rescue(bytes) {
        Ok(file) => file,
        Err(problem) => return refused(&problem, false),
    };
    let device = if rng.one_in(3) {
        Rc::new(Memory::default())
    } else {
        filled(here)
    };
    let before = texts(&device);
    let mut kept = file.kept;
    let otherwise = is_locked_otherwise(&device, &kept).expect("memory");
    if otherwise && let Some(open) = unlocked(&kept, CODE, random()) {
        kept = open;
    }
    let told = bring_back(&device, &kept).expect("memory has room");
    let ours = kept.iter().filter(|(name, _)| name.starts_with("so-tay/"));
    assert_eq!(
        told.written + told.same + told.differ + told.locked,
        ours.count()
    );
    let after = texts(&device);
    assert!(before.iter().all(|entry| after.contains(entry)));
    assert!(after.iter().all(|(name, _)| name.starts_with("so-tay/")));
    let locked = |all: &Texts| all.iter().any(|(name, _)| name.starts_with("so-tay/lock"));
    assert!(before.is_empty() || locked(&before) || !locked(&after));
    read_all(&device);
    if told.written > 0 {
        Outcome::Taken
    } else {
        Outcome::Refused
    }
}

/// The file changed somewhere, and on its way.
pub fn spoilt(mut file: Value, donor: &Value, rng: &mut Rng) -> Vec<u8> {
    if !rng.one_in(3) {
        for _ in 0..1 + rng.below(2) {
            tree::change(&mut file, donor, rng);
        }
    }
    let (text, _) = tree::written(&file, rng);
    let mut bytes = noise::encoded(&text, rng);
    if rng.one_in(4) {
        noise::damage(&mut bytes, donor.to_string().as_bytes(), rng);
    }
    bytes
}
