//! The names under which this page keeps things in the browser's storage. The only file that spells
//! them (`tests/invariants.rs` fails when another one does).
//!
//! A host may serve other pages from the same origin, and a newer version of this page may know
//! keys that this one doesn't: a name that does not parse is ignored and never touched. Only
//! "delete everything" goes by the prefix alone.

use super::place::{Earlier, Place};
use super::settings::Settings;
use super::stored::{self, Kind};
use crate::domain::DocumentId;
use crate::json::Value;

/// Every key of ours begins with it.
pub const PREFIX: &str = "so-tay/";

/// A key that the gate to the browser's storage writes and removes to see whether it can.
pub const PROBE: &str = "so-tay/probe";

/// The record of the passcode's lock, by which boot.js knows that the storage is locked.
pub(super) const LOCK: &str = "so-tay/lock";
/// The same again.
pub(super) const LOCK_COPY: &str = "so-tay/lock/copy";
/// In the storage of the tab alone, and for a moment: the key of a tab that loads itself anew.
pub const PASS: &str = "so-tay/pass";
/// A text on its way to being sealed or opened, behind its name.
pub(super) const LOCK_BESIDE: &str = "so-tay/lock/beside";

pub(super) const SETTINGS: &str = "settings";
const HANDBOOK: &str = "handbook";
const SNAPSHOT: &str = "snapshot";
pub(super) const SET_ASIDE: &str = "set-aside";

/// What a stored text is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// `so-tay/settings`
    Settings,
    /// `so-tay/handbook/<32 hex digits>`
    Handbook(DocumentId),
    /// `so-tay/snapshot/<32 hex digits>/<revision>-<time>`: an earlier version of a document.
    Snapshot(DocumentId, Stamp),
    /// `so-tay/set-aside/<number>/<where it was>`: a text that could not be read. The origin is the
    /// old key without the prefix.
    SetAside { number: u32, origin: String },
}

impl Key {
    /// What was at the place that a set-aside text comes from.
    pub fn of_origin(origin: &str) -> Option<Self> {
        Self::parse(&[PREFIX, origin].concat())
    }
}

impl Place for Key {
    const SETTINGS: Self = Self::Settings;

    fn parse(name: &str) -> Option<Self> {
        let rest = name.strip_prefix(PREFIX)?;
        let Some((first, rest)) = rest.split_once('/') else {
            return (rest == SETTINGS).then_some(Self::Settings);
        };
        match first {
            HANDBOOK => DocumentId::parse(rest).map(Self::Handbook),
            SNAPSHOT => {
                let (id, stamp) = rest.split_once('/')?;
                Some(Self::Snapshot(DocumentId::parse(id)?, Stamp::parse(stamp)?))
            }
            SET_ASIDE => {
                let (number, origin) = set_aside(rest)?;
                Some(Self::SetAside { number, origin })
            }
            _ => None,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Settings => [PREFIX, SETTINGS].concat(),
            Self::Handbook(id) => [PREFIX, HANDBOOK, "/", id.as_str()].concat(),
            Self::Snapshot(id, stamp) => {
                [PREFIX, SNAPSHOT, "/", id.as_str(), "/", &stamp.text()].concat()
            }
            Self::SetAside { number, origin } => set_aside_name(*number, origin),
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Settings => Kind::SETTINGS,
            Self::Handbook(_) | Self::Snapshot(..) | Self::SetAside { .. } => Kind::HANDBOOK,
        }
    }

    fn belongs(&self, document: &Value) -> bool {
        match self {
            Self::Settings => stored::typed::<Settings>(document.clone()).is_some(),
            Self::Handbook(id) => stored::handbook(id, document.clone()).is_some(),
            Self::Snapshot(..) | Self::SetAside { .. } => false,
        }
    }

    fn earlier(&self) -> Earlier {
        match self {
            Self::Handbook(_) => Earlier::OfSittings,
            _ => Earlier::Never,
        }
    }

    fn snapshot(&self, stamp: Stamp) -> Option<Self> {
        match self {
            Self::Handbook(id) => Some(Self::Snapshot(id.clone(), stamp)),
            _ => None,
        }
    }

    fn snapshot_of(&self) -> Option<(Self, &Stamp)> {
        match self {
            Self::Snapshot(id, stamp) => Some((Self::Handbook(id.clone()), stamp)),
            _ => None,
        }
    }

    fn set_aside(number: u32, origin: String) -> Self {
        Self::SetAside { number, origin }
    }

    fn as_set_aside(&self) -> Option<(u32, &str)> {
        match self {
            Self::SetAside { number, origin } => Some((*number, origin)),
            _ => None,
        }
    }
}

pub(super) fn set_aside(rest: &str) -> Option<(u32, String)> {
    let (number, origin) = rest.split_once('/')?;
    (!origin.is_empty()).then_some(())?;
    let number = u32::try_from(plain_number(number)?).ok()?;
    Some((number, origin.to_owned()))
}

pub(super) fn set_aside_name(number: u32, origin: &str) -> String {
    [PREFIX, SET_ASIDE, "/", &number.to_string(), "/", origin].concat()
}

/// Names a snapshot: the revision of the version that it keeps and when that version was saved.
/// They order by revision, since a clock can be set back and a revision can't.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    pub revision: u64,
    /// RFC 3339, of the clock that the phone had then.
    at: String,
}

impl Stamp {
    pub fn new(revision: u64, at: &str) -> Self {
        let at = at.chars().filter(|c| is_time(*c)).take(40).collect();
        Self { revision, at }
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (revision, at) = text.split_once('-')?;
        let revision = plain_number(revision)?;
        (at.len() <= 48 && at.chars().all(is_time)).then(|| Self {
            revision,
            at: at.to_owned(),
        })
    }

    pub fn text(&self) -> String {
        format!("{}-{}", self.revision, self.at)
    }

    /// When the version was saved, RFC 3339 as far as it was one.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Another name for a different text of the same revision and second.
    pub(super) fn beside(&self, number: u32) -> Self {
        Self {
            revision: self.revision,
            at: format!("{}.{number}", self.at),
        }
    }
}

fn is_time(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, 'T' | 'Z' | ':' | '+' | '-' | '.')
}

/// A number written as this file writes it: no sign, no leading zero.
pub(super) fn plain_number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}
