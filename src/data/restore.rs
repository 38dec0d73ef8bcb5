//! Khôi phục: from a backup, from what the page kept by itself, from a rescue file; and what was damaged.

use super::{backup, earlier};
use crate::book::{Book, book};
use crate::coded;
use crate::member::backup::{backup_file, give};
use crate::route::DataRoute;
use crate::signal::Signal;
use crate::ui::{Content, El, Icon, View, h1, h2, icon, link, live, p, stack};

pub fn screen() -> View {
    let book = book();
    let open = Signal::derive(move || book.id().is_some());
    (
        h1("Khôi phục"),
        earlier::damaged(),
        backup::section(),
        live(move || open.get().then(|| behind_a_code(book))),
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

fn behind_a_code(book: Book) -> El {
    coded::make(
        move || backup_file(book),
        move |name, text| give(book, name, text),
    )
}
