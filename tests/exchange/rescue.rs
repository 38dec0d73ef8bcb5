//! The file that boot.js gives out when no program runs: read letter by letter, or refused with a sentence.

use serde_json::json;
use so_tay::exchange::open;
use so_tay::exchange::rescue::open_rescue;

use crate::arbitrary::nfc;

fn file() -> serde_json::Value {
    json!({
        "format": "so-tay/rescue",
        "version": 1,
        "exported_at": "2026-11-22T02:30:00.000Z",
        "kept": {
            "so-tay/settings": "{\"a\":1}",
            // Decomposed, controls, beyond the first plane: as it stands.
            "so-tay/handbook/x": "Tie\u{302}\u{301}ng \u{1}\u{1F600}",
        },
        "typed": [["viec", "đang viết dở"], ["", "không tên"], 7],
    })
}

fn sentence(file: &serde_json::Value) -> String {
    open_rescue(file.to_string().as_bytes())
        .expect_err("refused")
        .sentence()
}

#[test]
fn every_text_comes_as_it_stood() {
    let read = open_rescue(file().to_string().as_bytes()).expect("a file");
    assert_eq!(read.exported_at, "2026-11-22T02:30:00.000Z");
    let mut kept = read.kept;
    kept.sort();
    assert_eq!(kept[0].1, "Tie\u{302}\u{301}ng \u{1}\u{1F600}");
    assert_eq!(
        kept[1],
        ("so-tay/settings".to_owned(), "{\"a\":1}".to_owned())
    );
    let typed = [("viec", "đang viết dở"), ("", "không tên")];
    assert_eq!(
        read.typed,
        typed.map(|(name, text)| (name.to_owned(), text.to_owned()))
    );
}

#[test]
fn a_text_of_the_whole_storage_fits() {
    let mut whole = file();
    whole["kept"]["so-tay/branch/x"] = "ạ".repeat(5 << 20).into();
    let read = open_rescue(whole.to_string().as_bytes()).expect("a file");
    assert!(
        read.kept
            .iter()
            .any(|(_, text)| text.len() == 3 * (5 << 20))
    );
}

#[test]
fn what_is_none_is_refused_with_a_sentence() {
    let mut newer = file();
    newer["version"] = 2.into();
    assert!(
        sentence(&newer).starts_with("Ứng dụng cũ hơn tệp"),
        "{}",
        sentence(&newer)
    );
    let mut empty = file();
    empty["kept"] = json!([]);
    assert!(sentence(&empty).contains("kept"), "{}", sentence(&empty));
    let mut other = file();
    other["kept"]["so-tay/x"] = 7.into();
    assert!(
        sentence(&other).contains("so-tay/x"),
        "{}",
        sentence(&other)
    );
    for bytes in [
        &b""[..],
        b"{",
        b"\xff\xfe",
        b"{\"format\":\"so-tay/backup\"}",
        b"[]",
    ] {
        assert!(open_rescue(bytes).is_err());
    }
    let cut = file().to_string();
    for end in 0..cut.len() {
        assert!(open_rescue(&cut.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn where_other_files_are_opened_the_way_is_told() {
    let problem = open(file().to_string().as_bytes(), &nfc).expect_err("not here");
    assert!(
        problem.sentence().contains("Dữ liệu của tôi"),
        "{}",
        problem.sentence()
    );
}
