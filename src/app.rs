//! Load, provide, route, show a screen. Nothing else happens at the root.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::{clock, events, page};
use crate::member;
use crate::route::Route;
use crate::signal::{RwSignal, Signal, effect};
use crate::storage::{Backend, Key, LocalStorage, Memory, Settings, Shelf};
use crate::ui::{Content, View, button, el, live};

/// Starts the page in place of what index.html shows first. A panic traps; boot.js then says so.
pub fn mount() {
    leptos::mount::mount_to_body(root);
    page::remove_first_paint();
}

fn root() -> AnyView {
    let local = LocalStorage::probe();
    let durable = local.is_some();
    let backend: Box<dyn Backend> = match local {
        Some(local) => Box::new(local),
        None => Box::new(Memory::default()),
    };
    let (shelf, shelved) = Shelf::open(backend);
    let book = Book::new(shelf, shelved, durable);
    provide_context(book);
    provide_context(follow_address());
    mirror_looks(book);
    listen(book);
    let skip = button("skip", "Tới nội dung chính", || page::focus("h1"));
    let main = el("main")
        .attr("id", "main")
        .with((member::frame::banners(), screen()));
    (skip, member::frame::frame(), main).view().render()
}

/// The route of the address, always.
fn follow_address() -> RwSignal<Route> {
    let here = || Route::parse(&page::hash()).unwrap_or_default();
    let route = RwSignal::new(here());
    // Taken here: a listener runs without an owner to ask.
    let book = book();
    events::on_hash_change(move || {
        book.undo.set(None);
        route.set(here());
        page::focus_heading();
    });
    route
}

/// The route, from anywhere under the root.
pub fn route() -> RwSignal<Route> {
    expect_context()
}

/// What the stylesheets read on `<html>`: text size and theme.
fn mirror_looks(book: Book) {
    effect(move || {
        book.settings.with(
            |Settings {
                 text_size, theme, ..
             }| {
                page::set_look("data-text", text_size.attribute());
                page::set_look("data-theme", theme.attribute());
            },
        );
    });
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
            return member::erased();
        }
        open.track();
        let route = wanted.get();
        page::set_title(&format!("{} · Sổ tay làm theo", member::title(&route)));
        // What a screen looks at while it is built must not build it anew.
        untrack(|| member::screen(route))
    })
}
