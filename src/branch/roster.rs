//! Danh sách: who belongs to the branch. The list, and above it the two ways to make it longer.

use super::fold::Open;
use super::roster_form::{self, Draft};
use super::roster_list;
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
    let screen = Screen {
        desk: desk(),
        doing: RwSignal::new(Doing::Nothing),
        open: Open::none(),
    };
    let empty = screen.desk.part(|branch| branch.roster.people.is_empty());
    let list = live(move || {
        if empty.get() {
            first_steps()
        } else {
            roster_list::list(screen)
        }
    });
    (h1("Danh sách"), counted(screen), ways_in(screen), list).view()
}

/// "45 người: 30 đảng viên, 15 quần chúng"
fn counted(screen: Screen) -> View {
    let desk = screen.desk;
    let count = Signal::derive(move || {
        let today = desk.today.get();
        desk.read(|branch| branch.roster.headcount(today))
    });
    live(move || {
        let count = count.get();
        (count.all() > 0).then(|| p(count.to_string()).class("lead"))
    })
}

fn first_steps() -> View {
    muted("Chưa có ai. Thêm từng người ở trên. Người gửi phiếu mà chưa có trong danh sách cũng được thêm khi nhận phiếu.")
        .view()
}

fn ways_in(screen: Screen) -> View {
    let doing = screen.doing;
    let adding = Signal::derive(move || doing.with(|doing| *doing == Doing::Adding));
    let add = move || {
        doing.set(if adding.get_untracked() {
            Doing::Nothing
        } else {
            Doing::Adding
        });
        crate::browser::page::focus("#person-name");
    };
    let add = button("button-quiet", "Thêm người", add)
        .live_attr("aria-expanded", move || Some(adding.get().to_string()));
    let form = live(move || adding.get().then(|| adding_form(screen)));
    (actions(add), form).view()
}

fn adding_form(screen: Screen) -> View {
    // Blank again after each.
    let draft = Draft::blank();
    let round = RwSignal::new(0_u32);
    let form = live(move || {
        round.track();
        leptos::prelude::untrack(|| roster_form::adding(screen, draft, round))
    });
    stack((h2("Thêm người"), el("div").class("aside now").with(form))).view()
}
