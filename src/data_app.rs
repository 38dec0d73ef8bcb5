//! The program about what is kept: load, provide, route, show a screen. Nothing else happens at the root.

use leptos::prelude::untrack;

use crate::book::{Book, book};
use crate::browser::page;
use crate::data;
use crate::frame;
use crate::member;
use crate::root;
use crate::route::{DataRoute, Route};
use crate::signal::RwSignal;
use crate::ui::{View, live};

pub fn mount() {
    root::begin(page_of_the_data);
}

fn page_of_the_data() -> View {
    let book = Book::of_this_device();
    let here = || DataRoute::parse(&page::hash()).unwrap_or_default();
    let route = root::follow_address(here, move || book.undo.set(None));
    root::mirror_looks(book.settings);
    let frame = member::frame::frame(|| Route::Settings);
    root::around(frame, member::frame::banners(), screen(route))
}

fn screen(route: RwSignal<DataRoute>) -> View {
    let book = book();
    live(move || {
        if book.erased.get() {
            return frame::erased();
        }
        let route = route.get();
        page::set_title(&format!("{} · Sổ tay làm theo", data::title(&route)));
        untrack(|| data::screen(route))
    })
}
