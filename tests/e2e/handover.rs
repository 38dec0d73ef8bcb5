//! Giving away: what happens when the share sheet is closed, breaks, or the message never went.

use crate::habits::FILES;
use crate::support::{Person, Share, button, checkbox, story};

fn is_ready_to_give(person: &mut Person) {
    person.begins();
    person.goes_to("Đăng ký");
    person.writes(&FILES);
    person.hands_in();
    person.goes_to("Gửi");
    person.sees("Chưa gửi lần nào.");
    person.taps(checkbox("Tôi đồng ý đưa các nội dung trên cho Chi bộ 2…"));
}

#[test]
fn a_closed_share_sheet_sends_nothing_and_says_nothing() {
    story("2026-02-10 08:00", |person| {
        person.shares(Share::ChangesMind);
        is_ready_to_give(person);
        person.taps(button("Chia sẻ tệp"));
        std::thread::sleep(std::time::Duration::from_secs(1));
        person.sees("Chưa gửi lần nào.");
        person.sees_no("Chưa chia sẻ được");
        person.finds_marked(checkbox("Bản đăng ký…"), "checked", "true");
        person.finds_marked(checkbox("Tôi đồng ý đưa…"), "checked", "true");

        person.shares(Share::Fails);
        person.taps(button("Chia sẻ tệp"));
        person.sees("Chưa chia sẻ được tệp. Thử “Lưu tệp” rồi gửi tệp đó");
        person.sees("Chưa gửi lần nào.");

        // Safari's takes the file under its own name.
        person.shares(Share::TakesAll);
        person.taps(button("Chia sẻ tệp"));
        assert_eq!(
            person.takes_shared_file().name,
            "so-tay_phieu-gui_tran-thi-binh_2026_20260210.json"
        );
        person.sees_no("Chưa chia sẻ được");
    });
}

#[test]
fn what_did_not_arrive_after_all_counts_as_not_sent() {
    story("2026-02-10 08:00", |person| {
        is_ready_to_give(person);
        person.taps(button("Lưu tệp"));
        let first = person.takes_download().json();
        person.sees("Từ đó không có gì thay đổi.");
        person.taps(button("Chưa gửi được, bỏ ghi lần này"));
        person.sees("Chưa gửi lần nào.");
        person.finds_marked(checkbox("Bản đăng ký…"), "checked", "true");

        // The number stays taken: the first file may be out there.
        person.taps(checkbox("Tôi đồng ý đưa…"));
        person.taps(button("Lưu tệp"));
        let second = person.takes_download().json();
        assert_eq!(
            (&first["revision"], &second["revision"]),
            (&1.into(), &2.into())
        );
        person.sees("Đã lưu");
        person.reloads();
        person.sees("Lần gửi trước 10/02/2026. Từ đó không có gì thay đổi.");
    });
}
