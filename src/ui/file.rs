//! A button that picks a file. It accepts any kind: Android greys out types that it doesn't know,
//! and the import looks inside anyway.

use leptos::task::spawn_local;

use super::{El, el};
use crate::browser::files::{Chosen, chosen};

/// Calls `open` once with the picked file; `most` bytes at most are read.
pub fn file_button(
    label: &'static str,
    class: &'static str,
    most: usize,
    open: impl Fn(Chosen) + Clone + 'static,
) -> El {
    let pick = move |event| {
        let open = open.clone();
        spawn_local(async move {
            for file in chosen(event, most).await {
                open(file);
            }
        });
    };
    el("label").class("file").with((
        el("input").kind("file").on("change", pick),
        el("span").class(class).with(label),
    ))
}
