//! Mục lục: all parts at a glance.

use super::parts::{Part, parts};
use crate::ui::{Content, El, View, each, el, h1, link};

pub fn screen() -> View {
    (
        h1("Mục lục"),
        el("ul").class("rows").with(each(parts(), row)),
    )
        .view()
}

fn row(part: Part) -> El {
    let words = (part.name(), el("small").with(part.about));
    let words = el("span").with(words);
    el("li").with(link("", &part.to, (part.drawing(), words)))
}
