//! Leptos' elements, erased to one type.
//!
//! `view!` gives every element a type of its own, and every type its own code: the screens came to
//! 366 KB that way (brotli), against a budget of 150 KB for the whole first visit. Here each element
//! is the same Leptos element with a list of attributes and a list of children, so that a line of a
//! screen costs a call and its words. Screens say `el("p").with("…")`, or a shorthand of it.

use std::borrow::Cow;

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{self, Event};
use leptos::html::{Custom, custom};
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::iterators::StaticVec;

use super::content::Content;
use crate::browser::page;
use crate::signal::effect;

/// A piece of a screen.
#[derive(Default)]
pub enum View {
    #[default]
    Nothing,
    Element(El),
    Text(Cow<'static, str>),
    Many(Vec<View>),
    /// Made anew whenever what it read has changed.
    Live(Box<dyn FnMut() -> View + Send>),
    /// A view of Leptos' own.
    Leptos(AnyView),
}

impl View {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Many(views) => views.is_empty(),
            _ => false,
        }
    }

    /// For Leptos to mount.
    pub fn render(self) -> AnyView {
        match self {
            Self::Nothing => ().into_any(),
            Self::Element(El(element)) => element.render(),
            Self::Text(text) => text.into_any(),
            Self::Many(views) => render_all(views).into_any(),
            Self::Live(mut view) => {
                let render: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || view().render());
                render.into_any()
            }
            Self::Leptos(view) => view,
        }
    }
}

fn render_all(views: Vec<View>) -> StaticVec<AnyView> {
    views
        .into_iter()
        .map(View::render)
        .collect::<Vec<_>>()
        .into()
}

/// An element being put together.
pub struct El(Box<Element>);

struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<View>,
}

impl Element {
    fn render(self) -> AnyView {
        let element = custom(self.tag).child(render_all(self.children));
        element.add_any_attr(self.attributes).into_any()
    }
}

#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

// The screens call these hundreds of times. So what is generic is a thin coat that is always
// inlined, over a worker that never is and takes plain words.
impl El {
    #[inline(never)]
    fn add(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// An attribute whose text is known.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &'static str) -> Self {
        self.text_attr(name, Cow::Borrowed(value))
    }

    /// An attribute whose text is made once.
    #[inline(never)]
    pub fn made_attr(self, name: &'static str, value: String) -> Self {
        self.text_attr(name, Cow::Owned(value))
    }

    #[inline(never)]
    fn text_attr(self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.add(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute that follows; `None` takes it away.
    #[inline(always)]
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.boxed_attr(name, Box::new(value))
    }

    #[inline(never)]
    fn boxed_attr(
        self,
        name: &'static str,
        value: Box<dyn Fn() -> Option<String> + Send + Sync>,
    ) -> Self {
        self.add(custom_attribute(name, value).into_any_attr())
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
    pub fn checked(self, on: impl Fn() -> bool + Send + 'static) -> Self {
        self.boxed_checked(Box::new(on))
    }

    #[inline(never)]
    fn boxed_checked(self, on: Box<dyn Fn() -> bool + Send>) -> Self {
        self.add(prop("checked", on).into_any_attr())
    }

    /// For a text field: written to only when its own text differs; `None` leaves it alone for now.
    #[inline(always)]
    pub fn value(self, text: impl Fn() -> Option<String> + 'static) -> Self {
        self.boxed_value(Box::new(text))
    }

    #[inline(never)]
    fn boxed_value(self, text: Box<dyn Fn() -> Option<String>>) -> Self {
        let node = NodeRef::<Custom<&'static str>>::new();
        effect(move || {
            if let (Some(element), Some(text)) = (node.get(), text()) {
                page::write_text(&element, &text);
            }
        });
        self.add(node_ref(node).into_any_attr())
    }

    #[inline(always)]
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.boxed_on(event, Box::new(act))
    }

    #[inline(never)]
    fn boxed_on(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        self.add(on(ev::Custom::<Event>::new(event), act).into_any_attr())
    }

    #[inline(always)]
    pub fn on_click(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    #[inline(always)]
    pub fn with(mut self, children: impl Content) -> Self {
        children.put(&mut self.0.children);
        self
    }
}
