//! Pledges that say nearly the same as another's, pointed out to the secretary in private: people in like
//! posts may well promise like things, so it is a question to ask and no verdict.
//!
//! Two texts are compared by the turns of three words that they share, without accents, capitals and
//! signs: changing a word here and there leaves most of them, and other words on the same matter share
//! hardly any.

use crate::domain::ids::ItemId;
use crate::domain::letters::plain;
use crate::domain::pledge::Commitment;

/// From here on two texts are nearly the same. Of the sample's seventy commitments, no two that were
/// written apart come above 30; three words changed in fifteen leave some 60.
pub const ALIKE: u8 = 50;

/// People whose commitments are nearly the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// At least two, in the order in which they came.
    pub people: Vec<ItemId>,
    /// Each time what they have in common, as the first of them wrote it.
    pub commitments: Vec<Commitment>,
}

/// How alike two texts are: 0, nothing in common, to 100, the same words. Blank ones have nothing in
/// common with any.
pub fn likeness(one: &str, other: &str) -> u8 {
    compare(&turns(one), &turns(other))
}

/// The turns of three words as numbers, sorted, each once; a shorter text is one turn.
fn turns(text: &str) -> Vec<u64> {
    let text = plain(text);
    let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut turns: Vec<_> = match words.len() {
        0 => Vec::new(),
        1..3 => vec![number(&words)],
        _ => words.windows(3).map(number).collect(),
    };
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// FNV-1a. Of 300 people all commitments are compared with all: numbers make that a moment's work, and
/// two turns with one number among some ten thousand are no matter.
fn number(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Twice what both have, by what each has.
fn compare(one: &[u64], other: &[u64]) -> u8 {
    let (mut left, mut right, mut both) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        both += usize::from(a == b);
        left += usize::from(a <= b);
        right += usize::from(b <= a);
    }
    let all = (one.len() + other.len()).max(1);
    u8::try_from(200 * both / all).unwrap_or(100)
}

/// Who wrote nearly the same. What one person says twice is not copied.
pub fn alike<'a>(all: impl IntoIterator<Item = (&'a ItemId, &'a Commitment)>) -> Vec<Alike> {
    let mut groups: Vec<Vec<Written>> = Vec::new();
    for (person, commitment) in all {
        let written = Written {
            person,
            commitment,
            turns: turns(&format!("{} {}", commitment.action, commitment.measure)),
        };
        // Two groups that both know it become one.
        let (knowing, apart): (Vec<_>, Vec<_>) = groups
            .into_iter()
            .partition(|group| group.iter().any(|known| known.is_like(&written)));
        groups = apart;
        let mut group: Vec<_> = knowing.into_iter().flatten().collect();
        group.push(written);
        groups.push(group);
    }
    let mut found: Vec<Alike> = Vec::new();
    for group in groups {
        let mut people: Vec<ItemId> = Vec::new();
        for written in &group {
            if !people.contains(written.person) {
                people.push(written.person.clone());
            }
        }
        if people.len() < 2 {
            continue;
        }
        let commitment = group[0].commitment.clone();
        match found.iter_mut().find(|known| known.people == people) {
            Some(known) => known.commitments.push(commitment),
            None => found.push(Alike {
                people,
                commitments: vec![commitment],
            }),
        }
    }
    found
}

struct Written<'a> {
    person: &'a ItemId,
    commitment: &'a Commitment,
    turns: Vec<u64>,
}

impl Written<'_> {
    fn is_like(&self, other: &Written) -> bool {
        compare(&self.turns, &other.turns) >= ALIKE
    }
}
