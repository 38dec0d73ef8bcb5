//! The year's months to print, by what the people or the branch say.

use super::archived::archived;
use super::paper::printed;
use crate::desk::desk;
use crate::domain::branch::months::Word;
use crate::domain::paper::months_paper;
use crate::route::DeskRoute;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Choice, Content, View, choices, el, h1};

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let name = h1("Bản in theo dõi").class("no-print");
    if let Some(away) = archived(desk, year) {
        return (name, away).view();
    }
    let word = RwSignal::new(Word::Own);
    let made = Signal::derive(move || {
        let (today, word) = (desk.today.get(), word.get());
        desk.dossiers(year, |dossiers| {
            desk.read(|branch| Some(months_paper(branch, dossiers, year, today, word)))
        })
    });
    let back = (DeskRoute::Months(None), "Về Theo dõi");
    let (ways, sheet) = printed(desk, "theo-doi", back, made);
    (
        name,
        el("div").class("no-print").with(whose_word(word)),
        ways,
        sheet,
    )
        .view()
}

/// Which of the two stands in the table.
pub fn whose_word(word: RwSignal<Word>) -> View {
    let chosen = Signal::derive(move || {
        match word.get() {
            Word::Own => "own",
            Word::Branch => "branch",
        }
        .to_owned()
    });
    let all = vec![
        Choice::new("own", "Từng người tự đánh giá"),
        Choice::new("branch", "Chi bộ đánh giá"),
    ];
    choices(
        "keep",
        "whose-word",
        "Chữ trong bảng là mức do",
        all,
        chosen,
        move |value| {
            word.set(if value == "branch" {
                Word::Branch
            } else {
                Word::Own
            });
        },
    )
    .view()
}
