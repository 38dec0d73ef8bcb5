//! One thing to do a little later, replaced or dropped when something newer comes.

use std::pin::Pin;
use std::time::Duration;

use js_sys::Promise;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{set_timeout, set_timeout_with_handle, window};
use wasm_bindgen_futures::JsFuture;

use crate::signal::RwSignal;

/// A single pending call.
#[derive(Clone, Copy)]
pub struct Later(RwSignal<Option<TimeoutHandle>>);

impl Default for Later {
    fn default() -> Self {
        Self(RwSignal::new(None))
    }
}

impl Later {
    /// Calls `act` after the pause, instead of what was pending.
    pub fn schedule(self, pause: Duration, act: impl FnOnce() + 'static) {
        self.cancel();
        let handle = set_timeout_with_handle(act, pause).ok();
        self.0.set(handle);
    }

    pub fn cancel(self) {
        self.0.update(|pending| {
            if let Some(handle) = pending.take() {
                handle.clear();
            }
        });
    }
}

/// After the events that are already on their way, such as a change of address.
pub fn soon(act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::ZERO);
}

/// Goes on with something that the browser answers later. Behind a box: one executor's code, not
/// one for each future.
pub fn later(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

/// Lets the browser do what waits, taps and drawing, before going on.
pub async fn pause() {
    wait(0).await;
}

/// Goes on after so many milliseconds.
pub async fn wait(milliseconds: i32) {
    let promise = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}

/// Counts how long the page has been kept from answering.
pub struct Busy(f64);

impl Busy {
    pub fn begin() -> Self {
        Self(now())
    }

    /// For longer than so many milliseconds.
    pub fn longer_than(&self, milliseconds: f64) -> bool {
        now() - self.0 > milliseconds
    }

    /// Lets the page answer, and begins anew.
    pub async fn rest(&mut self) {
        pause().await;
        *self = Self::begin();
    }
}

/// Milliseconds since the page began: unlike the clock, it only goes on.
fn now() -> f64 {
    window().performance().map_or(0.0, |watch| watch.now())
}
