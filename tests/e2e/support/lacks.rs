//! What an engine lacks for a story: the story is skipped there by its name, and the reason printed. A
//! story that isn't named here runs in every engine.

use std::io::Write;

use super::engine::engine;

/// An engine, why it can't, and the stories it can't show.
type Lack = (&'static str, &'static str, &'static [&'static str]);

const COMPOSING: &str = "no driver composes a word, as a phone's keyboard does";
const COMPOSED: &[&str] = &[
    "harness::what_a_keyboard_composes_arrives_exactly",
    "keyboards::composed_and_retyped_text_survives_in_pledge_and_evidence",
];

const NO_RECORD: &str = "it keeps no record of its own of every request, as Chromium does";
const RECORDED: &[&str] = &["harness::the_watchdog_of_the_network_barks"];

const AXE: &str =
    "axe-core looks at the document, which is the same in every engine: it is asked in Chromium";
const LOOKED_AT: &[&str] = &[
    "harness::axe_finds_what_is_wrong",
    "barriers::a_filled_year_light",
    "barriers::a_filled_year_dark",
    "barriers::a_filled_year_light_at_the_largest_text",
    "barriers::a_filled_year_dark_at_the_largest_text",
    "barriers::an_empty_phone_and_an_empty_handbook",
    "barriers::an_amended_pledge_an_open_shortcoming_and_messages_of_every_kind",
    "barriers::the_sample_and_its_mark",
    "desk_barriers::the_sample_branch_light_and_dark",
    "desk_barriers::the_sample_branch_at_the_largest_text",
    "desk_barriers::the_sample_branch_at_a_pc",
];

const SLOW: &str = "its processor can't be slowed down";
const SLOWED: &[&str] = &["many_files::a_tap_is_answered_while_300_files_come_in"];

const FRESH: &str = "its store of downloads can't be emptied in the middle of a story";
const EMPTIED: &[&str] = &["stopped::a_program_that_does_not_start_gives_out_what_is_kept"];

const ZONE: &str = "its clock can't be sent to another zone in the middle of a story";
const AWAY: &[&str] = &["tabs_at_random::a_clock_set_back_loses_nothing"];

const FORGETS: &str = "its test browser forgets everything when it closes";
const RETURNING: &[&str] = &[
    "branch_cycle::a_branch_and_two_members_on_phones",
    "branch_cycle::a_branch_at_a_pc_and_two_members_on_phones",
    "desk_kept::what_was_entered_is_there_after_a_reload_and_without_a_network",
    "harness::what_is_typed_in_any_way_arrives_exactly_and_outlives_the_browser",
    "locked::a_handbook_is_locked_and_opened_and_the_lock_is_turned_off",
    "locked::the_desk_is_locked_with_the_same_code_and_works_without_a_network",
    "offline::one_visit_is_enough_to_open_the_page_without_a_network",
    "offline::writing_goes_on_without_a_network_and_all_of_it_is_there_afterwards",
    "programs::a_desk_that_was_opened_once_opens_without_a_network",
    "programs::what_belongs_to_the_handbook_comes_along_with_the_second_visit",
];

const NO_STORE: &str =
    "its test browser keeps no store of downloads: a service worker fetches each file anew";
const FETCHED_ONCE: &[&str] =
    &["offline::after_the_first_visit_no_screen_asks_the_host_for_anything"];

const LIGHT: &str = "its driver can't tell it that the person prefers dark colours";
const DARK: &[&str] = &[
    "harness::the_phone_is_small_and_has_a_finger",
    "settings::text_size_and_theme_are_applied_and_stay",
];

const NO_PAPER: &str = "its driver can't show the page as a printer gets it";
const PRINTED: &[&str] = &[
    "nothing_leaves::whatever_is_taken_out_of_the_page_holds_nothing_private",
    "nothing_leaves::what_the_branch_thinks_of_one_person_reaches_nobody_else",
];

const NO_PDF: &str = "the papers are printed by Chromium, whose driver gives out the pages";
const PAGES: &[&str] = &[
    "print::a_pledge_of_one_and_of_three_commitments",
    "print::the_reviews",
    "print::the_branchs_papers",
    "print::the_months_of_68_people_with_long_names",
    "print::on_a_phone_and_at_a_pc_the_lines_are_those_of_the_paper",
];

const LACKS: &[Lack] = &[
    ("Firefox", NO_PDF, PAGES),
    ("WebKitGTK", NO_PDF, PAGES),
    ("Firefox", COMPOSING, COMPOSED),
    ("Firefox", NO_RECORD, RECORDED),
    ("Firefox", AXE, LOOKED_AT),
    ("Firefox", SLOW, SLOWED),
    ("Firefox", FRESH, EMPTIED),
    ("Firefox", ZONE, AWAY),
    ("WebKitGTK", FORGETS, RETURNING),
    ("WebKitGTK", NO_STORE, FETCHED_ONCE),
    ("WebKitGTK", LIGHT, DARK),
    ("WebKitGTK", NO_PAPER, PRINTED),
    ("WebKitGTK", COMPOSING, COMPOSED),
    ("WebKitGTK", NO_RECORD, RECORDED),
    ("WebKitGTK", AXE, LOOKED_AT),
    ("WebKitGTK", SLOW, SLOWED),
    ("WebKitGTK", FRESH, EMPTIED),
    ("WebKitGTK", ZONE, AWAY),
];

/// Why the story of this thread can't be told in this engine.
pub fn reason(engine: &str) -> Option<&'static str> {
    let thread = std::thread::current();
    let story = thread.name().unwrap_or_default();
    let mut lacks = LACKS.iter();
    lacks.find_map(|(lacking, why, stories)| {
        (*lacking == engine && stories.contains(&story)).then_some(*why)
    })
}

/// Past the test runner, which keeps what a story says to itself.
pub fn skips(why: &str) {
    let thread = std::thread::current();
    let story = thread.name().unwrap_or_default();
    let said = writeln!(
        std::io::stderr(),
        "skipped in {}: {story}: {why}",
        engine().name()
    );
    said.expect("somebody listens");
}

/// A story by another name would be skipped nowhere.
#[test]
fn what_is_skipped_is_a_story() {
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e");
    for story in LACKS.iter().flat_map(|(_, _, stories)| *stories) {
        let (module, name) = story.split_once("::").expect("module::story");
        let file = [format!("{module}.rs"), format!("{module}/mod.rs")]
            .map(|file| sources.join(file))
            .into_iter()
            .find(|file| file.exists());
        let text = file.and_then(|file| std::fs::read_to_string(file).ok());
        let told = text.is_some_and(|text| text.contains(&format!("fn {name}()")));
        assert!(told, "there is no story {story}");
    }
}
