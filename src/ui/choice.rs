//! Radio groups and check boxes, as the browser makes them.

use std::rc::Rc;

use leptos::prelude::event_target_checked;

use super::{Content, El, View, b, each, el};
use crate::signal::Signal;

/// One of the things to choose from.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<&'static str>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    pub fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// A group of radio buttons. `class` gives its looks: "choices" (cards), "levels" (big buttons),
/// "keep" (three in a row). `chosen` is the value that is on, blank for none.
#[inline(always)]
pub fn choices(
    class: &'static str,
    name: &str,
    legend: impl Content,
    options: Vec<Choice>,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> El {
    group(class, name, legend.view(), options, chosen, Rc::new(choose))
}

#[inline(never)]
fn group(
    class: &'static str,
    name: &str,
    legend: View,
    options: Vec<Choice>,
    chosen: Signal<String>,
    choose: Rc<dyn Fn(String)>,
) -> El {
    // Big level buttons stand under their own heading.
    let unseen = if class == "levels" { "unseen" } else { "" };
    let legend = el("legend").class(unseen).with(legend);
    let options = each(options, |option| {
        one(name, option, chosen, Rc::clone(&choose))
    });
    el("fieldset").class(class).with((legend, options))
}

fn one(name: &str, option: Choice, chosen: Signal<String>, choose: Rc<dyn Fn(String)>) -> El {
    let Choice { value, label, hint } = option;
    let (picked, compared) = (value.clone(), value.clone());
    let input = el("input")
        .kind("radio")
        .made_attr("name", name.to_owned())
        .made_attr("value", value)
        .checked(move || chosen.with(|chosen| *chosen == compared))
        .on("change", move |_| choose(picked.clone()));
    let label = match hint {
        Some(hint) => el("span").with((b(label), el("small").with(hint))),
        None => el("span").with(label),
    };
    el("label").with((input, label))
}

/// A check box, with a line under its words where there is one.
#[inline(always)]
pub fn check(
    label: impl Into<String>,
    hint: impl Content,
    on: Signal<bool>,
    set: impl Fn(bool) + 'static,
) -> El {
    check_box(label.into(), hint.view(), on, Box::new(set))
}

#[inline(never)]
fn check_box(label: String, hint: View, on: Signal<bool>, set: Box<dyn Fn(bool)>) -> El {
    let input = el("input")
        .kind("checkbox")
        .checked(move || on.get())
        .on("change", move |event| set(event_target_checked(&event)));
    let hint = (!hint.is_empty()).then(|| el("small").with(hint));
    el("label")
        .class("check")
        .with((input, el("span").with((label, hint))))
}
