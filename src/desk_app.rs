//! The secretary's program: load, provide, route, show a screen. Nothing else happens at the root.

use leptos::prelude::untrack;

use crate::branch;
use crate::browser::{page, pile};
use crate::desk::{DESK, Desk, desk};
use crate::frame;
use crate::one::{self, One};
use crate::root;
use crate::route::DeskRoute;
use crate::signal::{RwSignal, Signal};
use crate::ui::{View, live};

pub fn mount() {
    root::begin(page_of_the_desk);
}

fn page_of_the_desk() -> View {
    let desk = Desk::new();
    one::put(&DESK, desk);
    let here = || DeskRoute::parse(&page::hash()).unwrap_or_default();
    let left = move || {
        desk.undo.set(None);
        desk.refused.set(None);
    };
    one::put(&ROUTE, root::follow_address(here, left));
    root::mirror_looks(desk.settings);
    desk.listen();
    pile::ignore_stray();
    root::around(branch::frame::frame(), branch::frame::banners(), screen())
}

thread_local! {
    static ROUTE: One<RwSignal<DeskRoute>> = const { One::new() };
}

/// The route, from anywhere under the root.
pub fn route() -> RwSignal<DeskRoute> {
    one::find(&ROUTE)
}

/// One screen, built anew for each route, branch and year.
fn screen() -> View {
    let desk = desk();
    let route = route();
    let open = Signal::derive(move || desk.id());
    let wanted = Signal::derive(move || match open.get() {
        None => DeskRoute::Start,
        Some(_) => route.get(),
    });
    live(move || {
        if desk.erased.get() {
            return frame::erased();
        }
        open.track();
        desk.year.track();
        let route = wanted.get();
        page::set_title(&format!("{} · Chi bộ", branch::title(&route)));
        // What a screen looks at while it is built must not build it anew.
        untrack(|| branch::screen(route))
    })
}
