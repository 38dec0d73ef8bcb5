//! The few line drawings of the page; index.html holds them as symbols.

use super::{Content, View, drawn};

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
    let drawing = drawn("svg").class("icon").attr("aria-hidden", "true");
    drawing.with(drawn("use").attr("href", name)).view()
}
