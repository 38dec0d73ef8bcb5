//! The state of receiving: the pile, the answers given so far, the verdicts that follow from them, and
//! what can be done with it all.

use super::receive_reading::{Pile, Progress, Source, read_files, read_text};
use super::receive_row;
use crate::browser::page;
use crate::browser::pile::Picked;
use crate::browser::timer::later;
use crate::desk::{Changes, Desk};
use crate::domain::ItemId;
use crate::domain::branch::intake::intake;
use crate::domain::branch::receive::{Answers, Ask, Intake, Judged, Note, Owner, Verdict};
use crate::domain::branch::received::Incoming;
use crate::signal::{RwSignal, Signal};

/// The state of the screen, handed about.
#[derive(Clone, Copy)]
pub struct Receiving {
    pub desk: Desk,
    pub pile: RwSignal<Pile>,
    pub answers: RwSignal<Answers>,
    /// By the pile, the answers and the branch; `None` when there is no branch.
    intake: RwSignal<Option<Intake>>,
    pub progress: RwSignal<Option<Progress>>,
    /// Who and what came in last.
    pub kept: RwSignal<Vec<(String, String)>>,
}

/// One file, what it is, and the branch as it would be.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub judged: &'a Judged,
    pub file: &'a Incoming,
    pub source: &'a Source,
    pub intake: &'a Intake,
}

/// It has a question, or waits for the one that its handbook's first file has.
pub fn is_asked(judged: &Judged) -> bool {
    (judged.asks.is_some() || waits(judged)) && !is_unknown(judged)
}

/// Nobody on the roster has a name like it.
pub fn is_unknown(judged: &Judged) -> bool {
    matches!(&judged.asks, Some(Ask::Whose(likely)) if likely.is_empty())
}

pub fn is_same(judged: &Judged) -> bool {
    judged.verdict == Verdict::Same && judged.asks.is_none()
}

pub fn is_archived(judged: &Judged) -> bool {
    judged.notes.contains(&Note::Archived)
}

pub fn is_plain(judged: &Judged) -> bool {
    judged.asks.is_none() && !is_same(judged) && !is_archived(judged) && !waits(judged)
}

/// Not kept, and not because it is settled so.
pub fn waits(judged: &Judged) -> bool {
    let settled = is_same(judged) || is_archived(judged) || judged.owner == Owner::LeftOut;
    !judged.taken && !settled
}

impl Receiving {
    pub fn begin(desk: Desk) -> Self {
        Self {
            desk,
            pile: RwSignal::new(Pile::default()),
            answers: RwSignal::new(Answers::default()),
            intake: RwSignal::new(None),
            progress: RwSignal::new(None),
            kept: RwSignal::new(Vec::new()),
        }
    }

    pub fn read(self, files: Vec<Picked>) {
        if files.is_empty() || self.progress.with_untracked(Option::is_some) {
            return;
        }
        let of = files.len();
        self.progress.set(Some(Progress { done: 0, of }));
        later(async move {
            let pile = read_files(files, self.progress).await;
            self.add(pile);
        });
    }

    pub fn read_pasted(self, text: Vec<u8>) {
        later(async move {
            let pile = read_text(&text).await;
            self.add(pile);
        });
    }

    /// To what lies there already; to nothing when the person went elsewhere meanwhile.
    fn add(self, read: Pile) {
        if !self.pile.is_there() {
            return;
        }
        self.pile.update(|pile| pile.append(read));
        self.judge();
        self.progress.set(None);
        page::focus("#found");
    }

    /// Judges all anew; nothing is kept by it.
    fn judge(self) {
        let desk = self.desk;
        let today = desk.today.get_untracked();
        let held = |person: &ItemId, year| desk.peek_dossier(person, year, |known| known.cloned());
        let intake = self.pile.with_untracked(|pile| {
            self.answers.with_untracked(|answers| {
                desk.peek(|branch| Some(intake(branch, held, &pile.files, answers, today)))
            })
        });
        self.intake.set(intake);
    }

    pub fn answer(self, act: impl FnOnce(&mut Answers)) {
        self.answers.update(act);
        self.judge();
    }

    /// The verdicts, followed.
    pub fn judged<T>(self, read: impl FnOnce(&[Judged]) -> T) -> T {
        self.intake
            .with(|intake| read(intake.as_ref().map_or(&[], |intake| &intake.judged)))
    }

    /// One file with its verdict, followed.
    pub fn at<T>(self, place: usize, read: impl FnOnce(Seen) -> T) -> Option<T> {
        self.intake.with(|intake| {
            let intake = intake.as_ref()?;
            let judged = intake.judged.get(place)?;
            self.pile.with_untracked(|pile| {
                let (file, source) = (pile.files.get(place)?, pile.sources.get(place)?);
                Some(read(Seen {
                    judged,
                    file,
                    source,
                    intake,
                }))
            })
        })
    }

    pub fn places(self, is_of: fn(&Judged) -> bool) -> Signal<Vec<usize>> {
        Signal::derive(move || {
            self.judged(|judged| {
                let of = judged
                    .iter()
                    .enumerate()
                    .filter(|(_, judged)| is_of(judged));
                of.map(|(place, _)| place).collect()
            })
        })
    }

    /// Keeps what can be kept, all or nothing; what waits for an answer stays.
    pub fn keep(self) {
        self.judge();
        let Some(intake) = self.intake.get_untracked() else {
            return;
        };
        let taken = intake.judged.iter().filter(|judged| judged.taken).count();
        let lines = self
            .pile
            .with_untracked(|pile| receive_row::kept(&intake, &pile.files));
        let waiting: Vec<_> = intake.judged.iter().map(waits).collect();
        let same = self.desk.peek(|branch| *branch == intake.branch);
        let changes = Changes {
            branch: (!same).then_some(intake.branch),
            dossiers: intake.dossiers,
        };
        let what = format!("Đã nhận {taken} phiếu.");
        // A refusal is said above the screen.
        if self.desk.commit_with_undo(what, changes).is_ok() {
            self.pile.update(|pile| pile.keep_only(&waiting));
            self.kept.set(lines);
        }
        self.judge();
        page::focus_heading();
    }

    pub fn clear(self) {
        self.pile.set(Pile::default());
        self.answers.set(Answers::default());
        self.judge();
    }
}
