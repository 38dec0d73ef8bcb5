//! A button that picks files. It accepts any kind: Android greys out types that it doesn't know,
//! and the import looks inside anyway.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files::{Chosen, chosen};

/// Calls `open` once with the picked file; `most` bytes at most are read.
pub fn file_button(
    label: &'static str,
    class: &'static str,
    most: usize,
    open: impl Fn(Chosen) + Clone + 'static,
) -> AnyView {
    let pick = move |event| {
        let open = open.clone();
        spawn_local(async move {
            for file in chosen(event, most).await {
                open(file);
            }
        });
    };
    view! {
        <label class="file">
            <input type="file" on:change=pick />
            <span class=class>{label}</span>
        </label>
    }
    .into_any()
}
