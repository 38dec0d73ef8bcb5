//! A text that waits for its button: kept on the device as it is typed, so that going elsewhere, a lock or a
//! dead battery takes nothing along, and there again when the form is opened again.

use crate::desk::Desk;
use crate::signal::{RwSignal, Signal};

#[derive(Clone, Copy)]
pub struct Unfinished {
    desk: Desk,
    /// Of which branch, and what.
    place: RwSignal<String>,
    text: RwSignal<String>,
}

impl Unfinished {
    /// What was being typed there, or what stands there otherwise.
    pub fn new(desk: Desk, place: &str, otherwise: String) -> Self {
        let place = desk.peek(|branch| format!("{}/{place}", branch.id.as_str()));
        let kept = desk
            .choices
            .with_untracked(|choices| choices.unfinished.get(&place).cloned());
        Self {
            desk,
            place: RwSignal::new(place),
            text: RwSignal::new(kept.unwrap_or(otherwise)),
        }
    }

    pub fn read_only(self) -> Signal<String> {
        self.text.read_only()
    }

    pub fn get_untracked(self) -> String {
        self.text.get_untracked()
    }

    pub fn set(self, text: String) {
        self.text.set(text.clone());
        self.keep(text);
    }

    /// It has become something, or was given up.
    pub fn done(self) {
        self.keep(String::new());
    }

    fn keep(self, text: String) {
        if self.desk.is_sample() {
            return;
        }
        let place = self.place.get_untracked();
        self.desk.choose(|choices| {
            if text.is_empty() {
                choices.unfinished.remove(&place);
            } else {
                choices.unfinished.insert(place, text);
            }
        });
    }
}
