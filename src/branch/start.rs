//! The first start: a new branch, one from a backup, or the sample to look around in.

use crate::desk::desk;
use crate::ui::{Content, View, button, h1, p};

pub fn screen() -> View {
    let desk = desk();
    (
        h1("Chi bộ"),
        p("Phần dành cho người phụ trách chi bộ."),
        button("button wide", "Xem thử chi bộ mẫu", move || {
            desk.open_sample();
        }),
    )
        .view()
}
