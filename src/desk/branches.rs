//! Which branch is open: several may be on one device.

use leptos::prelude::*;

use super::{Desk, Unsaved};
use crate::book::SaveStatus;
use crate::browser::timer::later;
use crate::browser::{clock, device};
use crate::domain::branch::Branch;
use crate::domain::branch::sample::sample_branch;
use crate::domain::{Day, DocumentId, Table};
use crate::storage::{DeskSettings, Fault, SaveError};

impl Desk {
    /// A branch that is not on the shelf yet. False: another one is open that could not be saved.
    pub fn open_new(self, branch: Branch) -> bool {
        let may = self.all_saved().is_ok();
        if may {
            self.show(Some(branch));
            self.change(|_| {});
            self.save();
            later(device::ask_to_keep_data());
        }
        may
    }

    /// Opens one from the shelf.
    pub fn open(self, id: &DocumentId) {
        if self.all_saved().is_ok() {
            self.reopen(Some(id));
        }
    }

    /// Shows what is stored now: this branch, or the one that opens first.
    pub(super) fn reopen(self, id: Option<&DocumentId>) {
        let shelved = self.shelf().branches(None);
        let chosen = id.and_then(|id| shelved.iter().find(|branch| branch.id == *id));
        let branch = chosen.cloned();
        let branch = branch.or_else(|| {
            let choices = self.choices.get_untracked();
            first_to_open(&choices, &shelved)
        });
        self.shelved.set(shelved);
        self.show(branch);
    }

    fn show(self, branch: Option<Branch>) {
        self.later.cancel();
        self.undo.set(None);
        self.refused.set(None);
        self.unsaved.set_value(Unsaved::default());
        self.status.set(SaveStatus::Saved);
        self.dossiers.set_value(Table::new());
        self.dossiers_changed.set(());
        let id = branch.as_ref().map(|branch| branch.id.clone());
        self.branch.set(branch);
        if self.choices.with_untracked(|choices| choices.open != id) {
            self.choose(|choices| choices.open = id);
        }
    }

    /// Losing such a choice costs a tap: a storage that refuses it says so at the next words.
    pub fn choose(self, act: impl FnOnce(&mut DeskSettings)) {
        if let Ok(choices) = self.shelf().change_desk(&clock::now(), act) {
            self.choices.set(choices);
        }
    }

    /// When the open branch was last saved to a file.
    pub fn backed_up_on(self) -> Option<Day> {
        let id = self.id()?;
        self.choices
            .with(|choices| choices.backed_up_on.get(&id).copied())
    }

    /// A branch of 45 people to look around in. It is never written anywhere.
    pub fn open_sample(self) {
        if self.all_saved().is_err() {
            return;
        }
        let (branch, dossiers) = sample_branch(self.today.get_untracked());
        self.undo.set(None);
        self.refused.set(None);
        self.unsaved.set_value(Unsaved::default());
        self.status.set(SaveStatus::Sample);
        self.dossiers.set_value(Table::new());
        self.put_dossiers(dossiers);
        self.branch.set(Some(branch));
    }

    /// Away with the sample, back to what was there.
    pub fn close_sample(self) {
        self.reopen(None);
    }

    /// Takes the open branch off this device; the way back stays on the screen.
    pub fn delete_branch(self) -> Result<(), SaveError> {
        self.all_saved()?;
        let Some((id, name)) = self.peek(|branch| Some((branch.id.clone(), branch.name.clone())))
        else {
            return Ok(());
        };
        let removed = self.shelf().remove_branch(&id)?;
        self.forget_unfinished(&id);
        self.reopen(None);
        self.offer_undo(
            format!("Đã xóa {name} khỏi máy này."),
            move |desk| match desk.shelf().put_removed(&removed) {
                Ok(()) => desk.reopen(Some(&id)),
                Err(error) => desk.refused.set(Some(error)),
            },
        );
        Ok(())
    }

    /// What was being typed for a branch goes with it.
    fn forget_unfinished(self, of: &DocumentId) {
        self.choose(|choices| {
            let of = |place: &&String| place.starts_with(of.as_str());
            let gone: Vec<_> = choices.unfinished.keys().filter(of).cloned().collect();
            for place in gone {
                choices.unfinished.remove(&place);
            }
        });
    }

    /// Really everything, the member's handbooks too. Nothing is written afterwards: a late save must
    /// not bring anything back.
    pub fn erase_everything(self) -> Result<(), Fault> {
        self.later.cancel();
        self.following.cancel();
        self.shelf().delete_everything()?;
        self.unsaved.set_value(Unsaved::default());
        self.dossiers.set_value(Table::new());
        self.branch.set(None);
        self.shelved.set(Vec::new());
        self.erased.set(true);
        Ok(())
    }
}

/// The branch that was open last, else the first.
pub(super) fn first_to_open(choices: &DeskSettings, branches: &[Branch]) -> Option<Branch> {
    let chosen = choices
        .open
        .as_ref()
        .and_then(|id| branches.iter().find(|branch| branch.id == *id));
    chosen.or_else(|| branches.first()).cloned()
}
