use proptest::prelude::*;
use so_tay::domain::handover::{PURPOSE, month_ranges};
use so_tay::domain::pack::Standard;
use so_tay::domain::{
    CommitmentRating, Conduct, Correction, Deed, Handbook, Handover, Keeping, PackVersion, Part,
    Table, YearMonth,
};

use crate::{commitment, day, handbook, handbook_in_november, issued, item, month, shortcoming};

fn everything(handbook: &Handbook) -> Handover {
    handbook.handover(&handbook.parts(), day("2026-11-22"))
}

fn of(handbook: &Handbook, parts: &[Part]) -> Handover {
    handbook.handover(parts, day("2026-11-22"))
}

fn give(handbook: &mut Handbook, parts: &[Part]) {
    let given = of(handbook, parts);
    let revision = handbook.next_handover_revision();
    handbook.record_handover(given, revision);
}

fn oct() -> Part {
    Part::Month(month("2026-10"))
}

#[test]
fn the_submitted_pledge_done_months_and_written_shortcomings_can_go() {
    let mut handbook = handbook();
    assert_eq!(handbook.parts(), []);
    handbook.pledge.draft = vec![commitment("viec-1")];
    handbook.rating_mut(month("2026-03")).branch_note = "dở".to_owned();
    handbook.shortcomings = vec![so_tay::domain::Shortcoming::new(
        item("trong"),
        month("2026-03"),
        None,
    )];
    assert_eq!(handbook.parts(), []);
    assert!(handbook.pledge.submit(day("2026-01-20")));
    handbook.complete_month(month("2026-03"), day("2026-03-31"));
    handbook.shortcomings.push(shortcoming("han-che", None));
    let expected = [
        Part::Pledge,
        Part::Month(month("2026-03")),
        Part::Shortcoming(item("han-che")),
    ];
    assert_eq!(handbook.parts(), expected);
}

#[test]
fn only_what_was_chosen_goes() {
    let mut handbook = handbook_in_november();
    handbook.shortcomings = vec![shortcoming("mot", None), shortcoming("hai", None)];
    let given = of(&handbook, &[oct(), Part::Shortcoming(item("hai"))]);
    assert_eq!(given.pledge, None);
    assert_eq!(given.months.keys().collect::<Vec<_>>(), [&month("2026-10")]);
    assert_eq!(given.shortcomings, [shortcoming("hai", None)]);
}

#[test]
fn choosing_what_cannot_go_gives_nothing() {
    let mut handbook = handbook();
    handbook.pledge.draft = vec![commitment("viec-1")];
    handbook.rating_mut(month("2026-10")).branch_note = "dở".to_owned();
    handbook.shortcomings = vec![so_tay::domain::Shortcoming::new(
        item("trong"),
        month("2026-03"),
        None,
    )];
    let given = of(
        &handbook,
        &[
            Part::Pledge,
            oct(),
            Part::Shortcoming(item("trong")),
            Part::Shortcoming(item("la")),
        ],
    );
    assert_eq!(given.pledge, None);
    assert!(given.months.is_empty() && given.shortcomings.is_empty());
}

#[test]
fn changes_to_the_pledge_that_were_not_submitted_stay_on_the_phone() {
    let mut handbook = handbook_in_november();
    handbook.pledge.draft[0].action = "BẢN NHÁP".to_owned();
    let json = serde_json::to_string(&everything(&handbook)).unwrap();
    assert!(!json.contains("BẢN NHÁP"));
}

#[test]
fn the_pledge_goes_with_its_whole_history() {
    let mut handbook = handbook_in_november();
    handbook.pledge.draft.pop();
    assert!(handbook.pledge.submit(day("2026-06-01")));
    handbook.pledge.handwritten = true;
    handbook.pledge.posting_consent = Some(day("2026-06-02"));
    let pledge = everything(&handbook).pledge.unwrap();
    assert_eq!(pledge.revisions, handbook.pledge.revisions);
    assert_eq!(
        (pledge.handwritten, pledge.posting_consent),
        (true, Some(day("2026-06-02")))
    );
}

#[test]
fn a_month_goes_with_levels_evidence_standards_and_the_note_for_the_branch() {
    let mut handbook = handbook_in_november();
    let rated = CommitmentRating {
        level: Some(item("good")),
        evidence: "41/42 hồ sơ".to_owned(),
    };
    let rating = handbook.rating_mut(month("2026-10"));
    rating.commitments.insert(item("viec-1"), rated.clone());
    rating.standards.insert(item("tiet-kiem"), Keeping::Slipped);
    rating.branch_note = "Xin một máy quét".to_owned();
    rating.private_note = "RIÊNG".to_owned();
    let given = of(&handbook, &[oct()]).months;
    let given = given.get(&month("2026-10")).unwrap();
    assert_eq!(given.commitments, Table::from([(item("viec-1"), rated)]));
    assert_eq!(
        given.standards,
        Table::from([(item("tiet-kiem"), Keeping::Slipped)])
    );
    assert_eq!(given.note, "Xin một máy quét");
    assert_eq!(
        (given.pack.clone(), given.completed_on),
        (PackVersion::Own, day("2026-10-31"))
    );
}

#[test]
fn a_hand_over_states_who_agreed_to_what_for_whom() {
    let consent = everything(&handbook()).consent;
    assert_eq!(
        (consent.on, consent.receiver.as_str()),
        (day("2026-11-22"), "Chi bộ 2")
    );
    assert_eq!(consent.purpose, PURPOSE);
}

#[test]
fn private_notes_are_counted_where_something_is_written() {
    let mut handbook = handbook_in_november();
    handbook.rating_mut(month("2026-10")).private_note = "RIÊNG".to_owned();
    handbook.rating_mut(month("2026-09")).private_note = " \n".to_owned();
    assert_eq!(handbook.private_notes(), 1);
}

#[test]
fn what_was_given_is_no_longer_unsent() {
    let mut handbook = handbook_in_november();
    assert_eq!(handbook.unsent(), handbook.parts());
    give(&mut handbook, &[Part::Pledge, oct()]);
    assert!(handbook.was_sent(&Part::Pledge) && handbook.was_sent(&oct()));
    assert!(!handbook.was_sent(&Part::Month(month("2026-09"))));
    let unsent = handbook.unsent();
    assert_eq!(unsent.len(), 9);
    assert!(!unsent.contains(&oct()) && !unsent.contains(&Part::Pledge));
}

#[test]
fn what_changed_after_it_was_given_is_unsent_again() {
    type Change = fn(&mut Handbook);
    let changes: [(Part, Change); 6] = [
        (oct(), |handbook| {
            handbook.rating_mut(month("2026-10")).branch_note.push('x')
        }),
        (oct(), |handbook| {
            handbook
                .rating_mut(month("2026-10"))
                .standards
                .insert(item("tiet-kiem"), Keeping::Kept);
        }),
        (Part::Pledge, |handbook| handbook.pledge.handwritten = true),
        (Part::Pledge, |handbook| {
            let adopted = so_tay::domain::Stage::Adopted {
                on: day("2026-02-12"),
            };
            assert!(handbook.pledge.set_stage(adopted));
        }),
        (Part::Pledge, |handbook| {
            handbook.pledge.draft.pop();
            assert!(handbook.pledge.submit(day("2026-11-23")));
        }),
        (Part::Shortcoming(item("han-che")), |handbook| {
            handbook.shortcomings[0].correction = Correction::PutRight {
                on: day("2026-11-23"),
            };
        }),
    ];
    for (part, change) in changes {
        let mut handbook = handbook_in_november();
        handbook.shortcomings = vec![shortcoming("han-che", None)];
        let parts = handbook.parts();
        give(&mut handbook, &parts);
        assert_eq!(handbook.unsent(), []);
        change(&mut handbook);
        assert_eq!(handbook.unsent(), std::slice::from_ref(&part));
        assert!(handbook.was_sent(&part));
        give(&mut handbook, std::slice::from_ref(&part));
        assert_eq!(handbook.unsent(), []);
    }
}

#[test]
fn private_notes_and_drafts_are_not_changes_for_the_branch() {
    let mut handbook = handbook_in_november();
    let parts = handbook.parts();
    give(&mut handbook, &parts);
    handbook.rating_mut(month("2026-10")).private_note = "RIÊNG".to_owned();
    handbook.pledge.draft[0].action.push('x');
    assert_eq!(handbook.unsent(), []);
}

#[test]
fn leaving_a_part_out_later_does_not_take_it_back() {
    let mut handbook = handbook_in_november();
    give(&mut handbook, &[Part::Pledge, oct()]);
    give(&mut handbook, &[Part::Month(month("2026-09"))]);
    assert!(handbook.was_sent(&Part::Pledge) && handbook.was_sent(&oct()));
    assert_eq!(handbook.unsent().len(), 8);
}

#[test]
fn every_file_has_a_higher_number_and_the_log_says_what_was_in_it() {
    let mut handbook = handbook_in_november();
    give(&mut handbook, &[Part::Pledge, oct()]);
    assert_eq!(handbook.next_handover_revision(), 2);
    give(&mut handbook, &[Part::Month(month("2026-09"))]);
    let log = handbook.handed.log.iter();
    let log: Vec<_> = log
        .map(|entry| (entry.revision, entry.on, entry.what.as_str()))
        .collect();
    let on = day("2026-11-22");
    assert_eq!(log, [(1, on, "bản đăng ký, tháng 10"), (3, on, "tháng 9")]);
}

#[test]
fn the_numbers_do_not_start_again_at_the_end_of_counting() {
    let mut handbook = handbook();
    handbook.handed.revision = u32::MAX;
    assert_eq!(handbook.next_handover_revision(), u32::MAX);
}

#[test]
fn a_summary_joins_months_that_follow_each_other() {
    let ranges = |months: &[u8]| month_ranges(months.iter().copied());
    assert_eq!(ranges(&[]), "");
    assert_eq!(ranges(&[3]), "3");
    assert_eq!(ranges(&[9, 10]), "9–10");
    assert_eq!(ranges(&[1, 2, 3, 4, 5, 6, 7, 8, 10]), "1–8, 10");
    assert_eq!(ranges(&[1, 3, 5, 12]), "1, 3, 5, 12");
}

#[test]
fn a_summary_names_pledge_months_and_shortcomings() {
    let mut handbook = handbook_in_november();
    handbook.shortcomings = vec![shortcoming("han-che", None)];
    assert_eq!(
        everything(&handbook).summary(),
        "bản đăng ký, tháng 1–10, 1 hạn chế"
    );
    assert_eq!(of(&handbook, &[]).summary(), "");
}

fn named(id: &str, text: &str) -> Standard {
    Standard {
        id: item(id),
        conduct: Conduct::MustDo,
        text: text.to_owned(),
        posts: vec![],
        retired: false,
    }
}

fn own_texts(given: &Handover) -> Vec<&str> {
    given
        .own_standards
        .iter()
        .map(|standard| standard.text.as_str())
        .collect()
}

/// An own set of three, each used by one part: the pledge, October, a shortcoming.
fn handbook_with_own_standards() -> Handbook {
    let mut handbook = handbook();
    handbook.pack.pack.standards = vec![
        named("viec", "Của việc"),
        named("thang", "Của tháng"),
        named("han-che", "Của hạn chế"),
        named("thua", "Không ai dùng"),
    ];
    let mut serving = commitment("viec-1");
    serving.standard = Some(item("viec"));
    handbook.pledge.draft = vec![serving];
    assert!(handbook.pledge.submit(day("2026-01-20")));
    handbook
        .rating_mut(month("2026-10"))
        .standards
        .insert(item("thang"), Keeping::Kept);
    handbook.complete_month(month("2026-10"), day("2026-10-31"));
    let mut slip = shortcoming("han-che-1", None);
    slip.standard = Some(item("han-che"));
    handbook.shortcomings = vec![slip];
    handbook
}

#[test]
fn own_standards_travel_with_the_parts_that_name_them() {
    let handbook = handbook_with_own_standards();
    assert_eq!(own_texts(&of(&handbook, &[Part::Pledge])), ["Của việc"]);
    assert_eq!(own_texts(&of(&handbook, &[oct()])), ["Của tháng"]);
    assert_eq!(
        own_texts(&of(&handbook, &[Part::Shortcoming(item("han-che-1"))])),
        ["Của hạn chế"]
    );
    assert_eq!(
        own_texts(&everything(&handbook)),
        ["Của việc", "Của tháng", "Của hạn chế"]
    );
}

#[test]
fn own_standards_still_travel_after_the_pack_of_a_branch_came() {
    let mut handbook = handbook_with_own_standards();
    let mut pack = handbook.pack.pack.clone();
    pack.standards = vec![named("khac", "Của chi bộ")];
    handbook.take_pack(issued(1, 1), pack).unwrap();
    assert_eq!(
        own_texts(&everything(&handbook)),
        ["Của việc", "Của tháng", "Của hạn chế"]
    );
}

#[test]
fn standards_of_a_branch_do_not_travel_since_it_knows_them() {
    let mut handbook = handbook();
    let pack = handbook.pack.pack.clone();
    handbook.take_pack(issued(1, 1), pack).unwrap();
    handbook
        .rating_mut(month("2026-10"))
        .standards
        .insert(item("tiet-kiem"), Keeping::Kept);
    handbook.complete_month(month("2026-10"), day("2026-10-31"));
    assert_eq!(own_texts(&everything(&handbook)), [""; 0]);
}

#[test]
fn an_own_standard_does_not_stand_in_for_one_of_the_branch_with_the_same_name() {
    let mut handbook = handbook_with_own_standards();
    let mut pack = handbook.pack.pack.clone();
    for standard in &mut pack.standards {
        standard.text.push_str(" (chi bộ)");
    }
    handbook.take_pack(issued(1, 1), pack).unwrap();
    handbook
        .rating_mut(month("2026-11"))
        .standards
        .insert(item("thua"), Keeping::Kept);
    handbook.complete_month(month("2026-11"), day("2026-11-30"));
    // October was rated by the own set; all else is now read in the branch's pack.
    assert_eq!(own_texts(&everything(&handbook)), ["Của tháng"]);
}

#[test]
fn a_later_hand_over_replaces_its_parts_and_adds_new_ones() {
    let mut handbook = handbook_with_own_standards();
    let mut known = everything(&handbook);
    handbook.rating_mut(month("2026-10")).branch_note = "sửa".to_owned();
    handbook.shortcomings[0].text = "sửa".to_owned();
    handbook.shortcomings.push(shortcoming("moi", None));
    handbook.pack.pack.standards[1].text = "Của tháng, viết lại".to_owned();
    handbook.profile.duty = "Phó phòng".to_owned();
    let parts = [
        oct(),
        Part::Shortcoming(item("han-che-1")),
        Part::Shortcoming(item("moi")),
    ];
    let pledge = known.pledge.clone();
    known.take(of(&handbook, &parts));
    assert_eq!(known.pledge, pledge);
    assert_eq!(known.months.get(&month("2026-10")).unwrap().note, "sửa");
    let texts: Vec<_> = known
        .shortcomings
        .iter()
        .map(|slip| slip.text.as_str())
        .collect();
    assert_eq!(texts, ["sửa", "Hai lần đi họp muộn"]);
    assert_eq!(
        own_texts(&known),
        ["Của việc", "Của tháng, viết lại", "Của hạn chế"]
    );
    assert_eq!(known.profile.duty, "Phó phòng");
}

const SECRET: &str = "BÍ MẬT";

/// A handbook in any state: months blank, begun or done, each with a private note; a pledge drafted
/// or submitted; shortcomings or none; under the own set or a branch's.
fn any_handbook() -> impl Strategy<Value = Handbook> {
    let month = (1..=12u8, any::<bool>(), "[a-z ]{0,6}", any::<bool>());
    (
        prop::collection::vec(month, 0..8),
        any::<bool>(),
        0..3usize,
        any::<bool>(),
    )
        .prop_map(|(months, submit, slips, branch)| {
            let mut handbook = handbook();
            handbook.pledge.draft = vec![commitment("viec-1")];
            if submit {
                assert!(handbook.pledge.submit(day("2026-01-20")));
                handbook.pledge.draft[0].action = SECRET.to_owned();
            }
            if branch {
                let pack = handbook.pack.pack.clone();
                handbook
                    .take_pack(issued(1, 1), pack)
                    .expect("of this year");
            }
            for (number, done, note, rated) in months {
                let month = YearMonth::new(2026, number).expect("a month");
                let rating = handbook.rating_mut(month);
                rating.private_note = SECRET.to_owned();
                rating.branch_note = note;
                if rated {
                    rating.standards.insert(item("tiet-kiem"), Keeping::Kept);
                }
                if done {
                    handbook.complete_month(month, month.last_day());
                }
            }
            for number in 0..slips {
                handbook
                    .shortcomings
                    .push(shortcoming(&format!("han-che-{number}"), None));
            }
            handbook
        })
}

/// Two handbooks of one person, and what was chosen from each.
fn two_hand_overs() -> impl Strategy<Value = (Handover, Handover)> {
    let chosen = || {
        (any_handbook(), any::<u32>()).prop_map(|(handbook, mask)| {
            let parts = handbook.parts().into_iter().enumerate();
            let parts: Vec<_> = parts
                .filter(|(index, _)| mask >> (index % 32) & 1 == 1)
                .map(|(_, part)| part)
                .collect();
            handbook.handover(&parts, day("2026-11-22"))
        })
    };
    (chosen(), chosen())
}

proptest! {
    #[test]
    fn a_private_note_is_in_no_hand_over_and_not_in_the_memory_of_one(mut handbook in any_handbook()) {
        let parts = handbook.parts();
        let given = everything(&handbook);
        prop_assert!(!serde_json::to_string(&given).unwrap().contains(SECRET));
        give(&mut handbook, &parts);
        prop_assert!(!serde_json::to_string(&handbook.handed).unwrap().contains(SECRET));
        prop_assert_eq!(handbook.unsent(), vec![]);
    }

    #[test]
    fn a_handbook_survives_its_file(handbook in any_handbook()) {
        let json = serde_json::to_string(&handbook).unwrap();
        prop_assert_eq!(serde_json::from_str::<Handbook>(&json).unwrap(), handbook);
    }

    #[test]
    fn taking_the_same_hand_over_twice_is_taking_it_once((mut known, later) in two_hand_overs()) {
        known.take(later.clone());
        let once = known.clone();
        known.take(later);
        prop_assert_eq!(known, once);
    }

    #[test]
    fn of_each_part_the_last_given_is_known((first, later) in two_hand_overs()) {
        let mut known = first.clone();
        known.take(later.clone());
        prop_assert_eq!(&known.pledge, if later.pledge.is_some() { &later.pledge } else { &first.pledge });
        for number in 1..=12 {
            let month = YearMonth::new(2026, number).unwrap();
            prop_assert_eq!(known.months.get(&month), later.months.get(&month).or(first.months.get(&month)));
        }
        for slip in first.shortcomings.iter().chain(&later.shortcomings) {
            prop_assert_eq!(known.shortcomings.iter().filter(|other| other.id == slip.id).count(), 1);
        }
    }
}

#[test]
fn a_deed_that_the_branch_was_told_and_that_was_deleted_since_is_taken_back_there() {
    let mut handbook = handbook();
    let deed = |id: &str, consent: Option<&str>| Deed {
        id: item(id),
        on: day("2026-07-02"),
        text: "Đưa cụ già lạc đường về nhà".to_owned(),
        witness: String::new(),
        consent: consent.map(day),
    };
    handbook.deeds = vec![deed("a", Some("2026-07-03")), deed("b", None)];
    let part = Part::Deed(item("a"));
    assert_eq!(handbook.unsent(), std::slice::from_ref(&part));
    give(&mut handbook, std::slice::from_ref(&part));
    assert_eq!(handbook.unsent(), []);

    let kept = std::mem::take(&mut handbook.deeds);
    assert_eq!(
        handbook.unsent(),
        std::slice::from_ref(&part),
        "the branch does not know yet"
    );
    let sent = of(&handbook, std::slice::from_ref(&part));
    let [gone] = &sent.deeds[..] else {
        panic!("{:?}", sent.deeds)
    };
    assert_eq!(
        (gone.id.clone(), gone.text.as_str(), gone.consent),
        (item("a"), "", None)
    );
    give(&mut handbook, &[part]);
    assert_eq!(handbook.unsent(), [], "told once, it is enough");

    // Put back, it can be told again.
    handbook.deeds = kept;
    assert_eq!(handbook.unsent(), [Part::Deed(item("a"))]);
}
