//! What a hand-over holds, in plain words: nothing leaves that is not named here.

use leptos::prelude::*;

use crate::domain::{Handbook, Handover, Part};
use crate::ui::{Icon, icon};

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
        Part::Month(month) => (
            format!("Tháng {}", month.number()),
            "mức, minh chứng, chuẩn mực, ghi chú gửi chi bộ".to_owned(),
        ),
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
                    .map(|found| found.correction.name().to_lowercase())
                    .unwrap_or_default(),
            )
        }
    }
}

/// "Sẽ rời khỏi máy này".
pub fn in_words(handover: &Handover, private_notes: usize) -> AnyView {
    let profile = &handover.profile;
    let who = [
        profile.name.as_str(),
        profile.standing.name(),
        &profile.duty,
        profile.post.as_deref().unwrap_or_default(),
        &profile.branch,
    ];
    let who = who
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let pledge = handover.pledge.as_ref().map(|pledge| {
        let commitments = pledge
            .revisions
            .last()
            .map_or(0, |last| last.commitments.len());
        let times = pledge.revisions.len();
        let consent = if pledge.posting_consent.is_some() {
            "đồng ý công khai"
        } else {
            "chưa đồng ý công khai"
        };
        format!(
            "Bản đăng ký: {commitments} việc, {times} lần nộp, ngày thông qua nếu có; {consent}"
        )
    });
    let months = handover.months.iter().map(|(month, rating)| {
        let note = if rating.note.is_empty() {
            ""
        } else {
            ", ghi chú gửi chi bộ"
        };
        format!(
            "Tháng {}: mức và minh chứng của {} việc, {} chuẩn mực{note}, ngày ghi xong",
            month.number(),
            rating.commitments.len(),
            rating.standards.len()
        )
    });
    let shortcomings = handover
        .shortcomings
        .iter()
        .map(|found| format!("Hạn chế “{}”, cách khắc phục, thời hạn", found.text));
    let own = (!handover.own_standards.is_empty())
        .then(|| format!("Lời của {} chuẩn mực tự đặt", handover.own_standards.len()));
    let lines = std::iter::once(who)
        .chain(pledge)
        .chain(months)
        .chain(shortcomings)
        .chain(own);
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    let private = (private_notes > 0).then(|| {
        view! { <p class="line">{icon(Icon::Lock)}<b>{format!("Không gửi: {private_notes} ghi chú riêng")}</b></p> }
    });
    view! {
        <section class="stack">
            <h2>"Sẽ rời khỏi máy này"</h2>
            <ul class="list">{lines}</ul>
            {private}
        </section>
    }
    .into_any()
}
