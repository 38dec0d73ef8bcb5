//! Several tabs on one storage. A clean tab follows; a tab with unsaved words asks, and either
//! answer keeps the other version as a snapshot. Following reads only: nothing is ever written
//! because another tab wrote.

use super::backend::Fault;
use super::keys::Key;
use super::place::Place;
use super::save::{Over, Saved};
use super::settings::Settings;
use super::shelf::{Load, Seen, Shelf, State};
use super::stored;
use super::trouble::SaveError;
use crate::domain::{DocumentId, Handbook};
use crate::json::Value;

/// What lies on the shelf now, seen from what this tab last saw there.
#[derive(Clone, Debug, PartialEq)]
pub enum Reloaded<T> {
    /// As this tab last saw it.
    Same,
    /// Another tab went on from what this one saw. From now on this is what a save goes over.
    Changed(T),
    /// Another tab saved at the same moment, and its version lies where this tab's was. This tab's
    /// saved words are in its own memory only: ask, as for `ChangedElsewhere`.
    Diverged(T),
    /// Another tab deleted it.
    Gone,
    /// Written by a newer version of the page: reload the page.
    Newer,
    /// It can't be read; the next save sets it aside.
    Unreadable,
}

impl Shelf {
    /// For a tab without unsaved words, when the browser says that another tab wrote; and to try
    /// again what was `unread`.
    pub fn reload_handbook(&self, id: &DocumentId) -> Result<Reloaded<Handbook>, Fault> {
        let load = self.load_handbook(id)?;
        Ok(self.follow(&Key::Handbook(id.clone()), load))
    }

    /// The person chose this tab's version. The other one is kept as a snapshot first, or nothing
    /// is written.
    pub fn overwrite_handbook(&self, mine: &Handbook, now: &str) -> Result<Saved, SaveError> {
        self.write_handbook(mine, now, Over::Any)
    }

    /// The person chose the other tab's version. This one is kept as a snapshot first. Returns what
    /// to show: `None` when the other tab deleted it.
    pub fn yield_handbook(
        &self,
        mine: &Handbook,
        now: &str,
    ) -> Result<Option<Handbook>, SaveError> {
        if !self.open.get() {
            return Err(SaveError::NotLoaded);
        }
        let key = Key::Handbook(mine.id.clone());
        let theirs = match self.load_handbook(&mine.id)? {
            Load::Loaded(seen, theirs) => Some((seen, theirs)),
            Load::Fresh => None,
            Load::Newer(..) => return Err(SaveError::NewerVersion),
            Load::Unreadable(..) => return Err(SaveError::NotLoaded),
        };
        if theirs.as_ref().is_none_or(|(_, theirs)| theirs != mine) {
            let seen = theirs.as_ref().map(|(seen, _)| seen);
            self.keep_mine(&key, &stored::untyped(mine), seen, now)?;
        }
        Ok(match theirs {
            Some((seen, theirs)) => {
                self.hold(&key, State::Seen(seen));
                Some(theirs)
            }
            None => {
                self.hold(&key, State::Absent);
                None
            }
        })
    }
}

impl<P: Place> Shelf<P> {
    pub fn reload_settings(&self) -> Result<Reloaded<Settings>, Fault> {
        let load = self.load_settings()?;
        Ok(match self.follow(&P::SETTINGS, load) {
            // Nobody writes settings: the later choice is as good.
            Reloaded::Diverged(settings) => Reloaded::Changed(settings),
            reloaded => reloaded,
        })
    }

    pub(super) fn follow<T>(&self, key: &P, load: Load<T>) -> Reloaded<T> {
        match (load, self.state(key)) {
            (Load::Fresh, State::Unread | State::Stuck) => {
                self.hold(key, State::Absent);
                Reloaded::Gone
            }
            (Load::Fresh, _) => Reloaded::Gone,
            (Load::Unreadable(..), State::Unread) => {
                self.hold(key, State::Stuck);
                Reloaded::Unreadable
            }
            (Load::Unreadable(..), _) => Reloaded::Unreadable,
            (Load::Newer(..), _) => {
                self.hold(key, State::Newer);
                Reloaded::Newer
            }
            (Load::Loaded(seen, _), State::Seen(mine)) if mine.text == seen.text => Reloaded::Same,
            (Load::Loaded(seen, document), State::Seen(mine)) if mine.revision >= seen.revision => {
                Reloaded::Diverged(document)
            }
            (Load::Loaded(seen, document), _) => {
                self.hold(key, State::Seen(seen));
                Reloaded::Changed(document)
            }
        }
    }

    /// Keeps this tab's version as a snapshot, beside what another tab wrote or deleted.
    pub(super) fn keep_mine(
        &self,
        key: &P,
        document: &Value,
        theirs: Option<&Seen>,
        now: &str,
    ) -> Result<(), SaveError> {
        let reached = match (theirs, &self.state(key)) {
            (Some(seen), _) | (None, State::Seen(seen)) => seen.revision,
            _ => self.highest_snapshot(key)?,
        };
        let kept = Seen {
            text: stored::write(key.kind(), reached, now, document),
            revision: reached,
            saved_at: now.to_owned(),
            version: key.kind().version(),
        };
        self.keep_seen(key, &kept, &[])?;
        self.prune(key, now);
        Ok(())
    }
}
