//! When the phone keeps nothing, has no room, or what it kept is damaged: said loudly, and nothing
//! is lost.

use serde_json::json;

use crate::habits::{FILES, hand_over};
use crate::support::{Person, button, field, schema, story};

const DENIED: &str = "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })";
const NOT_KEPT: &str = "Trình duyệt này không cho trang lưu dữ liệu.";

/// To another program, which is a new load of the page: the person is asked first, and stays.
fn is_asked_before_all_is_lost(person: &mut Person, route: &str) {
    person
        .browser
        .js("window.confirm = question => { window.asked = question; return false; }; true");
    person
        .browser
        .js(&format!("location.hash = '{route}'; true"));
    person.trusts(
        "window.asked === 'Có điều chưa lưu được trên máy này, rời màn hình này sẽ mất. Vẫn rời?'",
    );
    person.trusts(&format!("location.hash !== '{route}'"));
}

#[test]
fn where_storage_is_denied_the_desk_lives_and_says_so() {
    story("2026-11-22 08:00", |person| {
        person.is_haunted_by(DENIED);
        person.opens("#/chi-bo");
        person.sees(NOT_KEPT);
        // There is nothing yet to take along.
        person.finds(button("Bắt đầu"));
        person.sees_no("Lưu bản sao ra tệp");
        person.begins_a_branch("Chi bộ Văn phòng");
        person.sees("Không lưu");
        person.opens("#/chi-bo/danh-sach");
        person.taps(button("Thêm người"));
        person.fills("Họ và tên", "Trần Thị Bình");
        person.taps("Đảng viên");
        person.taps(button("Thêm vào danh sách"));
        person.sees("Đã thêm Trần Thị Bình.");
        let sent = person.has_file("phieu.json", hand_over("Trần Thị Bình", 1, 1, "2026-11-20"));
        person.looks_into(&[sent]);
        person.taps(button("Nhận 1 phiếu"));
        person.sees("Đã nhận");
        person.opens("#/chi-bo/dang-ky");
        person.sees("Có 1/1 đảng viên");
        person.sees(NOT_KEPT);
        person.takes_picture("loi-khong-luu-chi-bo");
        person.meets_no_barrier();
        is_asked_before_all_is_lost(person, "#/");
        person.sees("Có 1/1 đảng viên");
        person.taps(button("Lưu bản sao ra tệp"));
        let backup = person.takes_download().json();
        schema::accepts("branch-backup.schema.json", &backup);
        let branch = &backup["payload"]["branch"];
        assert_eq!(branch["roster"]["people"][0]["name"], "Trần Thị Bình");
        assert!(backup["payload"]["dossiers"][0]["received"].is_object());
    });
}

#[test]
fn where_storage_is_denied_the_page_lives_and_says_so() {
    story("2026-11-03 08:00", |person| {
        person.is_haunted_by(DENIED);
        person.opens("");
        person.sees(NOT_KEPT);
        person.fills("Họ và tên", "Trần Thị Bình");
        person.taps(button("Bắt đầu sổ tay…"));
        person.is_at("#/");
        person.sees("Trần Thị Bình · 2026");
        person.sees("Không lưu");
        person.goes_to("Đăng ký");
        person.writes(&FILES);
        person.sees(NOT_KEPT);
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
        is_asked_before_all_is_lost(person, "#/giay-to");
        person.sees("Trần Thị Bình · 2026");
    });
}

#[test]
fn a_private_window_says_where_a_file_can_be_restored() {
    story("2026-11-03 08:00", |person| {
        person.is_haunted_by(DENIED);
        person.opens("#/du-lieu/khoi-phuc");
        person.sees("Mở trang trong cửa sổ thường của trình duyệt");
        person.sees_no("Từ bản sao lưu");
        person.takes_picture("khoi-phuc-an-danh");
        person.meets_no_barrier_anywhere();
        // What was being typed can be read all the same.
        let file = json!({
            "format": "so-tay/rescue", "version": 1, "exported_at": "2026-11-03T01:00:00.000Z",
            "kept": { "so-tay/settings": "{}" }, "typed": [["viec", "đang viết dở"]],
        });
        let file = person.has_file("so-tay_cuu-ho.json", file.to_string());
        person.opens("#/du-lieu/cuu-ho");
        person.chooses_files("Chọn tệp cứu hộ…", &[&file]);
        person.sees("đang viết dở");
        person.taps(button("Đưa trở lại máy"));
        person.sees("Chưa đưa trở lại được, máy vẫn như trước.");
        person.sees("mở trang trong cửa sổ thường");
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
