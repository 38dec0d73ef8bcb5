//! The vagueness helper: pledges that are "chung chung", "qua loa, đại khái" (S4) can't be checked
//! at the end of the year. It points, with a hint, and never blocks.

use super::letters::{in_word, lower};
use super::pledge::Commitment;
use super::starter::SUGGESTIONS;

/// What a commitment lacks that would make it easier to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A ready-made sentence was left as it was.
    ReadyMade,
    NoNumber,
    NoTime,
    NoPlace,
}

impl Hint {
    pub fn sentence(self) -> &'static str {
        match self {
            Self::ReadyMade => "Câu gợi ý còn để nguyên: nên viết lại cho sát việc của mình.",
            Self::NoNumber => "Chưa có con số nào: có con số thì cuối năm dễ kiểm tra hơn.",
            Self::NoTime => "Chưa thấy thời gian: ngày nào, tháng nào, hay bao lâu một lần?",
            Self::NoPlace => "Chưa thấy nơi làm: ở đâu, bộ phận nào, với ai?",
        }
    }
}

const NUMBER_WORDS: &[&str] = &[
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "không",
    "mọi",
    "mỗi",
    "tất cả",
    "toàn bộ",
];
/// Turns in which such a word counts nothing: "năm" is a year as often as it is five.
const NO_NUMBER: &[&str] = &[
    "không ngừng",
    "một cách",
    "một cửa",
    "một số",
    "mọi mặt",
    "mọi lúc",
    "mọi nơi",
    "mọi nhiệm vụ",
    "trong năm",
    "cả năm",
    "hằng năm",
    "hàng năm",
    "đầu năm",
    "cuối năm",
    "năm nay",
    "năm học",
];
const TIME_WORDS: &[&str] = &[
    "ngày", "tuần", "tháng", "quý", "năm", "giờ", "phút", "buổi", "sáng", "chiều", "tối", "hằng",
    "hàng", "trước", "mỗi", "thứ", "cuối",
];
const NO_TIME: &[&str] = &[
    "sáng kiến",
    "sáng tạo",
    "trong sáng",
    "tối đa",
    "tối thiểu",
    "trước hết",
    "trước tiên",
    "hàng đầu",
    "hàng hóa",
    "khách hàng",
    "bán hàng",
];
const PLACE_WORDS: &[&str] = &[
    "tại",
    "ở",
    "trong",
    "phòng",
    "ban",
    "tổ",
    "đội",
    "cơ quan",
    "đơn vị",
    "chi bộ",
    "chi đoàn",
    "trường",
    "lớp",
    "thôn",
    "ấp",
    "xã",
    "phường",
    "khu phố",
    "khu",
    "huyện",
    "quận",
    "bệnh viện",
    "khoa",
    "trạm",
    "nhà",
    "bộ phận",
    "một cửa",
    "họp",
    "hội nghị",
];
const NO_PLACE: &[&str] = &[
    "trong năm",
    "trong sáng",
    "trong sạch",
    "trong công việc",
    "trong công tác",
    "trong cuộc sống",
    "xã hội",
    "tổ chức",
    "tổ quốc",
    "nhà nước",
    "đội ngũ",
    "ban hành",
    "ban đầu",
    "khoa học",
    "môi trường",
    "trường hợp",
    "lập trường",
    "tầng lớp",
    "phòng chống",
    "phòng ngừa",
];
/// Sentences that fit anyone in any year, and so say nothing. From the reports' own general turns.
const STOCK: &[&str] = &[
    "nâng cao tinh thần trách nhiệm",
    "hoàn thành tốt nhiệm vụ được giao",
    "hoàn thành nhiệm vụ được giao",
    "gương mẫu chấp hành chủ trương",
    "tích cực học tập và làm theo",
    "không ngừng tu dưỡng, rèn luyện",
];

/// What could be clearer in this commitment. Nothing for one that was not begun.
pub fn hints(commitment: &Commitment) -> Vec<Hint> {
    let action = plain(&commitment.action);
    if action.is_empty() {
        return Vec::new();
    }
    let text = format!("{action} {}", plain(&commitment.measure));
    let ready_made = SUGGESTIONS
        .iter()
        .any(|suggestion| plain(suggestion) == action)
        || STOCK.contains(&action.as_str());
    let number =
        text.chars().any(|c| c.is_ascii_digit()) || has_word(&text, NUMBER_WORDS, NO_NUMBER);
    let time = commitment.deadline.is_some() || has_word(&text, TIME_WORDS, NO_TIME);
    let place = has_word(&text, PLACE_WORDS, NO_PLACE)
        || !commitment.people.trim().is_empty()
        || !commitment.duty.trim().is_empty();
    [
        (ready_made, Hint::ReadyMade),
        (!number, Hint::NoNumber),
        (!time, Hint::NoTime),
        (!place, Hint::NoPlace),
    ]
    .into_iter()
    .filter_map(|(applies, hint)| applies.then_some(hint))
    .collect()
}

/// Whether it is "chung chung" (S4) as a whole: a sentence that fits anyone, or most of what could be
/// checked is missing. One thing missing alone is no reason to speak with somebody.
pub fn is_vague(commitment: &Commitment) -> bool {
    let hints = hints(commitment);
    hints.contains(&Hint::ReadyMade) || hints.len() > 1
}

/// Lower case, words one space apart, without the full stop at the end.
fn plain(text: &str) -> String {
    let text = lower(text);
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_end_matches(['.', ';', ','])
        .to_owned()
}

/// Whole words only: "ban" is not in "bàn", nor "ở" in "mở"; and outside the idle turns.
fn has_word(text: &str, words: &[&str], idle: &[&str]) -> bool {
    let letters = |c: char| if in_word(c) { c } else { ' ' };
    let text: String = text.chars().map(letters).collect();
    // A sign that is no word keeps the words around a turn from forming another.
    let told = idle
        .iter()
        .fold(spaced(&text), |text, turn| without(&text, &spaced(turn)));
    words
        .iter()
        .any(|word| find(&told, &spaced(word)).is_some())
}

/// The text with a sign in each place of the turn.
fn without(text: &str, turn: &str) -> String {
    let (mut told, mut rest) = (String::new(), text);
    while let Some((before, after)) = find(rest, turn) {
        told.push_str(before);
        told.push_str(" | ");
        rest = after;
    }
    told.push_str(rest);
    told
}

/// What stands before and after a part of the text. The standard library's search is quicker on
/// long texts, and costs the page 2 KB.
fn find<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    text.char_indices().find_map(|(index, _)| {
        let (before, rest) = text.split_at_checked(index)?;
        Some((before, rest.strip_prefix(part)?))
    })
}

/// Words one space apart, with a space at both ends.
fn spaced(text: &str) -> String {
    format!(
        " {} ",
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}
