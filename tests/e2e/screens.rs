//! Pictures of the screens in target/screens/, for eyes rather than for assertions.

use crate::support::story;

const ROUTES: &[(&str, &str)] = &[
    ("hom-nay", "#/"),
    ("dang-ky", "#/dang-ky"),
    ("tu-danh-gia", "#/tu-danh-gia/2026-10"),
    ("chuan-muc", "#/chuan-muc"),
    ("gui", "#/gui"),
    ("cai-dat", "#/cai-dat"),
    ("gioi-thieu", "#/gioi-thieu"),
];

#[test]
#[ignore = "make screens: writes pictures"]
fn screens() {
    story("2026-11-03 08:00", |person| {
        for (name, route) in ROUTES {
            person.opens(route);
            person.trusts("!document.getElementById('start')");
            person.takes_picture(name);
            person.takes_long_picture(&format!("{name}-ca-trang"));
        }
    });
}
