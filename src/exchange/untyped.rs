//! From the domain's types to a JSON value: the page's only `Serializer` of typed data.
//!
//! It knows what our types are made of and no more: text, integers, true and false, lists, objects
//! with text as keys, words of an enum. serde_json's own knows everything and costs the page half
//! as much again. A type made of something else could go into no file either, and the tests write
//! every type that does.

use std::fmt;

use serde::ser::{self, Impossible, Serialize, Serializer};
use serde_json::{Map, Value};

/// One of our types as JSON. Cannot fail: what the writer below refuses (floats, bytes, keys that are
/// not text) occurs in none of them, and a property test writes arbitrary handbooks.
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Value {
    value
        .serialize(Plain)
        .expect("text, integers, lists and objects")
}

struct Plain;

/// Something that no type of ours is made of.
#[derive(Debug)]
struct Unknown;

impl fmt::Display for Unknown {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unknown {}

impl ser::Error for Unknown {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<Value, Unknown>;

/// `{word: content}`
fn held(word: &str, content: Value) -> Value {
    let mut object = Map::new();
    object.insert(word.to_owned(), content);
    Value::Object(object)
}

macro_rules! leaves {
    ($($method:ident: $type:ty)*) => {
        $(fn $method(self, value: $type) -> Written {
            Ok(Value::from(value))
        })*
    };
}

macro_rules! unknown {
    ($($method:ident($($type:ty),*))*) => {
        $(fn $method(self, $(_: $type),*) -> Written {
            Err(Unknown)
        })*
    };
}

impl Serializer for Plain {
    type Ok = Value;
    type Error = Unknown;
    type SerializeSeq = List;
    type SerializeTuple = Impossible<Value, Unknown>;
    type SerializeTupleStruct = Impossible<Value, Unknown>;
    type SerializeTupleVariant = Impossible<Value, Unknown>;
    type SerializeMap = Object;
    type SerializeStruct = Object;
    type SerializeStructVariant = Object;

    leaves!(serialize_bool: bool serialize_str: &str);
    leaves!(serialize_i8: i8 serialize_i16: i16 serialize_i32: i32 serialize_i64: i64);
    leaves!(serialize_u8: u8 serialize_u16: u16 serialize_u32: u32 serialize_u64: u64);
    unknown!(serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8]));
    unknown!(serialize_unit() serialize_unit_struct(&'static str));

    fn serialize_none(self) -> Written {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Written {
        Ok(Value::from(word))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        value: &T,
    ) -> Written {
        Ok(held(word, value.serialize(self)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Unknown> {
        Ok(List(Vec::new()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object, Unknown> {
        Ok(Object::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object, Unknown> {
        Ok(Object::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: usize,
    ) -> Result<Object, Unknown> {
        Ok(Object {
            word: Some(word),
            ..Object::default()
        })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unknown> {
        Err(Unknown)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unknown> {
        Err(Unknown)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unknown> {
        Err(Unknown)
    }
}

struct List(Vec<Value>);

impl ser::SerializeSeq for List {
    type Ok = Value;
    type Error = Unknown;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        self.0.push(value.serialize(Plain)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(Value::Array(self.0))
    }
}

#[derive(Default)]
struct Object {
    entries: Map<String, Value>,
    /// Of a map, between its key and its value.
    key: String,
    /// Of an enum, around it all.
    word: Option<&'static str>,
}

impl Object {
    fn put(&mut self, key: String, written: Written) -> Result<(), Unknown> {
        self.entries.insert(key, written?);
        Ok(())
    }

    fn finish(self) -> Written {
        let object = Value::Object(self.entries);
        Ok(match self.word {
            Some(word) => held(word, object),
            None => object,
        })
    }
}

impl ser::SerializeMap for Object {
    type Ok = Value;
    type Error = Unknown;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unknown> {
        match key.serialize(Plain)? {
            Value::String(key) => {
                self.key = key;
                Ok(())
            }
            _ => Err(Unknown),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        let key = std::mem::take(&mut self.key);
        self.put(key, value.serialize(Plain))
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeStruct for Object {
    type Ok = Value;
    type Error = Unknown;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unknown> {
        self.put(key.to_owned(), value.serialize(Plain))
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeStructVariant for Object {
    type Ok = Value;
    type Error = Unknown;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unknown> {
        self.put(key.to_owned(), value.serialize(Plain))
    }

    fn end(self) -> Written {
        self.finish()
    }
}
