//! The program of the year's papers: load, provide, route, show a screen. Nothing else happens at the
//! root.

use leptos::prelude::untrack;

use crate::book::{Book, book};
use crate::browser::page;
use crate::member;
use crate::papers;
use crate::root;
use crate::route::{PapersRoute, Route};
use crate::signal::{RwSignal, Signal, follow};
use crate::ui::{View, live};

pub fn mount() {
    root::begin(page_of_the_papers);
}

fn page_of_the_papers() -> View {
    let book = Book::of_this_device();
    let here = || PapersRoute::parse(&page::hash()).unwrap_or_default();
    let route = root::follow_address(here, move || book.undo.set(None));
    root::mirror_looks(book.settings);
    // The sample is in no storage: its address makes it anew.
    follow(move || {
        if route.get() == PapersRoute::Sample {
            untrack(|| book.open_sample());
        }
    });
    let frame = member::frame::frame(|| Route::Today);
    root::around(frame, member::frame::banners(), screen(route))
}

/// One screen, built anew for each route and each handbook.
fn screen(route: RwSignal<PapersRoute>) -> View {
    let book = book();
    let open = Signal::derive(move || book.id());
    live(move || {
        let open = open.get().is_some();
        let route = route.get();
        page::set_title(&format!("{} · Sổ tay làm theo", papers::title(&route)));
        untrack(|| {
            let guide = matches!(
                route,
                PapersRoute::MemberGuide | PapersRoute::SecretaryGuide
            );
            if open || guide {
                papers::screen(route)
            } else {
                papers::without_handbook()
            }
        })
    })
}
