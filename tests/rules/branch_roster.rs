//! The roster: who is entered, how people come and go, and that past counts stay what they were.

use proptest::prelude::*;
use so_tay::domain::branch::roster_acts::{Entry, Part, Unfit};
use so_tay::domain::branch::roster_steps::Step;
use so_tay::domain::branch::roster_view::{Findable, Headcount};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Award, Branch, Commendation, CommendationLevel, Departure, Roster};
use so_tay::domain::letters::plain;
use so_tay::domain::{Day, DocumentId, ItemId, Standing};

use crate::{day, item};

fn entry(name: &str) -> Entry {
    Entry {
        name: name.to_owned(),
        ..Entry::default()
    }
}

fn in_group(name: &str, group: &str) -> Entry {
    Entry {
        group: group.to_owned(),
        ..entry(name)
    }
}

fn roster(people: &[&str]) -> Roster {
    let mut roster = Roster::default();
    for (number, name) in (1..).zip(people) {
        let id = item(&format!("p{number}"));
        roster.enter(id, entry(name)).expect("a name of its own");
    }
    roster
}

fn gone(on: &str, to: &str) -> Departure {
    Departure {
        on: day(on),
        to: to.to_owned(),
    }
}

fn at(roster: &mut Roster, id: &str) -> so_tay::domain::branch::Person {
    roster.person(&item(id)).expect("on the roster").clone()
}

#[test]
fn somebody_is_entered_with_tidy_words_and_belongs_from_the_beginning() {
    let mut roster = Roster::default();
    let written = Entry {
        duty: " Văn thư ".to_owned(),
        ..in_group("  Trần  Thị Bình ", "Tổ 1")
    };
    assert_eq!(roster.enter(item("a"), written), Ok(()));
    let person = at(&mut roster, "a");
    assert_eq!((&*person.name, &*person.duty), ("Trần Thị Bình", "Văn thư"));
    assert!(person.belongs_on(Day::FIRST));
}

#[test]
fn a_name_is_asked_for_and_has_an_end() {
    let mut roster = Roster::default();
    let unfit = roster.enter(item("a"), entry("  ")).expect_err("no name");
    assert_eq!(unfit, [Unfit::NoName]);
    assert_eq!(unfit[0].part(), Some(Part::Name));
    let long = "a".repeat(101);
    assert_eq!(
        roster.enter(item("a"), entry(&long)),
        Err(vec![Unfit::TooLong(Part::Name)])
    );
    assert!(roster.people.is_empty());
}

#[test]
fn two_of_a_name_are_told_apart_by_their_groups() {
    let mut roster = Roster::default();
    assert_eq!(
        roster.enter(item("a"), in_group("Lê Thị Hoà", "Tổ 1")),
        Ok(())
    );
    // Another spelling of the very name.
    let double = vec![Unfit::Double(item("a"))];
    assert_eq!(
        roster.enter(item("b"), entry("LÊ THỊ HÒA")),
        Err(double.clone())
    );
    assert_eq!(
        roster.enter(item("b"), in_group("Lê Thị Hòa", "tổ 1")),
        Err(double.clone())
    );
    assert_eq!(
        double[0].sentence(&roster),
        "Danh sách đã có Lê Thị Hoà (Tổ 1). Nếu là người khác cùng tên, ghi tổ, phòng để phân biệt."
    );
    assert_eq!(
        roster.enter(item("b"), in_group("Lê Thị Hòa", "Tổ 2")),
        Ok(())
    );
    assert_eq!(roster.enter(item("c"), entry("Lê Thị Hóa")), Ok(()));
}

#[test]
fn somebody_of_that_name_who_left_is_pointed_at() {
    let mut roster = roster(&["Lê Văn Cường"]);
    let person = roster.person_mut(&item("p1")).expect("entered");
    person.leave(gone("2026-04-01", "")).expect("was here");
    let unfit = roster.enter(item("b"), entry("Lê Văn Cường"));
    let unfit = unfit.expect_err("maybe the same");
    assert!(
        unfit[0]
            .sentence(&roster)
            .contains("đã rời ngày 01/04/2026")
    );
}

#[test]
fn what_is_mended_keeps_the_history() {
    let mut roster = roster(&["Lê Văn Cuong", "Trần Thị Bình"]);
    let person = roster.person_mut(&item("p1")).expect("entered");
    person
        .become_from(Standing::NonMember, day("2026-05-19"))
        .expect("was a member");
    let mended = Entry {
        standing: Standing::NonMember,
        from: Some(day("2026-01-15")),
        ..entry("Lê Văn Cường")
    };
    assert_eq!(roster.mend(&item("p1"), mended), Ok(()));
    let person = at(&mut roster, "p1");
    assert_eq!(person.name, "Lê Văn Cường");
    // It changed once: what it was before stays.
    assert_eq!(person.standing_on(day("2026-05-18")), Standing::Member);
    assert_eq!(person.stays[0].from, Some(day("2026-01-15")));
    assert_eq!(
        roster.mend(&item("p1"), entry("Trần Thị Bình")),
        Err(vec![Unfit::Double(item("p2"))])
    );
}

#[test]
fn the_only_standing_can_be_mended() {
    let mut roster = roster(&["Lê Văn Cường"]);
    let mended = Entry {
        standing: Standing::NonMember,
        ..entry("Lê Văn Cường")
    };
    roster.mend(&item("p1"), mended).expect("a fit entry");
    assert_eq!(
        at(&mut roster, "p1").standing_on(Day::FIRST),
        Standing::NonMember
    );
}

#[test]
fn people_admitted_gone_and_back_count_from_that_day_on() {
    let mut roster = roster(&["Lê Văn Cường", "Trần Thị Bình"]);
    let count = |roster: &Roster, on: &str| roster.headcount(day(on)).to_string();
    let person = roster.person_mut(&item("p1")).expect("entered");
    assert_eq!(person.leave(gone("2026-04-01", "Chi bộ 3")), Ok(()));
    assert_eq!(person.come_back(day("2026-09-01")), Ok(()));
    let other = roster.person_mut(&item("p2")).expect("entered");
    assert_eq!(
        other.become_from(Standing::NonMember, day("2026-06-01")),
        Ok(())
    );
    assert_eq!(
        count(&roster, "2026-03-31"),
        "2 người: 2 đảng viên, 0 quần chúng"
    );
    assert_eq!(
        count(&roster, "2026-04-01"),
        "1 người: 1 đảng viên, 0 quần chúng"
    );
    assert_eq!(
        count(&roster, "2026-08-31"),
        "1 người: 0 đảng viên, 1 quần chúng"
    );
    assert_eq!(
        count(&roster, "2026-09-01"),
        "2 người: 1 đảng viên, 1 quần chúng"
    );
}

#[test]
fn days_out_of_order_are_refused() {
    let mut roster = roster(&["Lê Văn Cường"]);
    let person = roster.person_mut(&item("p1")).expect("entered");
    assert_eq!(person.come_back(day("2026-01-01")), Err(Unfit::Already));
    assert_eq!(
        person.become_from(Standing::Member, day("2026-01-01")),
        Err(Unfit::Already)
    );
    person.stays[0].from = Some(day("2026-03-01"));
    for early in ["2026-02-28", "2026-03-01"] {
        let refused = Err(Unfit::LeftBefore(day("2026-03-01")));
        assert_eq!(person.leave(gone(early, "")), refused);
    }
    assert_eq!(person.leave(gone("2026-04-01", "")), Ok(()));
    assert_eq!(person.leave(gone("2026-05-01", "")), Err(Unfit::Already));
    let refused = Err(Unfit::BackBefore(day("2026-04-01")));
    assert_eq!(person.come_back(day("2026-03-31")), refused);
    assert_eq!(
        person.become_from(Standing::NonMember, day("2026-02-01")),
        Ok(())
    );
    assert_eq!(
        person.become_from(Standing::Member, day("2026-02-01")),
        Err(Unfit::StandingBefore(day("2026-02-01")))
    );
}

#[test]
fn a_mended_day_of_coming_stays_between_its_neighbours() {
    let mut roster = roster(&["Lê Văn Cường"]);
    let person = roster.person_mut(&item("p1")).expect("entered");
    person.leave(gone("2026-04-01", "")).expect("was here");
    let from = |from: Option<&str>| Entry {
        from: from.map(day),
        ..entry("Lê Văn Cường")
    };
    let id = item("p1");
    assert_eq!(
        roster.mend(&id, from(Some("2026-04-01"))),
        Err(vec![Unfit::CameAfter(day("2026-04-01"))])
    );
    let person = roster.person_mut(&id).expect("entered");
    person.come_back(day("2026-09-01")).expect("was gone");
    for early in [None, Some("2026-03-31")] {
        let refused = Err(vec![Unfit::BackBefore(day("2026-04-01"))]);
        assert_eq!(roster.mend(&id, from(early)), refused);
    }
    assert_eq!(roster.mend(&id, from(Some("2026-04-01"))), Ok(()));
}

#[test]
fn the_last_step_of_each_kind_can_be_taken_back() {
    let mut roster = roster(&["Lê Văn Cường"]);
    let person = roster.person_mut(&item("p1")).expect("entered");
    let entered = person.clone();
    person
        .leave(gone("2026-04-01", "Chi bộ 3"))
        .expect("was here");
    person.come_back(day("2026-09-01")).expect("was gone");
    person
        .become_from(Standing::NonMember, day("2026-05-01"))
        .expect("was a member");
    let steps = person.steps();
    let words: Vec<_> = steps
        .iter()
        .map(|step| format!("{} {}", step.on(), step.in_words()))
        .collect();
    assert_eq!(
        words,
        [
            "01/04/2026 Chuyển đến Chi bộ 3",
            "01/05/2026 Không còn là đảng viên",
            "01/09/2026 Quay lại chi bộ",
        ]
    );
    // Not while somebody is back since.
    assert!(!person.can_take_back(&steps[0]));
    assert!(person.take_back(&steps[2]));
    assert!(person.take_back(&steps[0]));
    assert!(person.take_back(&steps[1]));
    assert_eq!(*person, entered);
    assert!(!person.take_back(&Step::Came(day("2026-01-01"))));
}

#[test]
fn undoing_puts_a_person_back_at_their_place() {
    let mut roster = roster(&["Lê Văn Cường", "Trần Thị Bình"]);
    let before = roster.clone();
    let person = roster.people.remove(0);
    roster.put_back(0, &person);
    assert_eq!(roster, before);
    roster.people[0].name = "Khác".to_owned();
    roster.put_back(0, &person);
    assert_eq!(roster, before);
}

#[test]
fn whoever_the_branch_names_can_not_be_taken_off() {
    let mut branch = Branch::begin(DocumentId::new([1; 16]), "Chi bộ 2".to_owned());
    branch.roster = roster(&["Lê Văn Cường"]);
    let person = branch.roster.people[0].clone();
    assert!(!branch.keeps(&person));
    branch.year_mut(2026).commendations.push(Commendation {
        id: item("c"),
        level: CommendationLevel::Branch,
        award: Award::Person(person.id.clone()),
        on: None,
        merit: String::new(),
    });
    assert!(branch.keeps(&person));
    branch.years.clear();
    branch.year_mut(2025).archived_on = Some(day("2026-01-05"));
    assert!(branch.keeps(&person));
    let mut newcomer = person;
    newcomer.stays[0].from = Some(day("2026-02-01"));
    assert!(!branch.keeps(&newcomer));
}

#[test]
fn search_ignores_accents_and_the_order_of_words() {
    let mut roster = Roster::default();
    let written = Entry {
        duty: "Kế toán trưởng".to_owned(),
        ..in_group("Đào Thị Tuyết", "Tổ Tài chính")
    };
    roster.enter(item("a"), written).expect("a fit entry");
    let findable = Findable::new(&roster.people[0]);
    for found in ["", "dao", "Đào", "tuyết dao", "tai chinh", "ke to"] {
        assert!(findable.has(&plain(found)), "{found}");
    }
    for not_found in ["ao", "dao van", "tuyets"] {
        assert!(!findable.has(&plain(not_found)), "{not_found}");
    }
}

#[test]
fn the_sample_is_sorted_and_counted() {
    let (branch, _) = sample_branch(day("2026-11-22"));
    let count = branch.roster.headcount(day("2026-11-22"));
    assert_eq!(count.all(), 45);
    let names: Vec<_> = branch.roster.by_name();
    assert_eq!(names.len(), branch.roster.people.len());
    assert!(branch.roster.groups().len() == 5);
}

/// Something done with one of four people on a day.
#[derive(Clone, Debug)]
enum Act {
    Become(Standing),
    Leave,
    ComeBack,
}

fn acts() -> impl Strategy<Value = Vec<(usize, i32, Act)>> {
    let act = prop_oneof![
        Just(Act::Become(Standing::Member)),
        Just(Act::Become(Standing::NonMember)),
        Just(Act::Leave),
        Just(Act::ComeBack),
    ];
    prop::collection::vec((0..4_usize, 0..300, act), 0..20)
}

fn nth(number: i32) -> Day {
    let month = u8::try_from(number / 28 + 1).expect("a month");
    Day::new(2026, month, u8::try_from(number % 28 + 1).expect("a day")).expect("a day")
}

proptest! {
    #[test]
    fn nothing_that_happens_on_a_day_changes_a_count_before_it(acts in acts()) {
        let mut roster = roster(&["An", "Bình", "Cường", "Dũng"]);
        for (who, number, act) in acts {
            let before: Vec<Headcount> = (0..310).map(|n| roster.headcount(nth(n))).collect();
            let id: ItemId = roster.people[who].id.clone();
            let whole = roster.clone();
            let person = roster.person_mut(&id).expect("entered");
            let on = nth(number);
            let done = match act {
                Act::Become(standing) => person.become_from(standing, on),
                Act::Leave => person.leave(Departure { on, to: String::new() }),
                Act::ComeBack => person.come_back(on),
            };
            if done.is_err() {
                prop_assert_eq!(&roster, &whole);
            }
            let after: Vec<_> = (0..310).map(|n| roster.headcount(nth(n))).collect();
            let number = usize::try_from(number).expect("not negative");
            prop_assert_eq!(&before[..number], &after[..number]);
            // And each can be taken back.
            if done.is_ok() {
                let person = roster.person_mut(&id).expect("entered");
                let last = person.steps().into_iter().filter(|step| step.on() == on);
                prop_assert!(last.into_iter().any(|step| person.can_take_back(&step)));
            }
        }
    }
}

#[test]
fn letters_that_nobody_sees_make_no_other_name() {
    let mut roster = roster(&["Trần Thị\u{200b} Bình\u{202e}"]);
    assert_eq!(at(&mut roster, "p1").name, "Trần Thị Bình");
    let again = roster.enter(item("p2"), entry("Trần Thị Bì\u{ad}nh"));
    assert_eq!(again, Err(vec![Unfit::Double(item("p1"))]));
    let nothing = roster.enter(item("p2"), entry("\u{200b}\u{feff}"));
    assert_eq!(nothing, Err(vec![Unfit::NoName]));
    // From a backup, say. It is shown for what it is, and is no other person than the name without.
    roster.people[0].name = "Trần Thị Bì\u{200b}nh".to_owned();
    let twice = roster
        .enter(item("p2"), entry("Trần Thị Bình"))
        .expect_err("twice");
    assert_eq!(
        twice[0].sentence(&roster),
        "Danh sách đã có Trần Thị Bì[U+200B]nh. Nếu là người khác cùng tên, ghi tổ, phòng để phân biệt."
    );
    assert_eq!(roster.called(&item("p1")), "Trần Thị Bì[U+200B]nh");
}
