//! Attacks made by hand, and the very sentence, or the very outcome, of each. What
//! `tests/exchange/refused.rs` has is not repeated here.

use std::cell::Cell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use so_tay::domain::letters::visible;
use so_tay::exchange::{
    Kind, Opened, file_name, open, open_branch_backup, pieces, write_backup, write_feedback,
    write_handover,
};
use unicode_normalization::UnicodeNormalization;

use crate::arbitrary::nfc;
use crate::cases::{seal, sign};
use crate::odd;
use crate::seeds::{golden, today};

const NOT_OURS: &str = "Đây không phải tệp của Sổ tay làm theo: hãy chọn lại tệp, hoặc dán lại trọn đoạn văn bản đã nhận.";
const CUT: &str =
    "Tệp bị cụt, thiếu phần cuối: hãy lấy lại tệp, hoặc dán lại trọn đoạn văn bản đã nhận.";
const MEGABYTE: usize = 1 << 20;

fn at(place: &str, what: &str) -> String {
    format!("Không nhận được tệp: ở mục {place}, {what}; hãy nhờ người gửi xuất lại tệp.")
}

/// What is said of the bytes; soon, whatever they are.
fn said(bytes: &[u8]) -> String {
    let begun = Instant::now();
    let said = match open(bytes, &nfc) {
        Ok(_) => "taken".to_owned(),
        Err(problem) => problem.sentence(),
    };
    // Unoptimised, on a busy machine; what grows with the square would take hours.
    assert!(begun.elapsed() < Duration::from_secs(20));
    said
}

fn file(name: &str) -> Value {
    serde_json::from_str(&golden(name)).expect("JSON")
}

/// The frozen hand-over after a change that its checksum agrees with.
fn handover(change: impl FnOnce(&mut Value)) -> String {
    let mut file = file("handover-2012.json");
    change(&mut file["payload"]);
    seal(&mut file);
    file.to_string()
}

/// The hand-over with this where its person's name should stand.
fn named(raw: &str) -> String {
    let text = golden("handover-2012.json");
    let name = "\"Trần Thị Bình\"";
    assert!(text.contains(name));
    text.replacen(name, raw, 1)
}

fn taken(text: &str) -> so_tay::exchange::Envelope<so_tay::domain::Handover> {
    match open(text.as_bytes(), &nfc) {
        Ok(Opened::Handover(file)) => file,
        other => panic!("{other:?}"),
    }
}

#[test]
fn megabytes_of_braces_brackets_quotes_and_blanks_are_not_ours() {
    for piece in [
        "{", "{ \n", "[", "\"", "{\"", "\\", " ", "{}", "{\"a\":", "\u{202e}", "ế",
    ] {
        let text = piece.repeat(MEGABYTE / piece.len());
        assert_eq!(said(text.as_bytes()), NOT_OURS, "{piece}");
    }
}

#[test]
fn megabytes_of_the_beginning_of_a_file_are_a_file_cut_short() {
    let begin = "{\"format\": \"so-tay/handover\", ";
    let text = begin.repeat(MEGABYTE / begin.len());
    assert!(said(text.as_bytes()).starts_with("Tệp bị hỏng ở dòng 1, cột "));
    let nested = "{\"format\": \"so-tay/handover\", \"payload\": ";
    assert_eq!(
        said(nested.repeat(40).as_bytes()),
        at(
            "payload.".repeat(32).trim_end_matches('.'),
            "nội dung lồng nhau quá 32 tầng"
        )
    );
}

#[test]
fn a_text_with_the_beginnings_of_sixty_thousand_files_comes_to_a_thousand_pieces() {
    let begin = "{\"format\":\"so-tay/";
    let text = begin.repeat(MEGABYTE / begin.len());
    let pieces = pieces(text.as_bytes());
    assert_eq!(pieces.len(), 1000);
    assert_eq!(pieces.concat().len(), text.len());
}

#[test]
fn a_megabyte_string_is_too_long_where_it_stands() {
    let long = format!("\"{}\"", "ế".repeat(300_000));
    assert_eq!(
        said(named(&long).as_bytes()),
        at(
            "payload.profile.name",
            "văn bản dài 300000 ký tự, tối đa 4000"
        )
    );
}

#[test]
fn a_megabyte_key_is_told_by_its_first_forty_letters() {
    let key = "k".repeat(900_000);
    assert_eq!(
        said(named(&format!("{{\"{key}\": 1.5}}")).as_bytes()),
        at(
            &format!("payload.profile.name.{}…", "k".repeat(40)),
            "chỉ được ghi số nguyên, không có phần lẻ"
        )
    );
}

/// A browser sorts a pile of accents by moving each past the others: a minute for 250,000.
#[test]
fn a_megabyte_of_piled_accents_is_never_handed_to_the_normaliser() {
    let longest = Cell::new(0);
    let watched = |text: &str| {
        let mut run = 0;
        for c in text.chars() {
            run = if c < '\u{300}' { 0 } else { run + 1 };
            longest.set(longest.get().max(run));
        }
        nfc(text)
    };
    let pile = "\u{301}\u{323}".repeat(MEGABYTE / 8);
    let text = named(&format!("\"a{pile}\""));
    let problem = open(text.as_bytes(), &watched).expect_err("too long");
    assert_eq!(
        problem.sentence(),
        at(
            "payload.profile.name",
            "văn bản dài 262145 ký tự, tối đa 4000"
        )
    );
    assert!(longest.get() < 70, "{}", longest.get());
    // Short enough for a text, it stays as it is, and goes out and comes in the same.
    let piled = format!("a{}", "\u{301}\u{323}".repeat(1900));
    let mut file = file("handover-2012.json");
    file["payload"]["profile"]["name"] = piled.as_str().into();
    sign(&mut file);
    let file = taken(&file.to_string());
    assert_eq!(file.payload.profile.name, piled);
    assert_eq!(taken(&write_handover(&file, &watched)), file);
    assert!(longest.get() < 70, "{}", longest.get());
}

#[test]
fn long_words_of_other_scripts_are_no_piles_and_are_composed() {
    let long = "ế".repeat(2000).nfd().collect::<String>() + &"漢字".repeat(200) + &"กำ".repeat(100);
    let file = taken(&handover(|payload| {
        payload["profile"]["name"] = long.clone().into()
    }));
    assert_eq!(file.payload.profile.name, nfc(&long));
}

#[test]
fn half_a_million_levels_are_too_deep_at_the_thirty_third() {
    for (open, close, step) in [("[", "]", "[0]"), ("{\"a\":", "}", ".a")] {
        let raw = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        assert_eq!(
            said(named(&raw).as_bytes()),
            at(
                &format!("payload.profile.name{}", step.repeat(29)),
                "nội dung lồng nhau quá 32 tầng"
            )
        );
    }
}

#[test]
fn a_key_twice_is_refused_however_it_is_spelled() {
    let twice = "một mục bị ghi hai lần";
    for name in ["year", "\\u0079ear", "y\\u0065ar"] {
        let text = golden("handover-2012.json").replacen(
            "\"year\": 2012",
            &format!("\"year\": 2012, \"{name}\": 2013"),
            1,
        );
        assert_eq!(said(text.as_bytes()), at("payload.year", twice));
    }
    let text = golden("handover-2012.json").replacen('{', "{\"format\": \"so-tay/pack\",", 1);
    assert_eq!(said(text.as_bytes()), at("format", twice));
}

#[test]
fn numbers_beyond_range_have_their_place() {
    let decimal = "chỉ được ghi số nguyên, không có phần lẻ";
    for (raw, what) in [
        ("1e999", decimal),
        ("-0", decimal),
        ("1.0000000000000000000000000001", decimal),
        ("99999999999999999999999999999999999999", "số quá lớn"),
        ("9007199254740992", "số quá lớn"),
    ] {
        assert_eq!(
            said(named(raw).as_bytes()),
            at("payload.profile.name", what)
        );
    }
    let digits = "9".repeat(MEGABYTE / 2);
    assert_eq!(
        said(named(&digits).as_bytes()),
        at("payload.profile.name", "số quá lớn")
    );
}

#[test]
fn the_last_number_of_all_is_refused_since_one_must_come_after_it() {
    let text = handover(|payload| {
        payload["pledge"]["revisions"][1]["number"] = u32::MAX.into();
    });
    assert_eq!(
        said(text.as_bytes()),
        at(
            "payload.pledge.revisions[1].number",
            "số nằm ngoài khoảng cho phép"
        )
    );
}

#[test]
fn half_a_surrogate_is_no_letter() {
    for raw in [
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\ud83d x\"",
    ] {
        let sentence = said(named(raw).as_bytes());
        assert!(
            sentence.starts_with("Tệp bị hỏng ở dòng ")
                && sentence.ends_with(": hãy nhờ người gửi gửi lại tệp gốc."),
            "{sentence}"
        );
    }
}

#[test]
fn utf16_is_taken_with_its_mark_and_told_apart_without() {
    let text = golden("handover-2012.json");
    let wide = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&wide(&format!("\u{feff}{text}"))), "taken");
    assert_eq!(said(&wide(&text)), NOT_OURS);
    let mut half = wide(&format!("\u{feff}{text}"));
    half.extend([0x00, 0xd8]);
    assert_eq!(said(&half), NOT_OURS);
    half.truncate(half.len() - 3);
    assert_eq!(
        said(&half),
        "taken",
        "half a letter behind the end is nothing"
    );
}

#[test]
fn other_encodings_are_told() {
    let text = golden("handover-2012.json");
    let latin: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(c).unwrap_or(b'?'))
        .collect();
    assert_eq!(
        said(&latin),
        "Tệp không ở bảng mã UTF-8: hãy nhờ người gửi xuất lại tệp."
    );
    let overlong = text.replace("Trần", "Tr\u{0}n").into_bytes();
    let overlong: Vec<u8> = overlong
        .into_iter()
        .flat_map(|byte| {
            if byte == 0 {
                vec![0xc0, 0x80]
            } else {
                vec![byte]
            }
        })
        .collect();
    assert_eq!(
        said(&overlong),
        "Tệp không ở bảng mã UTF-8: hãy nhờ người gửi xuất lại tệp."
    );
}

#[test]
fn other_peoples_formats_are_not_ours() {
    let others: [&[u8]; 7] = [
        b"PK\x03\x04\x14\0\x06\0",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"<!DOCTYPE html><script>{\"format\": \"so-tay\"}</script>",
        b"format: so-tay/handover\nversion: 1\n",
        b"{\"format\": \"so-tay\", \"payload\": {}}",
    ];
    for bytes in others {
        assert_eq!(said(bytes), NOT_OURS);
    }
}

#[test]
fn a_file_behind_eight_braces_of_talk_is_not_looked_for() {
    let talk = "{\"a\": 1} ";
    let text = golden("handover-2012.json");
    assert_eq!(
        said(format!("{}{text}", talk.repeat(7)).as_bytes()),
        "taken"
    );
    assert_eq!(
        said(format!("{}{text}", talk.repeat(8)).as_bytes()),
        NOT_OURS
    );
    assert_eq!(said(&text.as_bytes()[..text.len() - 3]), CUT);
}

#[test]
fn keys_that_are_not_seen_or_end_a_sentence_stay_one_line_of_a_refusal() {
    let key = "a\\n\\u202eb\\u0000\\u2028";
    assert_eq!(
        said(named(&format!("{{\"{key}\": 1.5}}")).as_bytes()),
        at(
            "payload.profile.name.a[U+000A][U+202E]b[U+0000][U+2028]",
            "chỉ được ghi số nguyên, không có phần lẻ"
        )
    );
    assert_eq!(
        said(
            handover(|payload| payload["profile"]["standing"] = "mem\nber\u{200b}".into())
                .as_bytes()
        ),
        at(
            "payload.profile.standing",
            "từ “mem[U+000A]ber[U+200B]” chưa được biết"
        )
    );
}

/// Found by `make fuzz`: the place was empty, and the sentence had no beginning.
#[test]
fn a_key_of_no_letters_is_a_place() {
    assert_eq!(
        said(named("{\"\": {\"\": 1.5}}").as_bytes()),
        at(
            "payload.profile.name.\"\".\"\"",
            "chỉ được ghi số nguyên, không có phần lẻ"
        )
    );
    let outer = "{\"\": 1.5, \"format\": \"so-tay/pack\"}";
    assert_eq!(
        said(outer.as_bytes()),
        at("\"\"", "chỉ được ghi số nguyên, không có phần lẻ")
    );
}

#[test]
fn names_that_turn_letters_round_are_taken_and_shown_for_what_they_are() {
    let name = "\u{202e}hnìB ịhT nầrT\u{202c}\u{0}";
    let file = taken(&handover(|payload| {
        payload["profile"]["name"] = name.into()
    }));
    assert_eq!(file.payload.profile.name, name);
    assert_eq!(
        visible(&file.payload.profile.name),
        "[U+202E]hnìB ịhT nầrT[U+202C][U+0000]"
    );
}

/// They are text, and stay text: the page makes text nodes of them and never markup.
#[test]
fn markup_and_script_in_every_text_of_a_hand_over_change_nothing() {
    fn spoil(value: &mut Value) {
        match value {
            Value::String(text) if text.contains([' ', 'ế', 'ộ']) => {
                text.push_str("<script>alert(1)</script><img src=x onerror=alert(1)>");
            }
            Value::Array(list) => list.iter_mut().for_each(spoil),
            Value::Object(object) => object.values_mut().for_each(spoil),
            _ => {}
        }
    }
    let text = handover(spoil);
    assert!(text.matches("<script>").count() > 20);
    let file = taken(&text);
    assert_eq!(taken(&write_handover(&file, &nfc)), file);
    assert_eq!(
        file_name(Kind::Handover, &file.payload.profile.name, 2012, today()),
        "so-tay_phieu-gui_tran-thi-binh-script-alert-1-script-img-src-x-onerror-alert_2012_20261122.json"
    );
}

#[test]
fn names_of_prototypes_are_keys_like_any_other_and_go_nowhere() {
    let whole = taken(&golden("handover-2012.json"));
    let text = handover(|payload| {
        for name in ["__proto__", "constructor", "prototype", "toString"] {
            payload[name] = json!({ "year": 1, "isAdmin": true });
            payload["profile"][name] = json!({ "name": "Quản trị" });
        }
    });
    let file = taken(&text);
    assert_eq!(file.payload, whole.payload);
    assert!(!write_handover(&file, &nfc).contains("proto"));
    let text = handover(|payload| payload["months"]["__proto__"] = json!({}));
    assert_eq!(
        said(text.as_bytes()),
        at(
            "payload.months.__proto__",
            "tháng phải có thật và viết theo mẫu 2026-11"
        )
    );
}

#[test]
fn odd_texts_of_all_sorts_come_through_a_feedback_unchanged() {
    for text in odd::TEXTS {
        let mut file = file("feedback-2012.json");
        file["payload"]["remark"] = (*text).into();
        file["payload"]["branch"] = (*text).into();
        seal(&mut file);
        let Ok(Opened::Feedback(file)) = open(file.to_string().as_bytes(), &nfc) else {
            panic!("{text}");
        };
        assert_eq!(file.payload.remark, nfc(text));
        let again = open(write_feedback(&file, &nfc).as_bytes(), &nfc);
        assert_eq!(again, Ok(Opened::Feedback(file)));
    }
}

#[test]
fn one_kind_under_the_name_of_another_does_not_fit_its_type() {
    let under = |format: &str, name: &str| {
        let mut file = file(name);
        file["format"] = format.into();
        said(file.to_string().as_bytes())
    };
    let missing = "thiếu nội dung bắt buộc";
    assert_eq!(
        under("so-tay/handover", "pack-s0-2012.json"),
        at("payload.profile", missing)
    );
    assert_eq!(
        under("so-tay/backup", "handover-2012.json"),
        at("payload.handbooks", missing)
    );
    assert_eq!(
        under("so-tay/feedback", "handover-2012.json"),
        at("payload.handbook", missing)
    );
    assert_eq!(
        under("so-tay/pack", "backup-2012.json"),
        at("payload.year", missing)
    );
}

#[test]
fn each_kind_at_the_wrong_door_is_told_what_it_is() {
    let told = |name: &str| {
        let problem = open_branch_backup(golden(name).as_bytes(), &nfc).expect_err("refused");
        problem.sentence()
    };
    let sentence = |kind: &str| format!("Đây là {kind}, không mở được ở đây: hãy chọn lại tệp.");
    assert_eq!(told("pack-s0-2012.json"), sentence("bộ chuẩn mực"));
    assert_eq!(told("handover-2012.json"), sentence("phiếu gửi chi bộ"));
    assert_eq!(told("feedback-2012.json"), sentence("phiếu nhận xét"));
    assert_eq!(told("backup-2012.json"), sentence("bản sao lưu"));
}

#[test]
fn a_newer_version_of_each_kind_is_refused_before_anything_in_it_is_read() {
    for name in [
        "pack-s0-2012.json",
        "handover-2012.json",
        "feedback-2012.json",
        "backup-2012.json",
    ] {
        let mut file = file(name);
        file["version"] = 2.into();
        file["payload"] = json!("what a later page writes");
        assert_eq!(
            said(file.to_string().as_bytes()),
            "Ứng dụng cũ hơn tệp (tệp ở phiên bản 2, ứng dụng đọc được đến phiên bản 1): hãy cập nhật ứng dụng rồi mở lại."
        );
    }
}

/// The checksum is no seal: whoever changes a file can give it a new one. No text of the page says
/// otherwise.
#[test]
fn damage_is_detected_and_forgery_is_not() {
    let honest = golden("handover-2012.json");
    let damaged = honest.replacen("Trần Thị Bình", "Trần Thị Bính", 1);
    assert_eq!(
        said(damaged.as_bytes()),
        "Tệp đã bị sửa hoặc hỏng: hãy nhờ người gửi gửi lại tệp gốc."
    );
    let forged = handover(|payload| payload["profile"]["name"] = "Trần Thị Bính".into());
    assert_eq!(taken(&forged).payload.profile.name, "Trần Thị Bính");
}

#[test]
fn a_file_in_a_file_that_can_not_be_read_is_the_one_that_is_found() {
    let inner = golden("handover-2012.json");
    let outer = format!("{{\"format\": \"so-tay/pack\", \"payload\": 1.5, \"x\": {inner}}}");
    assert_eq!(said(outer.as_bytes()), "taken");
    let outer = format!("{{\"format\": \"so-tay/pack\", \"payload\": {inner}, \"x\": 1.5}}");
    assert_eq!(said(outer.as_bytes()), "taken");
}

/// Found by `make fuzz`: what was handed over came back from a backup with the months of another year, and
/// the next hand-over put both under one.
#[test]
fn a_record_of_another_years_hand_over_does_not_spoil_the_next() {
    let mut file = file("backup-2012.json");
    let handed = &mut file["payload"]["handbooks"][0]["handed"]["content"];
    handed["year"] = 2011.into();
    handed["months"] = json!({ "2011-02": { "pack": "own", "completed_on": "2011-03-01" } });
    seal(&mut file);
    let Ok(Opened::Backup(mut file)) = open(file.to_string().as_bytes(), &nfc) else {
        panic!("a backup");
    };
    let handbook = &mut file.payload.handbooks[0];
    let given = handbook.handover(&handbook.parts(), today());
    handbook.record_handover(given.clone(), 9);
    assert_eq!(handbook.handed.content, Some(given));
    assert_eq!(said(write_backup(&file, &nfc).as_bytes()), "taken");
}
