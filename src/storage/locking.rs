//! Turning the lock on and off, changing the code, unlocking. Everything here works on the storage itself,
//! under the seal.
//!
//! The record is there twice, so that no damage to one shuts everybody out, and it is there before the
//! first text is sealed and until the last one is open again. So whatever happens in between, the code
//! reads everything; and the next unlocking finishes what was begun.

use super::backend::{Backend, Fault};
use super::keys::{Key, LOCK, LOCK_BESIDE, LOCK_COPY};
use super::place::Place;
use super::sealed::{Sealer, is_guarded, is_sealed};
use super::settings::Settings;
use super::stored::Reading;
use super::{lean, stored};
use crate::json::{Value, canonical, read};
use crate::lock::{Away, DataKey, Lock};

/// Why a lock was not turned on or off, or a code not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// Nothing has changed.
    Undone(Fault),
    /// The storage failed on the way back, too: the lock is on, some texts are not sealed yet. The next
    /// unlocking goes on with them.
    Half(Fault),
    /// The device could not make a key of the code.
    NoKey,
}

/// The record of a storage that is locked. `Ok(None)`: it is not. `Err(None)`: it is, and no copy of the
/// record can be read. Half a record over nothing that is sealed is none: turning on ended with it.
pub fn lock_of(storage: &dyn Backend) -> Result<Option<Lock>, Option<Fault>> {
    let mut damaged = false;
    for name in [LOCK, LOCK_COPY] {
        match storage.get(name).map_err(Some)? {
            None => {}
            Some(text) => match Lock::parse(&text) {
                Some(lock) => return Ok(Some(lock)),
                None => damaged = true,
            },
        }
    }
    let texts = if damaged {
        guarded(storage)?
    } else {
        Vec::new()
    };
    match texts.iter().any(|(_, text)| is_sealed(text)) {
        true => Err(None),
        false => Ok(None),
    }
}

/// Every record that lies there, once: while a code is being changed they may be two, and trying a code takes
/// long.
fn locks(storage: &dyn Backend) -> impl Iterator<Item = Lock> {
    let [first, copy] = [LOCK, LOCK_COPY].map(|name| storage.get(name).ok().flatten());
    let copy = copy.filter(|copy| Some(copy) != first.as_ref());
    let texts = first.into_iter().chain(copy);
    texts.filter_map(|text| Lock::parse(&text))
}

/// Whether nothing lies here that a lock guards, and no lock.
pub(super) fn is_empty(storage: &dyn Backend) -> Result<bool, Fault> {
    let lock = storage.get(LOCK)?.or(storage.get(LOCK_COPY)?);
    Ok(lock.is_none() && guarded(storage)?.is_empty())
}

/// The data key, by the code; `None` when no record opens with it.
pub fn unlock(storage: &dyn Backend, code: &str) -> Option<DataKey> {
    locks(storage).find_map(|lock| lock.open(code))
}

/// Whether it is the key to this storage: a sealed text opens with it.
pub fn opens(storage: &dyn Backend, sealer: &Sealer) -> bool {
    let texts = guarded(storage).unwrap_or_default();
    let mut sealed = texts.iter().filter(|(_, text)| is_sealed(text));
    sealed.any(|(name, text)| sealer.open(name, text).is_some())
}

/// Text size and theme, which are not sealed. Nothing is opened or moved for it.
pub fn looks(storage: &dyn Backend) -> Settings {
    let text = storage.get(&Key::SETTINGS.name()).ok().flatten();
    match text.map(|text| stored::read(Key::SETTINGS.kind(), &text)) {
        Some(Reading::Sound(stored)) => stored::typed(stored.document).unwrap_or_default(),
        _ => Settings::default(),
    }
}

/// Seals everything. `Ok` only when all of it is sealed and reads back.
pub fn turn_on(storage: &dyn Backend, sealer: &Sealer, lock: &Lock) -> Result<(), NotDone> {
    let undone = |fault| match remove_record(storage) {
        Ok(()) => NotDone::Undone(fault),
        Err(_) => NotDone::Half(fault),
    };
    write_record(storage, lock).map_err(undone)?;
    seal_all(storage, sealer).map_err(|fault| match open_all(storage, sealer) {
        Ok(()) => undone(fault),
        Err(_) => NotDone::Half(fault),
    })
}

/// Opens everything. `Ok` only when nothing is sealed and no record is left.
pub fn turn_off(storage: &dyn Backend, sealer: &Sealer) -> Result<(), NotDone> {
    let lock = lock_of(storage).ok().flatten();
    let back = |fault| {
        let record = lock
            .as_ref()
            .map_or(Ok(()), |lock| write_record(storage, lock));
        match record.and_then(|()| seal_all(storage, sealer)) {
            Ok(()) => NotDone::Undone(fault),
            Err(_) => NotDone::Half(fault),
        }
    };
    open_all(storage, sealer)
        .and_then(|()| remove_record(storage))
        .map_err(back)
}

/// The same key behind another code, or another time of locking.
pub fn change(storage: &dyn Backend, lock: &Lock) -> Result<(), NotDone> {
    let before = lock_of(storage).ok().flatten();
    write_record(storage, lock).map_err(|fault| {
        let back = before.map_or(Err(Fault::Denied), |before| write_record(storage, &before));
        match back {
            Ok(()) => NotDone::Undone(fault),
            Err(_) => NotDone::Half(fault),
        }
    })
}

/// Brings an unlocked storage in order, before anything of it is opened. An error: what an interruption left
/// beside its place could not be put there, so that nothing may be opened yet. What is not sealed yet,
/// or a copy of the record that is gone, is tried again at the next unlocking.
pub fn finish(storage: &dyn Backend, sealer: &Sealer, code: Option<&str>) -> Result<(), Fault> {
    mend(storage, sealer)?;
    let [first, copy] = [LOCK, LOCK_COPY].map(|name| storage.get(name).ok().flatten());
    let opens = |lock: &Lock| code.is_some_and(|code| lock.open(code).is_some());
    if first != copy
        && let Some(lock) = locks(storage).find(opens)
    {
        let _ = write_record(storage, &lock);
    }
    let _ = seal_all(storage, sealer);
    Ok(())
}

/// When the page is to lock itself, which no code is needed for.
pub fn away(storage: &dyn Backend) -> Away {
    locks(storage)
        .next()
        .map(|lock| lock.away)
        .unwrap_or_default()
}

fn write_record(storage: &dyn Backend, lock: &Lock) -> Result<(), Fault> {
    let text = lock.text();
    let reads = |name| {
        storage
            .get(name)
            .ok()
            .flatten()
            .is_some_and(|text| Lock::parse(&text).is_some())
    };
    // One after the other, and first the one that does not read: a write that tears leaves the other whole.
    let order = if reads(LOCK) || !reads(LOCK_COPY) {
        [LOCK_COPY, LOCK]
    } else {
        [LOCK, LOCK_COPY]
    };
    for name in order {
        if storage.get(name)?.is_none_or(|there| there != text) {
            write(storage, name, &text)?;
        }
    }
    Ok(())
}

fn remove_record(storage: &dyn Backend) -> Result<(), Fault> {
    for name in [LOCK, LOCK_COPY] {
        remove(storage, name)?;
    }
    Ok(())
}

fn seal_all(storage: &dyn Backend, sealer: &Sealer) -> Result<(), Fault> {
    mend(storage, sealer)?;
    for (name, text) in guarded(storage)? {
        if !is_sealed(&text) {
            replace(storage, &name, &text, &sealer.seal(&name, &text))?;
        }
    }
    Ok(())
}

/// What does not open stays as it is: nobody can read it any more, and it is not ours to throw away.
fn open_all(storage: &dyn Backend, sealer: &Sealer) -> Result<(), Fault> {
    mend(storage, sealer)?;
    for (name, text) in guarded(storage)? {
        if let Some(open) = sealer.open(&name, &text) {
            replace(storage, &name, &text, &open)?;
        }
    }
    Ok(())
}

fn guarded(storage: &dyn Backend) -> Result<Vec<(String, String)>, Fault> {
    let mut texts = Vec::new();
    for name in storage.keys()? {
        if is_guarded(&name)
            && let Some(text) = storage.get(&name)?
        {
            texts.push((name, text));
        }
    }
    Ok(texts)
}

/// Puts a text in another's place. A write that tears, and a phone that goes off with it, would leave
/// neither: so both lie beside until the new one reads back from its place.
fn replace(storage: &dyn Backend, name: &str, old: &str, new: &str) -> Result<(), Fault> {
    let beside = [name, old, new].map(|text| text.into());
    write(
        storage,
        LOCK_BESIDE,
        &canonical(&Value::List(beside.into())),
    )?;
    write(storage, name, new)?;
    remove(storage, LOCK_BESIDE)
}

/// Finishes a replacement that was interrupted, where what lies in the place is no whole text.
fn mend(storage: &dyn Backend, sealer: &Sealer) -> Result<(), Fault> {
    let Some(beside) = storage.get(LOCK_BESIDE)? else {
        return Ok(());
    };
    // Half of it is none: then the place was not touched.
    if let Ok(Value::List(texts)) = read(&beside)
        && let [name, old, new] = texts.as_slice()
        && let (Some(name), Some(old), Some(new)) = (name.as_text(), old.as_text(), new.as_text())
        && is_guarded(name)
        // What is not there was deleted since, and stays so: no torn write leaves nothing at all.
        && let Some(here) = storage.get(name)?
        && here != old
        && here != new
        && !is_whole(sealer, name, &here)
    {
        write(storage, name, new)?;
    }
    remove(storage, LOCK_BESIDE)
}

/// Written since, by somebody who knew what he did.
fn is_whole(sealer: &Sealer, name: &str, text: &str) -> bool {
    sealer.open(name, text).is_some()
        || stored::is_whole(text)
        || lean::expand(text).is_some_and(|text| stored::is_whole(&text))
}

/// Believed only when it reads back; else the old text is put back as far as the storage lets us.
fn write(storage: &dyn Backend, name: &str, text: &str) -> Result<(), Fault> {
    let old = storage.get(name)?;
    let result = storage.set(name, text);
    match storage.get(name) {
        Ok(Some(there)) if there == text => return Ok(()),
        _ => {}
    }
    match old {
        Some(old) => storage.set(name, &old)?,
        None => storage.remove(name)?,
    }
    result.and(Err(Fault::Full))
}

fn remove(storage: &dyn Backend, name: &str) -> Result<(), Fault> {
    storage.remove(name)?;
    match storage.get(name)? {
        None => Ok(()),
        Some(_) => Err(Fault::Broken(String::new())),
    }
}
