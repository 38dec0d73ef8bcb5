//! Lower case without the standard library's tables.

use so_tay::domain::letters::{in_word, lower, plain};

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
