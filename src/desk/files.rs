//! The branch as a file, and back: its backup, a year put away, what is taken in from either.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::book::SaveStatus;
use crate::browser::clock;
use crate::domain::branch::archive::{self, Replacement};
use crate::domain::branch::{Branch, Dossier};
use crate::domain::{DocumentId, Table};
use crate::exchange::BranchBackup;
use crate::storage::{Batch, SaveError};

impl From<Replacement> for Batch {
    fn from(change: Replacement) -> Self {
        let Replacement {
            branch,
            dossiers,
            gone,
        } = change;
        Self {
            branch: Some(branch),
            dossiers,
            gone,
        }
    }
}

impl Desk {
    /// Everything of the open branch, or of one year of it, as it is on the screen: what could not be
    /// saved goes along. `None` for the sample.
    pub fn backup(self, archive_of: Option<i32>) -> Option<BranchBackup> {
        if self.status.get_untracked() == SaveStatus::Sample {
            return None;
        }
        let branch = self.peek(|branch| Some(branch.clone()))?;
        let years = match archive_of {
            Some(year) => vec![year],
            None => self.years_held(&branch.id),
        };
        let dossiers = self.of_years(&years);
        Some(BranchBackup {
            archive_of,
            branch: archive::with_everyone(branch, &dossiers),
            dossiers,
        })
    }

    /// Whoever has a dossier and is not on the roster of an earlier version gets back onto it.
    pub fn enter_missing(self) {
        let Some(branch) = self.peek(|branch| Some(branch.clone())) else {
            return;
        };
        let dossiers = self.of_years(&self.years_held(&branch.id));
        let whole = archive::with_everyone(branch.clone(), &dossiers);
        if whole != branch {
            self.change(|branch| *branch = whole);
        }
    }

    /// The years of which dossiers are on the device, ascending.
    pub fn years_held(self, id: &DocumentId) -> Vec<i32> {
        let mut years: Table<i32, ()> = Table::new();
        years.extend(self.shelf().years(id).into_iter().map(|year| (year, ())));
        self.dossiers.with_value(|loaded| {
            let some = loaded.iter().filter(|(_, of)| !of.is_empty());
            years.extend(some.map(|(year, _)| (*year, ())));
        });
        years.keys().copied().collect()
    }

    fn of_years(self, years: &[i32]) -> Vec<Dossier> {
        let mut dossiers = Vec::new();
        for year in years {
            dossiers.extend(self.of_year(*year).iter().cloned());
        }
        dossiers
    }

    /// Takes a year's dossiers off the device, since a file has them; the way back stays on the screen.
    pub fn put_away(self, year: i32) -> Result<(), SaveError> {
        let Some(branch) = self.peek(|branch| Some(branch.clone())) else {
            return Ok(());
        };
        let today = self.today.get_untracked();
        let change = archive::put_away(&branch, &self.of_year(year), year, today);
        let what = format!("Đã cất năm {year}: hồ sơ của năm không còn trên máy này.");
        self.perform_with_undo(what, change.into())
    }

    /// Puts a backup in the place of the branch, or brings an archived year back. A branch that is not
    /// on the device is added to it. The way back stays on the screen.
    pub fn restore(self, file: BranchBackup) -> Result<(), SaveError> {
        let result = self.try_to_restore(file);
        self.refused.set(result.as_ref().err().cloned());
        result
    }

    fn try_to_restore(self, file: BranchBackup) -> Result<(), SaveError> {
        self.all_saved()?;
        let is_it = |branch: &Branch| branch.id == file.branch.id;
        if !self
            .shelved
            .with_untracked(|shelved| shelved.iter().any(is_it))
        {
            return self.take_in(file);
        }
        let sample = self.status.get_untracked() == SaveStatus::Sample;
        if sample || !self.peek(is_it) {
            self.reopen(Some(&file.branch.id));
        }
        let Some(here) = self.branch.get_untracked().filter(|branch| is_it(branch)) else {
            return Err(SaveError::NotLoaded);
        };
        let BranchBackup {
            archive_of,
            branch,
            dossiers,
        } = file;
        let (change, what) = match archive_of {
            Some(year) => {
                let held = self.of_year(year);
                let change = archive::bring_back(&here, &held, &branch, dossiers, year);
                (change, format!("Đã đưa năm {year} trở lại máy này."))
            }
            None => {
                let held = self.of_years(&self.years_held(&here.id));
                let change = archive::replace(&held, branch, dossiers);
                (change, "Đã thay bằng nội dung trong tệp.".to_owned())
            }
        };
        let batch = Batch::from(change);
        let before = self.standing_for(&batch);
        self.shelf().replace(&here.id, &batch, &clock::now())?;
        self.adopt(batch);
        self.measure();
        self.offer_back(what, Arc::new(before));
        Ok(())
    }

    fn take_in(self, file: BranchBackup) -> Result<(), SaveError> {
        let (id, before) = (file.branch.id.clone(), self.branch.get_untracked());
        let name = file.branch.name.clone();
        let batch = Batch {
            branch: Some(file.branch),
            dossiers: file.dossiers,
            gone: Vec::new(),
        };
        self.shelf().commit(&id, &batch, &clock::now())?;
        self.reopen(Some(&id));
        let before = before.map(|branch| branch.id);
        self.offer_undo(
            format!("Đã thêm {name} vào máy này."),
            move |desk| match desk.shelf().remove_branch(&id) {
                Ok(_) => desk.reopen(before.as_ref()),
                Err(error) => desk.refused.set(Some(error)),
            },
        );
        Ok(())
    }
}
