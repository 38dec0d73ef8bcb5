//! What the branch answers: opened, looked at, taken in, shown where it belongs.

use crate::habits::golden;
use crate::support::{button, field, link, story};

#[test]
fn a_feedback_is_shown_taken_in_and_can_be_taken_back() {
    story("2012-04-20 19:30", |person| {
        person.restores(&golden("backup-2012.json"));
        person.opens("#/cai-dat");
        person.taps(button("Trần Thị Bình · 2012…"));
        person.is_at("#/");
        person.finds(link("Gửi chi bộ…"));
        person.sees_no("Chi bộ nhận xét");

        person.goes_to("Gửi");
        person.chooses_files("Mở phiếu nhận xét", &[&golden("feedback-2012.json")]);
        person.sees("Phiếu nhận xét của Chi bộ 2, 16/04/2012");
        person.sees("Bản đăng ký thông qua ngày 05/03/2012");
        person.sees("Nhận xét: Đã cho mượn máy quét từ 16/4.");
        // Nothing is kept before it is agreed to.
        assert!(
            person
                .kept_handbooks()
                .iter()
                .all(|kept| kept["feedback"].is_null())
        );
        person.meets_no_barrier();
        person.takes_long_picture("nhan-xet-xem-truoc");
        person.taps(button("Nhận vào sổ"));
        person.sees("Đã nhận phiếu nhận xét.");
        person.sees("Đã lưu");
        let taken = person
            .kept_handbooks()
            .into_iter()
            .find(|kept| !kept["feedback"].is_null());
        assert_eq!(taken.expect("the handbook")["feedback"]["revision"], 1);

        // Taken back, and taken again, this time pasted out of a message.
        person.taps(button("Hoàn tác"));
        person.sees_no("Phiếu nhận xét của Chi bộ 2, 16/04/2012");
        let text = std::fs::read_to_string(golden("feedback-2012.json")).expect("a file");
        person.taps(button("Hoặc dán văn bản chi bộ gửi"));
        person.fills(
            field("Văn bản đã nhận"),
            &format!("Gửi đồng chí Bình: {text}"),
        );
        person.taps(button("Mở"));
        person.taps(button("Nhận vào sổ"));
        person.sees("Đã nhận phiếu nhận xét.");
        person.takes_long_picture("nhan-xet-da-nhan");
        person.chooses_files("Mở phiếu nhận xét", &[&golden("feedback-2012.json")]);
        person.sees("Phiếu này đã nhận rồi, không có gì thay đổi.");

        person.opens("#/tu-danh-gia/2012-03");
        person.sees("Chi bộ đánh giá: Tháng sau trả hồ sơ đúng hẹn.");
        person.takes_picture("nhan-xet-thang");
        person.opens("#/tu-danh-gia/2012-02");
        person.sees("Chi bộ đánh giá: Tốt");
        person.opens("#/tu-danh-gia/2012-01");
        person.sees("Tháng 1");
        person.sees_no("Chi bộ đánh giá");
        person.opens("#/");
        person.finds(link("Chi bộ nhận xét 16/04"));
        person.reloads();
        person.finds(link("Chi bộ nhận xét 16/04"));

        // For this handbook only.
        person.opens("#/cai-dat");
        person.taps(button("Trần Thị Bình · 2013…"));
        person.is_at("#/");
        person.goes_to("Gửi");
        person.chooses_files("Mở phiếu nhận xét", &[&golden("feedback-2012.json")]);
        person.sees("Phiếu này dành cho sổ năm 2012 của Trần Thị Bình, không phải sổ đang mở.");
    });
}
