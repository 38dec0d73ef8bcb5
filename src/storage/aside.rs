//! Texts that could not be read. They are moved to a place of their own, verbatim, so that the
//! document's place is free and nothing writes over them: copy, read the copy back, and only then
//! remove the original. The person may take one along as a file, and discards it when they like.

use super::backend::Fault;
use super::keys::Key;
use super::place::Place;
use super::shelf::{Shelf, State};
use super::stored::{self, Reading};
use super::trouble::SaveError;
use crate::domain::{DocumentId, Handbook};

#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    /// Where the text lies now; for [`Shelf::discard`].
    pub key: String,
    /// The handbook that it was, unless it was the settings.
    pub id: Option<DocumentId>,
    /// "Sổ tay năm 2026 của Trần Thị Bình, có chỗ bị hỏng"
    pub what: String,
    pub text: String,
    /// What still reads of it, to be looked at and, if the person wants it, saved.
    pub handbook: Option<Handbook>,
}

impl SetAside {
    pub(super) fn new(key: String, was: &Key, text: String, handbook: Option<Handbook>) -> Self {
        let what = match (was, &handbook) {
            (Key::Settings, _) => "Cài đặt không đọc được".to_owned(),
            (_, Some(handbook)) => format!(
                "Sổ tay năm {} của {}, có chỗ bị hỏng",
                handbook.year, handbook.profile.name
            ),
            (Key::Handbook(_), None) => "Một sổ tay không đọc được".to_owned(),
            (_, None) => "Một nội dung không đọc được".to_owned(),
        };
        let id = match was {
            Key::Handbook(id) => Some(id.clone()),
            _ => None,
        };
        Self {
            key,
            id,
            what,
            text,
            handbook,
        }
    }
}

impl Shelf {
    /// One that an earlier opening set aside.
    pub(super) fn earlier_set_aside(&self, key: &Key) -> Option<SetAside> {
        let Key::SetAside { origin, .. } = key else {
            return None;
        };
        let name = key.name();
        let text = self.backend.get(&name).ok()??;
        let was = Key::of_origin(origin).unwrap_or_else(|| key.clone());
        let handbook = match (&was, stored::read(was.kind(), &text)) {
            (Key::Handbook(id), Reading::Unreadable(Some(document))) => {
                stored::handbook(id, document)
            }
            _ => None,
        };
        Some(SetAside::new(name, &was, text, handbook))
    }
}

impl<P: Place> Shelf<P> {
    /// Moves an unreadable text out of the way. When it fails, the original is where it was.
    pub(super) fn set_aside(&self, key: &P, text: &str) -> Result<String, SaveError> {
        let names = self.names()?;
        let (mut last, mut place) = (0, None);
        for name in &names {
            let known = P::parse(name);
            if let Some((number, origin)) = known.as_ref().and_then(P::as_set_aside) {
                last = last.max(number);
                // A copy that was made before the power went.
                if origin == key.origin() && self.backend.get(name)?.as_deref() == Some(text) {
                    place = Some(name.clone());
                }
            }
        }
        let place = match place {
            Some(place) => place,
            None => {
                let number = last.checked_add(1);
                let number = number.ok_or(SaveError::Broken("too many set aside".to_owned()))?;
                let origin = key.origin();
                let place = P::set_aside(number, origin).name();
                self.put(&place, text, &own_snapshots(key, &names))?;
                place
            }
        };
        self.backend.remove(&key.name())?;
        match self.read_back(&key.name())? {
            None => Ok(place),
            Some(_) => Err(SaveError::Lost),
        }
    }

    /// Deletes a text that was set aside, when the person says so.
    pub fn discard(&self, key: &str) -> Result<(), Fault> {
        let stuck = match P::parse(key) {
            Some(known) if known.as_set_aside().is_some() => None,
            Some(known) if self.is_stuck(&known)? => Some(known),
            _ => return Err(Fault::Broken("not set aside".to_owned())),
        };
        self.backend.remove(key)?;
        if self.read_back(key)?.is_some() {
            return Err(Fault::Broken("still there".to_owned()));
        }
        if let Some(key) = stuck {
            self.hold(&key, State::Absent);
        }
        Ok(())
    }

    /// Unreadable where it is, still: another tab may have put it right.
    fn is_stuck(&self, key: &P) -> Result<bool, Fault> {
        if !matches!(self.state(key), State::Stuck) {
            return Ok(false);
        }
        let Some(text) = self.backend.get(&key.name())? else {
            return Ok(true);
        };
        Ok(match stored::read(key.kind(), &text) {
            Reading::Sound(stored) => !key.belongs(&stored.document),
            Reading::Unreadable(_) => true,
            Reading::Newer { .. } => false,
        })
    }
}

/// The snapshots of the damaged document are what it may come back from.
fn own_snapshots<P: Place>(key: &P, names: &[String]) -> Vec<String> {
    let own = |name: &&String| {
        let known = P::parse(name);
        let of = known.as_ref().and_then(P::snapshot_of);
        of.is_some_and(|(of, _)| of == *key)
    };
    names.iter().filter(own).cloned().collect()
}
