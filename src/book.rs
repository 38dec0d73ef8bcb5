//! The state of the page, once, at the root; and the actions that change it.
//!
//! Screens read through [`Book::read`] and change through [`Book::change`]; whatever they change is
//! saved a moment later, and at once when the page is about to go away. Nothing is written before
//! the first load succeeded, nor because another tab wrote. The sample handbook is never saved.

mod sample;
mod this_device;

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::timer::Later;
use crate::domain::{Day, DocumentId, Handbook};
use crate::one::{self, One};
use crate::signal::{RwSignal, Signal};
use crate::storage::{Fault, Recoverable, Reloaded, SaveError, SetAside, Settings, Shelf, Shelved};

/// Long enough to gather a word, short enough to lose none: Chromium itself commits to disk only
/// some seconds later.
const PAUSE: Duration = Duration::from_millis(400);

/// The sign at the top of every screen.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveStatus {
    Saved,
    /// Changed; will be written in a moment.
    Pending,
    Failed(SaveError),
    /// The sample handbook: not kept, and the screen says so.
    Sample,
}

/// Something that was taken away, and how to put it back.
#[derive(Clone)]
pub struct Undo {
    pub what: String,
    back: Arc<dyn Fn(Book) + Send + Sync>,
}

/// The one state, which lives as long as the page; so that it is handed about as a mere reference.
#[derive(Clone, Copy)]
pub struct Book(&'static State);

impl Deref for Book {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

pub struct State {
    shelf: StoredValue<Rc<Shelf>, LocalStorage>,
    open: RwSignal<Option<Handbook>>,
    /// The handbooks on this phone, the open one included, as last saved.
    pub shelved: RwSignal<Vec<Handbook>>,
    pub set_aside: RwSignal<Vec<SetAside>>,
    /// Handbooks that are gone or damaged but have earlier versions.
    pub recoverable: RwSignal<Vec<Arc<Recoverable>>>,
    /// Something on this phone was written by a newer version of the page: it is left alone.
    pub newer: bool,
    /// The storage failed on reading, wholly or in part.
    pub unread: Option<Fault>,
    /// Everything was deleted: nothing is shown or written any more.
    pub erased: RwSignal<bool>,
    pub settings: RwSignal<Settings>,
    pub status: RwSignal<SaveStatus>,
    pub today: RwSignal<Day>,
    pub undo: RwSignal<Option<Undo>>,
    /// The browser's room for this page is nearly used up.
    pub tight: RwSignal<bool>,
    /// False where the browser keeps nothing: then everything lives in memory, and the page says so.
    pub durable: bool,
    later: Later,
}

impl Book {
    fn new(shelf: Shelf, shelved: Shelved, durable: bool) -> Self {
        let Shelved {
            settings,
            handbooks,
            set_aside,
            newer,
            recoverable,
            unread,
            fault,
        } = shelved;
        let unread = fault.or_else(|| (!unread.is_empty()).then(|| Fault::Broken(String::new())));
        Self(Box::leak(Box::new(State {
            shelf: StoredValue::new_local(Rc::new(shelf)),
            open: RwSignal::new(first_to_open(&settings, &handbooks)),
            shelved: RwSignal::new(handbooks),
            set_aside: RwSignal::new(set_aside),
            recoverable: RwSignal::new(recoverable.into_iter().map(Arc::new).collect()),
            newer: !newer.is_empty(),
            unread,
            erased: RwSignal::new(false),
            settings: RwSignal::new(settings),
            status: RwSignal::new(SaveStatus::Saved),
            today: RwSignal::new(clock::today()),
            undo: RwSignal::new(None),
            tight: RwSignal::new(false),
            durable,
            later: Later::default(),
        })))
    }

    pub fn shelf(self) -> Rc<Shelf> {
        self.shelf.get_value()
    }

    // --- reading -------------------------------------------------------------------------------

    /// Something of the open handbook, followed; its default when none is open.
    pub fn read<T: Default>(self, read: impl FnOnce(&Handbook) -> T) -> T {
        self.open.track();
        self.peek(read)
    }

    /// The same, as it is now.
    pub fn peek<T: Default>(self, read: impl FnOnce(&Handbook) -> T) -> T {
        self.open
            .with_untracked(|open| open.as_ref().map(read).unwrap_or_default())
    }

    /// A part that its readers follow only when it really changes.
    pub fn part<T>(self, read: impl Fn(&Handbook) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Signal::derive(move || self.read(&read))
    }

    /// Which handbook is open. Screens are built anew when it changes.
    pub fn id(self) -> Option<DocumentId> {
        self.open
            .with(|open| open.as_ref().map(|handbook| handbook.id.clone()))
    }

    // --- changing ------------------------------------------------------------------------------

    pub fn change(self, act: impl FnOnce(&mut Handbook)) {
        let mut act = Some(act);
        self.alter(&mut |handbook| {
            if let Some(act) = act.take() {
                act(handbook);
            }
        });
    }

    #[inline(never)]
    fn alter(self, act: &mut dyn FnMut(&mut Handbook)) {
        self.open.update(|open| {
            open.as_mut().map(act);
        });
        self.mark_changed();
    }

    /// Takes something away, with the way back.
    pub fn remove(
        self,
        what: String,
        act: impl FnOnce(&mut Handbook),
        back: impl Fn(&mut Handbook) + Send + Sync + 'static,
    ) {
        self.change(act);
        self.offer_undo(what, move |book| book.change(&back));
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
        match self.shelf().change_settings(&clock::now(), act) {
            Ok(settings) => self.settings.set(settings),
            Err(error) => self.status.set(SaveStatus::Failed(error)),
        }
    }

    fn mark_changed(self) {
        if self
            .status
            .with_untracked(|status| *status == SaveStatus::Sample)
        {
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
        if matches!(
            self.status.get_untracked(),
            SaveStatus::Saved | SaveStatus::Sample
        ) {
            return;
        }
        let Some(handbook) = self.open.get_untracked() else {
            return;
        };
        let result = self.shelf().save_handbook(&handbook, &clock::now());
        self.settle(handbook, result.map(|_| ()));
    }

    /// Whether nothing waits to be written: what could not be saved stays on the screen, and nothing else
    /// may take its place there.
    pub fn all_saved(self) -> bool {
        self.save();
        let failed = matches!(self.status.get_untracked(), SaveStatus::Failed(_));
        !failed || self.open.with_untracked(Option::is_none)
    }

    /// The person chose this tab's version over the other tab's.
    pub fn save_over_other_tab(self) {
        let Some(handbook) = self.open.get_untracked() else {
            return;
        };
        let result = self.shelf().overwrite_handbook(&handbook, &clock::now());
        self.settle(handbook, result.map(|_| ()));
    }

    fn settle(self, handbook: Handbook, result: Result<(), SaveError>) {
        match result {
            Ok(()) => {
                self.shelve(handbook);
                self.status.set(SaveStatus::Saved);
            }
            Err(error) => self.status.set(SaveStatus::Failed(error)),
        }
    }

    /// Brings the list of handbooks up to date.
    fn shelve(self, handbook: Handbook) {
        self.shelved.update(|shelved| {
            match shelved.iter_mut().find(|kept| kept.id == handbook.id) {
                Some(kept) => *kept = handbook,
                None => shelved.push(handbook),
            }
        });
    }

    /// Another tab wrote: a clean tab follows, one with changes of its own asks at its next save. What is
    /// not open here is brought up to date, so that a backup has it.
    pub fn follow_other_tab(self, id: &DocumentId) {
        let open = self.peek(|handbook| handbook.id == *id);
        if open && self.status.get_untracked() != SaveStatus::Saved {
            return;
        }
        match self.shelf().reload_handbook(id) {
            Ok(Reloaded::Changed(handbook)) => {
                if open {
                    self.open.set(Some(handbook.clone()));
                }
                self.shelve(handbook);
            }
            _ if !open => {}
            Ok(Reloaded::Diverged(_)) => self
                .status
                .set(SaveStatus::Failed(SaveError::ChangedElsewhere)),
            Ok(Reloaded::Gone) => self
                .status
                .set(SaveStatus::Failed(SaveError::DeletedElsewhere)),
            Ok(Reloaded::Newer) => self.status.set(SaveStatus::Failed(SaveError::NewerVersion)),
            // The next save says so, or sets it aside.
            Ok(Reloaded::Same | Reloaded::Unreadable) | Err(_) => {}
        }
    }

    /// The person chose the other tab's version over what stands here, which is kept as a snapshot.
    pub fn take_other_tab(self) {
        let Some(mine) = self.open.get_untracked() else {
            return;
        };
        match self.shelf().yield_handbook(&mine, &clock::now()) {
            Ok(theirs) => {
                let mut shelved = self.shelved.get_untracked();
                shelved.retain(|handbook| handbook.id != mine.id);
                shelved.extend(theirs);
                self.reopen(shelved);
            }
            Err(error) => self.status.set(SaveStatus::Failed(error)),
        }
    }

    /// Another tab changed the looks or the open handbook's choice.
    pub fn follow_settings(self) {
        if let Ok(Reloaded::Changed(settings)) = self.shelf().reload_settings() {
            self.settings.set(settings);
        }
    }

    // --- handbooks -----------------------------------------------------------------------------

    /// A handbook that is not on the shelf yet. False: another one is open that could not be saved.
    pub fn open_new(self, handbook: Handbook) -> bool {
        let may = self.all_saved();
        if may {
            self.show(handbook);
            self.status.set(SaveStatus::Pending);
            self.save();
        }
        may
    }

    /// Opens one from the shelf.
    pub fn open(self, id: &DocumentId) {
        if !self.all_saved() {
            return;
        }
        let found = self
            .shelved
            .with_untracked(|shelved| shelved.iter().find(|handbook| handbook.id == *id).cloned());
        if let Some(handbook) = found {
            self.show(handbook);
        }
    }

    fn show(self, handbook: Handbook) {
        let id = handbook.id.clone();
        self.undo.set(None);
        self.status.set(SaveStatus::Saved);
        self.open.set(Some(handbook));
        self.change_settings(|settings| settings.open = Some(id));
    }

    /// The shelf changed under the page (a restore, a deletion): shows what is there now.
    pub fn reopen(self, handbooks: Vec<Handbook>) {
        self.later.cancel();
        self.shelved.set(handbooks);
        self.undo.set(None);
        self.status.set(SaveStatus::Saved);
        self.open.set(self.first());
    }

    fn first(self) -> Option<Handbook> {
        self.settings.with_untracked(|settings| {
            self.shelved
                .with_untracked(|shelved| first_to_open(settings, shelved))
        })
    }

    /// Really everything. Nothing is written afterwards: a late save must not bring anything back.
    pub fn erase_everything(self) -> Result<(), Fault> {
        self.later.cancel();
        self.shelf().delete_everything()?;
        self.open.set(None);
        self.shelved.set(Vec::new());
        self.erased.set(true);
        Ok(())
    }
}

/// The handbook that was open last, else the newest.
fn first_to_open(settings: &Settings, handbooks: &[Handbook]) -> Option<Handbook> {
    let chosen = settings
        .open
        .as_ref()
        .and_then(|id| handbooks.iter().find(|handbook| handbook.id == *id));
    chosen
        .or_else(|| handbooks.iter().max_by_key(|handbook| handbook.year))
        .cloned()
}

thread_local! {
    pub static BOOK: One<Book> = const { One::new() };
}

/// The book, from anywhere under the root.
pub fn book() -> Book {
    one::find(&BOOK)
}
