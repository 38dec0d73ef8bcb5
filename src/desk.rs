//! The state of the secretary's desk, once, at the root; and the actions that change it. The sibling
//! of `book`.
//!
//! Screens read the open branch through [`Desk::read`] and the people's dossiers of a year through
//! [`Desk::dossiers`]; they change them through [`Desk::change`], [`Desk::change_dossier`] and
//! [`Desk::commit`]. Whatever they change is saved a moment later, and at once when the page is about
//! to go away. Nothing is written before the first load succeeded, nor because another tab wrote.
//! The sample branch is never saved.

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::book::SaveStatus;
use crate::browser::timer::Later;
use crate::browser::{clock, events};
use crate::domain::branch::sample::sample_branch;
use crate::domain::branch::{Branch, Dossier};
use crate::domain::{Day, DocumentId, ItemId, Table};
use crate::signal::{RwSignal, Signal};
use crate::storage::{Fault, SaveError, Settings};

/// As in the handbook.
const PAUSE: Duration = Duration::from_millis(400);

/// Documents that are written together, all or none.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The open branch as it shall be; `None`: as it is.
    pub branch: Option<Branch>,
    /// In the place of those of the same person and year.
    pub dossiers: Vec<Dossier>,
}

/// Something that was done, and how to put back what was there.
#[derive(Clone)]
pub struct Undo {
    pub what: String,
    back: Arc<dyn Fn(Desk) + Send + Sync>,
}

/// The one state, which lives as long as the page; so that it is handed about as a mere reference.
#[derive(Clone, Copy)]
pub struct Desk(&'static State);

impl Deref for Desk {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

pub struct State {
    branch: RwSignal<Option<Branch>>,
    /// The open branch's, by year, in the order of the people's ids. Behind a count: a reader may
    /// still look at them while they change.
    dossiers: StoredValue<Table<i32, Arc<Vec<Dossier>>>>,
    dossiers_changed: RwSignal<()>,
    /// The branches on this device, the open one included, as last saved.
    pub shelved: RwSignal<Vec<Branch>>,
    /// The storage failed on reading, wholly or in part.
    pub unread: Option<Fault>,
    pub settings: RwSignal<Settings>,
    pub status: RwSignal<SaveStatus>,
    pub undo: RwSignal<Option<Undo>>,
    pub today: RwSignal<Day>,
    /// The year that the screens show.
    pub year: RwSignal<i32>,
    /// Everything was deleted: nothing is shown or written any more.
    pub erased: RwSignal<bool>,
    /// False where the browser keeps nothing: then everything lives in memory, and the page says so.
    pub durable: bool,
    later: Later,
}

impl Desk {
    /// Reads what is kept on this device.
    #[expect(clippy::new_without_default, reason = "it reads the storage")]
    pub fn new() -> Self {
        let today = clock::today();
        Self(Box::leak(Box::new(State {
            branch: RwSignal::new(None),
            dossiers: StoredValue::new(Table::new()),
            dossiers_changed: RwSignal::new(()),
            shelved: RwSignal::new(Vec::new()),
            unread: None,
            settings: RwSignal::new(Settings::default()),
            status: RwSignal::new(SaveStatus::Saved),
            undo: RwSignal::new(None),
            today: RwSignal::new(today),
            year: RwSignal::new(today.year()),
            erased: RwSignal::new(false),
            durable: true,
            later: Later::default(),
        })))
    }

    /// Saves when the page is left, and notices that it is another day. Once, at the root.
    pub fn listen(self) {
        events::on_leaving(move || self.save());
        events::on_return(move || {
            let today = clock::today();
            if self.today.get_untracked() != today {
                self.today.set(today);
            }
        });
    }

    // --- reading -------------------------------------------------------------------------------

    /// Something of the open branch, followed; its default when none is open.
    pub fn read<T: Default>(self, read: impl FnOnce(&Branch) -> T) -> T {
        self.branch.track();
        self.peek(read)
    }

    /// The same, as it is now.
    pub fn peek<T: Default>(self, read: impl FnOnce(&Branch) -> T) -> T {
        self.branch
            .with_untracked(|branch| branch.as_ref().map(read).unwrap_or_default())
    }

    /// A part that its readers follow only when it really changes.
    pub fn part<T>(self, read: impl Fn(&Branch) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Signal::derive(move || self.read(&read))
    }

    /// Which branch is open. Screens are built anew when it changes.
    pub fn id(self) -> Option<DocumentId> {
        self.branch
            .with(|branch| branch.as_ref().map(|branch| branch.id.clone()))
    }

    pub fn is_sample(self) -> bool {
        self.status.with(|status| *status == SaveStatus::Sample)
    }

    /// The dossiers of a year, followed; people without one have none in the list.
    pub fn dossiers<T>(self, year: i32, read: impl FnOnce(&[Dossier]) -> T) -> T {
        self.dossiers_changed.track();
        self.peek_dossiers(year, read)
    }

    /// The same, as they are now.
    pub fn peek_dossiers<T>(self, year: i32, read: impl FnOnce(&[Dossier]) -> T) -> T {
        read(&self.of_year(year))
    }

    /// One person's dossier of a year, followed.
    pub fn dossier<T>(
        self,
        person: &ItemId,
        year: i32,
        read: impl FnOnce(Option<&Dossier>) -> T,
    ) -> T {
        self.dossiers_changed.track();
        self.peek_dossier(person, year, read)
    }

    /// The same, as it is now.
    pub fn peek_dossier<T>(
        self,
        person: &ItemId,
        year: i32,
        read: impl FnOnce(Option<&Dossier>) -> T,
    ) -> T {
        let of_year = self.of_year(year);
        read(place(&of_year, person).ok().map(|index| &of_year[index]))
    }

    fn of_year(self, year: i32) -> Arc<Vec<Dossier>> {
        self.dossiers
            .with_value(|years| years.get(&year).cloned())
            .unwrap_or_default()
    }

    // --- changing ------------------------------------------------------------------------------

    /// Does nothing when no branch is open.
    pub fn change(self, act: impl FnOnce(&mut Branch)) {
        let mut act = Some(act);
        self.alter(&mut |branch| {
            if let Some(act) = act.take() {
                act(branch);
            }
        });
    }

    #[inline(never)]
    fn alter(self, act: &mut dyn FnMut(&mut Branch)) {
        self.branch.update(|branch| {
            branch.as_mut().map(act);
        });
        self.mark_changed();
    }

    /// Begins the dossier when there is none.
    pub fn change_dossier(self, person: &ItemId, year: i32, act: impl FnOnce(&mut Dossier)) {
        let mut dossier = self.peek_dossier(person, year, |known| {
            known
                .cloned()
                .unwrap_or_else(|| Dossier::new(person.clone(), year))
        });
        act(&mut dossier);
        self.put_dossiers(vec![dossier]);
        self.mark_changed();
    }

    fn put_dossiers(self, dossiers: Vec<Dossier>) {
        self.dossiers.update_value(|years| {
            for dossier in dossiers {
                let of_year = years.get_or_insert_with(dossier.year, Arc::default);
                let of_year = Arc::make_mut(of_year);
                match place(of_year, &dossier.person) {
                    Ok(index) => of_year[index] = dossier,
                    Err(index) => of_year.insert(index, dossier),
                }
            }
        });
        self.dossiers_changed.set(());
    }

    /// Writes several documents now: all, or none and the error.
    pub fn commit(self, changes: Changes) -> Result<(), SaveError> {
        self.save();
        if let Some(branch) = changes.branch {
            self.branch.set(Some(branch));
        }
        self.put_dossiers(changes.dossiers);
        Ok(())
    }

    /// The same, and offers to put back exactly what was there.
    pub fn commit_with_undo(self, what: String, changes: Changes) -> Result<(), SaveError> {
        let branch = changes
            .branch
            .is_some()
            .then(|| self.branch.get_untracked());
        let before = self.dossiers.get_value();
        self.commit(changes)?;
        self.offer_undo(what, move |desk| {
            if let Some(branch) = branch.clone() {
                desk.branch.set(branch);
            }
            desk.dossiers.set_value(before.clone());
            desk.dossiers_changed.set(());
        });
        Ok(())
    }

    /// Takes something away, with the way back.
    pub fn remove(
        self,
        what: String,
        act: impl FnOnce(&mut Branch),
        back: impl Fn(&mut Branch) + Send + Sync + 'static,
    ) {
        self.change(act);
        self.offer_undo(what, move |desk| desk.change(&back));
    }

    /// Says what was done, with the way back. It stays until the person goes elsewhere.
    pub fn offer_undo(self, what: String, back: impl Fn(Self) + Send + Sync + 'static) {
        self.undo.set(Some(Undo {
            what,
            back: Arc::new(back),
        }));
    }

    pub fn put_back(self) {
        let mut taken = None;
        self.undo.update(|undo| taken = undo.take());
        if let Some(undo) = taken {
            (undo.back)(self);
        }
    }

    pub fn change_settings(self, act: impl FnOnce(&mut Settings)) {
        self.settings.update(act);
    }

    fn mark_changed(self) {
        if self.status.get_untracked() == SaveStatus::Sample {
            return;
        }
        // A failure stays in sight until a save succeeds.
        if !matches!(self.status.get_untracked(), SaveStatus::Failed(_)) {
            self.status.set(SaveStatus::Pending);
        }
        self.later.schedule(PAUSE, move || self.save());
    }

    // --- saving --------------------------------------------------------------------------------

    /// Writes what is pending, now.
    pub fn save(self) {
        self.later.cancel();
        if self.status.get_untracked() == SaveStatus::Pending {
            self.status.set(SaveStatus::Saved);
        }
    }

    /// The person chose this tab's versions over the other tab's.
    pub fn save_over_other_tab(self) {
        self.save();
    }

    /// The person chose the other tab's versions over what stands here, which is kept aside.
    pub fn take_other_tab(self) {}

    // --- branches ------------------------------------------------------------------------------

    /// A branch that is not on the shelf yet.
    pub fn open_new(self, branch: Branch) {
        self.save();
        self.show(branch);
        self.status.set(SaveStatus::Pending);
        self.save();
    }

    /// Opens one from the shelf.
    pub fn open(self, id: &DocumentId) {
        self.save();
        let found = self
            .shelved
            .with_untracked(|shelved| shelved.iter().find(|branch| branch.id == *id).cloned());
        if let Some(branch) = found {
            self.show(branch);
        }
    }

    fn show(self, branch: Branch) {
        self.undo.set(None);
        self.status.set(SaveStatus::Saved);
        self.dossiers.set_value(Table::new());
        self.dossiers_changed.set(());
        self.branch.set(Some(branch));
    }

    /// A branch of 45 people to look around in. It is never written anywhere.
    pub fn open_sample(self) {
        self.save();
        let (branch, dossiers) = sample_branch(self.today.get_untracked());
        self.show(branch);
        self.put_dossiers(dossiers);
        self.status.set(SaveStatus::Sample);
    }

    /// Away with the sample, back to what was there.
    pub fn close_sample(self) {
        self.undo.set(None);
        self.status.set(SaveStatus::Saved);
        self.dossiers.set_value(Table::new());
        self.dossiers_changed.set(());
        self.branch.set(
            self.shelved
                .with_untracked(|shelved| shelved.first().cloned()),
        );
    }

    /// Really everything. Nothing is written afterwards: a late save must not bring anything back.
    pub fn erase_everything(self) -> Result<(), Fault> {
        self.later.cancel();
        self.branch.set(None);
        self.shelved.set(Vec::new());
        self.erased.set(true);
        Ok(())
    }
}

/// Where a person's dossier is among those of a year, or would be.
fn place(of_year: &[Dossier], person: &ItemId) -> Result<usize, usize> {
    of_year.binary_search_by(|dossier| dossier.person.cmp(person))
}

/// The desk, from anywhere under the root.
pub fn desk() -> Desk {
    expect_context()
}
