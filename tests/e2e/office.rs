//! Word and Excel files, made and read on the release page. What stands in them, LibreOffice says
//! (`office/tests/libreoffice`).

use std::io::{Cursor, Read};

use crate::support::{Person, button, story};

/// The parts of an Office file whose names begin so, one after the other.
pub fn parts(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an Office file");
    let mut text = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        if part.name().expect("a name").starts_with(name) {
            part.read_to_string(&mut text).expect("XML");
        }
    }
    assert!(!text.is_empty(), "{name} is in it");
    text
}

fn saves_a_paper(person: &mut Person, route: &str) -> (String, String) {
    person.opens(route);
    person.taps(button("Lưu tệp Word"));
    let (name, file) = person.takes_file();
    person.sees(&format!("Đã lưu tệp {name}."));
    (name, parts(&file, "word/document.xml"))
}

#[test]
fn a_members_papers_are_saved_as_word_files_without_a_network_too() {
    story("2026-11-20 08:00", |person| {
        person.has_a_filled_year("2026-11-20");
        let (name, pledge) = saves_a_paper(person, "#/giay-to/dang-ky");
        assert!(
            name.starts_with("so-tay_ban-dang-ky_") && name.ends_with("_2026_20261120.docx"),
            "{name}"
        );
        assert!(
            pledge.contains("Việc 1. ") && pledge.contains("Người đăng ký"),
            "{pledge}"
        );

        // Asked for once, it is there for good.
        person.can_go_offline();
        person.trusts(
            "caches.match(document.querySelector('meta[name=programs]').content.split(' ')
                .find(name => name.startsWith('office-')) + '.wasm').then(Boolean)",
        );
        person.loses_signal();
        let (name, review) = saves_a_paper(person, "#/giay-to/so-ket/in");
        assert!(name.starts_with("so-tay_so-ket_"), "{name}");
        assert!(review.contains("Người báo cáo"), "{review}");
        assert!(!review.contains("Việc 1. </w:t>"), "{review}");
    });
}

#[test]
fn the_branchs_tables_become_a_workbook_and_its_roster_comes_back_from_it() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        person.opens("#/chi-bo/luu-tru");
        person.taps(button("Lưu cả năm bảng vào một tệp Excel"));
        let (name, file) = person.takes_file();
        assert_eq!(name, "so-tay_bang-tinh_chi-bo-2-mau_2026_20261122.xlsx");
        let workbook = parts(&file, "xl/workbook.xml");
        for tab in [
            "Danh sách",
            "Đăng ký",
            "Tự đánh giá",
            "Chi bộ đánh giá",
            "Biểu dương",
        ] {
            assert!(workbook.contains(&format!("name=\"{tab}\"")), "{workbook}");
        }

        let file = person.has_file(&name, file);
        person.opens("#/chi-bo/danh-sach");
        person.taps(button("Lấy từ Excel"));
        person.chooses_files("Mở tệp Excel hoặc CSV", &[&file]);
        person.sees("47 dòng: 47 đã có");

        person.meets_no_barrier_anywhere();

        let (_, report) = saves_a_paper(person, "#/chi-bo/bao-cao/ca-nam/in");
        assert!(
            report.contains("Có 40/45 đảng viên, quần chúng đăng ký"),
            "{report}"
        );
    });
}

#[test]
fn a_damaged_workbook_is_refused_and_so_is_everything_where_the_program_is_not_there() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        person.opens("#/chi-bo/danh-sach");
        person.taps(button("Lấy từ Excel"));
        let damaged = person.has_file("danh-sach.xlsx", b"PK\x03\x04 damaged");
        person.chooses_files("Mở tệp Excel hoặc CSV", &[&damaged]);
        person.sees("Không mở được tệp này như bảng tính.");
        person.can_go_offline();
    });
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        person.can_go_offline();
        person.loses_signal();
        person.watch.expects("net::ERR_");
        person.opens("#/chi-bo/luu-tru");
        person.taps(button("Lưu cả năm bảng vào một tệp Excel"));
        person.sees("Chưa tải được phần làm và đọc tệp Word, Excel.");
    });
}

#[test]
fn it_can_be_fetched_before_it_is_needed() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        person.can_go_offline();
        person.opens("#/chi-bo/luu-tru");
        person.taps(button("Tải sẵn phần làm tệp Excel, Word"));
        person.sees("đã có trên máy này, dùng được cả khi không có mạng");
        person.loses_signal();
        person.taps(button("Lưu cả năm bảng vào một tệp Excel"));
        let (name, _) = person.takes_file();
        assert!(name.ends_with(".xlsx"), "{name}");
        person.meets_no_barrier_anywhere();
    });
}
