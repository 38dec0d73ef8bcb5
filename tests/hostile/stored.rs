//! What lies in the storage: one of its texts is spoilt, and both programs open it. The rest loads, the
//! spoilt text is kept word for word, and nothing else is written.

use std::rc::Rc;

use serde_json::Value;
use so_tay::domain::DocumentId;
use so_tay::domain::sample::sample_handbook;
use so_tay::storage::lean::{expand, squeeze};
use so_tay::storage::{Backend as _, Batch, DeskShelf, Memory, Settings, Shelf, TextSize};

use crate::checks::{Outcome, look_at};
use crate::desk::look_at_all;
use crate::noise;
use crate::odd;
use crate::rng::Rng;
use crate::seeds::{small_branch, today};
use crate::tree;

const NOW: &str = "2026-11-22T09:30:00+07:00";
const YEAR: i32 = 2026;

/// Name and text of everything in a storage.
pub type Texts = Vec<(String, String)>;

/// What the two programs left on a phone.
pub struct Shelves {
    member: Texts,
    desk: Texts,
    branch: DocumentId,
}

impl Shelves {
    pub fn new() -> Self {
        let (branch, dossiers) = small_branch(0, YEAR);
        let id = branch.id.clone();
        let member = filled(|storage| {
            let (shelf, _) = Shelf::open(Box::new(storage));
            let settings = Settings {
                text_size: TextSize::Large,
                ..Settings::default()
            };
            assert_eq!(shelf.save_settings(&settings, NOW).err(), None);
            for number in [1, 2] {
                let mut handbook = sample_handbook(today());
                handbook.id = DocumentId::new([number; 16]);
                assert_eq!(shelf.save_handbook(&handbook, NOW).err(), None);
            }
        });
        let desk = filled(|storage| {
            let (shelf, _) = DeskShelf::open_desk(Box::new(storage));
            assert_eq!(shelf.change_desk(NOW, |_| ()).err(), None);
            let all = Batch {
                branch: Some(branch),
                dossiers,
                gone: Vec::new(),
            };
            assert_eq!(shelf.commit(&id, &all, NOW), Ok(()));
        });
        Self {
            member,
            desk,
            branch: id,
        }
    }

    /// Of the member's program, and of the desk's.
    pub fn devices(&self) -> [&Texts; 2] {
        [&self.member, &self.desk]
    }

    /// Taken: something is read at the place of the spoilt text. Refused: it is set aside, or is of a
    /// newer version.
    pub fn opened(&self, rng: &mut Rng) -> Outcome {
        let of_desk = rng.one_in(2);
        let whole = if of_desk { &self.desk } else { &self.member };
        let (name, text) = rng.pick(whole);
        let donor = rng.pick(whole).1.clone();
        let (spoilt, sealed) = spoil(text, &donor, of_desk, rng);
        let (before, storage) = (
            found(whole, of_desk, &self.branch),
            Rc::new(Memory::default()),
        );
        for (name, text) in whole {
            storage.set(name, text).expect("memory");
        }
        storage.set(name, &spoilt).expect("memory");
        let after = read(&storage, of_desk, &self.branch);

        let kept = texts(&storage);
        for (name, text) in whole.iter().filter(|(known, _)| known != name) {
            assert!(kept.contains(&(name.clone(), text.clone())), "{name}");
        }
        let plain = expand(&spoilt).filter(|_| of_desk);
        let is_it = |text: &String| *text == spoilt || plain.as_ref() == Some(text);
        assert!(kept.iter().any(|(_, text)| is_it(text)), "{name}: {spoilt}");
        // The others read as before; this one too, or not at all, unless it was sealed.
        assert!(after.len() + 1 >= before.len(), "{name}");
        let strange: Vec<_> = after.iter().filter(|one| !before.contains(one)).collect();
        assert!(
            strange.is_empty() || sealed && strange.len() == 1,
            "{name}: {strange:?}"
        );
        let again = read(&storage, of_desk, &self.branch);
        assert_eq!(again, after, "opened again");
        if after.len() == before.len() {
            Outcome::Taken
        } else {
            Outcome::Refused
        }
    }
}

fn filled(fill: impl FnOnce(Rc<Memory>)) -> Texts {
    let storage = Rc::new(Memory::default());
    fill(Rc::clone(&storage));
    texts(&storage)
}

pub fn texts(storage: &Memory) -> Texts {
    let names = storage.keys().expect("memory");
    let text = |name: String| {
        let text = storage.get(&name).expect("memory").expect("listed");
        (name, text)
    };
    names.into_iter().map(text).collect()
}

fn found(whole: &Texts, of_desk: bool, branch: &DocumentId) -> Vec<String> {
    let storage = Rc::new(Memory::default());
    for (name, text) in whole {
        storage.set(name, text).expect("memory");
    }
    read(&storage, of_desk, branch)
}

/// Both programs open what lies there, whatever it is.
pub fn read_all(storage: &Rc<Memory>) {
    read(storage, false, &DocumentId::new([0; 16]));
    let (shelf, shelved) = DeskShelf::open_desk(Box::new(Rc::clone(storage)));
    for branch in &shelved.branches {
        look_at_all(branch, &shelf.read_year(&branch.id, YEAR).dossiers);
    }
}

/// Everything that one of the programs reads, each document as a text; and all of it is looked at.
fn read(storage: &Rc<Memory>, of_desk: bool, branch: &DocumentId) -> Vec<String> {
    let mut all = Vec::new();
    if of_desk {
        let (shelf, shelved) = DeskShelf::open_desk(Box::new(Rc::clone(storage)));
        let of_year = shelf.read_year(branch, YEAR);
        for branch in &shelved.branches {
            look_at_all(branch, &of_year.dossiers);
        }
        all.extend(shelved.branches.iter().map(|one| format!("{one:?}")));
        all.extend(of_year.dossiers.iter().map(|one| format!("{one:?}")));
    } else {
        let (_, shelved) = Shelf::open(Box::new(Rc::clone(storage)));
        for handbook in &shelved.handbooks {
            look_at(handbook);
        }
        all.extend(shelved.handbooks.iter().map(|one| format!("{one:?}")));
    }
    all
}

/// The text spoilt, and whether it has the check that belongs to it.
fn spoil(text: &str, donor: &str, of_desk: bool, rng: &mut Rng) -> (String, bool) {
    let plain = expand(text).expect("whole");
    match rng.below(6) {
        0 => (donor.to_owned(), false),
        1 => (odd::text(rng).to_owned(), false),
        2 if of_desk => (lean_spoilt(text, rng), false),
        2 | 3 => {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..1 + rng.below(3) {
                noise::damage(&mut bytes, donor.as_bytes(), rng);
            }
            (String::from_utf8_lossy(&bytes).into_owned(), false)
        }
        _ => {
            let mut stored: Value = serde_json::from_str(&plain).expect("JSON");
            let donor = serde_json::from_str(&expand(donor).expect("whole")).expect("JSON");
            match rng.below(5) {
                0 => tree::change(&mut stored, &donor, rng),
                _ => tree::change(&mut stored["document"], &donor, rng),
            }
            let sealed = sealed(&stored);
            // A branch's text may lie plain, as a page of before wrote it.
            if of_desk && rng.one_in(2) {
                (squeeze(&sealed), true)
            } else {
                (sealed, true)
            }
        }
    }
}

/// The signs of the lean form, where they do not belong.
fn lean_spoilt(text: &str, rng: &mut Rng) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..1 + rng.below(4) {
        let beyond = rng.below(0xFF) as u32;
        let sign = match rng.below(5) {
            0 => '\u{E101}',
            1 => '\u{E0FF}',
            2 => char::from_u32(0xE000 + beyond).expect("for private use"),
            3 => char::from_u32(0x3400 + rng.below(0x6000) as u32).expect("before the surrogates"),
            _ => 'a',
        };
        let at = rng.below(chars.len());
        if rng.one_in(2) {
            chars[at] = sign;
        } else {
            chars.insert(at, sign);
        }
    }
    chars.into_iter().collect()
}

/// With the check that the page would give it, by another hand: FNV-1a of all that comes after.
fn sealed(stored: &Value) -> String {
    let mut stored = stored.clone();
    if let Some(object) = stored.as_object_mut() {
        object.remove("check");
    }
    let text = String::from_utf8(serde_json_canonicalizer::to_vec(&stored).expect("JSON"));
    let text = text.expect("UTF-8");
    let Some(rest) = text.strip_prefix('{').filter(|_| stored.is_object()) else {
        return text;
    };
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in rest.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{{\"check\":\"{hash:016x}\",{rest}")
}
