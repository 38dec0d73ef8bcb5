//! The order of Vietnamese names in a list: by tên, then chữ lót, then họ, each as dictionaries order
//! words: by the letters of the alphabet (a ă â b c d đ e ê …), and by the tones only where the letters
//! are the same.

use super::letters::{lower, toned};

/// With the letters that only foreign names have, where other alphabets have them.
const ALPHABET: &str = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Ends a part, so that a shorter one comes first.
const END: u32 = 0;
const BETWEEN_WORDS: u32 = 1;
const FIRST_LETTER: u32 = 2;

/// What a name is sorted by. Of a name in composed letters (NFC); its case and its spaces count for
/// nothing.
pub fn name_order(name: &str) -> Vec<u32> {
    let name = lower(name);
    let words: Vec<_> = name.split_whitespace().collect();
    let (family, middle, given) = match words.as_slice() {
        [] => (&[][..], &[][..], &[][..]),
        [given] => (&[][..], &[][..], std::slice::from_ref(given)),
        [family, middle @ .., given] => (
            std::slice::from_ref(family),
            middle,
            std::slice::from_ref(given),
        ),
    };
    let mut order = Vec::new();
    for part in [given, middle, family] {
        add_words(part, &mut order);
    }
    order
}

fn add_words(words: &[&str], order: &mut Vec<u32>) {
    let mut tones = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            order.push(BETWEEN_WORDS);
            tones.push(END);
        }
        for letter in word.chars() {
            let (letter, tone) = toned(letter);
            order.push(place(letter));
            tones.push(tone.into());
        }
    }
    order.push(END);
    order.append(&mut tones);
}

/// Whatever is not in the alphabet comes after it.
fn place(letter: char) -> u32 {
    let mut places = ALPHABET.chars().zip(FIRST_LETTER..);
    let known = places.find(|(known, _)| *known == letter);
    known.map_or(u32::from(letter) + 0x100, |(_, place)| place)
}
