//! Lưu trữ: take away, backup, room, archive.

use super::tables::tables;
use super::{keeping_backup, keeping_delete, keeping_earlier, keeping_restore, keeping_room};
use crate::desk::desk;
use crate::route::DataRoute;
use crate::ui::{Content, El, View, h1, h2, hint, link, p, stack};

pub fn screen() -> View {
    let sample = leptos::prelude::untrack(|| desk().is_sample());
    let heading = h1("Lưu trữ");
    if sample {
        let words = "Chi bộ mẫu không nằm trên máy, nên không có gì để sao lưu hay dọn chỗ.";
        return (heading, tables(), hint(words)).view();
    }
    (
        heading,
        keeping_earlier::damaged(),
        keeping_backup::section(),
        lock(),
        tables(),
        keeping_restore::section(),
        keeping_earlier::earlier(),
        keeping_room::section(),
        keeping_delete::section(),
    )
        .view()
}

/// One lock for the whole page; its screens are another program's.
fn lock() -> El {
    stack((
        h2("Khóa bằng mã"),
        p(
            "Ai mở được máy này và trình duyệt này thì đọc được danh sách, hồ sơ, trừ khi khóa trang bằng mã.",
        ),
        p(link("link", &DataRoute::Lock, "Khóa bằng mã")),
    ))
}
