//! What a file may go through on its way and still be taken.

use serde_json::{Value, json};
use so_tay::exchange::{Opened, open};
use unicode_normalization::UnicodeNormalization;

use crate::arbitrary::nfc;
use crate::golden;

fn opens_the_same(bytes: &[u8], name: &str) {
    let frozen = golden::read(name);
    let expected = open(frozen.as_bytes(), &nfc).expect("a golden file");
    assert_eq!(open(bytes, &nfc), Ok(expected), "{name}");
}

fn each_golden(change: impl Fn(&str) -> Vec<u8>) {
    for name in golden::NAMES {
        opens_the_same(&change(&golden::read(name)), name);
    }
}

#[test]
fn a_byte_order_mark() {
    each_golden(|text| format!("\u{feff}{text}").into_bytes());
}

#[test]
fn text_that_was_decomposed() {
    each_golden(|text| text.nfd().collect::<String>().into_bytes());
}

#[test]
fn text_that_was_decomposed_and_escaped() {
    each_golden(|text| {
        let escape = |c: char| match c {
            c if c.is_ascii() => c.to_string(),
            c => {
                let mut units = [0; 2];
                let units = c.encode_utf16(&mut units).iter();
                units.map(|unit| format!("\\u{unit:04X}")).collect()
            }
        };
        text.nfd().map(escape).collect::<String>().into_bytes()
    });
}

#[test]
fn windows_line_ends_and_other_white_space() {
    each_golden(|text| text.replace('\n', "\r\n").into_bytes());
    each_golden(|text| format!("\n\t {text}\r\n\n ").into_bytes());
    each_golden(|text| {
        let value: Value = serde_json::from_str(text).expect("JSON");
        value.to_string().into_bytes()
    });
}

#[test]
fn utf16_with_a_byte_order_mark() {
    let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let text = format!("\u{feff}{text}");
        text.encode_utf16().flat_map(bytes).collect()
    };
    each_golden(|text| wide(text, u16::to_le_bytes));
    each_golden(|text| wide(text, u16::to_be_bytes));
}

#[test]
fn a_message_around_the_text() {
    each_golden(|text| {
        format!("Em gửi chị {{phiếu}} tháng 3 {{\"ạ\"}}:\n{text}\nChị nhận giúp em :-}} {{}}")
            .into_bytes()
    });
    each_golden(|text| format!("{{\"a\": 1}} {{\"format\": \"khác\"}}{text}").into_bytes());
}

#[test]
fn keys_in_another_order_and_keys_not_known_yet() {
    let mut file: Value = serde_json::from_str(&golden::read("pack-s0-2012.json")).expect("JSON");
    file["comment"] = json!({ "from": "a later page", "numbers": [1, 2] });
    opens_the_same(file.to_string().as_bytes(), "pack-s0-2012.json");
}

#[test]
fn keys_not_known_yet_in_the_payload_are_dropped() {
    let mut file: Value = serde_json::from_str(&golden::read("handover-2012.json")).expect("JSON");
    let payload = &mut file["payload"];
    payload["private_note"] = json!("chỉ mình tôi biết");
    payload["months"]["2012-03"]["private_note"] = json!("chỉ mình tôi biết");
    payload["profile"]["thêm"] = json!([{ "sâu": null }]);
    let file = crate::refused::sealed(file);
    opens_the_same(file.as_bytes(), "handover-2012.json");
    let Ok(Opened::Handover(handover)) = open(file.as_bytes(), &nfc) else {
        panic!("a hand-over");
    };
    let again = so_tay::exchange::write_handover(&handover, &nfc);
    assert!(!again.contains("chỉ mình"));
}

#[test]
fn absent_keys_take_their_usual_value() {
    let file = crate::refused::sealed(json!({
        "format": "so-tay/pack",
        "version": 1,
        "document_id": "00000000000000000000000000000000",
        "revision": 1,
        "exported_at": "2026-01-05T08:00:00Z",
        "app_version": "",
        "payload": { "year": 2026, "issued_on": null },
    }));
    let Ok(Opened::Pack(pack)) = open(file.as_bytes(), &nfc) else {
        panic!("a pack");
    };
    let pack = pack.payload;
    assert_eq!((pack.quotas.member, pack.quotas.non_member), (2, 1));
    assert_eq!((pack.scale.len(), pack.meeting_day), (4, 5));
    assert!(pack.standards.is_empty() && pack.issued_on.is_none());
}
