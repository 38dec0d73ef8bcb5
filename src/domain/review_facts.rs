//! What a review says of itself from the handbook: commitment by commitment against what was promised,
//! how the standards were kept, what was put right and what was not; and the whole text, with what the
//! person wrote in its place.

use super::calendar::{Day, YearMonth};
use super::handbook::Handbook;
use super::handover::month_ranges;
use super::ids::ItemId;
use super::pack::Level;
use super::pledge::{Commitment, Deadline};
use super::rating::{Keeping, MonthlyRating};
use super::review::{FinishedReview, Points, Review, ReviewedCommitment, WrittenReview};
use super::shortcoming::{Correction, Shortcoming};

/// The longest text that files take, in characters.
const LONGEST: usize = 4000;

/// What is still missing from a review, in the order of the form. It is pointed out, never forced but for
/// the first: a review without a word is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// There is no commitment to report on.
    NoCommitment,
    /// Of the commitment at this index nothing is said.
    NoResult(usize),
    NotClassified,
    /// Points are asked for and not given.
    NoPoints,
    /// More than the pack allows, in general or for the tasks.
    TooManyPoints(Points),
}

impl Handbook {
    /// What the person wrote into it so far.
    pub fn written_review(&self, review: Review) -> WrittenReview {
        self.reviews.get(&review).cloned().unwrap_or_default()
    }

    /// The review as it reads now, with the day that it would be finished on.
    pub fn review_now(&self, review: Review, on: Day) -> FinishedReview {
        let written = self.written_review(review);
        let results = self.pledge.in_force().into_iter();
        let results = results.map(|commitment| ReviewedCommitment {
            result: match written.results.get(&commitment.id) {
                Some(own) => own.clone(),
                None => self.result(review, &commitment.id),
            },
            promised: promised(&commitment),
            action: commitment.action,
        });
        FinishedReview {
            on,
            results: results.collect(),
            standards: written.standards.unwrap_or_else(|| self.kept(review)),
            shortcomings: written.shortcomings.unwrap_or_else(|| self.faults(review)),
            plans: written.plans.unwrap_or_else(|| self.plans(review)),
            class: written.class.and_then(|id| self.class(&id)),
            points: written.points.filter(|_| self.most_points().is_some()),
        }
    }

    /// Freezes the review as it reads now. `false`, and nothing changes, while [`gaps`](Self::gaps) has
    /// what must be there.
    pub fn finish_review(&mut self, review: Review, today: Day) -> bool {
        if self.gaps(review).iter().any(Gap::bars) {
            return false;
        }
        let now = self.review_now(review, today);
        let written = self
            .reviews
            .get_or_insert_with(review, WrittenReview::default);
        written.finished = Some(now);
        true
    }

    /// Whether it reads otherwise than when it was finished.
    pub fn changed_since_finished(&self, review: Review) -> bool {
        self.finished(review)
            .is_some_and(|finished| self.review_now(review, finished.on) != *finished)
    }

    pub fn gaps(&self, review: Review) -> Vec<Gap> {
        let now = self.review_now(review, Day::FIRST);
        let mut gaps = Vec::new();
        if now.results.is_empty() {
            gaps.push(Gap::NoCommitment);
        }
        let blank = |(index, one): (usize, &ReviewedCommitment)| {
            one.result.trim().is_empty().then_some(Gap::NoResult(index))
        };
        gaps.extend(now.results.iter().enumerate().filter_map(blank));
        if now.class.is_none() {
            gaps.push(Gap::NotClassified);
        }
        match (self.most_points(), now.points) {
            (Some(_), None) => gaps.push(Gap::NoPoints),
            (Some(most), Some(given))
                if given.general > most.general || given.tasks > most.tasks =>
            {
                gaps.push(Gap::TooManyPoints(most));
            }
            _ => {}
        }
        gaps
    }

    /// The classes of the pack in force, best first.
    pub fn classes(&self) -> Vec<Level> {
        self.pack.pack.classes()
    }

    fn class(&self, id: &ItemId) -> Option<Level> {
        self.classes().into_iter().find(|class| class.id == *id)
    }

    /// The most points that can be reached, where the pack asks for points.
    pub fn most_points(&self) -> Option<Points> {
        self.pack.pack.most_points()
    }

    fn rated(&self, review: Review) -> impl Iterator<Item = (YearMonth, &MonthlyRating)> {
        let months = self.months.iter().map(|(month, rating)| (*month, rating));
        months.filter(move |(month, rating)| review.covers(*month) && rating.completed_on.is_some())
    }

    /// "Đã tự đánh giá 5 tháng: 2 tháng Xuất sắc, 3 tháng Tốt." and the evidence by month.
    pub fn result(&self, review: Review, commitment: &ItemId) -> String {
        let mut levels: Vec<(String, usize)> = Vec::new();
        let mut evidence: Vec<(String, Vec<u8>)> = Vec::new();
        let mut months = 0;
        for (month, rating) in self.rated(review) {
            let Some(rated) = rating.commitments.get(commitment) else {
                continue;
            };
            let level = rated.level.as_ref();
            if let Some(level) = level.and_then(|id| self.pack_for(month).level(id)) {
                months += 1;
                match levels.iter_mut().find(|(name, _)| *name == level.name) {
                    Some((_, count)) => *count += 1,
                    None => levels.push((level.name.clone(), 1)),
                }
            }
            let said = rated.evidence.trim();
            match evidence.iter_mut().find(|(known, _)| known == said) {
                _ if said.is_empty() => {}
                Some((_, in_months)) => in_months.push(month.number()),
                None => evidence.push((said.to_owned(), vec![month.number()])),
            }
        }
        let counts: Vec<_> = levels
            .iter()
            .map(|(name, count)| format!("{count} tháng {name}"))
            .collect();
        let rated =
            (months > 0).then(|| format!("Đã tự đánh giá {months} tháng: {}.", counts.join(", ")));
        let shown = evidence
            .into_iter()
            .map(|(said, months)| format!("Tháng {}: {said}", month_ranges(months.into_iter())));
        lines(rated.into_iter().chain(shown))
    }

    /// "Giữ được 11 trên 12 chuẩn mực trong các tháng đã đánh giá." and those that slipped.
    pub fn kept(&self, review: Review) -> String {
        let mut met: Vec<&ItemId> = Vec::new();
        let mut slipped: Vec<(&ItemId, Vec<u8>)> = Vec::new();
        for (month, rating) in self.rated(review) {
            for (id, keeping) in rating.standards.iter() {
                if *keeping != Keeping::NoOccasion && !met.contains(&id) {
                    met.push(id);
                }
                if *keeping == Keeping::Slipped {
                    match slipped.iter_mut().find(|(known, _)| *known == id) {
                        Some((_, months)) => months.push(month.number()),
                        None => slipped.push((id, vec![month.number()])),
                    }
                }
            }
        }
        let of = met.len();
        let kept = of - slipped.len();
        let summary = (of > 0)
            .then(|| format!("Giữ được {kept} trên {of} chuẩn mực trong các tháng đã đánh giá."));
        let fallen = slipped.into_iter().map(|(id, months)| {
            let text = self.standard(id).map_or("", |standard| &standard.text);
            let months = month_ranges(months.into_iter());
            format!("Có lúc chưa giữ được: {text} (tháng {months}).")
        });
        lines(summary.into_iter().chain(fallen))
    }

    fn found(&self, review: Review) -> impl Iterator<Item = &Shortcoming> {
        self.shortcomings
            .iter()
            .filter(move |found| review.covers(found.month) && !found.text.trim().is_empty())
    }

    /// A line each: those put right first, then under way, then not yet.
    pub fn faults(&self, review: Review) -> String {
        let group = |rank: u8| {
            self.found(review)
                .filter(move |found| order(found.correction) == rank)
        };
        lines((0..3).flat_map(group).map(|found| {
            let name = found.correction.name();
            let text = ended(&found.text);
            let by = match (found.correction, &found.deadline) {
                (Correction::PutRight { on }, _) => format!(" Xong ngày {on}."),
                (_, Some(deadline)) => format!(" Thời hạn: {}.", words(deadline)),
                (_, None) => String::new(),
            };
            format!("{name}: {text}{by}")
        }))
    }

    /// What is still to be put right, and how.
    pub fn plans(&self, review: Review) -> String {
        let open = self.found(review).filter(|found| found.is_open());
        let open = open.filter(|found| !found.remedy.trim().is_empty());
        lines(open.map(|found| {
            let by = found.deadline.as_ref().map(words);
            let by = by.map(|by| format!(" Thời hạn: {by}.")).unwrap_or_default();
            format!("{}{by}", ended(&found.remedy))
        }))
    }
}

impl Gap {
    /// Whether the review can't be finished with it.
    pub fn bars(&self) -> bool {
        matches!(self, Self::NoCommitment | Self::TooManyPoints(_))
    }
}

fn order(correction: Correction) -> u8 {
    match correction {
        Correction::PutRight { .. } => 0,
        Correction::UnderWay => 1,
        Correction::NotYet => 2,
    }
}

/// "Không hồ sơ nào quá 1 ngày làm việc. Thời hạn: 31/12/2026."
pub fn promised(commitment: &Commitment) -> String {
    let deadline = commitment.deadline.as_ref().map(words);
    let deadline = deadline.map(|words| format!("Thời hạn: {words}."));
    let measure = Some(ended(&commitment.measure)).filter(|measure| !measure.is_empty());
    let parts: Vec<_> = [measure, deadline].into_iter().flatten().collect();
    clipped(parts.join(" "))
}

fn words(deadline: &Deadline) -> String {
    let words = deadline.to_string();
    words.trim().trim_end_matches('.').to_owned()
}

/// With a stop at its end.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// One below the other, as many whole ones as a text may hold.
fn lines(each: impl Iterator<Item = String>) -> String {
    clipped(each.collect::<Vec<_>>().join("\n"))
}

fn clipped(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some((end, _)) => {
            let short = &text[..end];
            let whole = short.rfind('\n').unwrap_or(end);
            short[..whole].to_owned()
        }
    }
}
