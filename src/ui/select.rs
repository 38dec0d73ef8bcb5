//! A list to choose one from, as the browser makes it: for the many names of a branch.

use std::rc::Rc;

use leptos::prelude::event_target_value;

use super::{Choice, Content, El, each, el};
use crate::signal::Signal;

/// `chosen` is the value that is on; a value that none of the options has shows the first.
pub fn select(
    id: String,
    label: impl Content,
    options: Vec<Choice>,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> El {
    let choose: Rc<dyn Fn(String)> = Rc::new(choose);
    let options = each(options, |option| {
        let value = option.value.clone();
        el("option")
            .made_attr("value", option.value)
            .live_attr("selected", move || {
                chosen.with(|chosen| *chosen == value).then(String::new)
            })
            .with(option.label)
    });
    let field = el("select")
        .id(id.clone())
        .on("change", move |event| choose(event_target_value(&event)))
        .with(options);
    el("div")
        .class("field")
        .with((el("label").made_attr("for", id).with(label), field))
}
