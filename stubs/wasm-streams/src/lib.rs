//! Stands in for the crate of that name.
//!
//! Leptos brings it along for functions that run on a server; this page has none. But the classes
//! that it gives to JavaScript stay in a page whether anyone uses them or not: 2 KB of a first
//! visit. Here is what Leptos names of it, and none of it is ever called.

use futures_util::stream::{self, Stream};
use wasm_bindgen::JsValue;

pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("the page has no server functions")
    }

    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
