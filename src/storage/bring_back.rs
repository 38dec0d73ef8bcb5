//! Putting stored texts back where they were, from a file that was saved when no program ran. They are
//! not looked at here: whoever loads them does that, as warily as ever. A storage is meant as it lies, beneath
//! any lock: a text that is sealed in the file must not be sealed once more.
//!
//! What another lock guards is of no use under this one's, and a lock must not come over what lies here open:
//! nobody might know its code. So then the file is opened first, by its own code ([`unlocked`]).

use std::rc::Rc;

use super::backend::{Backend, Fault, Memory};
use super::keys::{LOCK, LOCK_COPY, PREFIX};
use super::locking::{is_empty, turn_off, unlock};
use super::sealed::{Sealer, is_sealed};
use crate::lock::Random;

/// What became of the texts of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BroughtBack {
    pub written: usize,
    /// They lie here already, to the letter.
    pub same: usize,
    /// Something else lies in their place here, and stays.
    pub differ: usize,
    /// Another lock guards them, or they are that lock; left out.
    pub locked: usize,
}

fn is_of_lock((name, text): &(String, String)) -> bool {
    name.starts_with(LOCK) || is_sealed(text)
}

/// Whether these texts are locked, and not as this storage is: its lock is another, or it has none and is not
/// empty, either.
pub fn is_locked_otherwise(
    backend: &dyn Backend,
    kept: &[(String, String)],
) -> Result<bool, Fault> {
    if !kept.iter().any(is_of_lock) {
        return Ok(false);
    }
    let mut same = false;
    for name in [LOCK, LOCK_COPY] {
        let there = backend.get(name)?;
        let is_it = |(of, text): &(String, String)| of == name && Some(text) == there.as_ref();
        same |= kept.iter().any(is_it);
    }
    Ok(!same && !is_empty(backend)?)
}

/// The texts of a file, without their lock. `None` for another code than theirs.
pub fn unlocked(
    kept: &[(String, String)],
    code: &str,
    random: Rc<Random>,
) -> Option<Vec<(String, String)>> {
    let memory = Memory::default();
    for (name, text) in kept {
        memory.set(name, text).ok()?;
    }
    let key = unlock(&memory, code)?;
    turn_off(&memory, &Sealer::new(key, random)).ok()?;
    let names = memory.keys().ok()?;
    let texts = names.into_iter().filter_map(|name| {
        let text = memory.get(&name).ok()??;
        Some((name, text))
    });
    Some(texts.collect())
}

/// All of them or none: when one can't be written, those before it are taken away again. Nothing that lies
/// here is written over; a name that is not ours is left out, and so is what is locked otherwise.
pub fn bring_back(backend: &dyn Backend, kept: &[(String, String)]) -> Result<BroughtBack, Fault> {
    let mut done = BroughtBack::default();
    let mut written = Vec::new();
    let otherwise = is_locked_otherwise(backend, kept)?;
    for entry in kept {
        let (name, text) = entry;
        if !name.starts_with(PREFIX) {
            continue;
        }
        if otherwise && is_of_lock(entry) {
            done.locked += 1;
            continue;
        }
        let result = backend.get(name).and_then(|here| match here {
            Some(here) if here == *text => {
                done.same += 1;
                Ok(())
            }
            Some(_) => {
                done.differ += 1;
                Ok(())
            }
            None => {
                written.push(name);
                write(backend, name, text)
            }
        });
        if let Err(fault) = result {
            for name in written {
                backend.remove(name)?;
            }
            return Err(fault);
        }
    }
    done.written = written.len();
    Ok(done)
}

/// Believed only when it reads back.
fn write(backend: &dyn Backend, name: &str, text: &str) -> Result<(), Fault> {
    backend.set(name, text)?;
    match backend.get(name)? {
        Some(there) if there == text => Ok(()),
        _ => Err(Fault::Full),
    }
}
