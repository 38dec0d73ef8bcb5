//! One thing to do a little later, replaced or dropped when something newer comes.

use std::pin::Pin;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// A single pending call.
#[derive(Clone, Copy)]
pub struct Later(StoredValue<Option<TimeoutHandle>>);

impl Default for Later {
    fn default() -> Self {
        Self(StoredValue::new(None))
    }
}

impl Later {
    /// Calls `act` after the pause, instead of what was pending.
    pub fn schedule(self, pause: Duration, act: impl FnOnce() + 'static) {
        self.cancel();
        let handle = set_timeout_with_handle(act, pause).ok();
        self.0.try_set_value(handle);
    }

    pub fn cancel(self) {
        if let Some(Some(handle)) = self.0.try_update_value(Option::take) {
            handle.clear();
        }
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
