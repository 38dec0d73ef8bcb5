//! The program about what is kept: load, provide, route, show a screen. Where a passcode locks the page, it
//! comes first, asks for the code, and leaves the storage to the program that the address asks for.

use std::rc::Rc;

use leptos::prelude::untrack;

use crate::book::{Book, book};
use crate::browser::timer::soon;
use crate::browser::{events, page, vault};
use crate::data::{self, unlock};
use crate::frame;
use crate::member;
use crate::root;
use crate::route::{DataRoute, Route};
use crate::signal::RwSignal;
use crate::storage::{LocalStorage, lock_of, looks};
use crate::ui::{Content, View, button, el, h1, live, p};

pub fn mount() {
    root::begin(page_of_the_data);
}

#[derive(Clone, Copy, PartialEq)]
enum Stands {
    Locked,
    Erased,
    Open,
}

fn page_of_the_data() -> View {
    let Some(storage) = LocalStorage::beneath() else {
        return open_page();
    };
    let storage = Rc::new(storage);
    let locked = match lock_of(&*storage) {
        Ok(lock) => lock.is_some(),
        Err(None) => return unreadable(),
        // The shelves say so, each for itself.
        Err(Some(_)) => false,
    };
    // Who has just unlocked this tab is not asked again.
    let known = vault::take_pass();
    let open = !locked || known.is_some_and(|key| unlock::pass(&storage, &key));
    let stands = RwSignal::new(if open { Stands::Open } else { Stands::Locked });
    live(move || match stands.get() {
        Stands::Locked => {
            root::mirror_looks(RwSignal::new(looks(&*storage)));
            let screen = unlock::screen(
                Rc::clone(&storage),
                move || stands.set(Stands::Open),
                move || stands.set(Stands::Erased),
            );
            page::set_title("Đang khóa · Sổ tay làm theo");
            el("main").attr("id", "main").with(screen).view()
        }
        Stands::Erased => el("main").attr("id", "main").with(frame::erased()).view(),
        Stands::Open => untrack(open_page),
    })
}

/// This program's screens, or nothing, when the address is another program's: that one is told.
fn open_page() -> View {
    if page::mark("awaits").is_some() {
        soon(|| events::tell("so-tay:unlocked"));
        return View::Nothing;
    }
    let book = Book::of_this_device();
    let here = || DataRoute::parse(&page::hash()).unwrap_or_default();
    let route = root::follow_address(here, move || book.undo.set(None));
    root::mirror_looks(book.settings);
    let frame = member::frame::frame(|| Route::Settings);
    root::around(frame, member::frame::banners(), screen(route))
}

/// Both copies of the lock's record are damaged: what is locked can't be opened any more.
fn unreadable() -> View {
    let content = (
        h1("Không mở được khóa"),
        p(
            "Phần ghi cách mở khóa trên máy này bị hỏng, nên không mã nào mở được. Mọi thứ còn nguyên trên máy, vẫn khóa.",
        ),
        p(
            "Nếu có bản sao lưu: lưu tệp cứu hộ nếu muốn giữ phần đang khóa, xóa hết, rồi khôi phục từ tệp.",
        ),
        button("button-quiet", "Lưu tệp cứu hộ", || {
            events::tell("so-tay:rescue")
        }),
        unlock::start_anew(page::reload),
    );
    el("main").attr("id", "main").with(content).view()
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
