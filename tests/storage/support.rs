//! Handbooks to store, times to store them at, and storages that fail.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use so_tay::domain::{Day, DocumentId, Handbook, Profile};
use so_tay::storage::{Backend, Fault, Key, Memory, Place as _, Shelf, Shelved};

pub const NOW: &str = "2026-11-22T09:30:00+07:00";
pub const SOON: &str = "2026-11-22T09:30:10+07:00";

/// The nth day after NOW's, at an hour.
pub fn at(day: u8, hour: u8) -> String {
    format!(
        "2026-12-{:02}T{hour:02}:00:00+07:00",
        day.checked_add(1).expect("a day of December")
    )
}

pub fn id(number: u8) -> DocumentId {
    DocumentId::new([number; 16])
}

/// A handbook that differs by its duty, short enough to be stored many thousand times.
pub fn handbook(number: u8, duty: &str) -> Handbook {
    let profile = Profile {
        name: "Trần Thị Bình".to_owned(),
        duty: duty.to_owned(),
        ..Profile::default()
    };
    let begun_on = Day::new(2026, 11, 22).expect("a day");
    let mut handbook = Handbook::begin(id(number), 2020 + i32::from(number), profile, begun_on);
    handbook.pack.pack.standards.truncate(1);
    handbook
}

pub fn duty(handbook: &Handbook) -> &str {
    &handbook.profile.duty
}

pub fn main_key(number: u8) -> String {
    Key::Handbook(id(number)).name()
}

/// A storage that outlives the shelves on it.
pub fn storage() -> Rc<Memory> {
    Rc::new(Memory::default())
}

pub fn open(storage: &Rc<Memory>) -> (Shelf, Shelved) {
    Shelf::open(Box::new(Rc::clone(storage)))
}

/// What a fresh tab would show of a handbook.
pub fn reopened(storage: &Rc<Memory>, number: u8) -> Option<Handbook> {
    let (_, shelved) = open(storage);
    shelved
        .handbooks
        .into_iter()
        .find(|handbook| handbook.id == id(number))
}

/// All names and texts.
pub fn dump(storage: &Memory) -> Vec<(String, String)> {
    let names = storage.keys().expect("memory");
    names
        .into_iter()
        .map(|name| {
            let text = storage.get(&name).expect("memory").expect("listed");
            (name, text)
        })
        .collect()
}

pub fn names_with(storage: &Memory, part: &str) -> Vec<String> {
    let mut names = storage.keys().expect("memory");
    names.retain(|name| name.contains(part));
    names
}

/// How a call goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Every kind of call throws.
    Denied,
    /// Writing throws for want of room.
    Full,
    /// Writing and removing do nothing and say nothing.
    Dropped,
    /// Writing leaves the first half and throws.
    Torn,
    /// Writing leaves the first half and says nothing.
    TornSilently,
    /// Writing leaves nothing at all and throws.
    Emptied,
    /// Writing throws and has written all the same.
    WrittenAndThrown,
    /// Reading and listing throw.
    Unreadable,
}

impl How {
    pub const ALL: [Self; 8] = [
        Self::Denied,
        Self::Full,
        Self::Dropped,
        Self::Torn,
        Self::TornSilently,
        Self::Emptied,
        Self::WrittenAndThrown,
        Self::Unreadable,
    ];
}

/// Fails at the nth call (from 1), or from the nth call on.
pub struct Faulty {
    pub inner: Rc<Memory>,
    pub how: How,
    pub at: usize,
    pub lasting: bool,
    pub calls: Rc<Cell<usize>>,
}

impl Faulty {
    fn strikes(&self, hit: &[How]) -> bool {
        let call = self.calls.get() + 1;
        self.calls.set(call);
        let now = call == self.at || self.lasting && call > self.at;
        now && hit.contains(&self.how)
    }

    fn error(&self) -> Fault {
        match self.how {
            How::Denied => Fault::Denied,
            How::Full => Fault::Full,
            _ => Fault::Broken("by the test".to_owned()),
        }
    }
}

impl Backend for Faulty {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        if self.strikes(&[How::Denied, How::Unreadable]) {
            return Err(self.error());
        }
        self.inner.keys()
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        if self.strikes(&[How::Denied, How::Unreadable]) {
            return Err(self.error());
        }
        self.inner.get(name)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        if !self.strikes(&[
            How::Denied,
            How::Full,
            How::Dropped,
            How::Torn,
            How::TornSilently,
            How::Emptied,
            How::WrittenAndThrown,
        ]) {
            return self.inner.set(name, text);
        }
        let half = text.floor_char_boundary(text.len() / 2);
        match self.how {
            How::Dropped => return Ok(()),
            How::Torn => self.inner.set(name, &text[..half])?,
            How::TornSilently => return self.inner.set(name, &text[..half]),
            How::Emptied => self.inner.set(name, "")?,
            How::WrittenAndThrown => self.inner.set(name, text)?,
            _ => {}
        }
        Err(self.error())
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        if !self.strikes(&[How::Denied, How::Dropped]) {
            return self.inner.remove(name);
        }
        match self.how {
            How::Dropped => Ok(()),
            _ => Err(self.error()),
        }
    }
}

/// Has room for so many bytes of text, names not counted.
#[derive(Default)]
pub struct Small {
    pub inner: Memory,
    pub room: Cell<usize>,
    /// Names that were removed, in order.
    pub removed: RefCell<Vec<String>>,
}

impl Small {
    pub fn used(&self) -> usize {
        dump(&self.inner).iter().map(|(_, text)| text.len()).sum()
    }
}

impl Backend for Small {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.inner.keys()
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        self.inner.get(name)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        let old = self.inner.get(name)?.map_or(0, |old| old.len());
        if self.used() - old + text.len() > self.room.get() {
            return Err(Fault::Full);
        }
        self.inner.set(name, text)
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        self.removed.borrow_mut().push(name.to_owned());
        self.inner.remove(name)
    }
}
