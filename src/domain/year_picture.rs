//! The year of each commitment, month by month, as a picture shows it: where on the scale, or why nowhere.

use super::calendar::{Day, YearMonth};
use super::handbook::Handbook;
use super::handover::month_ranges;
use super::pack::Level;
use super::pledge::Commitment;
use super::rating::MonthState;

/// One commitment over the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentYear {
    pub action: String,
    /// Twelve, January first.
    pub months: Vec<(YearMonth, Mark)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Place on the scale of the pack in force; 0 is the best.
    Step(usize),
    /// A level of an earlier pack that the scale in force no longer has, by its name.
    Elsewhere(String),
    /// The month is done, this commitment has no level.
    NoLevel,
    /// Not rated, and the meeting is over.
    Missing,
    /// May still be rated in time, or before the handbook was begun.
    Blank,
}

impl Mark {
    /// In words, by the scale that its steps are of.
    pub fn words(&self, scale: &[Level]) -> String {
        match self {
            Self::Step(step) => scale
                .get(*step)
                .map_or_else(String::new, |level| level.name.clone()),
            Self::Elsewhere(name) => name.clone(),
            Self::NoLevel => "không ghi mức".to_owned(),
            Self::Missing => "thiếu".to_owned(),
            Self::Blank => "chưa có".to_owned(),
        }
    }
}

/// The commitments in force, each with its year as of today.
pub fn year_pictures(handbook: &Handbook, today: Day) -> Vec<CommitmentYear> {
    let of = |commitment: Commitment| {
        let months = handbook.months_of_year();
        let months = months.map(|month| (month, mark(handbook, &commitment, month, today)));
        CommitmentYear {
            months: months.collect(),
            action: commitment.action,
        }
    };
    handbook.pledge.in_force().into_iter().map(of).collect()
}

fn mark(handbook: &Handbook, commitment: &Commitment, month: YearMonth, today: Day) -> Mark {
    let rating = handbook.months.get(&month);
    let level = rating.and_then(|rating| rating.commitments.get(&commitment.id)?.level.as_ref());
    if let Some(level) = level {
        let scale = &handbook.pack.pack.scale;
        let step = scale.iter().position(|known| known.id == *level);
        let name = || {
            let then = handbook.pack_for(month).level(level);
            then.map_or_else(|| level.to_string(), |level| level.name.clone())
        };
        return step.map_or_else(|| Mark::Elsewhere(name()), Mark::Step);
    }
    match handbook.month_state(month, today) {
        MonthState::Rated | MonthState::RatedLate => Mark::NoLevel,
        MonthState::Missed => Mark::Missing,
        _ => Mark::Blank,
    }
}

impl CommitmentYear {
    /// "8 tháng có mức: 3 Xuất sắc, 5 Tốt. Thiếu tháng 7."
    pub fn sentence(&self, scale: &[Level]) -> String {
        let count = |wanted: &Mark| {
            self.months
                .iter()
                .filter(|(_, mark)| mark == wanted)
                .count()
        };
        let mut levels = Vec::new();
        for (step, level) in scale.iter().enumerate() {
            let months = count(&Mark::Step(step));
            if months > 0 {
                levels.push(format!("{months} {}", level.name));
            }
        }
        let rated = self.months.iter();
        let rated = rated.filter(|(_, mark)| matches!(mark, Mark::Step(_) | Mark::Elsewhere(_)));
        let rated = match rated.count() {
            0 => "Chưa tháng nào có mức.".to_owned(),
            rated if levels.is_empty() => format!("{rated} tháng có mức."),
            rated => format!("{rated} tháng có mức: {}.", levels.join(", ")),
        };
        let missing = self
            .months
            .iter()
            .filter(|(_, mark)| *mark == Mark::Missing);
        let missing = month_ranges(missing.map(|(month, _)| month.number()));
        if missing.is_empty() {
            rated
        } else {
            format!("{rated} Thiếu tháng {missing}.")
        }
    }
}
