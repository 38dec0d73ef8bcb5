//! The member's program: load, provide, route, show a screen. Nothing else happens at the root.

use leptos::prelude::untrack;

use crate::book::{Book, book};
use crate::browser::page;
use crate::domain::Handbook;
use crate::domain::due::all_due;
use crate::member;
use crate::one::{self, One};
use crate::root;
use crate::route::Route;
use crate::signal::{RwSignal, Signal, follow};
use crate::ui::{View, live};

pub fn mount() {
    root::begin(page_of_the_member);
}

fn page_of_the_member() -> View {
    let book = Book::of_this_device();
    let here = || Route::parse(&page::hash()).unwrap_or_default();
    let left = move || book.undo.set(None);
    one::put(&ROUTE, root::follow_address(here, left));
    root::mirror_looks(book.settings);
    follow(move || page::set_look("data-due", due(book)));
    let frame = member::frame::frame(|| route().with(member::frame::section));
    root::around(frame, member::frame::banners(), screen())
}

/// How many things are due, for the app's icon: boot.js puts it there. From three on the number says no
/// more, and its digits would cost the page their making.
fn due(book: Book) -> &'static str {
    let count = |open: &Handbook| all_due(open, book.today.get()).len();
    match book.read(count) {
        _ if book.is_sample() => "",
        0 => "0",
        1 => "1",
        2 => "2",
        _ => "3",
    }
}

thread_local! {
    static ROUTE: One<RwSignal<Route>> = const { One::new() };
}

/// The route, from anywhere under the root.
pub fn route() -> RwSignal<Route> {
    one::find(&ROUTE)
}

/// One screen, built anew for each route and each handbook.
fn screen() -> View {
    let book = book();
    let route = route();
    let open = Signal::derive(move || book.id());
    let wanted = Signal::derive(move || match (open.get(), route.get()) {
        (None, Route::Settings) => Route::Settings,
        (None, _) => Route::Start,
        (Some(_), route) => route,
    });
    live(move || {
        open.track();
        let route = wanted.get();
        page::set_title(&format!("{} · Sổ tay làm theo", member::title(&route)));
        // What a screen looks at while it is built must not build it anew.
        untrack(|| member::screen(route))
    })
}
