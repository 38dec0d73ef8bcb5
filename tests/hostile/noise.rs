//! What happens to a file's bytes on their way.

use unicode_normalization::UnicodeNormalization;

use crate::odd;
use crate::rng::Rng;

/// One thing that damages the bytes.
pub fn damage(bytes: &mut Vec<u8>, donor: &[u8], rng: &mut Rng) {
    if bytes.is_empty() {
        return;
    }
    let at = rng.below(bytes.len());
    let to = (at + rng.below(40)).min(bytes.len());
    match rng.below(9) {
        0 => bytes.truncate(at),
        1 => bytes[at] = rng.next() as u8,
        2 => bytes[at] ^= 1 << rng.below(8),
        3 => bytes.insert(at, rng.next() as u8),
        4 => drop(bytes.drain(at..to)),
        5 => {
            let copy = bytes[at..to].to_vec();
            let place = rng.below(bytes.len());
            bytes.splice(place..place, copy);
        }
        6 => drop(bytes.splice(at..at, odd::text(rng).bytes())),
        7 => drop(bytes.splice(at..to, odd::RAW[rng.below(odd::RAW.len())].bytes())),
        // The end of another file.
        _ => {
            let from = rng.below(donor.len());
            bytes.truncate(at);
            bytes.extend(&donor[from..]);
        }
    }
}

/// The text in one of the encodings that editors and mail programs write; most of the time as it is.
pub fn encoded(text: &str, rng: &mut Rng) -> Vec<u8> {
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    match rng.below(24) {
        0 => [b"\xff\xfe".as_slice(), &wide(u16::to_le_bytes)].concat(),
        1 => [b"\xfe\xff".as_slice(), &wide(u16::to_be_bytes)].concat(),
        2 => wide(u16::to_le_bytes),
        3 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        4 => text.nfd().collect::<String>().into_bytes(),
        5 => text.replace('\n', "\r\n").into_bytes(),
        // Latin 1: what is beyond it is lost.
        6 => text
            .chars()
            .map(|c| u8::try_from(c).unwrap_or(b'?'))
            .collect(),
        7 => text.nfkd().collect::<String>().into_bytes(),
        _ => text.as_bytes().to_vec(),
    }
}

/// A message with the text in it.
pub fn pasted(text: &str, rng: &mut Rng) -> String {
    const TALK: &[&str] = &[
        "",
        "\n",
        "Em gửi chị ạ:\n",
        "[09:30, 22/11/2026] Bình: ",
        "{\"a\": 1} ",
        "{{{ \"",
        "```json\n",
        " https://so-tay.vn/#/gui?x={\"so-tay/\"} ",
        "}",
        "> ",
    ];
    let (before, after) = (rng.pick(TALK), rng.pick(TALK));
    format!("{before}{text}{after}{}", odd::text(rng))
}

/// A table with some of its cells, lines and signs replaced.
pub fn table(text: &str, rng: &mut Rng) -> String {
    let mut text = text.to_owned();
    for _ in 0..rng.below(6) {
        let cells: Vec<_> = text
            .match_indices([',', ';', '\t', '\n', '"'])
            .map(|(at, _)| at)
            .collect();
        let (from, to) = (rng.pick(&cells), rng.pick(&cells));
        let (from, to) = (*from.min(to), *from.max(to));
        match rng.below(8) {
            0 => text = format!("{}{}", &text[..to], &text[from..]),
            1 => text.replace_range(from..to, ""),
            2 => text.insert(from, *rng.pick(&['"', '\t', ';', ',', '\n', '\r'])),
            3 => text.insert_str(from, &"x,".repeat(rng.below(80))),
            4 => text.insert_str(from, &"ế".repeat(1990 + rng.below(20))),
            5 => text = text.replace(',', [";", "\t", "\",\""][rng.below(3)]),
            _ => text.insert_str(from + 1, odd::text(rng)),
        }
        if cells.len() < 3 || text.len() > 40_000 {
            break;
        }
    }
    text
}
