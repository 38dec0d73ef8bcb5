//! A button that picks a file. It accepts any kind: Android greys out types that it doesn't know,
//! and the import looks inside anyway.

use std::rc::Rc;

use super::{El, el};
use crate::browser::files::{Chosen, chosen};
use crate::browser::timer::later;
use crate::signal::RwSignal;

/// Calls `open` once with the picked file, unless the person went elsewhere while it was read; `most`
/// bytes at most are read.
#[inline(always)]
pub fn file_button(
    label: &'static str,
    class: &'static str,
    most: usize,
    open: impl Fn(Chosen) + 'static,
) -> El {
    picker(label, class, most, Rc::new(open))
}

#[inline(never)]
fn picker(label: &'static str, class: &'static str, most: usize, open: Rc<dyn Fn(Chosen)>) -> El {
    let button = RwSignal::new(());
    let pick = move |event| {
        let open = Rc::clone(&open);
        later(async move {
            for file in chosen(event, most).await {
                if button.is_there() {
                    open(file);
                }
            }
        });
    };
    el("label").class("file").with((
        el("input").kind("file").on("change", pick),
        el("span").class(class).with(label),
    ))
}
