//! Khôi phục: from a backup, from what the page kept by itself, from a rescue file; and what was damaged.

use super::{backup, earlier};
use crate::book::{Book, book};
use crate::coded;
use crate::member::backup::{backup_file, give};
use crate::route::DataRoute;
use crate::signal::Signal;
use crate::ui::{Content, El, Icon, Kind, View, h1, h2, icon, link, live, notice, p, stack};

pub fn screen() -> View {
    let book = book();
    if !book.durable {
        return nothing_is_kept();
    }
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
        back(),
    )
        .view()
}

/// Another program is another load of the page: what was restored here would not be there.
fn nothing_is_kept() -> View {
    let words = "Khôi phục ở cửa sổ này thì sang màn hình khác là mất. Mở trang trong cửa sổ thường của trình duyệt (không phải ẩn danh) rồi khôi phục; tệp vẫn dùng được.";
    (h1("Khôi phục"), notice(Kind::Warn, p(words)), back()).view()
}

fn back() -> El {
    p(link(
        "link",
        &DataRoute::Kept,
        (icon(Icon::Left), "Dữ liệu của tôi"),
    ))
}

fn behind_a_code(book: Book) -> El {
    coded::make(
        move || backup_file(book),
        move |name, text| give(book, name, text),
    )
}
