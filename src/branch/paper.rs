//! What stands above a paper of the branch and is not printed.

use crate::browser::page;
use crate::desk::Desk;
use crate::domain::paper::Paper;
use crate::exchange::office::Order;
use crate::exchange::other_file_name;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, El, OfficeFile, View, actions, button, link, live, paper};

/// The ways and the sheet. `what`: of the Word file's name.
pub fn printed(
    desk: Desk,
    what: &'static str,
    back: (DeskRoute, &'static str),
    made: Signal<Option<Paper>>,
) -> (View, View) {
    let file = OfficeFile::begin();
    let order = move || {
        let (year, today) = (desk.year.get_untracked(), desk.today.get_untracked());
        let paper = made.get_untracked()?;
        let name = desk.peek(|branch| other_file_name(what, &branch.name, year, today, "docx"));
        Some((name, Order::Word(paper)))
    };
    let (to, label) = back;
    let ways: El = actions((
        button("button", "In", page::print),
        file.button("button-quiet", "Lưu tệp Word", order),
        link("link", &to, label),
    ));
    let sheet = live(move || made.with(|made| made.as_ref().map(paper)));
    ((ways, file.told()).view(), sheet)
}
