//! Keys that are pressed on the page.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::{event_target, on_cleanup, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// A key pressed on a radio button: the group's name and the key ("ArrowDown", "1"). `None` anywhere
/// else, and for what the browser or a screen reader is asked to do with a modifier held.
pub fn on_radio(event: &Event) -> Option<(String, String)> {
    let key = pressed(event)?;
    let target: HtmlElement = event_target(event);
    let input = target.dyn_ref::<HtmlInputElement>()?;
    (input.type_() == "radio").then(|| (input.name(), key))
}

/// Keys pressed anywhere on the page, for as long as the part of the screen stands that asks for them
/// while it is built. `act` says whether the key means something there.
pub fn while_it_stands(act: impl Fn(&str) -> bool + 'static) {
    let handle = window_event_listener_untyped("keydown", move |event| {
        if pressed(&event).is_some_and(|key| act(&key)) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// The key of a key event ("ArrowDown", "1"); `None` with a modifier held, or while letters are composed.
fn pressed(event: &Event) -> Option<String> {
    let pressed = event.dyn_ref::<KeyboardEvent>()?;
    let meant_elsewhere = pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key();
    (!meant_elsewhere && !pressed.is_composing()).then(|| pressed.key())
}
