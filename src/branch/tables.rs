//! The branch's tables for a spreadsheet, as files.

use super::keeping_file::REFUSED;
use super::office_ahead::ahead;
use crate::browser::device;
use crate::browser::files::download_table;
use crate::browser::share::{Shared, share};
use crate::browser::timer::later;
use crate::desk::{Desk, desk};
use crate::domain::branch::months::Word;
use crate::exchange::office::Order;
use crate::exchange::other_file_name;
use crate::exchange::tables::{
    Grid, commendations_table, csv, months_table, registration_table, roster_table,
};
use crate::signal::RwSignal;
use crate::ui::{
    El, Kind, OfficeFile, button, details, each, el, h2, live, muted, notice, p, stack,
};

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
    let year = desk.year.get_untracked();
    let file = OfficeFile::begin();
    let all = move || {
        let grids = TABLES.map(|(wanted, ..)| grid(desk, wanted));
        Some((name(desk, "bang-tinh", "xlsx"), Order::Excel(grids.into())))
    };
    let one = |(wanted, what, label): (Wanted, &'static str, &'static str)| {
        let order = move || {
            let grids = vec![grid(desk, wanted)];
            Some((name(desk, what, "xlsx"), Order::Excel(grids)))
        };
        el("li").with(file.button("more", el("span").with(label), order))
    };
    let words = format!(
        "Tệp Excel của năm {year}, mỗi bảng một trang tính. Tệp có tên người: chỉ gửi cho người cần."
    );
    stack((
        h2("Bảng tính"),
        muted(words),
        file.button("button-quiet", "Lưu cả năm bảng vào một tệp Excel", all),
        file.told(),
        details(
            "Lưu từng bảng",
            el("ul").class("rows").with(each(TABLES, one)),
        ),
        details("Lưu dạng CSV", as_text(desk)),
        ahead(),
    ))
}

/// For programs that open no workbook.
fn as_text(desk: Desk) -> El {
    let failed = RwSignal::new(false);
    let row = |(wanted, what, label): (Wanted, &'static str, &'static str)| {
        let take = move || take(desk, wanted, what, failed);
        el("li").with(button("more", el("span").with(label), take))
    };
    let told = live(move || {
        let failed = failed.get();
        failed.then(|| notice(Kind::Failed, p(REFUSED)))
    });
    stack((el("ul").class("rows").with(each(TABLES, row)), told))
}

fn grid(desk: Desk, wanted: Wanted) -> Grid {
    let (year, today) = (desk.year.get_untracked(), desk.today.get_untracked());
    desk.peek_dossiers(year, |dossiers| {
        desk.peek(|branch| match wanted {
            Wanted::Roster => roster_table(branch, today),
            Wanted::Registration => registration_table(branch, dossiers, year, today),
            Wanted::Months(word) => months_table(branch, dossiers, year, today, word),
            Wanted::Commendations => commendations_table(branch, year),
        })
    })
}

fn name(desk: Desk, what: &str, ending: &str) -> String {
    let (year, today) = (desk.year.get_untracked(), desk.today.get_untracked());
    desk.peek(|branch| other_file_name(what, &branch.name, year, today, ending))
}

fn take(desk: Desk, wanted: Wanted, what: &'static str, failed: RwSignal<bool>) {
    let name = name(desk, what, "csv");
    let text = csv(&grid(desk, wanted).texts());
    if device::can_download() {
        failed.set(!download_table(&name, &text));
    } else {
        later(async move { failed.set(share(&name, &text).await == Shared::Failed) });
    }
}
