//! What a hand-over holds, in plain words: nothing leaves that is not named here.

use crate::domain::handover::month_ranges;
use crate::domain::letters::lower;
use crate::domain::{Deed, Handbook, Handover, Part};
use crate::ui::{El, Icon, b, each, el, h2, icon, p, stack};

/// What goes with every month.
pub const MONTH: &str = "mức, minh chứng từng việc, chuẩn mực, ngày ghi xong";

/// What goes with a review.
const REVIEW: &str = "toàn bộ bản đã hoàn tất";

fn deed_name(deed: &Deed) -> String {
    match deed.consent {
        Some(_) => format!("Việc tốt {}: {}", deed.on.short(), deed.text),
        None => format!("Rút lại việc tốt {}", deed.on.short()),
    }
}

/// A part's name and what goes with it.
pub fn name(handbook: &Handbook, part: &Part) -> (String, String) {
    match part {
        Part::Pledge => {
            let last = handbook.pledge.last();
            let count = last.map_or(0, |last| last.commitments.len());
            let again = last
                .filter(|last| last.number > 1)
                .map(|last| format!("nộp lần {}, ", last.number))
                .unwrap_or_default();
            ("Bản đăng ký".to_owned(), format!("{again}{count} việc"))
        }
        Part::Month(month) => (format!("Tháng {}", month.number()), MONTH.to_owned()),
        Part::Shortcoming(id) => {
            let found = handbook.shortcomings.iter().find(|found| found.id == *id);
            let text = found
                .map(|found| {
                    if found.text.is_empty() {
                        found.remedy.clone()
                    } else {
                        found.text.clone()
                    }
                })
                .unwrap_or_default();
            (
                format!("Hạn chế: {text}"),
                found
                    .map(|found| lower(found.correction.name()))
                    .unwrap_or_default(),
            )
        }
        Part::Review(review) => (review.name().to_owned(), REVIEW.to_owned()),
        Part::Deed(id) => {
            let found = handbook.deeds.iter().find(|deed| deed.id == *id);
            let deed = found.map_or_else(|| "Rút lại việc tốt đã xóa".to_owned(), deed_name);
            (deed, String::new())
        }
    }
}

/// "Sẽ rời khỏi máy này".
pub fn in_words(handover: &Handover, private_notes: usize) -> El {
    let profile = &handover.profile;
    let mut who = [
        profile.name.as_str(),
        profile.standing.name(),
        &profile.duty,
        profile.post.as_deref().unwrap_or_default(),
        &profile.branch,
    ]
    .to_vec();
    who.retain(|word| !word.is_empty());
    let mut lines = vec![who.join(" · ")];
    if let Some(pledge) = &handover.pledge {
        let last = pledge.revisions.last();
        let commitments = last.map_or(0, |last| last.commitments.len());
        let times = pledge.revisions.len();
        let consent = if pledge.posting_consent.is_some() {
            "đồng ý công khai"
        } else {
            "chưa đồng ý công khai"
        };
        lines.push(format!(
            "Bản đăng ký: {commitments} việc, {times} lần nộp, ngày thông qua nếu có; {consent}"
        ));
    }
    if !handover.months.is_empty() {
        let ranges = month_ranges(handover.months.keys().map(|month| month.number()));
        lines.push(format!("Tháng {ranges}: {MONTH}"));
    }
    let noted = handover
        .months
        .iter()
        .filter(|(_, rating)| !rating.note.is_empty());
    let noted = month_ranges(noted.map(|(month, _)| month.number()));
    if !noted.is_empty() {
        lines.push(format!("Ghi chú gửi chi bộ của tháng {noted}"));
    }
    for found in &handover.shortcomings {
        lines.push(format!(
            "Hạn chế “{}”, cách khắc phục, thời hạn",
            found.text
        ));
    }
    for review in handover.reviews.keys() {
        lines.push(format!("{}: {REVIEW}", review.name()));
    }
    lines.extend(handover.deeds.iter().map(deed_name));
    let own = handover.own_standards.len();
    if own > 0 {
        lines.push(format!("Lời của {own} chuẩn mực tự đặt"));
    }
    let private = (private_notes > 0).then(|| {
        let words = format!("Không gửi: {private_notes} ghi chú riêng");
        p((icon(Icon::Lock), b(words))).class("line")
    });
    let lines = each(lines, |line| el("li").with(line));
    stack((
        h2("Sẽ rời khỏi máy này"),
        el("ul").class("list").with(lines),
        private,
    ))
}
