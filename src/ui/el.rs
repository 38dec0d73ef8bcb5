//! Leptos' elements, erased to one type.
//!
//! `view!` gives every element a type of its own, and every type its own code: the screens came to
//! 366 KB that way (brotli), against a budget of 150 KB for the whole first visit. Here each element
//! is the same Leptos element with a list of attributes and a list of children, so that a line of a
//! screen costs a call and its words. Screens say `el("p").with("…")`, and the shorthands below.

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

use crate::browser::page;

/// Text that is known, or made while the page runs.
pub type Text = Cow<'static, str>;

/// A piece of a screen.
#[derive(Default)]
pub enum View {
    #[default]
    Nothing,
    Element(El),
    Text(Text),
    Many(Vec<View>),
    /// Made anew whenever what it read has changed.
    Live(Box<dyn FnMut() -> View + Send>),
    /// A view of Leptos' own.
    Leptos(AnyView),
}

impl View {
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

pub fn el(tag: &'static str) -> El {
    El(Box::new(Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

impl El {
    fn add(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.text_attr(name, value.into())
    }

    fn text_attr(self, name: &'static str, value: Text) -> Self {
        self.add(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute that follows; `None` takes it away.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        let value: Box<dyn Fn() -> Option<String> + Send + Sync> = Box::new(value);
        self.boxed_attr(name, value)
    }

    fn boxed_attr(
        self,
        name: &'static str,
        value: Box<dyn Fn() -> Option<String> + Send + Sync>,
    ) -> Self {
        self.add(custom_attribute(name, value).into_any_attr())
    }

    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    pub fn id(self, id: impl Into<Text>) -> Self {
        self.attr("id", id)
    }

    /// "button", "submit" or a field's kind.
    pub fn kind(self, kind: &'static str) -> Self {
        self.attr("type", kind)
    }

    /// For a box or a radio button.
    pub fn checked(self, on: impl Fn() -> bool + Send + 'static) -> Self {
        let on: Box<dyn Fn() -> bool + Send> = Box::new(on);
        self.add(prop("checked", on).into_any_attr())
    }

    /// For a text field: written to only when its own text differs; `None` leaves it alone for now.
    pub fn value(self, text: impl Fn() -> Option<String> + 'static) -> Self {
        let node = NodeRef::<Custom<&'static str>>::new();
        Effect::new(move || {
            if let (Some(element), Some(text)) = (node.get(), text()) {
                page::write_text(&element, &text);
            }
        });
        self.add(node_ref(node).into_any_attr())
    }

    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.boxed_on(event, Box::new(act))
    }

    fn boxed_on(self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        self.add(on(ev::Custom::<Event>::new(event), act).into_any_attr())
    }

    pub fn on_click(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    pub fn with(mut self, children: impl Content) -> Self {
        children.put(&mut self.0.children);
        self
    }
}

/// What can stand in an element.
pub trait Content: Sized {
    fn put(self, into: &mut Vec<View>);

    fn view(self) -> View {
        let mut views = Vec::new();
        self.put(&mut views);
        View::Many(views)
    }
}

impl Content for View {
    fn put(self, into: &mut Vec<View>) {
        into.push(self);
    }

    fn view(self) -> View {
        self
    }
}

impl Content for El {
    fn put(self, into: &mut Vec<View>) {
        into.push(View::Element(self));
    }

    fn view(self) -> View {
        View::Element(self)
    }
}

impl Content for () {
    fn put(self, _: &mut Vec<View>) {}
}

impl Content for &'static str {
    fn put(self, into: &mut Vec<View>) {
        into.push(View::Text(Cow::Borrowed(self)));
    }
}

impl Content for String {
    fn put(self, into: &mut Vec<View>) {
        into.push(View::Text(Cow::Owned(self)));
    }
}

/// Text that follows.
impl Content for Signal<String> {
    fn put(self, into: &mut Vec<View>) {
        into.push(live(move || self.get()));
    }
}

impl<T: Content> Content for Option<T> {
    fn put(self, into: &mut Vec<View>) {
        if let Some(content) = self {
            content.put(into);
        }
    }
}

impl<T: Content> Content for Vec<T> {
    fn put(self, into: &mut Vec<View>) {
        for content in self {
            content.put(into);
        }
    }
}

impl<T: Content, const N: usize> Content for [T; N] {
    fn put(self, into: &mut Vec<View>) {
        for content in self {
            content.put(into);
        }
    }
}

macro_rules! content_of_tuples {
    ($($name:ident)+) => {
        impl<$($name: Content),+> Content for ($($name,)+) {
            fn put(self, into: &mut Vec<View>) {
                #[allow(non_snake_case)]
                let ($($name,)+) = self;
                $($name.put(into);)+
            }
        }
    };
}
content_of_tuples!(A B);
content_of_tuples!(A B C);
content_of_tuples!(A B C D);
content_of_tuples!(A B C D E);
content_of_tuples!(A B C D E F);
content_of_tuples!(A B C D E F G);
content_of_tuples!(A B C D E F G H);
content_of_tuples!(A B C D E F G H I);
content_of_tuples!(A B C D E F G H I J);

/// A piece that is made anew whenever what it reads has changed.
pub fn live<T: Content>(view: impl Fn() -> T + Send + 'static) -> View {
    View::Live(Box::new(move || view().view()))
}

/// Views of a list.
pub fn each<T, V: Content>(
    items: impl IntoIterator<Item = T>,
    view: impl FnMut(T) -> V,
) -> Vec<View> {
    items.into_iter().map(view).map(V::view).collect()
}

// --- shorthands --------------------------------------------------------------------------------

/// The screen's heading; takes the focus when the screen opens.
pub fn h1(content: impl Content) -> El {
    el("h1").attr("tabindex", "-1").with(content)
}

pub fn h2(content: impl Content) -> El {
    el("h2").with(content)
}

pub fn p(content: impl Content) -> El {
    el("p").with(content)
}

pub fn b(content: impl Content) -> El {
    el("b").with(content)
}

pub fn muted(content: impl Content) -> El {
    p(content).class("muted")
}

pub fn hint(content: impl Content) -> El {
    p(content).class("hint")
}

pub fn eyebrow(content: impl Content) -> El {
    p(content).class("eyebrow")
}

/// A part of a screen with even gaps.
pub fn stack(content: impl Content) -> El {
    el("section").class("stack").with(content)
}

pub fn actions(content: impl Content) -> El {
    el("div").class("actions").with(content)
}

/// Opens on a tap.
pub fn details(summary: impl Content, content: impl Content) -> El {
    el("details").with((el("summary").with(summary), content))
}

/// A link to another screen.
pub fn link(class: &'static str, to: &impl ToString, content: impl Content) -> El {
    el("a")
        .class(class)
        .attr("href", to.to_string())
        .with(content)
}

/// A button of the given looks: "button", "button wide", "button-quiet", "link".
pub fn button(class: &'static str, content: impl Content, act: impl Fn() + 'static) -> El {
    el("button")
        .kind("button")
        .class(class)
        .with(content)
        .on_click(act)
}

/// A form that never leaves the page.
pub fn form(act: impl Fn() + 'static, content: impl Content) -> El {
    let submit = move |event: Event| {
        event.prevent_default();
        act();
    };
    el("form")
        .class("stack")
        .attr("novalidate", "")
        .on("submit", submit)
        .with(content)
}
