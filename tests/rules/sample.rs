use so_tay::domain::due::{due_now, next_due};
use so_tay::domain::pledge::PledgeStatus;
use so_tay::domain::sample::sample_handbook;
use so_tay::domain::{Day, Handbook, Keeping, MonthState, Stage, YearMonth};

use crate::{day, month};

/// Every day of a usual year and of a leap year, with the sample as of that day.
fn samples() -> impl Iterator<Item = (Day, Handbook)> {
    let months = [2026, 2028].into_iter().flat_map(YearMonth::all_of);
    let days = months.flat_map(|month| (1..=month.last_day().day()).map(move |day| month.day(day)));
    days.map(|today| (today, sample_handbook(today)))
}

#[test]
fn the_sample_is_there_on_every_day_and_only_months_past_are_rated() {
    let mut seen = 0;
    for (today, sample) in samples() {
        seen += 1;
        assert_eq!(sample.year, today.year());
        for (month, rating) in sample.months.iter() {
            let done = rating
                .completed_on
                .expect("the sample leaves none half done");
            assert!(*month < today.month(), "{month} on {today}");
            assert!(done <= today, "{month} done on {done}, after {today}");
        }
        let _ = (due_now(&sample, today), next_due(&sample, today));
    }
    assert_eq!(seen, 365 + 366);
}

#[test]
fn nothing_in_the_history_of_the_sample_lies_ahead() {
    for (today, sample) in samples() {
        let revision = sample.pledge.last().expect("the sample has pledged");
        assert!(revision.submitted_on <= today, "submitted {today}");
        assert!(
            revision.stage.adopted_on().is_none_or(|on| on <= today),
            "adopted {today}"
        );
        assert!(
            sample.pledge.posting_consent.is_none_or(|on| on <= today),
            "consent {today}"
        );
        assert!(
            sample
                .shortcomings
                .iter()
                .all(|slip| slip.month < today.month()),
            "slip {today}"
        );
    }
}

#[test]
fn the_sample_misses_july_is_late_in_april_and_rates_the_other_months_in_time() {
    for (today, sample) in samples() {
        for month in sample.months_of_year() {
            let state = sample.month_state(month, today);
            let meeting = month.next().expect("in range").day(5);
            let late_done = month.next().expect("in range").day(12);
            let expected = match month.number() {
                _ if today < month.last_day() => MonthState::ToCome,
                _ if today <= meeting => MonthState::Due,
                4 if today < late_done => MonthState::Missed,
                4 => MonthState::RatedLate,
                7 => MonthState::Missed,
                _ => MonthState::Rated,
            };
            assert_eq!(state, expected, "{month} on {today}");
        }
    }
}

#[test]
fn the_pledge_of_the_sample_meets_its_quota_and_is_adopted_in_february() {
    let sample = sample_handbook(day("2026-11-22"));
    assert_eq!(sample.pledge.complete(), sample.quota());
    let adopted = Stage::Adopted {
        on: day("2026-02-05"),
    };
    assert_eq!(sample.pledge.status(), PledgeStatus::Standing(adopted));
    let early = sample_handbook(day("2026-02-04"));
    assert_eq!(
        early.pledge.status(),
        PledgeStatus::Standing(Stage::Submitted)
    );
}

#[test]
fn every_name_that_the_sample_uses_is_known_to_its_pack() {
    let sample = sample_handbook(day("2026-12-31"));
    let pledged = sample.pledge.in_force();
    for commitment in &pledged {
        assert!(
            sample
                .standard(commitment.standard.as_ref().unwrap())
                .is_some()
        );
    }
    for rating in sample.months.values() {
        assert!(
            rating
                .standards
                .keys()
                .all(|id| sample.standard(id).is_some())
        );
        for (id, rated) in rating.commitments.iter() {
            assert!(pledged.iter().any(|commitment| commitment.id == *id));
            assert!(
                sample
                    .pack
                    .pack
                    .level(rated.level.as_ref().unwrap())
                    .is_some()
            );
        }
    }
}

#[test]
fn the_shortcoming_of_the_sample_is_about_a_standard_that_slipped_in_its_month() {
    for (today, sample) in samples().filter(|(_, sample)| !sample.months.is_empty()) {
        let [slip] = &sample.shortcomings[..] else {
            panic!("{today}: {:?}", sample.shortcomings);
        };
        let rating = sample.months.get(&slip.month).unwrap();
        assert_eq!(
            rating.standards.get(slip.standard.as_ref().unwrap()),
            Some(&Keeping::Slipped),
            "{today}"
        );
        assert!(!slip.is_overdue(today), "{today}");
    }
}

#[test]
fn the_sample_raises_no_hint_of_vagueness() {
    for commitment in sample_handbook(day("2026-11-22")).pledge.draft {
        assert_eq!(so_tay::domain::vague::hints(&commitment), []);
    }
}

#[test]
fn the_sample_shows_every_kind_of_thing_late_in_the_year() {
    let sample = sample_handbook(day("2026-11-22"));
    assert_eq!(sample.private_notes(), 1);
    assert_eq!(sample.open_shortcomings().count(), 1);
    assert!(
        sample
            .months
            .values()
            .any(|rating| !rating.branch_note.is_empty())
    );
    for text in ["2026-01", "2026-04", "2026-07", "2026-10"] {
        assert_eq!(sample.pack.pack.topics_in(month(text)).count(), 1, "{text}");
    }
}

#[test]
fn the_sample_is_there_at_both_ends_of_the_calendar() {
    for today in ["1900-01-01", "2999-12-31"] {
        assert_eq!(sample_handbook(day(today)).year, day(today).year());
    }
}
