//! A backup behind a code: only that code opens it, no change passes, and a stranger's file does no harm.

use std::cell::Cell;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use so_tay::exchange::open;
use so_tay::exchange::sealed::{is_sealed, open_sealed, seal_file};

use crate::arbitrary::nfc;
use crate::golden;

const CODE: &str = "hồ sơ đúng hẹn";

/// Not random at all, but never twice the same.
fn random() -> impl Fn(&mut [u8]) {
    let count = Cell::new(7_u8);
    move |bytes: &mut [u8]| {
        for byte in bytes {
            count.set(count.get().wrapping_mul(31).wrapping_add(17));
            *byte = count.get();
        }
    }
}

fn file(text: &str) -> String {
    seal_file(text, CODE, "2026-11-22T09:30:00+07:00", &random()).expect("a key")
}

fn sentence(file: &Value) -> String {
    open_sealed(file.to_string().as_bytes())
        .expect_err("refused")
        .sentence()
}

#[test]
fn a_backup_comes_out_as_it_went_in_by_its_code_alone() {
    let backup = golden::read("backup-2012.json");
    let sealed = file(&backup);
    assert!(is_sealed(sealed.as_bytes()) && !is_sealed(backup.as_bytes()));
    assert!(!sealed.contains("Bình") && !sealed.contains("hồ sơ"));
    let opened = open_sealed(sealed.as_bytes()).expect("a file");
    assert_eq!(opened.open(CODE).as_deref(), Some(backup.as_str()));
    for wrong in ["", "hồ sơ đúng hẹn ", "Hồ sơ đúng hẹn", "123456"] {
        assert_eq!(opened.open(wrong), None, "{wrong}");
    }
    println!(
        "backup {} bytes, sealed {} bytes",
        backup.len(),
        sealed.len()
    );
}

/// Written by this version, and opened by every later one. The code is the one above.
#[test]
fn the_frozen_file_opens() {
    let frozen = golden::read("sealed-2012.json");
    let opened = open_sealed(frozen.as_bytes()).expect("a file").open(CODE);
    assert_eq!(opened, Some(golden::read("backup-2012.json")));
}

#[test]
fn no_changed_letter_passes() {
    let sealed: Value = serde_json::from_str(&file("{\"x\":1}")).expect("JSON");
    for key in ["/sealed", "/lock/key", "/lock/salt"] {
        let text = sealed
            .pointer(key)
            .and_then(Value::as_str)
            .expect("text")
            .to_owned();
        for at in [0, text.len() / 2, text.len() - 4] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let mut changed = sealed.clone();
            *changed.pointer_mut(key).expect("there") =
                String::from_utf8(bytes).expect("ASCII").into();
            let opened = open_sealed(changed.to_string().as_bytes());
            let opened = opened.ok().and_then(|file| file.open(CODE));
            assert_eq!(opened, None, "{key} at {at}");
        }
    }
}

#[test]
fn what_is_none_is_refused_with_a_sentence_and_its_place() {
    let sealed: Value = serde_json::from_str(&file("{}")).expect("JSON");
    let with = |pointer: &str, value: Value| {
        let mut changed = sealed.clone();
        *changed.pointer_mut(pointer).expect("there") = value;
        changed
    };
    assert!(sentence(&with("/version", json!(2))).starts_with("Ứng dụng cũ hơn tệp"));
    assert!(sentence(&with("/version", json!("x"))).contains("version"));
    assert!(sentence(&with("/lock", json!(null))).contains("lock"));
    assert!(sentence(&with("/lock/cost/passes", json!(-1))).contains("lock.cost.passes"));
    assert!(sentence(&with("/sealed", json!("không phải base64"))).contains("sealed"));
    // Work that no phone would bear is not begun.
    for (place, value) in [
        ("/lock/cost/memory_kib", 4_000_000_000_u64),
        ("/lock/cost/passes", 4_000_000_000),
        ("/lock/cost/lanes", 16_000_000),
        ("/lock/cost/memory_kib", 0),
    ] {
        let file = with(place, json!(value));
        let opened = open_sealed(file.to_string().as_bytes()).expect("a file");
        assert_eq!(opened.open(CODE), None, "{place}");
    }
    let cut = file("{}");
    for end in 0..cut.len() - 1 {
        assert!(open_sealed(&cut.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn where_other_files_are_opened_the_way_is_told() {
    let backup = golden::read("backup-2012.json");
    for text in ["{}", &backup] {
        let problem = open(file(text).as_bytes(), &nfc).expect_err("not here");
        assert!(
            problem.sentence().contains("mục Khôi phục"),
            "{}",
            problem.sentence()
        );
    }
}

/// Made once: a key takes its time.
static SPOILT: LazyLock<String> = LazyLock::new(|| file("{\"x\":1}"));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn a_spoilt_file_never_stops_the_page(at in 0..2_000_usize, byte in any::<u8>(), cut in 0..2_000_usize) {
        let mut bytes = SPOILT.clone().into_bytes();
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut % length);
        if let Err(problem) = open_sealed(&bytes) {
            prop_assert!(!problem.sentence().is_empty());
        }
    }
}
