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
use crate::signal::{Signal, effect};

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

#[inline(never)]
fn push(into: &mut Vec<View>, view: View) {
    into.push(view);
}

#[inline(never)]
fn push_element(into: &mut Vec<View>, element: El) {
    into.push(View::Element(element));
}

#[inline(never)]
fn push_words(into: &mut Vec<View>, words: &'static str) {
    into.push(View::Text(Cow::Borrowed(words)));
}

#[inline(never)]
fn push_text(into: &mut Vec<View>, text: String) {
    into.push(View::Text(Cow::Owned(text)));
}

/// What can stand in an element.
pub trait Content: Sized {
    fn put(self, into: &mut Vec<View>);

    #[inline(always)]
    fn view(self) -> View {
        let mut views = Vec::new();
        self.put(&mut views);
        View::Many(views)
    }
}

impl Content for View {
    #[inline(always)]
    fn put(self, into: &mut Vec<View>) {
        push(into, self);
    }

    #[inline(always)]
    fn view(self) -> View {
        self
    }
}

impl Content for El {
    #[inline(always)]
    fn put(self, into: &mut Vec<View>) {
        push_element(into, self);
    }

    #[inline(always)]
    fn view(self) -> View {
        View::Element(self)
    }
}

impl Content for () {
    #[inline(always)]
    fn put(self, _: &mut Vec<View>) {}
}

impl Content for &'static str {
    #[inline(always)]
    fn put(self, into: &mut Vec<View>) {
        push_words(into, self);
    }
}

impl Content for Cow<'static, str> {
    #[inline(never)]
    fn put(self, into: &mut Vec<View>) {
        into.push(View::Text(self));
    }
}

impl Content for String {
    #[inline(always)]
    fn put(self, into: &mut Vec<View>) {
        push_text(into, self);
    }
}

/// Text that follows.
impl Content for Signal<String> {
    #[inline(never)]
    fn put(self, into: &mut Vec<View>) {
        into.push(live(move || self.get()));
    }
}

impl<T: Content> Content for Option<T> {
    #[inline(always)]
    fn put(self, into: &mut Vec<View>) {
        if let Some(content) = self {
            content.put(into);
        }
    }
}

impl Content for Vec<View> {
    #[inline(never)]
    fn put(self, into: &mut Vec<View>) {
        into.extend(self);
    }
}

impl Content for Vec<El> {
    #[inline(never)]
    fn put(self, into: &mut Vec<View>) {
        into.extend(self.into_iter().map(View::Element));
    }
}

impl<T: Content, const N: usize> Content for [T; N] {
    #[inline(always)]
    fn put(self, into: &mut Vec<View>) {
        for content in self {
            content.put(into);
        }
    }
}

macro_rules! content_of_tuples {
    ($($name:ident)+) => {
        impl<$($name: Content),+> Content for ($($name,)+) {
            #[inline(always)]
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
#[inline(always)]
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
#[inline(always)]
pub fn h1(content: impl Content) -> El {
    el("h1").attr("tabindex", "-1").with(content)
}

#[inline(always)]
pub fn h2(content: impl Content) -> El {
    el("h2").with(content)
}

#[inline(always)]
pub fn p(content: impl Content) -> El {
    el("p").with(content)
}

#[inline(always)]
pub fn b(content: impl Content) -> El {
    el("b").with(content)
}

#[inline(always)]
pub fn muted(content: impl Content) -> El {
    p(content).class("muted")
}

#[inline(always)]
pub fn hint(content: impl Content) -> El {
    p(content).class("hint")
}

#[inline(always)]
pub fn eyebrow(content: impl Content) -> El {
    p(content).class("eyebrow")
}

/// A part of a screen with even gaps.
#[inline(always)]
pub fn stack(content: impl Content) -> El {
    el("section").class("stack").with(content)
}

#[inline(always)]
pub fn actions(content: impl Content) -> El {
    el("div").class("actions").with(content)
}

/// Opens on a tap.
#[inline(always)]
pub fn details(summary: impl Content, content: impl Content) -> El {
    el("details").with((el("summary").with(summary), content))
}

/// A link to another screen.
#[inline(always)]
pub fn link(class: &'static str, to: &impl ToString, content: impl Content) -> El {
    el("a")
        .class(class)
        .made_attr("href", to.to_string())
        .with(content)
}

/// A button of the given looks: "button", "button wide", "button-quiet", "link".
#[inline(always)]
pub fn button(class: &'static str, content: impl Content, act: impl Fn() + 'static) -> El {
    el("button")
        .kind("button")
        .class(class)
        .with(content)
        .on_click(act)
}

/// A form that never leaves the page.
#[inline(always)]
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
