//! A text field that leaves typing alone.
//!
//! Some phones type Vietnamese by composition, some by Backspace and retype, some send decomposed
//! text. So the element keeps its own text: what was typed goes out as it is, is normalised only
//! when the field is left, and the element is written to only when the kept text differs from it
//! and nothing is being composed.

use leptos::prelude::*;

use crate::browser::text::nfc;

/// The longest text that files take (FORMAT.md), in characters.
const LONGEST: usize = 4_000;

/// What a field shows and where its text goes.
pub struct Field {
    /// Unique on the screen; the error summary links to it.
    pub id: String,
    pub label: String,
    /// The label is the screen's heading.
    pub heading: bool,
    pub hint: Option<String>,
    /// 1 for a line, more for a text area.
    pub lines: u8,
    /// `inputmode`: "numeric" for days, else "text".
    pub keyboard: &'static str,
    /// `autocomplete`: "name" or "off".
    pub autocomplete: &'static str,
    /// A lock beside the label: what stands here never leaves the phone.
    pub private: bool,
    pub text: Signal<String>,
    pub write: Callback<String>,
    pub error: Signal<Option<String>>,
}

impl Field {
    pub fn new(
        id: impl Into<String>,
        label: impl Into<String>,
        text: Signal<String>,
        write: impl Fn(String) + Send + Sync + 'static,
    ) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            heading: false,
            hint: None,
            lines: 1,
            keyboard: "text",
            autocomplete: "off",
            private: false,
            text,
            write: Callback::new(write),
            error: Signal::derive(|| None),
        }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn lines(mut self, lines: u8) -> Self {
        self.lines = lines;
        self
    }

    /// Typed with the digits' keyboard: a day.
    pub fn day(mut self) -> Self {
        self.keyboard = "numeric";
        self
    }

    pub fn heading(mut self) -> Self {
        self.heading = true;
        self
    }

    pub fn private(mut self) -> Self {
        self.private = true;
        self
    }

    pub fn error(mut self, error: Signal<Option<String>>) -> Self {
        self.error = error;
        self
    }
}

pub fn field(field: Field) -> AnyView {
    let Field {
        id,
        label,
        heading,
        hint,
        lines,
        keyboard,
        autocomplete,
        private,
        text,
        write,
        error,
    } = field;
    let composing = StoredValue::new(false);
    let typed = move |value: String| write.run(value);
    let left = move |value: String| {
        let composed = nfc(&value);
        if composed != value {
            write.run(composed);
        }
    };
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (hint_id, error_id, hinted) = (hint_id.clone(), error_id.clone(), hint.is_some());
        move || match (hinted, error.with(Option::is_some)) {
            (true, true) => format!("{hint_id} {error_id}"),
            (false, true) => error_id.clone(),
            (true, false) => hint_id.clone(),
            (false, false) => String::new(),
        }
    };
    let invalid = move || error.with(Option::is_some).then_some("true");

    let control = if lines > 1 {
        let node = NodeRef::<leptos::html::Textarea>::new();
        Effect::new(move || {
            let kept = text.get();
            if let Some(element) = node.get()
                && element.value() != kept
                && !composing.get_value()
            {
                element.set_value(&kept);
            }
        });
        view! {
            <textarea
                id=id.clone()
                rows=lines.to_string()
                maxlength=LONGEST.to_string()
                aria-describedby=described
                aria-invalid=invalid
                node_ref=node
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| composing.set_value(false)
                on:input=move |event| typed(event_target_value(&event))
                on:blur=move |event| left(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    } else {
        let node = NodeRef::<leptos::html::Input>::new();
        Effect::new(move || {
            let kept = text.get();
            if let Some(element) = node.get()
                && element.value() != kept
                && !composing.get_value()
            {
                element.set_value(&kept);
            }
        });
        view! {
            <input
                id=id.clone()
                type="text"
                inputmode=keyboard
                autocomplete=autocomplete
                maxlength=LONGEST.to_string()
                aria-describedby=described
                aria-invalid=invalid
                node_ref=node
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| composing.set_value(false)
                on:input=move |event| typed(event_target_value(&event))
                on:blur=move |event| left(event_target_value(&event))
            />
        }
        .into_any()
    };

    let lock = private.then(|| super::icon(super::Icon::Lock));
    let label = view! {
        <label for=id class:line=private>
            {lock}
            {label}
        </label>
    };
    let label = if heading {
        view! { <h1 tabindex="-1">{label}</h1> }.into_any()
    } else {
        label.into_any()
    };
    let full = move || text.with(|text| text.chars().count() >= LONGEST);
    view! {
        <div class="field" class:stack=heading class:private=private>
            {label}
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {move || {
                let error_id = error_id.clone();
                error.get().map(|error| view! { <p class="error" id=error_id>{error}</p> })
            }}
            {control}
            {move || full().then_some(view! { <p class="error">"Ô này nhận nhiều nhất 4.000 ký tự; phần thêm sau đó chưa được ghi."</p> })}
        </div>
    }
    .into_any()
}
