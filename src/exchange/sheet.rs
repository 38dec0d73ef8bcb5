//! A table that came as text: pasted from a spreadsheet (a tab between cells), or a CSV file (comma or
//! semicolon, quotes, UTF-8 or UTF-16). It is read leniently, since people and spreadsheets write it,
//! and has an end in every direction, since anybody may send it. Never panics.

use std::borrow::Cow;
use std::fmt;

use super::Nfc;
use super::find::mentions_us;
use super::text::{composed, text_of};

pub const MAX_BYTES: usize = 2 << 20;
/// Lines that are not blank.
pub const MAX_LINES: usize = 2_000;
pub const MAX_COLUMNS: usize = 60;
/// Longest cell, in characters.
pub const MAX_CELL: usize = 2_000;

/// The lines of a table that are not blank; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub lines: Vec<Cells>,
    /// The most cells that a line has.
    pub width: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// Counted from 1, as an editor counts the lines of the text.
    pub number: usize,
    /// One line each, no blanks around, composed letters; those behind the last filled one are left out.
    pub cells: Vec<String>,
}

/// Why it is no table that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    TooLarge,
    /// A workbook as Excel keeps it, or another packed file.
    Workbook,
    Encoding,
    /// A file of this page's own.
    Ours,
    Blank,
    TooManyLines,
    TooManyColumns {
        line: usize,
    },
    LongCell {
        line: usize,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(
                f,
                "Bảng quá lớn (quá {} MB): chỉ chép các cột cần dùng rồi dán lại.",
                MAX_BYTES >> 20
            ),
            Self::Workbook => f.write_str(
                "Đây là tệp Excel, không đọc thẳng được: mở bằng Excel, chép các ô rồi dán vào đây; hoặc lưu thành “CSV UTF-8”.",
            ),
            Self::Encoding => f.write_str(
                "Chữ trong tệp không ở bảng mã Unicode: mở bằng Excel, chép các ô rồi dán vào đây; hoặc lưu thành “CSV UTF-8”.",
            ),
            Self::Ours => f.write_str(
                "Đây là tệp của Sổ tay làm theo, không phải bảng danh sách: mở ở “Nhận phiếu” hoặc “Lưu trữ”.",
            ),
            Self::Blank => f.write_str("Chưa có chữ nào trong bảng."),
            Self::TooManyLines => write!(
                f,
                "Bảng có quá {MAX_LINES} dòng: chia làm nhiều lần dán."
            ),
            Self::TooManyColumns { line } => write!(
                f,
                "Dòng {line} có quá {MAX_COLUMNS} cột: chỉ chép các cột cần dùng rồi dán lại."
            ),
            Self::LongCell { line } => write!(
                f,
                "Dòng {line} có ô dài quá {MAX_CELL} ký tự: bỏ cột ấy rồi dán lại."
            ),
        }
    }
}

/// Reads the bytes of a file or of a pasted text.
pub fn read_sheet(bytes: &[u8], nfc: Nfc) -> Result<Sheet, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::Workbook);
    }
    let text = text_of(bytes).filter(|text| !text.contains('\0'));
    let text = text.ok_or(Unreadable::Encoding)?;
    if text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('{')
        && mentions_us(text.as_bytes())
    {
        return Err(Unreadable::Ours);
    }
    let text = composed(text.trim_start_matches('\u{feff}'), nfc);
    let (separator, text, first) = separator(&text);
    let mut reader = Reader {
        rest: text,
        line: first,
        separator,
        quotes: true,
    };
    let (mut lines, mut width) = (Vec::new(), 0);
    while let Some(cells) = reader.line()? {
        if cells.cells.is_empty() {
            continue;
        }
        if lines.len() == MAX_LINES {
            return Err(Unreadable::TooManyLines);
        }
        width = width.max(cells.cells.len());
        lines.push(cells);
    }
    if lines.is_empty() {
        return Err(Unreadable::Blank);
    }
    Ok(Sheet { lines, width })
}

/// What stands between cells, the text that is the table, and the number of its first line. A tab where
/// there is one; else what more of the first lines have.
fn separator(text: &str) -> (char, &str, usize) {
    // Excel's own way of saying it.
    if let Some(told) = text.strip_prefix("sep=") {
        let mut told = told.chars();
        if let Some(separator @ (',' | ';' | '\t')) = told.next() {
            return (separator, told.as_str(), 1);
        }
    }
    if text.contains('\t') {
        return ('\t', text, 1);
    }
    let mut quoted = false;
    let (mut commas, mut semicolons) = (0_usize, 0_usize);
    for line in text.lines().take(50) {
        let (mut comma, mut semicolon) = (false, false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => comma = true,
                ';' if !quoted => semicolon = true,
                _ => {}
            }
        }
        commas += usize::from(comma);
        semicolons += usize::from(semicolon);
    }
    // Where a comma is the sign of a decimal, Excel puts semicolons between cells.
    let separator = if semicolons > 0 && semicolons >= commas {
        ';'
    } else {
        ','
    };
    (separator, text, 1)
}

struct Reader<'t> {
    rest: &'t str,
    line: usize,
    separator: char,
    /// Until a quote was found that nothing closes: from then on quotes are letters like any other.
    quotes: bool,
}

/// What ended a cell.
#[derive(PartialEq)]
enum End {
    Cell,
    Line,
    Text,
}

impl<'t> Reader<'t> {
    /// The next line, maybe blank; `None` at the end of the text.
    fn line(&mut self) -> Result<Option<Cells>, Unreadable> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let number = self.line;
        let mut cells = Vec::new();
        loop {
            let (text, end) = self.cell();
            let text = tidy(&text);
            if text.chars().count() > MAX_CELL {
                return Err(Unreadable::LongCell { line: number });
            }
            // A line may end in any number of blank cells.
            if !text.is_empty() && cells.len() >= MAX_COLUMNS {
                return Err(Unreadable::TooManyColumns { line: number });
            }
            if cells.len() < MAX_COLUMNS {
                cells.push(text);
            }
            if end != End::Cell {
                break;
            }
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        Ok(Some(Cells { number, cells }))
    }

    fn cell(&mut self) -> (Cow<'t, str>, End) {
        let Some(inside) = self.quoted() else {
            let (text, end) = self.plain();
            return (Cow::Borrowed(text), end);
        };
        self.line += line_ends(inside);
        let (_, end) = self.plain();
        (Cow::Owned(inside.replace("\"\"", "\"")), end)
    }

    /// What stands in quotes, when the whole cell does. Other quotes are letters, as in what was typed.
    fn quoted(&mut self) -> Option<&'t str> {
        let inside = self.rest.strip_prefix('"').filter(|_| self.quotes)?;
        let closing = closing(inside);
        self.quotes = closing.is_some();
        let (cell, after) = inside.split_at(closing?);
        let after = &after[1..];
        let ends = after.is_empty() || after.starts_with([self.separator, '\n', '\r']);
        if ends {
            self.rest = after;
        }
        ends.then_some(cell)
    }

    /// Up to the next separator or the end of the line.
    fn plain(&mut self) -> (&'t str, End) {
        let text = self.rest;
        let stop = |c: char| c == self.separator || c == '\n' || c == '\r';
        let Some(at) = text.find(stop) else {
            self.rest = "";
            return (text, End::Text);
        };
        let (cell, rest) = text.split_at(at);
        if let Some(rest) = rest.strip_prefix(self.separator) {
            self.rest = rest;
            return (cell, End::Cell);
        }
        self.line += 1;
        self.rest = rest.strip_prefix("\r\n").unwrap_or(&rest[1..]);
        (cell, End::Line)
    }
}

/// Where the quote is that closes the cell; two in a row are one of its letters.
fn closing(inside: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + inside.get(from..)?.find('"')?;
        if !inside[at + 1..].starts_with('"') {
            return Some(at);
        }
        from = at + 2;
    }
}

fn line_ends(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

/// One line without blanks around it and without letters that nobody sees. The apostrophe that our own
/// tables put before what a spreadsheet would take for a formula is taken off.
fn tidy(text: &str) -> String {
    let seen = |c: &char| {
        !matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
    };
    let text: String = text
        .chars()
        .filter(seen)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start().starts_with(['=', '+', '-', '@']) => {
            rest.trim_start().to_owned()
        }
        _ => text,
    }
}
