//! The reviews of the sample: who handed one in, how they classify themselves, what the branch
//! concluded.

use super::Someone;
use crate::domain::branch::Dossier;
use crate::domain::calendar::Day;
use crate::domain::handbook::Handbook;
use crate::domain::ids::ItemId;
use crate::domain::review::Review;
use crate::domain::shortcoming::Correction;

/// Every seventh has not handed in the half year's; of a year that is over all did.
fn handed_in(someone: &Someone, review: Review, over: bool) -> bool {
    over || review == Review::FullYear || !someone.number.is_multiple_of(7)
}

/// Every fourth is still to be concluded on, in the year that is running.
fn settled(someone: &Someone, over: bool) -> bool {
    over || !someone.number.is_multiple_of(4)
}

/// Finishes the reviews whose time is past, two days before its end.
pub(super) fn review(someone: &Someone, handbook: &mut Handbook, today: Day) {
    let over = handbook.year < today.year();
    for review in Review::ALL {
        let Some((_, until)) = review.in_time(handbook.year) else {
            continue;
        };
        let belongs = someone.person.belongs_on(until) && handbook.begun_on <= until;
        if until > today || !belongs || !handed_in(someone, review, over) {
            continue;
        }
        let on = until.month().day(until.day() - 2);
        let mut then = as_of(handbook, on);
        let class = ItemId::known(own_class(&then, review));
        then.reviews
            .get_or_insert_with(review, Default::default)
            .class = Some(class);
        then.finish_review(review, on);
        handbook.reviews = then.reviews;
    }
}

/// As the handbook stood on that day: a review knows nothing of what came after it.
fn as_of(handbook: &Handbook, on: Day) -> Handbook {
    let mut then = handbook.clone();
    then.months
        .retain(|rating| rating.completed_on.is_some_and(|done| done <= on));
    for found in &mut then.shortcomings {
        if matches!(found.correction, Correction::PutRight { on: done } if done > on) {
            found.correction = Correction::UnderWay;
        }
    }
    then
}

/// The best where more than half of the rated months are "Xuất sắc".
fn own_class(handbook: &Handbook, review: Review) -> &'static str {
    let months = handbook.months.iter();
    let months = months.filter(|(month, _)| review.covers(**month));
    let levels = months.filter_map(|(_, rating)| {
        let first = rating.commitments.values().next()?;
        first.level.clone()
    });
    let levels: Vec<_> = levels.collect();
    let best = ItemId::known("excellent");
    let excellent = levels.iter().filter(|level| **level == best).count();
    match (excellent * 2 > levels.len(), levels.len()) {
        (_, 0) => "done",
        (true, _) => "excellent",
        (false, _) => "good",
    }
}

/// Mostly what the person said; the best class is for fewer than ask for it.
pub(super) fn conclude(someone: &Someone, dossier: &mut Dossier, today: Day) {
    let over = dossier.year < today.year();
    for review in Review::ALL {
        let own = dossier.review(review).and_then(|said| said.class.clone());
        let Some(own) = own.filter(|_| settled(someone, over)) else {
            continue;
        };
        let best = own.id == ItemId::known("excellent");
        let (class, remark) = if best && someone.number.is_multiple_of(3) {
            let remark = "Kết quả tốt, cần có cách làm mới để cả tổ học theo.";
            (ItemId::known("good"), remark)
        } else {
            (own.id, "")
        };
        dossier.conclude(review, |concluded| {
            concluded.level = Some(class);
            remark.clone_into(&mut concluded.remark);
        });
    }
}
