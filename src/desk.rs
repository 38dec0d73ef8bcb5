//! The state of the secretary's desk, once, at the root; and the actions that change it. The sibling
//! of `book`.
//!
//! Screens read the open branch through [`Desk::read`] and the people's dossiers of a year through
//! [`Desk::dossiers`]; they change them through [`Desk::change`], [`Desk::change_dossier`] and
//! [`Desk::commit`]. Whatever they change is saved a moment later, and at once when the page is about
//! to go away. Nothing is written before the first load succeeded, nor because another tab wrote.
//! The sample branch is never saved.
//!
//! The year's dossiers are read from the storage when they are first asked for. `saving` writes what
//! was typed, `commit` what goes together, `tabs` follows other tabs, `branches` opens and closes,
//! `files` writes the branch out and takes it in.

mod branches;
mod commit;
mod files;
mod saving;
mod tabs;

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::book::SaveStatus;
use crate::browser::timer::Later;
use crate::browser::{clock, timer};
use crate::domain::branch::{Branch, Dossier};
use crate::domain::{Day, DocumentId, ItemId, Table};
use crate::one::{self, One};
use crate::signal::{RwSignal, Signal};
use crate::storage::{
    Backend, Damaged, DeskSettings, DeskShelf, DeskShelved, Fault, LocalStorage, Memory, OfYear,
    Room, SaveError, Settings,
};

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
    shelf: StoredValue<Rc<DeskShelf>, leptos::prelude::LocalStorage>,
    branch: RwSignal<Option<Branch>>,
    /// The open branch's, by year, in the order of the people's ids; of the years that were asked for.
    /// Behind a count: a reader may still look at them while they change.
    dossiers: StoredValue<Table<i32, Arc<Vec<Dossier>>>>,
    dossiers_changed: RwSignal<()>,
    unsaved: StoredValue<Unsaved>,
    /// The branches on this device, the open one included, as last saved.
    pub shelved: RwSignal<Vec<Branch>>,
    /// Branches that can't be read but have earlier versions, as those are.
    pub lost: RwSignal<Vec<Branch>>,
    /// Texts that could not be read: kept, and offered as files.
    pub damaged: RwSignal<Vec<Damaged>>,
    /// Something on this device was written by a newer version of the page: it is left alone.
    pub newer: RwSignal<bool>,
    /// The storage failed on reading, wholly or in part.
    pub unread: RwSignal<Option<Fault>>,
    pub settings: RwSignal<Settings>,
    pub choices: RwSignal<DeskSettings>,
    pub status: RwSignal<SaveStatus>,
    /// Why the last step was not taken: nothing has changed. It stays until one is.
    pub refused: RwSignal<Option<SaveError>>,
    pub undo: RwSignal<Option<Undo>>,
    pub today: RwSignal<Day>,
    /// The year that the screens show.
    pub year: RwSignal<i32>,
    /// Everything was deleted: nothing is shown or written any more.
    pub erased: RwSignal<bool>,
    /// False where the browser keeps nothing: then everything lives in memory, and the page says so.
    pub durable: bool,
    /// How much room is used, as far as it was looked at.
    pub room: RwSignal<Option<Room>>,
    later: Later,
    following: Later,
    measuring: Later,
}

/// What was changed since the last save.
#[derive(Clone, Debug, Default)]
struct Unsaved {
    branch: bool,
    dossiers: Vec<(ItemId, i32)>,
    /// Another tab wrote meanwhile.
    missed: bool,
}

impl Desk {
    /// Reads what is kept on this device.
    #[expect(clippy::new_without_default, reason = "it reads the storage")]
    pub fn new() -> Self {
        let local = LocalStorage::probe();
        let durable = local.is_some();
        let backend: Box<dyn Backend> = match local {
            Some(local) => Box::new(local),
            None => Box::new(Memory::default()),
        };
        let (shelf, shelved) = DeskShelf::open_desk(backend);
        let DeskShelved {
            settings,
            desk,
            branches,
            lost,
            damaged,
            newer,
            unread,
            fault,
        } = shelved;
        let unread = fault.or_else(|| unread.then(|| Fault::Broken(String::new())));
        let today = clock::today();
        Self(Box::leak(Box::new(State {
            shelf: StoredValue::new_local(Rc::new(shelf)),
            branch: RwSignal::new(branches::first_to_open(&desk, &branches)),
            dossiers: StoredValue::new(Table::new()),
            dossiers_changed: RwSignal::new(()),
            unsaved: StoredValue::new(Unsaved::default()),
            shelved: RwSignal::new(branches),
            lost: RwSignal::new(lost),
            damaged: RwSignal::new(damaged),
            newer: RwSignal::new(newer),
            unread: RwSignal::new(unread),
            settings: RwSignal::new(settings),
            choices: RwSignal::new(desk),
            status: RwSignal::new(SaveStatus::Saved),
            refused: RwSignal::new(None),
            undo: RwSignal::new(None),
            today: RwSignal::new(today),
            year: RwSignal::new(today.year()),
            erased: RwSignal::new(false),
            durable,
            room: RwSignal::new(None),
            later: Later::default(),
            following: Later::default(),
            measuring: Later::default(),
        })))
    }

    pub fn shelf(self) -> Rc<DeskShelf> {
        self.shelf.get_value()
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

    /// Read from the storage when it is asked for the first time.
    fn of_year(self, year: i32) -> Arc<Vec<Dossier>> {
        let known = self.dossiers.with_value(|years| years.get(&year).cloned());
        let id = self.peek(|branch| Some(branch.id.clone()));
        match (known, id) {
            (Some(known), _) => known,
            (None, Some(id)) if self.status.get_untracked() != SaveStatus::Sample => {
                let read = self.shelf().read_year(&id, year);
                self.keep_read(year, read)
            }
            _ => Arc::default(),
        }
    }

    fn keep_read(self, year: i32, read: OfYear) -> Arc<Vec<Dossier>> {
        let OfYear {
            dossiers,
            damaged,
            newer,
            unread,
            ..
        } = read;
        let dossiers = Arc::new(dossiers);
        let kept = Arc::clone(&dossiers);
        self.dossiers.update_value(|years| years.insert(year, kept));
        if newer || unread || !damaged.is_empty() {
            // Not while a screen is being built, which may have asked.
            timer::soon(move || {
                self.damaged.update(|known| known.extend(damaged));
                if newer {
                    self.newer.set(true);
                }
                if unread {
                    self.unread.set(Some(Fault::Broken(String::new())));
                }
            });
        }
        dossiers
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
        self.unsaved.update_value(|unsaved| unsaved.branch = true);
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
        let changed = (person.clone(), year);
        self.unsaved.update_value(|unsaved| {
            if !unsaved.dossiers.contains(&changed) {
                unsaved.dossiers.push(changed);
            }
        });
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
            self.save();
        }
    }
}

/// Where a person's dossier is among those of a year, or would be.
fn place(of_year: &[Dossier], person: &ItemId) -> Result<usize, usize> {
    of_year.binary_search_by(|dossier| dossier.person.cmp(person))
}

thread_local! {
    pub static DESK: One<Desk> = const { One::new() };
}

/// The desk, from anywhere under the root.
pub fn desk() -> Desk {
    one::find(&DESK)
}
