//! The browser's events that concern the whole page. Listeners live as long as the page does.

use leptos::ev::Event;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, StorageEvent};

use super::dom::listen;

/// The address after `#` changed.
pub fn on_hash_change(act: impl Fn() + 'static) {
    listen(&window(), "hashchange", Box::new(move |_| act()));
}

/// The page may be about to go away: the last moment in which writing is sure to work.
pub fn on_leaving(act: impl Fn() + Clone + 'static) {
    let leaving = act.clone();
    listen(&window(), "pagehide", Box::new(move |_| leaving()));
    on_visibility(move || {
        if document().hidden() {
            act();
        }
    });
}

/// The page came back into sight, perhaps on another day.
pub fn on_return(act: impl Fn() + 'static) {
    on_visibility(move || {
        if !document().hidden() {
            act();
        }
    });
}

fn on_visibility(act: impl Fn() + 'static) {
    let act = Box::new(move |_| act());
    listen(&document(), "visibilitychange", act);
}

/// Another tab wrote or removed this key; `None` when it emptied everything.
pub fn on_other_tab(act: impl Fn(Option<String>) + 'static) {
    let told = move |event: Event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            act(event.key());
        }
    };
    listen(&window(), "storage", Box::new(told));
}

/// boot.js says something: "so-tay:update-ready", "so-tay:install-ready".
pub fn on_message(name: &str, act: impl Fn() + 'static) {
    listen(&window(), name, Box::new(move |_| act()));
}

/// Says something to boot.js: "so-tay:update-apply", "so-tay:install".
pub fn tell(name: &str) {
    if let Ok(event) = CustomEvent::new(name) {
        let _ = window().dispatch_event(&event);
    }
}
