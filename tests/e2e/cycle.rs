//! The yearly cycle with a real pack: pledge, months, hand-over. Two years of two units.

use serde_json::Value;

use crate::habits::golden;
use crate::support::{Person, Share, button, checkbox, field, heading, link, radio, schema, story};

const PRIVATE: &str = "Hay cáu lúc cuối buổi, cần nghỉ vài phút.";
const FOR_BRANCH: &str = "Đề nghị chi bộ cho mượn máy quét.";

#[test]
fn a_year_by_the_pack_of_2012_from_the_first_tap_to_the_branch() {
    story("2012-01-12 19:30", |person| {
        starts_by_the_pack(person);
        writes_the_pledge(person);
        hands_it_in_and_has_it_adopted(person);
        rates_three_months(person);
        gives_it_to_the_branch(person);
    });
}

fn starts_by_the_pack(person: &mut Person) {
    person.opens("");
    person.sees("Sổ tay của riêng mình");
    person.chooses_files(
        "Mở bộ chuẩn mực của chi bộ…",
        &[&golden("pack-s0-2012.json")],
    );
    person.sees("Chi bộ 2 · năm 2012: 6 chuẩn mực, 3 chuyên đề");
    person.sees_in("Chi bộ, đơn vị", "Chi bộ 2");
    person.sees_in("Năm", "2012");
    person.fills("Họ và tên", "Trần Thị Bình");
    person.finds_marked(radio("Đảng viên…"), "checked", "true");
    person.taps(radio("Bộ phận một cửa").within("Chuẩn mực dành cho vị trí"));
    person.fills("Chức vụ, công việc", "Cán bộ bộ phận một cửa");
    person.takes_picture("chuyen-bat-dau");
    person.taps(button("Bắt đầu sổ tay 2012"));

    person.is_at("#/");
    person.sees("Trần Thị Bình · 2012");
    person.sees("Đã lưu");
    person.sees("Viết bản đăng ký năm 2012");
    person.sees("Cần 2 việc, mỗi việc 5 câu hỏi ngắn");
    person.trusts("scrollY === 0");

    person.goes_to("Chuẩn mực");
    person.sees("Chi bộ 2 ban hành 10/01/2012 · dành cho Bộ phận một cửa");
    person.sees("Nâng cao ý thức trách nhiệm, thái độ phục vụ nhân dân");
    person.sees_no("Thực hành tiết kiệm, chống lãng phí");
    person.sees("Quý I · đang học");
    person.taps(button("Các quý khác"));
    person.sees("Quý II–III");
    person.taps(checkbox("“Đường cách mệnh”…"));
    person.sees("Đã học 12/01/2012");
    person.goes_to("Hôm nay");
}

fn writes_the_pledge(person: &Person) {
    person.taps(link("Bắt đầu viết"));
    person.is_at("#/dang-ky");
    person.sees("Bản nháp");
    person.sees("Chuyên đề năm: Học tập và làm theo tấm gương đạo đức Hồ Chí Minh");
    person.sees("Đảng viên đăng ký 2 việc.");
    person.taps(button("Viết việc thứ nhất"));

    person.sees("Việc 1 · bước 1 trên 5");
    person.finds(heading("Việc gì sẽ làm?"));
    person.taps(button(
        "Nâng cao ý thức trách nhiệm, thái độ phục vụ nhân dân",
    ));
    person.sees("Câu gợi ý còn để nguyên");
    person.fills(
        "Việc gì sẽ làm?",
        "Giải quyết hồ sơ của dân trong ngày tại bộ phận một cửa",
    );
    person.sees_no("Câu gợi ý còn để nguyên");
    person.goes_on("bước 2 trên 5");
    person.fills("Làm sao biết là đã làm được?", "Hồ sơ trả đúng hẹn");
    person.sees("Chưa có con số nào");
    person.taps(button("không quá … ngày"));
    person.sees_in(
        "Làm sao biết là đã làm được?",
        "Hồ sơ trả đúng hẹn, không quá … ngày",
    );
    person.fills(
        "Làm sao biết là đã làm được?",
        "Không hồ sơ nào quá 1 ngày làm việc",
    );
    person.sees_no("Chưa có con số nào");
    person.goes_on("bước 3 trên 5");
    person.types("Đến bao giờ?", "31/12");
    person.sees_in("Đến bao giờ?", "31/12");
    person.goes_on("bước 4 trên 5");
    let standards = "Việc này phục vụ chuẩn mực nào?";
    person.taps(radio("Tận tuỵ, trung thành với nhân dân").within(standards));
    person.fills("Gắn với nhiệm vụ", "Tiếp nhận và trả hồ sơ");
    person.goes_on("bước 5 trên 5");
    person.taps(button("Xong việc này"));

    person.is_at("#/dang-ky");
    person.sees("Đã xong 1 việc.");
    person.taps(button("…Thêm việc"));
    person.sees("Việc 2 · bước 1 trên 5");
    person.fills(
        "Việc gì sẽ làm?",
        "Tiết kiệm giấy in ở phòng: in hai mặt, dùng lại phong bì",
    );
    person.goes_on("bước 2 trên 5");
    person.fills(
        "Làm sao biết là đã làm được?",
        "Cả năm dùng không quá 24 ram giấy",
    );
    person.goes_on("bước 3 trên 5");
    person.taps(button("30/06/2012"));
    person.sees_in("Đến bao giờ?", "30/06/2012");
    person.goes_on("bước 4 trên 5");
    person.taps(radio("Cần, kiệm, liêm, chính, chí công vô tư").within(standards));
    person.goes_on("bước 5 trên 5");
    person.fills("Ai cùng làm?", "Cùng đồng chí Lê Văn Cường");
    person.taps(button("Xong việc này"));
    person.sees("Đã đủ 2 việc.");
    person.takes_picture("chuyen-dang-ky");
}

fn hands_it_in_and_has_it_adopted(person: &mut Person) {
    person.taps(link("Kiểm tra lại và hoàn tất"));
    person.is_at("#/dang-ky/kiem-tra");
    for line in [
        "ĐẢNG BỘ VĂN PHÒNG UBND TỈNH",
        "Văn phòng UBND tỉnh",
        "BẢN ĐĂNG KÝ LÀM THEO",
        "năm 2012",
        "Đảng viên · Cán bộ bộ phận một cửa",
        "Không hồ sơ nào quá 1 ngày làm việc",
        "31/12/2012",
        "Tận tuỵ, trung thành với nhân dân",
        "Tiếp nhận và trả hồ sơ",
        "Tự làm",
        "30/06/2012",
        "Cùng đồng chí Lê Văn Cường",
    ] {
        person.sees(line);
    }
    person.taps(checkbox("Đã viết tay một bản…"));
    person.taps(checkbox("Tôi đồng ý để chi bộ công khai bản đăng ký này…"));
    person.sees("Đã đồng ý ngày 12/01/2012");
    person.taps(button("Ghi là đã nộp"));

    person.waits_until("2012-02-03 20:00");
    person.reloads();
    person.sees_in("Ngày thông qua trước tập thể", "03/02/2012");
    person.fills("Ngày thông qua trước tập thể", "11/1");
    person.taps(button("Ghi là đã thông qua"));
    person.sees("Còn chỗ cần xem lại");
    person.sees("Ngày này phải từ 12/01/2012 trở đi");
    person.finds_marked(field("Ngày thông qua trước tập thể"), "invalid", "true");
    person.sees_in("Ngày thông qua trước tập thể", "11/1");
    person.fills("Ngày thông qua trước tập thể", "3/2");
    person.taps(button("Ghi là đã thông qua"));
    person.sees_in("Ngày công khai", "03/02/2012");
    person.taps(button("Ghi là đã công khai"));
    person.finds(button("Bỏ ghi công khai"));
    person.taps(link("Về danh sách việc"));
    person.sees("Công khai 03/02");
    person.takes_long_picture("chuyen-dang-ky-cong-khai");
}

fn rates_three_months(person: &mut Person) {
    // January, between its last day and the branch meeting.
    person.goes_to("Hôm nay");
    person.sees("Tự đánh giá tháng 1");
    person.sees("Họp chi bộ 05/02 · còn 2 ngày");
    person.taps(link("Đánh giá trong một phút"));
    person.is_at("#/tu-danh-gia/2012-01");
    person.rates(1, "Tốt");
    person.fills(
        field("Minh chứng gửi chi bộ").at(0),
        "36/38 hồ sơ trong ngày",
    );
    person.rates(2, "Xuất sắc");
    person.fills(field("Minh chứng gửi chi bộ").at(1), "2 ram giấy");
    person.taps(radio("Giữ được").within("Cuộc sống giản dị và khiêm tốn"));
    person.taps(button("Các điều còn lại: giữ được"));
    person.finds_marked(
        radio("Giữ được").within("Tránh: Qua loa, đại khái"),
        "checked",
        "true",
    );
    person.taps(button("Xong tháng 1"));
    person.sees("Đã xong tháng 1, ghi ngày 03/02.");

    // February: last month at hand, a slip, notes of two kinds.
    person.waits_until("2012-03-02 20:00");
    person.reloads();
    person.goes_to("Đánh giá");
    person.finds(heading("Tháng 2"));
    person.sees("Tháng 1: Tốt · “36/38 hồ sơ trong ngày”");
    person.taps(button("Chép lại").at(0));
    person.sees_in(
        field("Minh chứng gửi chi bộ").at(0),
        "36/38 hồ sơ trong ngày",
    );
    person.finds_marked(
        radio("…Tốt").within("Mức tự đánh giá việc 1"),
        "checked",
        "true",
    );
    person.fills(
        field("Minh chứng gửi chi bộ").at(0),
        "40/41 hồ sơ trong ngày",
    );
    person.rates(2, "Trung bình");
    person.taps(radio("Có lúc chưa").within("Tránh: Chậm, chưa kịp thời"));
    person.fills("Hạn chế là gì", "Hai lần trả hồ sơ chậm");
    person.fills("Sẽ làm gì để khắc phục", "Ghi sổ hẹn trả từng hồ sơ");
    person.fills("Đến ngày nào", "30/4");
    person.taps(radio("Đang").within("Khắc phục"));
    person.taps(button("Các điều còn lại: giữ được"));
    person.fills("Ghi chú riêng", PRIVATE);
    person.taps(button("Thêm ghi chú gửi chi bộ"));
    person.fills("Ghi chú gửi chi bộ", FOR_BRANCH);
    person.takes_long_picture("chuyen-tu-danh-gia");
    person.taps(button("Xong tháng 2"));
    person.sees("Đã xong tháng 2, ghi ngày 02/03.");

    // March, after its meeting: late, and shown as late.
    person.waits_until("2012-04-12 20:00");
    person.reloads();
    person.goes_to("Hôm nay");
    person.sees("Tháng 3 chưa đánh giá");
    person.finds(link("Tháng 3: còn thiếu"));
    person.taps(link("Ghi bổ sung"));
    person.sees("Ghi muộn. Hạn là 05/04.");
    person.sees("Từ tháng 2");
    person.sees_in("Hạn chế là gì", "Hai lần trả hồ sơ chậm");
    person.rates(1, "Xuất sắc");
    person.rates(2, "Tốt");
    person.taps(button("Xong tháng 3"));
    person.sees("Đã xong tháng 3, ghi ngày 12/04.");
    person.goes_to("Hôm nay");
    person.finds(link("Tháng 1: đã đánh giá"));
    person.finds(link("Tháng 3: đánh giá muộn"));
    person.finds(link("Tháng 5: chưa tới"));
    person.sees("3 đã đánh giá");
    person.sees("1 muộn");
    person.takes_picture("chuyen-hom-nay");
}

fn gives_it_to_the_branch(person: &mut Person) {
    person.shares(Share::LikeChrome);
    person.taps(link("Gửi chi bộ…"));
    person.is_at("#/gui");
    person.sees("Chưa gửi lần nào.");
    for part in [
        "Bản đăng ký…",
        "Tháng 1–3…",
        "Hạn chế: Hai lần trả hồ sơ chậm…",
    ] {
        person.finds_marked(checkbox(part), "checked", "true");
    }
    person.taps(button("Chọn từng tháng"));
    person.taps(checkbox("Tháng 3 mức…"));
    person.finds_marked(checkbox("Tháng 1–3…"), "checked", "false");
    person.finds_marked(checkbox("Tháng 2 mức…"), "checked", "true");
    for line in [
        "Trần Thị Bình · Đảng viên · Cán bộ bộ phận một cửa · Bộ phận một cửa · Chi bộ 2",
        "Bản đăng ký: 2 việc, 1 lần nộp, ngày thông qua nếu có; đồng ý công khai",
        "Tháng 1–2: mức, minh chứng từng việc, chuẩn mực, ngày ghi xong",
        "Ghi chú gửi chi bộ của tháng 2",
        "Hạn chế “Hai lần trả hồ sơ chậm”, cách khắc phục, thời hạn",
        "Không gửi: 1 ghi chú riêng",
    ] {
        person.sees(line);
    }
    person.sees_no("Tháng 1–3: mức");
    person.finds_marked(button("Chia sẻ tệp"), "disabled", "true");
    person.taps(button("Xem nguyên văn tệp"));
    person.sees(FOR_BRANCH);
    person.sees_no(PRIVATE);
    let shown = person
        .browser
        .js("document.querySelector('pre').textContent");
    person.takes_long_picture("chuyen-gui");
    agrees(person);
    person.taps(button("Chia sẻ tệp"));
    let shared = person.takes_shared_file();
    assert_eq!(
        shared.name,
        "so-tay_phieu-gui_tran-thi-binh_2012_20120412.txt"
    );
    assert_eq!(
        Value::from(shared.text.clone()),
        shown,
        "what was shown is what goes"
    );
    let file = shared.json();
    holds_what_was_chosen(&file, 1, &["2012-01", "2012-02"]);
    assert_eq!(file["payload"]["consent"]["on"], "2012-04-12");
    assert_eq!(file["payload"]["consent"]["receiver"], "Chi bộ 2");
    let revisions = &file["payload"]["pledge"]["revisions"];
    assert_eq!(
        revisions[0]["stage"]["posted"],
        serde_json::json!({ "adopted_on": "2012-02-03", "on": "2012-02-03" })
    );
    assert_eq!(
        revisions[0]["commitments"][0]["deadline"]["on"],
        "2012-12-31"
    );
    assert!(shared.text.contains(FOR_BRANCH));

    person.sees("Đã đưa tệp sang ứng dụng khác.");
    person.sees("Lần gửi trước 12/04/2012. Từ đó có 1 thay đổi.");
    person.sees("bản đăng ký, tháng 1–2, 1 hạn chế");
    person.finds_marked(checkbox("Tháng 3…"), "checked", "false");

    // A phone without a share sheet: as a file.
    person.shares(Share::Absent);
    person.reloads();
    person.finds_marked(checkbox("Tháng 3…"), "checked", "true");
    agrees(person);
    person.taps(button("Lưu tệp"));
    let saved = person.takes_download();
    assert_eq!(
        saved.name,
        "so-tay_phieu-gui_tran-thi-binh_2012_20120412.json"
    );
    holds_what_was_chosen(&saved.json(), 2, &["2012-03"]);
    assert!(saved.json()["payload"]["pledge"].is_null());
    person.sees("Đã lưu tệp vào máy. Giờ gửi tệp đó cho chi bộ.");
    person.sees("Từ đó không có gì thay đổi.");

    // Something changes afterwards, and goes as text.
    person.opens("#/tu-danh-gia/2012-01");
    person.fills(
        field("Minh chứng gửi chi bộ").at(0),
        "37/38 hồ sơ trong ngày",
    );
    person.sees("Đã lưu");
    person.opens("#/gui");
    person.sees("Từ đó có 1 thay đổi.");
    person.finds_marked(checkbox("Tháng 1…"), "checked", "true");
    person.taps(button("Gửi lại mục đã gửi (4)"));
    person.finds_marked(checkbox("Tháng 2…"), "checked", "false");
    agrees(person);
    person.taps(button("Chép văn bản"));
    person.sees("Đã chép văn bản. Giờ dán vào tin nhắn gửi cho chi bộ.");
    let copied: Value = serde_json::from_str(&person.reads_clipboard()).expect("JSON");
    holds_what_was_chosen(&copied, 3, &["2012-01"]);
    assert_eq!(
        copied["document_id"], file["document_id"],
        "the same handbook's files belong together"
    );
}

fn agrees(person: &Person) {
    person.taps(checkbox("Tôi đồng ý đưa các nội dung trên cho Chi bộ 2…"));
}

fn holds_what_was_chosen(file: &Value, revision: u32, months: &[&str]) {
    schema::accepts("handover.schema.json", file);
    assert_eq!(file["revision"], revision);
    let held: Vec<_> = file["payload"]["months"]
        .as_object()
        .expect("months")
        .keys()
        .collect();
    assert_eq!(held, months);
    let text = file.to_string();
    assert!(
        !text.contains(PRIVATE) && !text.contains("private"),
        "{text}"
    );
}

#[test]
fn the_year_2015_of_another_unit_lives_beside_2012() {
    story("2015-12-01 19:30", |person| {
        person.restores(&golden("backup-2012.json"));
        person.opens("#/cai-dat");
        person.taps(link("…Thêm sổ tay năm khác"));
        person.is_at("#/bat-dau");
        person.sees_in("Họ và tên", "Trần Thị Bình");
        person.chooses_files(
            "Mở bộ chuẩn mực của chi bộ…",
            &[&golden("pack-s1-2015.json")],
        );
        person.sees("Huyện Kế Sách · năm 2015: 3 chuẩn mực, 0 chuyên đề");
        person.sees_in("Năm", "2015");
        person.taps(radio("Quần chúng…"));
        person.taps(button("Bắt đầu sổ tay 2015"));
        person.sees("Trần Thị Bình · 2015");
        person.sees("Cần 1 việc");

        person.goes_to("Chuẩn mực");
        person.sees("Huyện Kế Sách");
        person.sees("về trung thực, trách nhiệm; gắn bó với Nhân dân; đoàn kết");
        person.goes_to("Đăng ký");
        person.writes(&crate::habits::PAPER);
        person.sees("Đã đủ 1 việc.");
        person.hands_in();

        // Three levels of its own, the meeting on the third.
        person.opens("#/tu-danh-gia/2015-11");
        person.sees("Họp chi bộ 03/12");
        person.rates(1, "Hoàn thành tốt");
        person.taps(radio("Giữ được").within("Đoàn kết"));
        person.taps(button("Xong tháng 11"));
        person.sees("Đã xong tháng 11");
        person.opens("#/gui");
        agrees(person);
        person.taps(button("Lưu tệp"));
        let file = person.takes_download().json();
        schema::accepts("handover.schema.json", &file);
        assert_eq!(file["payload"]["year"], 2015);
        let rated = file["payload"]["months"]["2015-11"]["commitments"]
            .as_object()
            .expect("commitments");
        assert!(rated.values().all(|rating| rating["level"] == "done-well"));

        // Year beside year.
        person.opens("#/cai-dat");
        person.taps(button("Trần Thị Bình · 2012…"));
        person.is_at("#/");
        person.sees("Trần Thị Bình · 2012");
        person.finds(link("Tháng 3: đánh giá muộn"));
        person.reloads();
        person.sees("Trần Thị Bình · 2012");
        assert_eq!(person.kept_handbooks().len(), 3);
    });
}
