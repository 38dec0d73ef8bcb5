//! The branch's tables for a spreadsheet, as files.

use crate::browser::device;
use crate::browser::files::download_table;
use crate::browser::share::{Shared, share};
use crate::browser::timer::later;
use crate::desk::{Desk, desk};
use crate::domain::branch::months::Word;
use crate::exchange::tables::{
    Grid, commendations_table, csv, months_table, registration_table, roster_table, table_name,
};
use crate::signal::RwSignal;
use crate::ui::{El, Kind, each, el, h2, live, muted, notice, p, stack};

#[derive(Clone, Copy)]
enum Wanted {
    Roster,
    Registration,
    Months(Word),
    Commendations,
}

const TABLES: [(Wanted, &str, &str); 5] = [
    (Wanted::Roster, "danh-sach", "Danh sách"),
    (Wanted::Registration, "dang-ky", "Đăng ký"),
    (
        Wanted::Months(Word::Own),
        "tu-danh-gia",
        "Theo dõi: từng người tự đánh giá",
    ),
    (
        Wanted::Months(Word::Branch),
        "chi-bo-danh-gia",
        "Theo dõi: chi bộ đánh giá",
    ),
    (Wanted::Commendations, "bieu-duong", "Biểu dương"),
];

/// A part of the screen "Lưu trữ".
pub fn tables() -> El {
    let desk = desk();
    let failed = RwSignal::new(false);
    let row = |(wanted, what, label): (Wanted, &'static str, &'static str)| {
        let take = move || take(desk, wanted, what, failed);
        let button = el("button")
            .kind("button")
            .class("more")
            .with(el("span").with(label))
            .on_click(take);
        el("li").with(button)
    };
    let told = live(move || {
        failed.get().then(|| {
            let words = "Trình duyệt không cho lưu tệp. Mở trang bằng trình duyệt khác rồi thử lại; dữ liệu ở đây giữ nguyên.";
            notice(Kind::Failed, p(words))
        })
    });
    let rows = el("ul").class("rows").with(each(TABLES, row));
    let year = desk.year.get_untracked();
    let words = format!(
        "Tệp CSV của năm {year}, mở được bằng Excel. Tệp có tên người: chỉ gửi cho người cần."
    );
    stack((h2("Bảng tính"), muted(words), rows, told))
}

fn take(desk: Desk, wanted: Wanted, what: &'static str, failed: RwSignal<bool>) {
    let (year, today) = (desk.year.get_untracked(), desk.today.get_untracked());
    let grid: Grid = desk.peek_dossiers(year, |dossiers| {
        desk.peek(|branch| match wanted {
            Wanted::Roster => roster_table(branch, today),
            Wanted::Registration => registration_table(branch, dossiers, year, today),
            Wanted::Months(word) => months_table(branch, dossiers, year, today, word),
            Wanted::Commendations => commendations_table(branch, year),
        })
    });
    let name = desk.peek(|branch| table_name(what, branch, year, today, "csv"));
    let text = csv(&grid.texts());
    if device::can_download() {
        failed.set(!download_table(&name, &text));
    } else {
        later(async move { failed.set(share(&name, &text).await == Shared::Failed) });
    }
}
