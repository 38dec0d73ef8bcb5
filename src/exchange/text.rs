//! The text in the bytes of a file.

use std::borrow::Cow;

use super::Nfc;
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

/// Accents in a row that no script has; Unicode's own bound for streams is 30 (UAX #15, 13).
const PILE: usize = 64;

/// Stands behind all other accents of a letter, since it alone is of class 240.
const LAST: char = '\u{345}';

/// Text in NFC; as it is where accents are piled up as in no word. A browser's normaliser sorts a pile by
/// moving each accent past the others, so a megabyte of them would stop the page for minutes.
pub(super) fn composed(text: &str, nfc: Nfc) -> String {
    if has_pile(text, nfc) {
        text.to_owned()
    } else {
        nfc(text)
    }
}

/// Told by the normaliser itself, a piece at a time: `LAST` goes to the end only past nothing but accents.
fn has_pile(text: &str, nfc: Nfc) -> bool {
    let mut run = String::new();
    let mut count = 0;
    text.chars().any(|c| {
        if c < '\u{300}' || count == PILE {
            count = 0;
        }
        if count == 0 {
            run.clear();
            run.push(LAST);
        }
        run.push(c);
        count += usize::from(c >= '\u{300}');
        count == PILE && nfc(&run).ends_with(LAST)
    })
}

/// A picture or a Word file is not ours; our file in another encoding is.
fn unreadable(bytes: &[u8]) -> Problem {
    if mentions_us(bytes) {
        What::Encoding.into()
    } else {
        What::NotOurs.into()
    }
}
