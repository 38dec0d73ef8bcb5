//! What there is one of on the page: its root puts it there, and it is found from anywhere below. Leptos'
//! contexts do the same for parts of a page, by a map for each of them.

use std::cell::OnceCell;
use std::thread::LocalKey;

/// Where it stands.
pub type One<T> = OnceCell<T>;

/// Once, before it is looked for.
pub fn put<T>(place: &'static LocalKey<One<T>>, one: T) {
    place.with(|place| {
        let _ = place.set(one);
    });
}

// Cannot fail: the root puts it there before it builds a screen.
pub fn find<T: Copy>(place: &'static LocalKey<One<T>>) -> T {
    place.with(|place| *place.get().expect("the root has put it there"))
}
