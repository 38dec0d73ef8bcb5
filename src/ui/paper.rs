//! Pieces of paper that an office accepts, shared by the desk and the member's papers. A screen puts a
//! [`letterhead`], a [`sheet_title`], its content and a `footer.sheet-sign` into a [`sheet`]; what shall
//! stay whole on a page has the class `whole`; what is not for paper stands outside or has `no-print`.
//! The looks are in `style/sheet.css`, the page's margins in `style/print.css`; so the screen is the
//! preview.

use super::{Content, El, View, b, each, el, h2, p};

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
