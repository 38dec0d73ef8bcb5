use proptest::prelude::*;
use so_tay::domain::Day;
use so_tay::domain::branch::months::Word;
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Award, Commendation, CommendationLevel};
use so_tay::exchange::other_file_name;
use so_tay::exchange::tables::{
    commendations_table, csv, months_table, registration_table, roster_table,
};

use crate::{day, item};

fn today() -> Day {
    day("2026-11-22")
}

/// What a spreadsheet makes of it: cells, unquoted.
fn opened(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("marked as UTF-8");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(
        !quoted && cell.is_empty() && row.is_empty(),
        "ends with a line end"
    );
    rows
}

fn cells(texts: &[&str]) -> Vec<Vec<String>> {
    vec![texts.iter().map(|text| (*text).to_owned()).collect()]
}

#[test]
fn a_table_is_marked_utf8_with_windows_line_ends() {
    let text = csv(&cells(&["Họ tên", "Tổ"]));
    assert_eq!(text.as_bytes(), "\u{feff}Họ tên,Tổ\r\n".as_bytes());
}

#[test]
fn cells_that_would_be_formulas_begin_with_an_apostrophe() {
    let hostile = [
        "=1+1", "+84", "-2", "@SUM(A1)", "\tx", " =1", "＝1", "\r\n=1",
    ];
    let safe = opened(&csv(&cells(&hostile)));
    for (cell, hostile) in safe[0].iter().zip(hostile) {
        assert_eq!(*cell, format!("'{hostile}"));
    }
    let kept = ["Trần Thị Bình", "3-4", "a=b", "05/11/2026", "'đã có", ""];
    assert_eq!(opened(&csv(&cells(&kept))), cells(&kept));
}

proptest! {
    #[test]
    fn any_text_comes_back_and_nothing_opens_as_a_formula(
        texts in proptest::collection::vec(
            proptest::collection::vec(proptest::sample::select(
                vec!["a", "\"", ",", ";", "\n", "\r", "=", "+", "-", "@", "\t", " ", "ế", "'", "\u{a0}"]
            ), 0..6), 1..5),
    ) {
        let row: Vec<String> = texts.iter().map(|pieces| pieces.concat()).collect();
        let back = opened(&csv(std::slice::from_ref(&row)));
        prop_assert_eq!(back.len(), 1);
        prop_assert_eq!(back[0].len(), row.len());
        for (cell, text) in back[0].iter().zip(&row) {
            let marked = format!("'{text}");
            prop_assert!(cell == text || *cell == marked);
            prop_assert!(!cell.trim().starts_with(['=', '+', '-', '@']));
        }
    }
}

#[test]
fn the_roster_has_everyone_with_standing_and_days() {
    let (branch, _) = sample_branch(today());
    let rows = opened(&csv(&roster_table(&branch, today()).texts()));
    assert_eq!(rows.len(), 48);
    assert_eq!(
        rows[0],
        [
            "Họ tên",
            "Đối tượng",
            "Chức vụ, nhiệm vụ",
            "Tổ, phòng",
            "Từ ngày",
            "Rời ngày",
            "Chuyển đến"
        ]
    );
    let line = |name: &str| {
        rows.iter()
            .find(|row| row[0] == name)
            .expect("on the roster")
            .clone()
    };
    assert_eq!(
        line("Nguyễn Hữu Bình"),
        [
            "Nguyễn Hữu Bình",
            "Đảng viên",
            "Theo dõi quy hoạch, xây dựng",
            "Tổ Tổng hợp",
            "",
            "01/04/2026",
            "Chi bộ Phòng Kinh tế và Hạ tầng"
        ]
    );
    assert_eq!(line("Trần Minh Đức")[4], "15/08/2026");
    assert_eq!(line("Ngô Minh Tuấn")[1], "Đảng viên", "admitted in May");
}

#[test]
fn the_registration_says_where_each_one_stands_and_the_sentence_below() {
    let (branch, dossiers) = sample_branch(today());
    let rows = opened(&csv(
        &registration_table(&branch, &dossiers, 2026, today()).texts()
    ));
    assert_eq!(rows.len(), 47, "a head, 45 people, a foot");
    assert!(rows.iter().all(|row| row.len() == 9));
    let line = |name: &str| {
        rows.iter()
            .find(|row| row[0] == name)
            .expect("a row")
            .clone()
    };
    assert_eq!(
        line("Trần Thị Bình")[2..6],
        ["Đảng viên", "2", "2", "Đã đăng ký"]
    );
    assert_eq!(line("Trần Thị Bình")[7], "05/02/2026");
    let lien = line("Phùng Thị Liên");
    assert_eq!(lien[3..6], ["0", "2", "Chưa đăng ký"]);
    assert_eq!(lien[8], "Nghỉ thai sản từ tháng 12 năm trước");
    assert!(rows[46][0].starts_with("Có 40/45 đảng viên, quần chúng"));
}

#[test]
fn the_months_are_told_in_words_with_the_counts_below() {
    let (branch, dossiers) = sample_branch(today());
    let table = |word| {
        opened(&csv(
            &months_table(&branch, &dossiers, 2026, today(), word).texts()
        ))
    };
    let own = table(Word::Own);
    assert!(own.iter().all(|row| row.len() == 14));
    let line = |rows: &[Vec<String>], name: &str| {
        rows.iter()
            .find(|row| row[0] == name)
            .expect("a row")
            .clone()
    };
    let binh = line(&own, "Trần Thị Bình");
    assert!(binh[2 + 3].ends_with(", gửi muộn"), "{binh:?}");
    assert_eq!(binh[2 + 6], "chưa gửi");
    assert_eq!(binh[2 + 10], "chưa gửi, còn hạn");
    let foot = own.last().expect("a foot");
    assert_eq!((foot[0].as_str(), foot[2 + 11].as_str()), ("Đã gửi", ""));
    assert!(foot[2].ends_with(" trên 45"), "{foot:?}");
    let branch_s = table(Word::Branch);
    assert!(
        ["Tốt", "Xuất sắc", "Trung bình"].contains(&line(&branch_s, "Trần Thị Bình")[2].as_str())
    );
    assert_eq!(branch_s.last().expect("a foot")[2], "43 trên 45");
}

#[test]
fn commendations_are_listed_with_how_many() {
    let (mut branch, _) = sample_branch(today());
    let all = &mut branch.year_mut(2026).commendations;
    all.clear();
    all.push(Commendation {
        id: item("c1"),
        level: CommendationLevel::District,
        award: Award::Collectives(51),
        on: Some(day("2026-05-19")),
        merit: "Nhiều việc tốt, cách làm hay".to_owned(),
    });
    let rows = opened(&csv(&commendations_table(&branch, 2026).texts()));
    assert_eq!(
        rows[1],
        [
            "Huyện, quận",
            "Tập thể",
            "",
            "51",
            "19/05/2026",
            "Nhiều việc tốt, cách làm hay"
        ]
    );
    assert_eq!(
        opened(&csv(&commendations_table(&branch, 1999).texts())).len(),
        1
    );
}

#[test]
fn a_table_s_file_name_is_plain() {
    let (branch, _) = sample_branch(today());
    assert_eq!(
        other_file_name("danh-sach", &branch.name, 2026, today(), "csv"),
        "so-tay_danh-sach_chi-bo-2-mau_2026_20261122.csv"
    );
}
