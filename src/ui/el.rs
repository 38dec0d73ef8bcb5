//! Elements, and pieces of a screen.
//!
//! `view!` gives every element a type of its own, and every type its own code: the screens came to
//! 366 KB that way (brotli), against a budget of 150 KB for the whole first visit. Here an element is
//! the browser's own, made at once and filled from within, so that a line of a screen costs a call and
//! its words; what follows a signal is an effect of Leptos that belongs to where it was made. Screens
//! say `el("p").with("…")`, or a shorthand of it.

use leptos::ev::Event;

use super::content::Content;
use crate::browser::dom::{self, Element, Node};
use crate::browser::page;
use crate::signal::{follow, owned};

/// A piece of a screen.
#[derive(Default)]
pub enum View {
    #[default]
    Nothing,
    /// An element, a text, or several of them.
    Made(Node),
}

impl View {
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    pub(super) fn node(&self) -> Option<&Node> {
        match self {
            Self::Nothing => None,
            Self::Made(node) => Some(node),
        }
    }

    /// On the page, behind what is there.
    pub fn show(&self) {
        if let Some(node) = self.node() {
            dom::show(node);
        }
    }
}

/// An element.
pub struct El(Element);

#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(dom::element(tag))
}

/// An element of a drawing.
pub fn drawn(tag: &'static str) -> El {
    El(dom::drawn(tag))
}

// The screens call these hundreds of times. So what is generic is a thin coat that is always
// inlined, over a worker that never is and takes plain words.
impl El {
    pub(super) fn node(&self) -> &Node {
        &self.0
    }

    /// An attribute whose text is known.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &'static str) -> Self {
        dom::set(&self.0, name, Some(value));
        self
    }

    /// An attribute whose text is made once.
    #[inline(never)]
    pub fn made_attr(self, name: &'static str, value: String) -> Self {
        dom::set(&self.0, name, Some(&value));
        self
    }

    /// An attribute that follows; `None` takes it away.
    #[inline(always)]
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        self.boxed_attr(name, Box::new(value))
    }

    #[inline(never)]
    fn boxed_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.0.clone();
        follow(move || dom::set(&element, name, value().as_deref()));
        self
    }

    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    #[inline(never)]
    pub fn id(self, id: String) -> Self {
        self.made_attr("id", id)
    }

    /// "button", "submit" or a field's kind.
    #[inline(never)]
    pub fn kind(self, kind: &'static str) -> Self {
        self.attr("type", kind)
    }

    /// For a box or a radio button.
    #[inline(always)]
    pub fn checked(self, on: impl Fn() -> bool + 'static) -> Self {
        self.boxed_checked(Box::new(on))
    }

    #[inline(never)]
    fn boxed_checked(self, on: Box<dyn Fn() -> bool>) -> Self {
        let element = self.0.clone();
        follow(move || dom::check(&element, on()));
        self
    }

    /// For a text field: written to only when its own text differs; `None` leaves it alone for now.
    #[inline(always)]
    pub fn value(self, text: impl Fn() -> Option<String> + 'static) -> Self {
        self.boxed_value(Box::new(text))
    }

    #[inline(never)]
    fn boxed_value(self, text: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.0.clone();
        follow(move || {
            if let Some(text) = text() {
                page::write_text(&element, &text);
            }
        });
        self
    }

    #[inline(always)]
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.boxed_on(event, Box::new(act))
    }

    #[inline(never)]
    fn boxed_on(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        dom::listen(&self.0, event, owned(act));
        self
    }

    #[inline(always)]
    pub fn on_click(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    #[inline(always)]
    pub fn with(self, children: impl Content) -> Self {
        children.put(&self.0);
        self
    }
}

impl From<El> for View {
    fn from(element: El) -> Self {
        Self::Made(element.0.into())
    }
}
