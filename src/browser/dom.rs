//! Elements, texts, and their places. What is put in a place moves there.

use leptos::ev::Event;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
pub use web_sys::{Element, Node};
use web_sys::{EventTarget, HtmlInputElement};

// Cannot fail, nor can `drawn`: the names are written in the source, and plain.
pub fn element(tag: &str) -> Element {
    document()
        .create_element(tag)
        .expect("a plain name makes an element")
}

/// An element of a drawing.
pub fn drawn(tag: &str) -> Element {
    document()
        .create_element_ns(Some("http://www.w3.org/2000/svg"), tag)
        .expect("a plain name makes an element")
}

pub fn text(text: &str) -> Node {
    document().create_text_node(text).into()
}

/// Holds several nodes until they are put somewhere, one after another.
pub fn several() -> Node {
    document().create_document_fragment().into()
}

pub fn is_empty(node: &Node) -> bool {
    node.first_child().is_none()
}

/// Behind what is there.
pub fn put(into: &Node, node: &Node) {
    let _ = into.append_child(node);
}

/// Behind everything on the page.
pub fn show(node: &Node) {
    if let Some(body) = document().body() {
        put(&body, node);
    }
}

/// `None` takes the attribute away.
pub fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// For a box or a radio button.
pub fn check(element: &Element, on: bool) {
    element.unchecked_ref::<HtmlInputElement>().set_checked(on);
}

/// For as long as what is listened to lives: the browser drops the two together.
pub fn listen(to: &EventTarget, event: &str, act: Box<dyn FnMut(Event)>) {
    let act = Closure::wrap(act).into_js_value();
    let _ = to.add_event_listener_with_callback(event, act.unchecked_ref());
}

/// A place for nodes that change, wherever it is put. It begins and ends with a text without letters.
pub struct Region {
    begin: Node,
    end: Node,
}

impl Region {
    /// The region, and what is to be put.
    pub fn new() -> (Self, Node) {
        let (place, begin, end) = (several(), text(""), text(""));
        put(&place, &begin);
        put(&place, &end);
        (Self { begin, end }, place)
    }

    /// Instead of what is there.
    pub fn fill(&self, node: Option<&Node>) {
        let Some(place) = self.end.parent_node() else {
            return;
        };
        while let Some(old) = self.begin.next_sibling()
            && old != self.end
        {
            let _ = place.remove_child(&old);
        }
        if let Some(node) = node {
            let _ = place.insert_before(node, Some(&self.end));
        }
    }
}
