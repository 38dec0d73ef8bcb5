use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use so_tay::domain::branch::agenda::{agenda, agenda_text, reminder, reminder_to_all};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::turns::{meeting_on, turns};
use so_tay::domain::branch::{Branch, Departure, GoodDeed, Person, Rhythm, Stay};
use so_tay::domain::{Day, DocumentId, ItemId, Standing, YearMonth};

use crate::{day, item, month};

fn branch(people: &[&str]) -> Branch {
    let mut branch = Branch::begin(DocumentId::new([9; 16]), "Chi bộ 2".to_owned());
    for id in people {
        join(&mut branch, id, None);
    }
    branch
}

fn join(branch: &mut Branch, id: &str, from: Option<Day>) {
    let mut person = Person::new(item(id), id.to_uppercase(), Standing::Member);
    person.stays = vec![Stay {
        from,
        departure: None,
    }];
    branch.roster.people.push(person);
}

fn leave(branch: &mut Branch, id: &ItemId, on: Day) {
    let person = branch.roster.person_mut(id).expect("on the roster");
    let last = person.stays.last_mut().expect("never empty");
    last.departure = Some(Departure {
        on,
        to: String::new(),
    });
}

/// After every meeting of the tests, so that nothing is looked ahead to.
fn later() -> Day {
    day("2999-01-01")
}

fn whose(branch: &Branch, at: &str) -> Vec<String> {
    let turns = turns(branch, month(at), later());
    turns.people.iter().map(ToString::to_string).collect()
}

/// Holds the meeting as proposed.
fn hold(branch: &mut Branch, at: &str) -> Vec<String> {
    let proposed = turns(branch, month(at), later()).people;
    branch.settle_turns(month(at), proposed.clone());
    proposed.iter().map(ToString::to_string).collect()
}

#[test]
fn turns_go_round_two_at_a_time_and_are_remembered() {
    let mut branch = branch(&["a", "b", "c", "d", "e"]);
    assert_eq!(hold(&mut branch, "2026-01"), ["a", "b"]);
    assert_eq!(hold(&mut branch, "2026-02"), ["c", "d"]);
    assert_eq!(hold(&mut branch, "2026-03"), ["e", "a"]);
    assert_eq!(hold(&mut branch, "2026-04"), ["b", "c"]);
    assert_eq!(whose(&branch, "2026-02"), ["c", "d"], "settled turns stay");
}

#[test]
fn turns_of_the_year_before_count() {
    let mut branch = branch(&["a", "b", "c"]);
    hold(&mut branch, "2025-12");
    assert_eq!(hold(&mut branch, "2026-01"), ["c", "a"]);
}

#[test]
fn a_newcomer_comes_last_in_the_round_and_before_anyone_s_next_turn() {
    let mut branch = branch(&["a", "b", "c", "d"]);
    hold(&mut branch, "2026-01");
    join(&mut branch, "new", Some(day("2026-01-20")));
    assert_eq!(hold(&mut branch, "2026-02"), ["c", "d"]);
    assert_eq!(hold(&mut branch, "2026-03"), ["new", "a"]);
}

#[test]
fn who_left_is_skipped_and_who_comes_back_is_owed_nothing() {
    let mut branch = branch(&["a", "b", "c", "d"]);
    leave(&mut branch, &item("a"), day("2025-12-31"));
    assert_eq!(hold(&mut branch, "2026-01"), ["b", "c"]);
    assert_eq!(hold(&mut branch, "2026-02"), ["d", "b"]);
    assert_eq!(hold(&mut branch, "2026-03"), ["c", "d"]);
    let back = Stay {
        from: Some(day("2026-04-01")),
        departure: None,
    };
    branch
        .roster
        .person_mut(&item("a"))
        .expect("known")
        .stays
        .push(back);
    assert_eq!(hold(&mut branch, "2026-04"), ["b", "c"]);
    assert_eq!(hold(&mut branch, "2026-05"), ["d", "a"]);
}

#[test]
fn somebody_settled_who_has_left_by_the_meeting_is_not_named_until_it_was_held() {
    let mut branch = branch(&["a", "b", "c"]);
    branch.settle_turns(month("2026-05"), vec![item("a"), item("b")]);
    leave(&mut branch, &item("a"), day("2026-05-01"));
    assert_eq!(whose(&branch, "2026-05"), ["b"]);
    branch.meeting_mut(month("2026-05")).held_on = Some(day("2026-05-06"));
    assert_eq!(
        whose(&branch, "2026-05"),
        ["a", "b"],
        "what was held stays as recorded"
    );
}

#[test]
fn who_is_taken_off_comes_next_and_who_is_added_waits_for_the_others() {
    let mut branch = branch(&["a", "b", "c", "d", "e"]);
    branch.settle_turns(month("2026-01"), vec![item("b"), item("e")]);
    assert_eq!(hold(&mut branch, "2026-02"), ["a", "c"]);
    assert_eq!(hold(&mut branch, "2026-03"), ["d", "b"]);
}

#[test]
fn a_choice_out_of_order_is_pointed_out() {
    let mut branch = branch(&["a", "b", "c"]);
    hold(&mut branch, "2026-01");
    let february = month("2026-02");
    branch.settle_turns(february, vec![item("a")]);
    let chosen = turns(&branch, february, later());
    assert_eq!(chosen.out_of_order, [item("a")]);
    let to_come: Vec<_> = chosen
        .others
        .iter()
        .map(|other| (other.person.as_str(), other.to_come))
        .collect();
    assert_eq!(to_come, [("c", true), ("b", false)]);
    assert_eq!(chosen.others[1].last, Some(month("2026-01")));
    branch.settle_turns(february, vec![item("c"), item("a")]);
    assert!(
        turns(&branch, february, later()).out_of_order.is_empty(),
        "the round is over"
    );
}

#[test]
fn a_quarterly_rhythm_has_turns_in_the_last_meeting_of_each_quarter() {
    let mut branch = branch(&["a", "b", "c"]);
    branch.year_mut(2026).rotation.rhythm = Rhythm::Quarterly;
    assert!(whose(&branch, "2026-02").is_empty());
    assert_eq!(hold(&mut branch, "2026-03"), ["a", "b"]);
    let shown = turns(&branch, month("2026-04"), later());
    assert_eq!(shown.others.len(), 3, "somebody can be added all the same");
}

#[test]
fn members_only_leaves_the_others_out_until_they_are_admitted() {
    let mut branch = branch(&["a", "b"]);
    branch.roster.people[0].standings[0].standing = Standing::NonMember;
    branch.year_mut(2026).rotation.members_only = true;
    assert_eq!(hold(&mut branch, "2026-01"), ["b"]);
    branch.roster.people[0]
        .standings
        .push(so_tay::domain::branch::StandingSince {
            since: Some(day("2026-02-03")),
            standing: Standing::Member,
        });
    assert_eq!(hold(&mut branch, "2026-02"), ["b", "a"]);
}

#[test]
fn one_can_look_ahead_and_past_meetings_without_turns_are_not_made_up() {
    let mut branch = branch(&["a", "b", "c", "d", "e"]);
    let at = |branch: &Branch, at: &str, today: &str| {
        let turns = turns(branch, month(at), day(today));
        turns
            .people
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        at(&branch, "2026-05", "2026-03-10"),
        ["e", "a"],
        "after March and April"
    );
    branch.settle_turns(month("2026-03"), vec![item("e")]);
    assert_eq!(at(&branch, "2026-05", "2026-03-10"), ["c", "d"]);
    assert_eq!(
        at(&branch, "2026-05", "2026-05-01"),
        ["a", "b"],
        "April had no turns"
    );
}

/// What may happen between two meetings, and at one.
#[derive(Clone, Debug)]
enum Event {
    Join,
    Leave(Index),
    ComeBack(Index),
    /// How many take a turn, and a seed for the changes.
    Meet(u8, Vec<(u8, Index)>),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        1 => Just(Event::Join),
        1 => any::<Index>().prop_map(Event::Leave),
        1 => any::<Index>().prop_map(Event::ComeBack),
        6 => (1..5_u8, vec((0..3_u8, any::<Index>()), 0..4)).prop_map(|(many, changes)| Event::Meet(many, changes)),
    ]
}

/// Meetings month by month through these events, each adjusted and settled; `heed` puts right what
/// would be out of order. Fails when a proposal names somebody who does not belong.
fn live(events: Vec<Event>, heed: bool) -> Branch {
    let mut branch = branch(&["p0", "p1", "p2", "p3", "p4", "p5"]);
    let mut at = month("2026-01");
    for event in events {
        let held = at.day(5);
        let between = at.day(3);
        let count = branch.roster.people.len();
        match event {
            Event::Join => join(&mut branch, &format!("p{count}"), Some(between)),
            // The first three stay all along.
            Event::Leave(index) if count > 3 => {
                let id = branch.roster.people[3 + index.index(count - 3)].id.clone();
                if branch.roster.person(&id).expect("known").belongs_on(held) {
                    leave(&mut branch, &id, between);
                }
            }
            Event::Leave(_) => {}
            Event::ComeBack(index) => {
                let person = &mut branch.roster.people[index.index(count)];
                if !person.belongs_on(held)
                    && person.stays.iter().all(|stay| stay.from != Some(between))
                {
                    person.stays.push(Stay {
                        from: Some(between),
                        departure: None,
                    });
                }
            }
            Event::Meet(many, changes) => {
                branch.year_mut(at.year()).rotation.people_a_turn = many;
                meet(&mut branch, at, changes, heed);
                at = at.next().expect("in range");
            }
        }
    }
    branch
}

fn meet(branch: &mut Branch, at: YearMonth, changes: Vec<(u8, Index)>, heed: bool) {
    let proposed = turns(branch, at, later());
    let on = meeting_on(branch, at);
    for id in &proposed.people {
        let belongs = branch
            .roster
            .person(id)
            .expect("on the roster")
            .belongs_on(on);
        assert!(belongs, "{id} in {at}");
    }
    assert!(
        proposed.out_of_order.is_empty(),
        "a proposal is always fair"
    );
    let mut people = proposed.people;
    for (kind, index) in changes {
        let others = turns_with(branch, at, &people).others;
        if kind > 0 && !people.is_empty() {
            people.remove(index.index(people.len()));
        }
        if kind < 2 && !others.is_empty() {
            people.push(others[index.index(others.len())].person.clone());
        }
    }
    if heed {
        loop {
            let early = turns_with(branch, at, &people).out_of_order;
            if early.is_empty() {
                break;
            }
            people.retain(|id| !early.contains(id));
        }
    }
    branch.settle_turns(at, people);
}

fn turns_with(
    branch: &Branch,
    at: YearMonth,
    people: &[ItemId],
) -> so_tay::domain::branch::turns::Turns {
    let mut tried = branch.clone();
    tried.settle_turns(at, people.to_vec());
    turns(&tried, at, later())
}

/// The numbers of turns of those who belonged all along: the first three.
fn spread(branch: &Branch) -> usize {
    let settled: Vec<_> = branch
        .years
        .iter()
        .flat_map(|year| year.meetings.values())
        .flat_map(|meeting| meeting.turns.iter().flatten())
        .collect();
    let had = branch.roster.people[..3]
        .iter()
        .map(|person| settled.iter().filter(|id| ***id == person.id).count());
    let had: Vec<_> = had.collect();
    had.iter().max().unwrap_or(&0) - had.iter().min().unwrap_or(&0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn turns_differ_by_at_most_one_among_those_who_belonged_all_along(events in vec(event(), 0..60)) {
        let branch = live(events, true);
        prop_assert!(spread(&branch) <= 1);
    }

    #[test]
    fn whatever_was_settled_by_hand_is_made_even_by_later_proposals(events in vec(event(), 0..20)) {
        let mut branch = live(events, false);
        let mut at = YearMonth::new(2040, 1).expect("a month");
        // One a meeting: where all take a turn each time, nobody can catch up.
        for _ in 0..300 {
            if spread(&branch) <= 1 {
                break;
            }
            branch.year_mut(at.year()).rotation.people_a_turn = 1;
            let proposed = turns(&branch, at, later()).people;
            branch.settle_turns(at, proposed);
            at = at.next().expect("in range");
        }
        prop_assert!(spread(&branch) <= 1);
    }
}

#[test]
fn the_agenda_of_the_sample_reads_as_it_is_told_in_the_meeting() {
    let today = day("2026-11-22");
    let (mut branch, dossiers) = sample_branch(today);
    let december = month("2026-12");
    let meeting = branch.meeting_mut(december);
    meeting.deeds.push(GoodDeed {
        id: item("d1"),
        person: None,
        text: "Cả chi bộ góp 2 ngày công dọn kênh".to_owned(),
    });
    meeting.other = "Chuẩn bị tổng kết năm\n\n  Thu đảng phí ".to_owned();
    meeting.decided = "Nộp bản tự nhận xét trước ngày 20".to_owned();
    branch.year_mut(2026).assess(month("2026-11"), |own| {
        own.level = Some(item("good"));
        own.remark = "Họp 9 cuộc".to_owned();
    });
    let dossiers: Vec<_> = dossiers
        .into_iter()
        .filter(|dossier| dossier.year == 2026)
        .collect();
    let agenda = agenda(&branch, &dossiers, december, today);
    let text = agenda_text(&branch, &agenda, december);
    let [first, second] = &agenda.turns.people[..] else {
        panic!("{:?}", agenda.turns.people);
    };
    let (first, second) = (branch.roster.called(first), branch.roster.called(second));
    let results = agenda.results.as_ref().expect("November");
    assert_eq!((results.count.of, results.count.here()), (45, 0));
    let absent: Vec<_> = results
        .absent
        .iter()
        .map(|id| branch.roster.called(id))
        .collect();
    let expected = format!(
        "SINH HOẠT CHI BỘ THÁNG 12/2026
Chi bộ 2 (mẫu)
Ngày 05/12/2026

1. Kết quả làm theo tháng 11/2026
- Đã gửi tự đánh giá: 0/45
- Chưa gửi: {}
- Chi bộ tự đánh giá: Tốt. Họp 9 cuộc

2. Tự phê bình và phê bình
- {first}
- {second}

3. Chuyên đề quý IV: Nêu cao tinh thần trách nhiệm, chống chủ nghĩa cá nhân, nói đi đôi với làm
- Tác phẩm “Đạo đức cách mạng”

4. Hạn chế chưa khắc phục xong
- Trần Văn Sơn: Một lần bỏ vị trí trực 20 phút; quá hạn từ 30/06/2026
- Lê Quang Hải: Hai chuyến đón khách chậm 20 phút; quá hạn từ 30/09/2026
- Vương Tiến Đạt: Chưa nhắc thẳng đơn vị chậm thực hiện kết luận; hạn 31/12/2026

5. Người tốt, việc tốt
- Cả chi bộ góp 2 ngày công dọn kênh

6. Nội dung khác
- Chuẩn bị tổng kết năm
- Thu đảng phí

7. Kết luận
- Nộp bản tự nhận xét trước ngày 20
",
        absent.join(", ")
    );
    assert_eq!(text, expected);
}

#[test]
fn an_agenda_with_nothing_in_it_is_short_and_a_january_meeting_takes_up_december() {
    let branch = branch(&[]);
    let january = month("2026-01");
    let agenda = agenda(&branch, &[], january, day("2026-01-02"));
    assert_eq!(
        agenda_text(&branch, &agenda, january),
        "SINH HOẠT CHI BỘ THÁNG 1/2026
Chi bộ 2
Ngày 05/01/2026

1. Kết quả làm theo tháng 12/2025
- Đã gửi tự đánh giá: 0/0
"
    );
}

#[test]
fn reminders_name_the_months_and_the_day_and_no_pronoun() {
    let branch = branch(&["an", "binh"]);
    let months = ["2026-08", "2026-09", "2026-11"].map(month);
    assert_eq!(
        reminder(&branch, &item("an"), &months, day("2026-12-05")),
        "Chi bộ 2: chưa nhận được tự đánh giá tháng 8–9, 11/2026 của AN. Đề nghị gửi trước buổi họp ngày 05/12/2026."
    );
    assert_eq!(
        reminder_to_all(
            &branch,
            &["an", "binh"].map(item),
            months[2],
            day("2026-12-05")
        ),
        "Chi bộ 2: chưa nhận được tự đánh giá tháng 11/2026 của 2 người. Đề nghị gửi trước buổi họp ngày 05/12/2026.\n1. AN\n2. BINH"
    );
}
