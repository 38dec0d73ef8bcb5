//! Many files at once: picked, or dropped on the screen. Any kind is taken, and looked into afterwards.

use std::rc::Rc;

use super::{Content, El, el};
use crate::browser::pile::{Picked, dropped, picked};
use crate::signal::RwSignal;

/// A button that picks files; `open` is called with all of them, unread.
pub fn files_button(
    label: &'static str,
    class: &'static str,
    open: impl Fn(Vec<Picked>) + 'static,
) -> El {
    let pick = move |event| open(picked(&event));
    let input = el("input")
        .kind("file")
        .attr("multiple", "")
        .on("change", pick);
    el("label")
        .class("file")
        .with((input, el("span").class(class).with(label)))
}

/// Content on which files can be dropped.
pub fn drop_zone(content: impl Content, open: impl Fn(Vec<Picked>) + 'static) -> El {
    let over = RwSignal::new(false);
    let open = Rc::new(open);
    el("div")
        .class("drop")
        .live_attr("data-over", move || over.get().then(String::new))
        .on("dragover", move |event| {
            event.prevent_default();
            over.set(true);
        })
        .on("dragleave", move |_| over.set(false))
        .on("drop", move |event| {
            event.prevent_default();
            over.set(false);
            open(dropped(&event));
        })
        .with(content)
}
