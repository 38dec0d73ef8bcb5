//! The book of this device, at the root of each program that is about the handbooks.

use super::{BOOK, Book, SaveStatus};
use crate::browser::{clock, device, events};
use crate::one;
use crate::storage::{Backend, Key, LocalStorage, Memory, Place, Shelf, is_tight};

impl Book {
    /// What is kept here, found from anywhere from now on. It saves as the person leaves, and follows the day and other tabs.
    pub fn of_this_device() -> Self {
        let local = LocalStorage::probe();
        let durable = local.is_some();
        let backend: Box<dyn Backend> = match local {
            Some(local) => Box::new(local),
            None => Box::new(Memory::default()),
        };
        let (shelf, shelved) = Shelf::open(backend);
        let book = Self::new(shelf, shelved, durable);
        one::put(&BOOK, book);
        book.measure();
        book.listen();
        book
    }

    /// Writes what is pending; how often the open handbook has been written by now. 0 when it can't be,
    /// as for the sample.
    pub fn revision(self) -> u64 {
        self.save();
        if self.status.get_untracked() != SaveStatus::Saved {
            return 0;
        }
        let open = self.open.get_untracked();
        let saved = open.map(|handbook| self.shelf().save_handbook(&handbook, &clock::now()));
        saved.and_then(Result::ok).map_or(0, |saved| saved.revision)
    }

    /// Looks at how much room is left; it reads everything.
    pub fn measure(self) {
        let used = self.shelf().usage();
        self.tight
            .set(used.is_ok_and(|used| is_tight(used, device::is_apple())));
    }

    fn listen(self) {
        events::on_leaving(move || self.save());
        events::on_return(move || {
            let today = clock::today();
            if self.today.get_untracked() != today {
                self.today.set(today);
            }
        });
        events::on_other_tab(move |key| match key.as_deref().map(Key::parse) {
            Some(Some(Key::Handbook(id))) => self.follow_other_tab(&id),
            Some(Some(Key::Settings)) => self.follow_settings(),
            _ => {}
        });
    }
}
