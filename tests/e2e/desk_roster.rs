//! The secretary's roster: a table from Excel looked at before anything is kept, people found without
//! their accents, admitted, transferred with a day; and every step taken back.

use crate::support::{Person, button, checkbox, field, radio, story};

const TABLE: &str = "Họ và tên\tĐối tượng\tChức vụ\tĐơn vị
Hồ Sỹ Nguyên\tĐảng viên\tVăn thư\tTổ Hành chính
Trần Thị Bình\tĐảng viên\tCán bộ bộ phận một cửa\tTổ Một cửa
Lê Văn Cường\tĐảng viên\tBảo vệ\tTổ Hành chính
Đinh Thị Út\tHợp đồng\tTạp vụ\tTổ Hành chính
HỒ SỸ NGUYÊN\tĐảng viên\t\t
Tổng cộng: 5 người";

fn opens_the_roster(person: &mut Person) {
    person.opens_the_sample_branch();
    person.opens("#/chi-bo/danh-sach");
    person.sees("45 người: 28 đảng viên, 17 quần chúng");
}

#[test]
fn a_table_is_looked_at_decided_kept_and_taken_back() {
    story("2026-11-22 08:00", |person| {
        opens_the_roster(person);
        person.taps(button("Lấy từ Excel"));
        person.taps(button("Xem trước"));
        person.sees("Chưa có chữ nào trong bảng.");
        person.fills(field("Dán bảng vào đây"), TABLE);
        person.taps(button("Xem trước"));
        person.sees("6 dòng: 1 thêm mới · 3 cần xem lại · 1 đã có · 1 bỏ qua");
        person.sees("Danh sách có Lê Văn Cường, khác tổ.");
        person.sees("Trùng tên với dòng 2.");
        person.meets_no_barrier_anywhere();

        // A column is not what it was taken for.
        person.taps(button("Cột nào là gì"));
        person.picks("Đơn vị…", "Không dùng");
        person.sees("Đã có, với chức vụ “Tổ trưởng Tổ Một cửa”.");
        person.picks("Đơn vị…", "Tổ, phòng");

        person.finds(button("Thêm 1 người"));
        person.taps(checkbox("Thêm người này").at(0));
        person.taps(radio("Quần chúng").within("Đối tượng"));
        person.taps(button("Thêm 3 người"));
        person.sees("Đã thêm 3 người từ bảng.");
        person.sees("48 người: 30 đảng viên, 18 quần chúng");
        person.finds(button("Đinh Thị Út Quần chúng · Tạp vụ · Tổ Hành chính"));

        // The same table brings nobody again.
        person.taps(button("Lấy từ Excel"));
        person.fills(field("Dán bảng vào đây"), TABLE);
        person.taps(button("Xem trước"));
        person.sees("6 dòng: 5 đã có · 1 bỏ qua");
        person.taps(button("Bỏ bảng này"));

        person.taps(button("Hoàn tác"));
        person.sees("45 người: 28 đảng viên, 17 quần chúng");
        person.meets_no_barrier_anywhere();

        // As Excel saves "Unicode text", too; a workbook is told from a table.
        let marked = format!("\u{feff}{TABLE}");
        let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (book, table) = (
            person.has_file("danh-sach.xlsx", b"PK\x03\x04"),
            person.has_file("danh-sach.txt", wide),
        );
        person.taps(button("Lấy từ Excel"));
        person.chooses_files("Mở tệp Excel hoặc CSV", &[&book]);
        person.sees("Không mở được tệp này như bảng tính.");
        person.chooses_files("Mở tệp Excel hoặc CSV", &[&table]);
        person.sees("6 dòng: 1 thêm mới · 3 cần xem lại · 1 đã có · 1 bỏ qua");
    });
}

#[test]
fn somebody_is_found_without_accents_and_transferred_with_a_day() {
    story("2026-11-22 08:00", |person| {
        opens_the_roster(person);
        person.fills("Tìm theo tên, tổ, chức vụ", "lan do");
        person.sees("Thấy 1 người");
        person.taps(button("Đỗ Thị Lan…"));
        person.taps(button("Rời, chuyển đi"));
        person.fills("Rời chi bộ từ ngày", "31/11");
        person.taps(button("Ghi"));
        person.sees("Chưa rõ ngày “31/11”.");
        person.meets_no_barrier_anywhere();
        person.fills("Rời chi bộ từ ngày", "1/11");
        person.fills("Chuyển đến đâu", "Chi bộ 5");
        person.taps(button("Ghi"));
        person.sees("Đỗ Thị Lan: chuyển đến Chi bộ 5 từ ngày 01/11/2026.");
        person.sees("44 người: 27 đảng viên, 17 quần chúng");
        person.sees("Không thấy ai ở chi bộ; 1 người đã rời");
        person.taps(button("Hoàn tác"));
        person.sees("45 người: 28 đảng viên, 17 quần chúng");
        person.sees("Thấy 1 người");

        // Gone and back: what lies between counts without her.
        person.taps(button("Đỗ Thị Lan…"));
        person.taps(button("Rời, chuyển đi"));
        person.fills("Rời chi bộ từ ngày", "1/11/2026");
        person.taps(button("Ghi"));
        person.taps(button("Đã rời chi bộ (3)"));
        person.taps(button("Đỗ Thị Lan…"));
        person.taps(button("Quay lại chi bộ"));
        person.fills("Quay lại từ ngày", "20/10");
        person.taps(button("Ghi"));
        person.sees("ngày quay lại phải từ ngày ấy trở đi");
        person.fills("Quay lại từ ngày", "20/11");
        person.taps(button("Ghi"));
        person.sees("45 người: 28 đảng viên, 17 quần chúng");
        person.taps(button("Đỗ Thị Lan…"));
        person.sees("Quay lại chi bộ từ ngày 20/11/2026");
        person.taps(button("Bỏ: Quay lại chi bộ từ ngày 20/11/2026"));
        person.sees("44 người: 27 đảng viên, 17 quần chúng");
    });
}

#[test]
fn somebody_is_entered_admitted_and_taken_off_as_entered_by_mistake() {
    story("2026-11-22 08:00", |person| {
        opens_the_roster(person);
        person.taps(button("Thêm người"));
        person.taps(button("Thêm vào danh sách"));
        person.sees("Chưa ghi họ tên.");
        person.sees("Chọn đảng viên hay quần chúng.");
        person.meets_no_barrier_anywhere();
        person.fills("Họ và tên", "trần thị bình");
        person.taps(radio("Quần chúng"));
        person.taps(button("Thêm vào danh sách"));
        person.sees("Danh sách đã có Trần Thị Bình (Tổ Một cửa).");
        person.fills("Họ và tên", "Đinh Thị Út");
        person.taps(button("Tổ Hành chính"));
        person.taps(button("Thêm vào danh sách"));
        person.sees("Đã thêm Đinh Thị Út.");
        person.sees("46 người: 28 đảng viên, 18 quần chúng");
        person.taps(button("Xong"));

        person.taps(button("Đinh Thị Út Quần chúng · Tổ Hành chính"));
        person.taps(button("Kết nạp vào Đảng"));
        person.fills("Ngày kết nạp", "19/5");
        person.taps(button("Ghi"));
        person.sees("Đinh Thị Út: là đảng viên từ ngày 19/05/2026.");
        person.sees("46 người: 29 đảng viên, 17 quần chúng");

        person.taps(button("Đinh Thị Út…"));
        person.taps(button("Sửa"));
        person.fills("Chức vụ, nhiệm vụ", "Tạp vụ");
        person.taps(button("Ghi"));
        person.finds(button("Đinh Thị Út Đảng viên · Tạp vụ · Tổ Hành chính"));
        person.taps(button("Xóa, vì nhập nhầm"));
        person.sees("45 người: 28 đảng viên, 17 quần chúng");
        person.taps(button("Hoàn tác"));
        person.sees("46 người: 29 đảng viên, 17 quần chúng");
    });
}

#[test]
fn a_new_branch_begins_with_a_pasted_list_which_stays() {
    story("2026-11-22 08:00", |person| {
        person.begins_a_branch("Chi bộ 2");
        person.opens("#/chi-bo/danh-sach");
        person.sees("Chưa có ai.");
        person.meets_no_barrier_anywhere();
        // The quickest way stands open.
        person.fills(
            field("Dán bảng vào đây"),
            "Trần Thị Bình\tTổ 1\nLê Văn Cường\tTổ 2\nNgô Minh Tuấn\tTổ 1",
        );
        person.taps(button("Xem trước"));
        person.sees("3 dòng: 3 cần xem lại");
        person.taps(radio("Đảng viên").within("Những dòng không ghi đối tượng là"));
        person.sees("3 dòng: 3 thêm mới");
        person.taps(checkbox("Ngô Minh Tuấn…"));
        person.taps(button("Thêm 2 người"));
        person.sees("2 người: 2 đảng viên, 0 quần chúng");
        person.sees("Đã lưu");
        person.reloads();
        person.finds(button("Trần Thị Bình Đảng viên · Tổ 1"));
        person.sees("2 người: 2 đảng viên, 0 quần chúng");
    });
}
