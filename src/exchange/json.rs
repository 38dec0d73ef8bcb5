//! JSON text and values: finding a file's JSON in a text received, reading it once into a
//! [`Value`], and the one writer.
//!
//! The reader refuses what no file of ours holds (a key twice, decimals, numbers beyond 2^53,
//! too deep, too long) with the place; it knows nothing of kinds and types. The writer puts keys in
//! the order of RFC 8785 whatever order a map keeps, so that the same value always gives the same
//! bytes.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::problem::{Problem, What};
use super::{Nfc, rules};

/// Openings of a possible envelope tried in a pasted text; a message may hold braces of its own.
const TRIES: usize = 8;

/// How the format of each kind of ours begins, in the raw text. With its quotation mark: a message
/// may well hold the address of a page.
const FAMILY: &[u8] = b"\"so-tay/";

pub(super) fn mentions_us(bytes: &[u8]) -> bool {
    bytes.windows(FAMILY.len()).any(|window| window == FAMILY)
}

/// The first object in the text that says it is ours; what stands around it does not matter, unless
/// it is another file. Lists and maps may have `most` entries.
pub fn find_envelope(text: &str, nfc: Nfc, most: usize) -> Result<Map<String, Value>, Problem> {
    let mut first: Option<Problem> = None;
    let openings = text
        .match_indices('{')
        .filter_map(|(at, _)| text.get(at..))
        .filter(|text| {
            text.trim_start_matches(['{', ' ', '\t', '\r', '\n'])
                .starts_with('"')
        });
    for text in openings.take(TRIES) {
        let mut reader = Reader {
            nfc,
            most,
            problem: None,
        };
        match reader.read(text) {
            Ok((Value::Object(object), rest)) if is_ours(&object) => {
                return if mentions_us(rest.as_bytes()) {
                    Err(What::TwoFiles.into())
                } else {
                    Ok(object)
                };
            }
            Ok(_) => {}
            // All that follows is inside it.
            Err(problem) if problem == What::CutShort.into() => {
                first.get_or_insert(problem);
                break;
            }
            Err(problem) => {
                first.get_or_insert(problem);
            }
        }
    }
    match first {
        Some(problem) if mentions_us(text.as_bytes()) => Err(problem),
        _ => Err(What::NotOurs.into()),
    }
}

fn is_ours(object: &Map<String, Value>) -> bool {
    let format = object.get("format").and_then(Value::as_str);
    format.is_some_and(|format| format.as_bytes().starts_with(&FAMILY[1..]))
}

/// Reads one text. The reason for a refusal waits in `problem` while the error comes up through
/// the parser, and each level adds its step to the place.
struct Reader<'n> {
    nfc: Nfc<'n>,
    most: usize,
    problem: Option<Problem>,
}

impl Reader<'_> {
    /// The value that the text begins with, and what follows it.
    fn read<'t>(&mut self, text: &'t str) -> Result<(Value, &'t str), Problem> {
        let mut parser = serde_json::Deserializer::from_str(text);
        let node = Node {
            reader: self,
            depth: 0,
        };
        match node.deserialize(&mut parser) {
            Ok(value) => Ok((value, rest(text, parser.end()))),
            Err(error) => Err(self.problem.take().unwrap_or_else(|| {
                if error.is_eof() {
                    What::CutShort.into()
                } else {
                    let (line, column) = (error.line(), error.column());
                    What::Syntax { line, column }.into()
                }
            })),
        }
    }

    /// Letter by letter text can differ and be the same to a person: é is one character or two.
    /// It must be done here, after escapes are undone: in the raw text `\n` and a combining accent
    /// would melt into another letter.
    fn normal(&self, text: Cow<'_, str>) -> String {
        if text.is_ascii() {
            text.into_owned()
        } else {
            (self.nfc)(&text)
        }
    }

    fn refuse<E: serde::de::Error>(&mut self, what: What) -> E {
        self.problem = Some(what.into());
        E::custom("refused")
    }

    fn under(&mut self, key: &str) {
        self.problem = self.problem.take().map(|problem| problem.under(key));
    }
}

/// What follows a value, from where the parser says that it did not expect more.
fn rest(text: &str, end: serde_json::Result<()>) -> &str {
    let Err(error) = end else {
        return "";
    };
    let lines = text
        .match_indices('\n')
        .nth(error.line().wrapping_sub(2))
        .map_or(0, |(at, _)| at + 1);
    // Columns are counted in bytes from 1; a cut inside a letter is moved out of it.
    let mut at = lines + error.column().saturating_sub(1);
    while !text.is_char_boundary(at) && at < text.len() {
        at += 1;
    }
    text.get(at..).unwrap_or_default()
}

struct Node<'r, 'n> {
    reader: &'r mut Reader<'n>,
    depth: usize,
}

impl Node<'_, '_> {
    fn deeper<E: serde::de::Error>(&mut self) -> Result<usize, E> {
        if self.depth < rules::MAX_DEPTH {
            Ok(self.depth + 1)
        } else {
            Err(self.reader.refuse(What::TooDeep))
        }
    }

    fn count<E: serde::de::Error>(&mut self, length: usize) -> Result<(), E> {
        let most = self.reader.most;
        if length >= most {
            return Err(self.reader.refuse(What::TooMany { most }));
        }
        Ok(())
    }

    fn text<E: serde::de::Error>(self, text: Cow<'_, str>) -> Result<Value, E> {
        let text = self.reader.normal(text);
        let characters = text.chars().count();
        if characters > rules::MAX_TEXT {
            return Err(self.reader.refuse(What::TooLong { characters }));
        }
        Ok(Value::String(text))
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value, E> {
        if value < -rules::MAX_INTEGER {
            return Err(self.reader.refuse(What::HugeNumber));
        }
        Ok(Value::from(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        match i64::try_from(value) {
            Ok(value) if value <= rules::MAX_INTEGER => Ok(Value::from(value)),
            _ => Err(self.reader.refuse(What::HugeNumber)),
        }
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Value, E> {
        Err(self.reader.refuse(What::Decimal))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.text(Cow::Borrowed(text))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        let mut list = Vec::new();
        loop {
            let reader = &mut *self.reader;
            match items.next_element_seed(Node { reader, depth }) {
                Ok(None) => return Ok(Value::Array(list)),
                Ok(Some(item)) => {
                    self.count(list.len())?;
                    list.push(item);
                }
                Err(error) => {
                    self.reader.under(&format!("[{}]", list.len()));
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let key = self.reader.normal(Cow::Owned(key));
            self.count(object.len())?;
            if object.contains_key(&key) {
                let error = self.reader.refuse(What::DoubledKey);
                self.reader.under(&key);
                return Err(error);
            }
            let reader = &mut *self.reader;
            match entries.next_value_seed(Node { reader, depth }) {
                Ok(value) => {
                    object.insert(key, value);
                }
                Err(error) => {
                    self.reader.under(&key);
                    return Err(error);
                }
            }
        }
        Ok(Value::Object(object))
    }
}

/// All text in NFC. Keys of ours are plain as they are.
pub fn normalise(value: &mut Value, nfc: Nfc) {
    match value {
        Value::String(text) if !text.is_ascii() => *text = nfc(text),
        Value::Array(list) => list.iter_mut().for_each(|item| normalise(item, nfc)),
        Value::Object(object) => object.values_mut().for_each(|value| normalise(value, nfc)),
        _ => {}
    }
}

/// RFC 8785: no white space, keys sorted by UTF-16. Our values hold no decimals, so a number is
/// its digits.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, None, &mut out);
    out
}

/// An object with its keys in the order given, everything inside it sorted, for people to read.
pub fn pretty_object(entries: &[(&str, Value)]) -> String {
    let mut out = String::new();
    let entries = entries.iter().map(|(key, value)| (*key, value));
    write_object(entries, Some(0), &mut out);
    out.push('\n');
    out
}

/// `indent` is the level in a text laid out in lines; `None`: all in one.
fn write(value: &Value, indent: Option<usize>, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        // Decimals are refused on the way in, and no type of ours has one.
        Value::Number(number) => out.push_str(&number.as_i64().unwrap_or_default().to_string()),
        Value::String(text) => write_text(text, out),
        Value::Array(list) => {
            out.push('[');
            for (index, item) in list.iter().enumerate() {
                separate(index, indent, out);
                write(item, indent.map(|level| level + 1), out);
            }
            close(list.is_empty(), indent, ']', out);
        }
        Value::Object(object) => {
            // A map may keep its keys in any order, by which features serde_json was built with;
            // on the page they come sorted already. So this is a sort of few bytes, not of few steps.
            let mut entries: Vec<(&str, &Value)> = Vec::new();
            for (key, value) in object {
                let before = |other: &str| other.encode_utf16().lt(key.encode_utf16());
                let kept = entries.iter().rposition(|(other, _)| before(other));
                entries.insert(kept.map_or(0, |at| at + 1), (key, value));
            }
            write_object(entries.into_iter(), indent, out);
        }
    }
}

fn write_object<'v>(
    entries: impl ExactSizeIterator<Item = (&'v str, &'v Value)>,
    indent: Option<usize>,
    out: &mut String,
) {
    let empty = entries.len() == 0;
    out.push('{');
    for (index, (key, value)) in entries.enumerate() {
        separate(index, indent, out);
        write_text(key, out);
        out.push_str(if indent.is_some() { ": " } else { ":" });
        write(value, indent.map(|level| level + 1), out);
    }
    close(empty, indent, '}', out);
}

fn separate(index: usize, indent: Option<usize>, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
    line(indent.map(|level| level + 1), out);
}

fn close(empty: bool, indent: Option<usize>, bracket: char, out: &mut String) {
    if !empty {
        line(indent, out);
    }
    out.push(bracket);
}

fn line(indent: Option<usize>, out: &mut String) {
    if let Some(level) = indent {
        out.push('\n');
        for _ in 0..level {
            out.push_str("  ");
        }
    }
}

/// The escapes of RFC 8785, and no others.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
