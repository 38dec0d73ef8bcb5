//! What can stand in an element: words, texts, elements, lists, and pieces that follow.

use std::borrow::Cow;

use super::el::{El, View};
use crate::browser::dom::{self, Node, Region};
use crate::signal::{Signal, follow};

#[inline(never)]
fn put_view(into: &Node, view: View) {
    if let Some(node) = view.node() {
        dom::put(into, node);
    }
}

#[inline(never)]
fn put_element(into: &Node, element: El) {
    dom::put(into, element.node());
}

#[inline(never)]
fn put_words(into: &Node, words: &str) {
    dom::put(into, &dom::text(words));
}

#[inline(never)]
fn put_text(into: &Node, text: String) {
    put_words(into, &text);
}

#[inline(never)]
fn gathered(several: Node) -> View {
    if dom::is_empty(&several) {
        View::Nothing
    } else {
        View::Made(several)
    }
}

/// What can stand in an element.
pub trait Content: Sized {
    /// Behind what is there.
    fn put(self, into: &Node);

    #[inline(always)]
    fn view(self) -> View {
        let several = dom::several();
        self.put(&several);
        gathered(several)
    }
}

impl Content for View {
    #[inline(always)]
    fn put(self, into: &Node) {
        put_view(into, self);
    }

    #[inline(always)]
    fn view(self) -> View {
        self
    }
}

impl Content for El {
    #[inline(always)]
    fn put(self, into: &Node) {
        put_element(into, self);
    }

    #[inline(always)]
    fn view(self) -> View {
        self.into()
    }
}

impl Content for () {
    #[inline(always)]
    fn put(self, _: &Node) {}

    #[inline(always)]
    fn view(self) -> View {
        View::Nothing
    }
}

impl Content for &'static str {
    #[inline(always)]
    fn put(self, into: &Node) {
        put_words(into, self);
    }
}

impl Content for Cow<'static, str> {
    #[inline(never)]
    fn put(self, into: &Node) {
        put_words(into, &self);
    }
}

impl Content for String {
    #[inline(always)]
    fn put(self, into: &Node) {
        put_text(into, self);
    }
}

/// Text that follows.
impl Content for Signal<String> {
    #[inline(never)]
    fn put(self, into: &Node) {
        put_view(into, live(move || self.get()));
    }
}

impl<T: Content> Content for Option<T> {
    #[inline(always)]
    fn put(self, into: &Node) {
        if let Some(content) = self {
            content.put(into);
        }
    }

    #[inline(always)]
    fn view(self) -> View {
        match self {
            Some(content) => content.view(),
            None => View::Nothing,
        }
    }
}

impl Content for Vec<View> {
    #[inline(never)]
    fn put(self, into: &Node) {
        for view in self {
            put_view(into, view);
        }
    }
}

impl Content for Vec<El> {
    #[inline(never)]
    fn put(self, into: &Node) {
        for element in self {
            put_element(into, element);
        }
    }
}

impl<T: Content, const N: usize> Content for [T; N] {
    #[inline(always)]
    fn put(self, into: &Node) {
        for content in self {
            content.put(into);
        }
    }
}

macro_rules! content_of_tuples {
    ($($name:ident)+) => {
        impl<$($name: Content),+> Content for ($($name,)+) {
            #[inline(always)]
            fn put(self, into: &Node) {
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
pub fn live<T: Content>(view: impl Fn() -> T + 'static) -> View {
    boxed_live(Box::new(move || view().view()))
}

#[inline(never)]
fn boxed_live(view: Box<dyn Fn() -> View>) -> View {
    let (region, place) = Region::new();
    follow(move || region.fill(view().node()));
    View::Made(place)
}

/// Views of a list.
#[inline(always)]
pub fn each<T, V: Content>(
    items: impl IntoIterator<Item = T>,
    mut view: impl FnMut(T) -> V,
) -> View {
    let several = dom::several();
    for item in items {
        view(item).put(&several);
    }
    gathered(several)
}
