//! Files in and out of the phone.

use js_sys::{Array, Uint8Array};
use leptos::ev::Event;
use leptos::prelude::{document, event_target};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// A file that the person picked.
pub struct Chosen {
    pub name: String,
    /// `None` when it is larger than asked for, or could not be read.
    pub bytes: Option<Vec<u8>>,
}

/// Reads the files of a file input, none of them beyond `most` bytes, and empties the input so
/// that the same file can be picked again.
pub async fn chosen(event: Event, most: usize) -> Vec<Chosen> {
    let input: HtmlInputElement = event_target(&event);
    let files = input.files();
    let mut read = Vec::new();
    for file in (0..).map_while(|index| files.as_ref()?.get(index)) {
        let small = file.size() <= most as f64;
        let buffer = if small {
            JsFuture::from(file.array_buffer()).await.ok()
        } else {
            None
        };
        read.push(Chosen {
            name: file.name(),
            bytes: buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()),
        });
    }
    input.set_value("");
    read
}

/// Text as a blob of the given type.
pub(super) fn parts(text: &str) -> JsValue {
    Array::of1(&JsValue::from_str(text)).into()
}

/// Saves a text as a file in the phone's downloads. `false` when the browser refused outright;
/// that a file arrived cannot be known.
pub fn download(name: &str, text: &str) -> bool {
    try_download(name, text, "application/json").is_ok()
}

/// The same for a table.
pub fn download_table(name: &str, text: &str) -> bool {
    try_download(name, text, "text/csv").is_ok()
}

/// The same for a calendar.
pub fn download_calendar(name: &str, text: &str) -> bool {
    try_download(name, text, "text/calendar").is_ok()
}

/// The same for a file of bytes; `kind` is its media type.
pub fn download_bytes(name: &str, bytes: &[u8], kind: &str) -> bool {
    save_parts(name, &byte_parts(bytes), kind).is_ok()
}

/// Bytes as a blob's parts.
pub(super) fn byte_parts(bytes: &[u8]) -> JsValue {
    Array::of1(&Uint8Array::from(bytes)).into()
}

fn try_download(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    save_parts(name, &parts(text), kind)
}

fn save_parts(name: &str, parts: &JsValue, kind: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_buffer_source_sequence_and_options(parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Revoking at once would cut off slow phones; the page's end frees it.
    Ok(())
}
