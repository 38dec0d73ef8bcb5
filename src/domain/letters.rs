//! Letters and numbers, as Vietnamese writes them. The standard library knows the letters of all the
//! world, by tables that would be a thirtieth of the page.

/// Lower case.
pub fn lower(text: &str) -> String {
    text.chars().map(lower_letter).collect()
}

fn lower_letter(c: char) -> char {
    let to_small = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => 32,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => 1,
        // Here each capital letter stands before its small one.
        'Ạ'..='Ỹ' if u32::from(c).is_multiple_of(2) => 1,
        _ => 0,
    };
    char::from_u32(u32::from(c) + to_small).unwrap_or(c)
}

/// A letter or a digit: part of a word.
pub fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('À'..='ỹ').contains(&c)
}

/// The letter under the accents, in lower case, for Vietnamese letters; plain letters and digits
/// as they are; `None` for anything else. In the last block capitals and small letters take turns.
fn plain_letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'à'..='ã' | 'À'..='Ã' | 'ă' | 'Ă' | 'Ạ'..='ặ' => 'a',
        'đ' | 'Đ' => 'd',
        'è'..='ê' | 'È'..='Ê' | 'Ẹ'..='ệ' => 'e',
        'ì' | 'í' | 'Ì' | 'Í' | 'ĩ' | 'Ĩ' | 'Ỉ'..='ị' => 'i',
        'ò'..='õ' | 'Ò'..='Õ' | 'ơ' | 'Ơ' | 'Ọ'..='ợ' => 'o',
        'ù' | 'ú' | 'Ù' | 'Ú' | 'ũ' | 'Ũ' | 'ư' | 'Ư' | 'Ụ'..='ự' => 'u',
        'ý' | 'Ý' | 'Ỳ'..='ỹ' => 'y',
        _ => return None,
    })
}

/// A vowel without its tone, and the tone: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng, as dictionaries
/// order them. Of lower-case letters; any other letter is as it is, with tone 0.
pub fn toned(letter: char) -> (char, u8) {
    /// A row a vowel, a column a tone.
    const VOWELS: &str = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
    let mut vowel = letter;
    let mut tones = [0, 1, 2, 3, 4, 5].into_iter().cycle();
    for (known, tone) in VOWELS.chars().zip(&mut tones) {
        if tone == 0 {
            vowel = known;
        }
        if known == letter {
            return (vowel, tone);
        }
    }
    (letter, 0)
}

/// Text as one types it who leaves the accents out: plain lower-case letters and digits, one space
/// between words. "Đào  Thị Tuyết" is "dao thi tuyet", composed or not.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match plain_letter(c) {
            Some(letter) => plain.push(letter),
            // Accents of decomposed text.
            None if ('\u{300}'..='\u{36f}').contains(&c) => {}
            None if plain.is_empty() || plain.ends_with(' ') => {}
            None => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Text of somebody else's with the letters that nobody sees made visible, as "[U+202E]": those that turn
/// others round, have no width, or control. So no two names look alike that are not.
pub fn visible(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        if is_unseen(c) {
            shown += &["[U+", &hex(c), "]"].concat();
        } else {
            shown.push(c);
        }
    }
    shown
}

/// As Unicode writes it: at least four digits.
fn hex(c: char) -> String {
    let digit = |place: u32| char::from_digit(u32::from(c) >> (4 * place) & 15, 16);
    let digits = (0..6).rev().filter_map(digit);
    let all: String = digits.collect();
    let more = all.trim_start_matches('0').len().max(4);
    all[all.len() - more..].to_ascii_uppercase()
}

pub fn has_unseen(text: &str) -> bool {
    text.chars().any(is_unseen)
}

/// Without the letters that nobody sees.
pub fn seen(text: &str) -> String {
    text.chars().filter(|c| !is_unseen(*c)).collect()
}

/// Control characters and line ends, and those that Unicode says are shown as nothing
/// (Default_Ignorable_Code_Point), with the letters that look like nothing.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A number with a point between thousands: "1.130" (S3).
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

/// Whether the text is certainly composed (NFC): nothing but letters, digits and signs as Vietnamese
/// keyboards write them, none of them an accent apart. Most texts are, and need no normaliser.
pub fn is_composed(text: &str) -> bool {
    text.chars().all(|c| {
        c < '\u{300}' || ('Ạ'..='ỹ').contains(&c) || ('\u{2010}'..='\u{2027}').contains(&c)
    })
}
