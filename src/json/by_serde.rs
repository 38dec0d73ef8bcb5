//! How serde reads a value into one of our types, with the place of what does not fit.
//!
//! Natively only: serde's derives read the same attributes as `#[in_files]` and are the definition of
//! the format, so the tests hold the page's own reader to this one, value by value and refusal by
//! refusal.

use std::fmt;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::misfit::{Form, Misfit, Sort, Unfit, quoted};
use super::value::{Object, Value};

/// The value as a `T`. Keys that `T` does not know are ignored.
pub fn read_by_serde<T: DeserializeOwned>(mut value: Value) -> Result<T, Misfit> {
    T::deserialize(Node(&mut value)).map_err(|refusal| match refusal {
        Refusal::Misfit(misfit) => misfit,
        Refusal::MissingNumber(_) => Unfit::Missing.into(),
    })
}

/// Why serde refuses, on its way up.
#[derive(Debug)]
enum Refusal {
    Misfit(Misfit),
    /// A field is missing, of which only the number is known yet.
    MissingNumber(usize),
}

impl Refusal {
    fn under(self, key: &str) -> Self {
        match self {
            Self::Misfit(misfit) => Self::Misfit(misfit.under(key)),
            missing => missing,
        }
    }

    fn in_list(self, index: usize) -> Self {
        self.under(&format!("[{index}]"))
    }

    /// A field that is missing gets its name.
    fn named(self, names: &[&str]) -> Self {
        match self {
            Self::MissingNumber(number) => {
                let name = names.get(number).copied().unwrap_or_default();
                Self::from(Unfit::Missing).under(name)
            }
            misfit => misfit,
        }
    }
}

impl From<Unfit> for Refusal {
    fn from(what: Unfit) -> Self {
        Self::Misfit(what.into())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Refusal {}

/// What the types' own `Deserialize` says when a value does not fit.
impl de::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        match message.to_string().as_str() {
            "expected a day, yyyy-mm-dd" => Unfit::Form(Form::Day),
            "expected a month, yyyy-mm" => Unfit::Form(Form::Month),
            "expected 32 hex digits" => Unfit::Form(Form::DocumentId),
            "expected 1 to 40 of a-z 0-9 - _" => Unfit::Form(Form::ItemId),
            _ => Unfit::Unfit,
        }
        .into()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Unfit::Unfit.into()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Unfit::Range.into()
    }

    fn invalid_length(number: usize, _: &dyn de::Expected) -> Self {
        Self::MissingNumber(number)
    }
}

/// A value to take texts out of. Borrowed, so that no step has to drop what is left of it.
struct Node<'v>(&'v mut Value);

impl<'v> Node<'v> {
    fn integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0.as_integer() {
            Some(integer) => visitor.visit_i64(integer),
            None => Err(Unfit::Not(Sort::Integer).into()),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Text(text) => visitor.visit_string(std::mem::take(text)),
            _ => Err(Unfit::Not(Sort::Text).into()),
        }
    }

    fn object(self) -> Result<&'v mut Object, Refusal> {
        match self.0 {
            Value::Object(object) => Ok(object),
            _ => Err(Unfit::Not(Sort::Object).into()),
        }
    }

    fn fields<'de, V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let fields = Fields {
            object: self.object()?,
            names: names.iter(),
        };
        visitor
            .visit_seq(fields)
            .map_err(|refusal| refusal.named(names))
    }
}

macro_rules! integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
            self.integer(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = Refusal;

    integers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    integers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(*value),
            _ => Err(Unfit::Not(Sort::Bool).into()),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::List(list) => visitor.visit_seq(Items(list.iter_mut().enumerate())),
            _ => Err(Unfit::Not(Sort::List).into()),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_map(Entries {
            rest: self.object()?.entries_mut().iter_mut(),
            held: None,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        self.fields(fields, visitor)
    }

    /// A word alone, or one word that holds something.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_enum(word(self.0, words)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_unit()
    }

    /// No type of ours asks for whatever comes.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Refusal> {
        Err(Unfit::Unfit.into())
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items<'v>(std::iter::Enumerate<std::slice::IterMut<'v, Value>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refusal> {
        match self.0.next() {
            None => Ok(None),
            Some((index, item)) => match seed.deserialize(Node(item)) {
                Ok(value) => Ok(Some(value)),
                Err(refusal) => Err(refusal.in_list(index)),
            },
        }
    }
}

/// The fields of a struct, each in its turn; one that is not there is `None`, upon which a derived
/// `Deserialize` takes the default of the field or gives up with its number.
struct Fields<'v> {
    object: &'v mut Object,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refusal> {
        let name = self.names.next().copied().unwrap_or_default();
        match self.object.get_mut(name) {
            None => Ok(None),
            Some(value) => match seed.deserialize(Node(value)) {
                Ok(value) => Ok(Some(value)),
                Err(refusal) => Err(refusal.under(name)),
            },
        }
    }
}

/// All entries of a map.
struct Entries<'v> {
    rest: std::slice::IterMut<'v, (String, Value)>,
    /// Between its key and its value.
    held: Option<(&'v String, &'v mut Value)>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Refusal> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(Node(&mut Value::Text(key.clone())));
        self.held = Some((key, value));
        read.map(Some).map_err(|refusal| refusal.under(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let (key, value) = self.held.take().ok_or(Unfit::Unfit)?;
        seed.deserialize(Node(value))
            .map_err(|refusal| refusal.under(key))
    }
}

/// A field or a word of an enum, by its number among those that the type names.
struct Number(usize);

impl<'de> Deserializer<'de> for Number {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
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

fn word<'v>(value: &'v mut Value, words: &'static [&'static str]) -> Result<Word<'v>, Refusal> {
    let (found, content) = match value {
        Value::Text(word) => (&*word, None),
        Value::Object(object) => match object.entries_mut() {
            [(word, content)] => (&*word, Some(content)),
            _ => return Err(Unfit::Not(Sort::Word).into()),
        },
        _ => return Err(Unfit::Not(Sort::Word).into()),
    };
    let mut known = words.iter().enumerate();
    match known.find(|(_, word)| *word == found) {
        Some((number, word)) => Ok(Word {
            number,
            word,
            content,
        }),
        None => Err(Unfit::UnknownWord(quoted(found)).into()),
    }
}

impl<'de> EnumAccess<'de> for Word<'_> {
    type Error = Refusal;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Refusal> {
        Ok((seed.deserialize(Number(self.number))?, self))
    }
}

impl<'v> Word<'v> {
    fn content(self) -> Result<Node<'v>, Refusal> {
        match self.content {
            Some(content) => Ok(Node(content)),
            None => Err(Refusal::from(Unfit::Missing).under(self.word)),
        }
    }
}

impl<'de> VariantAccess<'de> for Word<'_> {
    type Error = Refusal;

    fn unit_variant(self) -> Result<(), Refusal> {
        match self.content {
            None | Some(Value::Null) => Ok(()),
            Some(_) => Err(Refusal::from(Unfit::Unfit).under(self.word)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refusal> {
        let word = self.word;
        seed.deserialize(self.content()?)
            .map_err(|refusal| refusal.under(word))
    }

    /// No type of ours has such a word.
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Refusal> {
        Err(Refusal::from(Unfit::Unfit).under(self.word))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let word = self.word;
        self.content()?
            .fields(fields, visitor)
            .map_err(|refusal| refusal.under(word))
    }
}
