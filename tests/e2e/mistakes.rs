//! What people get wrong is said at its place, in a sentence, and nothing that they typed is lost.

use crate::habits::{FILES, golden};
use crate::support::{button, checkbox, field, link, radio, story};

#[test]
fn a_start_without_a_name_or_a_year_says_so_and_leads_to_the_field() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.fills("Chức vụ, công việc", "Cán bộ một cửa");
        person.fills("Năm", "26");
        person.taps(button("Bắt đầu sổ tay…"));
        person.sees("Còn chỗ cần xem lại");
        person.finds_marked(field("Họ và tên"), "invalid", "true");
        person.finds_marked(field("Năm"), "invalid", "true");
        person.taps(link("Viết năm bằng bốn chữ số, ví dụ 2026"));
        person.trusts("document.activeElement.id === 'year'");
        person.taps(link("Viết họ và tên, như trong danh sách của chi bộ"));
        person.trusts("document.activeElement.id === 'name'");
        person.sees_in("Chức vụ, công việc", "Cán bộ một cửa");
        person.sees_in("Năm", "26");
        person.takes_picture("loi-bat-dau");

        person.fills("Họ và tên", "Lê Văn Cường");
        person.fills("Năm", "2026");
        person.taps(button("Bắt đầu sổ tay 2026"));
        person.is_at("#/");
        person.sees("Lê Văn Cường · 2026");
    });
}

#[test]
fn a_pack_of_another_year_must_fit_the_handbook() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.chooses_files("Mở bộ chuẩn mực…", &[&golden("pack-s0-2012.json")]);
        person.sees_in("Năm", "2012");
        person.fills("Họ và tên", "Lê Văn Cường");
        person.fills("Năm", "2026");
        person.taps(button("Bắt đầu sổ tay 2026"));
        person.sees("Bộ chuẩn mực đã mở là của năm 2012: sổ phải cùng năm");
        person.fills("Năm", "2012");
        person.taps(button("Bắt đầu sổ tay 2012"));
        person.sees("Lê Văn Cường · 2012");

        // In an open handbook: the same file, and one for another year.
        person.goes_to("Chuẩn mực");
        person.chooses_files("Mở bộ chuẩn mực mới…", &[&golden("pack-s0-2012.json")]);
        person.sees("Bộ chuẩn mực này đang dùng rồi, không có gì thay đổi.");
        person.chooses_files("Mở bộ chuẩn mực mới…", &[&golden("pack-s1-2015.json")]);
        person.sees("Bộ này của năm 2015, sổ đang mở là năm khác.");
        person.taps(button("Lập sổ năm khác"));
        person.is_at("#/bat-dau");
    });
}

#[test]
fn files_of_the_wrong_kind_and_damaged_ones_are_refused_in_a_sentence() {
    story("2026-11-03 08:00", |person| {
        let pack = std::fs::read_to_string(golden("pack-s0-2012.json")).expect("a golden file");
        let altered = pack.replace("Qua loa, đại khái", "Qua loa, đại khải");
        let newer = pack.replace("\"version\": 1", "\"version\": 2");
        let half = &pack[..pack.len() / 2 - 1];
        let half = half.strip_suffix('\u{fffd}').unwrap_or(half);
        person.opens("");
        person.fills("Họ và tên", "Lê Văn Cường");
        for (name, content, sentence) in [
            (
                "anh.png",
                b"\x89PNG\r\n\x1a\n".to_vec(),
                "“anh.png”: Đây không phải tệp của Sổ tay làm theo",
            ),
            (
                "bao-cao.txt",
                "Kính gửi chi bộ".into(),
                "“bao-cao.txt”: Đây không phải tệp của Sổ tay làm theo",
            ),
            (
                "cut.json",
                half.as_bytes().to_vec(),
                "“cut.json”: Tệp bị cụt, thiếu phần cuối",
            ),
            (
                "sua.json",
                altered.into_bytes(),
                "“sua.json”: Tệp đã bị sửa hoặc hỏng",
            ),
            (
                "moi.json",
                newer.into_bytes(),
                "“moi.json”: Ứng dụng cũ hơn tệp",
            ),
            (
                "to.json",
                vec![b' '; (1 << 20) + 1],
                "“to.json” lớn quá 1 MB hoặc không đọc được.",
            ),
        ] {
            let path = person.has_file(name, content);
            person.chooses_files("Mở bộ chuẩn mực…", &[&path]);
            person.sees(sentence);
        }
        person.chooses_files("Mở bộ chuẩn mực…", &[&golden("handover-2012.json")]);
        person.sees("“handover-2012.json” không phải tệp của chi bộ.");
        person.chooses_files("Mở bộ chuẩn mực…", &[&golden("backup-2012.json")]);
        person.sees("“backup-2012.json” không phải tệp của chi bộ.");
        person.sees_in("Họ và tên", "Lê Văn Cường");
        person.takes_picture("loi-tep");

        // The right file with a wrong name and text around it is taken all the same.
        let pasted = person.has_file("zalo.txt", format!("\u{feff}Gửi anh:\r\n{pack}\r\n"));
        person.chooses_files("Mở bộ chuẩn mực…", &[&pasted]);
        person.sees("Chi bộ 2 · năm 2012: 6 chuẩn mực, 3 chuyên đề");

        person.opens("#/du-lieu/khoi-phuc");
        person.chooses_files("Khôi phục từ tệp…", &[&golden("pack-s0-2012.json")]);
        person.sees("“pack-s0-2012.json” không phải bản sao lưu.");
        assert_eq!(person.kept_handbooks(), Vec::<serde_json::Value>::new());
    });
}

#[test]
fn an_impossible_day_is_named_where_it_stands_and_stays_as_typed() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.goes_to("Đăng ký");
        person.taps(button("Viết việc thứ nhất"));
        person.fills("Việc gì sẽ làm?", FILES.action);
        person.goes_on("bước 2 trên 5");
        person.goes_on("bước 3 trên 5");
        person.fills("Đến bao giờ?", "31/02");
        person.sees("Không có ngày “31/02”. Viết ngày/tháng/năm, ví dụ 30/11/2026");
        person.finds_marked(field("Đến bao giờ?"), "invalid", "true");
        person.sees_in("Đến bao giờ?", "31/02");
        person.takes_picture("loi-ngay");
        person.goes_on("bước 4 trên 5");
        person.goes_to("Đăng ký");

        person.taps(link("Kiểm tra lại và hoàn tất"));
        person.taps(button("Ghi là đã nộp"));
        person.sees("Chưa nộp được");
        person.finds(link("Việc 1: chưa viết làm sao biết là đã làm được"));
        person.takes_picture("loi-nop");
        person.taps(link("Việc 1: không có ngày “31/02”"));
        person.sees_in("Đến bao giờ?", "31/02");
        person.fills("Đến bao giờ?", "28/2");
        person.sees_no("Không có ngày");
        person.finds_marked(field("Đến bao giờ?"), "invalid", "false");
        person.taps(link("Câu trước"));
        person.fills("Làm sao biết là đã làm được?", FILES.measure);
        person.sees("Đã lưu");
        person.goes_to("Đăng ký");
        person.hands_in();
    });
}

#[test]
fn nothing_is_handed_in_or_given_away_before_it_is_ready() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.opens("#/dang-ky/kiem-tra");
        person.taps(button("Ghi là đã nộp"));
        person.sees("Chưa có việc nào: viết ít nhất một việc");
        person.opens("#/gui");
        person.sees("Chưa có gì để gửi: bản đăng ký chưa nộp, chưa tháng nào xong.");
        person.sees("Bản đăng ký còn là bản nháp nên chưa gửi được.");
        person.trusts("![...document.querySelectorAll('button')].some(button => button.textContent.includes('Lưu tệp'))");

        // One commitment of two: said, not forbidden.
        person.goes_to("Đăng ký");
        person.writes(&FILES);
        person.taps(link("Kiểm tra lại và hoàn tất"));
        person.sees("Còn thiếu 1 việc so với số cần đăng ký.");
        person.taps(button("Ghi là đã nộp"));
        person.goes_to("Gửi");
        person.finds_marked(button("Lưu tệp"), "disabled", "true");
        person.finds_marked(button("Chép văn bản"), "disabled", "true");
        person.sees("Đánh dấu đồng ý ở trên rồi mới gửi được.");
        person.taps(checkbox("Bản đăng ký…"));
        person.sees_no("Sẽ rời khỏi máy này");
        person.taps(checkbox("Bản đăng ký…"));
        person.sees("Sẽ rời khỏi máy này");
    });
}

#[test]
fn a_name_wiped_out_in_the_settings_is_asked_for() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.opens("#/cai-dat");
        person.fills("Họ và tên", "");
        person.sees("Viết họ và tên, như trong danh sách của chi bộ");
        person.fills("Họ và tên", "Lê Văn Cường");
        person.sees_no("Viết họ và tên, như trong danh sách");
        person.taps(radio("Quần chúng…"));
        person.sees("Đã lưu");
        person.goes_to("Hôm nay");
        person.sees("Lê Văn Cường · 2026");
        person.sees("Cần 1 việc");
    });
}
