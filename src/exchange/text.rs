//! The text in the bytes of a file.

use std::borrow::Cow;

use super::find::mentions_us;
use super::problem::{Problem, What};

/// The text of a file. UTF-8, or UTF-16 when a byte-order mark says so, as some editors write it.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    let units: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|_| unreadable(bytes))?;
            return Ok(Cow::Borrowed(text));
        }
    };
    let wide: Vec<u16> = bytes[2..]
        .chunks_exact(2)
        .map(|pair| units([pair[0], pair[1]]))
        .collect();
    let text = String::from_utf16(&wide).map_err(|_| What::NotOurs)?;
    Ok(Cow::Owned(text))
}

/// A picture or a Word file is not ours; our file in another encoding is.
fn unreadable(bytes: &[u8]) -> Problem {
    if mentions_us(bytes) {
        What::Encoding.into()
    } else {
        What::NotOurs.into()
    }
}
