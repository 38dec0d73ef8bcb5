//! A list of people that was made in LibreOffice Calc, as a roster.

use so_tay::exchange::roster_columns::guess;
use so_tay::exchange::roster_lines::lines;
use so_tay::exchange::sheet::read_sheet;
use so_tay_office::open;
use unicode_normalization::UnicodeNormalization;

use crate::converted;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

const LIST: &str = "DANH SÁCH CHI BỘ 2,,,,\n\
    ,,,,\n\
    STT,Họ và tên,Đối tượng,\"Chức vụ, nhiệm vụ\",Từ ngày\n\
    1,Trần Thị Bình,Đảng viên,\"Văn thư, \"\"một cửa\"\"\",2026-02-05\n\
    2,Nguyễn Văn An,Quần chúng,Lái xe,\n";

#[test]
fn a_workbook_written_by_calc_is_read_as_a_roster() {
    // 44: a comma between cells; 76: UTF-8; a date in the fifth column.
    let filter = "csv:44,34,76,1,5/5";
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    std::fs::write(&path, LIST).expect("written");
    let ran = std::process::Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}/profile",
            folder.path().display()
        ))
        .args([
            "--headless",
            &format!("--infilter={filter}"),
            "--convert-to",
            "xlsx",
            "--outdir",
        ])
        .arg(folder.path())
        .arg(&path)
        .output()
        .expect("LibreOffice");
    let workbook = std::fs::read(folder.path().join("list.xlsx"))
        .unwrap_or_else(|_| panic!("a workbook: {ran:?}"));

    let tabs = open(&workbook).expect("opened");
    assert_eq!(tabs.len(), 1);
    let sheet = read_sheet(tabs[0].as_bytes(), &nfc).expect("a table");
    assert_eq!(
        sheet.lines[1].number, 3,
        "rows are counted as Calc counts them"
    );
    assert_eq!(
        sheet.lines[2].cells,
        [
            "1",
            "Trần Thị Bình",
            "Đảng viên",
            "Văn thư, \"một cửa\"",
            "05/02/2026"
        ]
    );
    let people = lines(&sheet, &guess(&sheet), 2026);
    let names: Vec<_> = people.iter().map(|line| format!("{line:?}")).collect();
    assert!(
        names.iter().any(|line| line.contains("Trần Thị Bình")),
        "{names:?}"
    );
    assert!(
        names.iter().any(|line| line.contains("Nguyễn Văn An")),
        "{names:?}"
    );
}

#[test]
fn what_is_no_workbook_is_refused() {
    assert!(open(b"PK\x03\x04 and no more").is_err());
    let text = converted(b"a,b\n", "csv", "ods");
    assert!(open(&text).is_err(), "another program's workbook");
}
