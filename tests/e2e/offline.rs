//! Without a network: one visit is enough for good.

use crate::habits::FILES;
use crate::support::{button, field, link, story};

#[test]
fn one_visit_is_enough_to_open_the_page_without_a_network() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.sees("Sổ tay làm theo");
        person.can_go_offline();
        assert_eq!(
            person.site.wasted(),
            Vec::<String>::new(),
            "every file comes once"
        );

        person.loses_signal();
        person.closes_everything();
        person.comes_back();
        person.sees("Sổ tay làm theo");
        person.trusts("!document.getElementById('start')");
    });
}

#[test]
fn after_the_first_visit_no_screen_asks_the_host_for_anything() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.can_go_offline();
        assert_eq!(person.site.wasted(), Vec::<String>::new());
        person.site.forgets();
        for route in [
            "#/",
            "#/dang-ky",
            "#/dang-ky/kiem-tra",
            "#/tu-danh-gia/2026-10",
            "#/chuan-muc",
            "#/gui",
            "#/cai-dat",
            "#/bat-dau",
        ] {
            person.opens(route);
            person.trusts("document.querySelector('h1') !== null");
        }
        assert!(
            person.site.fetched().is_empty(),
            "{:?}",
            person.site.fetched()
        );
    });
}

#[test]
fn writing_goes_on_without_a_network_and_all_of_it_is_there_afterwards() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.can_go_offline();
        person.goes_to("Đăng ký");
        person.taps(button("Viết việc thứ nhất"));
        person.fills("Việc gì sẽ làm?", FILES.action);

        // In the middle of a sentence the signal goes, and the person reloads.
        person.loses_signal();
        person.reloads();
        person.sees_in("Việc gì sẽ làm?", FILES.action);
        person.goes_on("bước 2 trên 5");
        person.fills("Làm sao biết là đã làm được?", FILES.measure);
        person.goes_on("bước 3 trên 5");
        person.fills("Đến bao giờ?", FILES.deadline);
        person.sees("Đã lưu");

        person.closes_everything();
        person.comes_back();
        person.goes_to("Đăng ký");
        person.sees("Đã xong 1 việc.");
        person.hands_in();
        person.goes_to("Hôm nay");
        person.taps(link("Tháng 10: đang đến hạn"));
        person.rates(1, "Tốt");
        person.fills(field("Minh chứng gửi chi bộ"), "41/42 hồ sơ trong ngày");
        person.taps(button("Xong tháng 10"));
        person.sees("Đã lưu");

        // The battery: what was on the screen as saved some seconds ago is on the disk.
        std::thread::sleep(std::time::Duration::from_secs(7));
        person.battery_dies();
        person.comes_back();
        person.opens("#/tu-danh-gia/2026-10");
        person.sees("Đã xong tháng 10, ghi ngày 03/11.");
        person.sees_in("Minh chứng gửi chi bộ", "41/42 hồ sơ trong ngày");

        // And it still goes out, when there is a network again or not.
        person.goes_to("Gửi");
        person.taps(crate::support::checkbox("Tôi đồng ý đưa…"));
        person.taps(button("Lưu tệp"));
        assert_eq!(
            person.takes_download().json()["payload"]["profile"]["name"],
            "Trần Thị Bình"
        );
    });
}
