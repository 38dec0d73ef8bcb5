//! The text in the bytes of a file.

use std::borrow::Cow;

use super::find::mentions_us;
use super::problem::{Problem, What};

/// The text of a file of ours.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    text_of(bytes).ok_or_else(|| unreadable(bytes))
}

/// UTF-8, or UTF-16 when a byte-order mark says so, as some editors write it.
pub(super) fn text_of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let units: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
    };
    let wide: Vec<u16> = bytes[2..]
        .chunks_exact(2)
        .map(|pair| units([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&wide).ok().map(Cow::Owned)
}

/// A picture or a Word file is not ours; our file in another encoding is.
fn unreadable(bytes: &[u8]) -> Problem {
    if mentions_us(bytes) {
        What::Encoding.into()
    } else {
        What::NotOurs.into()
    }
}
