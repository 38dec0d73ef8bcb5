//! Names of files: plain ASCII, since some systems and chat programs spoil anything else.

use super::Kind;
use crate::domain::Day;

/// Longest name of a person or unit in a file name, in characters.
const LONGEST: usize = 60;

/// `so-tay_phieu-gui_nguyen-van-a_2026_20261122.json`: kind, whose, the handbook's year, the day
/// of export. A name with no Latin letter or digit in it is left out.
pub fn file_name(kind: Kind, person_or_unit_name: &str, year: i32, day: Day) -> String {
    let kind = match kind {
        Kind::Pack => "bo-chuan-muc",
        Kind::Handover => "phieu-gui",
        Kind::Feedback => "phieu-nhan-xet",
        Kind::BranchReport => "bao-cao-chi-bo",
        Kind::Backup => "sao-luu",
    };
    let name = match slug(person_or_unit_name) {
        slug if slug.is_empty() => slug,
        slug => format!("{slug}_"),
    };
    format!("so-tay_{kind}_{name}{year}_{}.json", day.compact())
}

/// Vietnamese text in plain letters, words joined by hyphens: "Đào Thị Tuyết" is
/// "dao-thi-tuyet". At most 60 characters. Composed and decomposed text give the same.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        match base_letter(c) {
            _ if slug.len() >= LONGEST => break,
            Some(letter) => slug.push(letter),
            // Accents of decomposed text.
            None if ('\u{300}'..='\u{36f}').contains(&c) => {}
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The letter under the accents, in lower case, for Vietnamese letters; plain letters and digits
/// as they are. In the last block capitals and small letters take turns.
fn base_letter(c: char) -> Option<char> {
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
