//! Structs and enums in JSON, by the tables that `#[in_files]` makes: one reader and one writer for
//! all of them.

use super::misfit::{Misfit, Sort, Unfit, quoted};
use super::value::{Object, Value};
use super::{InFiles, to_value};

/// A struct or an enum. A struct is seen as an enum of one word, which isn't written.
pub trait Record {
    fn words(&self) -> &'static [Word];

    /// Which of them it is.
    fn word(&self) -> usize;

    /// Becomes that word, with what is in it left blank.
    fn become_word(&mut self, word: usize);

    /// What is in it now, by the table of its word.
    fn part(&self, index: usize) -> Option<&dyn InFiles>;

    fn part_mut(&mut self, index: usize) -> Option<&mut dyn InFiles>;
}

/// A word of an enum, or a struct.
pub struct Word {
    /// Blank for a struct.
    pub name: &'static str,
    pub holds: Holds,
}

pub enum Holds {
    /// The word is all.
    Nothing,
    /// `{word: part}`
    One,
    /// `{word: {field: part, …}}`, and for a struct the inner object alone.
    Fields(&'static [Field]),
}

pub struct Field {
    pub name: &'static str,
    /// Whether it must be there; where it isn't, the blank stays.
    pub needed: bool,
    pub skip: Skip,
}

/// When a field is not written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    Never,
    /// `Option::is_none`
    Null,
    /// `is_empty`, and for a yes or no: no.
    Empty,
}

impl Skip {
    fn skips(self, value: &Value) -> bool {
        match self {
            Self::Never => false,
            Self::Null => matches!(value, Value::Null),
            Self::Empty => match value {
                Value::Bool(on) => !on,
                Value::Text(text) => text.is_empty(),
                Value::List(list) => list.is_empty(),
                Value::Object(object) => object.is_empty(),
                _ => false,
            },
        }
    }
}

pub fn read_record(record: &mut dyn Record, value: &mut Value) -> Result<(), Misfit> {
    let words = record.words();
    let (index, content) = match words {
        [one] if one.name.is_empty() => (0, Some(value)),
        _ => find(words, value)?,
    };
    record.become_word(index);
    let word = &words[index];
    read_content(record, &word.holds, content).map_err(|misfit| {
        if word.name.is_empty() {
            misfit
        } else {
            misfit.under(word.name)
        }
    })
}

/// A word alone, or one word that holds something.
fn find<'v>(
    words: &[Word],
    value: &'v mut Value,
) -> Result<(usize, Option<&'v mut Value>), Misfit> {
    let (found, content) = match value {
        Value::Text(word) => (&*word, None),
        Value::Object(object) => match object.entries_mut() {
            [(word, content)] => (&*word, Some(content)),
            _ => return Err(Unfit::Not(Sort::Word).into()),
        },
        _ => return Err(Unfit::Not(Sort::Word).into()),
    };
    match words.iter().position(|word| word.name == found) {
        Some(index) => Ok((index, content)),
        None => Err(Unfit::UnknownWord(quoted(found)).into()),
    }
}

fn read_content(
    record: &mut dyn Record,
    holds: &Holds,
    content: Option<&mut Value>,
) -> Result<(), Misfit> {
    match (holds, content) {
        (Holds::Nothing, None | Some(Value::Null)) => Ok(()),
        (Holds::Nothing, Some(_)) => Err(Unfit::Unfit.into()),
        (_, None) => Err(Unfit::Missing.into()),
        (Holds::One, Some(value)) => read_part(record, 0, value),
        (Holds::Fields(fields), Some(Value::Object(object))) => {
            for (index, field) in fields.iter().enumerate() {
                let read = match object.get_mut(field.name) {
                    Some(value) => read_part(record, index, value),
                    None if field.needed => Err(Unfit::Missing.into()),
                    None => Ok(()),
                };
                read.map_err(|misfit| misfit.under(field.name))?;
            }
            Ok(())
        }
        (Holds::Fields(_), Some(_)) => Err(Unfit::Not(Sort::Object).into()),
    }
}

fn read_part(record: &mut dyn Record, index: usize, value: &mut Value) -> Result<(), Misfit> {
    match record.part_mut(index) {
        Some(part) => part.read(value),
        None => Ok(()),
    }
}

pub fn write_record(record: &dyn Record) -> Value {
    let word = &record.words()[record.word()];
    let content = match word.holds {
        Holds::Nothing => return Value::from(word.name),
        Holds::One => write_part(record, 0),
        Holds::Fields(fields) => {
            let mut object = Object::default();
            for (index, field) in fields.iter().enumerate() {
                let value = write_part(record, index);
                if !field.skip.skips(&value) {
                    object.insert(field.name.to_owned(), value);
                }
            }
            Value::Object(object)
        }
    };
    if word.name.is_empty() {
        return content;
    }
    let mut object = Object::default();
    object.insert(word.name.to_owned(), content);
    Value::Object(object)
}

fn write_part(record: &dyn Record, index: usize) -> Value {
    record.part(index).map(to_value).unwrap_or_default()
}
