//! What can be wrong with JSON, and where. The words for it are of whoever shows them.

/// Keys and words quoted from a file are cut to this many characters.
const QUOTED: usize = 40;

/// One thing that does not fit, and the place.
// Boxed, since every step of reading may return one: a thin pointer keeps that code small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit(Box<(Unfit, String)>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    // The text is no JSON.
    CutShort,
    /// Counted from 1, columns in bytes.
    Syntax {
        line: usize,
        column: usize,
    },
    // JSON beyond the limits.
    DoubledKey,
    Decimal,
    HugeNumber,
    TooDeep,
    TooLong {
        characters: usize,
    },
    TooMany {
        most: usize,
    },
    // Values that the type does not take.
    Missing,
    Not(Sort),
    Range,
    UnknownWord(String),
    Form(Form),
    /// Something where nothing can stand.
    Unfit,
}

/// What a value had to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Text,
    Integer,
    Bool,
    List,
    Object,
    /// One of the words of an enum.
    Word,
}

/// Texts of a set form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Day,
    Month,
    DocumentId,
    ItemId,
}

impl From<Unfit> for Misfit {
    fn from(what: Unfit) -> Self {
        Self(Box::new((what, String::new())))
    }
}

impl Misfit {
    /// The same, seen from the object that holds `key`.
    pub fn under(mut self, key: &str) -> Self {
        // Where text is no JSON, lines and columns say more.
        if !matches!(self.0.0, Unfit::CutShort | Unfit::Syntax { .. }) {
            step(&mut self.0.1, key);
        }
        self
    }

    /// The same, seen from the list that holds it.
    pub fn in_list(self, index: usize) -> Self {
        self.under(&["[", &index.to_string(), "]"].concat())
    }

    /// What does not fit, and the place, like `pledge.commitments[1].deadline`.
    pub fn into_parts(self) -> (Unfit, String) {
        *self.0
    }
}

/// Puts a key before a place.
pub fn step(place: &mut String, key: &str) {
    // A key of no letters is a place, too.
    let key = if key.is_empty() { "\"\"" } else { key };
    let dot = match place.as_bytes().first() {
        None | Some(b'[') => "",
        Some(_) => ".",
    };
    *place = [&quoted(key), dot, place.as_str()].concat();
}

/// Short enough to show.
pub fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
