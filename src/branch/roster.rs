//! Danh sách: who belongs to the branch. The list, and above it the two ways to make it longer.

use super::fold::Open;
use super::roster_draft::Draft;
use super::roster_form;
use super::roster_paste::{self, Import};
use super::{roster_list, roster_preview};
use crate::browser::page;
use crate::desk::{Desk, desk};
use crate::domain::ItemId;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, View, actions, button, el, h1, h2, live, muted, p, stack};

/// What is being written. One thing at a time, so that a field has its name on the screen alone.
#[derive(Clone, Default, PartialEq)]
pub enum Doing {
    #[default]
    Nothing,
    Adding,
    Pasting,
    /// Something of a person.
    Of(ItemId, Deed),
}

#[derive(Clone, Copy, PartialEq)]
pub enum Deed {
    Mend,
    ChangeStanding,
    Leave,
    ComeBack,
}

/// The state of the screen, handed about.
#[derive(Clone, Copy)]
pub struct Screen {
    pub desk: Desk,
    pub doing: RwSignal<Doing>,
    pub open: Open,
}

impl Screen {
    pub fn done(self) {
        self.doing.set(Doing::Nothing);
    }
}

pub fn screen() -> View {
    let desk = desk();
    let empty = desk.part(|branch| branch.roster.people.is_empty());
    // An empty list begins with the quickest way.
    let doing = if empty.get_untracked() {
        Doing::Pasting
    } else {
        Doing::Nothing
    };
    let screen = Screen {
        desk,
        doing: RwSignal::new(doing),
        open: Open::none(),
    };
    let import = Import::begin(screen);
    let previewing = Signal::derive(move || import.sheet.with(Option::is_some));
    live(move || {
        if previewing.get() {
            return leptos::prelude::untrack(|| roster_preview::preview(import));
        }
        let list = live(move || {
            if empty.get() {
                muted("Người gửi phiếu mà chưa có trong danh sách thì được thêm khi nhận phiếu.")
                    .view()
            } else {
                roster_list::list(screen)
            }
        });
        (
            h1("Danh sách"),
            counted(screen, empty),
            ways_in(import),
            list,
        )
            .view()
    })
}

/// "45 người: 30 đảng viên, 15 quần chúng"
fn counted(screen: Screen, empty: Signal<bool>) -> View {
    let desk = screen.desk;
    let count = Signal::derive(move || {
        let today = desk.today.get();
        desk.read(|branch| branch.roster.headcount(today))
    });
    live(move || {
        if empty.get() {
            muted("Chưa có ai. Lấy danh sách từ Excel, hoặc thêm từng người.")
        } else {
            p(count.get().to_string()).class("lead")
        }
    })
}

fn ways_in(import: Import) -> View {
    let screen = import.screen;
    let way = move |label: &'static str, way: Doing, field: &'static str| {
        let (of, to) = (way.clone(), way);
        let chosen = Signal::derive(move || screen.doing.with(|doing| *doing == of));
        let toggle = move || {
            let chosen = chosen.get_untracked();
            screen
                .doing
                .set(if chosen { Doing::Nothing } else { to.clone() });
            page::focus(field);
        };
        button("button-quiet", label, toggle)
            .live_attr("aria-expanded", move || Some(chosen.get().to_string()))
    };
    let ways = actions((
        way("Lấy từ Excel", Doing::Pasting, "#paste-table"),
        way("Thêm người", Doing::Adding, "#person-name"),
    ));
    let panel = live(move || match screen.doing.get() {
        Doing::Adding => leptos::prelude::untrack(|| adding_form(screen)),
        Doing::Pasting => leptos::prelude::untrack(|| roster_paste::ways_in(import)),
        _ => View::Nothing,
    });
    (ways, panel).view()
}

fn adding_form(screen: Screen) -> View {
    // Blank again after each.
    let draft = Draft::blank(screen.desk);
    let round = RwSignal::new(0_u32);
    let form = live(move || {
        round.track();
        leptos::prelude::untrack(|| roster_form::adding(screen, draft, round))
    });
    stack((h2("Thêm người"), el("div").class("aside now").with(form))).view()
}
