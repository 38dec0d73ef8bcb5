//! Pledges that say nearly the same as another's.

use so_tay::domain::branch::alike::{ALIKE, alike, likeness};
use so_tay::domain::branch::registration::registration;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::vague::is_vague;
use so_tay::domain::{Commitment, ItemId};

use crate::{commitment, day, item};

fn are_alike(one: &str, other: &str) -> bool {
    assert_eq!(likeness(one, other), likeness(other, one));
    likeness(one, other) >= ALIKE
}

const WRITTEN: &str =
    "Giải quyết hồ sơ của dân trong ngày tại bộ phận một cửa, không hồ sơ nào quá hạn";

#[test]
fn the_same_words_typed_another_way_are_the_same() {
    assert_eq!(likeness(WRITTEN, WRITTEN), 100);
    let typed =
        "giai quyet ho so cua dan trong ngay tai bo phan mot cua - khong ho so nao qua han.";
    assert_eq!(likeness(WRITTEN, typed), 100);
    assert_eq!(likeness("Tiết kiệm", "TIẾT KIỆM."), 100, "two words");
}

#[test]
fn a_few_words_changed_are_still_a_copy() {
    assert!(are_alike(
        WRITTEN,
        &WRITTEN.replace("trong ngày", "trong buổi")
    ));
    assert!(are_alike(WRITTEN, &WRITTEN.replace("một cửa", "tiếp dân")));
    assert!(are_alike(WRITTEN, &format!("Năm nay {WRITTEN} hẹn trả")));
}

#[test]
fn the_same_matter_in_other_words_is_none() {
    let other = "Trả kết quả cho người dân đúng hẹn ở bộ phận một cửa, có thư xin lỗi khi chậm";
    assert!(!are_alike(WRITTEN, other));
    assert!(!are_alike("", ""), "nothing is no copy of nothing");
    assert!(!are_alike(WRITTEN, ""));
}

fn says(action: &str) -> Commitment {
    Commitment {
        action: action.to_owned(),
        measure: String::new(),
        ..commitment("viec-1")
    }
}

fn found(written: &[(&str, &str)]) -> Vec<(Vec<ItemId>, usize)> {
    let all: Vec<_> = written
        .iter()
        .map(|(person, action)| (item(person), says(action)))
        .collect();
    let found = alike(all.iter().map(|(person, commitment)| (person, commitment)));
    let sizes = found
        .into_iter()
        .map(|one| (one.people, one.commitments.len()));
    sizes.collect()
}

#[test]
fn who_copied_from_whom_is_told_once() {
    let other = "Đọc mỗi tháng một cuốn sách và kể lại trong buổi họp";
    let an_and_cuong = vec![item("an"), item("cuong")];
    assert_eq!(
        found(&[
            ("an", WRITTEN),
            ("an", other),
            ("binh", "Trồng 30 cây xanh ở sân cơ quan trước tháng 6"),
            ("cuong", WRITTEN),
            ("cuong", other),
        ]),
        [(an_and_cuong, 2)]
    );
    let three = ["an", "binh", "cuong"].map(item).to_vec();
    assert_eq!(
        found(&[("an", WRITTEN), ("binh", WRITTEN), ("cuong", WRITTEN)]),
        [(three, 1)]
    );
    assert_eq!(
        found(&[("an", WRITTEN), ("an", WRITTEN)]),
        [],
        "said twice by one"
    );
}

#[test]
fn in_the_sample_two_copied_and_they_are_vague_too() {
    let today = day("2026-11-22");
    let (branch, dossiers) = sample_branch(today);
    let told = registration(&branch, &dossiers, 2026, today);
    let pledges = told.pledges(&dossiers);
    let all = pledges.iter().flat_map(|(person, pledge)| {
        let commitments = pledge.commitments.iter();
        commitments.map(|commitment| (*person, commitment))
    });
    let found = alike(all);
    let [one] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((one.people.len(), one.commitments.len()), (2, 2));
    let vague = pledges
        .iter()
        .filter(|(_, pledge)| pledge.commitments.iter().any(is_vague));
    let vague: Vec<_> = vague.map(|(person, _)| (*person).clone()).collect();
    assert_eq!(vague, one.people);
}
