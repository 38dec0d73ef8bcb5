//! Every screen has its address on the list that the browser stories go through: a new one that is
//! forgotten there is named here.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;

use so_tay::route::{DataRoute, DeskRoute, PapersRoute, Route};

#[path = "../common/addresses.rs"]
mod addresses;

/// The screens that a source lists in `pub enum <name> {`: what begins its line with a capital letter, one
/// step in.
fn listed(source: &str, name: &str) -> BTreeSet<String> {
    let (_, from) = source
        .split_once(&format!("pub enum {name} {{\n"))
        .expect("the list of a program's screens");
    let (body, _) = from.split_once("\n}").expect("its end");
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    lines
        .filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()))
        .map(first_word)
        .collect()
}

fn first_word(text: &str) -> String {
    text.chars()
        .take_while(|letter| letter.is_ascii_alphanumeric())
        .collect()
}

fn all_are_visited<R: Debug>(
    file: &str,
    name: &str,
    visited: &[&str],
    parse: fn(&str) -> Option<R>,
) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let source = std::fs::read_to_string(path).expect("the addresses' source");
    let listed = listed(&source, name);
    let visited = visited.iter().map(|address| {
        let route = parse(address).unwrap_or_else(|| panic!("{address} is no address of {name}"));
        first_word(&format!("{route:?}"))
    });
    let visited: BTreeSet<_> = visited.collect();
    assert!(listed.len() > 3, "{file}: {listed:?}");
    let missing: Vec<_> = listed.difference(&visited).collect();
    assert!(
        missing.is_empty(),
        "tests/common/addresses.rs has no address of {name}::{missing:?}"
    );
}

#[test]
fn a_story_goes_to_every_screen_of_every_program() {
    all_are_visited("src/route.rs", "Route", addresses::HANDBOOK, Route::parse);
    let data = addresses::DATA;
    all_are_visited("src/route/data.rs", "DataRoute", data, DataRoute::parse);
    let papers = addresses::PAPERS;
    all_are_visited(
        "src/route/papers.rs",
        "PapersRoute",
        papers,
        PapersRoute::parse,
    );
    let desk = addresses::DESK;
    all_are_visited("src/route/desk.rs", "DeskRoute", desk, DeskRoute::parse);
}

/// A program with a file of addresses that nobody looks at here would be overlooked.
#[test]
fn no_program_is_overlooked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/route");
    let files = std::fs::read_dir(folder).expect("the programs' addresses");
    let names: BTreeSet<_> = files
        .map(|file| {
            let name = file.expect("a file").file_name();
            name.to_string_lossy().into_owned()
        })
        .collect();
    let known = ["data.rs", "desk.rs", "papers.rs"].map(str::to_owned);
    assert_eq!(names, BTreeSet::from(known));
}

#[test]
fn the_list_of_screens_is_read_as_it_stands() {
    let source = "pub enum A {\n    #[default]\n    One,\n    /// Not this.\n    Two {\n        three: Four,\n    },\n    Five(Six),\n}\n";
    let listed = listed(source, "A");
    assert_eq!(listed, ["Five", "One", "Two"].map(str::to_owned).into());
}
