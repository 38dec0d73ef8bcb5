//! What goes to the branch (phiếu gửi chi bộ), and the memory of what it was given.
//!
//! The types here have no place for a private note: what is not in them cannot leave. A part that
//! is absent from a hand-over was not sent this time; it does not take back what was sent before.

use so_tay_derive::in_files;

use super::calendar::{Day, YearMonth};
use super::deed::Deed;
use super::handbook::Handbook;
use super::ids::ItemId;
use super::letters::lower;
use super::pack::{PackVersion, Standard};
use super::people::Profile;
use super::pledge::{Pledge, PledgeRevision};
use super::rating::{CommitmentRating, Keeping, MonthlyRating};
use super::review::{FinishedReview, Review};
use super::shortcoming::Shortcoming;
use super::table::Table;

/// The person's agreement to exactly this hand-over. The 2026 data-protection law asks for an
/// explicit consent with a stated purpose and receiver.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub on: Day,
    pub receiver: String,
    pub purpose: String,
}

/// The purpose that the page states when it asks for consent.
pub const PURPOSE: &str = "Theo dõi, đánh giá việc thực hiện bản đăng ký làm theo trong chi bộ";

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedPledge {
    pub revisions: Vec<PledgeRevision>,
    #[serde(default)]
    pub handwritten: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting_consent: Option<Day>,
}

/// A completed month, without the private note.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedMonth {
    pub pack: PackVersion,
    #[serde(default)]
    pub commitments: Table<ItemId, CommitmentRating>,
    #[serde(default)]
    pub standards: Table<ItemId, Keeping>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub completed_on: Day,
}

/// What one file carries.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub year: i32,
    pub profile: Profile,
    pub consent: Consent,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledge: Option<HandedPledge>,
    #[serde(default)]
    pub months: Table<YearMonth, HandedMonth>,
    #[serde(default)]
    pub shortcomings: Vec<Shortcoming>,
    /// As finished.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub reviews: Table<Review, FinishedReview>,
    /// việc tốt; one without consent says that it was taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deeds: Vec<Deed>,
    /// The person's own standards that these months or shortcomings name; a branch's pack is
    /// known to the branch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_standards: Vec<Standard>,
}

/// One thing that can be chosen to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Pledge,
    Month(YearMonth),
    Shortcoming(ItemId),
    Review(Review),
    Deed(ItemId),
}

/// A file that was made for the branch.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedEntry {
    pub revision: u32,
    pub on: Day,
    /// "bản đăng ký, tháng 9–10"
    pub what: String,
}

/// What the branch was given so far.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Handed {
    /// The revision of the last file made. It only grows, even when the file was not sent after
    /// all: of two files the branch takes the higher.
    pub revision: u32,
    /// All parts as they were when last given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Handover>,
    /// Newest last.
    pub log: Vec<HandedEntry>,
}

fn handed_pledge(pledge: &Pledge) -> Option<HandedPledge> {
    (!pledge.revisions.is_empty()).then(|| HandedPledge {
        revisions: pledge.revisions.clone(),
        handwritten: pledge.handwritten,
        posting_consent: pledge.posting_consent,
    })
}

fn handed_month(rating: &MonthlyRating) -> Option<HandedMonth> {
    Some(HandedMonth {
        completed_on: rating.completed_on?,
        pack: rating.pack.clone(),
        commitments: rating.commitments.clone(),
        standards: rating.standards.clone(),
        note: rating.branch_note.clone(),
    })
}

impl Handbook {
    /// Everything that could go: the submitted pledge, completed months, shortcomings, finished reviews,
    /// and of good deeds those that may be told, or were and may be no longer, deleted ones too.
    pub fn parts(&self) -> Vec<Part> {
        let pledge = (!self.pledge.revisions.is_empty()).then_some(Part::Pledge);
        let months = self
            .months
            .iter()
            .filter(|(_, rating)| rating.completed_on.is_some());
        let shortcomings = self
            .shortcomings
            .iter()
            .filter(|shortcoming| !shortcoming.is_blank());
        let reviews = self
            .reviews
            .iter()
            .filter(|(_, written)| written.finished.is_some());
        let deeds = self.deeds_for_the_branch().into_iter().filter_map(|deed| {
            let part = Part::Deed(deed.id.clone());
            (deed.is_told() || self.was_sent(&part)).then_some(part)
        });
        pledge
            .into_iter()
            .chain(months.map(|(month, _)| Part::Month(*month)))
            .chain(shortcomings.map(|shortcoming| Part::Shortcoming(shortcoming.id.clone())))
            .chain(reviews.map(|(review, _)| Part::Review(*review)))
            .chain(deeds)
            .collect()
    }

    /// The parts that the branch does not have as they are now.
    pub fn unsent(&self) -> Vec<Part> {
        self.parts()
            .into_iter()
            .filter(|part| !self.was_sent_as_is(part))
            .collect()
    }

    /// Whether the branch was given this part, in whatever state.
    pub fn was_sent(&self, part: &Part) -> bool {
        self.handed.content.as_ref().is_some_and(|sent| match part {
            Part::Pledge => sent.pledge.is_some(),
            Part::Month(month) => sent.months.contains_key(month),
            Part::Shortcoming(id) => sent
                .shortcomings
                .iter()
                .any(|shortcoming| shortcoming.id == *id),
            Part::Review(review) => sent.reviews.contains_key(review),
            Part::Deed(id) => sent.deeds.iter().any(|deed| deed.id == *id),
        })
    }

    fn was_sent_as_is(&self, part: &Part) -> bool {
        self.handed.content.as_ref().is_some_and(|sent| match part {
            Part::Pledge => sent.pledge == handed_pledge(&self.pledge),
            Part::Month(month) => {
                sent.months.get(month) == self.months.get(month).and_then(handed_month).as_ref()
            }
            Part::Shortcoming(id) => {
                let same = |list: &[Shortcoming]| {
                    list.iter()
                        .find(|shortcoming| shortcoming.id == *id)
                        .cloned()
                };
                same(&sent.shortcomings) == same(&self.shortcomings)
            }
            Part::Review(review) => sent.reviews.get(review) == self.finished(*review),
            Part::Deed(id) => {
                let mut own = self.deeds_for_the_branch().into_iter();
                own.all(|deed| deed.id != *id || sent.deeds.contains(&deed))
            }
        })
    }

    /// As it would get them; of what it was told and the person has deleted since, nothing but that.
    fn deeds_for_the_branch(&self) -> Vec<Deed> {
        let mut deeds: Vec<_> = self.deeds.iter().map(Deed::handed).collect();
        let sent = self.handed.content.iter().flat_map(|sent| &sent.deeds);
        for told in sent.filter(|told| told.is_told()) {
            if !deeds.iter().any(|deed| deed.id == told.id) {
                let mut gone = told.clone();
                gone.consent = None;
                deeds.push(gone.handed());
            }
        }
        deeds
    }

    /// The review as it was last finished.
    pub fn finished(&self, review: Review) -> Option<&FinishedReview> {
        self.reviews.get(&review)?.finished.as_ref()
    }

    /// What would go for these parts. Parts that cannot go (an incomplete month) are left out.
    pub fn handover(&self, parts: &[Part], today: Day) -> Handover {
        let months: Table<_, _> = self
            .months
            .iter()
            .filter(|(month, _)| parts.contains(&Part::Month(**month)))
            .filter_map(|(month, rating)| Some((*month, handed_month(rating)?)))
            .collect();
        let chosen = |shortcoming: &&Shortcoming| {
            !shortcoming.is_blank() && parts.contains(&Part::Shortcoming(shortcoming.id.clone()))
        };
        let shortcomings: Vec<_> = self.shortcomings.iter().filter(chosen).cloned().collect();
        let reviews = Review::ALL
            .into_iter()
            .filter(|review| parts.contains(&Part::Review(*review)))
            .filter_map(|review| Some((review, self.finished(review)?.clone())))
            .collect();
        let mut deeds = self.deeds_for_the_branch();
        deeds.retain(|deed| parts.contains(&Part::Deed(deed.id.clone())));
        let pledge = parts
            .contains(&Part::Pledge)
            .then(|| handed_pledge(&self.pledge))
            .flatten();
        let own_standards = self.own_standards(pledge.as_ref(), &months, &shortcomings);
        let consent = Consent {
            on: today,
            receiver: self.profile.branch.clone(),
            purpose: PURPOSE.to_owned(),
        };
        Handover {
            year: self.year,
            profile: self.profile.clone(),
            consent,
            pledge,
            months,
            shortcomings,
            reviews,
            deeds,
            own_standards,
        }
    }

    /// Takes the number for a new file.
    pub fn next_handover_revision(&mut self) -> u32 {
        self.handed.revision = self.handed.revision.saturating_add(1);
        self.handed.revision
    }

    /// Remembers what was given with the file of that revision.
    pub fn record_handover(&mut self, given: Handover, revision: u32) {
        self.handed.log.push(HandedEntry {
            revision,
            on: given.consent.on,
            what: given.summary(),
        });
        match &mut self.handed.content {
            Some(content) if content.year == given.year => content.take(given),
            // Of another year it can be in a restored file only; its months would make this one unfit.
            content => *content = Some(given),
        }
    }
}

impl Handover {
    /// Adds or replaces the parts that a later hand-over brings.
    pub fn take(&mut self, later: Self) {
        self.year = later.year;
        self.profile = later.profile;
        self.consent = later.consent;
        self.pledge = later.pledge.or_else(|| self.pledge.take());
        self.months.extend(later.months);
        for shortcoming in later.shortcomings {
            match self
                .shortcomings
                .iter_mut()
                .find(|known| known.id == shortcoming.id)
            {
                Some(known) => *known = shortcoming,
                None => self.shortcomings.push(shortcoming),
            }
        }
        self.reviews.extend(later.reviews);
        for deed in later.deeds {
            match self.deeds.iter_mut().find(|known| known.id == deed.id) {
                Some(known) => *known = deed,
                None => self.deeds.push(deed),
            }
        }
        for standard in later.own_standards {
            match self
                .own_standards
                .iter_mut()
                .find(|known| known.id == standard.id)
            {
                Some(known) => *known = standard,
                None => self.own_standards.push(standard),
            }
        }
    }

    /// "bản đăng ký, tháng 9–10, 1 hạn chế"
    pub fn summary(&self) -> String {
        let mut words = Vec::new();
        if self.pledge.is_some() {
            words.push("bản đăng ký".to_owned());
        }
        if !self.months.is_empty() {
            words.push(format!(
                "tháng {}",
                month_ranges(self.months.keys().map(|month| month.number()))
            ));
        }
        if !self.shortcomings.is_empty() {
            words.push(format!("{} hạn chế", self.shortcomings.len()));
        }
        for review in self.reviews.keys() {
            words.push(lower(review.name()));
        }
        if !self.deeds.is_empty() {
            words.push(format!("{} việc tốt", self.deeds.len()));
        }
        words.join(", ")
    }
}

/// "1–8, 10" from ascending month numbers.
pub fn month_ranges(months: impl Iterator<Item = u8>) -> String {
    let mut ranges: Vec<(u8, u8)> = Vec::new();
    for month in months {
        match ranges.last_mut() {
            Some((_, end)) if *end + 1 == month => *end = month,
            _ => ranges.push((month, month)),
        }
    }
    let written = ranges.iter().map(|(from, to)| {
        if from == to {
            from.to_string()
        } else {
            format!("{from}–{to}")
        }
    });
    written.collect::<Vec<_>>().join(", ")
}
