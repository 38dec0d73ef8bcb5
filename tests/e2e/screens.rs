//! Pictures of the screens in target/screens/, for eyes rather than for assertions.

use crate::desk_barriers::chooses_text;
use crate::support::secretary::DESK;
use crate::support::{Person, radio, story};

const ROUTES: &[(&str, &str)] = &[
    ("hom-nay", "#/"),
    ("dang-ky", "#/dang-ky"),
    ("dang-ky-viec", "#/dang-ky/viec-1/1"),
    ("dang-ky-do-bang-gi", "#/dang-ky/viec-1/2"),
    ("dang-ky-han", "#/dang-ky/viec-1/3"),
    ("dang-ky-chuan-muc", "#/dang-ky/viec-1/4"),
    ("dang-ky-ai", "#/dang-ky/viec-2/5"),
    ("kiem-tra", "#/dang-ky/kiem-tra"),
    ("tu-danh-gia", "#/tu-danh-gia/2026-10"),
    ("tu-danh-gia-xong", "#/tu-danh-gia/2026-09"),
    ("tu-danh-gia-muon", "#/tu-danh-gia/2026-07"),
    ("chuan-muc", "#/chuan-muc"),
    ("gui", "#/gui"),
    ("cai-dat", "#/cai-dat"),
    ("gioi-thieu", "#/gioi-thieu"),
    ("du-lieu", "#/du-lieu"),
    ("khoi-phuc", "#/du-lieu/khoi-phuc"),
    ("khoa", "#/du-lieu/khoa"),
    ("cuu-ho", "#/du-lieu/cuu-ho"),
    ("xoa", "#/du-lieu/xoa"),
    ("giay-to", "#/giay-to"),
    ("so-ket", "#/giay-to/so-ket"),
    ("so-ket-in", "#/giay-to/so-ket/in"),
    ("dang-ky-in", "#/giay-to/dang-ky"),
    ("chep-tay", "#/giay-to/chep-tay"),
    ("viec-tot", "#/giay-to/viec-tot"),
    ("bat-dau", "#/bat-dau"),
];
const LOOKS: &[(&str, &str, &str)] = &[
    ("", "Thường", "Sáng"),
    ("toi-", "Thường", "Tối"),
    ("rat-lon-", "Rất lớn", "Sáng"),
];

/// A year as the sample has it, but as a person's own: no banner of the sample over it.
#[test]
#[ignore = "make screens: writes pictures"]
fn screens() {
    story("2026-11-03 08:00", |person| {
        person.opens("");
        takes_both(person, "lan-dau");
        person.has_a_filled_year("2026-11-03");
        // Out of the way: the restore's own message.
        person.reloads();
        for (look, size, theme) in LOOKS {
            person.opens("#/cai-dat");
            person.taps(radio(size).within("Cỡ chữ"));
            person.taps(radio(theme).within("Màu nền"));
            for (name, route) in ROUTES {
                person.opens("#/bat-dau");
                person.opens(route);
                takes_both(person, &format!("{look}{name}"));
            }
        }
    });
}

fn takes_both(person: &Person, name: &str) {
    person.trusts("!document.getElementById('start') && document.querySelector('h1') !== null");
    // A field that waits for letters would show its blinking cursor in one picture of two.
    person.browser.js("document.activeElement?.blur(); true");
    person.takes_picture(name);
    person.takes_long_picture(&format!("{name}-ca-trang"));
}

/// The desk of the sample branch, on a phone in three looks and at a PC.
#[test]
#[ignore = "make screens: writes pictures"]
fn screens_of_the_desk() {
    story("2026-11-22 08:00", |person| {
        person.opens("#/chi-bo");
        takes_both(person, "chi-bo-lan-dau");
        person.opens_the_sample_branch();
        for (look, size, dark) in [
            ("", "normal", false),
            ("toi-", "normal", true),
            ("rat-lon-", "largest", false),
        ] {
            chooses_text(person, size);
            person.prefers_dark(dark);
            walks_the_desk(person, &format!("{look}chi-bo"));
        }
        chooses_text(person, "normal");
        person.sits_at_a_pc();
        walks_the_desk(person, "rong-chi-bo");
    });
}

fn walks_the_desk(person: &mut Person, look: &str) {
    for (name, route) in DESK {
        person.opens(route);
        takes_both(person, &format!("{look}-{name}"));
    }
}
