//! Nothing leaves by itself, and nothing private at all: every screen of every program is gone through
//! under the eyes of the host and of the browser's own record, and all that a person can take out of the page
//! is searched for what is theirs alone.

use so_tay::domain::{Deed, Handbook, ItemId};

use crate::habits::{backup_of, filled_handbook};
use crate::office::parts;
use crate::support::person::LeftFile;
use crate::support::{Person, Share, button, checkbox, field, schema, story};

#[path = "../common/addresses.rs"]
pub mod addresses;

/// In every private text, and nowhere else.
const MARK: &str = "zq7f3a9c";

/// A filled year whose every private text has the mark: the notes, and a deed told to nobody.
fn marked() -> Handbook {
    let mut handbook = filled_handbook("2026-11-03");
    for rating in handbook.months.values_mut() {
        rating.private_note = format!("{MARK} mệt, hay cáu");
    }
    handbook.deeds.push(Deed {
        id: ItemId::parse("viec-rieng").expect("plain"),
        on: "2026-06-02".parse().expect("a day"),
        text: format!("{MARK} giúp một gia đình"),
        witness: MARK.to_owned(),
        consent: None,
    });
    handbook
}

fn begins_with_what_is_private(person: &mut Person) {
    let backup = person.has_file("so-tay_sao-luu.json", backup_of(marked()));
    person.restores(&backup);
    person.reloads();
    person.sees("Trần Thị Bình · 2026");
}

fn stands(person: &Person) {
    person.trusts("!document.getElementById('start') && document.querySelector('h1') !== null");
}

/// What the host saw, and what Chromium's record of every start says.
#[track_caller]
fn the_network_heard_nothing(person: &mut Person) {
    for asked in person.site.fetched() {
        assert_eq!(asked.method, "GET", "{}", asked.path);
        assert!(!asked.path.contains(['?', '#']), "{}", asked.path);
    }
    person.closes_everything();
    for log in person.browser.net_logs() {
        let record = std::fs::read_to_string(&log).expect("Chromium's record");
        assert!(record.contains("/huyen/so-tay/"), "it names the page");
        assert!(!record.contains(MARK), "{}", log.display());
    }
}

#[test]
fn every_screen_asks_its_own_host_only() {
    // Each story ends with a look at whom else was asked: `watch`.
    story("2026-11-03 08:00", |person| {
        begins_with_what_is_private(person);
        let programs = [addresses::HANDBOOK, addresses::DATA, addresses::PAPERS];
        for address in programs.concat() {
            person.opens(address);
            stands(person);
        }
        person.opens_the_sample_branch();
        for address in addresses::DESK {
            person.opens(address);
            stands(person);
        }
        the_network_heard_nothing(person);
    });
}

#[track_caller]
fn is_clean(what: &str, LeftFile { name, text }: &LeftFile, holds: &str) {
    assert!(text.contains(holds), "{what}, {name}: {text}");
    is_clean_text(what, text);
    is_clean_text(what, name);
}

/// Every part of it.
#[track_caller]
fn is_clean_office_file(person: &mut Person, address: &str, way: &str, holds: &str) {
    person.opens(address);
    person.taps(button(way));
    let (name, file) = person.takes_file();
    let text = parts(&file, "");
    is_clean(way, &LeftFile { name, text }, holds);
}

#[track_caller]
fn is_clean_text(what: &str, text: &str) {
    assert!(!text.contains(MARK), "{what}: {text}");
}

#[test]
fn whatever_is_taken_out_of_the_page_holds_nothing_private() {
    story("2026-11-03 08:00", |person| {
        person.shares(Share::TakesAll);
        begins_with_what_is_private(person);
        // It is there to be found.
        person.opens("#/tu-danh-gia/2026-09");
        person.sees_in("Ghi chú riêng", &format!("{MARK} mệt, hay cáu"));

        person.opens("#/gui");
        person.sees_no(MARK);
        person.taps(checkbox("Tôi đồng ý đưa các nội dung trên cho…"));
        person.taps(button("Chia sẻ tệp"));
        is_clean("shared", &person.takes_shared_file(), "so-tay/handover");
        // The rest of the year goes along, too.
        the_hand_over_again(person, "Lưu tệp");
        is_clean("saved", &person.takes_download(), "so-tay/handover");
        the_hand_over_again(person, "Chép văn bản");
        person.sees("Đã chép văn bản.");
        let copied = person.reads_clipboard();
        assert!(copied.contains("so-tay/handover"), "{copied}");
        is_clean_text("copied", &copied);

        person.opens("#/giay-to/lich");
        person.taps(checkbox("Ghi cả lời…"));
        person.taps(button("Lưu tệp lịch"));
        is_clean("the calendar", &person.takes_download(), "BEGIN:VEVENT");

        // A review from the handbook's own facts, whole.
        person.opens("#/giay-to/so-ket");
        person.taps(button("Hoàn tất"));
        person.sees("Hoàn tất ngày 03/11/2026");
        for address in ["#/giay-to/dang-ky", "#/giay-to/so-ket/in"] {
            is_clean_office_file(person, address, "Lưu tệp Word", "hồ sơ");
        }
        // What a printer gets: what a screen has for paper.
        for address in [
            "#/dang-ky/kiem-tra",
            "#/giay-to/so-ket/in",
            "#/giay-to/tong-ket/in",
            "#/giay-to/dang-ky",
            "#/giay-to/hinh",
        ] {
            person.opens(address);
            stands(person);
            let paper = person.prints();
            assert!(paper.contains("hồ sơ"), "{address}: {paper}");
            is_clean_text(address, &paper);
        }

        // The person's own copy has it all, and says so.
        person.opens("#/cai-dat");
        person.sees("Tệp gồm cả ghi chú riêng");
        person.taps(button("Lưu bản sao ra tệp"));
        assert!(person.takes_download().text.contains(MARK));
        the_network_heard_nothing(person);
    });
}

/// All of it once more, by another way.
fn the_hand_over_again(person: &mut Person, way: &str) {
    person.sees("Đã lưu");
    person.taps(button("Chưa gửi được, bỏ ghi lần này"));
    person.taps(checkbox("Tôi đồng ý đưa các nội dung trên cho…"));
    person.taps(button(way));
}

#[test]
fn what_the_branch_thinks_of_one_person_reaches_nobody_else() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        // Of one person, for that person.
        person.opens("#/chi-bo/nhan-xet");
        person.taps(button("Trần Thị Bình…"));
        person.fills(field("Lời nhận xét").at(0), MARK);
        person.opens("#/chi-bo/luu-tru");
        let all = "Lưu cả năm bảng vào một tệp Excel";
        is_clean_office_file(person, "#/chi-bo/luu-tru", all, "Trần Thị Bình");
        person.taps(button("Lưu dạng CSV"));
        for table in [
            "Danh sách",
            "Đăng ký",
            "Theo dõi: từng người tự đánh giá",
            "Theo dõi: chi bộ đánh giá",
            "Biểu dương",
        ] {
            person.taps(button(table));
            is_clean(table, &person.takes_download(), "\r\n");
        }
        let report = "#/chi-bo/bao-cao/ca-nam/in";
        is_clean_office_file(person, report, "Lưu tệp Word", "BÁO CÁO");
        person.taps(button("Lưu tệp báo cáo…"));
        let report = person.takes_download();
        schema::accepts("branch-report.schema.json", &report.json());
        is_clean("report", &report, "so-tay/branch-report");
        for address in [
            "#/chi-bo/bao-cao/ca-nam/in",
            "#/chi-bo/cong-khai/in",
            "#/chi-bo/theo-doi/in",
            "#/chi-bo/sinh-hoat/2026-11",
            "#/chi-bo/bieu-do",
        ] {
            person.opens(address);
            stands(person);
            is_clean_text(address, &person.prints());
        }
        // And it goes to that person, whose it is.
        person.opens("#/chi-bo/nhan-xet");
        person.taps(button("Trần Thị Bình…"));
        person.sees(&format!("Nhận xét: {MARK}"));
    });
}
