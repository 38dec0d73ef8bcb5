//! What the columns of a list of people are: told by the words of its head, else guessed from what
//! stands in them. A guess only: the person who brings the table sees it and can say otherwise.

use super::roster_content::by_content;
use super::sheet::{Cells, Sheet};
use crate::domain::Standing;
use crate::domain::letters::plain;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Meaning {
    #[default]
    Nothing,
    Name,
    /// họ và chữ đệm, where tên has a column of its own
    FamilyName,
    GivenName,
    Standing,
    /// Marked, or with a day, for a member.
    MemberMark,
    OtherMark,
    /// Two of them are put together.
    Duty,
    Group,
    From,
    Left,
    LeftTo,
}

impl Meaning {
    pub const ALL: [Self; 12] = [
        Self::Nothing,
        Self::Name,
        Self::FamilyName,
        Self::GivenName,
        Self::Standing,
        Self::MemberMark,
        Self::OtherMark,
        Self::Duty,
        Self::Group,
        Self::From,
        Self::Left,
        Self::LeftTo,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "Không dùng",
            Self::Name => "Họ và tên",
            Self::FamilyName => "Họ và chữ đệm",
            Self::GivenName => "Tên",
            Self::Standing => "Đối tượng",
            Self::MemberMark => "Đánh dấu đảng viên",
            Self::OtherMark => "Đánh dấu quần chúng",
            Self::Duty => "Chức vụ, nhiệm vụ",
            Self::Group => "Tổ, phòng",
            Self::From => "Về chi bộ từ ngày",
            Self::Left => "Rời ngày",
            Self::LeftTo => "Chuyển đến",
        }
    }

    pub fn is_of_name(self) -> bool {
        matches!(self, Self::Name | Self::FamilyName | Self::GivenName)
    }

    pub fn tells_standing(self) -> bool {
        matches!(self, Self::Standing | Self::MemberMark | Self::OtherMark)
    }
}

/// A table's columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// As many as the table is wide.
    pub meanings: Vec<Meaning>,
    /// Which of the table's lines is its head: people stand below it. `None`: from the first line on.
    pub head: Option<usize>,
}

/// The head is among the first lines, below a title at most.
const HEAD_WITHIN: usize = 20;

pub fn guess(sheet: &Sheet) -> Columns {
    let heads = sheet.lines.iter().take(HEAD_WITHIN).map(head);
    let is_head = |meanings: &Vec<Meaning>| meanings.iter().any(|meaning| meaning.is_of_name());
    let found = heads.enumerate().find(|(_, meanings)| is_head(meanings));
    let Some((index, mut meanings)) = found else {
        let (meanings, head) = (by_content(sheet), None);
        return Columns { meanings, head };
    };
    meanings.resize(sheet.width, Meaning::Nothing);
    let goes_on = sheet
        .lines
        .get(index + 1)
        .is_some_and(|second| second_half(&mut meanings, second));
    let head = Some(index + usize::from(goes_on));
    Columns { meanings, head }
}

/// A head of two lines ("Đảng viên" over "Chính thức" and "Dự bị"): the second says what the first left
/// open, and has no name.
fn second_half(meanings: &mut [Meaning], second: &Cells) -> bool {
    let mut known = meanings.iter().zip(&second.cells);
    if known.any(|(meaning, cell)| meaning.is_of_name() && !cell.is_empty()) {
        return false;
    }
    let mut is_half = false;
    for (meaning, cell) in meanings.iter_mut().zip(&second.cells) {
        let said = by_head(cell);
        is_half |= said != Meaning::Nothing;
        if *meaning == Meaning::Nothing {
            *meaning = said;
        }
    }
    is_half
}

/// What each cell of a line means as the head of its column.
fn head(line: &Cells) -> Vec<Meaning> {
    let mut meanings: Vec<_> = line.cells.iter().map(|cell| by_head(cell)).collect();
    // "Tên" by itself is the whole name.
    if !meanings.contains(&Meaning::FamilyName) {
        for meaning in &mut meanings {
            if *meaning == Meaning::GivenName {
                *meaning = Meaning::Name;
            }
        }
    }
    meanings
}

/// Longest head of a column, in letters: a sentence is none.
const LONGEST_HEAD: usize = 40;

fn by_head(cell: &str) -> Meaning {
    let said = plain(cell);
    if said.chars().count() > LONGEST_HEAD {
        return Meaning::Nothing;
    }
    let has = |words: &str| format!(" {said} ").contains(&format!(" {words} "));
    let any = |words: &[&str]| words.iter().any(|words| has(words));
    let is = |words: &[&str]| words.contains(&said.as_str());
    let ends_with_name = said.ends_with("va ten");
    if any(&["dem", "lot"]) && !ends_with_name || is(&["ho"]) {
        return Meaning::FamilyName;
    }
    // A title ("Danh sách họ tên …") begins otherwise.
    let begins = ["ho va ten", "ho ten", "ten dang vien"];
    let begins = begins.iter().any(|words| said.starts_with(words));
    if begins || (ends_with_name && has("ho")) {
        return Meaning::Name;
    }
    if is(&["ten"]) {
        return Meaning::GivenName;
    }
    if any(&["doi tuong", "dang vien quan chung", "dv qc", "thanh phan"]) {
        return Meaning::Standing;
    }
    if any(&[
        "roi ngay",
        "ngay roi",
        "ngay chuyen di",
        "ngay ra khoi chi bo",
    ]) {
        return Meaning::Left;
    }
    if any(&["tu ngay", "ngay ve", "ngay chuyen den", "ve chi bo"]) {
        return Meaning::From;
    }
    if any(&["chuyen den", "noi chuyen den"]) {
        return Meaning::LeftTo;
    }
    let marks = ["dang vien", "dv", "la dang vien", "chinh thuc", "du bi"];
    if is(&marks) || any(&["vao dang", "ngay ket nap"]) {
        return Meaning::MemberMark;
    }
    if is(&["quan chung", "qc", "la quan chung"]) {
        return Meaning::OtherMark;
    }
    if any(&["chuc vu", "chuc danh", "nhiem vu", "cong viec", "vi tri"]) {
        return Meaning::Duty;
    }
    let begins_as_group = begins_group(&said) || is(&["to", "phong", "ban"]);
    if begins_as_group || any(&["don vi", "bo phan", "noi cong tac", "phong ban"]) {
        return Meaning::Group;
    }
    Meaning::Nothing
}

/// "Tổ Một cửa", "Phòng Kinh tế". `said` is without accents.
pub(super) fn begins_group(said: &str) -> bool {
    let kinds = [
        "to ",
        "phong ",
        "khoa ",
        "doi ",
        "bo phan ",
        "trung tam ",
        "van phong ",
    ];
    kinds.iter().any(|kind| said.starts_with(kind))
}

/// "1. Trần Thị Bình", "2) …", "- …": the name.
pub(super) fn without_number(cell: &str) -> &str {
    let rest = cell.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_prefix(['.', ')', '-', '–', '•', '+', '*']);
    rest.map_or(cell, str::trim_start)
}

/// The standing that words say; `None` when they say none that is known.
pub fn read_standing(cell: &str) -> Option<Standing> {
    let said = plain(cell);
    let has = |words: &str| format!(" {said} ").contains(&format!(" {words} "));
    let not_yet = [
        "ngoai dang",
        "chua vao dang",
        "cam tinh dang",
        "khong phai dang vien",
        "chua la dang vien",
    ];
    if not_yet.into_iter().any(has) {
        return Some(Standing::NonMember);
    }
    let mut member = ["dang vien", "dv", "dvct", "dvdb", "chinh thuc", "du bi"].into_iter();
    match (member.any(has), has("quan chung") || has("qc")) {
        (true, false) => Some(Standing::Member),
        (false, true) => Some(Standing::NonMember),
        (true, true) => None,
        (false, false) => has("doan vien").then_some(Standing::NonMember),
    }
}
