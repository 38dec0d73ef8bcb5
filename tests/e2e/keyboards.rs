//! Vietnamese from every kind of keyboard arrives exactly, and stays.

use crate::habits::FILES;
use crate::support::{button, field, story};

const PLEDGED: &str = "Đọc “Đường cách mệnh”, mỗi tuần 2 buổi ở thư viện xã";
const EVIDENCE: &str = "41/42 hồ sơ đúng hẹn; 1 hồ sơ trễ vì mất điện";

#[test]
fn composed_and_retyped_text_survives_in_pledge_and_evidence() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.goes_to("Đăng ký");
        person.taps(button("Viết việc thứ nhất"));
        person.composes("Việc gì sẽ làm?", PLEDGED);
        person.sees_in("Việc gì sẽ làm?", PLEDGED);
        person.goes_on("bước 2 trên 5");
        person.retypes("Làm sao biết là đã làm được?", FILES.measure);
        person.sees_in("Làm sao biết là đã làm được?", FILES.measure);
        person.goes_on("bước 3 trên 5");
        person.retypes("Đến bao giờ?", "hằng tuần");
        person.sees_in("Đến bao giờ?", "hằng tuần");
        person.sees("Đã lưu");
        person.goes_to("Đăng ký");
        person.hands_in();

        person.opens("#/tu-danh-gia/2026-10");
        person.retypes(field("Minh chứng gửi chi bộ"), EVIDENCE);
        person.sees_in(field("Minh chứng gửi chi bộ"), EVIDENCE);
        person.composes("Ghi chú riêng", EVIDENCE);
        person.sees_in("Ghi chú riêng", EVIDENCE);
        person.sees("Đã lưu");

        person.reloads();
        person.sees_in(field("Minh chứng gửi chi bộ"), EVIDENCE);
        person.sees_in("Ghi chú riêng", EVIDENCE);
        person.goes_to("Đăng ký");
        let kept = person.kept_handbooks();
        let commitment = &kept[0]["pledge"]["draft"][0];
        assert_eq!(commitment["action"], PLEDGED);
        assert_eq!(commitment["measure"], FILES.measure);
        assert_eq!(commitment["deadline"]["words"], "hằng tuần");
    });
}

#[test]
fn a_reload_in_the_middle_of_a_word_loses_no_letter() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.goes_to("Đăng ký");
        person.taps(button("Viết việc thứ nhất"));
        // No pause after the last key: what is pending is written when the page goes away.
        person.retypes("Việc gì sẽ làm?", PLEDGED);
        person.reloads();
        person.sees_in("Việc gì sẽ làm?", PLEDGED);
    });
}

#[test]
fn decomposed_text_is_kept_composed() {
    use unicode_normalization::UnicodeNormalization;
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.goes_to("Đăng ký");
        person.taps(button("Viết việc thứ nhất"));
        let decomposed: String = PLEDGED.nfd().collect();
        person.fills("Việc gì sẽ làm?", &decomposed);
        person.goes_on("bước 2 trên 5");
        person.sees("Đã lưu");
        assert_eq!(
            person.kept_handbooks()[0]["pledge"]["draft"][0]["action"],
            PLEDGED
        );
    });
}
