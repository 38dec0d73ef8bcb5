//! Sao lưu: the whole branch into one file.

use super::keeping_file::{REFUSED, give_backup, make, save_backup};
use crate::coded;
use crate::desk::{Desk, desk};
use crate::domain::Day;
use crate::signal::RwSignal;
use crate::ui::{El, Icon, Kind, b, button, h2, icon, live, notice, p, stack};

pub fn section() -> El {
    let desk = desk();
    let outcome = RwSignal::new(None::<bool>);
    let last = move || match desk.backed_up_on() {
        Some(on) => format!("Bản sao gần nhất: {}.", ago(desk, on)),
        None => "Chưa có bản sao nào.".to_owned(),
    };
    let save = move || save_backup(desk, move |left| outcome.set(Some(left)));
    let told = live(move || {
        outcome.get().map(|left| {
            if left {
                notice(
                    Kind::Done,
                    p("Đã đưa tệp ra. Chép tệp sang một máy khác, hoặc gửi cho chính mình qua Zalo."),
                )
            } else {
                notice(Kind::Failed, p(REFUSED))
            }
        })
    });
    stack((
        h2("Sao lưu"),
        p((
            b(live(last)),
            " Mất máy hoặc xóa dữ liệu trình duyệt là mất hết, trừ khi có bản sao. Tệp có tên, bản đăng ký, đánh giá của mọi người: giữ ở chỗ chỉ mình mở được.",
        )),
        told,
        button(
            "button-quiet wide",
            ("Lưu bản sao ra tệp ", icon(Icon::Go)),
            save,
        ),
        coded::make(
            move || make(desk, None),
            move |name, text| give_backup(desk, name, text, move |left| outcome.set(Some(left))),
        ),
    ))
    .attr("id", "backup")
}

fn ago(desk: Desk, on: Day) -> String {
    match desk.today.get().days_since(on) {
        ..=0 => "hôm nay".to_owned(),
        1 => "hôm qua".to_owned(),
        days @ 2..=30 => format!("{days} ngày trước"),
        _ => format!("ngày {on}"),
    }
}
