//! Earlier versions of a handbook, as they were: three of today, one of each day before, ten at
//! most. A version is kept when it is replaced after a pause or on another day, so that each is the
//! end of a sitting and not a half-written word.
//!
//! Snapshots are the reserve: when room runs out they give way before a save fails. The last one of
//! a damaged handbook doesn't.

use super::backend::Fault;
use super::keys::{Key, Stamp};
use super::place::{Earlier, Place};
use super::shelf::{Seen, Shelf, State, put_in_order};
use super::stored::{self, Kind, Reading};
use super::trouble::SaveError;
use crate::domain::calendar::two_digits;
use crate::domain::{Day, DocumentId, Handbook};

const OF_TODAY: usize = 3;
const AT_MOST: usize = 10;
/// A pause that ends a sitting.
const PAUSE_MINUTES: i64 = 60;

#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub stamp: Stamp,
    /// When this version was saved, RFC 3339.
    pub saved_at: String,
    /// `None` when the snapshot itself is damaged or of a newer version.
    pub handbook: Option<Handbook>,
}

impl Shelf {
    /// Newest first.
    pub fn snapshots(&self, id: &DocumentId) -> Result<Vec<Snapshot>, Fault> {
        let mut snapshots = Vec::new();
        for stamp in self.stamps(&Key::Handbook(id.clone()))? {
            let text = self.snapshot_text(id, &stamp)?.unwrap_or_default();
            let handbook = match stored::read(Kind::HANDBOOK, &text) {
                Reading::Sound(stored) => stored::handbook(id, stored.document),
                _ => None,
            };
            snapshots.push(Snapshot {
                saved_at: stamp.at().to_owned(),
                stamp,
                handbook,
            });
        }
        Ok(snapshots)
    }

    /// The stored text of a snapshot, for export.
    pub fn snapshot_text(&self, id: &DocumentId, stamp: &Stamp) -> Result<Option<String>, Fault> {
        self.backend
            .get(&Key::Snapshot(id.clone(), stamp.clone()).name())
    }

    /// Keeps the handbook as it is stored now. `None` when nothing is stored.
    pub fn take_snapshot(&self, id: &DocumentId, now: &str) -> Result<Option<Stamp>, SaveError> {
        if !self.open.get() {
            return Err(SaveError::NotLoaded);
        }
        let key = Key::Handbook(id.clone());
        let Some(name) = self.keep_stored(&key, &[])? else {
            return Ok(None);
        };
        self.prune(&key, now);
        match Key::parse(&name) {
            Some(Key::Snapshot(_, stamp)) => Ok(Some(stamp)),
            _ => Ok(None),
        }
    }
}

impl<P: Place> Shelf<P> {
    /// Keeps what is stored at the key. Returns the snapshot's name.
    pub(super) fn keep_stored(
        &self,
        key: &P,
        spared: &[String],
    ) -> Result<Option<String>, SaveError> {
        let Some(text) = self.backend.get(&key.name())? else {
            return Ok(None);
        };
        match stored::read(key.kind(), &text) {
            Reading::Sound(stored) if key.belongs(&stored.document) => {
                self.keep_seen(key, &Seen::new(text, &stored), spared)
            }
            Reading::Newer { .. } => Err(SaveError::NewerVersion),
            Reading::Sound(_) | Reading::Unreadable(_) => Err(SaveError::NotLoaded),
        }
    }

    /// `None` for a kind that has no snapshots.
    pub(super) fn keep_seen(
        &self,
        key: &P,
        seen: &Seen,
        spared: &[String],
    ) -> Result<Option<String>, SaveError> {
        let first = Stamp::new(seen.revision, &seen.saved_at);
        let beside = (1..=9).map(|number| first.beside(number));
        for stamp in std::iter::once(first.clone()).chain(beside) {
            let Some(place) = key.snapshot(stamp) else {
                return Ok(None);
            };
            let name = place.name();
            match self.backend.get(&name)? {
                Some(text) if text == seen.text => return Ok(Some(name)),
                Some(_) => {}
                None => {
                    self.put(&name, &seen.text, spared)?;
                    return Ok(Some(name));
                }
            }
        }
        Err(SaveError::Broken("no free snapshot name".to_owned()))
    }

    pub(super) fn wants_snapshot(&self, key: &P, seen: &Seen, now: &str) -> bool {
        if key.earlier() != Earlier::OfSittings {
            return false;
        }
        let pause = match (minutes(&seen.saved_at), minutes(now)) {
            (Some(then), Some(now)) => (now - then).abs() >= PAUSE_MINUTES,
            _ => true,
        };
        pause || day(&seen.saved_at) != day(now) || seen.version < key.kind().version()
    }

    /// A new document must not start below the versions that are kept of it.
    pub(super) fn highest_snapshot(&self, key: &P) -> Result<u64, Fault> {
        if key.earlier() != Earlier::OfSittings {
            return Ok(0);
        }
        let stamps = self.stamps(key)?;
        Ok(stamps.first().map_or(0, |stamp| stamp.revision))
    }

    /// Newest first.
    pub(super) fn stamps(&self, key: &P) -> Result<Vec<Stamp>, Fault> {
        let mut stamps = Vec::new();
        for name in self.names()? {
            let known = P::parse(&name);
            match known.as_ref().and_then(P::snapshot_of) {
                Some((of, stamp)) if of == *key => {
                    put_in_order(&mut stamps, stamp.clone(), |one, other| one > other);
                }
                _ => {}
            }
        }
        Ok(stamps)
    }

    /// Drops what the rule doesn't keep. A failure leaves a snapshot too many.
    pub(super) fn prune(&self, key: &P, now: &str) {
        if key.earlier() != Earlier::OfSittings {
            return;
        }
        let stamps = self.stamps(key).unwrap_or_default();
        for stamp in superfluous(&stamps, now) {
            if let Some(place) = key.snapshot(stamp.clone()) {
                let _ = self.backend.remove(&place.name());
            }
        }
    }

    /// Gives up one snapshot and returns it, so that it can be put back.
    pub(super) fn give_way(&self, writing: &str, spared: &[String]) -> Option<(String, String)> {
        let names = self.names().ok()?;
        let keys: Vec<_> = names.iter().filter_map(|name| P::parse(name)).collect();
        let stuck = |of: &P| matches!(self.state(of), State::Stuck);
        let there = |of: &P| keys.contains(of) && !stuck(of);
        let damaged = |of: &P| {
            let was = of.origin();
            let mut asides = keys.iter().filter_map(P::as_set_aside);
            asides.any(|(_, origin)| *origin == was) || stuck(of)
        };
        let newest = |of: &P| {
            let all = keys.iter().filter_map(P::snapshot_of);
            all.filter(|(other, _)| other == of)
                .map(|(_, stamp)| stamp)
                .max()
        };
        // Deleted documents' first, then the oldest; a damaged document's last, and not its newest.
        let candidates = keys.iter().filter_map(|key| {
            let (of, stamp) = key.snapshot_of()?;
            let name = key.name();
            if name == writing || spared.contains(&name) {
                return None;
            }
            let rank = match (there(&of), damaged(&of)) {
                (true, _) => 1,
                (false, false) => 0,
                (false, true) if newest(&of) == Some(stamp) => return None,
                (false, true) => 2,
            };
            Some((rank, stamp.at(), stamp.revision, name))
        });
        let (.., name) = candidates.min()?;
        let text = self.backend.get(&name).ok()??;
        self.backend.remove(&name).ok()?;
        match self.backend.get(&name) {
            Ok(None) => Some((name, text)),
            _ => None,
        }
    }
}

/// Of stamps, newest first, those that the rule doesn't keep.
fn superfluous<'a>(stamps: &'a [Stamp], now: &str) -> Vec<&'a Stamp> {
    let today = day(now);
    let (mut kept, mut of_today, mut days) = (0, 0, Vec::new());
    let mut rest = Vec::new();
    for stamp in stamps {
        let day = day(stamp.at());
        let wanted = if day == today {
            of_today += 1;
            of_today <= OF_TODAY
        } else {
            let new = !days.contains(&day);
            days.push(day);
            new
        };
        if wanted && kept < AT_MOST {
            kept += 1;
        } else {
            rest.push(stamp);
        }
    }
    rest
}

fn day(time: &str) -> &str {
    time.get(..10).unwrap_or(time)
}

/// Minutes on the phone's own clock; a change of zone looks like a pause, which is harmless.
fn minutes(time: &str) -> Option<i64> {
    let day: Day = time.get(..10)?.parse().ok()?;
    let hour: i64 = two_digits(time.get(11..13)?)?.into();
    let minute: i64 = two_digits(time.get(14..16)?)?.into();
    Some(i64::from(day.days_since(Day::FIRST)) * 1440 + hour * 60 + minute)
}
