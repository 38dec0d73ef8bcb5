//! Paper that an office accepts, as `domain::paper` says what stands on it. What shall stay whole on a page
//! has the class `whole`. The looks are in `style/sheet.css`, the page's margins in `style/print.css`.

use super::{Content, El, OfficeFile, View, actions, b, button, each, el, h2, hint, link, live, p};
use crate::browser::page;
use crate::domain::paper::{Block, Line, LineKind, Listing, Look, Paper, Part, Signatures};
use crate::exchange::office::Order;
use crate::signal::RwSignal;

/// At the left the names from the level above down to the branch, which is underlined; at the right the
/// unit's own words, a line each, where it wants some. Blank ones are left out.
fn letterhead(above: impl IntoIterator<Item = String>, branch: &str, right: &str) -> El {
    let above = above.into_iter().filter(|line| !line.is_empty());
    let branch = Some(branch).filter(|branch| !branch.is_empty());
    let branch = branch.map(|branch| p(b(branch.to_owned())));
    let right = each(right.lines(), |line| p(b(line.to_owned())));
    el("header").class("sheet-head").with((
        el("div").with((each(above, p), branch)),
        el("div").with(right),
    ))
}

fn sheet_title(title: &str, about: String) -> El {
    let about = p(b(about));
    el("div")
        .class("sheet-title")
        .with((h2(title.to_owned()), about))
}

/// A text of several lines, a paragraph each.
pub fn lines(text: &str) -> View {
    each(text.lines(), |line| p(line.to_owned())).view()
}

/// What stands above a paper and is not printed: the printer, a Word file (its name and what shall stand in it,
/// asked for at the tap), and the way back.
pub fn paper_ways(
    order: impl Fn() -> Option<(String, Order)> + 'static,
    back: &impl ToString,
    label: &'static str,
) -> View {
    let file = OfficeFile::begin();
    let ways = actions((
        button("button", "In", page::print),
        file.button("button-quiet", "Lưu tệp Word", order),
        link("link", back, label),
    ));
    (ways, file.told()).view()
}

/// A paper as it will be printed: line for line, on a narrow screen smaller, until larger letters are asked
/// for.
pub fn paper(paper: &Paper) -> View {
    let numbered = (!paper.number.is_empty()).then(|| {
        el("div").class("sheet-head numbered").with((
            el("div").with(p(paper.number.clone())),
            el("div").with(p(el("i").with(paper.dated.clone()))),
        ))
    });
    let foot = (!paper.foot.is_empty()).then(|| hint(paper.foot.clone()));
    let large = RwSignal::new(false);
    let label = move || {
        let words = if large.get() {
            "Thu nhỏ như tờ giấy"
        } else {
            "Chữ to để đọc"
        };
        Some(words)
    };
    let larger = button("link larger no-print", live(label), move || {
        large.set(!large.get_untracked())
    });
    let sheet = el("article")
        .class(if paper.wide {
            "sheet landscape"
        } else {
            "sheet"
        })
        .live_attr("data-large", move || large.get().then(String::new))
        .with((
            letterhead(paper.above.iter().cloned(), &paper.branch, &paper.right),
            numbered,
            sheet_title(&paper.title, paper.about.clone()),
            content(paper),
            foot,
        ));
    (larger, sheet).view()
}

/// The body and the signatures. Below a table these stand in its last rows: a printer keeps them together
/// with the rows before, which it does for nothing that follows a table.
fn content(paper: &Paper) -> View {
    let is_table = |part: &Part| matches!(part, Part::Table(_));
    let last = paper.body.iter().rposition(is_table);
    let (before, after) = paper.body.split_at(last.unwrap_or(paper.body.len()));
    let sign = signatures(&paper.sign);
    match after.split_first() {
        Some((Part::Table(listing), after)) => {
            let end = (each(after, part), sign).view();
            (each(before, part), table(listing, end)).view()
        }
        _ => (each(before, part), sign).view(),
    }
}

fn part(part: &Part) -> El {
    match part {
        Part::Text(text) => block(text),
        Part::Table(listing) => table(listing, ().view()),
    }
}

/// So many rows stay with what stands below them.
const LAST_ROWS: usize = 2;

fn table(listing: &Listing, end: View) -> El {
    let columns = each(&listing.columns, |column| {
        el("col").made_attr("width", format!("{}%", column.share))
    });
    let head = each(&listing.columns, |column| {
        el("th").attr("scope", "col").with(column.name.clone())
    });
    let row = |row: &Vec<Vec<Line>>| {
        let cells = row.iter().zip(&listing.columns);
        el("tr").with(each(cells, |(lines, column)| {
            let cell = el("td").with(each(lines, line));
            if column.centred {
                cell.class("centred")
            } else {
                cell
            }
        }))
    };
    let (rows, last) = listing
        .rows
        .split_at(listing.rows.len().saturating_sub(LAST_ROWS));
    let end = el("td")
        .class("end")
        .made_attr("colspan", listing.columns.len().to_string())
        .with(end);
    el("table").with((
        el("colgroup").with(columns),
        el("thead").with(el("tr").with(head)),
        el("tbody").with(each(rows, row)),
        el("tbody")
            .class("whole")
            .with((each(last, row), el("tr").with(end))),
    ))
}

fn block(block: &Block) -> El {
    let name = if block.whole { "div" } else { "section" };
    let all = el(name).with(each(&block.lines, line));
    if block.whole { all.class("whole") } else { all }
}

fn line(line: &Line) -> El {
    match line.kind {
        LineKind::Heading => el("h3").with(line.text()),
        LineKind::Plain => p(runs(line)),
        LineKind::Signed => p(line.text()).class("signed"),
    }
}

fn runs(line: &Line) -> View {
    let shown = line.runs.iter().map(|run| match run.look {
        Look::Plain => run.text.clone().view(),
        Look::Bold => b(run.text.clone()).view(),
        Look::Italic => el("i").with(run.text.clone()).view(),
    });
    each(shown, |run| run).view()
}

fn signatures(sign: &Signatures) -> El {
    let left = if sign.receivers.is_empty() {
        el("div").with(each(&sign.left, line))
    } else {
        el("div")
            .class("receivers")
            .with(each(&sign.receivers, line))
    };
    let right = el("div").with(each(&sign.right, line));
    el("footer").class("sheet-sign").with((left, right))
}
