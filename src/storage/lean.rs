//! A leaner form of the desk's texts, so that 300 people and three years have room.
//!
//! A dossier says the same words month after month. Here every phrase stands once; from then on two
//! characters point back to it, how long and how far. What is new stays as it was written, so that a
//! person can still read such a text in the browser's own tools. A phrase may also be one of
//! [`WORDS`], which stand before every text.
//!
//! A text in this form begins with [`MARK`]; any other is taken as it is. Damage is noticed as ever,
//! by the check of the text that comes out.

use std::sync::OnceLock;

use super::backend::{Backend, Fault};
use super::keys_desk::DeskKey;
use super::place::Place;

/// Of this form with these words. Others need another mark, and this one must stay readable.
const MARK: char = '\u{E101}';
/// A repetition: U+E000 and its length beyond the shortest, then U+3400 and its distance, in
/// characters.
const LENGTHS: u32 = 0xE000;
const DISTANCES: u32 = 0x3400;
/// Before a character that would look like a repetition.
const ESCAPE: char = '\u{E0FF}';

/// A repetition takes two characters: below four it doesn't pay.
const SHORTEST: usize = 4;
const LONGEST: usize = SHORTEST + 0xFE;
/// No further than U+D7FF, behind which come halves of characters.
const FARTHEST: usize = 0xD7FF - 0x3400;
/// No document comes near it. Two characters can ask for 258, so a text made to ask for more than the
/// device has memory must not be followed to its end.
const MOST: usize = 1 << 23;
/// Places with the same beginning that are looked at, the nearest first.
const TRIES: usize = 48;

/// What almost every text has in it. Frozen: a changed letter makes what is stored unreadable.
const WORDS: &str = include_str!("lean_words.txt");

/// One of more than 2^23 characters stays as it is, since it would not be expanded again.
pub fn squeeze(text: &str) -> String {
    if text.len() > MOST && text.chars().count() > MOST {
        return text.to_owned();
    }
    let Words { chars, seen } = words();
    let (mut chars, mut seen) = (chars.clone(), seen.clone());
    let begin = chars.len();
    chars.extend(text.chars());
    seen.before.resize(chars.len(), None);
    let mut lean = String::with_capacity(text.len() / 2);
    lean.push(MARK);
    let mut at = begin;
    while at < chars.len() {
        let length = match seen.longest(&chars, at) {
            Some((distance, length)) => {
                lean.extend(char::from_u32(LENGTHS + (length - SHORTEST) as u32));
                lean.extend(char::from_u32(DISTANCES + distance as u32));
                length
            }
            None => {
                if is_length(chars[at]) || chars[at] == ESCAPE {
                    lean.push(ESCAPE);
                }
                lean.push(chars[at]);
                1
            }
        };
        for passed in at..at + length {
            seen.add(&chars, passed);
        }
        at += length;
    }
    lean
}

/// `None` when the text is not whole, or would be longer than any that was squeezed. One that is not in
/// the lean form comes back as it is.
pub fn expand(text: &str) -> Option<String> {
    let Some(lean) = text.strip_prefix(MARK) else {
        return Some(text.to_owned());
    };
    let mut chars = words().chars.clone();
    let begin = chars.len();
    let mut rest = lean.chars();
    while let Some(c) = rest.next() {
        if chars.len() - begin > MOST {
            return None;
        }
        if c == ESCAPE {
            chars.push(rest.next()?);
        } else if is_length(c) {
            let length = SHORTEST + (c as u32 - LENGTHS) as usize;
            let distance = (rest.next()? as u32).checked_sub(DISTANCES)? as usize;
            let from = chars.len().checked_sub(distance)?;
            // It may reach into what it is writing.
            for index in from..from + length {
                let c = *chars.get(index)?;
                chars.push(c);
            }
        } else {
            chars.push(c);
        }
    }
    (chars.len() - begin <= MOST).then(|| chars[begin..].iter().collect())
}

/// [`WORDS`], and where each beginning stands in them.
struct Words {
    chars: Vec<char>,
    seen: Seen,
}

fn words() -> &'static Words {
    static ALL: OnceLock<Words> = OnceLock::new();
    ALL.get_or_init(|| {
        let chars: Vec<char> = WORDS.chars().collect();
        let mut seen = Seen {
            last: vec![None; BEGINNINGS as usize],
            before: vec![None; chars.len()],
        };
        for at in 0..chars.len() {
            seen.add(&chars, at);
        }
        Words { chars, seen }
    })
}

fn is_length(c: char) -> bool {
    (LENGTHS..ESCAPE as u32).contains(&(c as u32))
}

/// Where a beginning of four characters was, the last place first.
#[derive(Clone)]
struct Seen {
    last: Vec<Option<u32>>,
    before: Vec<Option<u32>>,
}

const BEGINNINGS: u32 = 1 << 12;

impl Seen {
    fn beginning(chars: &[char], at: usize) -> Option<usize> {
        let four = chars.get(at..at + SHORTEST)?;
        let mixed = four.iter().fold(0_u32, |mixed, c| {
            mixed.wrapping_mul(0x0100_0193) ^ (*c as u32)
        });
        Some(((mixed ^ (mixed >> 15)) % BEGINNINGS) as usize)
    }

    fn add(&mut self, chars: &[char], at: usize) {
        if let Some(beginning) = Self::beginning(chars, at) {
            self.before[at] = self.last[beginning].replace(at as u32);
        }
    }

    /// Distance and length of the longest repetition.
    fn longest(&self, chars: &[char], at: usize) -> Option<(usize, usize)> {
        let mut place = self.last[Self::beginning(chars, at)?];
        let mut best = None;
        for _ in 0..TRIES {
            let from = place? as usize;
            if at - from > FARTHEST {
                break;
            }
            let same = chars[from..].iter().zip(&chars[at..]).take(LONGEST);
            let length = same.take_while(|(one, other)| one == other).count();
            if length >= SHORTEST && best.is_none_or(|(_, longest)| length > longest) {
                best = Some((at - from, length));
            }
            place = self.before[from];
            if place.is_none() {
                break;
            }
        }
        best
    }
}

/// A storage in which the branches and dossiers lie in the lean form.
pub(super) struct Lean(pub Box<dyn Backend>);

impl Backend for Lean {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.0.keys()
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        let text = self.0.get(name)?;
        // What is not whole is given as it lies there, to be set aside.
        Ok(text.map(|text| expand(&text).unwrap_or(text)))
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        match DeskKey::parse(name) {
            Some(key) if key.branch().is_some() => self.0.set(name, &squeeze(text)),
            _ => self.0.set(name, text),
        }
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        self.0.remove(name)
    }

    fn units(&self, name: &str) -> Result<usize, Fault> {
        self.0.units(name)
    }
}
