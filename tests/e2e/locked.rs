//! A passcode locks what is kept: nothing of it can be read on the device, everything is there with the
//! code, and turning it off leaves what was there before.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::habits::FILES;
use crate::stopped::the_program_stops;
use crate::support::{Person, button, link, radio, story};

const CODE: &str = "hồ sơ đúng hẹn";

/// From the screen of the lock, which stands open.
fn turns_it_on(person: &mut Person) {
    person.opens("#/du-lieu/khoa");
    person.fills("Mã khóa", CODE);
    person.fills("Gõ lại mã", CODE);
    person.taps(button("Bật khóa"));
    person.sees("Khóa đang bật.");
}

fn unlocks(person: &mut Person) {
    person.sees("Sổ tay đang khóa");
    person.fills("Mã khóa", CODE);
    person.taps(button("Mở khóa"));
}

fn shows(stored: &Value, words: &str) -> bool {
    stored.to_string().contains(words)
}

#[test]
fn a_handbook_is_locked_and_opened_and_the_lock_is_turned_off() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.goes_to("Đăng ký");
        person.writes(&FILES);
        person.sees("Đã lưu");
        let before = person.stored();
        assert!(shows(&before, FILES.action));

        // Mistakes are told at the field, and change nothing.
        person.opens("#/du-lieu");
        person.taps(link("Khóa sổ tay bằng mã"));
        person.fills("Mã khóa", "12345");
        person.taps(button("Bật khóa"));
        person.sees("Mã quá ngắn: cần ít nhất 6 chữ hoặc số");
        person.fills("Mã khóa", CODE);
        person.fills("Gõ lại mã", "khác khác");
        person.taps(button("Bật khóa"));
        person.sees("Hai lần gõ không giống nhau");
        person.takes_long_picture("khoa-chua-bat");
        assert_eq!(person.stored(), before);
        person.meets_no_barrier_anywhere();

        turns_it_on(person);
        person.takes_long_picture("khoa-dang-bat");
        person.meets_no_barrier_anywhere();
        let locked = person.stored();
        assert!(!shows(&locked, FILES.action) && !shows(&locked, "Bình"));
        // The tab that has turned it on goes on without being asked, into another program too.
        person.opens("#/dang-ky");
        person.sees(FILES.action);
        assert_eq!(
            person.browser.js("sessionStorage.length"),
            0,
            "the key is handed over for a moment only"
        );
        person.writes(&crate::habits::PAPER);
        person.sees("Đã lưu");
        assert!(!shows(&person.stored(), crate::habits::PAPER.action));

        person.closes_everything();
        person.comes_back();
        person.sees("Sổ tay đang khóa");
        person.sees_no("Trần Thị Bình");
        person.takes_picture("khoa-hoi-ma");
        person.meets_no_barrier_anywhere();
        person.fills("Mã khóa", "đoán mò thôi");
        person.taps(button("Mở khóa"));
        person.sees("Mã không đúng.");
        unlocks(person);
        person.sees("Trần Thị Bình · 2026");
        person.opens("#/dang-ky");
        person.sees(crate::habits::PAPER.action);

        // Another code; then none.
        person.opens("#/du-lieu/khoa");
        person.taps(button("Đổi mã").at(0));
        person.fills("Mã đang dùng", "không phải");
        person.fills("Mã mới", "mã mới 2027");
        person.fills("Gõ lại mã mới", "mã mới 2027");
        person.taps(button("Đổi mã").at(1));
        person.sees("Mã không đúng: chưa đổi gì");
        person.fills("Mã đang dùng", CODE);
        person.taps(button("Đổi mã").at(1));
        person.sees("Đã đổi mã.");
        person.taps(button("Khóa ngay"));
        unlocks(person);
        person.sees("Mã không đúng.");
        person.fills("Mã khóa", "mã mới 2027");
        person.taps(button("Mở khóa"));
        person.sees("Khóa đang bật.");
        person.taps(button("Tắt khóa").at(0));
        person.fills("Mã đang dùng", "mã mới 2027");
        person.taps(button("Tắt khóa").at(1));
        person.finds(button("Bật khóa"));
        let after = person.stored();
        assert!(shows(&after, FILES.action) && !shows(&after, "so-tay/lock"));
        person.opens("#/dang-ky");
        person.sees(crate::habits::PAPER.action);
    });
}

/// A program that stops under a lock gives out its texts as they lie there, locked.
fn is_rescued_locked(person: &mut Person) -> PathBuf {
    person.begins();
    person.goes_to("Đăng ký");
    person.writes(&FILES);
    person.sees("Đã lưu");
    turns_it_on(person);
    person.opens("#/");
    person.sees("Trần Thị Bình · 2026");
    the_program_stops(person);
    person.taps(button("Lưu tất cả ra tệp"));
    let rescue = person.takes_download();
    assert!(!rescue.text.contains(FILES.action) && !rescue.text.contains("Bình"));
    person.has_file("so-tay_cuu-ho.json", &rescue.text)
}

/// From the screen that says what the file holds, to the handbook.
fn puts_back(person: &mut Person, file: &Path) {
    person.chooses_files("Chọn tệp cứu hộ…", &[file]);
    person.taps(button("Đưa trở lại máy"));
    person.sees("Đã đưa trở lại");
    person.taps(link("Mở sổ tay"));
}

#[test]
fn what_was_rescued_stays_locked_and_comes_back_with_its_code() {
    story("2026-11-03 08:00", |person| {
        let file = is_rescued_locked(person);

        // One text is lost, on a device that is locked with the same code.
        person.browser.js(
            "for (const key of Object.keys(localStorage)) if (key.includes('/handbook/')) delete localStorage[key]; true",
        );
        person.opens("#/du-lieu/cuu-ho");
        person.reloads();
        unlocks(person);
        puts_back(person, &file);
        person.sees("Trần Thị Bình · 2026");
        person.opens("#/dang-ky");
        person.sees(FILES.action);
        assert!(!shows(&person.stored(), FILES.action));

        // All of it is lost.
        person.browser.js("localStorage.clear(); true");
        person.opens("#/du-lieu/cuu-ho");
        person.reloads();
        puts_back(person, &file);
        unlocks(person);
        person.sees("Trần Thị Bình · 2026");
    });
}

#[test]
fn what_was_rescued_under_one_lock_comes_in_under_another_by_its_own_code() {
    story("2026-11-03 08:00", |person| {
        let file = is_rescued_locked(person);

        // A device with a handbook of its own, first open, then locked with another code.
        person.browser.js("localStorage.clear(); true");
        person.reloads();
        person.begins();
        person.opens("#/du-lieu/cuu-ho");
        person.chooses_files("Chọn tệp cứu hộ…", &[&file]);
        person.sees("máy này không khóa bằng mã ấy");
        person.fills("Mã khóa lúc lưu tệp", "đoán mò");
        person.taps(button("Đưa trở lại máy"));
        person.sees("Mã không đúng với tệp này: chưa đưa gì vào máy");
        person.takes_long_picture("cuu-ho-khoa-khac");
        person.meets_no_barrier_anywhere();
        assert!(!shows(&person.stored(), "so-tay/lock"));
        person.opens("#/du-lieu/khoa");
        person.fills("Mã khóa", "mã của máy này");
        person.fills("Gõ lại mã", "mã của máy này");
        person.taps(button("Bật khóa"));
        person.sees("Khóa đang bật.");
        person.opens("#/du-lieu/cuu-ho");
        person.chooses_files("Chọn tệp cứu hộ…", &[&file]);
        person.fills("Mã khóa lúc lưu tệp", CODE);
        person.taps(button("Đưa trở lại máy"));
        person.sees("Đã đưa trở lại 1 phần");
        assert!(!shows(&person.stored(), FILES.action));
        // Known at once, and after the next load.
        person.opens("#/du-lieu");
        person.sees("1 việc");
        person.reloads();
        person.fills("Mã khóa", "mã của máy này");
        person.taps(button("Mở khóa"));
        person.sees("1 việc");
    });
}

/// `scripts/e2e.sh --ignored --nocapture a_code_takes` prints it.
#[test]
#[ignore = "measures"]
fn how_long_a_code_takes_on_a_slow_phone() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        turns_it_on(person);
        person.taps(button("Khóa ngay"));
        person.sees("Sổ tay đang khóa");
        person.browser.js(
            "window.long = []; new PerformanceObserver(list => { for (const { duration } of list.getEntries()) long.push(duration); }).observe({ type: 'longtask' }); true",
        );
        person.browser.cdp(
            "Emulation.setCPUThrottlingRate",
            serde_json::json!({ "rate": 6 }),
        );
        // A wrong one takes as long as the right one does.
        person.fills("Mã khóa", "đoán mò thôi");
        person.browser.js("long = []; true");
        person.taps(button("Mở khóa"));
        person.sees("Mã không đúng.");
        let longest = person.until("a long task", || {
            let longest = person.browser.try_js("Math.max(...long)")?;
            longest.as_f64().ok_or_else(|| "none yet".to_owned())
        });
        println!("a code takes {longest:.0} ms at 6x CPU throttling");
    });
}

#[test]
fn it_locks_itself_when_it_was_left() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        turns_it_on(person);
        person.finds_marked(radio("Rời trang quá 5 phút"), "checked", "true");
        person.taps(radio("Rời trang quá 15 phút").within("Tự khóa"));
        person.opens("#/du-lieu/khoa");
        person.reloads();
        unlocks(person);
        person.finds_marked(radio("Rời trang quá 15 phút"), "checked", "true");
        person.taps(radio("Rời trang quá 1 phút").within("Tự khóa"));
        person.opens("#/tu-danh-gia/2026-10");
        person.fills("Ghi chú riêng", "Viết dở rồi đi.");
        let leaves = "Object.defineProperty(document, 'hidden', { configurable: true, value: true }); document.dispatchEvent(new Event('visibilitychange')); true";
        let returns =
            "delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); true";
        person.browser.js(leaves);
        person.browser.js(returns);
        person.sees_in("Ghi chú riêng", "Viết dở rồi đi.");
        person.browser.js(leaves);
        person.waits_until("2026-11-03 08:02");
        person.browser.js(returns);
        unlocks(person);
        person.sees_in("Ghi chú riêng", "Viết dở rồi đi.");
    });
}

#[test]
fn another_tab_is_locked_too_and_a_forgotten_code_is_the_end() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.opens_second_tab("#/dang-ky");
        person.taps(button("Viết việc thứ nhất"));
        person.fills("Việc gì sẽ làm?", FILES.action);
        person.sees("Đã lưu");
        person.looks_at_tab(0);
        turns_it_on(person);
        person.looks_at_tab(1);
        person.sees("Sổ tay đang khóa");
        person.taps("Quên mã");
        person.sees("Không có cách nào mở lại khi quên mã");
        person.fills("Gõ “xóa hết” để xác nhận", "xóa hết");
        person.taps(button("Xóa tất cả"));
        person.sees("Đã xóa hết");
        assert_eq!(person.stored(), serde_json::json!({}));
    });
}

#[test]
fn the_desk_is_locked_with_the_same_code_and_works_without_a_network() {
    story("2026-11-03 08:00", |person| {
        person.begins_a_branch("Chi bộ Văn phòng");
        person.can_go_offline();
        person.opens("#/chi-bo/luu-tru");
        person.taps(link("Khóa bằng mã"));
        person.finds(button("Bật khóa"));
        turns_it_on(person);
        person.finds_marked(radio("Rời trang quá 5 phút"), "checked", "true");
        person.loses_signal();
        person.closes_everything();
        person.comes_back();
        person.opens("#/chi-bo");
        unlocks(person);
        person.finds(link("Chi bộ Văn phòng · …"));
        person.sees("Đã lưu");
    });
}
