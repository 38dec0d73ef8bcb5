//! Registration: S0's figures from a roster and files, and counts that never exceed their denominators.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde::Deserialize;
use so_tay::domain::branch::dossier::OnPaper;
use so_tay::domain::branch::intake::intake;
use so_tay::domain::branch::receive::Answers;
use so_tay::domain::branch::received::Incoming;
use so_tay::domain::branch::registration::{
    Came, GroupCount, Registration, RegistrationState, counted_on, registration,
};
use so_tay::domain::branch::turns::next_meeting;
use so_tay::domain::branch::{Branch, Departure, Dossier, PackSeries, Person, StandingSince, Stay};
use so_tay::domain::pack::Quotas;
use so_tay::domain::starter::starter_pack;
use so_tay::domain::{Day, DocumentId, Handbook, ItemId, Profile, Standing};
use so_tay::exchange::{Envelope, Opened, open_with_checksum, write_handover};

use crate::arbitrary::nfc;
use crate::{commitment, day, item};

#[derive(Deserialize)]
struct Figures {
    registration: Vec<Figure>,
}

#[derive(Deserialize)]
pub struct Figure {
    pub year: i32,
    registered: usize,
    total: usize,
    members: Group,
    non_members: Group,
}

#[derive(Deserialize)]
struct Group {
    registered: usize,
    total: usize,
    quota: u8,
}

pub fn figures() -> Vec<Figure> {
    let figures: Figures =
        serde_json::from_str(include_str!("../figures.json")).expect("the figures");
    figures.registration
}

fn on(year: i32, month: u8, number: u8) -> Day {
    Day::new(year, month, number).expect("a day that exists")
}

fn named(standing: Standing, number: usize) -> (ItemId, String) {
    let (id, name) = match standing {
        Standing::Member => ("dv", "Đảng viên"),
        Standing::NonMember => ("qc", "Quần chúng"),
    };
    (
        item(&format!("{id}-{number:02}")),
        format!("{name} {number}"),
    )
}

/// The file that a person's handbook hands over, as bytes: so many commitments, on that day.
fn file(person: &Person, number: u8, commitments: u8, on: Day) -> Vec<u8> {
    let profile = Profile {
        name: person.name.clone(),
        standing: person.standing_on(on),
        branch: "Chi bộ 2".to_owned(),
        ..Profile::default()
    };
    let mut handbook = Handbook::begin(DocumentId::new([number; 16]), on.year(), profile, on);
    let ids = (1..=commitments).map(|index| format!("viec-{index}"));
    handbook.pledge.draft = ids.map(|id| commitment(&id)).collect();
    assert!(handbook.pledge.submit(on));
    let file = Envelope {
        document_id: handbook.id.clone(),
        revision: 1,
        exported_at: format!("{}-01-20T09:30:00+07:00", on.year()),
        app_version: "0.1.0".to_owned(),
        payload: handbook.handover(&handbook.parts(), on),
    };
    write_handover(&file, &nfc).into_bytes()
}

fn opened(bytes: &[u8]) -> Incoming {
    match open_with_checksum(bytes, &nfc) {
        Ok((Opened::Handover(file), checksum)) => Incoming {
            document_id: file.document_id,
            revision: file.revision,
            checksum,
            handover: file.payload,
        },
        other => panic!("{other:?}"),
    }
}

/// Everyone of S0's branch and, as in life, some who don't count: gone before the year's end, come after
/// it. Of those who did not register one has too few commitments, others sent nothing; who registered
/// did so in a file, but for one on paper.
pub fn branch_of(figure: &Figure) -> (Branch, Vec<Dossier>) {
    let Figure {
        year,
        members,
        non_members,
        ..
    } = figure;
    let year = *year;
    let mut branch = Branch::begin(DocumentId::new([0xb0; 16]), "Chi bộ 2".to_owned());
    let mut pack = starter_pack(year);
    pack.quotas = Quotas {
        member: members.quota,
        non_member: non_members.quota,
    };
    branch.year_mut(year).packs = Some(PackSeries {
        document_id: DocumentId::new([0xc0; 16]),
        draft: pack,
        issued: Vec::new(),
    });
    let (handed_in, mut handbook) = (on(year, 1, 20), 0);
    let (mut files, mut on_paper) = (Vec::new(), None);
    for (standing, group) in [
        (Standing::Member, members),
        (Standing::NonMember, non_members),
    ] {
        for number in 1..=group.total {
            let (id, name) = named(standing, number);
            let person = Person::new(id.clone(), name, standing);
            handbook += 1;
            if number == 1 && standing == Standing::Member {
                on_paper = Some(id);
            } else if number <= group.registered {
                files.push(file(&person, handbook, group.quota, handed_in));
            } else if group.quota > 1 {
                files.push(file(&person, handbook, group.quota - 1, handed_in));
            }
            branch.roster.people.push(person);
        }
    }
    let mut gone = Person::new(item("gone"), "Người đã chuyển".to_owned(), Standing::Member);
    gone.stays[0].departure = Some(Departure {
        on: on(year, 12, 31),
        to: "Chi bộ 5".to_owned(),
    });
    files.push(file(&gone, handbook + 1, 2, handed_in));
    let mut new = Person::new(item("new"), "Người mới".to_owned(), Standing::NonMember);
    new.stays[0].from = Some(on(year + 1, 1, 1));
    branch.roster.people.extend([gone, new]);

    let files: Vec<_> = files.iter().map(|bytes| opened(bytes)).collect();
    let taken = intake(&branch, |_, _| None, &files, &Answers::default(), handed_in);
    assert!(taken.judged.iter().all(|judged| judged.taken));
    let mut dossiers = taken.dossiers;
    let paper = OnPaper {
        on: handed_in,
        commitments: members.quota,
    };
    dossiers.push(Dossier {
        on_paper: Some(paper),
        ..Dossier::new(on_paper.expect("somebody"), year)
    });
    (taken.branch, dossiers)
}

#[test]
fn s0_s_sentence_comes_out_letter_by_letter() {
    let sentences = [
        "Có 64/68 đảng viên, quần chúng đăng ký trong đó đảng viên 37/38 đã đăng ký bằng 02 việc; 27/30 quần chúng đã đăng ký bằng 01 việc",
        // S0 puts this year's words another way round: see `branch_report`.
        "Có 63/65 đảng viên, quần chúng đăng ký trong đó đảng viên 39/40 đã đăng ký bằng 02 việc; 24/25 quần chúng đã đăng ký bằng 01 việc",
    ];
    let figures = figures();
    assert_eq!(figures.len(), sentences.len());
    for (figure, sentence) in figures.iter().zip(sentences) {
        let (branch, dossiers) = branch_of(figure);
        let year = figure.year;
        let told = registration(&branch, &dossiers, year, on(year + 3, 5, 1));
        assert_eq!(
            told.on,
            on(year, 12, 31),
            "a year that is over stays as it ended"
        );
        assert_eq!(told.sentence(), sentence);
        let all = told.count(|_| true);
        assert_eq!((all.registered, all.of), (figure.registered, figure.total));
        for (standing, group) in [
            (Standing::Member, &figure.members),
            (Standing::NonMember, &figure.non_members),
        ] {
            let behind = told.whose(|row| {
                row.standing == standing && row.state() == RegistrationState::Registered
            });
            assert_eq!(behind.len(), group.registered, "a name behind each");
        }
    }
}

/// Members and others of these ids, with two and one commitments asked for.
fn branch(members: &[&str], others: &[&str]) -> Branch {
    let mut branch = Branch::begin(DocumentId::new([0xb0; 16]), "Chi bộ 2".to_owned());
    let groups = [(Standing::Member, members), (Standing::NonMember, others)];
    for (standing, ids) in groups {
        let people = ids
            .iter()
            .map(|id| Person::new(item(id), format!("Người {id}"), standing));
        branch.roster.people.extend(people);
    }
    branch
}

fn asks(branch: &mut Branch, member: u8, non_member: u8) {
    let mut pack = starter_pack(2026);
    pack.quotas = Quotas { member, non_member };
    branch.year_mut(2026).packs = Some(PackSeries {
        document_id: DocumentId::new([0xc0; 16]),
        draft: pack,
        issued: Vec::new(),
    });
}

fn paper(person: &str, commitments: u8, on: &str) -> Dossier {
    let paper = OnPaper {
        on: day(on),
        commitments,
    };
    Dossier {
        on_paper: Some(paper),
        ..Dossier::new(item(person), 2026)
    }
}

fn told(branch: &Branch, dossiers: &[Dossier]) -> Registration {
    registration(branch, dossiers, 2026, day("2026-11-22"))
}

#[test]
fn a_branch_without_one_of_the_groups_has_a_sentence_that_reads_well() {
    let dossiers = [paper("an", 2, "2026-01-20")];
    let sentence = |branch: &Branch| told(branch, &dossiers).sentence();
    assert_eq!(
        sentence(&branch(&["an", "binh"], &[])),
        "Có 1/2 đảng viên đã đăng ký bằng 02 việc"
    );
    assert_eq!(
        sentence(&branch(&[], &["an", "binh", "cuong"])),
        "Có 1/3 quần chúng đã đăng ký bằng 01 việc"
    );
    assert_eq!(sentence(&branch(&[], &[])), "Danh sách chưa có ai");
}

#[test]
fn who_is_asked_for_nothing_is_in_no_count() {
    let mut branch = branch(&["an", "binh"], &["cuong"]);
    let dossiers = [
        paper("an", 12, "2026-01-20"),
        paper("cuong", 1, "2026-01-20"),
    ];
    asks(&mut branch, 12, 0);
    let told_now = told(&branch, &dossiers);
    assert_eq!(
        told_now.sentence(),
        "Có 1/2 đảng viên đã đăng ký bằng 12 việc"
    );
    assert_eq!(told_now.rows[2].state(), RegistrationState::NotAsked);
    asks(&mut branch, 0, 0);
    assert_eq!(
        told(&branch, &dossiers).sentence(),
        "Bộ chuẩn mực không yêu cầu đăng ký"
    );
}

#[test]
fn everyone_on_the_roster_has_a_state() {
    let branch = branch(&["an", "binh", "cuong", "dung"], &["em"]);
    let dossiers = [
        paper("an", 2, "2026-01-20"),
        paper("binh", 1, "2026-01-20"),
        paper("cuong", 2, "2026-11-23"),
    ];
    let told = told(&branch, &dossiers);
    let states: Vec<_> = told
        .rows
        .iter()
        .map(|row| (row.state(), row.came))
        .collect();
    let on = day("2026-01-20");
    assert_eq!(
        states,
        [
            (RegistrationState::Registered, Came::OnPaper(on)),
            (RegistrationState::UnderQuota, Came::OnPaper(on)),
            (RegistrationState::None, Came::Later(day("2026-11-23"))),
            (RegistrationState::None, Came::Not),
            (RegistrationState::None, Came::Not),
        ]
    );
    assert_eq!(told.rows[1].lacks(), 1);
    assert_eq!(told.whose(|row| row.pledged > 1), [item("an")]);
}

#[test]
fn who_was_admitted_is_counted_as_what_they_are_on_the_day() {
    let mut branch = branch(&[], &["an"]);
    branch.roster.people[0].standings.push(StandingSince {
        since: Some(day("2026-05-19")),
        standing: Standing::Member,
    });
    let dossiers = [paper("an", 1, "2026-01-20")];
    let on = |today| registration(&branch, &dossiers, 2026, day(today)).rows[0].state();
    assert_eq!(on("2026-05-18"), RegistrationState::Registered);
    assert_eq!(on("2026-05-19"), RegistrationState::UnderQuota);
}

#[test]
fn a_year_is_counted_today_and_once_over_at_its_end() {
    assert_eq!(counted_on(2026, day("2026-11-22")), day("2026-11-22"));
    assert_eq!(counted_on(2026, day("2027-03-01")), day("2026-12-31"));
    assert_eq!(counted_on(2027, day("2026-11-22")), day("2026-11-22"));
}

#[test]
fn a_reminder_says_what_is_missing_and_until_when() {
    let branch = branch(&["an", "binh"], &["cuong"]);
    let told = told(&branch, &[paper("binh", 1, "2026-01-20")]);
    let before = next_meeting(&branch, day("2026-11-22"));
    assert_eq!(before, day("2026-12-05"));
    assert_eq!(
        told.reminder(&branch, &told.rows[0], before),
        "Chi bộ 2: chưa nhận được bản đăng ký làm theo năm 2026 của Người an. Đề nghị đăng ký 02 việc, gửi trước buổi họp ngày 05/12/2026."
    );
    assert_eq!(
        told.reminder(&branch, &told.rows[1], before),
        "Chi bộ 2: bản đăng ký làm theo năm 2026 của Người binh có 01 việc, yêu cầu 02 việc. Đề nghị bổ sung 01 việc, gửi trước buổi họp ngày 05/12/2026."
    );
    let all = told.whose(|row| row.lacks() > 0);
    assert_eq!(
        told.reminder_to_all(&branch, &all, before),
        "Chi bộ 2: 3 người chưa đăng ký đủ việc làm theo năm 2026. Đề nghị gửi trước buổi họp ngày 05/12/2026.\n1. Người an: chưa có, yêu cầu 02 việc\n2. Người binh: có 01 việc, yêu cầu 02 việc\n3. Người cuong: chưa có, yêu cầu 01 việc"
    );
}

#[test]
fn the_next_meeting_is_today_s_while_it_is_today() {
    let branch = branch(&["an"], &[]);
    let next = |today| next_meeting(&branch, day(today));
    assert_eq!(next("2026-11-05"), day("2026-11-05"));
    assert_eq!(next("2026-11-06"), day("2026-12-05"));
    assert_eq!(next("2026-12-31"), day("2027-01-05"));
}

fn any_day() -> impl Strategy<Value = Day> {
    (2025..=2027_i32, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, number)| on(year, month, number))
}

fn any_person(number: usize) -> impl Strategy<Value = Person> {
    let standing = prop_oneof![Just(Standing::Member), Just(Standing::NonMember)];
    let since = vec((any_day(), standing.clone()), 0..3);
    let stays = vec((of(any_day()), of(any_day())), 1..3);
    (standing, since, stays).prop_map(move |(standing, since, stays)| {
        let mut person = Person::new(
            item(&format!("p{number}")),
            format!("Người {number}"),
            standing,
        );
        let later = since.into_iter().map(|(day, standing)| StandingSince {
            since: Some(day),
            standing,
        });
        person.standings.extend(later);
        let stay = |(from, left): (Option<Day>, Option<Day>)| Stay {
            from,
            departure: left.map(|on| Departure {
                on,
                to: String::new(),
            }),
        };
        person.stays = stays.into_iter().map(stay).collect();
        person
    })
}

/// Somebody's, on the roster or not; also twice for the same person, and of another year.
fn any_dossier() -> impl Strategy<Value = Dossier> {
    let handed_in = of((1..5_u8, any_day()));
    let paper = of((0..5_u8, any_day()));
    (0..12_usize, handed_in, paper, 2025..=2027_i32).prop_map(|(number, handed, paper, year)| {
        let id = item(&format!("p{number}"));
        let mut dossier = Dossier::new(id.clone(), year);
        dossier.on_paper = paper.map(|(commitments, on)| OnPaper { on, commitments });
        if let Some((commitments, on)) = handed {
            let person = Person::new(id, format!("Người {number}"), Standing::Member);
            let file = opened(&file(&person, 1, commitments, on));
            dossier.received = Some(so_tay::domain::branch::Received::of(&file, on));
        }
        dossier
    })
}

fn any_roster() -> impl Strategy<Value = Vec<Person>> {
    (0..8_usize).prop_flat_map(|many| (0..many).map(any_person).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn no_count_exceeds_its_denominator_whatever_the_roster_and_the_files(
        people in any_roster(), dossiers in vec(any_dossier(), 0..16),
        quotas in (0..4_u8, 0..4_u8), today in any_day(),
    ) {
        let mut branch = branch(&[], &[]);
        branch.roster.people = people;
        asks(&mut branch, quotas.0, quotas.1);
        let told = registration(&branch, &dossiers, 2026, today);
        prop_assert_eq!(told.rows.len(), branch.roster.on(told.on).count());
        let sum = |one: GroupCount, other: GroupCount| GroupCount {
            registered: one.registered + other.registered,
            of: one.of + other.of,
        };
        let groups = Standing::ALL.map(|standing| told.count_of(standing));
        for (count, standing) in groups.into_iter().zip(Standing::ALL) {
            prop_assert!(count.registered <= count.of);
            let there = branch.roster.on(told.on);
            let there = there.filter(|person| person.standing_on(told.on) == standing).count();
            prop_assert!(count.of <= there);
        }
        prop_assert_eq!(told.count(|_| true), groups.into_iter().fold(GroupCount::default(), sum));
        let states = [
            RegistrationState::NotAsked,
            RegistrationState::None,
            RegistrationState::UnderQuota,
            RegistrationState::Registered,
        ];
        let whose = states.map(|state| told.whose(|row| row.state() == state).len());
        prop_assert_eq!(whose.iter().sum::<usize>(), told.rows.len(), "each in one state");
        for row in &told.rows {
            let enough = row.quota > 0 && row.pledged >= usize::from(row.quota);
            prop_assert_eq!(row.state() == RegistrationState::Registered, enough, "{:?}", row);
        }
    }
}
