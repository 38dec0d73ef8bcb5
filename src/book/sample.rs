//! The sample handbook: in the place of the open one, and never written anywhere.

use leptos::prelude::*;

use super::{Book, SaveStatus};
use crate::browser::{clock, page};
use crate::domain::Handbook;
use crate::domain::sample::sample_handbook;
use crate::route::Route;

impl Book {
    /// The open handbook as it is now, unless it is the sample.
    pub fn own(self) -> Option<Handbook> {
        let sample = untrack(|| self.is_sample());
        self.peek(|handbook| (!sample).then(|| handbook.clone()))
    }

    pub fn is_sample(self) -> bool {
        self.status.with(|status| *status == SaveStatus::Sample)
    }

    /// A filled handbook to look around in. It is never written anywhere.
    pub fn open_sample(self) {
        if !self.all_saved() {
            return;
        }
        self.undo.set(None);
        self.status.set(SaveStatus::Sample);
        self.open.set(Some(sample_handbook(clock::today())));
    }

    /// Away with the sample, back to what was there.
    pub fn close_sample(self) {
        self.undo.set(None);
        self.status.set(SaveStatus::Saved);
        self.open.set(self.first());
        page::go(&Route::Today.to_string());
    }
}
