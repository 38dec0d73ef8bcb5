//! When the phone keeps nothing, has no room, or what it kept is damaged: said loudly, and nothing
//! is lost.

use serde_json::json;

use crate::habits::FILES;
use crate::support::{button, field, schema, story};

#[test]
fn where_storage_is_denied_the_page_lives_and_says_so() {
    story("2026-11-03 08:00", |person| {
        person.is_haunted_by(
            "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })",
        );
        person.opens("");
        person.sees("Trình duyệt này không cho trang lưu dữ liệu.");
        person.fills("Họ và tên", "Trần Thị Bình");
        person.taps(button("Bắt đầu sổ tay…"));
        person.is_at("#/");
        person.sees("Trần Thị Bình · 2026");
        person.sees("Không lưu");
        person.goes_to("Đăng ký");
        person.writes(&FILES);
        person.sees("Trình duyệt này không cho trang lưu dữ liệu.");
        person.takes_picture("loi-khong-luu");
        person.taps(button("Lưu bản sao ra tệp"));
        let backup = person.takes_download().json();
        schema::accepts("backup.schema.json", &backup);
        let handbook = &backup["payload"]["handbooks"][0];
        assert_eq!(handbook["pledge"]["draft"][0]["action"], FILES.action);
        person.hands_in();
        person.goes_to("Gửi");
        person.taps(crate::support::checkbox("Tôi đồng ý đưa…"));
        person.taps(button("Lưu tệp"));
        schema::accepts("handover.schema.json", &person.takes_download().json());
    });
}

#[test]
fn a_full_storage_is_said_loudly_and_what_is_on_the_screen_can_be_taken_along() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.goes_to("Đăng ký");
        person.taps(button("Viết việc thứ nhất"));
        person.fills("Việc gì sẽ làm?", "Việc cũ");
        person.sees("Đã lưu");
        let before = person.kept_handbooks();
        person.runs_out_of_room();
        person.fills("Việc gì sẽ làm?", FILES.action);
        person.sees("Chưa lưu được: máy đã hết chỗ cho trang này.");
        person.sees("Nội dung vừa viết vẫn còn trên màn hình.");
        person.takes_picture("loi-het-cho");
        assert_eq!(person.kept_handbooks(), before, "what was saved stays");

        // The page lives on, and the sign stays on every screen.
        person.goes_on("bước 2 trên 5");
        person.fills("Làm sao biết là đã làm được?", FILES.measure);
        person.goes_to("Hôm nay");
        person.sees("Chưa lưu được: máy đã hết chỗ");
        person.taps(button("Lưu bản sao ra tệp"));
        let backup = person.takes_download().json();
        let draft = &backup["payload"]["handbooks"][0]["pledge"]["draft"][0];
        assert_eq!(draft["action"], FILES.action);
        assert_eq!(draft["measure"], FILES.measure);

        // Still full: tried at once, nothing is left waiting for its moment.
        person.taps(button("Lưu lại lần nữa"));
        person.sees("Chưa lưu được: máy đã hết chỗ");
        person.makes_room();
        person.taps(button("Lưu lại lần nữa"));
        person.sees("Đã lưu");
        person.sees_no("Chưa lưu được");
        assert_eq!(
            person.kept_handbooks()[0]["pledge"]["draft"][0]["measure"],
            FILES.measure
        );
    });
}

#[test]
fn a_phone_that_was_full_before_the_page_opened_still_shows_what_it_keeps() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.is_haunted_by(
            "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') }",
        );
        person.reloads();
        person.sees("Trần Thị Bình · 2026");
        person.opens("#/tu-danh-gia/2026-10");
        person.fills(field("Minh chứng gửi chi bộ").at(0), "46/46 hồ sơ");
        person.sees("máy đã hết chỗ cho trang này");
        person.sees_in(field("Minh chứng gửi chi bộ").at(0), "46/46 hồ sơ");
    });
}

#[test]
fn a_damaged_handbook_is_kept_as_it_is_and_the_rest_works() {
    story("2013-02-10 08:00", |person| {
        person.restores(&crate::habits::golden("backup-2012.json"));
        person.sees("Trần Thị Bình · 2013");
        let damaged = person
            .browser
            .js("(() => {
                const key = Object.keys(localStorage).find(key => key.startsWith('so-tay/handbook/0c7d'));
                const text = localStorage[key].replace('trong ngày', 'trong ngài');
                localStorage[key] = text;
                return text;
            })()")
            .as_str()
            .expect("text")
            .to_owned();
        person.reloads();
        person.sees("Trần Thị Bình · 2013");
        person.sees("Đã lưu");
        // The rest works.
        person.goes_to("Đăng ký");
        person.writes(&FILES);
        person.sees("Đã lưu");

        person.opens("#/du-lieu/khoi-phuc");
        person.sees("Sổ tay năm 2012 của Trần Thị Bình, có chỗ bị hỏng");
        person.sees("Phần này được để riêng, nguyên như cũ");
        person.takes_long_picture("loi-phan-hong");
        person.taps(button("Lưu phần hỏng ra tệp"));
        let file = person.takes_download();
        assert_eq!(file.name, "so-tay_phan-hong.txt");
        assert_eq!(file.text, damaged, "to the last byte");
        let stored = person.stored();
        let kept = stored.as_object().into_iter().flatten();
        assert!(
            kept.clone().any(|(_, text)| *text == json!(damaged)),
            "the damaged text is still on the phone: {stored:#}"
        );
        person.reloads();
        person.sees("có chỗ bị hỏng");
        person.taps(button("Bỏ phần này"));
        person.sees_no("có chỗ bị hỏng");
        person.reloads();
        person.sees("Từ bản sao lưu");
        person.sees_no("có chỗ bị hỏng");
    });
}

#[test]
fn rubbish_in_the_place_of_everything_does_not_stop_the_page() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.browser.js(
            "for (const key of Object.keys(localStorage)) localStorage[key] = '{\"half\":'; true",
        );
        person.reloads();
        person.sees("Sổ tay của riêng mình");
        person.opens("#/du-lieu/khoi-phuc");
        person.sees("Một sổ tay không đọc được");
        person.sees("Cài đặt không đọc được");
        person.begins();
        person.sees("Trần Thị Bình · 2026");
        assert!(person.stored().to_string().contains("{\\\"half\\\":"));
    });
}
