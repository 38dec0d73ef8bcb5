//! A file that came as text in a message.

use leptos::prelude::event_target_value;

use super::{El, button, details, el, stack};
use crate::browser::files::Chosen;
use crate::signal::RwSignal;

/// Opens on a tap; calls `open` with what was pasted, as if it were a file.
pub fn paste(label: &'static str, open: impl Fn(Chosen) + 'static) -> El {
    let text = RwSignal::new(String::new());
    let area = el("textarea")
        .attr("aria-label", "Văn bản đã nhận")
        .on("input", move |event| text.set(event_target_value(&event)));
    let open = move || {
        open(Chosen {
            name: "Văn bản dán vào".to_owned(),
            bytes: Some(text.get_untracked().into_bytes()),
        });
    };
    details(label, stack((area, button("button-quiet", "Mở", open))))
}
