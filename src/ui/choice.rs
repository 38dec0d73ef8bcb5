//! Radio groups and check boxes, as the browser makes them.

use leptos::prelude::*;

/// One of the things to choose from.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// A group of radio buttons. `class` gives its looks: "choices" (cards), "levels" (big buttons),
/// "keep" (three in a row). `chosen` is the value that is on, blank for none.
pub fn choices(
    class: &'static str,
    name: &str,
    legend: impl IntoView + 'static,
    options: Vec<Choice>,
    chosen: Signal<String>,
    choose: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let choose = Callback::new(choose);
    let options = options.into_iter().map(|Choice { value, label, hint }| {
        let on = {
            let value = value.clone();
            move || chosen.with(|chosen| *chosen == value)
        };
        let picked = value.clone();
        let label = match hint {
            Some(hint) => view! { <span><b>{label}</b><small>{hint}</small></span> }.into_any(),
            None => view! { <span>{label}</span> }.into_any(),
        };
        view! {
            <label>
                <input type="radio" name=name.to_owned() value=value prop:checked=on on:change=move |_| choose.run(picked.clone()) />
                {label}
            </label>
        }
        .into_any()
    });
    view! {
        <fieldset class=class>
            // Big level buttons stand under their own heading.
            <legend class:unseen=class == "levels">{legend.into_any()}</legend>
            {options.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// A check box with a line under its words.
pub fn check(
    label: impl Into<String>,
    hint: Option<String>,
    on: Signal<bool>,
    set: impl Fn(bool) + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || on.get() on:change=move |event| set(event_target_checked(&event)) />
            <span>{label.into()}{hint.map(|hint| view! { <small>{hint}</small> })}</span>
        </label>
    }
    .into_any()
}
