//! The branch's tables as workbooks.

use std::io::Read;

use so_tay::domain::branch::months::Word;
use so_tay::exchange::tables::{
    Cell, Grid, commendations_table, months_table, registration_table, roster_table,
};
use so_tay_office::excel;

use crate::{converted, sample, text, today};

fn grids() -> Vec<Grid> {
    let (branch, dossiers) = sample();
    let months = |word| months_table(&branch, &dossiers, 2026, today(), word);
    vec![
        roster_table(&branch, today()),
        registration_table(&branch, &dossiers, 2026, today()),
        months(Word::Own),
        months(Word::Branch),
        commendations_table(&branch, 2026),
    ]
}

/// A cell as its type and its value.
type Told = (String, String);

/// The tables of a flat OpenDocument spreadsheet by name, each as rows of cells.
fn tables(read: &str) -> Vec<(String, Vec<Vec<Told>>)> {
    let pieces = read.split("<table:table ").skip(1);
    pieces
        .map(|piece| {
            let rows = piece.split("<table:table-row").skip(1).map(row).collect();
            (attribute(piece, "table:name").unwrap_or_default(), rows)
        })
        .collect()
}

fn row(piece: &str) -> Vec<Told> {
    let mut cells = Vec::new();
    for cell in piece.split("<table:table-cell").skip(1) {
        let tag = cell.split('>').next().unwrap_or_default();
        let repeated = attribute(tag, "table:number-columns-repeated");
        let repeated = repeated.map_or(1, |text| text.parse().expect("a number"));
        let kind = attribute(tag, "office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => attribute(tag, "office:date-value"),
            "float" => attribute(tag, "office:value"),
            _ => Some(words(cell)),
        };
        // Blank columns to the sheet's end come as one.
        for _ in 0..usize::min(repeated, 40) {
            cells.push((kind.clone(), value.clone().unwrap_or_default()));
        }
    }
    cells
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
    let rest = &tag[from..];
    Some(plain(&rest[..rest.find('"')?]))
}

/// Its text, without the marks of its look.
fn words(cell: &str) -> String {
    let cell = cell.split("</table:table-cell>").next().unwrap_or_default();
    let cell = cell.split_once('>').map_or("", |(_, rest)| rest);
    let mut text = String::new();
    let mut inside = false;
    for c in cell.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    plain(text.trim())
}

fn plain(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (mark, letter)| {
        text.replace(mark, letter)
    })
}

fn expected(cell: &Cell) -> Told {
    let (kind, value) = match cell {
        Cell::Text(text) if text.is_empty() => ("", String::new()),
        Cell::Text(text) => ("string", text.clone()),
        Cell::Number(number) => ("float", number.to_string()),
        Cell::Day(day) => {
            let month = day.month();
            let iso = format!("{:04}-{:02}-{:02}", day.year(), month.number(), day.day());
            ("date", iso)
        }
    };
    (kind.to_owned(), value)
}

#[test]
fn every_cell_is_what_it_is_a_text_a_number_a_day() {
    let grids = grids();
    let read = text(converted(&excel(&grids).expect("made"), "xlsx", "fods"));
    assert!(!read.contains("table:formula"), "no formula");
    let tables = tables(&read);
    assert_eq!(tables.len(), grids.len());
    let (mut days, mut numbers) = (0, 0);
    for ((name, rows), grid) in tables.iter().zip(&grids) {
        assert_eq!(*name, grid.name);
        let head = grid.head.iter().map(|text| Cell::Text(text.clone()));
        let head: Vec<Cell> = head.collect();
        for (line, row) in std::iter::once(&head).chain(&grid.rows).zip(rows) {
            for (cell, read) in line.iter().zip(row) {
                days += usize::from(matches!(cell, Cell::Day(_)));
                numbers += usize::from(matches!(cell, Cell::Number(_)));
                assert_eq!(*read, expected(cell), "in {name}");
            }
            assert!(row.len() >= line.len());
        }
        assert!(rows.len() > grid.rows.len(), "{name}");
        if let Some(foot) = grid.foot.first() {
            let said = rows.iter().any(|row| row.first() == Some(&expected(foot)));
            assert!(said, "{name} ends with {foot}");
        }
    }
    assert!(days > 40 && numbers > 80, "{days} days, {numbers} numbers");
}

#[test]
fn the_head_stays_in_sight_and_filters() {
    let grids = grids();
    let read = text(converted(&excel(&grids).expect("made"), "xlsx", "fods"));
    for grid in &grids {
        let name = &grid.name;
        let filters = |quote| {
            let from = format!("table:target-range-address=\"{quote}{name}{quote}.A1:");
            plain(&read).contains(&from)
        };
        assert!(filters("'") || filters(""), "{name} has filters");
    }
    assert!(read.contains("table:display-filter-buttons=\"true\""));
    // A name has more room than a number.
    let widths: Vec<f64> = read
        .split("style:column-width=\"")
        .skip(1)
        .filter_map(|rest| rest.split("in\"").next()?.parse().ok())
        .collect();
    let least = widths.iter().copied().fold(f64::MAX, f64::min);
    let most = widths.iter().copied().fold(0.0, f64::max);
    assert!(least < 0.9 && most > 2.0 && most < 3.5, "{widths:?}");

    // How a sheet is looked at is in no flat file: as LibreOffice writes it back.
    let back = converted(&excel(&grids).expect("made"), "xlsx", "xlsx");
    let mut back = zip::ZipArchive::new(std::io::Cursor::new(back)).expect("a workbook");
    for number in 1..=grids.len() {
        let mut sheet = String::new();
        let part = format!("xl/worksheets/sheet{number}.xml");
        let mut part = back.by_name(&part).expect("a sheet");
        part.read_to_string(&mut sheet).expect("XML");
        let pane = sheet.split("<pane ").nth(1).expect("a pane");
        let pane = pane.split('>').next().unwrap_or_default();
        for said in ["xSplit=\"1\"", "ySplit=\"1\"", "state=\"frozen\""] {
            assert!(pane.contains(said), "{pane}");
        }
    }
}

#[test]
fn what_a_person_wrote_is_never_a_formula() {
    let hostile = [
        "=1+1",
        "+84",
        "-2",
        "@SUM(A1)",
        "{=1}",
        "=HYPERLINK(\"x\")",
        "\u{1}\u{fffe}&<b>",
    ];
    let row: Vec<_> = hostile
        .iter()
        .map(|text| Cell::Text((*text).to_owned()))
        .collect();
    let grid = Grid {
        name: "Danh sách".to_owned(),
        head: hostile.iter().map(|text| (*text).to_owned()).collect(),
        foot: row.clone(),
        rows: vec![row],
    };
    let read = text(converted(&excel(&[grid]).expect("made"), "xlsx", "fods"));
    assert!(!read.contains("table:formula"));
    let tables = tables(&read);
    let rows = &tables[0].1;
    for row in &rows[..2] {
        for (cell, text) in row.iter().zip(&hostile[..6]) {
            assert_eq!(*cell, ("string".to_owned(), (*text).to_owned()));
        }
    }
}
