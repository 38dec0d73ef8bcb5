//! Something that stays on the screen until it is settled: never a message that flies by.

use leptos::prelude::*;

#[derive(Clone, Copy)]
pub enum Kind {
    /// What to know.
    Plain,
    /// It was done.
    Done,
    /// Look at this.
    Warn,
    /// It failed; said at once by a screen reader.
    Failed,
}

pub fn notice(kind: Kind, content: impl IntoView + 'static) -> AnyView {
    let (kind, role) = match kind {
        Kind::Plain => ("", "status"),
        Kind::Done => ("done", "status"),
        Kind::Warn => ("late", "status"),
        Kind::Failed => ("failed", "alert"),
    };
    view! { <div class="notice" data-kind=kind role=role>{content.into_any()}</div> }.into_any()
}

/// What was removed, and the way back.
pub fn undo_notice(what: String, undo: impl Fn() + 'static) -> AnyView {
    notice(
        Kind::Plain,
        view! {
            <p>{what}</p>
            <button type="button" class="link" on:click=move |_| undo()>"Hoàn tác"</button>
        },
    )
}
