//! The member's program: load, provide, route, show a screen. Nothing else happens at the root.

use leptos::prelude::untrack;

use crate::book::{BOOK, Book, book};
use crate::browser::{clock, events, page};
use crate::frame;
use crate::member;
use crate::one::{self, One};
use crate::root;
use crate::route::Route;
use crate::signal::{RwSignal, Signal};
use crate::storage::{Backend, Key, LocalStorage, Memory, Place, Shelf};
use crate::ui::{View, live};

pub fn mount() {
    root::begin(page_of_the_member);
}

fn page_of_the_member() -> View {
    let local = LocalStorage::probe();
    let durable = local.is_some();
    let backend: Box<dyn Backend> = match local {
        Some(local) => Box::new(local),
        None => Box::new(Memory::default()),
    };
    let (shelf, shelved) = Shelf::open(backend);
    let book = Book::new(shelf, shelved, durable);
    one::put(&BOOK, book);
    let here = || Route::parse(&page::hash()).unwrap_or_default();
    let left = move || book.undo.set(None);
    one::put(&ROUTE, root::follow_address(here, left));
    root::mirror_looks(book.settings);
    listen(book);
    root::around(member::frame::frame(), member::frame::banners(), screen())
}

thread_local! {
    static ROUTE: One<RwSignal<Route>> = const { One::new() };
}

/// The route, from anywhere under the root.
pub fn route() -> RwSignal<Route> {
    one::find(&ROUTE)
}

fn listen(book: Book) {
    events::on_leaving(move || book.save());
    events::on_return(move || {
        let today = clock::today();
        if book.today.get_untracked() != today {
            book.today.set(today);
        }
    });
    events::on_other_tab(move |key| match key.as_deref().map(Key::parse) {
        Some(Some(Key::Handbook(id))) if book.peek(|open| open.id == id) => book.follow_other_tab(),
        Some(Some(Key::Settings)) => book.follow_settings(),
        _ => {}
    });
}

/// One screen, built anew for each route and each handbook.
fn screen() -> View {
    let book = book();
    let route = route();
    let open = Signal::derive(move || book.id());
    let wanted = Signal::derive(move || match (open.get(), route.get()) {
        (None, route @ (Route::About | Route::Settings)) => route,
        (None, _) => Route::Start,
        (Some(_), route) => route,
    });
    live(move || {
        if book.erased.get() {
            return frame::erased();
        }
        open.track();
        let route = wanted.get();
        page::set_title(&format!("{} · Sổ tay làm theo", member::title(&route)));
        // What a screen looks at while it is built must not build it anew.
        untrack(|| member::screen(route))
    })
}
