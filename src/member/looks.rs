//! Text size and theme.

use crate::book::book;
use crate::signal::Signal;
use crate::storage::{Settings, TextSize, Theme};
use crate::ui::{Choice, El, choices, h2, stack};

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

pub fn section() -> El {
    let sizes = looks(
        ("text", "Cỡ chữ"),
        SIZES.map(|(size, name)| (size.attribute(), name)),
        |settings| settings.text_size.attribute(),
        |settings, value| {
            let mut sizes = SIZES.into_iter().map(|(size, _)| size);
            if let Some(size) = sizes.find(|size| size.attribute() == value) {
                settings.text_size = size;
            }
        },
    );
    let themes = looks(
        ("theme", "Màu nền"),
        THEMES.map(|(theme, name)| (theme.attribute(), name)),
        |settings| settings.theme.attribute(),
        |settings, value| {
            let mut themes = THEMES.into_iter().map(|(theme, _)| theme);
            if let Some(theme) = themes.find(|theme| theme.attribute() == value) {
                settings.theme = theme;
            }
        },
    );
    stack((h2("Chữ và màu"), sizes, themes))
}

/// One choice of three; they go by the names that the stylesheets know.
fn looks(
    (name, legend): (&'static str, &'static str),
    options: [(&'static str, &'static str); 3],
    read: fn(&Settings) -> &'static str,
    write: fn(&mut Settings, &str),
) -> El {
    let book = book();
    let options = options.map(|(value, label)| Choice::new(value, label));
    let chosen = Signal::derive(move || book.settings.with(read).to_owned());
    choices("keep", name, legend, options.into(), chosen, move |value| {
        book.change_settings(|settings| write(settings, &value));
    })
}
