//! The lines and cells of a table's text, quoted or not.

use std::borrow::Cow;

use super::sheet::{Cells, MAX_CELL, MAX_COLUMNS, Unreadable};

/// What stands between cells, and the text that is the table. A tab where there is one; else what more
/// of the first lines have.
fn separator(text: &str) -> (char, &str) {
    // Excel's own way of saying it.
    if let Some(told) = text.strip_prefix("sep=") {
        let mut told = told.chars();
        if let Some(separator @ (',' | ';' | '\t')) = told.next() {
            return (separator, told.as_str());
        }
    }
    if text.contains('\t') {
        return ('\t', text);
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
    (separator, text)
}

/// Reads a text line by line.
pub(super) struct Reader<'t> {
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
    pub(super) fn new(text: &'t str) -> Self {
        let (separator, rest) = separator(text);
        Self {
            rest,
            line: 1,
            separator,
            quotes: true,
        }
    }

    /// The next line, maybe blank; `None` at the end of the text.
    pub(super) fn line(&mut self) -> Result<Option<Cells>, Unreadable> {
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
