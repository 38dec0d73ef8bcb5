//! A text field that leaves typing alone.
//!
//! Some phones type Vietnamese by composition, some by Backspace and retype, some send decomposed
//! text. So the element keeps its own text as it was typed: what goes out is composed (NFC), the
//! element itself is composed only when it is left, and is written to only when the kept text
//! really differs from it and nothing is being composed.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::event_target_value;

use super::{El, Icon, el, h1, icon, live, p};
use crate::browser::page;
use crate::browser::text::nfc;
use crate::signal::Signal;

/// The longest text that files take (FORMAT.md), in characters.
const LONGEST: usize = 4_000;

/// A field being put together. Behind a box, so that it is handed on without being moved about.
pub struct Field(Box<Parts>);

/// What a field shows and where its text goes.
struct Parts {
    /// Unique on the screen; the error summary links to it.
    id: String,
    label: Cow<'static, str>,
    /// The label is the screen's heading.
    heading: bool,
    hint: Option<Cow<'static, str>>,
    /// 1 for a line, more for a text area.
    lines: u8,
    /// `inputmode`: "numeric" for days, else "text".
    keyboard: &'static str,
    /// `autocomplete`: "name" or "off".
    autocomplete: &'static str,
    /// `type`: "text" or "password".
    kind: &'static str,
    /// A lock beside the label: what stands here never leaves the phone.
    private: bool,
    text: Signal<String>,
    write: Rc<dyn Fn(String)>,
    error: Signal<Option<String>>,
}

impl Field {
    #[inline(always)]
    pub fn new(
        id: impl Into<Cow<'static, str>>,
        label: impl Into<Cow<'static, str>>,
        text: Signal<String>,
        write: impl Fn(String) + 'static,
    ) -> Self {
        Self::plain(id.into(), label.into(), text, Rc::new(write))
    }

    #[inline(never)]
    fn plain(
        id: Cow<'static, str>,
        label: Cow<'static, str>,
        text: Signal<String>,
        write: Rc<dyn Fn(String)>,
    ) -> Self {
        Self(Box::new(Parts {
            id: id.into_owned(),
            label,
            heading: false,
            hint: None,
            lines: 1,
            keyboard: "text",
            autocomplete: "off",
            kind: "text",
            private: false,
            text,
            write,
            error: Signal::derive(|| None),
        }))
    }

    #[inline(always)]
    pub fn hint(self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.with_hint(hint.into())
    }

    #[inline(never)]
    fn with_hint(mut self, hint: Cow<'static, str>) -> Self {
        self.0.hint = Some(hint);
        self
    }

    pub fn lines(mut self, lines: u8) -> Self {
        self.0.lines = lines;
        self
    }

    /// A person's name, which the phone may know.
    pub fn name(mut self) -> Self {
        self.0.autocomplete = "name";
        self
    }

    /// Typed with the digits' keyboard: a day.
    pub fn day(mut self) -> Self {
        self.0.keyboard = "numeric";
        self
    }

    /// Shown as dots: a code.
    pub fn secret(mut self) -> Self {
        self.0.kind = "password";
        self
    }

    pub fn heading(mut self) -> Self {
        self.0.heading = true;
        self
    }

    pub fn private(mut self) -> Self {
        self.0.private = true;
        self
    }

    pub fn error(mut self, error: Signal<Option<String>>) -> Self {
        self.0.error = error;
        self
    }
}

pub fn field(field: Field) -> El {
    let Parts {
        id,
        label,
        heading,
        hint,
        lines,
        keyboard,
        autocomplete,
        kind,
        private,
        text,
        write,
        error,
    } = *field.0;
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (hint_id, error_id) = (hint.as_ref().map(|_| hint_id.clone()), error_id.clone());
        move || match (&hint_id, error.with(Option::is_some)) {
            (Some(hint), true) => Some(format!("{hint} {error_id}")),
            (None, true) => Some(error_id.clone()),
            (hint, false) => hint.clone(),
        }
    };
    let control = if lines > 1 {
        el("textarea").made_attr("rows", lines.to_string())
    } else {
        el("input")
            .kind(kind)
            .attr("inputmode", keyboard)
            .attr("autocomplete", autocomplete)
    };
    let control = typing(control.id(id.clone()), text, write)
        .made_attr("maxlength", LONGEST.to_string())
        .live_attr("aria-describedby", described)
        .live_attr("aria-invalid", move || {
            error.with(Option::is_some).then(|| "true".to_owned())
        });

    let lock = private.then(|| icon(Icon::Lock));
    let label = el("label")
        .made_attr("for", id)
        .class(if private { "line" } else { "" })
        .with((lock, label));
    let label = if heading { h1(label) } else { label };
    let class = match (heading, private) {
        (true, _) => "field stack",
        (_, true) => "field private",
        _ => "field",
    };
    let hint = hint.map(|words| el("p").class("hint").id(hint_id).with(words));
    let error = live(move || {
        error
            .get()
            .map(|error| el("p").class("error").id(error_id.clone()).with(error))
    });
    let full = live(move || {
        let full = text.with(|text| text.chars().count() >= LONGEST);
        full.then(|| {
            p("Ô này nhận nhiều nhất 4.000 ký tự; phần thêm sau đó chưa được ghi.").class("error")
        })
    });
    el("div")
        .class(class)
        .with((label, hint, error, control, full))
}

/// Ties an input or a text area to its text.
fn typing(control: El, text: Signal<String>, write: Rc<dyn Fn(String)>) -> El {
    let composing = Rc::new(Cell::new(false));
    let (began, ended) = (Rc::clone(&composing), Rc::clone(&composing));
    control
        .value(move || Some(text.get()).filter(|_| !composing.get()))
        .on("compositionstart", move |_| began.set(true))
        .on("compositionend", move |_| ended.set(false))
        .on("input", move |event| {
            write(nfc(&event_target_value(&event)))
        })
        .on("blur", move |event| page::compose(&event))
}
