//! The vagueness helper: pledges that are "chung chung", "qua loa, đại khái" (S4) can't be checked
//! at the end of the year. It points, with a hint, and never blocks.

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
const TIME_WORDS: &[&str] = &[
    "ngày", "tuần", "tháng", "quý", "năm", "giờ", "phút", "buổi", "sáng", "chiều", "tối", "hằng",
    "hàng", "trước", "mỗi", "thứ", "cuối",
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
    let number = text.chars().any(|c| c.is_ascii_digit()) || has_word(&text, NUMBER_WORDS);
    let time = commitment.deadline.is_some() || has_word(&text, TIME_WORDS);
    let place = has_word(&text, PLACE_WORDS)
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

/// Lower case, words one space apart, without the full stop at the end.
fn plain(text: &str) -> String {
    let text = text.to_lowercase();
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_end_matches(['.', ';', ','])
        .to_owned()
}

/// Whole words only: "ban" is not in "bàn", nor "ở" in "mở".
fn has_word(text: &str, words: &[&str]) -> bool {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let spaced = format!(
        " {} ",
        spaced.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    words
        .iter()
        .any(|word| spaced.contains(&format!(" {word} ")))
}
