//! Names of files: plain ASCII, since some systems and chat programs spoil anything else.

use super::Kind;
use crate::domain::Day;
use crate::domain::letters::plain;

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
        Kind::BranchBackup => "sao-luu-chi-bo",
    };
    other_file_name(kind, person_or_unit_name, year, day, "json")
}

/// The same of what is no file of ours: `so-tay_ban-dang-ky_nguyen-van-a_2026_20261122.docx`. `ending`
/// without its dot.
pub fn other_file_name(what: &str, whose: &str, year: i32, day: Day, ending: &str) -> String {
    let name = match slug(whose) {
        slug if slug.is_empty() => slug,
        slug => format!("{slug}_"),
    };
    format!("so-tay_{what}_{name}{year}_{}.{ending}", day.compact())
}

/// Vietnamese text in plain letters, words joined by hyphens: "Đào Thị Tuyết" is
/// "dao-thi-tuyet". At most 60 characters. Composed and decomposed text give the same.
pub fn slug(text: &str) -> String {
    let plain = plain(text);
    let joined = plain.chars().map(|c| if c == ' ' { '-' } else { c });
    let mut slug: String = joined.take(LONGEST).collect();
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
