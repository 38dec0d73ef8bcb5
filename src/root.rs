//! What every program does at its root: begin, follow the address, put on the looks.

use crate::browser::{events, page};
use crate::signal::{RwSignal, follow};
use crate::storage::Settings;
use crate::ui::{Content, View, button, el};

/// Starts a program in place of what index.html shows first. A panic traps; boot.js then says so.
pub fn begin(root: fn() -> View) {
    // Who looks at a quick build is told why.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    // Leptos sets up what drives its signals, and what they belong to; it has nothing to show itself.
    leptos::mount::mount_to_body(move || root().show());
    page::remove_first_paint();
}

/// What stands around the screen, then the banners and the screen itself.
pub fn around(frame: View, banners: View, screen: View) -> View {
    let skip = button("skip", "Tới nội dung chính", || page::focus("h1"));
    let main = el("main").attr("id", "main").with((banners, screen));
    (skip, frame, main).view()
}

/// The route of the address, always. `left` is called when the person goes elsewhere.
pub fn follow_address<R: PartialEq + Send + Sync + 'static>(
    here: fn() -> R,
    left: impl Fn() + 'static,
) -> RwSignal<R> {
    let route = RwSignal::new(here());
    events::on_hash_change(move || {
        left();
        route.set(here());
        page::focus_heading();
    });
    route
}

/// What the stylesheets read on `<html>`: text size and theme.
pub fn mirror_looks(settings: RwSignal<Settings>) {
    follow(move || {
        settings.with(
            |Settings {
                 text_size, theme, ..
             }| {
                page::set_look("data-text", text_size.attribute());
                page::set_look("data-theme", theme.attribute());
            },
        );
    });
}
