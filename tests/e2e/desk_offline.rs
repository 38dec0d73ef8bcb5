//! The desk without a network: opened once, it is there for good; never opened, it says so.

use crate::support::secretary::DESK;
use crate::support::{link, story};

#[test]
fn a_desk_that_was_opened_once_opens_without_a_network() {
    story("2026-11-22 08:00", |person| {
        person.opens("#/chi-bo");
        person.sees("Bàn làm việc của chi bộ");
        person.can_go_offline();
        person.trusts(
            "Promise.all(['.js', '.wasm', '.css'].map(ending => caches.match(
                new URL(document.querySelector('meta[name=programs]').content.split(' ')[0] + ending, document.baseURI))))
                .then(kept => kept.every(Boolean))",
        );

        person.loses_signal();
        person.closes_everything();
        person.comes_back();
        person.sees("Bàn làm việc của chi bộ");
        person.opens_the_sample_branch();
        person.site.forgets();
        for (_, route) in DESK {
            person.opens(route);
            person.is_at_the_desk();
        }
        // And over to the handbook, which is another program.
        person.opens("#/");
        person.sees("Sổ tay của riêng mình");
        assert!(person.site.fetched().is_empty());
    });
}

#[test]
fn a_phone_that_never_opened_the_desk_says_so_without_a_network() {
    story("2026-11-22 08:00", |person| {
        person.opens("");
        person.sees("Sổ tay của riêng mình");
        person.can_go_offline();
        person.loses_signal();
        // Whichever of its three files is missed first.
        person.watch.expects("TypeError: Failed to fetch");
        person.watch.expects("TypeError: no stylesheet");
        person.watch.expects("net::ERR_");
        person.opens("#/chi-bo");
        person.sees("Chưa tải được phần này của sổ tay.");
        person.taps(link("Về sổ tay"));
        person.sees("Sổ tay của riêng mình");
    });
}
