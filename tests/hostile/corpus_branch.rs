//! Attacks made by hand on what only the desk opens.

use serde_json::{Value, json};
use so_tay::exchange::open_branch_backup;
use so_tay::exchange::sheet::{MAX_CELL, MAX_COLUMNS, MAX_LINES, read_sheet};
use so_tay::exchange::tables::csv;

use crate::arbitrary::nfc;
use crate::cases::seal;
use crate::seeds::Seeds;

fn at(place: &str, what: &str) -> String {
    format!("Không nhận được tệp: ở mục {place}, {what}; hãy nhờ người gửi xuất lại tệp.")
}

/// What is said of a small branch's backup after a change to its payload.
fn after(change: impl FnOnce(&mut Value)) -> String {
    let mut file = Seeds::branch_backups()[0].clone();
    change(&mut file["payload"]);
    seal(&mut file);
    match open_branch_backup(file.to_string().as_bytes(), &nfc) {
        Ok(_) => "taken".to_owned(),
        Err(problem) => problem.sentence(),
    }
}

#[test]
fn an_archive_of_a_year_that_none_can_be_is_refused() {
    assert_eq!(after(|_| {}), "taken");
    for year in [0, 5, -1, 3000] {
        let said = after(|payload| {
            payload["archive_of"] = year.into();
            payload["dossiers"] = json!([]);
        });
        assert_eq!(said, at("payload.archive_of", "số phải từ 1900 đến 2999"));
    }
}

#[test]
fn a_dossier_of_nobody_and_two_of_one_are_refused() {
    assert_eq!(
        after(|payload| payload["dossiers"][0]["person"] = "__proto__".into()),
        at(
            "payload.dossiers[0].person",
            "người này không có trong danh sách chi bộ"
        )
    );
    assert_eq!(
        after(|payload| payload["dossiers"][0]["person"] = "Trần".into()),
        at(
            "payload.dossiers[0].person",
            "mã phải gồm 1 đến 40 ký tự a–z, 0–9, - hoặc _"
        )
    );
}

fn read(text: &str) -> String {
    match read_sheet(text.as_bytes(), &nfc) {
        Ok(sheet) => format!("{} × {}", sheet.lines.len(), sheet.width),
        Err(why) => why.to_string(),
    }
}

#[test]
fn tables_without_end_have_one_in_every_direction() {
    assert_eq!(
        read(&"Trần Bình\n".repeat(MAX_LINES + 1)),
        "Bảng có quá 2000 dòng: chia làm nhiều lần dán."
    );
    assert_eq!(
        read(&format!("Họ tên\n{}", "a,".repeat(MAX_COLUMNS + 1))),
        "Dòng 2 có quá 60 cột: chỉ chép các cột cần dùng rồi dán lại."
    );
    assert_eq!(
        read(&format!("Họ tên\n\n{}", "ế".repeat(MAX_CELL + 1))),
        "Dòng 3 có ô dài quá 2000 ký tự: bỏ cột ấy rồi dán lại."
    );
    assert_eq!(
        read(&" ".repeat(3 << 20)),
        "Bảng quá lớn (quá 2 MB): chỉ chép các cột cần dùng rồi dán lại."
    );
    assert_eq!(
        read(&"\u{301}\u{323}".repeat(1 << 18)),
        "Dòng 1 có ô dài quá 2000 ký tự: bỏ cột ấy rồi dán lại."
    );
    for piece in ["\"", "\"\"", ",", "\n", "\"\n", "\t", "\"a\",", ";\"", "\r"] {
        read(&piece.repeat((1 << 20) / piece.len()));
    }
}

#[test]
fn cells_that_a_spreadsheet_would_run_get_an_apostrophe() {
    for formula in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1",
        "=cmd|'/c calc'!A1",
    ] {
        let text = csv(&[vec!["a".to_owned(), formula.to_owned()]]);
        let cell = text
            .trim_start_matches('\u{feff}')
            .strip_prefix("a,")
            .expect("a");
        assert!(cell.trim_start_matches('"').starts_with('\''), "{text}");
    }
}
