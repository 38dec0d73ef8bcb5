//! One text of a review: what the handbook says, until the person writes otherwise; and the way back.

use crate::book::Book;
use crate::domain::{Handbook, ItemId, Review, WrittenReview};
use crate::signal::Signal;
use crate::ui::{El, Field, button, el, field, live};

/// Which text.
#[derive(Clone)]
pub enum Part {
    Result(ItemId),
    Standards,
    Shortcomings,
    Plans,
}

impl Part {
    /// What the handbook says.
    fn facts(&self, handbook: &Handbook, review: Review) -> String {
        match self {
            Self::Result(commitment) => handbook.result(review, commitment),
            Self::Standards => handbook.kept(review),
            Self::Shortcomings => handbook.faults(review),
            Self::Plans => handbook.plans(review),
        }
    }

    /// What the person wrote.
    fn own(&self, handbook: &Handbook, review: Review) -> Option<String> {
        let written = handbook.reviews.get(&review)?;
        match self {
            Self::Result(commitment) => written.results.get(commitment).cloned(),
            Self::Standards => written.standards.clone(),
            Self::Shortcomings => written.shortcomings.clone(),
            Self::Plans => written.plans.clone(),
        }
    }

    /// `None` gives the word back to the handbook.
    fn write(&self, written: &mut WrittenReview, text: Option<String>) {
        match (self, text) {
            (Self::Result(commitment), Some(text)) => {
                written.results.insert(commitment.clone(), text);
            }
            (Self::Result(commitment), None) => {
                written.results.remove(commitment);
            }
            (Self::Standards, text) => written.standards = text,
            (Self::Shortcomings, text) => written.shortcomings = text,
            (Self::Plans, text) => written.plans = text,
        }
    }

    /// Unique on the screen.
    fn id(&self) -> String {
        match self {
            Self::Result(commitment) => format!("result-{commitment}"),
            Self::Standards => "standards".to_owned(),
            Self::Shortcomings => "shortcomings".to_owned(),
            Self::Plans => "plans".to_owned(),
        }
    }
}

pub fn text(book: Book, review: Review, part: Part, label: String, about: &'static str) -> El {
    let id = part.id();
    let own = {
        let part = part.clone();
        book.part(move |handbook| part.own(handbook, review))
    };
    let facts = {
        let part = part.clone();
        book.part(move |handbook| part.facts(handbook, review))
    };
    let shown = Signal::derive(move || own.get().unwrap_or_else(|| facts.get()));
    let put = move |part: &Part, text: Option<String>| {
        book.change(|handbook| {
            let written = handbook
                .reviews
                .get_or_insert_with(review, WrittenReview::default);
            part.write(written, text);
        });
    };
    let write = {
        let part = part.clone();
        move |text: String| {
            let text = (text != facts.get_untracked()).then_some(text);
            put(&part, text);
        }
    };
    // As high as what stands in it, within what one can take in.
    let lines = shown.get_untracked().chars().count() / 40 + 3;
    let mut words = Field::new(id, label.clone(), shown, write).lines(lines.min(9) as u8);
    if !about.is_empty() {
        words = words.hint(about);
    }
    let mended = Signal::derive(move || own.with(Option::is_some));
    let back = live(move || {
        let part = part.clone();
        let label = label.clone();
        mended.get().then(|| {
            let back = button("link", "Lấy lại lời theo sổ", move || {
                take_back(book, review, part.clone(), own.get_untracked());
            });
            back.made_attr("aria-label", format!("Lấy lại lời theo sổ: {label}"))
        })
    });
    el("div").with((field(words), back))
}

fn take_back(book: Book, review: Review, part: Part, own: Option<String>) {
    let again = part.clone();
    book.remove(
        "Đã lấy lại lời theo sổ.".to_owned(),
        |handbook| {
            let written = handbook
                .reviews
                .get_or_insert_with(review, WrittenReview::default);
            part.write(written, None);
        },
        move |handbook| {
            let written = handbook
                .reviews
                .get_or_insert_with(review, WrittenReview::default);
            again.write(written, own.clone());
        },
    );
}
