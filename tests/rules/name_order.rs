//! Names in Vietnamese order.

use proptest::prelude::*;
use so_tay::domain::letters::toned;
use so_tay::domain::name_order::name_order;

fn sorted(names: &[&str]) -> Vec<String> {
    let mut names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
    names.sort_by_cached_key(|name| name_order(name));
    names
}

#[track_caller]
fn in_order(names: &[&str]) {
    let mut shuffled = names.to_vec();
    shuffled.reverse();
    assert_eq!(sorted(&shuffled), names);
}

#[test]
fn letters_come_before_tones() {
    in_order(&["An", "Anh", "Ảnh", "Ánh", "Ân", "Ẩn"]);
    in_order(&["Dũng", "Dương", "Đan", "Đạt", "Đức"]);
    in_order(&["Oanh", "Ông", "Ơn"]);
    in_order(&["Tú", "Tuấn", "Tùng", "Tư"]);
}

#[test]
fn tones_come_in_the_order_of_dictionaries() {
    in_order(&["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]);
}

#[test]
fn names_go_by_given_name_then_middle_then_family() {
    in_order(&[
        "Trần An",
        "Lê Hoàng An",
        "Nguyễn Thị An",
        "Trần Thị An",
        "Bùi Thị Thu An",
        "Nguyễn Văn An",
        "Ánh",
        "Đỗ Ánh",
        "Lê Bình",
    ]);
}

#[test]
fn case_and_spaces_count_for_nothing() {
    assert_eq!(name_order(" TRẦN  THỊ BÌNH "), name_order("Trần Thị Bình"));
}

#[test]
fn a_tone_is_taken_off_its_vowel() {
    assert_eq!(toned('ậ'), ('â', 5));
    assert_eq!(toned('ỳ'), ('y', 1));
    assert_eq!(toned('ă'), ('ă', 0));
    assert_eq!(toned('đ'), ('đ', 0));
}

proptest! {
    #[test]
    fn any_text_has_a_place(name in "\\PC{0,40}|.{0,12}") {
        let _ = name_order(&name);
    }

    #[test]
    fn names_of_one_place_differ_in_case_and_spaces_only(
        one in "[a-zà-ỹ]{1,3}( [a-zà-ỹ]{1,3}){0,3}",
        other in "[a-zà-ỹ]{1,3}( [a-zà-ỹ]{1,3}){0,3}",
    ) {
        let lower = so_tay::domain::letters::lower;
        prop_assert_eq!(name_order(&one) == name_order(&other), lower(&one) == lower(&other));
    }
}
