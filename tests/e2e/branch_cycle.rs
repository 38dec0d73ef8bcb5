//! The branch's year between three people: the secretary enters the roster and gives the pack out, two
//! members open it on their own phones, pledge, rate two months and hand over; what they sent is
//! received, adopted and put up, and what the branch says of it arrives at a member's.

use std::path::PathBuf;

use crate::habits::{FILES, PAPER, Task};
use crate::support::person::LeftFile;
use crate::support::{
    Person, Share, button, checkbox, field, link, radio, schema, story_of_several,
};

const BRANCH: &str = "Chi bộ Văn phòng";
const ROSTER: &str = "Họ và tên\tĐối tượng\tChức vụ
Trần Thị Bình\tĐảng viên\tCán bộ bộ phận một cửa
Lê Văn Cường\tQuần chúng\tVăn thư";
const SENTENCE: &str = "Có 2/2 đảng viên, quần chúng đăng ký trong đó đảng viên 1/1 đã đăng ký bằng 02 việc; 1/1 quần chúng đã đăng ký bằng 01 việc";
const REMARK: &str = "Trả hồ sơ đúng hẹn, nên chia sẻ cách làm với cả tổ.";

#[test]
fn a_branch_and_two_members_on_phones() {
    story_of_several("2026-01-06 08:00", |[secretary, binh, cuong]| {
        goes_round(secretary, binh, cuong);
    });
}

#[test]
fn a_branch_at_a_pc_and_two_members_on_phones() {
    story_of_several("2026-01-06 08:00", |[secretary, binh, cuong]| {
        secretary.sits_at_a_pc();
        goes_round(secretary, binh, cuong);
    });
}

fn goes_round(secretary: &mut Person, binh: &mut Person, cuong: &mut Person) {
    for person in [&mut *secretary, binh, cuong] {
        person.shares(Share::Absent);
    }
    secretary.begins_a_branch(BRANCH);
    enters_the_roster(secretary);
    let pack = gives_the_pack_out(secretary);

    begins_by(binh, &pack, "Trần Thị Bình", "Đảng viên…");
    pledges(binh, &[FILES, PAPER]);
    begins_by(cuong, &pack, "Lê Văn Cường", "Quần chúng…");
    pledges(cuong, &[FILES]);
    let mut sent = Vec::new();
    for member in [&mut *binh, cuong] {
        rates(member, "2026-02-03 20:00", 1, "Tốt");
        rates(member, "2026-03-03 20:00", 2, "Xuất sắc");
        sent.push(hands_over(member));
        member.closes_everything();
    }

    secretary.waits_until("2026-03-06 08:00");
    secretary.reloads();
    receives(secretary, &sent);
    adopts_and_posts(secretary);
    assesses(secretary);
    let feedback = gives_feedback(secretary);
    // All of it was kept.
    secretary.closes_everything();
    secretary.comes_back();
    secretary.opens("#/chi-bo/dang-ky");
    secretary.sees(SENTENCE);
    secretary.opens("#/chi-bo/cong-khai");
    secretary.sees("Danh sách công khai (2)");
    secretary.opens("#/chi-bo/theo-doi/2026-02");
    secretary.sees("Đã gửi tự đánh giá: 2/2");

    takes_it_in(binh, &feedback);
}

pub fn enters_the_roster(secretary: &mut Person) {
    secretary.sees("Nhập danh sách chi bộ");
    secretary.opens("#/chi-bo/danh-sach");
    secretary.fills(field("Dán bảng vào đây"), ROSTER);
    secretary.taps(button("Xem trước"));
    secretary.taps(button("Thêm 2 người"));
    secretary.sees("2 người: 1 đảng viên, 1 quần chúng");
    secretary.sees("Đã lưu");
}

fn gives_the_pack_out(secretary: &mut Person) -> LeftFile {
    secretary.opens("#/chi-bo/bo-chuan-muc");
    secretary.taps(button("Bắt đầu từ bộ ngắn có sẵn…"));
    secretary.taps(button("Ban hành bản 1"));
    secretary.sees("Bản 1 ban hành 06/01/2026");
    secretary.taps(button("Lưu tệp"));
    secretary.sees("Đã lưu tệp vào máy.");
    let pack = secretary.takes_download();
    schema::accepts("pack.schema.json", &pack.json());
    pack
}

pub fn begins_by(member: &mut Person, pack: &LeftFile, name: &str, standing: &str) {
    member.opens("");
    let pack = member.gets(pack);
    member.chooses_files("Mở bộ chuẩn mực của chi bộ…", &[&pack]);
    member.sees_in("Chi bộ, đơn vị", BRANCH);
    member.fills("Họ và tên", name);
    member.taps(radio(standing));
    member.taps(button("Bắt đầu sổ tay 2026"));
    member.is_at("#/");
    member.sees("Đã lưu");
}

pub fn pledges(member: &Person, tasks: &[Task]) {
    member.goes_to("Đăng ký");
    for task in tasks {
        member.writes(task);
    }
    member.taps(link("Kiểm tra lại và hoàn tất"));
    member.taps(checkbox("Tôi đồng ý để chi bộ công khai bản đăng ký này…"));
    member.taps(button("Ghi là đã nộp"));
    member.finds(field("Ngày thông qua trước tập thể"));
    member.sees("Đã lưu");
}

pub fn rates(member: &mut Person, now: &str, month: u8, level: &str) {
    member.waits_until(now);
    member.reloads();
    member.opens(&format!("#/tu-danh-gia/2026-{month:02}"));
    member.rates(1, level);
    member.fills(
        field("Minh chứng gửi chi bộ").at(0),
        "36/38 hồ sơ trong ngày",
    );
    member.taps(button("Các điều còn lại: giữ được"));
    member.fills("Ghi chú riêng", "Việc nhà bận.");
    member.taps(button(&format!("Xong tháng {month}")));
    member.sees(&format!("Đã xong tháng {month}"));
}

pub fn hands_over(member: &mut Person) -> LeftFile {
    member.opens("#/gui");
    member.taps(checkbox("Tôi đồng ý đưa các nội dung trên cho…"));
    member.taps(button("Lưu tệp"));
    member.sees("Đã lưu tệp vào máy.");
    let file = member.takes_download();
    schema::accepts("handover.schema.json", &file.json());
    assert!(!file.text.contains("Việc nhà bận."));
    file
}

fn receives(secretary: &mut Person, sent: &[LeftFile]) {
    let files: Vec<PathBuf> = sent.iter().map(|file| secretary.gets(file)).collect();
    let before = secretary.stored();
    secretary.looks_into(&files);
    secretary.sees("2 tệp: 2 mới");
    assert_eq!(
        secretary.stored(),
        before,
        "nothing is kept before it is said"
    );
    secretary.taps(button("Nhận 2 phiếu"));
    secretary.sees("Vừa nhận (2)");
    secretary.taps(button("Hoàn tác"));
    secretary.opens("#/chi-bo/dang-ky");
    secretary.sees("Có 0/2 đảng viên, quần chúng đăng ký");

    // Again, in the other order, with one of them twice.
    let again = [files[1].clone(), files[0].clone(), files[1].clone()];
    secretary.looks_into(&again);
    secretary.taps(button("Nhận 2 phiếu"));
    secretary.sees("Vừa nhận (2)");
    secretary.sees("Đã lưu");
    secretary.looks_into(&files);
    secretary.sees("2 tệp: 2 trùng");
    secretary.opens("#/chi-bo/dang-ky");
    secretary.sees(SENTENCE);
}

fn adopts_and_posts(secretary: &mut Person) {
    secretary.opens("#/chi-bo/cong-khai");
    secretary.fills("Ngày họp thông qua", "5/2");
    secretary.taps(button("Ghi thông qua 2 bản"));
    secretary.sees("Danh sách công khai (2)");
    secretary.fills("Ngày công khai", "10/2");
    secretary.taps(button("Ghi đã công khai 2 bản"));
    secretary.sees("Đã ghi công khai 2 bản ngày 10/02/2026.");
}

fn assesses(secretary: &mut Person) {
    secretary.opens("#/chi-bo/theo-doi/2026-02");
    secretary.sees("Đã gửi tự đánh giá: 2/2");
    secretary.taps(radio("Tốt").within("Trần Thị Bình…"));
    secretary.taps(button("Lấy mức tự đánh giá cho 1 người chưa được đánh giá"));
    secretary.sees("Đã đánh giá cả 2 người.");
}

fn gives_feedback(secretary: &mut Person) -> LeftFile {
    secretary.opens("#/chi-bo/nhan-xet");
    secretary.sees("Có điều chưa gửi (2)");
    secretary.taps(button("Trần Thị Bình"));
    secretary.fills("Lời nhận xét", REMARK);
    secretary.taps(button("Lưu tệp"));
    secretary.sees("Đã lưu phiếu vào máy.");
    secretary.sees("Đã lưu");
    let feedback = secretary.takes_download();
    schema::accepts("feedback.schema.json", &feedback.json());
    feedback
}

fn takes_it_in(member: &mut Person, feedback: &LeftFile) {
    member.comes_back();
    member.waits_until("2026-03-06 20:00");
    member.reloads();
    let file = member.gets(feedback);
    member.opens("#/gui");
    member.chooses_files("Mở phiếu nhận xét", &[&file]);
    member.sees("Phiếu nhận xét của Chi bộ Văn phòng, 06/03/2026");
    member.sees("Bản đăng ký thông qua ngày 05/02/2026");
    member.taps(button("Nhận vào sổ"));
    member.sees("Đã nhận phiếu nhận xét.");
    member.sees(REMARK);
    member.opens("#/tu-danh-gia/2026-02");
    member.sees("Chi bộ đánh giá: Tốt");
    member.opens("#/");
    member.finds(link("Chi bộ nhận xét 06/03"));
}
