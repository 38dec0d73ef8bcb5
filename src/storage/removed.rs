//! Several texts taken off the device at once, and put back as they were: all of them, or none.

use super::place::Place;
use super::shelf::{Load, Shelf, State};
use super::trouble::SaveError;

/// Texts that were taken away, to be put back.
#[derive(Clone, Debug, Default)]
pub struct Removed(Vec<(String, String)>);

impl<P: Place> Shelf<P> {
    pub(super) fn remove_all(&self, is_one: impl Fn(&P) -> bool) -> Result<Removed, SaveError> {
        let mut removed = Removed::default();
        for name in self.names()? {
            if !P::parse(&name).as_ref().is_some_and(&is_one) {
                continue;
            }
            if let Some(text) = self.backend.get(&name)? {
                removed.0.push((name, text));
            }
        }
        for (name, _) in &removed.0 {
            let gone = self
                .backend
                .remove(name)
                .and_then(|()| self.read_back(name));
            let error = match gone {
                Ok(None) => continue,
                Ok(Some(_)) => SaveError::Lost,
                Err(fault) => fault.into(),
            };
            for (name, text) in &removed.0 {
                self.put_back(name, Some(text));
            }
            return Err(error);
        }
        for (name, _) in &removed.0 {
            if let Some(key) = P::parse(name) {
                self.hold(&key, State::Absent);
            }
        }
        Ok(removed)
    }

    /// Puts the texts back as they were: all of them, or nothing.
    pub fn put_removed(&self, removed: &Removed) -> Result<(), SaveError> {
        let keys = removed.0.iter().filter_map(|(name, text)| {
            let key = P::parse(name)?;
            Some((key, text))
        });
        let works: Vec<_> = keys.collect();
        self.all_or_none(&works, |(key, text)| {
            let name = key.name();
            if self.backend.get(&name)?.is_some() {
                return Err(SaveError::ChangedElsewhere);
            }
            self.put(&name, text, &[])?;
            if let Ok(Load::Loaded(seen, _)) = self.load(key, Some) {
                self.hold(key, State::Seen(seen));
            }
            Ok(())
        })?;
        Ok(())
    }
}
