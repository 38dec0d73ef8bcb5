//! The protocol of every write: look at what is there in the same turn, write only what differs,
//! read it back, and put the old text back when something else is found. What counts is what is
//! there afterwards, whatever the calls said.

use super::keys::Key;
use super::place::Place;
use super::settings::Settings;
use super::shelf::{Held, Load, Seen, Shelf, State};
use super::stored::{self, Reading};
use super::trouble::SaveError;
use crate::domain::Handbook;
use crate::json::{InFiles, Value};

/// What is stored is now what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    pub revision: u64,
    /// False when the same content was there already.
    pub written: bool,
    /// Snapshots that gave way because there was no room: time to say so.
    pub given_up: usize,
}

/// What may be written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// Only what this tab has seen.
    Seen,
    /// What another tab wrote too, kept as a snapshot: the person settled it.
    Any,
}

/// What a write found in its place.
struct Base {
    /// `None`: nothing to keep.
    seen: Option<Seen>,
    revision: u64,
}

impl Shelf {
    /// `now` is RFC 3339. Nothing is written when the content has not changed.
    pub fn save_handbook(&self, handbook: &Handbook, now: &str) -> Result<Saved, SaveError> {
        self.write_handbook(handbook, now, Over::Seen)
    }

    pub(super) fn write_handbook(
        &self,
        handbook: &Handbook,
        now: &str,
        over: Over,
    ) -> Result<Saved, SaveError> {
        let document = stored::untyped(handbook);
        self.write(&Key::Handbook(handbook.id.clone()), &document, now, over)
    }
}

impl<P: Place> Shelf<P> {
    pub fn save_settings(&self, settings: &Settings, now: &str) -> Result<Saved, SaveError> {
        let document = stored::untyped(settings);
        self.write(&P::SETTINGS, &document, now, Over::Seen)
    }

    /// One choice changed, on top of what another tab may have chosen meanwhile: never a conflict.
    /// Returns the settings as they are now.
    pub fn change_settings(
        &self,
        now: &str,
        change: impl FnOnce(&mut Settings),
    ) -> Result<Settings, SaveError> {
        self.change_choices(&P::SETTINGS, now, change)
    }

    pub(super) fn change_choices<T: Default + InFiles>(
        &self,
        key: &P,
        now: &str,
        change: impl FnOnce(&mut T),
    ) -> Result<T, SaveError> {
        let known = matches!(self.state(key), State::Absent | State::Seen(_));
        let mut choices = match self.load(key, stored::typed)? {
            Load::Loaded(seen, choices) if known => {
                self.hold(key, State::Seen(seen));
                choices
            }
            // `write` has the right word for each of these.
            _ => T::default(),
        };
        change(&mut choices);
        self.write(key, &stored::untyped(&choices), now, Over::Seen)?;
        Ok(choices)
    }

    pub(super) fn write(
        &self,
        key: &P,
        document: &Value,
        now: &str,
        over: Over,
    ) -> Result<Saved, SaveError> {
        self.write_sparing(key, document, now, over, Vec::new())
    }

    /// The spared snapshots don't give way when room runs out.
    pub(super) fn write_sparing(
        &self,
        key: &P,
        document: &Value,
        now: &str,
        over: Over,
        mut spared: Vec<String>,
    ) -> Result<Saved, SaveError> {
        self.may_write(key)?;
        let base = match self.base(key, document, over)? {
            Found::Same(revision) => return Ok(unchanged(revision)),
            Found::Mine(base) => base,
            Found::Theirs(base, kept) => {
                spared.push(kept);
                base
            }
        };
        if let Some(seen) = &base.seen {
            let same = stored::write(key.kind(), seen.revision, &seen.saved_at, document);
            if same == seen.text {
                return Ok(unchanged(seen.revision));
            }
            // The newest words matter more than an old version: a failure here shows in the save.
            if self.wants_snapshot(key, seen, now) {
                let _ = self.keep_seen(key, seen, &spared);
            }
        }
        let revision = base.revision.saturating_add(1);
        let text = stored::write(key.kind(), revision, now, document);
        self.attempt(key, &text);
        let given_up = self.put(&key.name(), &text, &spared)?;
        self.hold(
            key,
            State::Seen(Seen {
                text,
                revision,
                saved_at: now.to_owned(),
                version: key.kind().version(),
            }),
        );
        self.prune(key, now);
        Ok(Saved {
            revision,
            written: true,
            given_up,
        })
    }

    /// Nothing is written before the first load succeeded, nor over what can't be read.
    pub(super) fn may_write(&self, key: &P) -> Result<(), SaveError> {
        if !self.open.get() {
            return Err(SaveError::NotLoaded);
        }
        match self.state(key) {
            // Stuck: there may be room for the copy by now, and `base` tries.
            State::Absent | State::Seen(_) | State::Stuck => Ok(()),
            State::Newer => Err(SaveError::NewerVersion),
            State::Unread => Err(SaveError::NotLoaded),
        }
    }

    /// Looks at what is there, and whether it may be replaced.
    fn base(&self, key: &P, document: &Value, over: Over) -> Result<Found, SaveError> {
        let (mine, attempted) = {
            let held = self.held.borrow();
            let held = held.get(key).cloned().unwrap_or_default();
            match held.state {
                State::Seen(seen) => (Some(seen), held.attempted),
                _ => (None, held.attempted),
            }
        };
        let reached = mine.as_ref().map_or(0, |seen| seen.revision);
        let Some(text) = self.backend.get(&key.name())? else {
            if mine.is_some() && over == Over::Seen {
                return Err(SaveError::DeletedElsewhere);
            }
            let revision = reached.max(self.highest_snapshot(key)?);
            return Ok(Found::Mine(Base {
                seen: None,
                revision,
            }));
        };
        match mine {
            Some(mine) if mine.text == text => {
                return Ok(Found::Mine(Base {
                    revision: mine.revision,
                    seen: Some(mine),
                }));
            }
            _ => {}
        }
        let stored = match stored::read(key.kind(), &text) {
            Reading::Sound(stored) if key.belongs(&stored.document) => stored,
            Reading::Newer { .. } => {
                self.hold(key, State::Newer);
                return Err(SaveError::NewerVersion);
            }
            Reading::Sound(_) | Reading::Unreadable(_) => {
                // The beginning of a text of ours is not worth keeping: all of it is in the new one.
                if attempted.is_none_or(|ours| !ours.starts_with(&text)) {
                    self.set_aside(key, &text)?;
                }
                let revision = reached.max(self.highest_snapshot(key)?);
                return Ok(Found::Mine(Base {
                    seen: None,
                    revision,
                }));
            }
        };
        let ours = attempted.as_ref() == Some(&text);
        let same = stored.document == *document;
        let seen = Seen::new(text, &stored);
        let revision = stored.revision.max(reached);
        if same && stored.version == key.kind().version() {
            self.hold(key, State::Seen(seen));
            return Ok(Found::Same(stored.revision));
        }
        if ours {
            self.hold(key, State::Seen(seen.clone()));
            return Ok(Found::Mine(Base {
                seen: Some(seen),
                revision,
            }));
        }
        if over == Over::Seen {
            return Err(SaveError::ChangedElsewhere);
        }
        let kept = self.keep_seen(key, &seen, &[])?;
        let seen = Some(seen);
        Ok(match kept {
            Some(kept) => Found::Theirs(Base { seen, revision }, kept),
            None => Found::Mine(Base { seen, revision }),
        })
    }

    fn attempt(&self, key: &P, text: &str) {
        let mut held = self.held.borrow_mut();
        let held = held.get_or_insert_with(key.clone(), Held::default);
        held.attempted = Some(text.to_owned());
    }

    /// Writes and reads back. When there is no room, snapshots give way, but not the spared ones.
    /// When it fails, what was there before is there again, given-up snapshots too.
    pub(super) fn put(
        &self,
        name: &str,
        text: &str,
        spared: &[String],
    ) -> Result<usize, SaveError> {
        let old = self.backend.get(name)?;
        let mut given_up = Vec::new();
        let error = loop {
            let written = self.backend.set(name, text);
            let found = self.read_back(name);
            if found
                .as_ref()
                .is_ok_and(|found| found.as_deref() == Some(text))
            {
                return Ok(given_up.len());
            }
            let error = match (written, found) {
                (Err(fault), _) | (Ok(()), Err(fault)) => SaveError::from(fault),
                (Ok(()), Ok(_)) => SaveError::Lost,
            };
            let room = if error == SaveError::Full {
                self.give_way(name, spared)
            } else {
                None
            };
            match room {
                Some(snapshot) => given_up.push(snapshot),
                None => break error,
            }
        };
        self.put_back(name, old.as_deref());
        for (name, text) in given_up.into_iter().rev() {
            self.put_back(&name, Some(&text));
        }
        Err(error)
    }

    /// As well as it goes: there is nobody left to ask.
    pub(super) fn put_back(&self, name: &str, old: Option<&str>) {
        for _ in 0..2 {
            match self.backend.get(name) {
                Ok(found) if found.as_deref() != old => {}
                _ => return,
            }
            let _ = match old {
                Some(old) => self.backend.set(name, old),
                None => self.backend.remove(name),
            };
        }
    }

    /// A reading that fails once may be a hiccup.
    pub(super) fn read_back(&self, name: &str) -> Result<Option<String>, super::Fault> {
        self.backend.get(name).or_else(|_| self.backend.get(name))
    }
}

enum Found {
    /// The very content, whoever wrote it.
    Same(u64),
    /// What this tab last saw, or nothing.
    Mine(Base),
    /// Another tab's version, and the name of the snapshot that keeps it.
    Theirs(Base, String),
}

fn unchanged(revision: u64) -> Saved {
    Saved {
        revision,
        written: false,
        given_up: 0,
    }
}
