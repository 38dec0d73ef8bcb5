//! Files of all sorts arrive at the desk: whose they are is asked once and remembered, what is none of
//! ours is told, and nothing is kept before it is said. Picked, pasted and dropped.

use crate::habits::{filled_backup, hand_over};
use crate::support::{Person, button, field, radio, story};

const TODAY: &str = "2026-11-22";
const ROSTER: &str = "Họ và tên\tĐối tượng\tTổ
Trần Thị Bình\tĐảng viên\tTổ 1
Trần Thị Bình\tĐảng viên\tTổ 2";

fn is_ready(person: &mut Person) {
    person.begins_a_branch("Chi bộ Văn phòng");
    person.opens("#/chi-bo/danh-sach");
    person.fills(field("Dán bảng vào đây"), ROSTER);
    person.taps(button("Xem trước"));
    person.taps(button("Thêm 2 người"));
    person.sees("2 người: 2 đảng viên");
    person.sees("Đã lưu");
}

#[test]
fn doubtful_files_are_asked_about_once_and_strange_ones_are_told() {
    story("2026-11-22 08:00", |person| {
        is_ready(person);
        let before = person.stored();
        let binh = person.has_file("binh.json", hand_over("Trần Thị Bình", 1, 1, TODAY));
        let newcomer = person.has_file("la.json", hand_over("Vũ Thị Lạ", 2, 1, TODAY));
        let report = person.has_file("bao-cao.docx", "PK\u{3}\u{4} báo cáo");
        let backup = person.has_file("sao-luu.json", filled_backup(TODAY));
        person.looks_into(&[binh, newcomer, report, backup]);
        person.sees("Có 2 người cùng tên. Phiếu này của ai?");
        person.sees("Chưa có trong danh sách. Phiếu này của ai?");
        person.sees("Không nhận được (2)");
        person.sees("bao-cao.docx");
        person.sees("Bản sao lưu riêng của");
        person.meets_no_barrier_anywhere();
        person.takes_long_picture("nhan-phieu-hoi");
        assert_eq!(person.stored(), before);

        person.taps(radio("Trần Thị Bình · Tổ 2"));
        person.taps(
            radio("Người mới: thêm vào danh sách")
                .within("Chưa có trong danh sách. Phiếu này của ai?"),
        );
        person.taps(button("Nhận 2 phiếu"));
        person.sees("Vừa nhận (2)");
        person.sees("Đã lưu");

        // What was settled is not asked again, after a reload either.
        person.reloads();
        let newer = person.has_file("binh-2.json", hand_over("Trần Thị Bình", 1, 2, TODAY));
        person.looks_into(&[newer]);
        person.sees("1 tệp: 1 mới hơn");
        person.sees_no("Phiếu này của ai?");
        person.taps(button("Nhận 1 phiếu"));
        person.sees("Vừa nhận (1)");
        person.opens("#/chi-bo/danh-sach");
        person.sees("3 người:");
        person.opens("#/chi-bo/theo-doi/2026-10");
        person.sees("Đã gửi tự đánh giá: 2/3");
    });
}

#[test]
fn files_are_pasted_out_of_a_message_and_dropped_at_a_pc() {
    story("2026-11-22 08:00", |person| {
        person.sits_at_a_pc();
        is_ready(person);
        let text = hand_over("Nguyễn Văn An", 3, 1, TODAY);
        person.opens("#/chi-bo/nhan");
        person.taps(button("Dán văn bản"));
        person.fills(
            field("Văn bản đã nhận"),
            &format!("Em gửi chị ạ: {text} Cảm ơn chị."),
        );
        person.taps(button("Mở"));
        person.sees("1 tệp: 1 mới");
        person.taps(radio("Người mới: thêm vào danh sách"));
        person.taps(button("Nhận 1 phiếu"));
        person.sees("Vừa nhận (1)");

        let same = person.has_file("an.json", text);
        let other = person.has_file("ha.json", hand_over("Lê Thị Hà", 4, 1, TODAY));
        person.opens("#/chi-bo");
        person.opens("#/chi-bo/nhan");
        person.finds(button("Chọn tệp"));
        person.drops_files(&[same, other]);
        person.sees("2 tệp: 1 mới · 1 trùng");
    });
}
