//! Mục lục: which year is shown, all parts at a glance, the branches on this device.

use super::index_choice::{branches, year};
use super::parts::{Part, parts};
use crate::route::PapersRoute;
use crate::ui::{Content, El, View, each, el, h1, link, p};

pub fn screen() -> View {
    let rows = el("ul").class("rows").with(each(parts(), row));
    let guide = p(link("link", &PapersRoute::SecretaryGuide, "Hướng dẫn"));
    (h1("Mục lục"), year(), rows, guide, branches()).view()
}

fn row(part: Part) -> El {
    let words = (part.name(), el("small").with(part.about));
    let words = el("span").with(words);
    el("li").with(link("", &part.to, (part.drawing(), words)))
}
