//! The secretary counts who has registered, adopts pledges in a meeting and puts up those agreed to.

use crate::support::{Person, button, checkbox, field, heading, link, story};

const SENTENCE: &str = "Có 40/45 đảng viên, quần chúng đăng ký trong đó đảng viên 25/28 đã đăng ký bằng 02 việc; 15/17 quần chúng đã đăng ký bằng 01 việc";

fn opens_the_sample(person: &mut Person, route: &str) {
    person.opens_the_sample_branch();
    person.opens(route);
}

#[test]
fn each_number_opens_to_names_and_who_is_missing_has_a_reason() {
    story("2026-11-22 08:00", |person| {
        opens_the_sample(person, "#/chi-bo/dang-ky");
        person.sees(SENTENCE);
        person.taps(button("Đảng viên: 25/28 đã đăng ký"));
        person.sees(
            "Chưa đăng ký, hoặc chưa đủ (3): Cao Xuân Bách, Phùng Thị Liên, Nguyễn Thị Tuyết.",
        );
        person.taps(button("Nộp trên giấy: 1"));
        person.sees("Trên giấy (1): Lý Thị Ngọc.");
        person.taps(button("Chép câu này"));
        person.sees("Đã chép.");
        assert_eq!(person.reads_clipboard(), SENTENCE);

        // A reason is kept, and the reminder to all leaves that person out.
        person.taps(button("Bạch Văn Long…"));
        person.fills(field("Lý do chưa đăng ký"), "Đi học tập trung");
        person.sees("Quần chúng · Đi học tập trung");
        person.opens("#/chi-bo/cong-khai");
        person.opens("#/chi-bo/dang-ky");
        person.finds(button("Bạch Văn Long Quần chúng · Đi học tập trung"));
        person.taps(button("Chép lời nhắc chung"));
        person.sees("Đã chép.");
        let reminder = person.reads_clipboard();
        assert!(reminder.starts_with("Chi bộ 2 (mẫu): 2 người chưa đăng ký đủ việc"));
        assert!(reminder.contains("gửi trước buổi họp ngày 05/12/2026"));
        assert!(!reminder.contains("Bạch Văn Long"), "{reminder}");

        // One that comes on paper counts, until it is taken back.
        person.taps(button("Bạch Văn Long…"));
        person.taps(button("Ghi bản nộp trên giấy"));
        person.fills(field("Ngày nộp"), "40/13");
        person.taps(button("Ghi bản trên giấy"));
        person.sees("Viết ngày/tháng/năm");
        person.fills(field("Ngày nộp"), "5/3");
        person.taps(button("Ghi bản trên giấy"));
        person.sees("Có 41/45 đảng viên, quần chúng");
        person.sees("16/17 quần chúng đã đăng ký bằng 01 việc");
        person.meets_no_barrier_anywhere();
        person.taps(button("Hoàn tác"));
        person.sees(SENTENCE);

        // In private: who wrote the same, in words that nobody could check.
        person.taps(button("Riêng cho bí thư…"));
        person.sees("Gần như giống nhau (1)");
        person.sees("Phan Văn Hùng, Dương Thị Yến");
        person.sees("Chung chung, khó kiểm tra (2)");
        person.meets_no_barrier_anywhere();
        person.takes_long_picture("dang-ky-chi-bo");
    });
}

#[test]
fn pledges_are_adopted_with_a_day_and_it_can_be_undone() {
    story("2026-11-22 08:00", |person| {
        opens_the_sample(person, "#/chi-bo/dang-ky");
        person.taps(button("Trần Thị Bình…"));
        person.taps(button("Ghi nhầm, bỏ ghi thông qua"));
        person.sees("Đã bỏ ghi thông qua của Trần Thị Bình.");

        person.opens("#/chi-bo/cong-khai");
        person.finds_marked(checkbox("Trần Thị Bình…"), "checked", "true");
        person.finds_marked(checkbox("Đỗ Thị Lan…"), "checked", "true");
        person.taps(button("Xem chỗ đã sửa"));
        person.sees("gửi kết quả qua bưu điện cho người già neo đơn");
        let day = || field("Ngày họp thông qua").at(0);
        person.fills(day(), "23/11/2026");
        person.taps(button("Ghi thông qua 2 bản…"));
        person.sees("Ngày này chưa tới.");

        // One of the two was handed in after that meeting.
        person.fills(day(), "12/1");
        person.taps(button("Ghi thông qua 2 bản…"));
        person.sees("Đã ghi thông qua 1 bản, họp ngày 12/01/2026.");
        person.sees("Đỗ Thị Lan: nộp ngày 17/01/2026, sau buổi họp này");
        person.meets_no_barrier_anywhere();
        person.taps(button("Hoàn tác"));
        person.finds(checkbox("Trần Thị Bình…"));

        person.fills(day(), "5/11");
        person.taps(button("Ghi thông qua 2 bản…"));
        person.sees("Đã ghi thông qua 2 bản, họp ngày 05/11/2026.");
        person.sees("Không có bản đăng ký nào chờ thông qua.");
        person.sees_no("sau buổi họp này");
    });
}

#[test]
fn only_who_agreed_is_put_up_and_shown_in_large() {
    story("2026-11-22 08:00", |person| {
        opens_the_sample(person, "#/chi-bo/cong-khai");
        person.finds(heading("Danh sách công khai (39)"));
        person.finds(button("Trần Thị Bình…"));
        // She did not agree.
        person.sees_no("Bùi Thị Lan");
        person.taps(button("Chưa có trong danh sách (7)"));
        person.sees("Chưa đồng ý công khai (3): ");
        person.sees("Bùi Thị Lan");
        person.sees("Chưa ghi ngày công khai (1): Chi bộ 2 (mẫu).");
        person.taps(button("Ghi đã công khai 1 bản"));
        person.sees("Đã ghi công khai 1 bản ngày 22/11/2026.");
        person.sees_no("Chưa ghi ngày công khai");
        person.meets_no_barrier_anywhere();
        person.takes_long_picture("cong-khai");

        person.taps(button("Trình chiếu"));
        person.finds(heading("Chi bộ 2 (mẫu)"));
        person.sees("1/39");
        person.presses("ArrowRight");
        person.finds(heading("Trần Thị Bình"));
        person.meets_no_barrier_anywhere();
        person.takes_picture("trinh-chieu");
        person.taps(button("Người trước"));
        person.finds(heading("Chi bộ 2 (mẫu)"));
        person.taps(button("Danh sách"));
        person.taps(button("Lê Văn Cường"));
        person.finds(heading("Lê Văn Cường"));
        person.presses("Escape");
        person.finds(heading("Công khai năm 2026"));
        // Going elsewhere ends it too.
        person.taps(button("Trình chiếu"));
        person.sees("1/39");
        person.opens("#/chi-bo/dang-ky");
        person.finds(heading("Đăng ký năm 2026"));
        person.finds(link("Theo dõi"));
    });
}

#[test]
fn the_collective_s_own_pledge_is_written_adopted_and_hangs_first() {
    story("2026-11-22 08:00", |person| {
        opens_the_sample(person, "#/chi-bo/cong-khai");
        person.taps(button("Thêm một việc của tập thể"));
        person.fills(field("Tập thể làm gì"), "Mỗi tổ nhận giúp một hộ nghèo");
        person.sees("Sau đó có sửa");
        let adopt = || button("Ghi thông qua đăng ký của tập thể");
        person.taps(adopt());
        person.sees("Mỗi việc cần đủ ba ý");
        person.fills(field("Làm sao biết là đã làm được"), "Năm tổ, năm hộ");
        person.fills(field("Thời hạn"), "hằng tháng");
        person.taps(adopt());
        person.sees("Đã ghi thông qua đăng ký của tập thể, họp ngày 22/11/2026.");
        person.taps(button("Trình chiếu"));
        person.sees("Mỗi tổ nhận giúp một hộ nghèo");
        person.presses("Escape");
        person.taps(button("Hoàn tác"));
        person.sees("Sau đó có sửa");
        person.meets_no_barrier_anywhere();
    });
}

#[test]
fn a_branch_that_has_nothing_yet_is_told_the_next_step() {
    story("2026-11-22 08:00", |person| {
        person.begins_a_branch("Chi bộ 2");
        person.opens("#/chi-bo/dang-ky");
        person.sees("Chưa có ai trong danh sách.");
        person.finds(link("Nhập danh sách"));
        person.meets_no_barrier();
        person.takes_picture("dang-ky-trong");
        person.opens("#/chi-bo/cong-khai");
        person.sees("Không có bản đăng ký nào chờ thông qua.");
        person.sees("Chưa viết việc nào.");
        person.sees("Danh sách công khai (0)");
        person.meets_no_barrier_anywhere();
        person.takes_long_picture("cong-khai-trong");

        // What the collective writes is kept, as everything at the desk.
        person.taps(button("Thêm một việc của tập thể"));
        person.fills(field("Tập thể làm gì"), "Mỗi tổ nhận giúp một hộ nghèo");
        person.sees("Đã lưu");
        person.reloads();
        person.finds(button("Mỗi tổ nhận giúp một hộ nghèo…"));
    });
}
