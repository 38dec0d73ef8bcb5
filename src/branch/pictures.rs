//! Biểu đồ: the branch's months as a heat map, registration and classes against last year; a table
//! behind each.

use super::archived::archived;
use super::pictures_compared::{classified, registered};
use crate::browser::page;
use crate::desk::{Desk, desk};
use crate::domain::YearMonth;
use crate::domain::branch::months::MonthCount;
use crate::domain::branch::pictures::{HeatRow, heat};
use crate::ui::{
    Content, El, Fill, View, actions, bar, button, chart, details, each, el, h1, h2, hint, p,
    stack, words,
};

/// Of a heat map's cell, in the drawing's units.
const COLUMN: usize = 38;
const ROW: usize = 32;
/// Room at the left for the names.
const LEFT: usize = 140;

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let head = h1(format!("Biểu đồ năm {year}"));
    if let Some(away) = archived(desk, year) {
        return (head, away).view();
    }
    let print = actions(button("button-quiet", "In các biểu đồ", page::print));
    let compared = (registered(desk, year), classified(desk, year));
    (head, months(desk, year), compared, print).view()
}

fn months(desk: Desk, year: i32) -> El {
    let today = desk.today.get_untracked();
    let rows = desk.peek_dossiers(year, |dossiers| {
        desk.peek(|branch| heat(branch, dossiers, year, today))
    });
    let head = h2("Tự đánh giá các tháng");
    let Some(whole) = rows.first() else {
        let nothing = "Chưa có tháng nào: nhận phiếu của mọi người trước.";
        return stack((head, p(nothing)));
    };
    let width = LEFT + 12 * COLUMN;
    let height = (rows.len() + 1) * ROW;
    let cells = each(rows.iter().enumerate(), |(index, row)| {
        let middle = index * ROW + ROW / 2 + 5;
        let name = words("start", 0, middle, short(&row.name));
        let months = row.months.iter().enumerate();
        (
            name,
            each(months, move |(month, (_, count))| {
                cell(month, index, *count)
            }),
        )
            .view()
    });
    let numbers = each(0..12, |month| {
        let x = LEFT + month * COLUMN + COLUMN / 2;
        words("", x, rows.len() * ROW + 22, (month + 1).to_string())
    });
    stack((
        head,
        p("Trong một trăm người phải đánh giá, bao nhiêu người đã gửi, đúng hạn hay muộn. Ô càng kín màu thì càng nhiều người gửi."),
        chart(spoken(whole), width, height, (cells, numbers)),
        hint("Ô trống: chưa tới, hoặc không ai phải đánh giá tháng đó."),
        details("Xem bảng", heat_table(&rows)),
    ))
    .class("stack figure")
}

/// As many letters as the room at the left holds.
fn short(name: &str) -> String {
    if name.chars().count() <= 20 {
        return name.to_owned();
    }
    let kept: String = name.chars().take(19).collect();
    format!("{}…", kept.trim_end())
}

fn cell(month: usize, row: usize, count: MonthCount) -> View {
    let (x, y) = (LEFT + month * COLUMN, row * ROW);
    let Some(percent) = count.percent() else {
        return bar(x + 1, y + 1, COLUMN - 2, ROW - 2, Fill::Shade(0)).view();
    };
    // Never between: on half dark neither dark nor light letters can be read.
    let tenths = match percent {
        100 => 10,
        85.. => 8,
        70.. => 2,
        50.. => 1,
        _ => 0,
    };
    let letters = if tenths > 5 { "light" } else { "" };
    let middle = (x + COLUMN / 2, y + ROW / 2 + 5);
    (
        bar(x + 1, y + 1, COLUMN - 2, ROW - 2, Fill::Shade(tenths)),
        words(letters, middle.0, middle.1, percent.to_string()),
    )
        .view()
}

/// "Cả chi bộ, số người đã gửi trên số phải đánh giá: tháng 1 42 trên 45 …"
fn spoken(whole: &HeatRow) -> String {
    let known = whole
        .months
        .iter()
        .filter(|(_, count)| count.percent().is_some());
    let month = |(month, count): &(YearMonth, MonthCount)| {
        format!(
            "tháng {}: {} trên {}",
            month.number(),
            count.here(),
            count.of
        )
    };
    let months: Vec<_> = known.map(month).collect();
    format!("{}, số người đã gửi. {}.", whole.name, months.join("; "))
}

fn heat_table(rows: &[HeatRow]) -> El {
    let column = |name: String| el("th").attr("scope", "col").with(name);
    let months = (1..=12).map(|month| column(month.to_string()));
    let head = (column("Tổ".to_owned()), each(months, |column| column));
    let line = |row: &HeatRow| {
        let cell = |(_, count): &(YearMonth, MonthCount)| {
            let shown = count.percent().map(|_| {
                let late =
                    (count.late > 0).then(|| el("small").with(format!("{} muộn", count.late)));
                (format!("{}/{}", count.here(), count.of), late)
            });
            el("td").with(shown)
        };
        let name = el("th").attr("scope", "row").with(row.name.clone());
        el("tr").with((name, each(&row.months, cell)))
    };
    let table = el("table").with((
        el("caption")
            .class("unseen")
            .with("Số người đã gửi trên số phải đánh giá, theo tháng"),
        el("thead").with(el("tr").with(head)),
        el("tbody").with(each(rows, line)),
    ));
    el("div")
        .class("scroll matrix")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", "Bảng các tháng")
        .with(table)
}
