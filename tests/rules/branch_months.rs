use so_tay::domain::branch::assess::{open_shortcomings, take_over_own_levels, unassessed};
use so_tay::domain::branch::months::{Matrix, MonthCell, level_letters, matrix, own_level};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{
    Branch, Departure, Dossier, Issued, PackSeries, Person, Received, Stay, Versioned,
};
use so_tay::domain::handover::{Consent, HandedMonth};
use so_tay::domain::pack::{Level, usual_scale};
use so_tay::domain::starter::starter_pack;
use so_tay::domain::{
    CommitmentRating, Correction, Day, Deadline, DocumentId, ItemId, PackVersion, Profile,
    Shortcoming, Standing, Table, YearMonth,
};

use crate::{day, item, month};

/// A branch whose pack of 2026 has the meeting on the 5th.
fn branch(people: &[&str]) -> Branch {
    let mut branch = Branch::begin(DocumentId::new([9; 16]), "Chi bộ 2".to_owned());
    for id in people {
        let person = Person::new(item(id), id.to_uppercase(), Standing::Member);
        branch.roster.people.push(person);
    }
    let pack = starter_pack(2026);
    branch.year_mut(2026).packs = Some(PackSeries {
        document_id: DocumentId::new([4; 16]),
        draft: pack.clone(),
        issued: vec![Issued {
            on: day("2026-01-05"),
            pack,
        }],
    });
    branch
}

fn version() -> PackVersion {
    PackVersion::Issued {
        document_id: DocumentId::new([4; 16]),
        revision: 1,
    }
}

fn handed(done: &str, levels: &[&str]) -> HandedMonth {
    let rated = levels.iter().zip(1..).map(|(level, number)| {
        let rating = CommitmentRating {
            level: ItemId::parse(level),
            evidence: String::new(),
        };
        (item(&format!("viec-{number}")), rating)
    });
    HandedMonth {
        pack: version(),
        commitments: rated.collect(),
        standards: Table::new(),
        note: String::new(),
        completed_on: day(done),
    }
}

fn at_revision<T>(value: T) -> Versioned<T> {
    Versioned { revision: 1, value }
}

/// A person's dossier of 2026 with these months, done on these days at these levels.
fn dossier(person: &str, months: &[(&str, &str, &[&str])]) -> Dossier {
    let mut dossier = Dossier::new(item(person), 2026);
    let months = months
        .iter()
        .map(|(of, done, levels)| (month(of), at_revision(handed(done, levels))));
    dossier.received = Some(Received {
        document_id: DocumentId::new([1; 16]),
        files: Vec::new(),
        profile: at_revision(Profile::default()),
        consent: at_revision(Consent {
            on: day("2026-01-01"),
            receiver: String::new(),
            purpose: String::new(),
        }),
        pledge: None,
        months: months.collect(),
        shortcomings: Table::new(),
        reviews: Table::new(),
        deeds: Table::new(),
        own_standards: Table::new(),
    });
    dossier
}

fn cells(matrix: &Matrix, person: &str) -> Vec<MonthCell> {
    let row = matrix.rows.iter().find(|row| row.person == item(person));
    let row = row.expect("a row");
    row.months.iter().map(|told| told.cell).collect()
}

fn cell(matrix: &Matrix, person: &str, number: usize) -> MonthCell {
    cells(matrix, person)[number - 1]
}

#[test]
fn a_month_is_in_time_until_the_meeting_late_after_it_and_missing_when_that_is_over() {
    let branch = branch(&["an", "binh", "cuong"]);
    let dossiers = [
        dossier("an", &[("2026-01", "2026-02-05", &["good"])]),
        dossier("binh", &[("2026-01", "2026-02-06", &["good"])]),
    ];
    let on = |today: &str| matrix(&branch, &dossiers, 2026, day(today));
    let cells_on = |today: &str| {
        let matrix = on(today);
        ["an", "binh", "cuong"].map(|person| cell(&matrix, person, 1))
    };
    assert_eq!(
        cells_on("2026-02-06"),
        [MonthCell::Rated, MonthCell::Late, MonthCell::Missing]
    );
    assert_eq!(cells_on("2026-02-05")[2], MonthCell::NotYet);
    let february = |today: &str| cell(&on(today), "an", 2);
    assert_eq!(february("2026-03-05"), MonthCell::NotYet);
    assert_eq!(february("2026-03-06"), MonthCell::Missing);
}

#[test]
fn a_month_is_owed_by_those_who_belong_on_its_last_day() {
    let mut branch = branch(&["an", "binh"]);
    branch.roster.people[0].stays = vec![Stay {
        from: Some(day("2026-03-31")),
        departure: Some(Departure {
            on: day("2026-07-01"),
            to: String::new(),
        }),
    }];
    let dossiers = [dossier("binh", &[("2026-01", "2026-01-31", &["good"])])];
    let matrix = matrix(&branch, &dossiers, 2026, day("2026-12-31"));
    let owed: Vec<_> = cells(&matrix, "an")
        .iter()
        .map(|cell| *cell != MonthCell::Away)
        .collect();
    let expected: Vec<_> = (1..=12).map(|number| (3..=6).contains(&number)).collect();
    assert_eq!(owed, expected);
    assert_eq!(matrix.count(month("2026-02")).of, 1);
    assert_eq!(matrix.count(month("2026-06")).of, 2);
    let behind = matrix.behind(&branch, 2026, day("2026-12-31"));
    assert_eq!(behind.len(), 1, "somebody who left is not reminded");
}

#[test]
fn months_before_anyone_said_anything_are_held_against_nobody() {
    let branch = branch(&["an", "binh"]);
    let none = matrix(&branch, &[], 2026, day("2026-04-20"));
    assert_eq!(
        cell(&none, "an", 3),
        MonthCell::Missing,
        "so that the branch begins"
    );

    let mut later = dossier("an", &[("2026-08", "2026-08-31", &["good"])]);
    let begun = matrix(
        &branch,
        std::slice::from_ref(&later),
        2026,
        day("2026-10-20"),
    );
    assert_eq!(cell(&begun, "binh", 7), MonthCell::Before);
    assert_eq!(cell(&begun, "binh", 8), MonthCell::Missing);
    assert_eq!(begun.count(month("2026-07")), Default::default());
    let behind = begun.behind(&branch, 2026, day("2026-10-20"));
    let months: Vec<_> = behind.iter().map(|behind| behind.months.len()).collect();
    assert_eq!(months, [2, 1]);

    later.assess(month("2026-07"), |assessment| {
        assessment.level = Some(item("good"))
    });
    let assessed = matrix(&branch, &[later], 2026, day("2026-10-20"));
    assert_eq!(cell(&assessed, "binh", 7), MonthCell::Missing);
}

#[test]
fn a_person_s_month_goes_by_the_commitment_rated_lowest() {
    let branch = branch(&[]);
    let packs = branch.year(2026).and_then(|year| year.packs.as_ref());
    let level = |levels: &[&str]| {
        let level = own_level(&handed("2026-01-31", levels), packs);
        level.map(|id| id.to_string())
    };
    assert_eq!(level(&["excellent", "fair"]).as_deref(), Some("fair"));
    assert_eq!(level(&["good"]).as_deref(), Some("good"));
    assert_eq!(
        level(&["unheard-of", "excellent"]).as_deref(),
        Some("excellent")
    );
    assert_eq!(level(&["unheard-of"]), None);
    assert_eq!(level(&[]), None);
}

#[test]
fn counts_add_up_and_open_to_the_names_behind_them_on_every_day() {
    for today in YearMonth::all_of(2026).flat_map(|month| [3, 6, 20].map(|day| month.day(day))) {
        let (branch, dossiers) = sample_branch(today);
        let matrix = matrix(&branch, &dossiers, today.year(), today);
        for month in YearMonth::all_of(today.year()) {
            let count = matrix.count(month);
            let whose = |cell| matrix.whose(month, |told| told.cell == cell).len();
            assert_eq!(
                (count.rated, count.late, count.missing, count.waiting),
                (
                    whose(MonthCell::Rated),
                    whose(MonthCell::Late),
                    whose(MonthCell::Missing),
                    whose(MonthCell::NotYet)
                )
            );
            assert_eq!(count.here() + count.missing + count.waiting, count.of);
            assert!(count.assessed <= count.of);
            let belong = branch.roster.on(month.last_day()).count();
            assert_eq!(count.of, belong, "{month} on {today}");
            assert_eq!(unassessed(&matrix, month).len(), count.of - count.assessed);
        }
    }
}

#[test]
fn who_is_behind_is_told_with_the_months_missing_in_a_row() {
    let today = day("2026-11-22");
    let (branch, dossiers) = sample_branch(today);
    let matrix = matrix(&branch, &dossiers, 2026, today);
    let behind = matrix.behind(&branch, 2026, today);
    let told: Vec<_> = behind
        .iter()
        .map(|behind| {
            let numbers: Vec<_> = behind.months.iter().map(|month| month.number()).collect();
            (branch.roster.called(&behind.person), numbers)
        })
        .collect();
    let all: Vec<u8> = (1..=10).collect();
    let expected = [
        ("Lý Thị Ngọc", all.clone()),
        ("Phùng Thị Liên", all.clone()),
        ("Trần Thị Sen", all.clone()),
        ("Bạch Văn Long", all),
        ("Trần Văn Sơn", vec![7, 8, 9, 10]),
        ("Lê Thị Hoa", vec![9, 10]),
        ("Nguyễn Thị Hà (Tổ Hành chính)", vec![10]),
    ];
    let expected = expected.map(|(name, months)| (name.to_owned(), months));
    assert_eq!(told, expected);
}

#[test]
fn a_level_s_letter_is_short_and_its_own() {
    assert_eq!(level_letters(&usual_scale()), ["X", "T", "TB", "K"]);
    let scale = |names: &[&str]| -> Vec<Level> {
        let level = |(name, number): (&&str, usize)| Level {
            id: item(&format!("l{number}")),
            name: (*name).to_owned(),
        };
        names.iter().zip(1..).map(level).collect()
    };
    assert_eq!(level_letters(&scale(&["Đạt", "Chưa đạt"])), ["Đ", "C"]);
    assert_eq!(
        level_letters(&scale(&["Tốt", "tốt", "Khá"])),
        ["1", "2", "K"]
    );
    assert_eq!(level_letters(&scale(&["", "Có"])), ["1", "C"]);
}

#[test]
fn taking_over_what_people_said_touches_only_those_not_assessed_yet() {
    let branch = branch(&["an", "binh", "cuong", "dung"]);
    let january = month("2026-01");
    let mut an = dossier("an", &[("2026-01", "2026-01-31", &["excellent", "good"])]);
    let mut binh = an.clone();
    binh.person = item("binh");
    binh.assess(january, |assessment| assessment.level = Some(item("fair")));
    an.assess(january, |assessment| {
        assessment.remark = "Cần ghi số liệu".to_owned()
    });
    let cuong = dossier("cuong", &[("2026-01", "2026-01-31", &["unheard-of"])]);
    let dossiers = [an, binh, cuong];
    let year = matrix(&branch, &dossiers, 2026, day("2026-02-05"));
    assert_eq!(
        unassessed(&year, january),
        ["an", "cuong", "dung"].map(item)
    );

    let taken = take_over_own_levels(&year, &dossiers, &usual_scale(), january);
    let [one] = &taken[..] else {
        panic!("{taken:?}");
    };
    assert_eq!(one.person, item("an"));
    let said = one.assessments.get(&january).expect("assessed");
    assert_eq!(said.level, Some(item("good")));
    assert_eq!(said.remark, "Cần ghi số liệu");
    let later = matrix(&branch, &taken, 2026, day("2026-02-05"));
    assert!(take_over_own_levels(&later, &taken, &usual_scale(), january).is_empty());
}

#[test]
fn an_assessment_that_says_nothing_any_more_is_gone() {
    let mut dossier = dossier("an", &[]);
    let january = month("2026-01");
    dossier.assess(january, |assessment| assessment.level = Some(item("good")));
    dossier.assess(january, |assessment| assessment.level = None);
    assert!(dossier.assessments.is_empty());
    let mut branch = branch(&[]);
    let year = branch.year_mut(2026);
    year.assess(january, |assessment| {
        assessment.remark = "Họp đủ".to_owned()
    });
    assert_eq!(year.own_months.len(), 1);
    year.assess(january, |assessment| assessment.remark = "  ".to_owned());
    assert!(year.own_months.is_empty());
}

#[test]
fn open_shortcomings_come_overdue_first_with_whose_they_are_and_since_when() {
    let branch = branch(&["an", "binh"]);
    let found = |id: &str, deadline: Option<Deadline>, correction| Shortcoming {
        deadline,
        correction,
        ..Shortcoming::new(item(id), month("2026-03"), None)
    };
    let by = |on: &str| Some(Deadline::On(day(on)));
    let mut an = dossier("an", &[]);
    let mut binh = dossier("binh", &[]);
    let mut gone = dossier("chinh", &[]);
    let put = |dossier: &mut Dossier, found: Shortcoming| {
        let received = dossier.received.as_mut().expect("received");
        received
            .shortcomings
            .insert(found.id.clone(), at_revision(found));
    };
    put(
        &mut an,
        found(
            "a1",
            Some(Deadline::Words("sớm".to_owned())),
            Correction::NotYet,
        ),
    );
    put(&mut an, found("a2", by("2026-06-30"), Correction::UnderWay));
    put(&mut binh, found("b1", by("2026-04-30"), Correction::NotYet));
    let done = Correction::PutRight {
        on: day("2026-04-01"),
    };
    put(&mut binh, found("b2", by("2026-04-30"), done));
    put(&mut gone, found("c1", by("2026-04-30"), Correction::NotYet));

    let told = |today: Day| -> Vec<_> {
        open_shortcomings(&branch, &[an.clone(), binh.clone(), gone.clone()], today)
            .into_iter()
            .map(|open| (open.shortcoming.id.to_string(), open.overdue_since))
            .collect()
    };
    let expected = [
        ("b1".to_owned(), Some(day("2026-04-30"))),
        ("a2".to_owned(), None),
        ("a1".to_owned(), None),
    ];
    assert_eq!(told(day("2026-05-01")), expected);
    assert_eq!(
        told(day("2026-04-30"))[0].1,
        None,
        "the day itself is in time"
    );
}
