//! Putting stored texts back where they were, from a file that was saved when no program ran. They are
//! not looked at here: whoever loads them does that, as warily as ever. A storage is meant as it lies, beneath
//! any lock: a text that is sealed in the file must not be sealed once more.

use super::backend::{Backend, Fault};
use super::keys::PREFIX;

/// What became of the texts of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BroughtBack {
    pub written: usize,
    /// They lie here already, to the letter.
    pub same: usize,
    /// Something else lies in their place here, and stays.
    pub differ: usize,
}

/// All of them or none: when one can't be written, those before it are taken away again. Nothing that lies
/// here is written over; a name that is not ours is left out.
pub fn bring_back(backend: &dyn Backend, kept: &[(String, String)]) -> Result<BroughtBack, Fault> {
    let mut done = BroughtBack::default();
    let mut written = Vec::new();
    for (name, text) in kept {
        if !name.starts_with(PREFIX) {
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
