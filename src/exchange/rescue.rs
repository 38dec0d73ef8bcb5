//! The file that boot.js gives out when no program runs: every stored text, letter by letter, and what
//! stood in the fields of the screen. `docs/rescue.md` describes it. Opened here, never written.
//!
//! It has no checksum: each stored text carries its own, and is looked at when it is loaded.

use super::problem::{Problem, What};
use super::{find, rules, text};
use crate::json::{Limits, Object, Unfit, Value, read_first};

/// `format` of the file.
pub(super) const FORMAT: &str = "so-tay/rescue";

/// The largest file taken in, in bytes: a storage of 5 MiB of UTF-16 units, three bytes each at most, escaped.
pub const MAX_RESCUE_BYTES: usize = 32 << 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescue {
    /// When it was made, as the phone's clock had it.
    pub exported_at: String,
    /// The name of each stored text, and the text.
    pub kept: Vec<(String, String)>,
    /// What a field was called, and what stood in it.
    pub typed: Vec<(String, String)>,
}

/// Takes a file whole or not at all.
pub fn open_rescue(bytes: &[u8]) -> Result<Rescue, Problem> {
    if bytes.len() > MAX_RESCUE_BYTES {
        return Err(super::too_large(bytes.len(), MAX_RESCUE_BYTES));
    }
    let text = text::decode(bytes)?;
    let mut file = whole(&text)?;
    match file.get("version").and_then(Value::as_count) {
        Some(1) => {}
        Some(version @ 2..) => {
            return Err(What::Newer {
                version,
                current: 1,
            }
            .into());
        }
        _ => return Err(What::Counting.at("version")),
    }
    let kept = match file.remove("kept") {
        Some(Value::Object(kept)) => kept,
        _ => return Err(What::Json(Unfit::Missing).at("kept")),
    };
    let kept = kept.entries().iter().map(|(name, text)| {
        let text = text
            .as_text()
            .ok_or_else(|| What::Json(Unfit::Missing).at(name))?;
        Ok((name.clone(), text.to_owned()))
    });
    let exported_at = file.get("exported_at").and_then(Value::as_text);
    Ok(Rescue {
        exported_at: exported_at.unwrap_or_default().to_owned(),
        kept: kept.collect::<Result<_, Problem>>()?,
        typed: typed(file.get("typed")),
    })
}

/// Stored texts are long, and stand as they are: nothing is composed.
fn whole(text: &str) -> Result<Object, Problem> {
    let limits = Limits {
        depth: 4,
        entries: rules::MAX_BRANCH_LIST,
        characters: MAX_RESCUE_BYTES,
        integer: Some(rules::MAX_INTEGER),
        doubled: false,
        normal: &str::to_owned,
    };
    let begins = text.find('{').and_then(|at| text.get(at..));
    let format = |file: &Object| file.get("format").and_then(Value::as_text) == Some(FORMAT);
    match begins.map(|text| read_first(text, &limits)) {
        Some(Ok((Value::Object(file), _))) if format(&file) => Ok(file),
        Some(Err(misfit)) if find::mentions_us(text.as_bytes()) => Err(misfit.into()),
        _ => Err(What::NotOurs.into()),
    }
}

/// What can't be understood here was typed by nobody.
fn typed(list: Option<&Value>) -> Vec<(String, String)> {
    let Some(Value::List(list)) = list else {
        return Vec::new();
    };
    let field = |field: &Value| match field {
        Value::List(pair) => match pair.as_slice() {
            [name, text] => Some((name.as_text()?.to_owned(), text.as_text()?.to_owned())),
            _ => None,
        },
        _ => None,
    };
    list.iter().filter_map(field).collect()
}
