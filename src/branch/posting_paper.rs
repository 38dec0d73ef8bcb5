//! The list to print and pin up.

use super::archived::archived;
use super::paper::printed;
use crate::desk::desk;
use crate::domain::branch::registration::counted_on;
use crate::domain::branch::wall::wall;
use crate::domain::paper::wall_paper;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, View, h1};

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let name = h1("Bản in công khai").class("no-print");
    if let Some(away) = archived(desk, year) {
        return (name, away).view();
    }
    let made = Signal::derive(move || {
        let day = counted_on(year, desk.today.get());
        desk.dossiers(year, |dossiers| {
            desk.read(|branch| Some(wall_paper(branch, year, &wall(branch, dossiers, year, day))))
        })
    });
    let back = (DeskRoute::Posting, "Về danh sách công khai");
    let (ways, sheet) = printed(desk, "cong-khai", back, made);
    (name, ways, sheet).view()
}
