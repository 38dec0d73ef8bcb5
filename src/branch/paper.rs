//! A paper of the branch, and what stands above it and is not printed.

use crate::desk::Desk;
use crate::domain::paper::Paper;
use crate::exchange::office::Order;
use crate::exchange::other_file_name;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{View, live, paper, paper_ways};

/// The ways and the sheet. `what`: of the Word file's name.
pub fn printed(
    desk: Desk,
    what: &'static str,
    (back, label): (DeskRoute, &'static str),
    made: Signal<Option<Paper>>,
) -> (View, View) {
    let order = move || {
        let (year, today) = (desk.year.get_untracked(), desk.today.get_untracked());
        let paper = made.get_untracked()?;
        let name = desk.peek(|branch| other_file_name(what, &branch.name, year, today, "docx"));
        Some((name, Order::Word(paper)))
    };
    let sheet = live(move || made.with(|made| made.as_ref().map(paper)));
    (paper_ways(order, &back, label), sheet)
}
