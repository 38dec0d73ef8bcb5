//! What the desk's pictures show: shares that are never better than the truth, groups that add up.

use so_tay::domain::branch::months::{MonthCount, Word};
use so_tay::domain::branch::pictures::{Compared, classes, compared, heat};
use so_tay::domain::branch::registration::registration;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Assessment, Branch, Dossier, Versioned};
use so_tay::domain::pack::{Level, usual_classes};
use so_tay::domain::review::FinishedReview;
use so_tay::domain::{DocumentId, Review};

use crate::{day, item, month};

#[test]
fn the_groups_months_add_up_to_the_branchs() {
    for today in ["2026-03-20", "2026-11-22", "2026-12-31"] {
        let today = day(today);
        let (branch, dossiers) = sample_branch(today);
        let rows = heat(&branch, &dossiers, 2026, today);
        assert_eq!(rows[0].name, "Cả chi bộ");
        assert_eq!(rows.len(), 6);
        for number in 0..12 {
            let of = |count: fn(&MonthCount) -> usize| {
                let groups: usize = rows[1..]
                    .iter()
                    .map(|row| count(&row.months[number].1))
                    .sum();
                (count(&rows[0].months[number].1), groups)
            };
            let both = [
                of(|count| count.of),
                of(|count| count.here()),
                of(|count| count.late),
            ];
            assert!(
                both.iter().all(|(whole, groups)| whole == groups),
                "{today} {both:?}"
            );
        }
        assert_eq!(rows[0].months[0].0, month("2026-01"));
    }
}

#[test]
fn a_hundred_is_everyone_and_what_is_to_come_is_no_share() {
    let count = |rated, late, missing, waiting| MonthCount {
        of: rated + late + missing + waiting,
        rated,
        late,
        missing,
        waiting,
        assessed: 0,
    };
    assert_eq!(count(45, 0, 0, 0).percent(), Some(100));
    assert_eq!(count(200, 99, 1, 0).percent(), Some(99));
    assert_eq!(count(0, 0, 3, 0).percent(), Some(0));
    assert_eq!(count(1, 0, 0, 3).percent(), Some(25));
    assert_eq!(count(0, 0, 0, 4).percent(), None);
    assert_eq!(MonthCount::default().percent(), None);
}

#[test]
fn a_branch_of_one_group_is_one_row_and_one_without_people_none() {
    let today = day("2026-11-22");
    let (mut branch, dossiers) = sample_branch(today);
    for person in &mut branch.roster.people {
        person.group = "Tổ 1".to_owned();
    }
    assert_eq!(heat(&branch, &dossiers, 2026, today).len(), 1);
    branch.roster.people.clear();
    assert!(heat(&branch, &dossiers, 2026, today).is_empty());
}

#[test]
fn this_years_registration_stands_beside_that_of_the_year_before() {
    let today = day("2026-11-22");
    let (branch, dossiers) = sample_branch(today);
    let of = |year| registration(&branch, &dossiers, year, today);
    let (now, before) = (of(2026), of(2025));
    assert_eq!((now.on, before.on), (today, day("2025-12-31")));
    let lines = compared(&now, &before);
    let names: Vec<_> = lines.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, ["Cả chi bộ", "Đảng viên", "Quần chúng"]);
    for number in [0, 1] {
        let one = |(_, now, before): &Compared| [*now, *before][number];
        let (whole, groups) = (one(&lines[0]), [one(&lines[1]), one(&lines[2])]);
        assert_eq!(whole.of, groups[0].of + groups[1].of);
        assert_eq!(
            whole.registered,
            groups[0].registered + groups[1].registered
        );
        assert!(whole.registered > 0 && whole.registered <= whole.of);
    }
    // Nobody is asked for anything: no line.
    let nobody = registration(&Branch::begin(branch.id, String::new()), &[], 2026, today);
    assert!(compared(&nobody, &nobody).is_empty());
}

#[test]
fn the_classes_of_the_year_stand_beside_those_of_the_year_before() {
    let branch = Branch::begin(DocumentId::new([9; 16]), "Chi bộ 2".to_owned());
    let concluded = |person: &str, year: i32, class: &str| {
        let mut dossier = Dossier::new(item(person), year);
        let conclusion = Assessment {
            level: Some(item(class)),
            remark: String::new(),
        };
        dossier.conclusions.insert(Review::FullYear, conclusion);
        dossier
    };
    let now = [
        concluded("a", 2026, "good"),
        concluded("b", 2026, "good"),
        concluded("c", 2026, "excellent"),
        Dossier::new(item("d"), 2026),
    ];
    let before = [concluded("a", 2025, "done")];
    let lines = classes(&branch, &now, &before, 2026, Word::Branch);
    let shown: Vec<_> = lines
        .iter()
        .map(|(name, now, before)| {
            (
                name.as_str(),
                now.registered,
                now.of,
                before.registered,
                before.of,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("Hoàn thành xuất sắc nhiệm vụ", 1, 3, 0, 1),
            ("Hoàn thành tốt nhiệm vụ", 2, 3, 0, 1),
            ("Hoàn thành nhiệm vụ", 0, 3, 1, 1),
            ("Không hoàn thành nhiệm vụ", 0, 3, 0, 1),
        ]
    );
    // Nobody handed in a class of their own.
    assert!(classes(&branch, &now, &before, 2026, Word::Own).is_empty());
}

#[test]
fn what_people_said_of_themselves_is_counted_apart() {
    // A day before the sample's own are handed in.
    let (branch, mut dossiers) = sample_branch(day("2026-12-30"));
    let mut handed = dossiers
        .iter_mut()
        .filter(|dossier| dossier.year == 2026)
        .filter_map(|dossier| dossier.received.as_mut());
    let points = |on: &str, class: Option<Level>| FinishedReview {
        on: day(on),
        results: Vec::new(),
        standards: String::new(),
        shortcomings: String::new(),
        plans: String::new(),
        class,
        points: None,
    };
    // One is of a class that this year's pack does not have, one classified by nothing.
    let of_old = Level {
        id: item("khac"),
        name: "Đạt".to_owned(),
    };
    for class in [usual_classes().first().cloned(), Some(of_old), None] {
        let review = Versioned {
            revision: 1,
            value: points("2026-12-20", class),
        };
        let received = handed.next().expect("a dossier");
        received.reviews.insert(Review::FullYear, review);
    }
    let lines = classes(&branch, &dossiers, &[], 2026, Word::Own);
    let shown: Vec<_> = lines
        .iter()
        .map(|(name, now, before)| (name.as_str(), now.registered, now.of, before.of))
        .collect();
    assert_eq!(shown[0], ("Hoàn thành xuất sắc nhiệm vụ", 1, 2, 0));
    assert_eq!(shown[4], ("Đạt", 1, 2, 0));
    assert_eq!(shown.len(), 5);
}
