//! The list of what is wrong, above a form; each line leads to its field.

use leptos::prelude::*;

use crate::browser::page;

/// A field's id and the sentence that stands at it.
pub type Wrong = (&'static str, String);

/// The summary, or nothing while all is well.
pub fn error_summary(wrong: Signal<Vec<Wrong>>) -> AnyView {
    let line = |(id, sentence): Wrong| {
        // Not the browser's own jump: the address belongs to the routes.
        let to_field = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            page::focus(&format!("#{id}"));
        };
        view! { <li><a href=format!("#{id}") on:click=to_field>{sentence}</a></li> }
    };
    (move || {
        let wrong = wrong.get();
        (!wrong.is_empty()).then(|| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1">
                    <h2>"Còn chỗ cần xem lại"</h2>
                    <ul>{wrong.into_iter().map(line).collect_view()}</ul>
                </div>
            }
        })
    })
    .into_any()
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
