//! What in a report does not add up, said before it is printed: S1 says 54 collectives and lists
//! 1 + 3 + 51 = 55.

use super::commendation::mismatches;
use super::report::{BranchReport, ReportPart, Section};
use super::report_words::{Material, sections};
use crate::domain::letters::grouped;
use crate::domain::review::Review;

/// What was found, and in which section; `None`: at the head.
pub type Found = (Option<ReportPart>, String);

/// Sentences, in the paper's order.
pub fn check(of: &Material, report: &BranchReport) -> Vec<Found> {
    let mut found = Vec::new();
    if report.number.trim().is_empty() {
        found.push((None, "Chưa ghi số báo cáo.".to_owned()));
    }
    if report.on.is_none() {
        found.push((None, "Chưa ghi ngày báo cáo.".to_owned()));
    }
    for section in sections(of, report) {
        let part = Some(section.part);
        let faults = written(&section);
        found.extend(faults.into_iter().map(|words| (part, words)));
        // The totals stated beside the list are the year's.
        if section.part == ReportPart::Commendations
            && of.review == Review::FullYear
            && let Some(year) = of.branch.year(of.year)
        {
            let off = mismatches(&of.commended(), &year.stated);
            found.extend(off.into_iter().map(|words| (part, words)));
        }
    }
    found
}

/// What a text says against itself, or against the numbers since.
fn written(section: &Section) -> Vec<String> {
    let mut faults = Vec::new();
    if section.changed {
        faults.push("Số liệu đã thay đổi sau khi sửa phần này.".to_owned());
    }
    let fractions = fractions(&section.text);
    let above = fractions.iter().filter(|(part, of)| part > of);
    faults.extend(above.map(|(part, of)| format!("Ghi {part}/{of}: số đạt lớn hơn tổng số.")));
    if section.part == ReportPart::Registration
        && let [whole, groups @ ..] = &fractions[..]
        && groups.len() == 2
    {
        faults.extend(sum(
            whole.0,
            groups.iter().map(|one| one.0),
            "số đã đăng ký",
        ));
        faults.extend(sum(
            whole.1,
            groups.iter().map(|one| one.1),
            "tổng số người",
        ));
    }
    if section.part == ReportPart::Commendations {
        for what in ["tập thể", "cá nhân"] {
            if let [whole, parts @ ..] = &counted(&section.text, what)[..]
                && !parts.is_empty()
            {
                faults.extend(sum(*whole, parts.iter().copied(), what));
            }
        }
    }
    faults
}

/// The first stated against what is listed after it.
fn sum(stated: u64, listed: impl Iterator<Item = u64>, what: &str) -> Option<String> {
    let listed: Vec<_> = listed.collect();
    let sum = listed
        .iter()
        .fold(0_u64, |sum, one| sum.saturating_add(*one));
    let parts: Vec<_> = listed.iter().map(|one| grouped(*one)).collect();
    (sum != stated).then(|| {
        let (parts, sum, stated) = (parts.join(" + "), grouped(sum), grouped(stated));
        format!("Ghi {stated} {what} nhưng cộng lại được {parts} = {sum}.")
    })
}

/// A word's number: "1.130", "54".
fn number(word: &str) -> Option<u64> {
    let digits: String = word.chars().filter(|c| *c != '.').collect();
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

fn words(text: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, ',' | ';' | ':' | '.' | '(' | ')');
    text.split_whitespace()
        .map(|word| word.trim_matches(ends))
        .collect()
}

/// "64/68" and the like; a year after a slash ("Quý I/2012") and a day (30/11/2026) are none.
fn fractions(text: &str) -> Vec<(u64, u64)> {
    let one = |word: &str| {
        let (part, of) = word.split_once('/')?;
        Some((number(part)?, number(of)?))
    };
    words(text).into_iter().filter_map(one).collect()
}

/// The numbers before these two words.
fn counted(text: &str, what: &str) -> Vec<u64> {
    let words = words(text);
    let at = |turn: &[&str]| match turn {
        [count, first, second] if format!("{first} {second}").to_lowercase() == what => {
            number(count)
        }
        _ => None,
    };
    words.windows(3).filter_map(at).collect()
}
