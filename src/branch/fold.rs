//! Rows that open in their place to be edited, one of a list at a time.

use crate::browser::page;
use crate::domain::ItemId;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, El, View, el, live};

/// Which of a list's rows is open. It outlives the rows, which are made anew when their order changes.
#[derive(Clone, Copy)]
pub struct Open(RwSignal<Option<ItemId>>);

impl Open {
    pub fn none() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens a row and puts the cursor into a field of it.
    pub fn at(self, id: &ItemId, field: &str) {
        self.0.set(Some(id.clone()));
        page::focus(field);
    }

    /// Whether this row is open, followed.
    pub fn is_at(self, id: &ItemId) -> Signal<bool> {
        let id = id.clone();
        Signal::derive(move || self.0.with(|open| open.as_ref() == Some(&id)))
    }

    pub fn close(self) {
        self.0.set(None);
    }

    fn toggle(self, id: &ItemId) {
        let open = self.0.get_untracked();
        self.0.set((open.as_ref() != Some(id)).then(|| id.clone()));
    }
}

/// A row: its words as a button, and under it, once it was tapped, what is edited. `head` and `body`
/// look at the state by themselves where it changes.
pub fn fold(
    open: Open,
    id: &ItemId,
    head: impl Content,
    body: impl Fn() -> View + Send + 'static,
) -> El {
    let is_open = open.is_at(id);
    let body = live(move || {
        is_open.get().then(|| {
            let body = leptos::prelude::untrack(&body);
            el("div").class("fold stack").with(body)
        })
    });
    // Where rows stand side by side, an open one takes the whole width.
    let opened = move || is_open.get().then(String::new);
    el("li")
        .live_attr("data-open", opened)
        .with((fold_button(open, id, head), body))
}

/// The words of a row, which open it and close it.
pub fn fold_button(open: Open, id: &ItemId, head: impl Content) -> El {
    let is_open = open.is_at(id);
    let toggled = id.clone();
    el("button")
        .kind("button")
        .id(format!("fold-{id}"))
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .on_click(move || open.toggle(&toggled))
        .with(head)
}
