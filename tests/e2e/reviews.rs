//! The review at the year's half: filled in, mended, finished, printed, handed over. The pledge copied
//! out by hand, and a good deed told with consent.

use serde_json::json;

use crate::support::{Share, button, checkbox, field, link, radio, schema, story};

const OWN: &str = "Sáu tháng không hồ sơ nào quá một ngày làm việc.";

#[test]
fn a_review_from_the_handbooks_facts_to_the_branch() {
    story("2026-07-03 19:30", |person| {
        person.shares(Share::Absent);
        person.has_a_filled_year("2026-07-03");
        person.opens("#/");
        person.opens("#/giay-to");
        person.meets_no_barrier();
        person.taps(link("Sơ kết 6 tháng đầu năm Hạn 30/06"));
        person.is_at("#/giay-to/so-ket");
        person.sees("Chưa hoàn tất · hạn 30/06/2026");
        person.meets_no_barrier();
        person.takes_long_picture("so-ket");
        let first = field("Kết quả việc 1");
        assert!(
            person
                .reads_field(first.clone())
                .starts_with("Đã tự đánh giá")
        );
        // An own word stays; it is the only one that is kept.
        person.fills(first.clone(), OWN);
        person.sees("Đã lưu");
        let kept = person.kept_handbooks();
        let written = &kept[0]["reviews"]["half_year"];
        assert_eq!(written["results"], json!({ "viec-1": OWN }));
        assert!(written["shortcomings"].is_null());
        person.taps(button("Lấy lại lời theo sổ: Kết quả việc 1"));
        assert!(
            person
                .reads_field(first.clone())
                .starts_with("Đã tự đánh giá")
        );
        person.taps(button("Hoàn tác"));
        person.sees_in(first, OWN);

        person.sees("Chưa tự xếp loại.");
        person.taps(radio("Hoàn thành tốt nhiệm vụ"));
        person.sees_no("Chưa tự xếp loại.");
        person.taps(button("Hoàn tất"));
        person.sees("Hoàn tất ngày 03/07/2026");
        person.taps(link("Xem và in"));
        person.sees("Báo cáo kết quả thực hiện bản đăng ký làm theo");
        person.sees("ngày 03 tháng 7 năm 2026");
        person.sees(OWN);
        person.meets_no_barrier();
        person.takes_long_picture("so-ket-in");

        // Kept through a reload, and what is changed afterwards is said so.
        person.reloads();
        person.sees(OWN);
        person.opens("#/giay-to/so-ket");
        person.fills(field("Phương hướng 6 tháng cuối năm"), "Gọn hơn nữa.");
        person.sees("Hoàn tất ngày 03/07/2026, đã sửa sau đó");
        person.taps(button("Hoàn tất lại"));
        person.sees_no("đã sửa sau đó");
        person.sees("Đã lưu");

        person.opens("#/gui");
        person.finds_marked(checkbox("Sơ kết 6 tháng…"), "checked", "true");
        person.sees("Sơ kết 6 tháng: toàn bộ bản đã hoàn tất");
        person.taps(checkbox("Tôi đồng ý đưa các nội dung trên cho…"));
        person.taps(button("Lưu tệp"));
        person.sees("Đã lưu tệp vào máy.");
        let file = person.takes_download();
        schema::accepts("handover.schema.json", &file.json());
        let review = &file.json()["payload"]["reviews"]["half_year"];
        assert_eq!(review["results"][0]["result"], OWN);
        assert_eq!(review["class"]["name"], "Hoàn thành tốt nhiệm vụ");
        assert_eq!(review["plans"], "Gọn hơn nữa.");
    });
}

#[test]
fn a_pledge_is_copied_out_with_its_code_and_a_deed_is_told_with_consent_only() {
    story("2026-07-03 19:30", |person| {
        person.shares(Share::Absent);
        person.has_a_filled_year("2026-07-03");
        person.opens("#/");
        person.opens("#/giay-to/chep-tay");
        person.taps(checkbox("Việc 1: Giải quyết hồ sơ của dân…"));
        person.sees("Mã đối chiếu");
        person.trusts(
            "/^[A-Z347]{4}-[A-Z347]{4}$/.test(document.querySelector('.code').textContent)",
        );
        person.taps(checkbox("Đã viết tay một bản…"));
        person.meets_no_barrier();
        person.takes_long_picture("chep-tay");
        person.opens("#/giay-to/dang-ky");
        person.sees("Mã đối chiếu: ");
        person.meets_no_barrier();

        person.opens("#/giay-to/viec-tot");
        person.sees("Chưa ghi việc nào.");
        person.taps(button("Ghi một việc"));
        person.fills(field("Việc gì"), "Đưa cụ già lạc đường về nhà");
        person.fills(field("Ngày"), "31/02/2026");
        person.sees("Viết ngày/tháng/năm");
        person.fills(field("Ngày"), "2/7");
        person.sees_no("Viết ngày/tháng/năm");
        person.meets_no_barrier();
        person.taps(button("Xong"));
        person.sees("02/07/2026");
        person.sees("Đã lưu");
        person.opens("#/gui");
        person.sees("Gửi chi bộ");
        person.sees_no("cụ già");

        person.opens("#/giay-to/viec-tot");
        person.taps(button("Sửa: Đưa cụ già lạc đường về nhà"));
        person.taps(checkbox("Tôi đồng ý kể việc này với chi bộ…"));
        person.taps(button("Xong"));
        person.sees("02/07/2026 · đồng ý kể với chi bộ");
        person.takes_picture("viec-tot");
        person.taps(button("Sửa: Đưa cụ già lạc đường về nhà"));
        person.taps(button("Xóa việc này"));
        person.sees("Chưa ghi việc nào.");
        person.taps(button("Hoàn tác"));
        person.sees("02/07/2026 · đồng ý kể với chi bộ");
        person.sees("Đã lưu");
        person.opens("#/gui");
        person.taps(checkbox("Tôi đồng ý đưa các nội dung trên cho…"));
        person.taps(button("Lưu tệp"));
        person.sees("Đã lưu tệp vào máy.");
        let deeds = person.takes_download().json()["payload"]["deeds"].clone();
        assert_eq!(deeds[0]["text"], "Đưa cụ già lạc đường về nhà");
        assert_eq!(deeds[0]["consent"], "2026-07-03");
    });
}

#[test]
fn the_sample_reaches_the_papers_and_says_so() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.taps(button("Xem thử…"));
        person.sees("Đây là sổ tay mẫu.");
        person.taps(link("Tổng kết, giấy tờ"));
        person.is_at("#/giay-to/xem-thu");
        person.sees("Đây là sổ tay mẫu.");
        person.taps(link("Tổng kết năm Hạn 31/12"));
        person.sees("Đây là sổ tay mẫu.");
        person.sees("Kết quả việc 1");
        person.fills(field("Kết quả việc 1"), OWN);
        person.taps(button("Hoàn tất"));
        person.sees("Hoàn tất ngày 03/11/2026");
        assert_eq!(person.kept_handbooks().len(), 0);
    });
}
