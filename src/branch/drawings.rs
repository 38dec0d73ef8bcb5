//! The line drawings that only the desk has: as symbols in the document, like those of index.html.

use crate::ui::{Content, View, drawn, each};

/// Once, at the root.
pub fn drawings() -> View {
    let symbol = |(id, path): (&'static str, &'static str)| {
        let symbol = drawn("symbol").attr("id", id);
        let path = drawn("path").attr("d", path);
        symbol.attr("viewBox", "0 0 24 24").with(path)
    };
    let symbols = [
        ("i-inbox", "M12 3v12M7 10l5 5 5-5M4 14v7h16v-7"),
        ("i-talk", "M4 4h16v12h-9l-5 4v-4H4zM8 8.5h8M8 12h5"),
        (
            "i-people",
            "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 7-6s7 2 7 6M15 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.5.8 4 2.6 4 5.5",
        ),
        ("i-pin", "M8 3h8l-1 7 3 3v2H6v-2l3-3zM12 15v6"),
        (
            "i-star",
            "M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3-5.6-3.1-5.6 3.1 1.2-6.3L3 9.6l6.3-.8z",
        ),
        ("i-chart", "M4 3v18h17M9 17v-6M14 17V6M19 17v-9"),
        ("i-box", "M3 4h18v5H3zM5 9v11h14V9M10 13h4"),
    ];
    let drawings = drawn("svg").attr("hidden", "");
    drawings.with(each(symbols, symbol)).view()
}
