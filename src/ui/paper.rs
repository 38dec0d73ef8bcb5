//! Pieces of paper that an office accepts, shared by the desk and the member's papers. A screen puts a
//! [`letterhead`], a [`sheet_title`], its content and a `footer.sheet-sign` into a [`sheet`]; what shall
//! stay whole on a page has the class `whole`; what is not for paper stands outside or has `no-print`.
//! The looks are in `style/sheet.css`, the page's margins in `style/print.css`; so the screen is the
//! preview.

use super::{Content, El, View, b, each, el, h2, hint, p};
use crate::domain::paper::{Block, Line, LineKind, Look, Paper, Signatures};

/// The sheet: as on paper where the screen is wide enough.
pub fn sheet(content: impl Content) -> El {
    el("article").class("sheet").with(content)
}

/// At the left the names from the level above down to the branch, which is underlined; at the right the
/// unit's own words, a line each, where it wants some. Blank ones are left out.
pub fn letterhead(above: impl IntoIterator<Item = String>, branch: &str, right: &str) -> El {
    let above = above.into_iter().filter(|line| !line.is_empty());
    let branch = Some(branch).filter(|branch| !branch.is_empty());
    let branch = branch.map(|branch| p(b(branch.to_owned())));
    let right = each(right.lines(), |line| p(b(line.to_owned())));
    el("header").class("sheet-head").with((
        el("div").with((each(above, p), branch)),
        el("div").with(right),
    ))
}

pub fn sheet_title(title: &str, about: String) -> El {
    let about = p(b(about));
    el("div")
        .class("sheet-title")
        .with((h2(title.to_owned()), about))
}

/// A text of several lines, a paragraph each.
pub fn lines(text: &str) -> View {
    each(text.lines(), |line| p(line.to_owned())).view()
}

/// A paper as it will be printed.
pub fn paper(paper: &Paper) -> El {
    let numbered = (!paper.number.is_empty()).then(|| {
        el("div").class("sheet-head numbered").with((
            el("div").with(p(paper.number.clone())),
            el("div").with(p(el("i").with(paper.dated.clone()))),
        ))
    });
    let foot = (!paper.foot.is_empty()).then(|| hint(paper.foot.clone()));
    sheet((
        letterhead(paper.above.iter().cloned(), &paper.branch, &paper.right),
        numbered,
        sheet_title(&paper.title, paper.about.clone()),
        each(&paper.body, block),
        signatures(&paper.sign),
        foot,
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
