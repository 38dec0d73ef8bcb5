//! A good deed from a person's diary to the branch's meeting, and no further than the person agreed.

use crate::branch_cycle::hands_over;
use crate::support::person::LeftFile;
use crate::support::{Person, button, checkbox, field, story_of_several};

const DEED: &str = "Đưa cụ già lạc đường về nhà";
const PROPOSAL: &str = "Đề nghị biểu dương Trần Thị Bình: Đưa cụ già lạc đường về nhà";

fn takes_in(secretary: &mut Person, sent: &LeftFile) {
    let file = secretary.gets(sent);
    secretary.looks_into(&[file]);
    secretary.taps(button("Nhận 1 phiếu"));
    secretary.sees("Vừa nhận (1)");
}

#[test]
fn a_deed_that_may_be_told_is_told_in_a_meeting_and_proposed_for_commendation() {
    story_of_several("2026-07-03 08:00", |[member, secretary]| {
        member.begins();
        member.opens("#/giay-to/viec-tot");
        for (text, agreed) in [("Việc giữ cho mình", false), (DEED, true)] {
            member.taps(button("Ghi một việc"));
            member.fills(field("Việc gì"), text);
            if agreed {
                member.taps(checkbox("Tôi đồng ý kể việc này với chi bộ…"));
            }
            member.taps(button("Xong"));
        }
        member.sees("Đã lưu");
        let sent = hands_over(member);

        secretary.begins_a_branch("Chi bộ 2");
        secretary.opens("#/chi-bo/danh-sach");
        secretary.fills(
            field("Dán bảng vào đây"),
            "Họ và tên\tĐối tượng\nTrần Thị Bình\tĐảng viên",
        );
        secretary.taps(button("Xem trước"));
        secretary.taps(button("Thêm 1 người"));
        takes_in(secretary, &sent);
        secretary.opens("#/chi-bo/sinh-hoat/2026-07");
        secretary.sees("Việc tốt mọi người gửi về và đồng ý cho nêu:");
        secretary.sees(DEED);
        secretary.sees_no("Việc giữ cho mình");
        secretary.meets_no_barrier_anywhere();
        secretary.taps(button("Nêu việc tốt của Trần Thị Bình trong buổi họp"));
        secretary.sees("Đã đưa một việc tốt vào buổi họp.");
        secretary.sees_in("Việc gì", DEED);
        secretary.sees_no("Việc tốt mọi người gửi về");

        secretary.taps(button("Đề nghị biểu dương"));
        secretary.sees_in("Kết luận", PROPOSAL);
        secretary.sees("Đã ghi đề nghị biểu dương vào kết luận.");
        secretary.taps(button("Hoàn tác"));
        secretary.sees_in("Kết luận", "");
        secretary.taps(button("Đề nghị biểu dương"));
        secretary.sees_in("Kết luận", PROPOSAL);
        secretary.takes_long_picture("viec-tot-trong-buoi-hop");
        secretary.sees("Đã lưu");
        secretary.reloads();
        secretary.sees_in("Kết luận", PROPOSAL);
        // It waits there until it is commended.
        secretary.opens("#/chi-bo/bieu-duong");
        secretary.sees("Việc tốt chưa được biểu dương");
        secretary.sees(DEED);

        // Deleted from the diary, it is told no more.
        member.opens("#/giay-to/viec-tot");
        member.taps(button(&format!("Sửa: {DEED}")));
        member.taps(button("Xóa việc này"));
        member.sees_no(DEED);
        member.sees("Đã lưu");
        let sent = hands_over(member);
        takes_in(secretary, &sent);
        secretary.opens("#/chi-bo/sinh-hoat/2026-07");
        secretary.sees("Người này đã rút lời đồng ý cho nêu");
        secretary.opens("#/chi-bo/bieu-duong");
        secretary.sees_no(DEED);
    });
}
