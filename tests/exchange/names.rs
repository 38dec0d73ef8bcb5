//! Names of files.

use proptest::prelude::*;
use so_tay::domain::Day;
use so_tay::exchange::{Kind, file_name, slug};
use unicode_normalization::UnicodeNormalization;

use crate::arbitrary;

fn named(kind: Kind, name: &str) -> String {
    file_name(kind, name, 2026, Day::new(2026, 11, 22).expect("a day"))
}

#[test]
fn a_name_says_kind_person_year_and_day() {
    let name = "Nguyễn Văn A";
    let names = Kind::ALL.map(|kind| named(kind, name));
    assert_eq!(
        names,
        [
            "so-tay_bo-chuan-muc_nguyen-van-a_2026_20261122.json",
            "so-tay_phieu-gui_nguyen-van-a_2026_20261122.json",
            "so-tay_phieu-nhan-xet_nguyen-van-a_2026_20261122.json",
            "so-tay_bao-cao-chi-bo_nguyen-van-a_2026_20261122.json",
            "so-tay_sao-luu_nguyen-van-a_2026_20261122.json",
            "so-tay_sao-luu-chi-bo_nguyen-van-a_2026_20261122.json",
        ]
    );
}

#[test]
fn every_vietnamese_letter_has_a_plain_one() {
    let letters = "àáảãạăằắẳẵặâầấẩẫậ èéẻẽẹêềếểễệ ìíỉĩị òóỏõọôồốổỗộơờớởỡợ ùúủũụưừứửữự ỳýỷỹỵ đ";
    let plain = "aaaaaaaaaaaaaaaaa-eeeeeeeeeee-iiiii-ooooooooooooooooo-uuuuuuuuuuu-yyyyy-d";
    assert_eq!(slug(letters), plain[..60].trim_end_matches('-'));
    for word in letters.split(' ') {
        let plain = slug(word);
        assert!(
            plain
                .chars()
                .all(|c| c == plain.chars().next().unwrap_or(' ')),
            "{word}: {plain}"
        );
        assert_eq!(plain.len(), word.chars().count());
        assert_eq!(slug(&word.to_uppercase()), plain);
        assert_eq!(slug(&word.nfd().collect::<String>()), plain);
    }
}

#[test]
fn what_is_no_letter_parts_words() {
    assert_eq!(
        slug("  Chi bộ 2 (mẫu) – ĐỘI «Một» "),
        "chi-bo-2-mau-doi-mot"
    );
    assert_eq!(slug("张伟"), "");
    assert_eq!(
        named(Kind::Handover, "张伟"),
        "so-tay_phieu-gui_2026_20261122.json"
    );
}

proptest! {
    #[test]
    fn any_name_gives_a_short_plain_file_name(text in prop_oneof![arbitrary::text(), any::<String>()]) {
        let name = named(Kind::BranchReport, &text);
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.".contains(&byte);
        prop_assert!(name.bytes().all(plain), "{}", name);
        prop_assert!(name.len() <= 110, "{}", name);
    }
}
