//! What is written at once: several documents, all or none, with the way back.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Changes, Desk, place};
use crate::book::SaveStatus;
use crate::browser::clock;
use crate::domain::ItemId;
use crate::storage::{Batch, SaveError};

impl Desk {
    /// Writes several documents now: all, or none and the error, which stays on the screen, too.
    pub fn commit(self, changes: Changes) -> Result<(), SaveError> {
        let Changes { branch, dossiers } = changes;
        self.perform(Batch {
            branch,
            dossiers,
            gone: Vec::new(),
        })
    }

    /// The same, and offers to put back exactly what was there.
    pub fn commit_with_undo(self, what: String, changes: Changes) -> Result<(), SaveError> {
        let Changes { branch, dossiers } = changes;
        self.perform_with_undo(
            what,
            Batch {
                branch,
                dossiers,
                gone: Vec::new(),
            },
        )
    }

    pub(super) fn perform_with_undo(self, what: String, batch: Batch) -> Result<(), SaveError> {
        let before = self.standing_for(&batch);
        self.perform(batch)?;
        self.offer_back(what, Arc::new(before));
        Ok(())
    }

    pub(super) fn offer_back(self, what: String, before: Arc<Batch>) {
        self.offer_undo(what.clone(), move |desk| {
            // What the undoing replaces may hold words that were written since.
            if before.branch.is_some() {
                desk.keep_branch();
            }
            if desk.perform((*before).clone()).is_err() {
                desk.offer_back(what.clone(), Arc::clone(&before));
            }
        });
    }

    /// What stands now where a batch would write.
    pub(super) fn standing_for(self, batch: &Batch) -> Batch {
        let mut standing = Batch {
            branch: (batch.branch.is_some())
                .then(|| self.branch.get_untracked())
                .flatten(),
            ..Batch::default()
        };
        let written = batch
            .dossiers
            .iter()
            .map(|one| (one.person.clone(), one.year));
        for (person, year) in written.chain(batch.gone.iter().cloned()) {
            match self.peek_dossier(&person, year, |dossier| dossier.cloned()) {
                Some(dossier) => standing.dossiers.push(dossier),
                None => standing.gone.push((person, year)),
            }
        }
        standing
    }

    pub(super) fn perform(self, batch: Batch) -> Result<(), SaveError> {
        let result = self.try_to_perform(batch);
        self.refused.set(result.as_ref().err().cloned());
        result
    }

    fn try_to_perform(self, batch: Batch) -> Result<(), SaveError> {
        if self.status.get_untracked() == SaveStatus::Sample {
            self.adopt(batch);
            return Ok(());
        }
        let Some(id) = self.peek(|branch| Some(branch.id.clone())) else {
            return Err(SaveError::NotLoaded);
        };
        self.all_saved()?;
        // So that the shelf knows what lies there.
        for year in years(&batch) {
            self.of_year(year);
        }
        match self.shelf().commit(&id, &batch, &clock::now()) {
            Ok(()) => {
                self.adopt(batch);
                self.measure();
                Ok(())
            }
            Err(error) => {
                if error == SaveError::ChangedElsewhere {
                    self.follow();
                }
                Err(error)
            }
        }
    }

    /// What is pending is written first, so that nothing else goes over it.
    pub(super) fn all_saved(self) -> Result<(), SaveError> {
        self.save();
        match self.status.get_untracked() {
            SaveStatus::Failed(error) => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes over what was written.
    pub(super) fn adopt(self, batch: Batch) {
        let Batch {
            branch,
            dossiers,
            gone,
        } = batch;
        if branch.is_some() {
            if self.status.get_untracked() != SaveStatus::Sample {
                self.shelve(branch.clone());
            }
            self.branch.set(branch);
        }
        self.drop_dossiers(&gone);
        self.put_dossiers(dossiers);
    }

    fn drop_dossiers(self, gone: &[(ItemId, i32)]) {
        self.dossiers.update_value(|years| {
            for (person, year) in gone {
                let of_year = years.get_or_insert_with(*year, Arc::default);
                if let Ok(index) = place(of_year, person) {
                    Arc::make_mut(of_year).remove(index);
                }
            }
        });
    }

    fn keep_branch(self) {
        if self.status.get_untracked() != SaveStatus::Sample
            && let Some(id) = self.peek(|branch| Some(branch.id.clone()))
        {
            let _ = self.shelf().keep_branch(&id, &clock::now());
        }
    }
}

/// The years that a batch writes in.
fn years(batch: &Batch) -> Vec<i32> {
    let mut years: Vec<i32> = Vec::new();
    let written = batch.dossiers.iter().map(|dossier| dossier.year);
    for year in written.chain(batch.gone.iter().map(|(_, year)| *year)) {
        if !years.contains(&year) {
            years.push(year);
        }
    }
    years
}
