//! The line drawings of the guide.

use super::guide::picture;
use crate::ui::{Content, El, View, drawn, each, el};

/// A drawing of lines in the ink's colour, as wide as `width` units of 24 high.
fn lines(view_box: &'static str, paths: &[&'static str]) -> El {
    let line = |path: &&'static str| drawn("path").attr("d", path);
    drawn("svg")
        .class("lines")
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .with(each(paths, line))
}

fn under(drawing: El, words: &'static str) -> El {
    el("div")
        .class("under")
        .with((drawing, el("span").with(words)))
}

const PHONE: &str = "M6 1.5h12v21H6zM10.5 19.5h3";
const PERSON: &str = "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 22c0-5 3.5-8 8-8s8 3 8 8";
const BUBBLE: &str = "M3 4h18v13h-9l-5 4.5V17H3zM7 8.5h10M7 12.5h6";
const ARROW: &str = "M2 12h18M14 6l6 6-6 6";

/// My phone, Zalo, the secretary.
pub fn way_to_the_branch() -> El {
    let small = "0 0 24 24";
    let arrow = || lines(small, &[ARROW]);
    let way = (
        under(lines(small, &[PHONE]), "Máy của tôi"),
        arrow(),
        under(lines(small, &[BUBBLE]), "Zalo"),
        arrow(),
        under(lines(small, &[PERSON]), "Bí thư"),
    );
    picture(
        "Tệp đi từ máy của tôi, qua Zalo, đến bí thư.",
        el("div").class("way").with(way),
    )
}

/// A sheet of a spreadsheet, and the desk's list.
pub fn from_excel() -> El {
    let small = "0 0 24 24";
    let sheet = "M2 4h20v16H2zM2 9.3h20M2 14.6h20M9 4v16M16 4v16";
    let list = "M9 6h13M9 12h13M9 18h13M4 7.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM4 13.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM4 19.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z";
    let way = (
        under(lines(small, &[sheet]), "Excel: chép"),
        lines(small, &[ARROW]),
        under(lines(small, &[list]), "Trang này: dán"),
    );
    picture(
        "Bảng trong Excel được chép rồi dán vào danh sách của trang này.",
        el("div").class("way").with(way),
    )
}

/// The signs to look for in Chrome and in Safari.
pub fn installing() -> View {
    let dots = "M12 4.6v.8M12 11.6v.8M12 18.6v.8";
    let share = "M12 15V2.5M7.5 6.5L12 2l4.5 4.5M8 10H5v12h14V10h-3";
    let signs = (
        under(
            lines("0 0 24 24", &[dots]).class("lines thick"),
            "Chrome: ba chấm",
        ),
        under(lines("0 0 24 24", &[share]), "Safari: Chia sẻ"),
    );
    picture(
        "Hai dấu cần tìm: ba chấm dọc của Chrome; ô vuông có mũi tên đi lên của Safari.",
        el("div").class("way").with(signs),
    )
    .view()
}
