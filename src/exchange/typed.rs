//! From a JSON value to the domain's types, with the place of what does not fit.
//!
//! This is the page's only `Deserializer` for typed data. It differs from serde_json's own in what
//! it says: each refusal is a [`Problem`] that collects its place on the way up. It checks types
//! only; [`super::rules`] has the rest.

use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Value};

use super::problem::{Problem, What};

/// The value as a `T`. Keys that `T` does not know are ignored.
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    T::deserialize(Node(value))
}

struct Node(Value);

const TEXT: What = What::Type("văn bản");
const INTEGER: What = What::Type("số nguyên");
const BOOLEAN: What = What::Type("true hoặc false");
const LIST: What = What::Type("danh sách");
const OBJECT: What = What::Type("nhóm các mục");
const WORD: What = What::Type("một từ trong các từ đã định");

impl Node {
    fn integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0.as_i64() {
            Some(integer) => visitor.visit_i64(integer),
            None => Err(INTEGER.into()),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            _ => Err(TEXT.into()),
        }
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Object(object) => visitor.visit_map(Entries::new(object)),
            _ => Err(OBJECT.into()),
        }
    }
}

macro_rules! integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
            self.integer(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Node {
    type Error = Problem;

    integers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    integers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(value),
            _ => Err(BOOLEAN.into()),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.text(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(Items(list.into_iter().enumerate())),
            _ => Err(LIST.into()),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.object(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.object(visitor)
    }

    /// A word alone, or one word that holds something.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match self.0 {
            Value::String(word) => visitor.visit_enum(Word(word, None)),
            Value::Object(object) if object.len() == 1 => match object.into_iter().next() {
                Some((word, content)) => visitor.visit_enum(Word(word, Some(content))),
                None => Err(WORD.into()),
            },
            _ => Err(WORD.into()),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    /// No type of ours asks for whatever comes.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Problem> {
        Err(What::Unfit.into())
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

struct Items(std::iter::Enumerate<std::vec::IntoIter<Value>>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        match self.0.next() {
            None => Ok(None),
            Some((index, item)) => match seed.deserialize(Node(item)) {
                Ok(value) => Ok(Some(value)),
                Err(problem) => Err(problem.in_list(index)),
            },
        }
    }
}

struct Entries {
    rest: serde_json::map::IntoIter,
    /// Between its key and its value.
    held: Option<(String, Value)>,
}

impl Entries {
    fn new(object: Map<String, Value>) -> Self {
        Self {
            rest: object.into_iter(),
            held: None,
        }
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(Node(Value::String(key.clone())));
        let read = read.map_err(|problem| problem.under(&key));
        self.held = Some((key, value));
        read.map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let (key, value) = self.held.take().ok_or(What::Unfit)?;
        seed.deserialize(Node(value))
            .map_err(|problem| problem.under(&key))
    }
}

struct Word(String, Option<Value>);

impl<'de> EnumAccess<'de> for Word {
    type Error = Problem;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Content), Problem> {
        let name: StringDeserializer<Problem> = self.0.clone().into_deserializer();
        let variant = seed.deserialize(name)?;
        let content = Content {
            word: self.0,
            value: self.1,
        };
        Ok((variant, content))
    }
}

/// What a word of an enum holds.
struct Content {
    word: String,
    value: Option<Value>,
}

impl<'de> VariantAccess<'de> for Content {
    type Error = Problem;

    fn unit_variant(self) -> Result<(), Problem> {
        match self.value {
            None | Some(Value::Null) => Ok(()),
            Some(_) => Err(What::Unfit.at(&self.word)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Problem> {
        let value = self.value.ok_or_else(|| What::Missing.at(&self.word))?;
        seed.deserialize(Node(value))
            .map_err(|problem| problem.under(&self.word))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Problem> {
        Err(What::Unfit.at(&self.word))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let value = self.value.ok_or_else(|| What::Missing.at(&self.word))?;
        Node(value)
            .object(visitor)
            .map_err(|problem| problem.under(&self.word))
    }
}
