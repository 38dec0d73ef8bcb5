//! A pledge as it was handed in: its commitments, what each revision changed, what could be clearer. Only
//! to read; nothing here can be changed.

use crate::browser::text::nfc;
use crate::desk::Desk;
use crate::domain::branch::{Branch, Dossier};
use crate::domain::handover::HandedPledge;
use crate::domain::pack::Standard;
use crate::domain::pledge::{Change, changes};
use crate::domain::vague::hints;
use crate::domain::{Commitment, ItemId, PledgeRevision};
use crate::exchange::check_code;
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

/// Whose pledge of which year is shown.
#[derive(Clone)]
pub struct Whose {
    pub desk: Desk,
    pub year: i32,
    /// `None`: the branch's own.
    pub person: Option<ItemId>,
}

impl Whose {
    pub fn of(desk: Desk, year: i32, person: &ItemId) -> Self {
        Self {
            desk,
            year,
            person: Some(person.clone()),
        }
    }

    fn dossier<T>(&self, read: impl FnOnce(&Dossier) -> Option<T>) -> Option<T> {
        let person = self.person.as_ref()?;
        self.desk
            .peek_dossier(person, self.year, |dossier| read(dossier?))
    }

    /// The last revision, with those before it; nothing where no file brought one.
    pub fn pledge(self) -> View {
        let handed = {
            let Self { desk, year, person } = self.clone();
            Signal::derive(move || {
                desk.dossier(person.as_ref()?, year, |dossier| {
                    let pledge = dossier?.received.as_ref()?.pledge.as_ref()?;
                    Some(pledge.value.clone())
                })
            })
        };
        live(move || handed.get().map(|handed| self.handed(&handed)))
    }

    fn handed(&self, handed: &HandedPledge) -> View {
        let Some(last) = handed.revisions.last() else {
            return View::Nothing;
        };
        let words = match handed.revisions.len() {
            1 => format!("Nộp ngày {}", last.submitted_on),
            many => format!("Nộp ngày {}, sửa lần {}", last.submitted_on, many - 1),
        };
        let commitments = each(&last.commitments, |one| self.commitment(one, true));
        let by_hand = handed.handwritten.then_some("Có bản viết tay. ");
        let consent = match handed.posting_consent {
            Some(on) => format!("Đồng ý công khai ngày {on}."),
            None => "Chưa đồng ý công khai.".to_owned(),
        };
        (
            eyebrow(words),
            muted(format!(
                "Mã đối chiếu với bản viết tay: {}",
                check_code(last, &nfc)
            )),
            commitments,
            muted((by_hand, consent)),
            self.earlier(&handed.revisions),
        )
            .view()
    }

    /// One commitment: what, and under it the other answers that were given.
    pub fn commitment(&self, one: &Commitment, with_hints: bool) -> El {
        let mut answers = one.answers();
        if let Some(id) = &one.standard {
            answers[3] = self.standard(id);
        }
        let rest = ANSWERS.into_iter().zip(answers).skip(1);
        let rest = rest.filter(|(_, answer)| !answer.is_empty());
        let rest = each(rest, |(name, answer)| p((label(name), answer)));
        let hints = with_hints.then(|| each(hints(one), |one| hint(one.sentence())));
        el("div")
            .class("pledged")
            .with((p(b(one.action.clone())), rest, hints))
    }

    /// In the words of the newest pack that knows it, else of the person's own set.
    fn standard(&self, id: &ItemId) -> String {
        let words = |standard: &Standard| standard.text.clone();
        let of_pack = |branch: &Branch| {
            let packs = branch.year(self.year)?.packs.as_ref()?;
            let issued = packs.issued.iter().rev();
            let mut standards = issued.flat_map(|issued| &issued.pack.standards);
            standards.find(|standard| standard.id == *id).map(words)
        };
        let of_own = || {
            self.dossier(|dossier| {
                let own = dossier.received.as_ref()?.own_standards.get(id)?;
                Some(words(&own.value))
            })
        };
        let known = self.desk.peek(of_pack).or_else(of_own);
        known.unwrap_or_default()
    }

    fn earlier(&self, revisions: &[PledgeRevision]) -> Vec<View> {
        let pairs = revisions.windows(2).rev();
        let told = pairs.filter_map(|pair| match pair {
            [before, after] => {
                let words = format!("Khác gì với bản nộp ngày {}", before.submitted_on);
                let changes = changes(&before.commitments, &after.commitments);
                Some(details(words, self.difference(&changes)).view())
            }
            _ => None,
        });
        told.collect()
    }

    /// What changed, for someone who reads both.
    pub fn difference(&self, changes: &[Change]) -> El {
        let none = changes.is_empty().then(|| muted("Không có câu nào khác."));
        let lines = each(changes, |change| match change {
            Change::Added(one) => {
                let words = el("ins").with(one.action.clone());
                (eyebrow("Thêm việc"), p(words)).view()
            }
            Change::Removed(one) => {
                let words = el("del").with(one.action.clone());
                (eyebrow("Bỏ việc"), p(words)).view()
            }
            Change::Edited {
                commitment,
                answers,
            } => {
                let edited = each(answers, |(question, before, after)| {
                    let words = |text| self.in_words(*question, text);
                    edited(*question, words(before), words(after))
                });
                (eyebrow("Sửa việc"), p(commitment.action.clone()), edited).view()
            }
        });
        el("div").class("aside").with((none, lines))
    }

    fn in_words(&self, question: usize, text: &str) -> String {
        match ItemId::parse(text).filter(|_| question == 3) {
            Some(id) => self.standard(&id),
            None => text.to_owned(),
        }
    }
}

fn label(name: &'static str) -> El {
    el("span").class("muted").with(format!("{name}: "))
}

fn edited(question: usize, before: String, after: String) -> El {
    let name = ANSWERS.get(question).copied().unwrap_or_default();
    let before = (!before.is_empty()).then(|| el("del").with(before));
    let after = (!after.is_empty()).then(|| el("ins").with(after));
    let both = (before.is_some() && after.is_some()).then_some(" ");
    p((label(name), before, both, after))
}
