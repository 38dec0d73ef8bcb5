//! From a JSON value to the domain's types, with the place of what does not fit.
//!
//! This is the page's only `Deserializer` for typed data. It differs from serde_json's own in what
//! it says: each refusal is a [`Problem`] that collects its place on the way up. And in what it
//! costs: it asks an object for the fields that a type has and hands them over by number, so that
//! no type needs code to tell names apart; that halves what `Deserialize` adds to the page. It
//! checks types only; [`super::rules`] has the rest.

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde_json::{Map, Value};

use super::problem::{Problem, What, quoted};

/// The value as a `T`. Keys that `T` does not know are ignored.
pub fn from_value<T: DeserializeOwned>(mut value: Value) -> Result<T, Problem> {
    T::deserialize(Node(&mut value))
}

/// A value to take texts out of. Borrowed, so that no step has to drop what is left of it.
struct Node<'v>(&'v mut Value);

const TEXT: What = What::Type("văn bản");
const INTEGER: What = What::Type("số nguyên");
const BOOLEAN: What = What::Type("true hoặc false");
const LIST: What = What::Type("danh sách");
const OBJECT: What = What::Type("nhóm các mục");
const WORD: What = What::Type("một từ trong các từ đã định");

impl<'v> Node<'v> {
    fn integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0.as_i64() {
            Some(integer) => visitor.visit_i64(integer),
            None => Err(INTEGER.into()),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::String(text) => visitor.visit_string(std::mem::take(text)),
            _ => Err(TEXT.into()),
        }
    }

    fn object(self) -> Result<&'v mut Map<String, Value>, Problem> {
        match self.0 {
            Value::Object(object) => Ok(object),
            _ => Err(OBJECT.into()),
        }
    }

    fn fields<'de, V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let fields = Fields {
            object: self.object()?,
            names: names.iter(),
        };
        visitor
            .visit_seq(fields)
            .map_err(|problem| problem.named(names))
    }
}

macro_rules! integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
            self.integer(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = Problem;

    integers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    integers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(*value),
            _ => Err(BOOLEAN.into()),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
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
            Value::Array(list) => visitor.visit_seq(Items(list.iter_mut().enumerate())),
            _ => Err(LIST.into()),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_map(Entries {
            rest: self.object()?.iter_mut(),
            held: None,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.fields(fields, visitor)
    }

    /// A word alone, or one word that holds something.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_enum(word(self.0, words)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    /// No type of ours asks for whatever comes.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Problem> {
        Err(What::Unfit.into())
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items<'v>(std::iter::Enumerate<std::slice::IterMut<'v, Value>>);

impl<'de> SeqAccess<'de> for Items<'_> {
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

/// The fields of a struct, each in its turn; one that is not there is `None`, upon which a derived
/// `Deserialize` takes the default of the field or gives up with its number.
struct Fields<'v> {
    object: &'v mut Map<String, Value>,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        let name = self.names.next().copied().unwrap_or_default();
        match self.object.get_mut(name) {
            None => Ok(None),
            Some(value) => match seed.deserialize(Node(value)) {
                Ok(value) => Ok(Some(value)),
                Err(problem) => Err(problem.under(name)),
            },
        }
    }
}

/// All entries of a map.
struct Entries<'v> {
    rest: serde_json::map::IterMut<'v>,
    /// Between its key and its value.
    held: Option<(&'v String, &'v mut Value)>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(Node(&mut Value::String(key.clone())));
        self.held = Some((key, value));
        read.map(Some).map_err(|problem| problem.under(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let (key, value) = self.held.take().ok_or(What::Unfit)?;
        seed.deserialize(Node(value))
            .map_err(|problem| problem.under(key))
    }
}

/// A field or a word of an enum, by its number among those that the type names.
struct Number(usize);

impl<'de> Deserializer<'de> for Number {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_u64(self.0 as u64)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

/// One of the words of an enum, and what it holds.
struct Word<'v> {
    number: usize,
    word: &'static str,
    content: Option<&'v mut Value>,
}

fn word<'v>(value: &'v mut Value, words: &'static [&'static str]) -> Result<Word<'v>, Problem> {
    let (found, content) = match value {
        Value::String(word) => (&*word, None),
        Value::Object(object) if object.len() == 1 => match object.iter_mut().next() {
            Some((word, content)) => (word, Some(content)),
            None => return Err(WORD.into()),
        },
        _ => return Err(WORD.into()),
    };
    let mut known = words.iter().enumerate();
    match known.find(|(_, word)| *word == found) {
        Some((number, word)) => Ok(Word {
            number,
            word,
            content,
        }),
        None => Err(What::UnknownWord(quoted(found)).into()),
    }
}

impl<'de> EnumAccess<'de> for Word<'_> {
    type Error = Problem;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Problem> {
        Ok((seed.deserialize(Number(self.number))?, self))
    }
}

impl<'v> Word<'v> {
    fn content(self) -> Result<Node<'v>, Problem> {
        match self.content {
            Some(content) => Ok(Node(content)),
            None => Err(What::Missing.at(self.word)),
        }
    }
}

impl<'de> VariantAccess<'de> for Word<'_> {
    type Error = Problem;

    fn unit_variant(self) -> Result<(), Problem> {
        match self.content {
            None | Some(Value::Null) => Ok(()),
            Some(_) => Err(What::Unfit.at(self.word)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Problem> {
        let word = self.word;
        seed.deserialize(self.content()?)
            .map_err(|problem| problem.under(word))
    }

    /// No type of ours has such a word.
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Problem> {
        Err(What::Unfit.at(self.word))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let word = self.word;
        self.content()?
            .fields(fields, visitor)
            .map_err(|problem| problem.under(word))
    }
}
