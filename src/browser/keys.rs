//! Keys that are pressed on the page.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::event_target;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// A key pressed on a radio button: the group's name and the key ("ArrowDown", "1"). `None` anywhere
/// else, and for what the browser or a screen reader is asked to do with a modifier held.
pub fn on_radio(event: &Event) -> Option<(String, String)> {
    let pressed = event.dyn_ref::<KeyboardEvent>()?;
    if pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key() || pressed.is_composing() {
        return None;
    }
    let target: HtmlElement = event_target(event);
    let input = target.dyn_ref::<HtmlInputElement>()?;
    (input.type_() == "radio").then(|| (input.name(), pressed.key()))
}
