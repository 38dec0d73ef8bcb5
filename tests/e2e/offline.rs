//! Without a network: one visit is enough for good.

use crate::support::story;

#[test]
fn one_visit_is_enough_to_open_the_page_without_a_network() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        person.sees("Sổ tay làm theo");
        person.can_go_offline();
        assert_eq!(
            person.site.wasted(),
            Vec::<String>::new(),
            "every file comes once"
        );

        person.loses_signal();
        person.closes_everything();
        person.comes_back();
        person.sees("Sổ tay làm theo");
        person.trusts("!document.getElementById('start')");
    });
}
