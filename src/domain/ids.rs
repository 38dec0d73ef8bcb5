//! Identifiers. Randomness comes from outside, so the rules stay pure.

use std::fmt;

use crate::json::{Form, InFiles, Misfit, Value};

/// Names a document (a handbook, a pack) across files and machines: 32 lower-case hex digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(String);

impl DocumentId {
    pub fn new(random: [u8; 16]) -> Self {
        Self(random.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// `None` unless the text is 32 lower-case hex digits.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 32 && text.bytes().all(hex)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of what one document says to another: always the same for the same two.
    pub fn with(&self, other: &Self) -> Self {
        let digits = self.0.chars().zip(other.0.chars());
        let digit = |c: char| c.to_digit(16).unwrap_or_default();
        let both = digits.map(|(a, b)| digit(a) ^ digit(b));
        Self(
            both.filter_map(|digit| char::from_digit(digit, 16))
                .collect(),
        )
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl InFiles for DocumentId {
    fn blank() -> Self {
        Self(String::new())
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        *self = value.parsed(Form::DocumentId, Self::parse)?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.as_str())
    }
}

/// Names one item inside a document (a commitment, a standard, a topic): 1 to 40 characters of
/// `a-z 0-9 - _`, unique among its siblings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(String);

impl ItemId {
    pub fn new(random: [u8; 6]) -> Self {
        Self(random.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_'
        };
        ((1..=40).contains(&text.len()) && text.bytes().all(plain)).then(|| Self(text.to_owned()))
    }

    /// For names written in the source, which are plain by reading them.
    pub(super) fn known(text: &'static str) -> Self {
        debug_assert!(Self::parse(text).is_some());
        Self(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl InFiles for ItemId {
    fn blank() -> Self {
        Self(String::new())
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        *self = value.parsed(Form::ItemId, Self::parse)?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.as_str())
    }
}

/// The same for serde, and in the published schemas.
#[cfg(not(target_arch = "wasm32"))]
mod by_serde {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{DocumentId, ItemId};

    macro_rules! as_text {
        ($type:ident, $expected:literal) => {
            impl Serialize for $type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }

            impl<'de> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = String::deserialize(deserializer)?;
                    Self::parse(&text).ok_or_else(|| D::Error::custom($expected))
                }
            }
        };
    }

    as_text!(DocumentId, "expected 32 hex digits");
    as_text!(ItemId, "expected 1 to 40 of a-z 0-9 - _");

    impl JsonSchema for super::DocumentId {
        fn schema_name() -> Cow<'static, str> {
            "DocumentId".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })
        }
    }

    impl JsonSchema for super::ItemId {
        fn schema_name() -> Cow<'static, str> {
            "ItemId".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "pattern": "^[a-z0-9_-]{1,40}$" })
        }
    }
}
