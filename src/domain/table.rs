//! A map in the order of its keys, as one sorted list.
//!
//! What is kept by month or by id is a dozen entries, for which the standard library's tree would
//! cost the page some 8 KB of code for each type of value, and another 3 KB wherever one is
//! collected. This says the same in a few lines; in files the two are alike.

use crate::json::{Entries, InFiles, Misfit, Value, read_entries, write_entries};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Table<K, V> {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The entry with the highest key.
    pub fn last_mut(&mut self) -> Option<(&K, &mut V)> {
        self.0.last_mut().map(|(key, value)| (&*key, value))
    }

    pub fn retain(&mut self, keep: impl Fn(&V) -> bool) {
        self.0.retain(|(_, value)| keep(value));
    }
}

impl<K: Ord, V> Table<K, V> {
    /// Where the key is, or would be. From the end, since entries mostly come in order.
    fn place(&self, key: &K) -> Result<usize, usize> {
        for (index, (known, _)) in self.0.iter().enumerate().rev() {
            match known.cmp(key) {
                std::cmp::Ordering::Less => return Err(index + 1),
                std::cmp::Ordering::Equal => return Ok(index),
                std::cmp::Ordering::Greater => {}
            }
        }
        Err(0)
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        let index = self.place(key).ok()?;
        self.0.get(index).map(|(_, value)| value)
    }

    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Adds the entry, or gives a known key another value.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(index) => self.0[index].1 = value,
            Err(index) => self.0.insert(index, (key, value)),
        }
    }

    pub fn get_or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        let index = match self.place(&key) {
            Ok(index) => index,
            Err(index) => {
                self.0.insert(index, (key, value()));
                index
            }
        };
        &mut self.0[index].1
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        let index = self.place(key).ok()?;
        Some(self.0.remove(index).1)
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Table<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut table = Self::new();
        table.extend(entries);
        table
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Table<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: InFiles + Ord, V: InFiles> Entries for Table<K, V> {
    fn clear(&mut self) {
        self.clear();
    }

    fn add(&mut self, key: &mut Value, value: &mut Value) -> Result<(), Misfit> {
        let mut entry = (K::blank(), V::blank());
        entry.0.read(key)?;
        entry.1.read(value)?;
        self.insert(entry.0, entry.1);
        Ok(())
    }

    fn entry(&self, index: usize) -> Option<(&dyn InFiles, &dyn InFiles)> {
        let (key, value) = self.0.get(index)?;
        Some((key, value))
    }
}

impl<K: InFiles + Ord, V: InFiles> InFiles for Table<K, V> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        read_entries(self, value)
    }

    fn write(&self) -> Value {
        write_entries(self)
    }
}

/// The same for serde, and in the published schemas.
#[cfg(not(target_arch = "wasm32"))]
mod by_serde {
    use std::borrow::Cow;
    use std::collections::BTreeMap;
    use std::fmt;
    use std::marker::PhantomData;

    use schemars::{JsonSchema, Schema, SchemaGenerator};
    use serde::de::{MapAccess, Visitor};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Table;

    impl<K: Serialize, V: Serialize> Serialize for Table<K, V> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.iter())
        }
    }

    impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Table<K, V> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Entries(PhantomData))
        }
    }

    struct Entries<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Entries<K, V> {
        type Value = Table<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<K, V>, A::Error> {
            let mut table = Table::new();
            while let Some((key, value)) = map.next_entry()? {
                table.insert(key, value);
            }
            Ok(table)
        }
    }

    impl<K: JsonSchema, V: JsonSchema> JsonSchema for Table<K, V> {
        fn inline_schema() -> bool {
            BTreeMap::<K, V>::inline_schema()
        }

        fn schema_name() -> Cow<'static, str> {
            BTreeMap::<K, V>::schema_name()
        }

        fn schema_id() -> Cow<'static, str> {
            BTreeMap::<K, V>::schema_id()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            BTreeMap::<K, V>::json_schema(generator)
        }
    }
}
