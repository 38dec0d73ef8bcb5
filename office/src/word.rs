//! A paper as a Word file, with the looks of the printed one: A4, the margins of an official document,
//! Times New Roman.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, LineSpacing, PageMargin, PageOrientationType, Paragraph, Run, RunFonts,
    Table, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};
use so_tay::domain::paper::{Block, Line, LineKind, Listing, Look, Paper, Part, Signatures};

/// Twentieths of a point to a millimetre, rounded.
const fn mm(millimetres: i32) -> i32 {
    (millimetres * 1440 * 10 + 127) / 254
}

/// Half points.
const SIZE: usize = 28;
const SMALL: usize = 24;
/// In tables of names and letters.
const DENSE: usize = 24;

/// Between the margins.
fn across(paper: &Paper) -> usize {
    let paper = if paper.wide { mm(297) } else { mm(210) };
    usize::try_from(paper - mm(45)).unwrap_or_default()
}

pub fn word(paper: &Paper) -> Option<Vec<u8>> {
    let font = RunFonts::new()
        .ascii("Times New Roman")
        .hi_ansi("Times New Roman")
        .east_asia("Times New Roman")
        .cs("Times New Roman");
    let margins = PageMargin {
        top: mm(20),
        bottom: mm(20),
        left: mm(30),
        right: mm(15),
        header: mm(10),
        footer: mm(10),
        gutter: 0,
    };
    let (wide, high) = (mm(297) as u32, mm(210) as u32);
    let docx = if paper.wide {
        Docx::new()
            .page_size(wide, high)
            .page_orient(PageOrientationType::Landscape)
    } else {
        Docx::new().page_size(high, wide)
    };
    let half = across(paper) / 2;
    let mut docx = docx
        .page_margin(margins)
        .default_fonts(font)
        .default_size(SIZE)
        .add_table(head(paper, half))
        .add_paragraph(title(&paper.title.to_uppercase()).line_spacing(before(400)))
        .add_paragraph(title(&paper.about).line_spacing(after(240)));
    let count = paper.body.len();
    for (part, number) in paper.body.iter().zip(1..) {
        docx = match part {
            // The signatures are never alone on a page.
            Part::Text(block) => lines(docx, block, number == count),
            Part::Table(listing) => docx.add_table(table(listing, across(paper))),
        };
    }
    docx = docx
        .add_paragraph(Paragraph::new().keep_next(true))
        .add_table(signatures(&paper.sign, half));
    if !paper.foot.is_empty() {
        let foot = Run::new().add_text(written(&paper.foot)).size(SMALL);
        docx = docx.add_paragraph(Paragraph::new().add_run(foot).line_spacing(before(240)));
    }
    let mut file = Cursor::new(Vec::new());
    docx.pack(&mut file).ok()?;
    Some(file.into_inner())
}

/// Without what no XML may hold, for which Word would refuse the whole file.
fn written(text: &str) -> String {
    let fits = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(fits).collect()
}

fn before(twips: u32) -> LineSpacing {
    LineSpacing::new().before(twips)
}

fn after(twips: u32) -> LineSpacing {
    LineSpacing::new().after(twips)
}

fn title(text: &str) -> Paragraph {
    Paragraph::new()
        .align(AlignmentType::Center)
        .keep_next(true)
        .add_run(Run::new().add_text(written(text)).bold())
}

fn lines(mut docx: Docx, block: &Block, signed_below: bool) -> Docx {
    for (index, line) in block.lines.iter().enumerate() {
        let last = index + 1 == block.lines.len();
        let heading = line.kind == LineKind::Heading;
        let space = match (heading, block.whole && index == 0) {
            (true, _) => 240,
            (_, true) => 120,
            _ => 60,
        };
        let paragraph = paragraph(line)
            .align(AlignmentType::Both)
            .line_spacing(before(space))
            .keep_lines(block.whole)
            .keep_next(heading || (block.whole && !last) || (signed_below && last));
        docx = docx.add_paragraph(paragraph);
    }
    docx
}

fn paragraph(line: &Line) -> Paragraph {
    let all = line.runs.iter().map(words);
    all.fold(Paragraph::new(), Paragraph::add_run)
}

fn words(run: &so_tay::domain::paper::Run) -> Run {
    let words = Run::new().add_text(written(&run.text));
    match run.look {
        Look::Plain => words,
        Look::Bold => words.bold(),
        Look::Italic => words.italic(),
    }
}

/// Centred, as what stands in the heads and at the end.
fn centred(line: &Line) -> Paragraph {
    let paragraph = paragraph(line).align(AlignmentType::Center);
    match line.kind {
        // Room for the hand.
        LineKind::Signed => paragraph.line_spacing(before(1300)),
        _ => paragraph,
    }
}

fn cell(width: usize, paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    let empty = TableCell::new()
        .width(width, WidthType::Dxa)
        .vertical_align(VAlignType::Top);
    paragraphs.into_iter().fold(empty, TableCell::add_paragraph)
}

/// Two halves a row, without lines.
fn halves(half: usize, rows: Vec<[TableCell; 2]>) -> Table {
    let rows = rows
        .into_iter()
        .map(|row| TableRow::new(row.into()).cant_split());
    Table::without_borders(rows.collect())
        .set_grid(vec![half, half])
        .layout(TableLayoutType::Fixed)
        .width(2 * half, WidthType::Dxa)
}

fn head(paper: &Paper, half: usize) -> Table {
    let above = paper.above.iter().filter(|line| !line.is_empty());
    let above = above.map(|line| centred(&Line::plain(line.as_str())));
    let branch = (!paper.branch.is_empty()).then(|| {
        let run = Run::new().add_text(written(&paper.branch)).bold();
        Paragraph::new()
            .align(AlignmentType::Center)
            .add_run(run.underline("single"))
    });
    let right = paper.right.lines().map(|line| centred(&Line::bold(line)));
    let mut rows = vec![[cell(half, above.chain(branch)), cell(half, right)]];
    if !paper.number.is_empty() {
        let number = centred(&Line::plain(paper.number.as_str()));
        let dated = centred(&Line::italic(paper.dated.as_str()));
        rows.push(
            [number, dated].map(|paragraph| cell(half, [paragraph.line_spacing(before(120))])),
        );
    }
    halves(half, rows)
}

fn signatures(sign: &Signatures, half: usize) -> Table {
    let receivers = sign
        .receivers
        .iter()
        .map(|line| paragraph(line).size(SMALL));
    let left = sign.left.iter().map(centred);
    let right = sign.right.iter().map(centred);
    halves(
        half,
        vec![[cell(half, receivers.chain(left)), cell(half, right)]],
    )
}

/// No row is split. Its head stands on the first page only: the library knows no other.
fn table(listing: &Listing, across: usize) -> Table {
    let widths = listing.columns.iter();
    let widths: Vec<_> = widths
        .map(|column| usize::from(column.share) * across / 100)
        .collect();
    let name = |text: &String| {
        let run = Run::new().add_text(written(text)).bold().size(DENSE);
        Paragraph::new().align(AlignmentType::Center).add_run(run)
    };
    let head = listing.columns.iter().zip(&widths);
    let head = head.map(|(column, width)| cell(*width, [name(&column.name)]));
    let head = TableRow::new(head.collect()).cant_split();
    let rows = listing.rows.iter().map(|row| {
        let cells = row.iter().zip(&listing.columns).zip(&widths);
        let cells = cells.map(|((lines, column), width)| {
            let lines = lines.iter().map(|line| {
                let paragraph = dense(line);
                if column.centred {
                    paragraph.align(AlignmentType::Center)
                } else {
                    paragraph
                }
            });
            cell(*width, lines)
        });
        TableRow::new(cells.collect()).cant_split()
    });
    let rows = std::iter::once(head).chain(rows).collect();
    Table::new(rows)
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
        .width(across, WidthType::Dxa)
}

fn dense(line: &Line) -> Paragraph {
    let all = line.runs.iter().map(|run| words(run).size(DENSE));
    all.fold(Paragraph::new(), Paragraph::add_run)
}
