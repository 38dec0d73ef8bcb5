use std::collections::BTreeSet;

use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Branch, Dossier};
use so_tay::domain::vague::hints;
use so_tay::domain::{Correction, Day, Review, Standing, YearMonth};

use crate::day;

/// The days on which something in the sample begins or ends, and some in between.
fn samples() -> impl Iterator<Item = (Day, Branch, Vec<Dossier>)> {
    let months = YearMonth::all_of(2026);
    let days = months.flat_map(|month| [1, 4, 5, 12, 19, 25, 31].map(|day| month.day(day)));
    days.map(|today| {
        let (branch, dossiers) = sample_branch(today);
        (today, branch, dossiers)
    })
}

#[test]
fn the_sample_has_45_people_at_the_ends_of_the_year_and_is_the_same_each_time() {
    for today in ["2026-01-01", "2026-04-01", "2026-11-22", "2026-12-31"] {
        let today = day(today);
        let (branch, dossiers) = sample_branch(today);
        assert_eq!(branch.roster.on(today).count(), 45, "{today}");
        assert_eq!(sample_branch(today), (branch, dossiers));
    }
}

#[test]
fn nothing_in_the_sample_lies_ahead_of_today() {
    for (today, branch, dossiers) in samples() {
        let mut days = Vec::new();
        for person in &branch.roster.people {
            days.extend(person.standings.iter().filter_map(|known| known.since));
            for stay in &person.stays {
                days.extend(stay.from);
                days.extend(stay.departure.as_ref().map(|left| left.on));
            }
        }
        for year in &branch.years {
            days.extend(
                year.packs
                    .iter()
                    .flat_map(|packs| &packs.issued)
                    .map(|issued| issued.on),
            );
            days.extend(year.meetings.values().filter_map(|meeting| meeting.held_on));
            days.extend(year.commendations.iter().filter_map(|one| one.on));
            let own = &year.own_pledge.revisions;
            days.extend(own.iter().map(|revision| revision.submitted_on));
            days.extend(
                own.iter()
                    .filter_map(|revision| revision.stage.adopted_on()),
            );
            assert!(year.own_months.keys().all(|month| *month < today.month()));
        }
        for dossier in &dossiers {
            days.extend(dossier.adopted.map(|adopted| adopted.on));
            days.extend(dossier.posted_on);
            days.extend(dossier.on_paper.map(|paper| paper.on));
            assert!(
                dossier
                    .assessments
                    .keys()
                    .all(|month| *month < today.month())
            );
            let Some(received) = &dossier.received else {
                continue;
            };
            days.extend(received.files.iter().map(|file| file.received_on));
            days.push(received.consent.value.on);
            days.extend(
                received
                    .months
                    .values()
                    .map(|month| month.value.completed_on),
            );
            let pledge = &received
                .pledge
                .as_ref()
                .expect("every file brought one")
                .value;
            days.extend(
                pledge
                    .revisions
                    .iter()
                    .map(|revision| revision.submitted_on),
            );
            days.extend(pledge.posting_consent);
            for found in received.shortcomings.values() {
                assert!(found.value.month <= today.month());
                if let Correction::PutRight { on } = found.value.correction {
                    days.push(on);
                }
            }
        }
        let ahead: Vec<_> = days.into_iter().filter(|day| *day > today).collect();
        assert!(ahead.is_empty(), "{today}: {ahead:?}");
    }
}

#[test]
fn the_sample_shows_every_kind_of_thing_late_in_the_year() {
    let today = day("2026-11-22");
    let (branch, all) = sample_branch(today);
    let year = branch.year(2026).expect("this year");
    let dossiers: Vec<_> = all.iter().filter(|dossier| dossier.year == 2026).collect();
    let people = &branch.roster.people;

    let names: Vec<_> = people.iter().map(|person| &person.name).collect();
    let namesakes: Vec<_> = people
        .iter()
        .filter(|person| person.name == "Nguyễn Thị Hà")
        .collect();
    assert_eq!(namesakes.len(), 2);
    assert_ne!(namesakes[0].group, namesakes[1].group);
    let distinct: BTreeSet<_> = names.iter().collect();
    assert_eq!(distinct.len() + 1, names.len(), "no other two share a name");

    assert!(people.iter().any(|person| person.stays[0].from.is_some()));
    assert_eq!(
        people
            .iter()
            .filter(|person| !person.belongs_on(today))
            .count(),
        2
    );
    assert!(people.iter().any(|person| person.standings.len() == 2));
    let members = branch
        .roster
        .on(today)
        .filter(|person| person.standing_on(today) == Standing::Member);
    assert_eq!(members.count(), 28);

    let received: Vec<_> = dossiers
        .iter()
        .filter_map(|dossier| dossier.received.as_ref())
        .collect();
    let pledges: Vec<_> = received
        .iter()
        .filter_map(|received| received.pledge.as_ref()?.value.revisions.last())
        .collect();
    let actions: Vec<_> = pledges
        .iter()
        .flat_map(|pledge| {
            pledge
                .commitments
                .iter()
                .map(|commitment| &commitment.action)
        })
        .collect();
    let written_once: BTreeSet<_> = actions.iter().collect();
    assert_eq!(
        actions.len() - written_once.len(),
        2,
        "two commitments were copied"
    );
    let vague = pledges.iter().filter(|pledge| {
        pledge
            .commitments
            .iter()
            .any(|commitment| !hints(commitment).is_empty())
    });
    assert!(vague.count() >= 2);
    assert!(
        pledges.iter().any(|pledge| pledge.number == 2),
        "one was amended"
    );
    assert!(dossiers.iter().any(|dossier| dossier.on_paper.is_some()));
    assert_eq!(year.reasons.len(), 2);
    let consents: Vec<_> = received
        .iter()
        .map(|received| {
            received
                .pledge
                .as_ref()
                .expect("one")
                .value
                .posting_consent
                .is_some()
        })
        .collect();
    assert!(consents.contains(&true) && consents.contains(&false));
    assert!(dossiers.iter().all(|dossier| {
        let pledge = dossier
            .received
            .as_ref()
            .and_then(|received| received.pledge.as_ref());
        dossier.posted_on.is_none()
            || pledge.is_some_and(|pledge| pledge.value.posting_consent.is_some())
    }));

    let shortcomings: Vec<_> = received
        .iter()
        .flat_map(|received| received.shortcomings.values())
        .collect();
    let open = shortcomings.iter().filter(|found| found.value.is_open());
    let overdue = shortcomings
        .iter()
        .filter(|found| found.value.is_overdue(today));
    assert_eq!(
        (shortcomings.len(), open.count(), overdue.count()),
        (5, 3, 2)
    );

    assert_eq!(year.meetings.len(), 11);
    assert!(
        year.meetings
            .values()
            .all(|meeting| !meeting.decided.is_empty())
    );
    assert_eq!(
        year.own_months.len(),
        9,
        "last month is still to be assessed"
    );
    let levels: BTreeSet<_> = year.commendations.iter().map(|one| one.level).collect();
    assert_eq!(levels.len(), 3);
}

#[test]
fn what_the_sample_names_is_known_to_its_pack_and_roster() {
    for (today, branch, dossiers) in samples() {
        for dossier in &dossiers {
            let person = branch
                .roster
                .person(&dossier.person)
                .expect("on the roster");
            let packs = branch
                .year(dossier.year)
                .and_then(|year| year.packs.as_ref());
            let pack = &packs.expect("each year has a pack").draft;
            for month in dossier.assessments.keys() {
                assert!(
                    person.belongs_on(month.last_day()),
                    "{today} {}",
                    person.name
                );
            }
            let mut levels = dossier
                .assessments
                .values()
                .filter_map(|assessed| assessed.level.as_ref());
            assert!(levels.all(|level| pack.level(level).is_some()));
            let Some(received) = &dossier.received else {
                continue;
            };
            assert_eq!(
                branch.owners.get(&received.document_id),
                Some(&dossier.person)
            );
            for month in received.months.values() {
                let mut levels = month
                    .value
                    .commitments
                    .values()
                    .filter_map(|rated| rated.level.as_ref());
                assert!(levels.all(|level| pack.level(level).is_some()));
                let mut ids = month.value.standards.keys();
                assert!(ids.all(|id| pack.standards.iter().any(|known| known.id == *id)));
            }
        }
    }
}

#[test]
fn the_sample_is_there_at_both_ends_of_the_calendar() {
    for today in ["1900-01-01", "1900-12-31", "2999-01-01", "2999-12-31"] {
        let (branch, _) = sample_branch(day(today));
        assert!(branch.year(day(today).year()).is_some());
    }
}

#[test]
fn reviews_are_handed_in_when_their_time_is_past_and_some_wait_for_the_branch() {
    let count = |today: &str, year: i32, review: Review, is: fn(&Dossier, Review) -> bool| {
        let (_, dossiers) = sample_branch(day(today));
        let of_year = dossiers.iter().filter(|dossier| dossier.year == year);
        of_year.filter(|dossier| is(dossier, review)).count()
    };
    let sent = |dossier: &Dossier, review| dossier.review(review).is_some();
    let half = Review::HalfYear;
    assert_eq!(count("2026-06-29", 2026, half, sent), 0);
    assert!(count("2026-11-22", 2026, half, sent) > 30);
    assert!(count("2026-11-22", 2026, half, Dossier::waits_for_conclusion) > 0);
    assert_eq!(count("2026-11-22", 2026, Review::FullYear, sent), 0);
    for review in Review::ALL {
        assert!(count("2026-11-22", 2025, review, sent) > 30);
        let waiting = count("2026-11-22", 2025, review, Dossier::waits_for_conclusion);
        assert_eq!(waiting, 0);
    }
}
