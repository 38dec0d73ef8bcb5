//! Drawn figures: the frame with its text alternative, and the few shapes that they are made of. What a
//! shape means is said by letter, pattern or number, never by colour alone, so that print in black and
//! white says the same.

use super::{Content, El, View, drawn, el};

/// A drawing of so many units by so many, as wide as the column or, where words are large, wider with
/// a bar to scroll. `says` is what somebody hears who does not see it.
pub fn chart(says: String, width: usize, height: usize, shapes: impl Content) -> El {
    let drawing = drawn("svg")
        .class("chart")
        .attr("role", "img")
        .made_attr("aria-label", says.clone())
        .made_attr("viewBox", format!("0 0 {width} {height}"))
        .made_attr("data-wide", (width > 400).to_string())
        .with((hatching(), shapes));
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .made_attr("aria-label", format!("Hình vẽ, kéo ngang được: {says}"))
        .with(drawing)
}

/// Slanted lines, by the name that `Fill::Hatched` uses.
fn hatching() -> El {
    let line = drawn("path")
        .attr("d", "M-1 1L1-1M0 6L6 0M5 7L7 5")
        .class("hatch");
    let pattern = drawn("pattern")
        .attr("id", "hatch")
        .attr("width", "6")
        .attr("height", "6")
        .attr("patternUnits", "userSpaceOnUse");
    drawn("defs").with(pattern.with(line))
}

#[derive(Clone, Copy)]
pub enum Fill {
    Full,
    Hatched,
    Empty,
    /// Darkness in tenths, 0 to 10.
    Shade(usize),
}

fn filled(shape: El, fill: Fill) -> El {
    match fill {
        Fill::Full => shape.class("full"),
        Fill::Hatched => shape.class("edge").attr("fill", "url(#hatch)"),
        Fill::Empty => shape.class("edge").attr("fill", "none"),
        Fill::Shade(tenths) => shape
            .class("shade")
            .made_attr("fill-opacity", format!("{}.{}", tenths / 10, tenths % 10)),
    }
}

pub fn bar(x: usize, y: usize, width: usize, height: usize, fill: Fill) -> El {
    let numbers = [("x", x), ("y", y), ("width", width), ("height", height)];
    let bar = numbers
        .into_iter()
        .fold(drawn("rect"), |bar, (name, value)| {
            bar.made_attr(name, value.to_string())
        });
    filled(bar, fill)
}

pub fn dot(x: usize, y: usize, radius: usize, fill: Fill) -> El {
    let numbers = [("cx", x), ("cy", y), ("r", radius)];
    let dot = numbers
        .into_iter()
        .fold(drawn("circle"), |dot, (name, value)| {
            dot.made_attr(name, value.to_string())
        });
    filled(dot, fill)
}

/// `class`: "line" or "grid".
pub fn path(class: &'static str, d: String) -> El {
    drawn("path").class(class).made_attr("d", d)
}

/// Words with their middle at `x`; `class` "light" on what is dark, "start" with their beginning there,
/// "strong".
pub fn words(class: &'static str, x: usize, y: usize, words: impl Into<String>) -> View {
    let words: String = words.into();
    drawn("text")
        .class(class)
        .made_attr("x", x.to_string())
        .made_attr("y", y.to_string())
        .with(words)
        .view()
}
