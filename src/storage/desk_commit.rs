//! Documents of a branch that change together: all are written, or none.
//!
//! A failure half-way puts back what was there. Should the storage refuse even that, each document
//! still is its old or its new version as a whole; the branch comes first, so that no dossier is
//! ever of somebody whom the roster doesn't know.

use super::keys_desk::DeskKey;
use super::place::Place;
use super::save::Over;
use super::settings_desk::DeskSettings;
use super::shelf::{Load, Shelf, State};
use super::stored::{self, Reading};
use super::trouble::SaveError;
use crate::domain::branch::{Branch, Dossier};
use crate::domain::{DocumentId, ItemId};
use crate::json::Value;

/// Documents of one branch, as they shall be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    pub branch: Option<Branch>,
    pub dossiers: Vec<Dossier>,
    /// Dossiers that shall not be there: whose, and of which year.
    pub gone: Vec<(ItemId, i32)>,
}

type Work = (DeskKey, Option<Value>);

impl Batch {
    fn works(&self, id: &DocumentId) -> Vec<Work> {
        let branch = self.branch.iter().map(|branch| {
            let key = DeskKey::Branch(id.clone());
            (key, Some(stored::untyped(branch)))
        });
        let dossiers = self.dossiers.iter().map(|dossier| {
            let key = DeskKey::dossier(id, dossier);
            (key, Some(stored::untyped(dossier)))
        });
        let gone = self.gone.iter().map(|(person, year)| {
            let dossier = Dossier::new(person.clone(), *year);
            (DeskKey::dossier(id, &dossier), None)
        });
        branch.chain(dossiers).chain(gone).collect()
    }
}

impl Shelf<DeskKey> {
    /// `now` is RFC 3339. What has not changed is not written.
    pub fn commit(&self, id: &DocumentId, batch: &Batch, now: &str) -> Result<(), SaveError> {
        self.write_batch(id, batch, now, Over::Seen)
    }

    /// The person chose this tab's versions. The others are kept as earlier ones first.
    pub fn overwrite(&self, id: &DocumentId, batch: &Batch, now: &str) -> Result<(), SaveError> {
        self.write_batch(id, batch, now, Over::Any)
    }

    /// The same, with everything that it replaces kept as an earlier version where there is room for
    /// it: for what comes from a file.
    pub fn replace(&self, id: &DocumentId, batch: &Batch, now: &str) -> Result<(), SaveError> {
        for (key, _) in batch.works(id) {
            self.may_write(&key)?;
            // Nothing gives way for it: the person has the way back on the screen, too.
            match self.keep_stored(&key, &self.names()?) {
                Err(SaveError::Full) => break,
                Err(SaveError::NotLoaded) | Ok(_) => {}
                Err(error) => return Err(error),
            }
        }
        self.write_batch(id, batch, now, Over::Any)
    }

    fn write_batch(
        &self,
        id: &DocumentId,
        batch: &Batch,
        now: &str,
        over: Over,
    ) -> Result<(), SaveError> {
        self.all_or_none(&batch.works(id), |(key, document)| match document {
            Some(document) => self.write(key, document, now, over).map(|_| ()),
            None => self.take_away(key, over),
        })?;
        Ok(())
    }

    /// Removes what this tab has seen, or, when the person settled it, what another tab wrote, which
    /// is kept.
    fn take_away(&self, key: &DeskKey, over: Over) -> Result<(), SaveError> {
        let Some(text) = self.backend.get(&key.name())? else {
            self.hold(key, State::Absent);
            return Ok(());
        };
        let seen = matches!(self.state(key), State::Seen(seen) if seen.text == text);
        match stored::read(key.kind(), &text) {
            _ if seen => {}
            Reading::Newer { .. } => return Err(SaveError::NewerVersion),
            _ if over == Over::Seen => return Err(SaveError::ChangedElsewhere),
            Reading::Sound(_) => {
                self.keep_stored(key, &[])?;
            }
            Reading::Unreadable(_) => {
                self.set_aside(key, &text)?;
            }
        }
        self.backend.remove(&key.name())?;
        if self.read_back(&key.name())?.is_some() {
            return Err(SaveError::Lost);
        }
        self.hold(key, State::Absent);
        Ok(())
    }

    /// The person chose the other tab's versions. These are kept as earlier ones first; the caller
    /// reads anew what is there.
    pub fn yield_batch(&self, id: &DocumentId, mine: &Batch, now: &str) -> Result<(), SaveError> {
        if !self.open.get() {
            return Err(SaveError::NotLoaded);
        }
        for (key, document) in mine.works(id) {
            let theirs =
                match self.load(&key, |document| key.belongs(&document).then_some(document))? {
                    Load::Loaded(seen, theirs) => Some((seen, theirs)),
                    Load::Fresh => None,
                    Load::Newer(..) => return Err(SaveError::NewerVersion),
                    Load::Unreadable(..) => return Err(SaveError::NotLoaded),
                };
            let differs = theirs.as_ref().map(|(_, theirs)| theirs) != document.as_ref();
            if let Some(document) = document.filter(|_| differs) {
                let seen = theirs.as_ref().map(|(seen, _)| seen);
                self.keep_mine(&key, &document, seen, now)?;
            }
            let state = theirs.map_or(State::Absent, |(seen, _)| State::Seen(seen));
            self.hold(&key, state);
        }
        Ok(())
    }

    /// Keeps the branch as it is stored now.
    pub fn keep_branch(&self, id: &DocumentId, now: &str) -> Result<(), SaveError> {
        let key = DeskKey::Branch(id.clone());
        self.may_write(&key)?;
        self.keep_stored(&key, &[])?;
        self.prune(&key, now);
        Ok(())
    }

    /// One choice of the desk's changed.
    pub fn change_desk(
        &self,
        now: &str,
        change: impl FnOnce(&mut DeskSettings),
    ) -> Result<DeskSettings, SaveError> {
        self.change_choices(&DeskKey::Desk, now, change)
    }
}
