//! Adoption and posting in words: why one of several was left out, why a pledge does not hang on the
//! wall, what the public list is headed with.

use super::adoption::{LeftOut, Publicity};
use super::{Branch, Person};
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::pledge::{Commitment, Deadline};

impl LeftOut {
    pub fn words(self) -> String {
        match self {
            Self::NoPledge => "chưa nộp bản đăng ký".to_owned(),
            Self::HandedInLater(day) => format!("nộp ngày {day}, sau buổi họp này"),
            Self::NotOfBranch => "ngày ấy không sinh hoạt ở chi bộ".to_owned(),
            Self::AdoptedLater(day) => format!("thông qua ngày {day}, sau ngày công khai này"),
        }
    }
}

impl Publicity {
    /// Why a pledge is not on the public list; `None`: it is.
    pub fn why_not(self) -> Option<&'static str> {
        Some(match self {
            Self::NotAdopted => "Chưa thông qua",
            Self::OnPaper => "Chỉ có bản trên giấy: treo chính bản ấy nếu người viết đồng ý",
            Self::NoConsent => "Chưa đồng ý công khai",
            Self::Withdrawn(_) => "Đã rút lời đồng ý",
            Self::Ready | Self::Posted(_) => return None,
        })
    }
}

/// Those who belong on that day and are not on the public list, by reason, in the order of the cycle.
pub fn unlisted(
    branch: &Branch,
    publicity: impl Fn(&ItemId) -> Publicity,
    day: Day,
) -> Vec<(&'static str, Vec<ItemId>)> {
    let mut reasons: Vec<(&str, Vec<ItemId>)> = Vec::new();
    for person in branch.roster.on(day) {
        let Some(why) = publicity(&person.id).why_not() else {
            continue;
        };
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, people)) => people.push(person.id.clone()),
            None => reasons.push((why, vec![person.id.clone()])),
        }
    }
    reasons
}

/// A commitment in one line, for the list on the wall: "Việc. Cách biết. Hạn 31/12/2026."
pub fn one_line(commitment: &Commitment) -> String {
    let trimmed = |text: &str| text.trim().trim_end_matches(['.', ';']).to_owned();
    let by = commitment.deadline.as_ref().map(until);
    let measure = Some(trimmed(&commitment.measure));
    let parts = [Some(trimmed(&commitment.action)), measure, by];
    let parts = parts.into_iter().flatten();
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    format!("{}.", parts.join(". "))
}

/// "Hạn 31/12/2026"; the person's own words stand as they are.
pub fn until(deadline: &Deadline) -> String {
    match deadline {
        Deadline::On(day) => format!("Hạn {day}"),
        Deadline::Words(words) => words.clone(),
    }
}

/// To somebody who changed the pledge after it was adopted. Without a pronoun, as other reminders.
pub fn reminder_of_change(
    branch: &Branch,
    person: &ItemId,
    (adopted_on, again_on): (Day, Day),
    before: Day,
) -> String {
    let name = branch.roster.person(person);
    let name = name.map(Person::shown).unwrap_or_default();
    format!(
        "{}: bản đăng ký làm theo của {name} thông qua ngày {adopted_on}, nộp lại ngày {again_on} có chỗ sửa. Đề nghị trình bày chỗ sửa để chi bộ thông qua lại tại buổi họp ngày {before}.",
        branch.name
    )
}
