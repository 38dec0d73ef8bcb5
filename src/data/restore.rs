//! Khôi phục: from a backup, from what the page kept by itself, from a rescue file; and what was damaged.

use super::{backup, earlier, sealed};
use crate::book::book;
use crate::route::DataRoute;
use crate::signal::Signal;
use crate::ui::{Content, Icon, View, h1, h2, icon, link, live, p, stack};

pub fn screen() -> View {
    let book = book();
    let open = Signal::derive(move || book.id().is_some());
    (
        h1("Khôi phục"),
        earlier::damaged(),
        backup::section(),
        live(move || open.get().then(sealed::make)),
        earlier::earlier(book),
        live(move || earlier::recoverable(book)),
        stack((
            h2("Từ tệp cứu hộ"),
            p(link("link", &DataRoute::Rescue, "Mở tệp cứu hộ")),
        )),
        p(link(
            "link",
            &DataRoute::Kept,
            (icon(Icon::Left), "Dữ liệu của tôi"),
        )),
    )
        .view()
}
