//! A JSON value that was read and is not understood yet, or is about to be written.

use super::misfit::{Form, Misfit, Sort, Unfit};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    #[default]
    Null,
    Bool(bool),
    /// As it stands in the text, so that nothing of it is lost.
    Number(String),
    Text(String),
    List(Vec<Value>),
    Object(Object),
}

impl Value {
    pub fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number; `-0` and `1.0` are none.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Number(number) => whole(number),
            _ => None,
        }
    }

    /// A whole number of any size, not below 0.
    pub fn as_count(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.parse().ok(),
            _ => None,
        }
    }

    /// The text, as `parse` understands it.
    pub fn parsed<T>(
        &self,
        form: Form,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Misfit> {
        let text = self.as_text().ok_or(Unfit::Not(Sort::Text))?;
        parse(text).ok_or_else(|| Unfit::Form(form).into())
    }
}

/// The number that a text of JSON is, unless it is decimal or too large.
pub(super) fn whole(number: &str) -> Option<i64> {
    match number.strip_prefix('-') {
        Some("0") => None,
        Some(below) => 0_i64.checked_sub_unsigned(below.parse().ok()?),
        None => 0_i64.checked_add_unsigned(number.parse().ok()?),
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number.to_string())
    }
}

/// The entries of an object, in the order of RFC 8785: that of the keys' UTF-16. Each key is there
/// once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object(Vec<(String, Value)>);

impl Object {
    /// Where the key is, or would be.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.encode_utf16().cmp(key.encode_utf16()))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn contains(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    pub fn get(&self, key: &str) -> Option<&Value> {
        let (_, value) = self.0.get(self.place(key).ok()?)?;
        Some(value)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        let place = self.place(key).ok()?;
        let (_, value) = self.0.get_mut(place)?;
        Some(value)
    }

    /// Adds the entry, or gives a known key another value.
    pub fn insert(&mut self, key: String, value: Value) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }

    pub fn entries(&self) -> &[(String, Value)] {
        &self.0
    }

    pub fn entries_mut(&mut self) -> &mut [(String, Value)] {
        &mut self.0
    }
}

/// For tests, which make and break JSON by serde_json's means.
#[cfg(not(target_arch = "wasm32"))]
mod by_serde {
    use super::{Object, Value};

    impl From<serde_json::Value> for Value {
        fn from(value: serde_json::Value) -> Self {
            match value {
                serde_json::Value::Null => Self::Null,
                serde_json::Value::Bool(on) => Self::Bool(on),
                serde_json::Value::Number(number) => Self::Number(number.to_string()),
                serde_json::Value::String(text) => Self::Text(text),
                serde_json::Value::Array(list) => {
                    Self::List(list.into_iter().map(Self::from).collect())
                }
                serde_json::Value::Object(map) => {
                    let mut object = Object::default();
                    for (key, value) in map {
                        object.insert(key, value.into());
                    }
                    Self::Object(object)
                }
            }
        }
    }
}
