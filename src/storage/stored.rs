//! The form in which a document lies in the storage, and how an old form becomes today's:
//!
//! `{"check":"<16 hex digits>","document":{…},"kind":"handbook","revision":12,"saved_at":"2026-11-22T09:30:00+07:00","version":1}`
//!
//! `check` comes first and covers every byte after its comma, so that a text that was cut, flipped
//! or mixed up is noticed even where it still is JSON. `kind` tells a handbook from settings, whose
//! fields all have defaults. The version belongs to the kind. **Any change to a stored type that an
//! older page would drop or refuse needs a new version**: an older tab that is still open must stop
//! writing, not write the new field away.
//!
//! This file knows texts and JSON values, no storage. It never fails but says what a text is.

use crate::domain::{DocumentId, Handbook};
use crate::json::{self, InFiles, Value, canonical};

/// Brings a document one version up. `None` when it is not one of that version.
pub type Step = fn(Value) -> Option<Value>;

/// What a document is, and how its older versions are brought up to date.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub(super) name: &'static str,
    /// The step at index n leads from version n + 1 to the next one.
    pub(super) steps: &'static [Step],
}

impl Kind {
    pub const SETTINGS: Self = Self {
        name: "settings",
        steps: &[],
    };
    pub const HANDBOOK: Self = Self {
        name: "handbook",
        // 2: the branch's feedback. A page of version 1 would write it away.
        steps: &[Some],
    };

    pub fn version(self) -> u64 {
        self.steps.len() as u64 + 1
    }
}

/// A document as it was read, brought to today's version.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    pub revision: u64,
    pub saved_at: String,
    /// That of the text, before migration.
    pub version: u64,
    pub document: Value,
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Sound(Stored),
    /// Written by a newer version of this page: not to be touched.
    Newer {
        version: u64,
        document: Value,
    },
    /// Not what it should be. When only the check fails, the document as far as it reads.
    Unreadable(Option<Value>),
}

pub fn write(kind: Kind, revision: u64, saved_at: &str, document: &Value) -> String {
    let rest = [
        "\"document\":",
        &canonical(document),
        ",\"kind\":\"",
        kind.name,
        "\",\"revision\":",
        &revision.to_string(),
        ",\"saved_at\":",
        &canonical(&saved_at.into()),
        ",\"version\":",
        &kind.version().to_string(),
        "}",
    ]
    .concat();
    ["{\"check\":\"", &check(&rest), "\",", &rest].concat()
}

pub fn read(kind: Kind, text: &str) -> Reading {
    let Ok(Value::Object(mut map)) = json::read(text) else {
        return Reading::Unreadable(None);
    };
    if map.get("kind").and_then(Value::as_text) != Some(kind.name) {
        return Reading::Unreadable(None);
    }
    let (Some(version), Some(document)) = (
        map.get("version").and_then(Value::as_count),
        map.remove("document"),
    ) else {
        return Reading::Unreadable(None);
    };
    // Before the check: how a later version checks its text is its own affair.
    if version > kind.version() {
        return Reading::Newer { version, document };
    }
    let document = migrate(document, version, kind.steps);
    let revision = map.get("revision").and_then(Value::as_count);
    let saved_at = map.get("saved_at").and_then(Value::as_text);
    match (document, revision, saved_at) {
        (Some(document), Some(revision), Some(saved_at)) if is_whole(text) => {
            Reading::Sound(Stored {
                revision,
                saved_at: saved_at.to_owned(),
                version,
                document,
            })
        }
        (document, ..) => Reading::Unreadable(document),
    }
}

/// From `version` (the first is 1) up to the version that the last step leads to.
pub fn migrate(document: Value, version: u64, steps: &[Step]) -> Option<Value> {
    let done = usize::try_from(version.checked_sub(1)?).ok()?;
    let rest = steps.get(done..)?;
    rest.iter()
        .try_fold(document, |document, step| step(document))
}

/// `None` when the document is not of that type.
pub fn typed<T: InFiles>(document: Value) -> Option<T> {
    json::from_value(document).ok()
}

pub fn untyped<T: InFiles>(document: &T) -> Value {
    json::to_value(document)
}

/// A handbook, when it is the one that belongs at this place.
pub fn handbook(id: &DocumentId, document: Value) -> Option<Handbook> {
    typed(document).filter(|handbook: &Handbook| handbook.id == *id)
}

pub(super) fn is_whole(text: &str) -> bool {
    let found = text
        .strip_prefix("{\"check\":\"")
        .and_then(|text| text.split_at_checked(16))
        .and_then(|(found, text)| Some((found, text.strip_prefix("\",")?)));
    found.is_some_and(|(found, rest)| found == check(rest))
}

/// FNV-1a, 64 bits: notices every change of a single byte, in a few instructions. Against damage,
/// not against anyone.
fn check(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
