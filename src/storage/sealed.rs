//! A storage whose texts are sealed: under it lies what nobody can read without the code, over it what the
//! shelves know. They notice nothing of it.
//!
//! A sealed text looks like a document of a version to come: `{"sealed":"…","document":null,"kind":"handbook",
//! "version":9007199254740991}`. So a tab that knows of no lock, or a page of an older version, takes it
//! for something newer and never writes over it. What is not sealed yet is read as it is.

use std::rc::Rc;

use super::backend::{Backend, Fault};
use super::keys::{self, Key};
use super::keys_desk::DeskKey;
use super::place::Place;
use crate::lock::{DataKey, NONCE, Random, pack, unpack};

const BEGIN: &str = "{\"sealed\":\"";
const END: &str = "\",\"document\":null,\"kind\":\"";

/// Seals and opens the texts of a storage, each for its own name.
#[derive(Clone)]
pub struct Sealer {
    key: DataKey,
    random: Rc<Random>,
}

impl Sealer {
    pub fn new(key: DataKey, random: Rc<Random>) -> Self {
        Self { key, random }
    }

    pub fn key(&self) -> &DataKey {
        &self.key
    }

    pub fn random(&self) -> &Random {
        &*self.random
    }

    pub(super) fn seal(&self, name: &str, text: &str) -> String {
        let mut nonce = [0; NONCE];
        (self.random)(&mut nonce);
        let sealed = pack(&self.key.seal(name, text.as_bytes(), &nonce));
        [
            BEGIN,
            &sealed,
            END,
            kind(name),
            "\",\"version\":9007199254740991}",
        ]
        .concat()
    }

    /// `None` for what was damaged, or sealed for another name or by another key.
    pub(super) fn open(&self, name: &str, text: &str) -> Option<String> {
        let (sealed, _) = text.strip_prefix(BEGIN)?.split_once('"')?;
        String::from_utf8(self.key.open(name, &unpack(sealed)?)?).ok()
    }
}

pub(super) fn is_sealed(text: &str) -> bool {
    text.starts_with(BEGIN)
}

/// Whether what lies under this name is sealed. The looks are not: the screen that asks for the code has
/// them already; and nothing of the lock itself.
pub(super) fn is_guarded(name: &str) -> bool {
    name.starts_with(keys::PREFIX)
        && name != Key::SETTINGS.name()
        && name != keys::PROBE
        && !name.starts_with(keys::LOCK)
}

/// By which a page without the code takes it for a document of its own.
fn kind(name: &str) -> &'static str {
    let of_member = Key::parse(name).map(|key| key.kind());
    let kind = of_member.or_else(|| DeskKey::parse(name).map(|key| key.kind()));
    kind.map_or("", |kind| kind.name)
}

/// Over a storage that is locked, with the key to it.
pub struct Sealed<B> {
    inner: B,
    sealer: Sealer,
}

impl<B: Backend> Sealed<B> {
    pub fn new(inner: B, sealer: Sealer) -> Self {
        Self { inner, sealer }
    }
}

impl<B: Backend> Backend for Sealed<B> {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.inner.keys()
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        let text = self.inner.get(name)?;
        Ok(text.map(|text| {
            if !is_sealed(&text) {
                return text;
            }
            // What does not open is none of a version to come, but damaged: to be set aside.
            let damaged = || text.trim_start_matches('{').to_owned();
            self.sealer.open(name, &text).unwrap_or_else(damaged)
        }))
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        if is_guarded(name) {
            self.inner.set(name, &self.sealer.seal(name, text))
        } else {
            self.inner.set(name, text)
        }
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        self.inner.remove(name)
    }

    fn units(&self, name: &str) -> Result<usize, Fault> {
        self.inner.units(name)
    }
}
