//! What stands above a person's paper and is not printed.

use crate::book::book;
use crate::domain::Handbook;
use crate::domain::paper::Paper;
use crate::exchange::office::Order;
use crate::exchange::other_file_name;
use crate::ui::{View, paper_ways};

/// `what`: of the Word file's name; `made`: what stands in it.
pub fn ways(
    back: &impl ToString,
    what: &'static str,
    made: impl Fn(&Handbook) -> Paper + 'static,
) -> View {
    let book = book();
    let order = move || {
        let today = book.today.get_untracked();
        book.peek(|handbook| {
            let (name, year) = (&handbook.profile.name, handbook.year);
            let name = other_file_name(what, name, year, today, "docx");
            Some((name, Order::Word(made(handbook))))
        })
    };
    paper_ways(order, back, "Về bản đang viết")
}
