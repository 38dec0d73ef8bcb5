//! What there is before a branch's pack arrives: a short set of standards in the reports' own
//! words, every one of which can be rewritten, and sentences to start a commitment from.

use super::ids::ItemId;
use super::pack::{
    Conduct, Headings, Quotas, Standard, StandardsPack, usual_meeting_day, usual_scale,
};

const MUST_DO: &[(&str, &str)] = &[
    ("noi-di-doi-voi-lam", "Nói đi đôi với làm"),     // S4
    ("trach-nhiem", "Nêu cao tinh thần trách nhiệm"), // S4
    ("tiet-kiem", "Thực hành tiết kiệm"),             // S3, S4
    (
        "can-kiem-liem-chinh",
        "Cần, kiệm, liêm, chính, chí công vô tư",
    ), // S0
    ("gan-bo-nhan-dan", "Gắn bó với nhân dân"),       // S1, S4
    ("gian-di-khiem-ton", "Cuộc sống giản dị và khiêm tốn"), // S0
];

const MUST_AVOID: &[(&str, &str)] = &[
    ("chu-nghia-ca-nhan", "Chủ nghĩa cá nhân"), // S4
    ("lang-phi-quan-lieu", "Tham ô, lãng phí, quan liêu"), // S3
    ("qua-loa-dai-khai", "Qua loa, đại khái"),  // S4
    ("ngai-va-cham", "Ngại va chạm"),           // S4
];

/// Openings for a commitment, from what the reports say people pledged. Left as they are they are
/// vague, and the helper says so.
pub const SUGGESTIONS: &[&str] = &[
    "Nâng cao chất lượng hội nghị, cuộc họp", // S4
    "Nâng cao ý thức trách nhiệm, thái độ phục vụ nhân dân", // S4
    "Thực hành tiết kiệm, chống lãng phí",    // S3, S4
    "Sửa đổi lối làm việc",                   // S3
    "Sáng kiến, cải tiến kỹ thuật trong công việc", // S1
    "Giúp đỡ người có hoàn cảnh khó khăn",    // S1
];

/// The pack of someone who has none.
pub fn starter_pack(year: i32) -> StandardsPack {
    let set = |conduct: Conduct, words: &'static [(&'static str, &'static str)]| {
        words.iter().map(move |(id, text)| Standard {
            id: ItemId::known(id),
            conduct,
            text: (*text).to_owned(),
            posts: Vec::new(),
            retired: false,
        })
    };
    StandardsPack {
        year,
        unit: String::new(),
        branch: String::new(),
        issued_on: None,
        theme: String::new(),
        topics: Vec::new(),
        standards: set(Conduct::MustDo, MUST_DO)
            .chain(set(Conduct::MustAvoid, MUST_AVOID))
            .collect(),
        quotas: Quotas::default(),
        scale: usual_scale(),
        meeting_day: usual_meeting_day(),
        headings: Headings::default(),
        classification: None,
    }
}
