//! The few line drawings of the page; index.html holds them as symbols.

use leptos::prelude::*;

use super::View;

#[derive(Clone, Copy)]
pub enum Icon {
    Today,
    Pledge,
    Rate,
    Book,
    Send,
    Check,
    Wait,
    Alert,
    Lock,
    Left,
    Right,
    Go,
}

/// Decoration: the words beside it say the same.
pub fn icon(icon: Icon) -> View {
    symbol(match icon {
        Icon::Today => "#i-today",
        Icon::Pledge => "#i-pledge",
        Icon::Rate => "#i-rate",
        Icon::Book => "#i-book",
        Icon::Send => "#i-send",
        Icon::Check => "#i-check",
        Icon::Wait => "#i-wait",
        Icon::Alert => "#i-alert",
        Icon::Lock => "#i-lock",
        Icon::Left => "#i-left",
        Icon::Right => "#i-right",
        Icon::Go => "#i-go",
    })
}

/// The same for a drawing by the name of its symbol: "#i-go".
pub fn symbol(name: &'static str) -> View {
    // The only elements outside HTML's namespace, so Leptos' own macro.
    let drawing = view! {
        <svg class="icon" aria-hidden="true">
            <use href=name></use>
        </svg>
    };
    View::Leptos(drawing.into_any())
}
