//! Text size and theme.

use leptos::prelude::*;

use crate::book::book;
use crate::storage::{TextSize, Theme};
use crate::ui::{Choice, choices};

const SIZES: [(TextSize, &str); 3] = [
    (TextSize::Normal, "Thường"),
    (TextSize::Large, "Lớn"),
    (TextSize::Largest, "Rất lớn"),
];
const THEMES: [(Theme, &str); 3] = [
    (Theme::System, "Theo máy"),
    (Theme::Light, "Sáng"),
    (Theme::Dark, "Tối"),
];

pub fn section() -> AnyView {
    let book = book();
    let sizes = SIZES
        .map(|(size, name)| Choice::new(size.attribute(), name))
        .into();
    let size = Signal::derive(move || {
        book.settings
            .with(|settings| settings.text_size.attribute().to_owned())
    });
    let set_size = move |value: String| {
        if let Some((size, _)) = SIZES
            .into_iter()
            .find(|(size, _)| size.attribute() == value)
        {
            book.change_settings(|settings| settings.text_size = size);
        }
    };
    let themes = THEMES
        .map(|(theme, name)| Choice::new(theme.attribute(), name))
        .into();
    let theme = Signal::derive(move || {
        book.settings
            .with(|settings| settings.theme.attribute().to_owned())
    });
    let set_theme = move |value: String| {
        if let Some((theme, _)) = THEMES
            .into_iter()
            .find(|(theme, _)| theme.attribute() == value)
        {
            book.change_settings(|settings| settings.theme = theme);
        }
    };
    view! {
        <section class="stack">
            <h2>"Chữ và màu"</h2>
            {choices("keep", "text", "Cỡ chữ", sizes, size, set_size)}
            {choices("keep", "theme", "Màu nền", themes, theme, set_theme)}
        </section>
    }
    .into_any()
}
