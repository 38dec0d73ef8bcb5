//! The elements that most screens are made of, by short names.

use leptos::ev::Event;

use super::content::Content;
use super::el::{El, el};

/// The screen's heading; takes the focus when the screen opens.
#[inline(always)]
pub fn h1(content: impl Content) -> El {
    el("h1").attr("tabindex", "-1").with(content)
}

#[inline(always)]
pub fn h2(content: impl Content) -> El {
    el("h2").with(content)
}

#[inline(always)]
pub fn p(content: impl Content) -> El {
    el("p").with(content)
}

#[inline(always)]
pub fn b(content: impl Content) -> El {
    el("b").with(content)
}

#[inline(always)]
pub fn muted(content: impl Content) -> El {
    p(content).class("muted")
}

#[inline(always)]
pub fn hint(content: impl Content) -> El {
    p(content).class("hint")
}

#[inline(always)]
pub fn eyebrow(content: impl Content) -> El {
    p(content).class("eyebrow")
}

/// A part of a screen with even gaps.
#[inline(always)]
pub fn stack(content: impl Content) -> El {
    el("section").class("stack").with(content)
}

#[inline(always)]
pub fn actions(content: impl Content) -> El {
    el("div").class("actions").with(content)
}

/// Opens on a tap.
#[inline(always)]
pub fn details(summary: impl Content, content: impl Content) -> El {
    el("details").with((el("summary").with(summary), content))
}

/// A link to another screen.
#[inline(always)]
pub fn link(class: &'static str, to: &impl ToString, content: impl Content) -> El {
    el("a")
        .class(class)
        .made_attr("href", to.to_string())
        .with(content)
}

/// A button of the given looks: "button", "button wide", "button-quiet", "link".
#[inline(always)]
pub fn button(class: &'static str, content: impl Content, act: impl Fn() + 'static) -> El {
    el("button")
        .kind("button")
        .class(class)
        .with(content)
        .on_click(act)
}

/// A form that never leaves the page.
#[inline(always)]
pub fn form(act: impl Fn() + 'static, content: impl Content) -> El {
    let submit = move |event: Event| {
        event.prevent_default();
        act();
    };
    el("form")
        .class("stack")
        .attr("novalidate", "")
        .on("submit", submit)
        .with(content)
}
