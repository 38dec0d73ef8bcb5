//! What a moment later is early enough for: words as they are typed.

use leptos::prelude::*;

use super::{Desk, PAUSE, Unsaved};
use crate::book::SaveStatus;
use crate::browser::{clock, events};
use crate::domain::DocumentId;
use crate::domain::branch::Branch;
use crate::storage::{Batch, DeskKey, DeskShelf, Place, Reloaded, SaveError};

type Writing = fn(&DeskShelf, &DocumentId, &Batch, &str) -> Result<(), SaveError>;

impl Desk {
    /// Saves when the page is left, notices that it is another day, and that another tab wrote. Once,
    /// at the root.
    pub fn listen(self) {
        self.measure();
        events::on_leaving(move || self.save());
        events::on_return(move || {
            let today = clock::today();
            if self.today.get_untracked() != today {
                self.today.set(today);
            }
        });
        events::on_other_tab(move |name| match name.as_deref().map(DeskKey::parse) {
            Some(Some(DeskKey::Settings)) => {
                if let Ok(Reloaded::Changed(settings)) = self.shelf().reload_settings() {
                    self.settings.set(settings);
                }
            }
            // One commit of another tab's is many events.
            Some(Some(DeskKey::Branch(_) | DeskKey::Dossier { .. })) | None => {
                self.following.schedule(PAUSE / 4, move || self.follow());
            }
            Some(_) => {}
        });
    }

    /// Looks at how much room is used, a moment later: it reads everything.
    pub fn measure(self) {
        self.measuring.schedule(PAUSE, move || {
            let id = self.peek(|branch| Some(branch.id.clone()));
            let room = id.and_then(|id| self.shelf().room(&id).ok());
            if self.durable && self.room.with_untracked(|known| *known != room) {
                self.room.set(room);
            }
        });
    }

    pub(super) fn mark_changed(self) {
        if self.status.get_untracked() == SaveStatus::Sample {
            return;
        }
        // A failure stays in sight until a save succeeds.
        if !matches!(self.status.get_untracked(), SaveStatus::Failed(_)) {
            self.status.set(SaveStatus::Pending);
        }
        self.later.schedule(PAUSE, move || self.save());
    }

    /// Writes what is pending, now.
    pub fn save(self) {
        self.later.cancel();
        if matches!(
            self.status.get_untracked(),
            SaveStatus::Pending | SaveStatus::Failed(_)
        ) {
            self.write_unsaved(DeskShelf::commit);
        }
    }

    /// The person chose this tab's versions over the other tab's.
    pub fn save_over_other_tab(self) {
        self.write_unsaved(DeskShelf::overwrite);
    }

    fn write_unsaved(self, write: Writing) {
        let Some(id) = self.peek(|branch| Some(branch.id.clone())) else {
            return;
        };
        let batch = self.unsaved_batch();
        match write(&self.shelf(), &id, &batch, &clock::now()) {
            Ok(()) => {
                let mut unsaved = Unsaved::default();
                self.unsaved
                    .update_value(|known| std::mem::swap(known, &mut unsaved));
                self.shelve(batch.branch);
                self.status.set(SaveStatus::Saved);
                if unsaved.missed {
                    self.follow();
                }
            }
            Err(error) => self.status.set(SaveStatus::Failed(error)),
        }
    }

    pub(super) fn unsaved_batch(self) -> Batch {
        let Unsaved {
            branch, dossiers, ..
        } = self.unsaved.get_value();
        let branch = branch.then(|| self.branch.get_untracked()).flatten();
        let dossiers = dossiers.iter().filter_map(|(person, year)| {
            self.peek_dossier(person, *year, |dossier| dossier.cloned())
        });
        Batch {
            branch,
            dossiers: dossiers.collect(),
            gone: Vec::new(),
        }
    }

    /// Brings the list of branches up to date.
    pub(super) fn shelve(self, branch: Option<Branch>) {
        let Some(branch) = branch else {
            return;
        };
        self.shelved.update(
            |shelved| match shelved.iter_mut().find(|kept| kept.id == branch.id) {
                Some(kept) => *kept = branch,
                None => shelved.push(branch),
            },
        );
    }
}
