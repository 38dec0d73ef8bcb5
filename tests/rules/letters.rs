//! Lower case without the standard library's tables.

use proptest::prelude::*;
use so_tay::domain::letters::{in_word, is_composed, lower, plain, seen, visible};
use unicode_normalization::is_nfc;

const CAPITALS: &str =
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ";

#[test]
fn every_vietnamese_letter_has_the_small_one_that_the_standard_library_knows() {
    assert_eq!(lower(CAPITALS), CAPITALS.to_lowercase());
}

#[test]
fn small_letters_digits_and_signs_stay() {
    let rest = format!("{} 0123456789 “–” …", CAPITALS.to_lowercase());
    assert_eq!(lower(&rest), rest);
}

#[test]
fn letters_and_digits_are_parts_of_words_and_signs_are_not() {
    assert!(CAPITALS.chars().all(in_word));
    assert!(CAPITALS.to_lowercase().chars().all(in_word));
    assert!("0123456789".chars().all(in_word));
    assert!(!" ,.;:!?()-–…“”/".chars().any(in_word));
}

#[test]
fn plain_text_is_what_one_types_without_accents() {
    assert_eq!(plain("  Đào  Thị Tuyết,\tTổ 1 "), "dao thi tuyet to 1");
    assert_eq!(plain("Đo\u{300}n"), "don");
    assert_eq!(plain("張 – "), "");
}

#[test]
fn what_vietnamese_keyboards_write_is_known_to_be_composed() {
    assert!(is_composed(CAPITALS) && is_composed(&CAPITALS.to_lowercase()));
    assert!(is_composed("“Đường cách mệnh” – 1927… 'a' \n"));
    assert!(!is_composed("e\u{302}"));
}

proptest! {
    #[test]
    fn what_is_said_to_be_composed_is(text in "[ -~À-ỹ\u{300}-\u{36f}‐-‧ạ-ỹ]{0,12}|.{0,12}") {
        prop_assert!(!is_composed(&text) || is_nfc(&text));
    }
}

#[test]
fn no_letter_that_is_said_to_be_composed_is_not() {
    let all = ('\u{0}'..=char::MAX).filter(|c| is_composed(&c.to_string()));
    let wrong: Vec<_> = all.filter(|c| !is_nfc(&c.to_string())).collect();
    assert_eq!(wrong, []);
}

#[test]
fn what_nobody_sees_is_shown_by_its_number_and_all_else_stays() {
    assert_eq!(
        visible("a\u{202e}b\u{0}c\u{e0041}\n"),
        "a[U+202E]b[U+0000]c[U+E0041][U+000A]"
    );
    let unseen = "\t\r\u{7f}\u{85}\u{ad}\u{34f}\u{61c}\u{115f}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{2060}\u{2064}\u{2066}\u{2069}\u{206f}\u{2800}\u{3164}\u{fe0f}\u{feff}\u{ffa0}\u{fffb}\u{1d173}\u{e0001}\u{e0fff}";
    assert_eq!(
        visible(unseen).matches("[U+").count(),
        unseen.chars().count()
    );
    assert_eq!(seen(&format!("a{unseen}b")), "ab");
    let plain = format!(
        "{CAPITALS} {} 0123456789 “–” … ’ · 漢字 กำ 🌾 \u{a0}é e\u{301}",
        CAPITALS.to_lowercase()
    );
    assert_eq!(visible(&plain), plain);
    assert_eq!(seen(&plain), plain);
}
