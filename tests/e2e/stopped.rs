//! A program that stops in the middle: a plain page says so without it, everything can be taken along,
//! and comes back.

use crate::habits::FILES;
use crate::support::{Person, button, field, link, story};

/// Makes the program trap, as a defect would: it is called with what no caller of its own would give.
pub fn the_program_stops(person: &mut Person) {
    person.watch.expects("RuntimeError");
    person.watch.expects("panicked at"); // of a quick build
    person.browser.js(
        "(async () => {
            const programs = { 'chi-bo': 'desk', 'du-lieu': 'data', 'giay-to': 'papers' };
            const program = programs[location.hash.match(/^#.([\\w-]*)/)?.[1]];
            const names = document.querySelector('meta[name=programs]').content.split(' ');
            const file = names.find(name => name.startsWith(program));
            const own = file ? new URL(`${file}.js`, document.baseURI).href : document.getElementById('app-js').href;
            await window.__phone.traps(own);
        })(); true",
    );
    person.sees("Sổ tay vừa gặp lỗi nên phải dừng.");
    person.sees("Những gì đã ghi trên máy này vẫn còn nguyên.");
}

#[test]
fn a_handbook_that_stopped_is_taken_along_and_comes_back() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.opens("#/tu-danh-gia/2026-10");
        person.sees("Đã lưu");
        let before = person.stored();
        person.fills("Ghi chú riêng", "Viết dở lúc dừng.");
        the_program_stops(person);
        person.takes_picture("loi-dung");
        person.meets_no_barrier();
        person.taps(button("Lưu tất cả ra tệp"));
        let file = person.takes_download();
        assert_eq!(file.name, "so-tay_cuu-ho_20261103.json");
        let rescue = file.json();
        for (name, text) in before.as_object().expect("texts") {
            // The open one may have been saved once more, with the last words.
            let kept = rescue["kept"][name].as_str().expect("kept");
            let text = text.as_str().expect("a text");
            assert!(kept == text || kept.contains("Viết dở lúc dừng."), "{name}");
        }
        assert!(
            rescue.to_string().contains("Viết dở lúc dừng."),
            "what stood on the screen"
        );
        person.taps(button("Tải lại"));
        person.sees("Tháng 10");

        // Into an empty phone.
        person.browser.js("localStorage.clear(); true");
        person.reloads();
        person.sees("Sổ tay của riêng mình");
        let file = person.has_file("cuu ho.txt", &file.text);
        // The usual door says where to go.
        person.opens("#/du-lieu/khoi-phuc");
        person.chooses_files("Khôi phục từ tệp…", &[&file]);
        person.sees("Đây là tệp cứu hộ: hãy mở ở Cài đặt, mục Dữ liệu của tôi");
        person.opens("#/du-lieu");
        person.taps(link("Khôi phục, lấy lại"));
        person.taps(link("Mở tệp cứu hộ"));
        person.chooses_files("Chọn tệp cứu hộ…", &[&file]);
        person.sees("phần đã lưu trên máy.");
        person.takes_picture("chuyen-cuu-ho");
        person.meets_no_barrier();
        person.taps(button("Đưa trở lại máy"));
        person.sees("Đã đưa trở lại");
        person.taps(link("Mở sổ tay"));
        person.sees("Trần Thị Bình · 2026");
        let after = person.stored();
        for (name, text) in rescue["kept"].as_object().expect("texts") {
            assert!(
                name.ends_with("/settings") || after[name] == *text,
                "{name}"
            );
        }
    });
}

#[test]
fn a_desk_that_stopped_gives_out_what_it_keeps() {
    story("2026-11-03 08:00", |person| {
        person.opens("#/chi-bo");
        person.begins_a_branch("Chi bộ Văn phòng");
        the_program_stops(person);
        person.taps(button("Lưu tất cả ra tệp"));
        let rescue = person.takes_download().json();
        assert_eq!(rescue["kept"], person.stored());
        person.taps(button("Tải lại"));
        person.sees("Chi bộ Văn phòng");
    });
}

#[test]
fn the_data_and_the_papers_stop_in_the_same_way() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.sees("Đã lưu");
        for (route, said) in [
            ("#/du-lieu", "Được giữ gìn thế nào"),
            ("#/giay-to/tong-ket", "Kết quả việc 1"),
        ] {
            person.opens(route);
            person.sees(said);
            the_program_stops(person);
            person.taps(button("Lưu tất cả ra tệp"));
            let rescue = person.takes_download().json();
            assert_eq!(rescue["kept"], person.stored(), "{route}");
            person.taps(button("Tải lại"));
            person.sees(said);
        }
    });
}

/// The browser's own store of what it has fetched.
fn forgets_downloads(person: &Person) {
    let params = serde_json::json!({});
    person.browser.cdp("Network.clearBrowserCache", params);
}

/// One that arrives damaged, with no copy on the device to fall back on.
#[test]
fn a_program_that_does_not_start_gives_out_what_is_kept() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.begins_a_branch("Chi bộ Văn phòng");
        person.sees("Đã lưu");
        person.can_go_offline();
        let kept = person.stored();
        person.watch.expects("CompileError");
        person.watch.expects("Failed to find a valid digest");
        person.site.spoils(Some(".wasm"));
        for route in ["#/", "#/chi-bo", "#/du-lieu", "#/giay-to"] {
            person.browser.js(
                "Promise.all([
                    navigator.serviceWorker.getRegistrations().then(all => Promise.all(all.map(one => one.unregister()))),
                    caches.keys().then(all => Promise.all(all.map(one => caches.delete(one)))),
                ]).then(() => true)",
            );
            person.opens(route);
            forgets_downloads(person);
            person.reloads();
            person.sees("Trình duyệt này không chạy được sổ tay");
            person.meets_no_barrier();
            person.taps(button("Lưu tất cả ra tệp"));
            let file = person.takes_download();
            assert_eq!(file.json()["kept"], kept, "{route}");
        }
        person.site.spoils(None);
        forgets_downloads(person);
        person.taps(button("Tải lại"));
        person.sees("Giấy tờ của năm 2026");
        assert_eq!(person.stored(), kept);
    });
}

#[test]
fn where_downloads_fail_the_share_sheet_takes_it() {
    story("2026-11-03 08:00", |person| {
        person.uses("Mozilla/5.0 (Linux; Android 13) Chrome/120 Zalo android/23.11");
        person.shares(crate::support::Share::LikeChrome);
        person.begins();
        person.goes_to("Đăng ký");
        person.writes(&FILES);
        person.sees("Đã lưu");
        the_program_stops(person);
        person.taps(button("Lưu tất cả ra tệp"));
        let shared = person.takes_shared_file();
        assert_eq!(shared.name, "so-tay_cuu-ho_20261103.txt");
        assert!(shared.text.contains(FILES.action));
        person.taps("Xem và chép");
        person.finds(field("Xem và chép"));
    });
}
