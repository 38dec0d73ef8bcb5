//! Hướng dẫn: what its two halves are put together from. Words first; a picture shows the same, drawn of the
//! screens' own parts, so that it looks as the screen does, in any size and in the dark.

use crate::browser::page;
use crate::ui::{Content, El, View, button, each, el, h2, stack};

/// A part of the guide, with its place for the list of contents.
pub struct Part {
    id: &'static str,
    title: &'static str,
    content: View,
}

impl Part {
    pub fn new(id: &'static str, title: &'static str, content: impl Content) -> Self {
        let content = content.view();
        Self { id, title, content }
    }
}

/// The list of contents, then the parts. Its lines move the focus: the address belongs to the routes.
pub fn parts(parts: Vec<Part>) -> View {
    let line = |part: &Part| {
        let selector = format!("#{}", part.id);
        let go = move || page::focus(&selector);
        el("li").with(button("more", el("span").with(part.title), go))
    };
    let contents = el("nav")
        .attr("aria-label", "Mục lục")
        .with(el("ul").class("rows").with(each(&parts, line)));
    let section = |part: Part| {
        let heading = h2(part.title).attr("id", part.id).attr("tabindex", "-1");
        stack((heading, part.content))
    };
    (contents, each(parts, section)).view()
}

/// What to do, one after the other; the numbers are those in the picture.
pub fn steps<const N: usize>(steps: [&'static str; N]) -> El {
    el("ol")
        .class("guide")
        .with(each(steps, |step| el("li").with(step)))
}

/// A picture: `says` tells it to those who don't see it. Nothing in it can be tapped.
pub fn picture(says: &'static str, content: impl Content) -> El {
    el("div")
        .class("shot")
        .attr("role", "img")
        .attr("aria-label", says)
        .with(content)
}

/// A thing in a picture, with the number of its step.
pub fn at(number: &'static str, thing: impl Content) -> El {
    let number = el("b").class("nr").with(number);
    el("div").class("at").with((number, thing))
}

/// What looks like a button.
pub fn looks(class: &'static str, words: impl Content) -> El {
    el("span").class(class).with(words)
}

/// A question and its answer, which opens on a tap.
pub fn answer(question: &'static str, answer: impl Content) -> El {
    crate::ui::details(question, answer)
}
