//! What stands above a sheet and is not printed.

use crate::book::book;
use crate::browser::{clock, page};
use crate::domain::Handbook;
use crate::domain::paper::Paper;
use crate::exchange::office::Order;
use crate::exchange::other_file_name;
use crate::ui::{Content, OfficeFile, View, actions, button, link};

/// `what`: of the Word file's name; `made`: what stands in it.
pub fn ways(
    back: &impl ToString,
    what: &'static str,
    made: impl Fn(&Handbook) -> Paper + 'static,
) -> View {
    let file = OfficeFile::begin();
    let order = move || {
        book().peek(|handbook| {
            let (name, year) = (&handbook.profile.name, handbook.year);
            let name = other_file_name(what, name, year, clock::today(), "docx");
            Some((name, Order::Word(made(handbook))))
        })
    };
    let buttons = actions((
        button("button", "In", page::print),
        file.button("button-quiet", "Lưu tệp Word", order),
        link("link", back, "Về bản đang viết"),
    ));
    (buttons, file.told()).view()
}
