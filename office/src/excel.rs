//! A workbook of the branch's tables: numbers and days as such, text as text whatever it begins with, a head
//! that stays in sight and filters.

use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use so_tay::exchange::tables::{Cell, Grid};

/// Of a column, in pixels: some 40 letters. Longer text goes on in the next line.
const WIDEST: u32 = 300;
/// A4, as Excel counts sheets of paper.
const A4: u8 = 9;

struct Looks {
    head: Format,
    text: Format,
    number: Format,
    day: Format,
    foot: Format,
}

/// A tab for each table, in their order.
pub fn excel(grids: &[Grid]) -> Result<Vec<u8>, XlsxError> {
    let cell = Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(12)
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let ruled = cell.clone().set_border(FormatBorder::Thin);
    let looks = Looks {
        head: ruled.clone().set_bold().set_align(FormatAlign::Center),
        number: ruled.clone().set_align(FormatAlign::Center),
        day: ruled
            .clone()
            .set_align(FormatAlign::Center)
            .set_num_format("dd/mm/yyyy"),
        text: ruled,
        foot: cell.set_bold().unset_text_wrap(),
    };
    let mut workbook = Workbook::new();
    for grid in grids {
        write(grid, workbook.add_worksheet(), &looks)?;
    }
    workbook.save_to_buffer()
}

fn write(grid: &Grid, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(&grid.name)?;
    for (column, name) in (0..).zip(&grid.head) {
        sheet.write_string_with_format(0, column, name, &looks.head)?;
    }
    let mut below = 1;
    for row in &grid.rows {
        for (column, cell) in (0..).zip(row) {
            put(sheet, below, column, cell, looks)?;
        }
        below += 1;
    }
    // Before the foot is there: its sentence runs over the columns.
    sheet.set_autofit_max_width(WIDEST);
    sheet.autofit();
    let last = u16::try_from(grid.head.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, below - 1, last)?;
    for (column, cell) in (0..).zip(&grid.foot) {
        sheet.write_string_with_format(below + 1, column, cell.to_string(), &looks.foot)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_paper_size(A4);
    if grid.head.len() > 7 {
        sheet.set_landscape();
    }
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string_with_format(row, column, text, &looks.text)?,
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &looks.number)?
        }
        Cell::Day(day) => {
            let year = u16::try_from(day.year()).unwrap_or_default();
            // Excel knows no day before 1900.
            match ExcelDateTime::from_ymd(year, day.month().number(), day.day()) {
                Ok(date) => sheet.write_datetime_with_format(row, column, date, &looks.day)?,
                Err(_) => {
                    sheet.write_string_with_format(row, column, day.to_string(), &looks.text)?
                }
            }
        }
    };
    Ok(())
}
