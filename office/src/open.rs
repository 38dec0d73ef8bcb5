//! A workbook that somebody made, read into text.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use so_tay::exchange::sheet::{MAX_COLUMNS, MAX_LINES};
use zip::ZipArchive;

/// Tabs beyond these are not looked at.
const MAX_TABS: usize = 20;
/// Of all its parts together, in bytes.
const MAX_UNFOLDED: u64 = 64 << 20;

/// The tabs that are not hidden and have something in them, in the workbook's order, each as a
/// spreadsheet puts it on the clipboard, a line for each row from the first on. Of each no more than a
/// roster may have, and one row and one column beyond that, so that whoever reads the text can say so.
///
/// # Errors
/// When it is no .xlsx file, is damaged, has a password, or unfolds to more than [`MAX_UNFOLDED`].
pub fn open(bytes: &[u8]) -> Result<Vec<String>, XlsxError> {
    measure(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes))?;
    let shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible;
    let shown = workbook.sheets_metadata().iter().filter(shown);
    let names: Vec<_> = shown
        .map(|sheet| sheet.name.clone())
        .take(MAX_TABS)
        .collect();
    let mut tabs = Vec::new();
    for name in names {
        let text = text(&mut workbook, &name)?;
        if !text.is_empty() {
            tabs.push(text);
        }
    }
    Ok(tabs)
}

/// Unfolds the parts one after the other and keeps nothing of them: what they say of their size may be a lie.
fn measure(bytes: &[u8]) -> Result<(), XlsxError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = MAX_UNFOLDED;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?.take(left + 1);
        let length = io::copy(&mut part, &mut io::sink())?;
        left = left
            .checked_sub(length)
            .ok_or(XlsxError::Unexpected("it unfolds to too much"))?;
    }
    Ok(())
}

fn text(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<String, XlsxError> {
    // A drawing or a macro's tab has no cells.
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else {
        return Ok(String::new());
    };
    let mut text = String::new();
    let (mut row, mut column, mut lines) = (0, 0, 0);
    while let Some(cell) = cells.next_cell()? {
        let words = words(cell.get_value());
        let (at, across) = cell.get_position();
        if words.is_empty() || across as usize > MAX_COLUMNS {
            continue;
        }
        // Rows come in order; one that does not is a forgery.
        if at > row || lines == 0 {
            lines += 1;
            for _ in row..at {
                text.push('\n');
            }
            (row, column) = (at, 0);
        }
        if lines > MAX_LINES + 1 {
            break;
        }
        for _ in column..across {
            text.push('\t');
        }
        column = across.max(column);
        text.push_str(&quoted(&words));
    }
    Ok(text)
}

/// What a cell shows, in a line.
fn words(value: &DataRef) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{day:02}/{month:02}/{year}")
        }
        DataRef::DateTimeIso(text) => {
            let mut parts = text.splitn(3, '-');
            match (parts.next(), parts.next(), parts.next()) {
                (Some(year), Some(month), Some(day)) => {
                    let day = day.get(..2).unwrap_or(day);
                    format!("{day}/{month}/{year}")
                }
                _ => text.clone(),
            }
        }
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// What would end a cell or a line becomes a blank; a cell with a quote is quoted.
fn quoted(text: &str) -> String {
    let text = text.replace(['\t', '\n', '\r'], " ");
    if text.contains('"') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
