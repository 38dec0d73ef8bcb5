//! The shelf: what this tab knows of the stored documents, from opening on. It is the only door to
//! what is kept, and it remembers for each document what it last saw there, so that a save can tell
//! whether somebody else wrote in between.
//!
//! Opening never fails and never puts a default in the place of something it could not read.

use std::cell::{Cell, RefCell};

use super::aside::SetAside;
use super::backend::{Backend, Fault};
use super::keys::{Key, PREFIX};
use super::place::Place;
use super::settings::Settings;
use super::snapshot::Snapshot;
use super::stored::{self, Reading, Stored};
use crate::domain::{DocumentId, Handbook, Table};
use crate::json::Value;

/// Of the member's places, unless said otherwise.
pub struct Shelf<P = Key> {
    pub(super) backend: Box<dyn Backend>,
    pub(super) held: RefCell<Table<P, Held>>,
    /// The names could be listed, and everything has not been deleted since.
    pub(super) open: Cell<bool>,
}

/// What this tab knows of one stored document.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    pub state: State,
    /// A text that was written and could not be read back: if it turns up, it is ours.
    pub attempted: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub(super) enum State {
    /// Nothing is stored there.
    #[default]
    Absent,
    /// As this tab last loaded or saved it.
    Seen(Seen),
    /// Written by a newer version of the page.
    Newer,
    /// Could not be read, and no copy could be made yet: must not be written over.
    Stuck,
    /// The storage failed on reading: nobody knows what is there.
    Unread,
}

#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub text: String,
    pub revision: u64,
    pub saved_at: String,
    pub version: u64,
}

impl Seen {
    pub(super) fn new(text: String, stored: &Stored) -> Self {
        Self {
            text,
            revision: stored.revision,
            saved_at: stored.saved_at.clone(),
            version: stored.version,
        }
    }
}

/// What was found on the shelf.
#[derive(Debug, Default)]
pub struct Shelved {
    pub settings: Settings,
    /// The newest year first.
    pub handbooks: Vec<Handbook>,
    /// Texts that could not be read, now or earlier, to be offered as files.
    pub set_aside: Vec<SetAside>,
    /// Written by a newer version of this page: to be shown, not to be written. "Hãy cập nhật".
    pub newer: Vec<Newer>,
    /// Handbooks that are not there but have snapshots: to be offered ("mở bản lưu ngày …"), never
    /// put in place unasked. Opening one is `save_handbook` with the snapshot's handbook.
    pub recoverable: Vec<Recoverable>,
    /// The storage failed on reading these: `reload_handbook` tries again; saving is refused.
    pub unread: Vec<DocumentId>,
    /// Nothing could be read at all: every save is refused with `NotLoaded`.
    pub fault: Option<Fault>,
}

#[derive(Debug)]
pub struct Newer {
    /// `None` for the settings.
    pub id: Option<DocumentId>,
    pub version: u64,
    /// As far as this version of the page understands it.
    pub handbook: Option<Handbook>,
    pub text: String,
}

#[derive(Debug)]
pub struct Recoverable {
    pub id: DocumentId,
    pub why: Missing,
    /// Newest first, never empty.
    pub snapshots: Vec<Snapshot>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Its text is among those set aside.
    Damaged,
    /// The person deleted it.
    Deleted,
}

/// What lies at a document's place, in the document's own type.
pub(super) enum Load<T> {
    Fresh,
    Loaded(Seen, T),
    Unreadable(String, Option<T>),
    Newer(String, u64, Option<T>),
}

impl<P: Place> Shelf<P> {
    /// With the names of what is there, in order. Nothing has been read yet.
    pub(super) fn begin(backend: Box<dyn Backend>) -> (Self, Result<Vec<String>, Fault>) {
        let shelf = Self {
            backend,
            held: RefCell::default(),
            open: Cell::new(false),
        };
        let names = shelf.names();
        shelf.open.set(names.is_ok());
        (shelf, names)
    }
}

impl Shelf {
    /// Reads everything. Texts that can't be read are moved out of the way where that is safe; nothing
    /// else is written.
    pub fn open(backend: Box<dyn Backend>) -> (Self, Shelved) {
        let (shelf, names) = Self::begin(backend);
        let mut shelved = Shelved::default();
        let names = match names {
            Ok(names) => names,
            Err(fault) => {
                shelved.fault = Some(fault);
                return (shelf, shelved);
            }
        };
        let keys: Vec<_> = names.iter().filter_map(|name| Key::parse(name)).collect();
        for key in &keys {
            match key {
                Key::Settings => shelf.open_settings(&mut shelved),
                Key::Handbook(id) => shelf.open_handbook(id, &mut shelved),
                Key::SetAside { .. } => shelved.add(shelf.earlier_set_aside(key)),
                Key::Snapshot(..) => {}
            }
        }
        shelf.open_snapshots(&keys, &mut shelved);
        (shelf, shelved)
    }

    fn open_settings(&self, shelved: &mut Shelved) {
        match self.load_settings() {
            Err(_) => self.hold(&Key::Settings, State::Unread),
            Ok(Load::Fresh) => {}
            Ok(Load::Loaded(seen, settings)) => {
                self.hold(&Key::Settings, State::Seen(seen));
                shelved.settings = settings;
            }
            Ok(Load::Unreadable(text, _)) => {
                let aside = self.open_unreadable(&Key::Settings, text, None);
                shelved.add(Some(aside));
            }
            Ok(Load::Newer(text, version, settings)) => {
                self.hold(&Key::Settings, State::Newer);
                shelved.settings = settings.unwrap_or_default();
                shelved.newer.push(Newer {
                    id: None,
                    version,
                    handbook: None,
                    text,
                });
            }
        }
    }

    fn open_handbook(&self, id: &DocumentId, shelved: &mut Shelved) {
        let key = Key::Handbook(id.clone());
        match self.load_handbook(id) {
            Err(_) => {
                self.hold(&key, State::Unread);
                shelved.unread.push(id.clone());
            }
            Ok(Load::Fresh) => {}
            Ok(Load::Loaded(seen, handbook)) => {
                self.hold(&key, State::Seen(seen));
                put_in_order(&mut shelved.handbooks, handbook, |one, other| {
                    one.year > other.year
                });
            }
            Ok(Load::Unreadable(text, handbook)) => {
                let aside = self.open_unreadable(&key, text, handbook);
                shelved.add(Some(aside));
            }
            Ok(Load::Newer(text, version, handbook)) => {
                self.hold(&key, State::Newer);
                shelved.newer.push(Newer {
                    id: Some(id.clone()),
                    version,
                    handbook,
                    text,
                });
            }
        }
    }

    fn open_unreadable(&self, key: &Key, text: String, handbook: Option<Handbook>) -> SetAside {
        let place = self.out_of_the_way(key, &text);
        SetAside::new(place, key, text, handbook)
    }

    fn open_snapshots(&self, keys: &[Key], shelved: &mut Shelved) {
        let there = |id: &DocumentId| {
            let key = Key::Handbook(id.clone());
            !matches!(self.state(&key), State::Absent | State::Stuck)
        };
        // In the order of their names, the snapshots of one handbook lie side by side.
        let mut last = None;
        for key in keys {
            let Key::Snapshot(id, _) = key else {
                continue;
            };
            if last.replace(id) == Some(id) || there(id) {
                continue;
            }
            let snapshots = self.snapshots(id).unwrap_or_default();
            let damaged = shelved
                .set_aside
                .iter()
                .any(|aside| aside.id.as_ref() == Some(id));
            if !snapshots.is_empty() {
                shelved.recoverable.push(Recoverable {
                    id: id.clone(),
                    why: if damaged {
                        Missing::Damaged
                    } else {
                        Missing::Deleted
                    },
                    snapshots,
                });
            }
        }
    }

    pub(super) fn load_handbook(&self, id: &DocumentId) -> Result<Load<Handbook>, Fault> {
        let key = Key::Handbook(id.clone());
        self.load(&key, |document| stored::handbook(id, document))
    }
}

impl<P: Place> Shelf<P> {
    pub(super) fn load_settings(&self) -> Result<Load<Settings>, Fault> {
        self.load(&P::SETTINGS, stored::typed)
    }

    /// Moves an unreadable text out of the way, or leaves it where it is and remembers not to write
    /// there. Returns the name under which it lies now.
    pub(super) fn out_of_the_way(&self, key: &P, text: &str) -> String {
        self.set_aside(key, text).unwrap_or_else(|_| {
            self.hold(key, State::Stuck);
            key.name()
        })
    }

    pub(super) fn load<T>(
        &self,
        key: &P,
        typed: impl Fn(Value) -> Option<T>,
    ) -> Result<Load<T>, Fault> {
        let Some(text) = self.backend.get(&key.name())? else {
            return Ok(Load::Fresh);
        };
        Ok(match stored::read(key.kind(), &text) {
            Reading::Newer { version, document } => Load::Newer(text, version, typed(document)),
            Reading::Unreadable(document) => Load::Unreadable(text, document.and_then(typed)),
            Reading::Sound(mut stored) => match typed(stored.document.take()) {
                Some(document) => Load::Loaded(Seen::new(text, &stored), document),
                None => Load::Unreadable(text, None),
            },
        })
    }

    /// All names that are ours, those that this version doesn't know included.
    pub(super) fn names(&self) -> Result<Vec<String>, Fault> {
        let mut names = Vec::new();
        for name in self.backend.keys()? {
            if name.starts_with(PREFIX) {
                put_in_order(&mut names, name, |one, other| one < other);
            }
        }
        Ok(names)
    }

    pub(super) fn state(&self, key: &P) -> State {
        self.held
            .borrow()
            .get(key)
            .map(|held| held.state.clone())
            .unwrap_or_default()
    }

    pub(super) fn hold(&self, key: &P, state: State) {
        let held = Held {
            state,
            attempted: None,
        };
        self.held.borrow_mut().insert(key.clone(), held);
    }
}

impl Shelved {
    fn add(&mut self, aside: Option<SetAside>) {
        let Some(aside) = aside else {
            return;
        };
        if self.set_aside.iter().all(|known| known.key != aside.key) {
            put_in_order(&mut self.set_aside, aside, |one, other| one.key < other.key);
        }
    }
}

/// Puts an item behind those that it doesn't come before. The lists here are short and nearly in
/// order as they come; one use of the standard library's sort costs the page 5 KB.
pub(super) fn put_in_order<T>(list: &mut Vec<T>, item: T, before: fn(&T, &T) -> bool) {
    let behind = list.iter().rposition(|known| !before(&item, known));
    list.insert(behind.map_or(0, |index| index + 1), item);
}
