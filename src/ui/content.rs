//! What can stand in an element: words, texts, elements, lists, and pieces that follow.

use std::borrow::Cow;

use super::el::{El, View};
use crate::signal::Signal;

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
