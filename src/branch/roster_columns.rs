//! Which column of a table is what: as it was guessed, for the secretary to mend.

use super::roster_paste::Import;
use crate::exchange::roster_columns::{Columns, Meaning};
use crate::exchange::sheet::Sheet;
use crate::signal::Signal;
use crate::ui::{Choice, Content, El, View, check, details, each, el, hint, live, select};

/// Examples shown of a column.
const EXAMPLES: usize = 3;

pub fn columns(import: Import) -> View {
    let fields = import
        .sheet
        .with_untracked(|sheet| sheet.as_ref().map(|sheet| fields(import, sheet)));
    let unclear = import.columns.with_untracked(|columns| {
        let has = |is_it: fn(Meaning) -> bool| columns.meanings.iter().any(|one| is_it(*one));
        !has(Meaning::is_of_name) || columns.head.is_none()
    });
    let said = live(move || hint(import.columns.with(in_words)));
    let folded = details("Cột nào là gì", (with_head(import), fields));
    let folded = if unclear {
        folded.attr("open", "")
    } else {
        folded
    };
    (said, folded).view()
}

/// "Họ và tên: cột 2 · Đối tượng: cột 4"
fn in_words(columns: &Columns) -> String {
    let used = columns.meanings.iter().zip(1..);
    let used = used.filter(|(meaning, _)| **meaning != Meaning::Nothing);
    let words: Vec<_> = used
        .map(|(meaning, number)| format!("{}: cột {number}", meaning.name()))
        .collect();
    if words.is_empty() {
        "Chưa rõ cột nào là họ tên: chọn ở dưới.".to_owned()
    } else {
        words.join(" · ")
    }
}

fn with_head(import: Import) -> El {
    // Where the guess has it, else the first line.
    let head = import
        .columns
        .with_untracked(|columns| columns.head.unwrap_or(0));
    let on = Signal::derive(move || import.columns.with(|columns| columns.head.is_some()));
    check("Bảng có dòng tên cột", (), on, move |on| {
        import
            .columns
            .update(|columns| columns.head = on.then_some(head));
    })
}

fn fields(import: Import, sheet: &Sheet) -> El {
    let head = import.columns.with_untracked(|columns| columns.head);
    let filled = (0..sheet.width).filter(|at| {
        let mut lines = sheet.lines.iter();
        lines.any(|line| line.cells.get(*at).is_some_and(|cell| !cell.is_empty()))
    });
    let field = |at: usize| field(import, at, words_of(sheet, head, at));
    el("div").class("columns").with(each(filled, field))
}

/// The head of a column and some of what stands in it.
fn words_of(sheet: &Sheet, head: Option<usize>, at: usize) -> (String, String) {
    let cell = |line: &'_ usize| sheet.lines.get(*line)?.cells.get(at).cloned();
    let filled = |cell: &String| !cell.is_empty();
    let name = head.and_then(|head| cell(&head)).filter(filled);
    let name = name.unwrap_or_else(|| format!("Cột {}", at + 1));
    let below = head.map_or(0, |head| head + 1)..sheet.lines.len();
    let mut examples = Vec::new();
    for cell in below.filter_map(|line| cell(&line)).filter(filled) {
        if examples.len() < EXAMPLES && !examples.contains(&cell) {
            examples.push(cell);
        }
    }
    (name, examples.join(" · "))
}

fn field(import: Import, at: usize, (name, examples): (String, String)) -> El {
    let options = Meaning::ALL.map(|meaning| Choice::new(meaning.name(), meaning.name()));
    let chosen = Signal::derive(move || {
        let meaning = import
            .columns
            .with(|columns| columns.meanings.get(at).copied());
        meaning.unwrap_or_default().name().to_owned()
    });
    let choose = move |value: String| {
        let meaning = Meaning::ALL.into_iter().find(|one| one.name() == value);
        import.columns.update(|columns| {
            if let Some(place) = columns.meanings.get_mut(at) {
                *place = meaning.unwrap_or_default();
            }
        });
    };
    let label = (name, el("small").with(examples));
    select(
        format!("column-{at}"),
        label,
        options.into(),
        chosen,
        choose,
    )
}
