//! axe-core finds nothing on any of the desk's screens: light and dark, at normal and largest text, on
//! a phone and at a PC.

use crate::barriers::looks_at;
use crate::nothing_leaves::addresses;
use crate::support::{Person, story};

fn desk(person: &mut Person) {
    looks_at(person, addresses::DESK);
}

/// What Cài đặt would set, without leaving the sample for it.
pub fn chooses_text(person: &Person, size: &str) {
    person
        .browser
        .js(&format!("document.documentElement.dataset.text = '{size}'"));
}

#[test]
fn the_sample_branch_light_and_dark() {
    story("2026-11-22 08:00", |person| {
        person.opens("#/chi-bo");
        looks_at(person, &["#/chi-bo"]);
        person.opens_the_sample_branch();
        desk(person);
        person.prefers_dark(true);
        desk(person);
    });
}

#[test]
fn the_sample_branch_at_the_largest_text() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        chooses_text(person, "largest");
        desk(person);
        person.prefers_dark(true);
        desk(person);
    });
}

#[test]
fn the_sample_branch_at_a_pc() {
    story("2026-11-22 08:00", |person| {
        person.sits_at_a_pc();
        person.opens_the_sample_branch();
        desk(person);
        person.prefers_dark(true);
        chooses_text(person, "largest");
        desk(person);
    });
}
