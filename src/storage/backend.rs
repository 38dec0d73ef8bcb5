//! What the shelf needs of a storage: four calls that may each fail. The browser's storage
//! (`local.rs`), memory, and the tests' faulty ones are such backends. A backend moves texts and
//! knows nothing of what they mean.

use std::cell::RefCell;

use crate::domain::Table;

/// Why a call to the storage failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not let this page keep anything (private windows, some webviews).
    Denied,
    /// No room left.
    Full,
    /// Anything else, in the browser's words.
    Broken(String),
}

pub trait Backend {
    /// All names in the storage, foreign ones too.
    fn keys(&self) -> Result<Vec<String>, Fault>;
    fn get(&self, name: &str) -> Result<Option<String>, Fault>;
    /// Replaces the text as a whole or, when it fails, leaves the old one; the shelf checks.
    fn set(&self, name: &str, text: &str) -> Result<(), Fault>;
    /// Removing what is not there is fine.
    fn remove(&self, name: &str) -> Result<(), Fault>;

    /// What an entry takes up, name and text, in UTF-16 code units.
    fn units(&self, name: &str) -> Result<usize, Fault> {
        let text = self.get(name)?.unwrap_or_default();
        Ok(name.encode_utf16().count() + text.encode_utf16().count())
    }
}

/// Keeps nothing beyond the page: for a storage that is denied, for the sample handbook (which must
/// never touch the real one), and for tests.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Table<String, String>>);

impl Backend for Memory {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        Ok(self.0.borrow().get(&name.to_owned()).cloned())
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        self.0.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        self.0.borrow_mut().remove(&name.to_owned());
        Ok(())
    }
}

/// Several shelves on one storage, as several tabs have it.
impl<B: Backend + ?Sized> Backend for std::rc::Rc<B> {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        (**self).keys()
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        (**self).get(name)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        (**self).set(name, text)
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        (**self).remove(name)
    }
}
