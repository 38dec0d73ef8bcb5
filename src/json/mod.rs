//! JSON: its text, its values, and how a type of ours stands in one.
//!
//! Every type that is stored or handed on says `#[in_files]`, and with it how it is written, in the
//! words of serde: its `#[serde(…)]` attributes are the definition. Natively serde itself is derived
//! from them too, for the published schemas and as what this room is tested against. What reads and
//! writes, on the page and natively, is this room: a type brings a table of its fields and words
//! ([`Record`]), and one reader and one writer go by the tables. serde's own would be compiled in anew
//! for every type, an eighth of a first visit.
//!
//! This room knows nothing of the handbook, of files and of the storage.

#[cfg(not(target_arch = "wasm32"))]
mod by_serde;
mod leaves;
mod misfit;
mod read;
mod record;
mod value;
mod write;

#[cfg(not(target_arch = "wasm32"))]
pub use by_serde::read_by_serde;
pub use leaves::{Entries, read_entries, write_entries};
pub use misfit::{Form, Misfit, Sort, Unfit, quoted, step};
pub use read::{Limits, read, read_first};
pub use record::{Field, Holds, Record, Skip, Word, read_record, write_record};
pub use value::{Object, Value};
pub use write::{canonical, pretty_object};

/// A type that can stand in a file or in the storage.
pub trait InFiles {
    /// What stands in its place until it is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// Becomes what the value says, and may take its texts out of it. On a misfit it is left half read.
    fn read(&mut self, value: &mut Value) -> Result<(), Misfit>;

    fn write(&self) -> Value;
}

/// The value as a `T`. Keys that `T` does not know are ignored.
pub fn from_value<T: InFiles>(mut value: Value) -> Result<T, Misfit> {
    let mut typed = T::blank();
    typed.read(&mut value)?;
    Ok(typed)
}

/// One of our types as JSON.
pub fn to_value<T: InFiles + ?Sized>(typed: &T) -> Value {
    typed.write()
}
