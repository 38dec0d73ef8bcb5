//! The sample: to look around in, marked everywhere, kept nowhere, gone with one tap.

use crate::support::{button, checkbox, field, link, story};

const MARK: &str = "Đây là sổ tay mẫu.";

#[test]
fn the_sample_is_marked_on_every_screen_kept_nowhere_and_gone_with_one_tap() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.taps(button("Xem thử sổ tay mẫu"));
        person.is_at("#/");
        person.sees(MARK);
        person.sees("Sổ mẫu");
        person.finds(link("Tháng 4: đánh giá muộn"));
        person.finds(link("Tháng 7: còn thiếu"));
        for route in [
            "#/dang-ky",
            "#/dang-ky/viec-1/1",
            "#/dang-ky/kiem-tra",
            "#/tu-danh-gia/2026-09",
            "#/chuan-muc",
            "#/gui",
            "#/cai-dat",
            "#/bat-dau",
            "#/",
        ] {
            person.opens(route);
            person.sees(MARK);
            person.sees("Sổ mẫu");
        }

        // Writing in it is fine and goes nowhere; nothing of it can be sent.
        person.opens("#/tu-danh-gia/2026-10");
        person.fills(field("Minh chứng gửi chi bộ").at(0), "chỉ là thử");
        person.taps(button("Xong tháng 10"));
        person.goes_to("Gửi");
        person.taps(checkbox("Tôi đồng ý đưa…"));
        person.sees("Sổ mẫu không gửi đi được.");
        std::thread::sleep(std::time::Duration::from_secs(1));
        assert_eq!(person.stored(), serde_json::json!({}));

        person.taps(button("Bỏ sổ mẫu"));
        person.sees("Sổ tay của riêng mình");
        person.sees_no(MARK);
        assert_eq!(person.stored(), serde_json::json!({}));
        person.reloads();
        person.sees("Sổ tay của riêng mình");
    });
}

#[test]
fn a_handbook_begun_from_within_the_sample_holds_nothing_of_it() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.taps(button("Xem thử sổ tay mẫu"));
        person.sees(MARK);
        person.opens("#/bat-dau");
        person.sees("Hoặc tự điền");
        person.sees_in("Họ và tên", "");
        person.fills("Họ và tên", "Lê Văn Cường");
        person.taps(button("Bắt đầu sổ tay…"));
        person.sees("Lê Văn Cường · 2026");
        person.sees_no(MARK);
        person.sees("Viết bản đăng ký năm 2026");
        person.sees("Đã lưu");
        let kept = person.kept_handbooks();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0]["pack"]["version"], "own");
        assert_eq!(kept[0]["profile"]["branch"], "");
    });
}
