//! What is not taken in, and the very sentence that a person then reads.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use so_tay::exchange::{open, rules};

use crate::arbitrary::nfc;
use crate::golden;

/// The file with the checksum that its payload asks for, by another implementation of RFC 8785.
pub fn sealed(mut file: Value) -> String {
    let payload = serde_json_canonicalizer::to_vec(&file["payload"]).expect("JSON");
    let hash = Sha256::digest(payload);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    file["checksum"] = format!("sha256-{hex}").into();
    file.to_string()
}

fn sentence(bytes: &[u8]) -> String {
    open(bytes, &nfc).expect_err("refused").sentence()
}

fn file(name: &str) -> Value {
    serde_json::from_str(&golden::read(name)).expect("JSON")
}

/// What is said of a golden file after a change that its checksum agrees with.
fn after(name: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut file = file(name);
    change(&mut file);
    sentence(sealed(file).as_bytes())
}

fn after_pack(change: impl FnOnce(&mut Value)) -> String {
    after("pack-s0-2012.json", |file| change(&mut file["payload"]))
}

fn after_handover(change: impl FnOnce(&mut Value)) -> String {
    after("handover-2012.json", |file| change(&mut file["payload"]))
}

fn after_backup(change: impl FnOnce(&mut Value)) -> String {
    after("backup-2012.json", |file| {
        change(&mut file["payload"]["handbooks"][0]);
    })
}

fn push_again(list: &mut Value) {
    let first = list[0].clone();
    list.as_array_mut().expect("a list").push(first);
}

/// The sentence for a problem at a place.
fn at(place: &str, what: &str) -> String {
    format!("Không nhận được tệp: ở mục {place}, {what}; hãy nhờ người gửi xuất lại tệp.")
}

const NOT_OURS: &str = "Đây không phải tệp của Sổ tay làm theo: hãy chọn lại tệp, hoặc dán lại trọn đoạn văn bản đã nhận.";
const CUT: &str =
    "Tệp bị cụt, thiếu phần cuối: hãy lấy lại tệp, hoặc dán lại trọn đoạn văn bản đã nhận.";
const ALTERED: &str = "Tệp đã bị sửa hoặc hỏng: hãy nhờ người gửi gửi lại tệp gốc.";

#[test]
fn what_is_not_ours() {
    let word = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe\x80 docx";
    let others: [&[u8]; 9] = [
        b"",
        b"   ",
        b"\xff\xfe",
        b"\xff\xfe{\x00\x00\xd8",
        word,
        b"null",
        b"{}",
        br#"[{"format": "other/thing"}, {"name": "a", "n": 1.5}]"#,
        "Em gửi chị ạ {chưa có tệp}".as_bytes(),
    ];
    for bytes in others {
        assert_eq!(sentence(bytes), NOT_OURS, "{}", bytes.escape_ascii());
    }
}

#[test]
fn another_encoding() {
    let mut bytes = golden::read("pack-s0-2012.json").into_bytes();
    bytes.extend(b"\xe0\xe1");
    assert_eq!(
        sentence(&bytes),
        "Tệp không ở bảng mã UTF-8: hãy nhờ người gửi xuất lại tệp."
    );
}

#[test]
fn a_file_that_was_cut() {
    let text = golden::read("handover-2012.json");
    let end = text.trim_end().len() - 1;
    let format = text.find("so-tay/").expect("a format") + 7;
    for end in (format..=end).filter(|end| text.is_char_boundary(*end)) {
        assert_eq!(sentence(&text.as_bytes()[..end]), CUT, "{end}");
    }
}

#[test]
fn broken_json() {
    let text = golden::read("pack-s0-2012.json").replace("\"quotas\":", "\"quotas\"");
    let line = text
        .lines()
        .position(|line| line.contains("quotas"))
        .expect("a line")
        + 1;
    assert_eq!(
        sentence(text.as_bytes()),
        format!("Tệp bị hỏng ở dòng {line}, cột 14: hãy nhờ người gửi gửi lại tệp gốc.")
    );
}

#[test]
fn two_files_in_one_text() {
    let text = golden::read("pack-s0-2012.json");
    let expected = "Đoạn văn bản có nhiều hơn một tệp: hãy dán từng tệp một.";
    for between in ["", "\n\n", " và đây nữa ạ: ", "ạ"] {
        let two = format!("Gửi chị {text}{between}{text}");
        assert_eq!(sentence(two.as_bytes()), expected);
        let compact = format!("{}{between}{text}", file("pack-s1-2015.json"));
        assert_eq!(sentence(compact.as_bytes()), expected);
    }
}

#[test]
fn too_large() {
    let mut text = golden::read("handover-2012.json");
    text.push_str(&" ".repeat(rules::MAX_BYTES - text.len()));
    assert!(open(text.as_bytes(), &nfc).is_ok());
    text.push(' ');
    assert_eq!(
        sentence(text.as_bytes()),
        "Tệp quá lớn (1025 KB, tối đa 1024 KB): hãy chọn lại tệp, hoặc nhờ người gửi bớt nội dung rồi xuất lại."
    );
    let mut text = golden::read("backup-2012.json");
    text.push_str(&" ".repeat(rules::MAX_BACKUP_BYTES - text.len()));
    assert!(open(text.as_bytes(), &nfc).is_ok());
    text.push(' ');
    assert_eq!(
        sentence(text.as_bytes()),
        "Tệp quá lớn (8193 KB, tối đa 8192 KB): hãy chọn lại tệp, hoặc nhờ người gửi bớt nội dung rồi xuất lại."
    );
}

#[test]
fn kinds_that_this_version_cannot_take() {
    let of = |format: &str| after("handover-2012.json", |file| file["format"] = format.into());
    assert_eq!(
        of("so-tay/branch-report"),
        "Đây là báo cáo chi bộ, không mở được ở đây: hãy chọn lại tệp."
    );
    assert_eq!(
        of("so-tay/diary"),
        "Tệp thuộc loại mà ứng dụng này chưa biết: hãy cập nhật ứng dụng rồi mở lại."
    );
    assert_eq!(of("Handover"), NOT_OURS);
}

#[test]
fn a_newer_version() {
    let expected = |version: &str| {
        format!(
            "Ứng dụng cũ hơn tệp (tệp ở phiên bản {version}, ứng dụng đọc được đến phiên bản 1): hãy cập nhật ứng dụng rồi mở lại."
        )
    };
    // Whatever a newer page puts into its envelope and payload, the version is told first.
    let newer = r#"{"format": "so-tay/handover", "version": 2, "payload": "?"}"#;
    assert_eq!(sentence(newer.as_bytes()), expected("2"));
    let newer = r#"{"format": "so-tay/backup", "version": 9007199254740991}"#;
    assert_eq!(sentence(newer.as_bytes()), expected("9007199254740991"));
}

#[test]
fn a_changed_payload() {
    for name in golden::NAMES {
        let text = golden::read(name);
        assert_eq!(
            sentence(text.replace("\"year\": 20", "\"year\": 21").as_bytes()),
            ALTERED,
            "{name}"
        );
        let mut file = file(name);
        file["payload"]["added"] = Value::Null;
        assert_eq!(sentence(file.to_string().as_bytes()), ALTERED, "{name}");
        file["checksum"] = "md5-1234".into();
        assert_eq!(sentence(file.to_string().as_bytes()), ALTERED, "{name}");
    }
}

#[test]
fn an_envelope_with_something_amiss() {
    let of = |key: &str, value: Value| after("pack-s0-2012.json", |file| file[key] = value);
    let without = |key: &str| {
        let mut file = file("pack-s0-2012.json");
        file.as_object_mut().expect("an object").remove(key);
        sentence(file.to_string().as_bytes())
    };
    for key in [
        "version",
        "document_id",
        "revision",
        "exported_at",
        "app_version",
        "checksum",
        "payload",
    ] {
        assert_eq!(without(key), at(key, "thiếu nội dung bắt buộc"));
    }
    let count = "số phải từ 1 trở lên";
    for value in [json!(0), json!(-1), json!("1"), Value::Null] {
        assert_eq!(of("version", value), at("version", count));
    }
    assert_eq!(of("revision", json!(0)), at("revision", count));
    assert_eq!(
        of("revision", json!(1_u64 << 32)),
        at("revision", "số nằm ngoài khoảng cho phép")
    );
    assert_eq!(
        of("revision", json!("7")),
        at("revision", "nội dung phải là số nguyên")
    );
    assert_eq!(
        of("app_version", json!(1)),
        at("app_version", "nội dung phải là văn bản")
    );
    let id = "mã tài liệu phải gồm 32 chữ số thập lục phân viết thường";
    assert_eq!(of("document_id", json!("5D3C")), at("document_id", id));
    let time = "thời điểm phải viết theo mẫu 2026-11-22T09:30:00+07:00";
    for value in [
        "",
        "2026-11-22",
        "2026-11-22T09:30:00",
        "2026-11-22 09:30:00+07:00",
        "2026-11-31T09:30:00Z",
        "2026-11-22T24:30:00Z",
        "2026-11-22T09:60:00Z",
        "2026-11-22T09:30Z",
        "2026-11-22T09:30:00.Z",
        "2026-11-22T09:30:00+0700",
        "2026-11-22T09:30:00+24:00",
        "2026-11-22T09:30:00+07:00:00",
        "2026-11-22T0é:30:00Z",
        "T",
        "2026-11-22T09:30:00z",
    ] {
        assert_eq!(
            of("exported_at", json!(value)),
            at("exported_at", time),
            "{value}"
        );
    }
}

#[test]
fn json_that_no_file_of_ours_holds() {
    let decimal = "chỉ được ghi số nguyên, không có phần lẻ";
    let huge = "số quá lớn";
    let with = |number: &str| {
        let text = golden::read("pack-s0-2012.json");
        let text = text.replace("\"meeting_day\": 5", &format!("\"meeting_day\": {number}"));
        sentence(text.as_bytes())
    };
    for (number, what) in [
        ("5.0", decimal),
        ("5e0", decimal),
        ("-0", decimal),
        ("123456789012345678901234567890", huge),
        ("9007199254740992", huge),
        ("18446744073709551615", huge),
        ("-9007199254740992", huge),
    ] {
        assert_eq!(with(number), at("payload.meeting_day", what), "{number}");
    }
    assert_eq!(
        with("5, \"meeting_day\": 5"),
        at("payload.meeting_day", "một mục bị ghi hai lần")
    );
    let cafe = "5, \"é\": [0, {\"\u{e9}\": 1, \"e\\u0301\": 1}]";
    assert_eq!(with(cafe), at("payload.é[1].é", "một mục bị ghi hai lần"));
    let deep = |levels: usize| format!("5, \"x\": {}{}", "[".repeat(levels), "]".repeat(levels));
    // Envelope and payload are two of the 32.
    assert_eq!(with(&deep(30)), ALTERED);
    let place = format!("payload.x{}", "[0]".repeat(30));
    assert_eq!(
        with(&deep(31)),
        at(&place, "nội dung lồng nhau quá 32 tầng")
    );
    assert_eq!(
        with(&deep(100_000)),
        at(&place, "nội dung lồng nhau quá 32 tầng")
    );
    let long_key = "k".repeat(5000);
    let place = format!("payload.{}…", "k".repeat(40));
    assert_eq!(
        with(&format!("5, \"{long_key}\": 1.5")),
        at(&place, decimal)
    );
}

#[test]
fn too_long() {
    let text = |letters: usize| "ế".repeat(letters);
    let long = |text: String| {
        after_handover(|payload| {
            payload["pledge"]["revisions"][0]["commitments"][0]["action"] = text.into();
        })
    };
    assert_eq!(
        long(text(4001)),
        at(
            "payload.pledge.revisions[0].commitments[0].action",
            "văn bản dài 4001 ký tự, tối đa 4000"
        )
    );
    // Counted as composed, since that is what is kept.
    let decomposed = "e\u{302}\u{301}".repeat(4000);
    let mut with = file("handover-2012.json");
    with["payload"]["consent"]["purpose"] = text(4000).into();
    let sealed = sealed(with).replace(&text(4000), &decomposed);
    assert!(open(sealed.as_bytes(), &nfc).is_ok());

    let many = |count: usize| json!((0..count).collect::<Vec<_>>());
    assert_eq!(
        after_handover(|payload| payload["later"] = many(1001)),
        at("payload.later", "danh sách dài quá 1000 dòng")
    );
}

#[test]
fn what_does_not_fit_the_types() {
    let of = |place: &[&str], value: Value| {
        after_handover(|payload| {
            *place
                .iter()
                .fold(payload, |value, key| match key.parse::<usize>() {
                    Ok(index) => &mut value[index],
                    Err(_) => &mut value[*key],
                }) = value;
        })
    };
    let commitment = ["pledge", "revisions", "1", "commitments", "1", "deadline"];
    let deadline = "payload.pledge.revisions[1].commitments[1].deadline";
    let day = "ngày phải có thật và viết theo mẫu 2026-11-22";
    let word = "nội dung phải là một từ trong các từ đã định";
    assert_eq!(
        of(&commitment, json!({ "on": "2012-02-30" })),
        at(&format!("{deadline}.on"), day)
    );
    assert_eq!(
        of(&commitment, json!({ "on": "1/2/2012" })),
        at(&format!("{deadline}.on"), day)
    );
    assert_eq!(
        of(&commitment, json!({ "words": 1 })),
        at(&format!("{deadline}.words"), "nội dung phải là văn bản")
    );
    assert_eq!(
        of(&commitment, json!("words")),
        at(&format!("{deadline}.words"), "thiếu nội dung bắt buộc")
    );
    assert_eq!(
        of(&commitment, json!({ "soon": 1 })),
        at(deadline, "từ “soon” chưa được biết")
    );
    assert_eq!(
        of(&commitment, json!({ "on": 1, "words": 1 })),
        at(deadline, word)
    );
    assert_eq!(of(&commitment, json!(7)), at(deadline, word));
    assert_eq!(
        of(&["profile", "standing"], json!("chairman")),
        at("payload.profile.standing", "từ “chairman” chưa được biết")
    );
    assert_eq!(
        of(&["profile", "standing"], json!({ "member": 1 })),
        at("payload.profile.standing.member", "nội dung không hợp lệ")
    );
    assert_eq!(
        of(&["profile", "name"], Value::Null),
        at("payload.profile.name", "nội dung phải là văn bản")
    );
    assert_eq!(
        of(&["profile"], json!("Bình")),
        at("payload.profile", "nội dung phải là nhóm các mục")
    );
    assert_eq!(
        of(&["pledge", "handwritten"], json!("có")),
        at(
            "payload.pledge.handwritten",
            "nội dung phải là true hoặc false"
        )
    );
    assert_eq!(
        of(&["pledge", "revisions"], json!({})),
        at("payload.pledge.revisions", "nội dung phải là danh sách")
    );
    assert_eq!(
        of(
            &["pledge", "revisions", "1", "stage", "posted"],
            json!({ "on": "2012-03-06" })
        ),
        at(
            "payload.pledge.revisions[1].stage.posted.adopted_on",
            "thiếu nội dung bắt buộc"
        )
    );
    assert_eq!(
        of(&["pledge", "revisions", "0", "number"], json!(-1)),
        at(
            "payload.pledge.revisions[0].number",
            "số nằm ngoài khoảng cho phép"
        )
    );
    assert_eq!(
        of(&["shortcomings", "0", "month"], json!("2012-13")),
        at(
            "payload.shortcomings[0].month",
            "tháng phải có thật và viết theo mẫu 2026-11"
        )
    );
    assert_eq!(
        of(&["months", "2012-00"], json!({})),
        at(
            "payload.months.2012-00",
            "tháng phải có thật và viết theo mẫu 2026-11"
        )
    );
    assert_eq!(
        of(&["shortcomings", "2", "id"], json!("Hạn chế 3")),
        at(
            "payload.shortcomings[2].id",
            "mã phải gồm 1 đến 40 ký tự a–z, 0–9, - hoặc _"
        )
    );
    assert_eq!(
        of(&["year"], json!("2012")),
        at("payload.year", "nội dung phải là số nguyên")
    );
    assert_eq!(
        after_handover(|payload| *payload = json!([])),
        at("payload", "nội dung phải là nhóm các mục")
    );
    assert_eq!(
        after_handover(|payload| {
            payload
                .as_object_mut()
                .expect("an object")
                .remove("consent");
        }),
        at("payload.consent", "thiếu nội dung bắt buộc")
    );
}

#[test]
fn rules_of_a_pack() {
    let number = |from: i64, to: i64| format!("số phải từ {from} đến {to}");
    for year in [1899, 3000, -1] {
        assert_eq!(
            after_pack(|pack| pack["year"] = year.into()),
            at("payload.year", &number(1900, 2999))
        );
    }
    for day in [0, 29] {
        assert_eq!(
            after_pack(|pack| pack["meeting_day"] = day.into()),
            at("payload.meeting_day", &number(1, 28))
        );
    }
    assert_eq!(
        after_pack(|pack| pack["meeting_day"] = 256.into()),
        at("payload.meeting_day", "số nằm ngoài khoảng cho phép")
    );
    for key in ["member", "non_member"] {
        let place = format!("payload.quotas.{key}");
        assert_eq!(
            after_pack(|pack| pack["quotas"][key] = 21.into()),
            at(&place, &number(0, 20))
        );
    }
    let level = |number: usize| json!({ "id": format!("l{number}"), "name": "" });
    let levels = |count: usize| Value::from((0..count).map(level).collect::<Vec<_>>());
    assert_eq!(
        after_pack(|pack| pack["scale"] = levels(1)),
        at("payload.scale", "danh sách phải có ít nhất 2 dòng")
    );
    assert_eq!(
        after_pack(|pack| pack["scale"] = levels(11)),
        at("payload.scale", "danh sách dài quá 10 dòng")
    );
    assert_eq!(
        after_pack(|pack| pack["scale"][3]["id"] = "good".into()),
        at(
            "payload.scale[3].id",
            "mã “good” bị dùng hai lần trong một danh sách"
        )
    );
    assert_eq!(
        after_pack(|pack| push_again(&mut pack["standards"])),
        at(
            "payload.standards[7].id",
            "mã “can-kiem-liem-chinh” bị dùng hai lần trong một danh sách"
        )
    );
    assert_eq!(
        after_pack(|pack| push_again(&mut pack["topics"])),
        at(
            "payload.topics[3].id",
            "mã “quy-1” bị dùng hai lần trong một danh sách"
        )
    );
    assert_eq!(
        after_pack(|pack| push_again(&mut pack["topics"][1]["works"])),
        at(
            "payload.topics[1].works[1].id",
            "mã “duong-cach-menh” bị dùng hai lần trong một danh sách"
        )
    );
    assert_eq!(
        after_pack(|pack| pack["topics"][1]["to"] = "first".into()),
        at("payload.topics[1].to", "quý cuối đứng trước quý đầu")
    );

    let many = |item: fn(usize) -> Value, count: usize| {
        Value::from((0..count).map(item).collect::<Vec<_>>())
    };
    let standard = |n: usize| json!({ "id": format!("s{n}"), "conduct": "must_do", "text": "" });
    let topic =
        |n: usize| json!({ "id": format!("t{n}"), "title": "", "from": "first", "to": "first" });
    let work = |n: usize| json!({ "id": format!("w{n}"), "title": "" });
    let post = |n: usize| json!(format!("p{n}"));
    assert_eq!(
        after_pack(|pack| pack["standards"] = many(standard, 201)),
        at("payload.standards", "danh sách dài quá 200 dòng")
    );
    assert_eq!(
        after_pack(|pack| pack["topics"] = many(topic, 51)),
        at("payload.topics", "danh sách dài quá 50 dòng")
    );
    assert_eq!(
        after_pack(|pack| pack["topics"][0]["works"] = many(work, 51)),
        at("payload.topics[0].works", "danh sách dài quá 50 dòng")
    );
    assert_eq!(
        after_pack(|pack| pack["standards"][2]["posts"] = many(post, 51)),
        at("payload.standards[2].posts", "danh sách dài quá 50 dòng")
    );
}

#[test]
fn rules_of_a_hand_over() {
    assert_eq!(
        after_handover(|payload| payload["year"] = 1.into()),
        at("payload.year", "số phải từ 1900 đến 2999")
    );
    assert_eq!(
        after_handover(|payload| payload["year"] = 2013.into()),
        at("payload.months.2012-02", "tháng không thuộc năm 2013")
    );
    let revision = |change: fn(&mut Value)| {
        after_handover(|payload| change(&mut payload["pledge"]["revisions"]))
    };
    let order = "số lần đăng ký không tăng dần";
    assert_eq!(
        revision(|list| list[1]["number"] = 1.into()),
        at("payload.pledge.revisions[1].number", order)
    );
    assert_eq!(
        revision(|list| list[0]["number"] = 0.into()),
        at("payload.pledge.revisions[0].number", order)
    );
    let stage = "ngày thông qua hoặc công khai đứng trước bước phải có trước nó";
    assert_eq!(
        revision(|list| list[0]["submitted_on"] = "2012-02-04".into()),
        at("payload.pledge.revisions[0].stage", stage)
    );
    assert_eq!(
        revision(|list| list[1]["stage"]["posted"]["on"] = "2012-03-04".into()),
        at("payload.pledge.revisions[1].stage", stage)
    );
    assert_eq!(
        revision(|list| list[1]["submitted_on"] = "2012-03-06".into()),
        at("payload.pledge.revisions[1].stage", stage)
    );
    assert_eq!(
        revision(|list| push_again(&mut list[0]["commitments"])),
        at(
            "payload.pledge.revisions[0].commitments[1].id",
            "mã “viec-1” bị dùng hai lần trong một danh sách"
        )
    );
    assert_eq!(
        revision(|list| {
            let commitment = |n: usize| json!({ "id": format!("c{n}") });
            list[0]["commitments"] = (0..51).map(commitment).collect::<Vec<_>>().into();
        }),
        at(
            "payload.pledge.revisions[0].commitments",
            "danh sách dài quá 50 dòng"
        )
    );
    assert_eq!(
        after_handover(|payload| push_again(&mut payload["shortcomings"])),
        at(
            "payload.shortcomings[3].id",
            "mã “han-che-1” bị dùng hai lần trong một danh sách"
        )
    );
    assert_eq!(
        after_handover(|payload| push_again(&mut payload["own_standards"])),
        at(
            "payload.own_standards[1].id",
            "mã “tiet-kiem” bị dùng hai lần trong một danh sách"
        )
    );
}

#[test]
fn a_feedback_that_contradicts_itself() {
    let after_feedback = |change: &dyn Fn(&mut Value)| {
        after("feedback-2012.json", |file| change(&mut file["payload"]))
    };
    let order = "ngày thông qua hoặc công khai đứng trước bước phải có trước nó";
    assert_eq!(
        after_feedback(&|payload| payload["posted_on"] = "2012-03-04".into()),
        at("payload.posted_on", order)
    );
    assert_eq!(
        after_feedback(&|payload| payload["adopted"] = Value::Null),
        at("payload.posted_on", order)
    );
    assert_eq!(
        after_feedback(&|payload| payload["year"] = 2013.into()),
        at("payload.assessments.2012-02", "tháng không thuộc năm 2013")
    );
    assert_eq!(
        after_feedback(&|payload| payload["handbook"] = "cua-toi".into()),
        at(
            "payload.handbook",
            "mã tài liệu phải gồm 32 chữ số thập lục phân viết thường"
        )
    );
}

#[test]
fn rules_of_a_backup() {
    let doubled = |id: &str| format!("mã “{id}” bị dùng hai lần trong một danh sách");
    assert_eq!(
        after("backup-2012.json", |file| push_again(
            &mut file["payload"]["handbooks"]
        )),
        at(
            "payload.handbooks[2].id",
            &doubled("0c7d1e2f3a4b5c6d7e8f90a1b2c3d4e5")
        )
    );
    let number = "số phải từ 1900 đến 2999";
    assert_eq!(
        after_backup(|book| book["year"] = 0.into()),
        at("payload.handbooks[0].year", number)
    );
    assert_eq!(
        after_backup(|book| book["pack"]["pack"]["year"] = 0.into()),
        at("payload.handbooks[0].pack.pack.year", number)
    );
    assert_eq!(
        after_backup(|book| book["earlier_packs"][0]["pack"]["year"] = 0.into()),
        at("payload.handbooks[0].earlier_packs[0].pack.year", number)
    );
    assert_eq!(
        after_backup(|book| push_again(&mut book["pledge"]["draft"])),
        at(
            "payload.handbooks[0].pledge.draft[3].id",
            &doubled("viec-1")
        )
    );
    assert_eq!(
        after_backup(|book| book["pledge"]["revisions"][1]["number"] = 1.into()),
        at(
            "payload.handbooks[0].pledge.revisions[1].number",
            "số lần đăng ký không tăng dần"
        )
    );
    assert_eq!(
        after_backup(|book| push_again(&mut book["shortcomings"])),
        at(
            "payload.handbooks[0].shortcomings[3].id",
            &doubled("han-che-1")
        )
    );
    assert_eq!(
        after_backup(|book| book["handed"]["content"]["year"] = 0.into()),
        at("payload.handbooks[0].handed.content.year", number)
    );
    assert_eq!(
        after_backup(|book| book["studied"]["Đường"] = "2012-04-01".into()),
        at(
            "payload.handbooks[0].studied.Đường",
            "mã phải gồm 1 đến 40 ký tự a–z, 0–9, - hoặc _"
        )
    );
}
