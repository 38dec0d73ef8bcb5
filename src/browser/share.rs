//! Giving a text away: the share sheet, else the clipboard. (Saving as a file is in `files`.)

use js_sys::{Array, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, File, FilePropertyBag, HtmlTextAreaElement, ShareData};

use super::files::{byte_parts, parts};

/// What became of an attempt to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    Done,
    /// The person closed the share sheet: they changed their mind, nothing failed.
    Cancelled,
    Failed,
}

fn share_data(name: &str, text: &str) -> Option<ShareData> {
    // Chrome's share sheet refuses .json and takes .txt; the import looks inside, not at the name.
    let text_name = format!("{}.txt", name.strip_suffix(".json").unwrap_or(name));
    first_taken(
        &[(name, "application/json"), (&text_name, "text/plain")],
        text,
    )
}

/// The first of these names and types that the share sheet takes.
fn first_taken(names: &[(&str, &str)], text: &str) -> Option<ShareData> {
    first_of_parts(names, &parts(text))
}

fn first_of_parts(names: &[(&str, &str)], parts: &JsValue) -> Option<ShareData> {
    let navigator = window().navigator();
    let has = |name: &str| Reflect::has(&navigator, &JsValue::from_str(name)).unwrap_or(false);
    if !has("share") || !has("canShare") {
        return None;
    }
    names.iter().find_map(|(name, kind)| {
        let options = FilePropertyBag::new();
        options.set_type(kind);
        let file = File::new_with_str_sequence_and_options(parts, name, &options).ok()?;
        let data = ShareData::new();
        data.set_files(&Array::of1(&file));
        navigator.can_share_with_data(&data).then_some(data)
    })
}

/// Whether the phone's share sheet would take a text file of this name.
pub fn can_share(name: &str) -> bool {
    share_data(name, "{}").is_some()
}

/// Opens the share sheet. Must be called right from a tap.
pub async fn share(name: &str, text: &str) -> Shared {
    give(share_data(name, text)).await
}

/// A calendar is one by its name only: under another, no phone would open it as such.
fn calendar_data(name: &str, text: &str) -> Option<ShareData> {
    first_taken(&[(name, "text/calendar")], text)
}

/// Whether the phone's share sheet would take a calendar. Android's doesn't, an iPhone's does.
pub fn can_share_calendar() -> bool {
    calendar_data("so-tay.ics", "").is_some()
}

/// The same as [`share`] for a calendar.
pub async fn share_calendar(name: &str, text: &str) -> Shared {
    give(calendar_data(name, text)).await
}

/// The same for a file of bytes; `kind` is its media type.
pub async fn share_bytes(name: &str, bytes: &[u8], kind: &str) -> Shared {
    give(first_of_parts(&[(name, kind)], &byte_parts(bytes))).await
}

async fn give(data: Option<ShareData>) -> Shared {
    let Some(data) = data else {
        return Shared::Failed;
    };
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Shared::Done,
        Err(error)
            if error
                .dyn_ref::<DomException>()
                .is_some_and(|error| error.name() == "AbortError") =>
        {
            Shared::Cancelled
        }
        Err(_) => Shared::Failed,
    }
}

/// Copies a text. `navigator.clipboard` is missing on plain http: there the old way.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let modern = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    if modern
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

fn copy_by_selection(text: &str) -> Result<bool, JsValue> {
    let area: HtmlTextAreaElement = document().create_element("textarea")?.unchecked_into();
    area.set_value(text);
    let body = document().body().ok_or(JsValue::NULL)?;
    body.append_child(&area)?;
    area.select();
    let page: web_sys::HtmlDocument = document().unchecked_into();
    let copied = page.exec_command("copy");
    area.remove();
    copied
}
