//! The document: address, title, focus, looks.

use leptos::ev::Event;
use leptos::prelude::{document, event_target, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::text::nfc;
use super::timer;

/// The part of the address after `#`, as it stands.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another route; the `hashchange` event tells the app.
pub fn go(hash: &str) {
    let _ = window().location().set_hash(hash);
}

/// Takes the place of the current entry, so that "back" does not return to it.
pub fn replace(hash: &str) {
    let _ = window().location().replace(hash);
}

pub fn reload() {
    let _ = window().location().reload();
}

pub fn set_title(title: &str) {
    document().set_title(title);
}

/// An attribute of `<html>` that the stylesheets read; blank takes it away.
pub fn set_look(attribute: &str, value: &str) {
    if let Some(html) = document().document_element() {
        let _ = if value.is_empty() {
            html.remove_attribute(attribute)
        } else {
            html.set_attribute(attribute, value)
        };
    }
}

/// What boot.js left as `data-…` on `<html>`.
pub fn mark(name: &str) -> Option<String> {
    document()
        .document_element()?
        .get_attribute(&format!("data-{name}"))
}

/// Moves the reading place to the new screen's heading, for screen readers and keyboards.
pub fn focus_heading() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("h1");
}

/// Fields of a code, in letters instead of dots, or in dots. Without a type: what stands in a text field goes into the file
/// that a stopped page gives out.
pub fn reveal(fields: &[&str], shown: bool) {
    for id in fields {
        if let Some(field) = document().get_element_by_id(id) {
            let _ = match shown {
                true => field.remove_attribute("type"),
                false => field.set_attribute("type", "password"),
            };
        }
    }
}

/// Focuses the first element that matches, and brings it into sight: a moment later, when what was
/// just set is drawn.
pub fn focus(selector: &str) {
    let selector = selector.to_owned();
    timer::soon(move || {
        if let Some(element) = document().query_selector(&selector).ok().flatten()
            && let Some(element) = element.dyn_ref::<HtmlElement>()
        {
            let _ = element.focus();
        }
    });
}

/// Puts a text into an input or a text area, unless it says that already: writing would move the
/// cursor. Composed and decomposed letters say the same.
pub fn write_text(field: &Element, text: &str) {
    change_text(field, |typed| (nfc(typed) != text).then(|| text.to_owned()));
}

/// The field that was left keeps its letters composed from now on.
pub fn compose(event: &Event) {
    change_text(&event_target(event), |typed| {
        Some(nfc(typed)).filter(|composed| composed != typed)
    });
}

fn change_text(field: &Element, change: impl FnOnce(&str) -> Option<String>) {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        if let Some(text) = change(&field.value()) {
            field.set_value(&text);
        }
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>()
        && let Some(text) = change(&field.value())
    {
        field.set_value(&text);
    }
}

/// The element that index.html shows until the app is there.
pub fn remove_first_paint() {
    if let Some(start) = document().get_element_by_id("start") {
        start.remove();
    }
}

pub fn is_hidden() -> bool {
    document().hidden()
}

pub fn print() {
    let _ = window().print();
}
