//! What kind of place the page runs in, and what the browser was asked to keep.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::storage::{ROOM, ROOM_ON_APPLE};

/// Zalo's built-in browser: downloads of files made by a page fail there.
pub fn is_zalo() -> bool {
    is_called("Zalo")
}

/// Started from the home screen.
pub fn is_installed() -> bool {
    matches("(display-mode: standalone)")
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    let query = window().match_media(query).ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// An iPhone or iPad: its home-screen apps can't download, its tab forgets after seven days.
pub fn is_apple() -> bool {
    is_called("iPhone") || is_called("iPad")
}

/// What the page may keep, in UTF-16 code units: as much as is known of the browser.
pub fn room() -> usize {
    if is_apple() { ROOM_ON_APPLE } else { ROOM }
}

/// By its bytes: the standard library's search in texts costs the page 2 KB.
fn is_called(name: &str) -> bool {
    let agent = window().navigator().user_agent().unwrap_or_default();
    let mut parts = agent.as_bytes().windows(name.len());
    parts.any(|part| part == name.as_bytes())
}

/// Whether a file that the page makes can be saved as a download.
pub fn can_download() -> bool {
    let no_download = is_zalo() || (is_apple() && is_installed());
    !no_download
}

/// Asks the browser not to clear this page's data when room runs short. It may say no.
pub async fn ask_to_keep_data() {
    let _ = call(&["navigator", "storage"], "persist", &[]).await;
}

/// Takes away the service worker and its caches: with the stored data gone, nothing of the page
/// is left on the phone.
pub async fn remove_offline_copy() {
    for registration in list(call(&["navigator", "serviceWorker"], "getRegistrations", &[]).await) {
        let _ = call_on(&registration, "unregister", &[]).await;
    }
    for name in list(call(&["caches"], "keys", &[]).await) {
        let _ = call(&["caches"], "delete", &[name]).await;
    }
}

fn list(value: Option<JsValue>) -> Vec<JsValue> {
    value
        .map(|value| js_sys::Array::from(&value).to_vec())
        .unwrap_or_default()
}

/// Calls a method that may be missing (plain http, old phones) and waits for its promise.
pub(super) async fn call(path: &[&str], method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    call_on(&read(path)?, method, arguments).await
}

/// What may be missing, from the window on.
pub(super) fn read(path: &[&str]) -> Option<JsValue> {
    let mut object: JsValue = window().into();
    for name in path {
        object = Reflect::get(&object, &JsValue::from_str(name)).ok()?;
    }
    Some(object)
}

pub(super) async fn call_on(
    object: &JsValue,
    method: &str,
    arguments: &[JsValue],
) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &JsValue::from_str(method))
        .ok()?
        .dyn_into()
        .ok()?;
    let promise: Promise = function
        .apply(object, &arguments.iter().collect())
        .ok()?
        .dyn_into()
        .ok()?;
    JsFuture::from(promise).await.ok()
}
