//! The list of what is wrong, above a form; each line leads to its field.

use super::{View, each, el, h2, live};
use crate::browser::page;
use crate::signal::Signal;

/// A field's id and the sentence that stands at it.
pub type Wrong = (&'static str, String);

/// The summary, or nothing while all is well.
pub fn error_summary(wrong: Signal<Vec<Wrong>>) -> View {
    let line = |(id, sentence): Wrong| {
        // Not the browser's own jump: the address belongs to the routes.
        let to_field = move |event: leptos::ev::Event| {
            event.prevent_default();
            page::focus(&format!("#{id}"));
        };
        el("li").with(
            el("a")
                .made_attr("href", format!("#{id}"))
                .on("click", to_field)
                .with(sentence),
        )
    };
    live(move || {
        let wrong = wrong.get();
        (!wrong.is_empty()).then(|| {
            el("div")
                .class("error-summary")
                .attr("role", "alert")
                .attr("tabindex", "-1")
                .with((h2("Còn chỗ cần xem lại"), el("ul").with(each(wrong, line))))
        })
    })
}

/// The sentence for one field.
pub fn error_of(wrong: Signal<Vec<Wrong>>, id: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || {
        wrong.with(|wrong| {
            wrong
                .iter()
                .find(|(field, _)| *field == id)
                .map(|(_, sentence)| sentence.clone())
        })
    })
}
