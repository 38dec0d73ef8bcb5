//! A pledge as it was handed in: its commitments, what each revision changed, what could be clearer. Only
//! to read; nothing here can be changed.

use crate::desk::Desk;
use crate::domain::branch::Branch;
use crate::domain::pledge::{Change, changes};
use crate::domain::vague::hints;
use crate::domain::{Commitment, ItemId, PledgeRevision};
use crate::signal::Signal;
use crate::ui::{Content, El, View, b, details, each, el, eyebrow, hint, live, muted, p};

/// As the form asks them.
const ANSWERS: [&str; 6] = [
    "Việc sẽ làm",
    "Làm sao biết là đã làm được",
    "Thời hạn",
    "Chuẩn mực",
    "Nhiệm vụ",
    "Người cùng làm",
];

/// The last revision, with those before it; nothing where no file brought one.
pub fn pledge(desk: Desk, year: i32, person: &ItemId) -> View {
    let person = person.clone();
    let revisions = Signal::derive(move || {
        desk.dossier(&person, year, |dossier| {
            dossier
                .map(|dossier| dossier.handed_in().to_vec())
                .unwrap_or_default()
        })
    });
    live(move || {
        let revisions = revisions.get();
        let last = revisions.last()?;
        let words = match revisions.len() {
            1 => format!("Nộp ngày {}", last.submitted_on),
            many => format!("Nộp ngày {}, sửa lần {}", last.submitted_on, many - 1),
        };
        let commitments = each(&last.commitments, |one| commitment(desk, year, one, true));
        Some((eyebrow(words), commitments, earlier(desk, year, &revisions)))
    })
}

/// One commitment: what, and under it the other answers that were given.
pub fn commitment(desk: Desk, year: i32, one: &Commitment, with_hints: bool) -> El {
    let answers = desk
        .peek(|branch| Some(answers(branch, year, one)))
        .unwrap_or_default();
    let rest = ANSWERS.into_iter().zip(answers).skip(1);
    let rest = rest.filter(|(_, answer)| !answer.is_empty());
    let rest = each(rest, |(name, answer)| {
        let name = el("span").class("muted").with(format!("{name}: "));
        p((name, answer))
    });
    let hints = with_hints.then(|| each(hints(one), |one| hint(one.sentence())));
    el("div")
        .class("pledged")
        .with((p(b(one.action.clone())), rest, hints))
}

/// The answers as text, the standard in its words.
fn answers(branch: &Branch, year: i32, one: &Commitment) -> [String; 6] {
    let mut answers = one.answers();
    if let Some(id) = &one.standard {
        answers[3] = standard(branch, year, id);
    }
    answers
}

/// Of the newest pack that knows it; a person's own standard is known to their handbook only.
fn standard(branch: &Branch, year: i32, id: &ItemId) -> String {
    let packs = branch.year(year).and_then(|year| year.packs.as_ref());
    let issued = packs
        .into_iter()
        .flat_map(|packs| packs.issued.iter().rev());
    let mut standards = issued.flat_map(|issued| &issued.pack.standards);
    let known = standards.find(|standard| standard.id == *id);
    known
        .map(|standard| standard.text.clone())
        .unwrap_or_default()
}

fn earlier(desk: Desk, year: i32, revisions: &[PledgeRevision]) -> Vec<View> {
    let pairs = revisions.windows(2).rev();
    let told = pairs.filter_map(|pair| match pair {
        [before, after] => {
            let words = format!("Khác gì với bản nộp ngày {}", before.submitted_on);
            let changes = changes(&before.commitments, &after.commitments);
            Some(details(words, difference(desk, year, &changes)).view())
        }
        _ => None,
    });
    told.collect()
}

/// What changed, for someone who reads both.
pub fn difference(desk: Desk, year: i32, changes: &[Change]) -> El {
    let none = changes.is_empty().then(|| muted("Không có câu nào khác."));
    let lines = each(changes, |change| match change {
        Change::Added(one) => (eyebrow("Thêm việc"), p(el("ins").with(one.action.clone()))).view(),
        Change::Removed(one) => (eyebrow("Bỏ việc"), p(el("del").with(one.action.clone()))).view(),
        Change::Edited {
            commitment,
            answers,
        } => {
            let edited = each(answers, |(question, before, after)| {
                let words = |text: &String| in_words(desk, year, *question, text);
                answer(*question, words(before), words(after))
            });
            (eyebrow("Sửa việc"), p(commitment.action.clone()), edited).view()
        }
    });
    el("div").class("aside").with((none, lines))
}

fn in_words(desk: Desk, year: i32, question: usize, text: &str) -> String {
    match ItemId::parse(text).filter(|_| question == 3) {
        Some(id) => desk.peek(|branch| standard(branch, year, &id)),
        None => text.to_owned(),
    }
}

fn answer(question: usize, before: String, after: String) -> El {
    let name = ANSWERS.get(question).copied().unwrap_or_default();
    let name = el("span").class("muted").with(format!("{name}: "));
    let before = (!before.is_empty()).then(|| el("del").with(before));
    let after = (!after.is_empty()).then(|| el("ins").with(after));
    let both = (before.is_some() && after.is_some()).then_some(" ");
    p((name, before, both, after))
}
