//! A file's JSON: finding it in a text received, and reading it once into a [`Value`].
//!
//! What no file of ours holds (a key twice, decimals, numbers beyond 2^53, too deep, too long) is
//! refused with the place; kinds and types are not known here.

use super::problem::{Problem, What};
use super::text::composed;
use super::{Nfc, rules};
use crate::json::{Limits, Misfit, Object, Unfit, Value, read_first};

/// Openings of a possible envelope tried in a pasted text; a message may hold braces of its own.
const TRIES: usize = 8;

/// How the format of each kind of ours begins, in the raw text. With its quotation mark: a message
/// may well hold the address of a page.
const FAMILY: &[u8] = b"\"so-tay/";

pub(super) fn mentions_us(bytes: &[u8]) -> bool {
    mentions(bytes, FAMILY)
}

/// Byte by byte: the standard library's search in texts costs the page 2 KB.
pub(super) fn mentions(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// The first object in the text that says it is ours; what stands around it does not matter, unless
/// it is another file. Lists and maps may have `most` entries.
pub fn find_envelope(text: &str, nfc: Nfc, most: usize) -> Result<Object, Problem> {
    let limits = Limits {
        depth: rules::MAX_DEPTH,
        entries: most,
        characters: rules::MAX_TEXT,
        integer: Some(rules::MAX_INTEGER),
        doubled: false,
        normal: &|text| composed(text, nfc),
    };
    let mut first: Option<Misfit> = None;
    for text in openings(text).take(TRIES) {
        match read_first(text, &limits) {
            Ok((Value::Object(object), rest)) if is_ours(&object) => {
                return if mentions_us(rest.as_bytes()) {
                    Err(What::TwoFiles.into())
                } else {
                    Ok(object)
                };
            }
            Ok(_) => {}
            // All that follows is inside it.
            Err(misfit) if misfit == Unfit::CutShort.into() => {
                first.get_or_insert(misfit);
                break;
            }
            Err(misfit) => {
                first.get_or_insert(misfit);
            }
        }
    }
    match first {
        Some(misfit) if mentions_us(text.as_bytes()) => Err(misfit.into()),
        _ => Err(What::NotOurs.into()),
    }
}

/// Where an object with a key may begin: behind a brace, and others, stands a quotation mark. What
/// stands behind a row of braces is looked up once for the row.
fn openings(text: &str) -> impl Iterator<Item = &str> {
    let (mut row, mut opens) = (0, false);
    text.match_indices('{').filter_map(move |(at, _)| {
        let here = text.get(at..)?;
        if at >= row {
            let behind = here.trim_start_matches(['{', ' ', '\t', '\r', '\n']);
            row = text.len() - behind.len();
            opens = behind.starts_with('"');
        }
        opens.then_some(here)
    })
}

fn is_ours(object: &Object) -> bool {
    let format = object.get("format").and_then(Value::as_text);
    format.is_some_and(|format| format.as_bytes().starts_with(&FAMILY[1..]))
}

/// All text in NFC. Keys of ours are plain as they are.
pub fn normalise(value: &mut Value, nfc: Nfc) {
    match value {
        Value::Text(text) if !text.is_ascii() => *text = composed(text, nfc),
        Value::List(list) => list.iter_mut().for_each(|item| normalise(item, nfc)),
        Value::Object(object) => {
            let entries = object.entries_mut().iter_mut();
            entries.for_each(|(_, value)| normalise(value, nfc));
        }
        _ => {}
    }
}
