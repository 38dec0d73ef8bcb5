//! What the secretary does is kept: over a reload, without a network, over two tabs, a full device, in a
//! file and back from it.

use crate::support::{Person, button, checkbox, field, heading, schema, story};

const CODE: &str = "hồ sơ đúng hẹn";
const BRANCH: &str = "Chi bộ Văn phòng";
const MEETING: &str = "#/chi-bo/sinh-hoat/2026-11";
const DECIDED: &str = "Kết luận";
const MINE: &str = "Viết ở trang thứ hai";
const THEIRS: &str = "Viết ở trang thứ nhất";
const ASKED: &str = "phần này của chi bộ vừa được sửa ở một cửa sổ khác";

/// A branch with one person in it, who was entered by hand.
fn has_a_branch(person: &mut Person) {
    person.begins_a_branch(BRANCH);
    person.opens("#/chi-bo/danh-sach");
    person.taps(button("Thêm người"));
    person.fills("Họ và tên", "Trần Thị Bình");
    person.taps("Đảng viên");
    person.taps(button("Thêm vào danh sách"));
    person.sees("Đã thêm Trần Thị Bình.");
    person.sees("Đã lưu");
}

fn sees_the_branch(person: &mut Person) {
    person.opens("#/chi-bo/danh-sach");
    person.sees("Trần Thị Bình");
    person.sees("Đã lưu");
}

#[test]
fn what_was_entered_is_there_after_a_reload_and_without_a_network() {
    story("2026-11-22 08:00", |person| {
        has_a_branch(person);
        person.reloads();
        sees_the_branch(person);
        person.can_go_offline();
        person.loses_signal();
        person.closes_everything();
        person.comes_back();
        sees_the_branch(person);
        // Also what is entered now.
        person.opens(MEETING);
        person.fills(DECIDED, "Giao tổ Một cửa");
        person.sees("Đã lưu");
        person.reloads();
        person.sees_in(DECIDED, "Giao tổ Một cửa");
        // The handbook beside it knows nothing of all this.
        assert!(person.kept_handbooks().is_empty());
    });
}

#[test]
fn what_waits_for_its_button_is_kept_too() {
    story("2026-11-22 08:00", |person| {
        has_a_branch(person);
        person.fills("Họ và tên", "Lê Văn Cường");
        person.fills("Chức vụ, nhiệm vụ", "Lái xe");
        person.opens("#/chi-bo/bieu-duong");
        person.taps("Ghi thêm biểu dương");
        person.fills("Về việc gì", "Trả lại của rơi cho dân");
        person.opens("#/chi-bo/danh-sach");
        person.reloads();
        person.taps(button("Thêm người"));
        person.sees_in("Họ và tên", "Lê Văn Cường");
        person.sees_in("Chức vụ, nhiệm vụ", "Lái xe");
        person.taps("Quần chúng");
        person.taps(button("Thêm vào danh sách"));
        person.sees("Đã thêm Lê Văn Cường.");
        person.reloads();
        person.taps(button("Thêm người"));
        person.sees_in("Họ và tên", "");
        // Also what is being mended; given up, it is as it was.
        person.taps(button("Lê Văn Cường…"));
        person.taps(button("Sửa"));
        person.fills("Chức vụ, nhiệm vụ", "Văn thư");
        person.reloads();
        person.taps(button("Lê Văn Cường…"));
        person.taps(button("Sửa"));
        person.sees_in("Chức vụ, nhiệm vụ", "Văn thư");
        person.taps(button("Thôi"));
        person.taps(button("Sửa"));
        person.sees_in("Chức vụ, nhiệm vụ", "Lái xe");
        person.opens("#/chi-bo/bieu-duong");
        person.taps("Ghi thêm biểu dương");
        person.sees_in("Về việc gì", "Trả lại của rơi cho dân");
        assert!(person.stored().to_string().contains("Trả lại của rơi"));
    });
}

/// The same meeting, open in two tabs.
fn has_two_tabs(person: &mut Person) {
    has_a_branch(person);
    person.opens(MEETING);
    person.fills(DECIDED, "Chưa có gì");
    person.sees("Đã lưu");
    person.opens_second_tab(MEETING);
    person.sees_in(DECIDED, "Chưa có gì");
}

/// The second tab writes, and before it saves the first one has written, too.
fn writes_in_both(person: &mut Person) {
    person.browser.js(
        "addEventListener('storage', event => event.stopImmediatePropagation(), true);
        window.__held = []; window.__later = setTimeout;
        window.setTimeout = (act, pause) => pause > 300 && pause < 9000 ? __held.push(act) : __later(act, pause); true",
    );
    person.fills(DECIDED, MINE);
    person.sees("Đang lưu…");
    person.looks_at_tab(0);
    person.fills(DECIDED, THEIRS);
    person.sees("Đã lưu");
    person.looks_at_tab(1);
    person
        .browser
        .js("window.setTimeout = __later; for (const act of __held.splice(0)) act(); true");
    person.sees(ASKED);
    person.sees_in(DECIDED, MINE);
}

#[test]
fn a_clean_tab_of_the_desk_follows_the_other_one() {
    story("2026-11-22 08:00", |person| {
        has_two_tabs(person);
        person.fills(DECIDED, MINE);
        person.sees("Đã lưu");
        person.looks_at_tab(0);
        person.sees_in(DECIDED, MINE);
        person.fills(DECIDED, THEIRS);
        person.sees("Đã lưu");
        person.sees_no(ASKED);
    });
}

#[test]
fn both_tabs_of_the_desk_written_in_and_either_chosen() {
    for (choice, kept) in [
        ("Giữ bản ở trang này", MINE),
        ("Lấy bản ở trang kia", THEIRS),
    ] {
        story("2026-11-22 08:00", |person| {
            has_two_tabs(person);
            writes_in_both(person);
            person.taps(button(choice));
            person.sees_no(ASKED);
            person.sees_in(DECIDED, kept);
            person.reloads();
            person.sees_in(DECIDED, kept);
            // The other one can be had back.
            person.opens("#/chi-bo/luu-tru");
            person.sees("Bản lưu tự động (1)");
        });
    }
}

#[test]
fn a_full_device_refuses_a_step_as_a_whole_and_says_so() {
    story("2026-11-22 08:00", |person| {
        has_a_branch(person);
        let before = person.stored();
        person.runs_out_of_room();
        person.opens(MEETING);
        person.fills(DECIDED, "Giao tổ Một cửa");
        person.sees("Chưa lưu được: máy đã hết chỗ cho trang này.");
        person.sees_in(DECIDED, "Giao tổ Một cửa");
        assert_eq!(person.stored(), before);
        // The way out, and it holds what could not be saved.
        person.taps(button("Lưu bản sao ra tệp"));
        let file = person.takes_download();
        schema::accepts("branch-backup.schema.json", &file.json());
        assert!(file.text.contains("Giao tổ Một cửa"));
        person.makes_room();
        person.taps(button("Lưu lại lần nữa"));
        person.sees("Đã lưu");
        person.sees_no("Chưa lưu được");
    });
}

#[test]
fn a_branch_goes_to_a_file_and_comes_back_from_it() {
    story("2026-11-22 08:00", |person| {
        has_a_branch(person);
        person.opens("#/chi-bo/luu-tru");
        person.sees("Chưa có bản sao nào.");
        person.taps(button("Lưu bản sao ra tệp"));
        let file = person.takes_download();
        assert_eq!(
            file.name,
            "so-tay_sao-luu-chi-bo_chi-bo-van-phong_2026_20261122.json"
        );
        schema::accepts("branch-backup.schema.json", &file.json());
        person.sees("Bản sao gần nhất: hôm nay.");
        person.meets_no_barrier_anywhere();

        // Deleted in writing, and back at once.
        person.taps("Xóa Chi bộ Văn phòng");
        person.fills("Gõ “xóa chi bộ” để xác nhận", "xoa");
        person.taps(button("Xóa Chi bộ Văn phòng khỏi máy"));
        person.sees("Chưa xóa gì: gõ đúng “xóa chi bộ” để xác nhận");
        person.fills("Gõ “xóa chi bộ” để xác nhận", "Xóa chi bộ");
        person.taps(button("Xóa Chi bộ Văn phòng khỏi máy"));
        person.sees("Đã xóa Chi bộ Văn phòng khỏi máy này.");
        person.taps(button("Hoàn tác"));
        person.finds(heading("Lưu trữ"));

        // Deleted, and back from the file on an empty device.
        person.taps("Xóa tất cả trên máy này");
        person.fills("Gõ “xóa hết” để xác nhận", "xóa hết");
        person.taps(button("Xóa tất cả"));
        person.sees("Đã xóa hết");
        assert_eq!(person.stored(), serde_json::json!({}));
        person.opens("#/chi-bo/bat-dau");
        let path = person.gets(&file);
        person.reloads();
        person.chooses_files("Mở tệp sao lưu chi bộ", &[&path]);
        person.sees("Chi bộ này chưa có trên máy");
        person.taps(button("Thêm chi bộ này vào máy"));
        person.sees("Đã thêm Chi bộ Văn phòng vào máy này.");
        sees_the_branch(person);
    });
}

#[test]
fn a_branch_goes_to_a_file_behind_a_code_and_comes_back_from_it() {
    story("2026-11-22 08:00", |person| {
        has_a_branch(person);
        person.opens("#/chi-bo/luu-tru");
        person.taps(button("Lưu bản sao có mã").at(0));
        person.fills("Mã của tệp", CODE);
        person.fills("Gõ lại mã", "khác");
        person.taps(button("Lưu bản sao có mã").at(1));
        person.sees("Hai lần gõ không giống nhau");
        person.fills("Gõ lại mã", CODE);
        person.meets_no_barrier_anywhere();
        person.taps(button("Lưu bản sao có mã").at(1));
        let file = person.takes_download();
        assert_eq!(
            file.name,
            "so-tay_sao-luu-co-ma-chi-bo_chi-bo-van-phong_2026_20261122.json"
        );
        assert!(!file.text.contains("Bình") && !file.text.contains(BRANCH));
        person.sees("Bản sao gần nhất: hôm nay.");

        // At another device, and by its code alone.
        person.browser.js("localStorage.clear(); true");
        person.reloads();
        person.opens("#/chi-bo/bat-dau");
        let path = person.gets(&file);
        person.reloads();
        person.chooses_files("Mở tệp sao lưu chi bộ", &[&path]);
        person.sees("Tệp này có mã.");
        person.fills("Mã của tệp", "đoán mò");
        person.taps(button("Mở tệp"));
        person.sees("Không mở được: mã không đúng, hoặc tệp đã bị sửa hay hỏng");
        person.takes_long_picture("chi-bo-co-ma");
        person.meets_no_barrier_anywhere();
        person.fills("Mã của tệp", CODE);
        person.taps(button("Mở tệp"));
        person.sees("Chi bộ này chưa có trên máy");
        person.taps(button("Thêm chi bộ này vào máy"));
        person.sees("Đã thêm Chi bộ Văn phòng vào máy này.");
        sees_the_branch(person);
    });
}

#[test]
fn a_past_year_goes_to_a_file_and_comes_back() {
    story("2027-02-03 08:00", |person| {
        has_a_branch(person);
        // Somebody's paper of last year.
        person.opens("#/chi-bo/muc-luc");
        person.picks("Năm đang xem", "2026");
        person.opens("#/chi-bo/dang-ky");
        person.taps(button("Trần Thị Bình…"));
        person.taps(button("Ghi bản nộp trên giấy"));
        person.fills(field("Ngày nộp"), "5/3/2026");
        person.taps(button("Ghi bản trên giấy"));
        person.sees("Đã lưu");
        person.opens("#/chi-bo/luu-tru");
        person.taps(button("Cất năm 2026 ra tệp"));
        person.taps(button("Lưu tệp năm 2026"));
        let file = person.takes_download();
        schema::accepts("branch-backup.schema.json", &file.json());
        let path = person.gets(&file);
        person.chooses_files("Mở thử tệp vừa lưu", &[&path]);
        person.sees("Tệp mở được và đủ hồ sơ của năm.");
        person.finds_marked(checkbox("Đã thấy tệp năm 2026…"), "checked", "true");
        person.taps(button("Cất năm 2026 khỏi máy"));
        person.sees("Đã cất năm 2026");
        person.sees("Năm 2026 đã cất ra tệp ngày 03/02/2027");
        person.meets_no_barrier_anywhere();
        person.reloads();
        person.opens("#/chi-bo/luu-tru");
        person.chooses_files("Mở tệp sao lưu chi bộ", &[&path]);
        person.sees("đã cất ra tệp");
        person.taps(button("Đưa năm 2026 trở lại máy"));
        person.sees("Đã đưa năm 2026 trở lại máy này.");
        person.sees("Hồ sơ năm 2026");
    });
}

#[test]
fn a_damaged_branch_is_said_and_comes_back_from_what_the_page_kept() {
    story("2026-11-22 08:00", |person| {
        has_a_branch(person);
        // The end of a sitting is kept.
        person.waits_until("2026-11-23 08:00");
        person.opens(MEETING);
        person.fills(DECIDED, "Giao tổ Một cửa");
        person.sees("Đã lưu");
        // Somebody came since, with a sheet of paper.
        person.opens("#/chi-bo/danh-sach");
        person.taps(button("Thêm người"));
        person.fills("Họ và tên", "Lê Văn Cường");
        person.taps("Quần chúng");
        person.taps(button("Thêm vào danh sách"));
        person.sees("Đã thêm Lê Văn Cường.");
        person.opens("#/chi-bo/dang-ky");
        person.taps(button("Lê Văn Cường…"));
        person.taps(button("Ghi bản nộp trên giấy"));
        person.fills(field("Ngày nộp"), "22/11/2026");
        person.taps(button("Ghi bản trên giấy"));
        person.sees("Đã ghi bản trên giấy");
        person.browser.js(
            "const key = Object.keys(localStorage).find(key => key.startsWith('so-tay/branch/'));
            localStorage.setItem(key, '{'); true",
        );
        person.reloads();
        person.sees("Phần chung của Chi bộ Văn phòng không đọc được. Bản lưu gần nhất có 1 người");
        person.taps(button("Mở bản lưu gần nhất"));
        person.sees("Có phần không đọc được.");
        person.opens("#/chi-bo/danh-sach");
        person.sees("Trần Thị Bình");
        // Whose sheet it is nobody wrote on it; but it is nobody's loss.
        person.sees("Chưa rõ tên");
        person.opens("#/chi-bo/luu-tru");
        person.sees("Phần chung của một chi bộ không đọc được");
        person.taps(button("Lưu phần hỏng ra tệp"));
        assert_eq!(person.takes_download().text, "{");
        person.taps(button("Bỏ phần này"));
        person.sees_no("Phần chung của một chi bộ không đọc được");
        person.opens("#/chi-bo/danh-sach");
        person.sees_no("Có phần không đọc được.");
    });
}
