//! The lean form: what goes in comes out, whatever it is, and damage never gets past the check.

use proptest::prelude::*;
use so_tay::storage::Backend as _;
use so_tay::storage::lean::{expand, squeeze};

use crate::desk_support::{YEAR, batch, branch, dossier, dossier_key, open_desk};
use crate::support::{NOW, dump, id, storage};

#[test]
fn a_stored_text_stays_readable() {
    let text = "Đã đôn đốc 7/7 kết luận; đã đôn đốc 6/7 kết luận; \u{E000}\u{E0FF}\u{3400}";
    let lean = concat!(
        "\u{E101}Đã đôn đốc 7/7 kết luận; đ\u{E006}\u{3419}6\u{E009}\u{3419}",
        "\u{E0FF}\u{E000}\u{E0FF}\u{E0FF}\u{3400}"
    );
    assert_eq!(expand(lean).as_deref(), Some(text));
    assert_eq!(squeeze(text), lean);
    // The words that stand before every text: stored texts lean on them.
    let words = include_str!("../../src/storage/lean_words.txt");
    let sum = words.chars().fold(0_u64, |sum, c| {
        sum.wrapping_mul(31).wrapping_add(u64::from(u32::from(c)))
    });
    assert_eq!(
        (words.chars().count(), sum),
        (2616, 3_184_139_298_841_855_451)
    );
}

#[test]
fn a_text_that_is_not_lean_is_taken_as_it_is() {
    for text in ["", "{}", "\u{E000}", "{\"check\":\"x\"}"] {
        assert_eq!(expand(text).as_deref(), Some(text));
    }
    for broken in [
        "\u{E101}\u{E000}",
        "\u{E101}\u{E0FF}",
        "\u{E101}\u{E000}a",
        "\u{E101}\u{E000}\u{D7FF}",
        "\u{E101}\u{E000}\u{3400}",
    ] {
        assert_eq!(expand(broken), None, "{broken:?}");
    }
}

#[test]
fn a_text_that_asks_for_more_than_any_document_is_not_followed() {
    // Each pair asks for 258 characters: two million of them for half a thousand million.
    let bomb = format!("\u{E101}abcd{}", "\u{E0FE}\u{3404}".repeat(2_000_000));
    assert_eq!(expand(&bomb), None);
    let most = "chi bộ ".repeat((1 << 23) / 7);
    let lean = squeeze(&most);
    assert!(lean.chars().count() < most.chars().count() / 100);
    assert_eq!(expand(&lean).as_deref(), Some(most.as_str()));
    let longer = format!("{most}{most}");
    assert!(squeeze(&longer) == longer && expand(&longer) == Some(longer.clone()));
}

#[test]
fn branches_and_dossiers_are_stored_lean_and_a_plain_text_is_still_read() {
    let storage = storage();
    let (shelf, _) = open_desk(&storage);
    let all = batch(Some(branch(1, 3, "gốc")), vec![dossier(0, "gốc")]);
    assert_eq!(shelf.commit(&id(1), &all, NOW), Ok(()));
    assert!(
        dump(&storage)
            .iter()
            .all(|(_, text)| text.starts_with('\u{E101}'))
    );
    let plain = expand(
        &storage
            .get(&dossier_key(0))
            .expect("memory")
            .expect("there"),
    );
    assert!(storage.set(&dossier_key(0), &plain.expect("whole")).is_ok());
    let (shelf, _) = open_desk(&storage);
    assert_eq!(shelf.read_year(&id(1), YEAR).dossiers, [dossier(0, "gốc")]);
}

#[test]
fn every_damaged_character_is_noticed() {
    let written = storage();
    let (shelf, _) = open_desk(&written);
    let all = batch(None, vec![dossier(0, "Kết quả tốt, chưa có cách làm mới")]);
    assert_eq!(shelf.commit(&id(1), &all, NOW), Ok(()));
    let text = written
        .get(&dossier_key(0))
        .expect("memory")
        .expect("there");
    let chars: Vec<char> = text.chars().collect();
    for place in 0..chars.len() {
        for other in ['{', '\u{E003}', '\u{3402}', '\u{E0FF}'] {
            let mut damaged = chars.clone();
            if std::mem::replace(&mut damaged[place], other) == other {
                continue;
            }
            for damaged in [
                damaged.iter().collect::<String>(),
                damaged[..place].iter().collect(),
            ] {
                let storage = storage();
                assert!(storage.set(&dossier_key(0), &damaged).is_ok());
                let (shelf, _) = open_desk(&storage);
                let read = shelf.read_year(&id(1), YEAR);
                // A repetition may point to another place that says the same.
                assert!(
                    read.dossiers.is_empty() || read.dossiers == all.dossiers,
                    "{place}"
                );
                assert_eq!(read.damaged.len() + read.dossiers.len(), 1, "{place}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_goes_in_comes_out(text in "(\\PC|[ab]|[\u{E000}-\u{E110}]|[\u{3400}-\u{3410}]|\"commitments\":){0,80}") {
        prop_assert_eq!(expand(&squeeze(&text)), Some(text));
    }

    #[test]
    fn long_texts_too(parts in proptest::collection::vec(("[a-zà-ỹ ]{1,30}", 1..40_usize), 0..60)) {
        let text: String = parts.iter().map(|(part, times)| part.repeat(*times)).collect();
        prop_assert_eq!(expand(&squeeze(&text)), Some(text));
    }

    #[test]
    fn any_text_is_expanded_without_a_panic(text in "\u{E101}([\u{E000}-\u{E0FF}]|[\u{3400}-\u{3500}]|\\PC){0,40}") {
        let _ = expand(&text);
    }
}
