//! A paper as a Word file, with the looks of the printed one: A4, the margins of an official document,
//! Times New Roman.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, LineSpacing, PageMargin, Paragraph, Run, RunFonts, Table, TableCell,
    TableLayoutType, TableRow, VAlignType, WidthType,
};
use so_tay::domain::paper::{Block, Line, LineKind, Look, Paper, Signatures};

/// Twentieths of a point to a millimetre, rounded.
const fn mm(millimetres: i32) -> i32 {
    (millimetres * 1440 * 10 + 127) / 254
}

/// Half points.
const SIZE: usize = 28;
const SMALL: usize = 24;
/// Between the margins, halved.
const HALF: usize = mm(165) as usize / 2;

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
    let mut docx = Docx::new()
        .page_size(mm(210) as u32, mm(297) as u32)
        .page_margin(margins)
        .default_fonts(font)
        .default_size(SIZE)
        .add_table(head(paper))
        .add_paragraph(title(&paper.title.to_uppercase()).line_spacing(before(400)))
        .add_paragraph(title(&paper.about).line_spacing(after(240)));
    let (last, blocks) = match paper.body.split_last() {
        Some((last, blocks)) => (Some(last), blocks),
        None => (None, &[][..]),
    };
    for block in blocks {
        docx = lines(docx, block, false);
    }
    // The signatures are never alone on a page.
    if let Some(last) = last {
        docx = lines(docx, last, true);
    }
    docx = docx
        .add_paragraph(Paragraph::new().keep_next(true))
        .add_table(signatures(&paper.sign));
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
    line.runs.iter().fold(Paragraph::new(), |paragraph, run| {
        let words = Run::new().add_text(written(&run.text));
        paragraph.add_run(match run.look {
            Look::Plain => words,
            Look::Bold => words.bold(),
            Look::Italic => words.italic(),
        })
    })
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

fn cell(paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    let empty = TableCell::new()
        .width(HALF, WidthType::Dxa)
        .vertical_align(VAlignType::Top);
    paragraphs.into_iter().fold(empty, TableCell::add_paragraph)
}

/// Two halves a row, without lines.
fn halves(rows: Vec<[TableCell; 2]>) -> Table {
    let rows = rows
        .into_iter()
        .map(|row| TableRow::new(row.into()).cant_split());
    Table::without_borders(rows.collect())
        .set_grid(vec![HALF, HALF])
        .layout(TableLayoutType::Fixed)
        .width(2 * HALF, WidthType::Dxa)
}

fn head(paper: &Paper) -> Table {
    let above = paper.above.iter().filter(|line| !line.is_empty());
    let above = above.map(|line| centred(&Line::plain(line.as_str())));
    let branch = (!paper.branch.is_empty()).then(|| {
        let run = Run::new().add_text(written(&paper.branch)).bold();
        Paragraph::new()
            .align(AlignmentType::Center)
            .add_run(run.underline("single"))
    });
    let right = paper.right.lines().map(|line| centred(&Line::bold(line)));
    let mut rows = vec![[cell(above.chain(branch)), cell(right)]];
    if !paper.number.is_empty() {
        let number = centred(&Line::plain(paper.number.as_str()));
        let dated = centred(&Line::italic(paper.dated.as_str()));
        rows.push([number, dated].map(|paragraph| cell([paragraph.line_spacing(before(120))])));
    }
    halves(rows)
}

fn signatures(sign: &Signatures) -> Table {
    let receivers = sign
        .receivers
        .iter()
        .map(|line| paragraph(line).size(SMALL));
    let left = sign.left.iter().map(centred);
    let right = sign.right.iter().map(centred);
    halves(vec![[cell(receivers.chain(left)), cell(right)]])
}
