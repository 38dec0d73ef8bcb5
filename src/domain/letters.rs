//! Letters, as Vietnamese writes them. The standard library knows those of all the world, by tables
//! that would be a thirtieth of the page.

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
