//! After handing in: a change is shown as a difference, handed in again as a revision, or dropped.

use crate::habits::{FILES, PAPER};
use crate::support::{Person, button, field, link, story};

fn has_handed_in_two(person: &mut Person) {
    person.begins();
    person.goes_to("Đăng ký");
    person.writes(&FILES);
    person.writes(&PAPER);
    person.sees("Đã đủ 2 việc.");
    person.hands_in();
}

#[test]
fn a_change_is_shown_as_a_difference_and_handed_in_as_revision_2() {
    story("2026-02-10 08:00", |person| {
        has_handed_in_two(person);
        person.waits_until("2026-03-20 08:00");
        person.reloads();
        person.taps(link("Sửa: Làm sao biết là đã làm được").at(0));
        person.fills(
            "Làm sao biết là đã làm được?",
            "Mỗi tháng không quá 1 hồ sơ trễ hẹn",
        );
        person.goes_on("bước 3 trên 5");
        person.goes_to("Đăng ký");
        person.sees("Sửa lần 2");
        person.goes_to("Hôm nay");
        person.sees("Đang sửa, chưa nộp lại");
        person.goes_to("Đăng ký");

        person.taps(link("Kiểm tra lại và hoàn tất"));
        person.sees("Khác gì với bản nộp 10/02");
        person.sees("Việc 1 · Làm sao biết là đã làm được");
        person.trusts(&format!(
            "document.querySelector('del').textContent === '{}'",
            FILES.measure
        ));
        person.trusts(
            "document.querySelector('ins').textContent === 'Mỗi tháng không quá 1 hồ sơ trễ hẹn'",
        );
        person.takes_long_picture("chuyen-sua-dang-ky");
        person.taps(button("Ghi là đã nộp lại"));
        person.sees_no("Khác gì với bản nộp");
        person.sees_in(field("Ngày thông qua trước tập thể"), "20/03/2026");
        person.sees("Đã lưu");

        let kept = person.kept_handbooks();
        let revisions = kept[0]["pledge"]["revisions"]
            .as_array()
            .expect("revisions");
        assert_eq!(revisions.len(), 2);
        assert_eq!(revisions[0]["commitments"][0]["measure"], FILES.measure);
        assert_eq!(revisions[1]["number"], 2);
        assert_eq!(revisions[1]["submitted_on"], "2026-03-20");
        person.goes_to("Gửi");
        person.sees("nộp lần 2, 2 việc");
        person.sees("Bản đăng ký: 2 việc, 2 lần nộp");
    });
}

#[test]
fn changes_can_be_dropped() {
    story("2026-02-10 08:00", |person| {
        has_handed_in_two(person);
        person.taps(link("Sửa: Việc sẽ làm").at(1));
        person.fills("Việc gì sẽ làm?", "Giảm một nửa số cuộc họp ở phòng");
        person.goes_to("Đăng ký");
        person.taps(button("…Thêm việc"));
        person.fills("Việc gì sẽ làm?", "Đọc “Đường cách mệnh” tại thư viện xã");
        person.goes_to("Đăng ký");
        person.taps(link("Kiểm tra lại và hoàn tất"));
        person.sees("Thêm việc: Đọc “Đường cách mệnh” tại thư viện xã");
        person.taps(button("Bỏ các thay đổi này"));
        person.sees_no("Khác gì với bản nộp");
        person.sees(PAPER.action);
        person.finds(field("Ngày thông qua trước tập thể"));
        person.taps(link("Về danh sách việc"));
        person.sees("Đã nộp");
        person.sees_no("Đường cách mệnh");
    });
}

#[test]
fn a_commitment_that_was_removed_can_be_had_back() {
    story("2026-02-10 08:00", |person| {
        has_handed_in_two(person);
        person.taps(link("Về danh sách việc"));
        person.taps(link("1 Giải quyết hồ sơ…"));
        person.taps(button("Bỏ việc này"));
        person.is_at("#/dang-ky");
        person.sees(&format!("Đã bỏ “{}”.", FILES.action));
        person.sees("Đã xong 1 việc.");
        person.takes_picture("chuyen-bo-viec");
        person.taps(button("Hoàn tác"));
        person.sees("Đã đủ 2 việc.");
        person.finds(link("1 Giải quyết hồ sơ…"));
        person.sees("Đã nộp");

        // Without taking it back, the difference says so.
        person.taps(link("2 Tiết kiệm giấy in…"));
        person.taps(button("Bỏ việc này"));
        person.sees("Sửa lần 2");
        person.taps(link("Kiểm tra lại và hoàn tất"));
        person.sees(&format!("Bỏ việc: {}", PAPER.action));
    });
}
