//! axe-core finds nothing: on every route, empty and filled, light and dark, at normal and largest
//! text.

use crate::habits::golden;
use crate::nothing_leaves::addresses;
use crate::support::{Person, button, radio, story};

/// Higher than any screen, so that nothing is half under the bars that stick.
const TALL: u32 = 60_000;

const ANYWHERE: &[&str] = &[
    "#/",
    "#/dang-ky",
    "#/dang-ky/kiem-tra",
    "#/tu-danh-gia",
    "#/chuan-muc",
    "#/gui",
    "#/cai-dat",
    "#/gioi-thieu",
    "#/du-lieu",
    "#/du-lieu/khoi-phuc",
    "#/du-lieu/khoa",
    "#/du-lieu/cuu-ho",
    "#/du-lieu/xoa",
    "#/giay-to",
    "#/bat-dau",
    "#/giay-to/hinh",
    "#/giay-to/lich",
    "#/huong-dan",
    "#/giay-to/so-ket",
    "#/giay-to/tong-ket",
    "#/giay-to/so-ket/in",
    "#/giay-to/tong-ket/in",
    "#/giay-to/dang-ky",
    "#/giay-to/chep-tay",
    "#/giay-to/viec-tot",
    "#/huong-dan/bi-thu",
];
/// Of a filled handbook, beside one of every screen (`addresses`).
const FILLED: &[&str] = &[
    "#/dang-ky/khong-con/1",
    "#/tu-danh-gia/2026-03",
    "#/tu-danh-gia/2026-07",
    "#/tu-danh-gia/2026-09",
    "#/tu-danh-gia/2026-12",
    "#/tu-danh-gia/2012-01",
];

/// Looks at each of these routes with all that folds away opened.
pub fn looks_at(person: &mut Person, routes: &[&str]) {
    person.browser.grows(TALL);
    let mut found = Vec::new();
    for route in routes {
        person.opens(route);
        person.trusts("!document.getElementById('start') && document.querySelector('h1') !== null");
        person
            .browser
            .js("for (const fold of document.querySelectorAll('details')) fold.open = true; true");
        found.extend(
            person
                .barriers()
                .into_iter()
                .map(|barrier| format!("{route} {barrier}")),
        );
    }
    person.browser.fits();
    assert!(found.is_empty(), "axe finds:\n{}", found.join("\n"));
}

fn chooses(person: &mut Person, size: &str, theme: &str) {
    person.opens("#/cai-dat");
    person.taps(radio(size).within("Cỡ chữ"));
    person.taps(radio(theme).within("Màu nền"));
}

fn a_filled_year_at(size: &str, theme: &str) {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        chooses(person, size, theme);
        for program in [
            addresses::HANDBOOK,
            addresses::DATA,
            FILLED,
            addresses::PAPERS,
        ] {
            looks_at(person, program);
        }
    });
}

#[test]
fn a_filled_year_light() {
    a_filled_year_at("Thường", "Sáng");
}

#[test]
fn a_filled_year_dark() {
    a_filled_year_at("Thường", "Tối");
}

#[test]
fn a_filled_year_light_at_the_largest_text() {
    a_filled_year_at("Rất lớn", "Sáng");
}

#[test]
fn a_filled_year_dark_at_the_largest_text() {
    a_filled_year_at("Rất lớn", "Tối");
}

#[test]
fn an_empty_phone_and_an_empty_handbook() {
    story("2026-11-03 08:00", |person| {
        let nothing = [
            "",
            "#/cai-dat",
            "#/gioi-thieu",
            "#/du-lieu",
            "#/du-lieu/xoa",
            "#/giay-to",
        ];
        looks_at(person, &nothing);
        person.prefers_dark(true);
        looks_at(person, &nothing);
        person.prefers_dark(false);
        person.begins();
        looks_at(person, ANYWHERE);
        chooses(person, "Rất lớn", "Tối");
        looks_at(person, ANYWHERE);
    });
}

#[test]
fn an_amended_pledge_an_open_shortcoming_and_messages_of_every_kind() {
    story("2012-04-14 08:00", |person| {
        person.restores(&golden("backup-2012.json"));
        person.opens("#/cai-dat");
        person.taps(button("Trần Thị Bình · 2012…"));
        person.is_at("#/");
        for (size, theme) in [("Thường", "Sáng"), ("Rất lớn", "Tối")] {
            chooses(person, size, theme);
            looks_at(
                person,
                &[
                    "#/",
                    "#/dang-ky",
                    "#/dang-ky/kiem-tra",
                    "#/tu-danh-gia/2012-03",
                    "#/tu-danh-gia/2012-04",
                    "#/chuan-muc",
                    "#/gui",
                ],
            );

            // Errors and previews, in place.
            person.opens("#/dang-ky/viec-3/3");
            person.fills("Đến bao giờ?", "31/02");
            person.sees("Không có ngày");
            meets_no_barrier_at_all(person);
            person.opens("#/dang-ky/kiem-tra");
            person.taps(button("Ghi là đã nộp lại"));
            person.sees("Chưa nộp được");
            meets_no_barrier_at_all(person);
            person.opens("#/du-lieu/khoi-phuc");
            person.chooses_files("Khôi phục từ tệp…", &[&golden("backup-2012.json")]);
            person.sees("Sẽ thay những gì");
            meets_no_barrier_at_all(person);
            person.chooses_files("Khôi phục từ tệp…", &[&golden("pack-s0-2012.json")]);
            person.sees("không phải bản sao lưu");
            meets_no_barrier_at_all(person);
            person.opens("#/du-lieu/xoa");
            person.taps(button("Xóa tất cả"));
            person.sees("Chưa xóa gì");
            meets_no_barrier_at_all(person);
        }
    });
}

fn meets_no_barrier_at_all(person: &Person) {
    person.browser.grows(TALL);
    person.meets_no_barrier();
    person.browser.fits();
}

#[test]
fn the_sample_and_its_mark() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.taps(button("Xem thử sổ tay mẫu"));
        person.sees("Đây là sổ tay mẫu.");
        looks_at(person, ANYWHERE);
        person.prefers_dark(true);
        looks_at(person, ANYWHERE);
    });
}
