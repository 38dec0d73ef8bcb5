//! Công khai: pledges are adopted in a meeting, then those agreed to are put up, as paper on the wall or
//! on a screen; and the branch's own pledge, which hangs there first.

use super::archived::archived;
use super::posting_adopt::{Adopting, adopt};
use super::{posting_list, posting_own, posting_show};
use crate::desk::{Desk, desk};
use crate::domain::branch::registration::counted_on;
use crate::domain::branch::wall::{OnWall, wall};
use crate::route::DeskRoute;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, View, el, h1, link, live};

/// What the parts of the screen look at.
#[derive(Clone, Copy)]
pub struct Wall {
    pub desk: Desk,
    pub year: i32,
    pub list: Signal<Vec<OnWall>>,
    /// Shown in large, from this place of the list on.
    pub showing: RwSignal<Option<usize>>,
}

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    if let Some(away) = archived(desk, year) {
        return (h1(format!("Công khai năm {year}")), away).view();
    }
    let list = Signal::derive(move || {
        let day = counted_on(year, desk.today.get());
        desk.dossiers(year, |dossiers| {
            desk.read(|branch| wall(branch, dossiers, year, day))
        })
    });
    let wall = Wall {
        desk,
        year,
        list,
        showing: RwSignal::new(None),
    };
    let adopting = Adopting::begin(desk, year);
    let is_shown = Signal::derive(move || wall.showing.with(Option::is_some));
    let parts = live(move || {
        if is_shown.get() {
            return leptos::prelude::untrack(|| posting_show::show(wall));
        }
        el("div")
            .class("parts")
            .with((
                h1(format!("Công khai năm {year}")),
                adopt(adopting),
                posting_own::own(desk, year),
                posting_list::list(wall),
                link(
                    "link",
                    &DeskRoute::Registration,
                    "Xem đăng ký của từng người",
                ),
            ))
            .view()
    });
    parts.view()
}
