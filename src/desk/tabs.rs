//! How this tab gets on with others on the same storage. Following reads only: nothing is ever written
//! because another tab wrote.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::book::SaveStatus;
use crate::browser::clock;
use crate::domain::DocumentId;
use crate::domain::branch::{Branch, Dossier};
use crate::storage::{Reloaded, SaveError};

impl Desk {
    /// Another tab wrote: a clean tab follows, one with changes of its own asks at its next save.
    pub(super) fn follow(self) {
        if self.status.get_untracked() != SaveStatus::Saved {
            self.unsaved.update_value(|unsaved| unsaved.missed = true);
            return;
        }
        self.follow_shelved();
        let Some(id) = self.peek(|branch| Some(branch.id.clone())) else {
            return;
        };
        let failed = |error| self.status.set(SaveStatus::Failed(error));
        match self.shelf().reload_branch(&id) {
            Ok(Reloaded::Changed(branch)) => {
                self.shelve(Some(branch.clone()));
                self.branch.set(Some(branch));
            }
            Ok(Reloaded::Diverged(_)) => {
                self.unsaved.update_value(|unsaved| unsaved.branch = true);
                failed(SaveError::ChangedElsewhere);
            }
            Ok(Reloaded::Gone) => {
                // Should the person keep it: with all that this tab holds of it.
                let held = self.dossiers.with_value(|years| {
                    let all = years.values().flat_map(|of| of.iter());
                    all.map(|one| (one.person.clone(), one.year)).collect()
                });
                self.unsaved.update_value(|unsaved| {
                    unsaved.branch = true;
                    unsaved.dossiers = held;
                });
                failed(SaveError::DeletedElsewhere);
                return;
            }
            Ok(Reloaded::Newer) => failed(SaveError::NewerVersion),
            // The next save says so, or sets it aside.
            Ok(Reloaded::Same | Reloaded::Unreadable) | Err(_) => {}
        }
        self.follow_dossiers(&id);
    }

    fn follow_dossiers(self, id: &DocumentId) {
        let known: Vec<(i32, Arc<Vec<Dossier>>)> = self.dossiers.with_value(|years| {
            let known = years.iter();
            known.map(|(year, of)| (*year, Arc::clone(of))).collect()
        });
        for (year, dossiers) in known {
            let mut read = self.shelf().follow_year(id, year, &dossiers);
            let diverged = std::mem::take(&mut read.diverged);
            if !diverged.is_empty() {
                let diverged = diverged.into_iter().map(|person| (person, year));
                self.unsaved
                    .update_value(|unsaved| unsaved.dossiers.extend(diverged));
                self.status
                    .set(SaveStatus::Failed(SaveError::ChangedElsewhere));
            }
            if read.dossiers != *dossiers {
                self.keep_read(year, read);
                self.dossiers_changed.set(());
            }
        }
    }

    /// The other branches on the device: nothing of them is open here.
    fn follow_shelved(self) {
        let here = self.peek(|branch| Some(branch.id.clone()));
        let is_here = |branch: &Branch| Some(&branch.id) == here.as_ref();
        let mut shelved = self.shelf().branches(here.as_ref());
        let mine = self
            .shelved
            .with_untracked(|known| known.iter().find(|kept| is_here(kept)).cloned());
        match (shelved.iter_mut().find(|kept| is_here(kept)), mine) {
            (Some(kept), Some(mine)) => *kept = mine,
            (None, Some(mine)) => shelved.push(mine),
            _ => {}
        }
        if self.shelved.with_untracked(|known| *known != shelved) {
            self.shelved.set(shelved);
        }
    }

    /// The person chose the other tab's versions over what stands here, which is kept as earlier ones.
    pub fn take_other_tab(self) {
        let Some(id) = self.peek(|branch| Some(branch.id.clone())) else {
            return;
        };
        let mine = self.unsaved_batch();
        match self.shelf().yield_batch(&id, &mine, &clock::now()) {
            Ok(()) => self.reopen(Some(&id)),
            Err(error) => self.status.set(SaveStatus::Failed(error)),
        }
    }
}
