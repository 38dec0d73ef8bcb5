//! How much room the branches take up, and taking a whole branch off the device.

use super::backend::Fault;
use super::keys_desk::DeskKey;
use super::place::Place as _;
use super::removed::Removed;
use super::shelf::Shelf;
use super::trouble::SaveError;
use crate::domain::{DocumentId, Table};

/// What the page's storage holds at most, in UTF-16 code units, names and texts together: Chromium and
/// Firefox count 5 MiB of them.
pub const ROOM: usize = 5 * 1024 * 1024;

/// WebKit counts bytes, and Vietnamese text takes two a unit.
pub const ROOM_ON_APPLE: usize = ROOM / 2;

/// Where the room goes, in UTF-16 code units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Everything of this page's, the member's handbooks too.
    pub used: usize,
    /// Of that, earlier versions of the desk's documents, which give way when it gets tight.
    pub earlier: usize,
    /// Of that, the dossiers of one branch, by year.
    pub years: Table<i32, usize>,
}

impl Room {
    /// Of what the browser holds at most, 0 to 100 and beyond.
    pub fn percent(&self, most: usize) -> usize {
        self.used * 100 / most.max(1)
    }

    /// Time to put a year away: what does not give way by itself fills four fifths. A further year of
    /// 300 people still fits then.
    pub fn is_tight(&self, most: usize) -> bool {
        let stays = self.used.saturating_sub(self.earlier);
        stays * 5 > most * 4
    }
}

impl Shelf<DeskKey> {
    pub fn room(&self, of: &DocumentId) -> Result<Room, Fault> {
        let mut room = Room::default();
        for name in self.names()? {
            let units = self.backend.units(&name)?;
            room.used += units;
            match DeskKey::parse(&name) {
                Some(DeskKey::Earlier(..)) => room.earlier += units,
                Some(DeskKey::Dossier { branch, year, .. }) if branch == *of => {
                    *room.years.get_or_insert_with(year, || 0) += units;
                }
                _ => {}
            }
        }
        Ok(room)
    }

    /// Takes a branch off the device with its dossiers and earlier versions: all of it, or nothing.
    pub fn remove_branch(&self, id: &DocumentId) -> Result<Removed, SaveError> {
        self.may_write(&DeskKey::Branch(id.clone()))?;
        self.remove_all(|key| key.branch() == Some(id))
    }
}
