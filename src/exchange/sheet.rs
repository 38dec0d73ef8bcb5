//! A table that came as text: pasted from a spreadsheet (a tab between cells), or a CSV file (comma or
//! semicolon, quotes, UTF-8 or UTF-16). It is read leniently, since people and spreadsheets write it,
//! and has an end in every direction, since anybody may send it. Never panics.

use std::fmt;

use super::Nfc;
use super::find::mentions_us;
use super::sheet_text::Reader;
use super::text::{composed, text_of};

/// Of a text.
pub const MAX_BYTES: usize = 2 << 20;
/// Of a workbook, which may hold pictures besides.
pub const MAX_WORKBOOK: usize = 8 << 20;
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
    /// A workbook that is not in the form of .xlsx, is damaged or has a password; or another packed file.
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
                "Không mở được tệp này như bảng tính. Nếu là tệp Excel đời cũ (.xls) hay có mật khẩu: mở bằng Excel, lưu thành .xlsx không có mật khẩu; hoặc chép các ô rồi dán vào đây.",
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

/// Cell by cell, as it is kept: accents piled up in one leave the others composed.
fn compose(cells: &mut Cells, nfc: Nfc) -> Result<(), Unreadable> {
    for cell in cells.cells.iter_mut().filter(|cell| !cell.is_ascii()) {
        *cell = composed(cell, nfc);
        // A few letters of other scripts come apart.
        if cell.chars().count() > MAX_CELL {
            return Err(Unreadable::LongCell { line: cells.number });
        }
    }
    Ok(())
}

/// Whether the bytes may be a workbook that the Office program opens: .xlsx, as every packed file, begins so.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads the bytes of a file or of a pasted text.
pub fn read_sheet(bytes: &[u8], nfc: Nfc) -> Result<Sheet, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if is_workbook(bytes) || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
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
    let mut reader = Reader::new(text.trim_start_matches('\u{feff}'));
    let (mut lines, mut width) = (Vec::new(), 0);
    while let Some(mut cells) = reader.line()? {
        if cells.cells.is_empty() {
            continue;
        }
        compose(&mut cells, nfc)?;
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
