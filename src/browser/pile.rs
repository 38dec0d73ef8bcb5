//! Many files at once, read one after the other.

use js_sys::Uint8Array;
use leptos::ev::Event;
use leptos::prelude::{event_target, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DragEvent, File, FileList, HtmlInputElement};

use super::dom::listen;

/// A file that was picked or dropped and has not been read.
pub struct Picked(File);

impl Picked {
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// `None` when it is larger than `most` bytes, or can't be read.
    pub async fn bytes(&self, most: usize) -> Option<Vec<u8>> {
        if self.0.size() > most as f64 {
            return None;
        }
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// The files of a file input, which is emptied, so that the same can be picked again.
pub fn picked(event: &Event) -> Vec<Picked> {
    let input: HtmlInputElement = event_target(event);
    let picked = all(input.files());
    input.set_value("");
    picked
}

/// The files that were dropped.
pub fn dropped(event: &Event) -> Vec<Picked> {
    let transfer = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer);
    all(transfer.as_ref().and_then(DataTransfer::files))
}

/// Files that are dropped beside every place for them would be opened in place of the page.
pub fn ignore_stray() {
    for name in ["dragover", "drop"] {
        let ignore = |event: Event| {
            if brings_files(&event).unwrap_or_default() {
                event.prevent_default();
            }
        };
        listen(&window(), name, Box::new(ignore));
    }
}

fn brings_files(event: &Event) -> Option<bool> {
    let brought = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    Some(brought.types().includes(&"Files".into(), 0))
}

fn all(files: Option<FileList>) -> Vec<Picked> {
    let file = |index| files.as_ref()?.get(index).map(Picked);
    (0..).map_while(file).collect()
}
