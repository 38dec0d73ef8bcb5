//! What concerns more than one save: deleting, restoring a backup, exporting everything, room.

use super::backend::Fault;
use super::keys::Key;
use super::place::Place;
use super::save::{Over, Saved};
use super::shelf::{Held, Shelf, State};
use super::stored::{self, Kind, Reading};
use super::trouble::SaveError;
use crate::domain::{DocumentId, Handbook};
use crate::json::Value;

/// What was deleted. To undo, save the handbook again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deleted {
    pub handbook: Option<Handbook>,
    /// As it was stored. `None` when nothing was.
    pub text: Option<String>,
    /// There was room for a snapshot: it can be had back after the page was closed, too.
    pub kept: bool,
}

impl Shelf {
    /// Deletes one handbook as it is stored. Its snapshots stay, and are the first to give way.
    pub fn delete_handbook(&self, id: &DocumentId, now: &str) -> Result<Deleted, SaveError> {
        let key = Key::Handbook(id.clone());
        match self.state(&key) {
            State::Absent | State::Seen(_) if self.open.get() => {}
            State::Newer => return Err(SaveError::NewerVersion),
            _ => return Err(SaveError::NotLoaded),
        }
        let mut deleted = Deleted::default();
        let Some(text) = self.backend.get(&key.name())? else {
            self.hold(&key, State::Absent);
            return Ok(deleted);
        };
        match stored::read(Kind::HANDBOOK, &text) {
            Reading::Newer { .. } => return Err(SaveError::NewerVersion),
            Reading::Sound(stored) if key.belongs(&stored.document) => {
                deleted.handbook = stored::handbook(id, stored.document);
                deleted.kept = match self.take_snapshot(id, now) {
                    Ok(kept) => kept.is_some(),
                    // Deleting is what makes room.
                    Err(SaveError::Full) => false,
                    Err(error) => return Err(error),
                };
                self.backend.remove(&key.name())?;
                if self.read_back(&key.name())?.is_some() {
                    return Err(SaveError::Lost);
                }
            }
            Reading::Sound(_) | Reading::Unreadable(_) => {
                self.set_aside(&key, &text)?;
                deleted.kept = true;
            }
        }
        self.hold(&key, State::Absent);
        deleted.text = Some(text);
        Ok(deleted)
    }

    /// Deletes the snapshots of a handbook that was deleted: "xóa hẳn".
    pub fn forget_handbook(&self, id: &DocumentId) -> Result<(), Fault> {
        for stamp in self.stamps(&Key::Handbook(id.clone()))? {
            let name = Key::Snapshot(id.clone(), stamp).name();
            self.backend.remove(&name)?;
        }
        Ok(())
    }

    /// Puts the handbooks of a backup in place: all, or none. What they replace is kept as snapshots
    /// first.
    pub fn restore(&self, handbooks: &[Handbook], now: &str) -> Result<Vec<Saved>, SaveError> {
        let documents = handbooks.iter().map(|handbook| {
            let key = Key::Handbook(handbook.id.clone());
            (key, stored::untyped(handbook))
        });
        let documents: Vec<_> = documents.collect();
        let spared = self.keep_replaced(&documents)?;
        self.all_or_none(&documents, |(key, document)| {
            self.write_sparing(key, document, now, Over::Any, spared.clone())
        })
    }
}

impl<P: Place> Shelf<P> {
    /// Keeps what these documents are about to replace. Returns the names of what was kept, which
    /// must not give way meanwhile.
    pub(super) fn keep_replaced(&self, documents: &[(P, Value)]) -> Result<Vec<String>, SaveError> {
        let mut kept = Vec::new();
        for (key, document) in documents {
            self.may_write(key)?;
            let old = self.backend.get(&key.name())?;
            let reading = old.as_deref().map(|old| stored::read(key.kind(), old));
            if matches!(reading, Some(Reading::Sound(old)) if old.document == *document) {
                continue;
            }
            match self.keep_stored(key, &kept) {
                Ok(name) => kept.extend(name),
                // Damaged since it was opened: writing sets it aside.
                Err(SaveError::NotLoaded) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(kept)
    }

    /// Does something at each place; when one of them fails, what was there before is put back
    /// everywhere, as well as it goes.
    pub(super) fn all_or_none<W, T>(
        &self,
        works: &[(P, W)],
        mut act: impl FnMut(&(P, W)) -> Result<T, SaveError>,
    ) -> Result<Vec<T>, SaveError> {
        let mut before = Vec::new();
        for (key, _) in works {
            self.may_write(key)?;
            before.push((self.backend.get(&key.name())?, self.held_of(key)));
        }
        let mut done = Vec::new();
        for (reached, work) in works.iter().enumerate() {
            match act(work) {
                Ok(one) => done.push(one),
                Err(error) => {
                    let touched = works.iter().zip(before).take(reached + 1);
                    for ((key, _), (old, held)) in touched {
                        self.take_back(key, old.as_deref(), held);
                    }
                    return Err(error);
                }
            }
        }
        Ok(done)
    }

    fn held_of(&self, key: &P) -> Held {
        self.held.borrow().get(key).cloned().unwrap_or_default()
    }

    /// Should the storage refuse even this, the text that stays is known as this tab's own.
    fn take_back(&self, key: &P, old: Option<&str>, before: Held) {
        self.put_back(&key.name(), old);
        let now = self.held_of(key);
        let attempted = match now.state {
            State::Seen(seen) if Some(seen.text.as_str()) != old => Some(seen.text),
            _ => now.attempted,
        };
        let state = before.state;
        self.held
            .borrow_mut()
            .insert(key.clone(), Held { state, attempted });
    }

    /// Removes every key of ours, those of a newer version included. Afterwards this shelf writes
    /// nothing more: a late save must not bring anything back. Open a new one.
    pub fn delete_everything(&self) -> Result<(), Fault> {
        let mut result = Ok(());
        for name in self.names()? {
            result = result.and(self.backend.remove(&name));
        }
        result?;
        self.open.set(false);
        self.held.borrow_mut().clear();
        match self.names()?.first() {
            None => Ok(()),
            Some(_) => Err(Fault::Broken("something is left".to_owned())),
        }
    }

    /// Bytes that our keys take up, as the browsers count them (two a UTF-16 unit).
    pub fn usage(&self) -> Result<usize, Fault> {
        let mut units = 0;
        for name in self.names()? {
            units += self.backend.units(&name)?;
        }
        Ok(units * 2)
    }

    /// Every key of ours with its text as it is, for the day when nothing else works: what can't be
    /// read is given as this tab last saw it.
    pub fn raw_export(&self) -> Vec<(String, String)> {
        let held = self.held.borrow();
        let seen = |name: &str| match P::parse(name).and_then(|key| held.get(&key)) {
            Some(held) => match &held.state {
                State::Seen(seen) => Some(seen.text.clone()),
                _ => None,
            },
            None => None,
        };
        let names = self
            .names()
            .unwrap_or_else(|_| held.keys().map(P::name).collect());
        let text = |name: String| {
            let text = self.read_back(&name).ok().flatten();
            let text = text.or_else(|| seen(&name))?;
            Some((name, text))
        };
        names.into_iter().filter_map(text).collect()
    }
}
