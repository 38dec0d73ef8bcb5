//! How much room the handbooks take up, and putting an older one away once a file has it.

use super::backend::Fault;
use super::desk_room::{ROOM, ROOM_ON_APPLE};
use super::keys::Key;
use super::place::Place as _;
use super::removed::Removed;
use super::shelf::{Shelf, State};
use super::trouble::SaveError;
use crate::domain::{DocumentId, Table};

/// Where the room goes, in UTF-16 code units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandbookRoom {
    /// Everything of this page's.
    pub used: usize,
    /// Of that, each handbook with its earlier versions.
    pub handbooks: Table<DocumentId, usize>,
    /// Of that, the branches, and all else that is no handbook's.
    pub others: usize,
}

impl HandbookRoom {
    /// Of what the browser holds at most, 0 to 100 and beyond.
    pub fn percent(&self, most: usize) -> usize {
        self.used * 100 / most.max(1)
    }
}

/// Whether so many bytes, as [`Shelf::usage`] counts them, are near the most that the browser holds: four fifths
/// of it, as at the desk.
pub fn is_tight(bytes: usize, apple: bool) -> bool {
    let most = if apple { ROOM_ON_APPLE } else { ROOM };
    bytes / 8 > most / 5
}

impl Shelf {
    pub fn room(&self) -> Result<HandbookRoom, Fault> {
        let mut room = HandbookRoom::default();
        for name in self.names()? {
            let units = self.backend.units(&name)?;
            room.used += units;
            match Key::parse(&name) {
                Some(Key::Handbook(id) | Key::Snapshot(id, _)) => {
                    *room.handbooks.get_or_insert_with(id, || 0) += units;
                }
                _ => room.others += units,
            }
        }
        Ok(room)
    }

    /// Takes a handbook off the device with its earlier versions: all of it, or nothing.
    pub fn put_away(&self, id: &DocumentId) -> Result<Removed, SaveError> {
        let key = Key::Handbook(id.clone());
        self.may_write(&key)?;
        match (self.state(&key), self.backend.get(&key.name())?) {
            (State::Seen(seen), Some(text)) if seen.text == text => {}
            (_, None) => return Err(SaveError::DeletedElsewhere),
            // The file does not have what another tab wrote.
            _ => return Err(SaveError::ChangedElsewhere),
        }
        self.remove_all(|key| match key {
            Key::Handbook(of) | Key::Snapshot(of, _) => of == id,
            _ => false,
        })
    }
}
