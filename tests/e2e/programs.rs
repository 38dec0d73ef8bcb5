//! The programs beside the handbook without a network: opened once, each is there for good, and what
//! belongs to the handbook from the second visit on; never opened, it says so.

use crate::support::secretary::DESK;
use crate::support::{Person, link, story};

/// Until the device keeps these programs whole, of the version that it opens.
fn keeps(person: &Person, programs: &[&str]) {
    let names = serde_json::json!(programs);
    person.trusts(&format!(
        "Promise.all(document.querySelector('meta[name=programs]').content.split(' ')
            .filter(name => {names}.some(program => name.startsWith(program)))
            .flatMap(name => ['.js', '.wasm', '.css'].map(ending => caches.match(new URL(name + ending, document.baseURI)))))
            .then(kept => kept.length === 3 * {names}.length && kept.every(Boolean))"
    ));
}

#[test]
fn a_desk_that_was_opened_once_opens_without_a_network() {
    story("2026-11-22 08:00", |person| {
        person.opens("#/chi-bo");
        person.sees("Bàn làm việc của chi bộ");
        person.can_go_offline();
        keeps(person, &["desk"]);

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
        // Nothing is kept on this phone.
        person.sees_no("Lưu tất cả ra tệp");
        person.taps(link("Về sổ tay"));
        person.sees("Sổ tay của riêng mình");
    });
}

#[test]
fn what_belongs_to_the_handbook_comes_along_with_the_second_visit() {
    story("2026-11-22 08:00", |person| {
        person.begins();
        person.can_go_offline();
        let fetched = person.site.fetched();
        let early = |name: &str| fetched.iter().any(|file| file.path.contains(name));
        assert!(!early("data-") && !early("papers-") && !early("desk-"));
        assert!(!early("office-"));
        person.closes_everything();
        person.comes_back();
        keeps(person, &["data", "papers"]);
        let fetched = person.site.fetched();
        assert!(!fetched.iter().any(|file| file.path.contains("desk-")));

        person.loses_signal();
        person.site.forgets();
        for (route, said) in [
            ("#/du-lieu", "Được giữ gìn thế nào"),
            ("#/gioi-thieu", "Năm điều giữ lời"),
            ("#/giay-to", "Giấy tờ của năm 2026"),
            ("#/", "Trần Thị Bình · 2026"),
        ] {
            person.opens(route);
            person.sees(said);
        }
        assert!(person.site.fetched().is_empty());
    });
}
