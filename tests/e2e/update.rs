//! A new version of the page: asked for, never forced.

use std::path::Path;

use crate::support::browser::tool;
use crate::support::{Person, button, field, story};

/// The same page as another build: its start page says so, and sw.js knows its hash.
fn builds_the_next_version(person: &Person, to: &Path) {
    let dist = tool("SO_TAY_DIST");
    copy(Path::new(&dist), to);
    let read = |name: &str| std::fs::read_to_string(to.join(name)).expect("a file of the page");
    let page = read("index.html");
    let next = page.replacen("<html ", "<html data-build=\"next\" ", 1);
    assert_ne!(page, next);
    let worker = read("sw.js")
        .replace(&hash(person, &page), &hash(person, &next))
        .replacen("version:\"", "version:\"next-", 1);
    assert!(worker.contains("next-") && worker.contains(&hash(person, &next)));
    std::fs::write(to.join("index.html"), next).expect("a page");
    std::fs::write(to.join("sw.js"), worker).expect("a service worker");
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// As sw.js writes it, by the browser's own arithmetic.
fn hash(person: &Person, text: &str) -> String {
    let script = format!(
        "crypto.subtle.digest('SHA-256', new TextEncoder().encode({}))
            .then(bytes => 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(bytes))))",
        serde_json::Value::from(text)
    );
    person
        .browser
        .js(&script)
        .as_str()
        .expect("a hash")
        .to_owned()
}

const ASKED: &str = "Có bản mới của trang.";
const IS_NEXT: &str = "document.documentElement.dataset.build === 'next'";

#[test]
fn a_new_version_is_asked_for_and_comes_with_a_tap() {
    story("2026-11-03 08:00", |person| {
        let files = tempfile::tempdir().expect("a folder");
        person.begins();
        person.can_go_offline();
        // From the second opening on, the page comes from the phone.
        person.reloads();
        person.trusts("navigator.serviceWorker.controller !== null");
        builds_the_next_version(person, files.path());
        person.goes_to("Đăng ký");
        person.taps(button("Viết việc thứ nhất"));
        person.site.publishes(files.path());
        person
            .browser
            .js("navigator.serviceWorker.getRegistration().then(registration => registration.update()).then(() => true)");
        person.sees(ASKED);
        person.takes_picture("chuyen-cap-nhat");

        // Not forced: writing goes on, also after a reload, in the old version.
        person.fills(field("Việc gì sẽ làm?"), "Đang viết dở");
        person.taps(button("Để sau"));
        person.sees_no(ASKED);
        person.reloads();
        person.sees_in("Việc gì sẽ làm?", "Đang viết dở");
        person.trusts(&format!("!({IS_NEXT})"));
        person.sees(ASKED);

        person.fills(field("Việc gì sẽ làm?"), "Viết xong rồi");
        person.taps(button("Cập nhật"));
        person.trusts(IS_NEXT);
        person.sees_in("Việc gì sẽ làm?", "Viết xong rồi");
        person.sees_no(ASKED);

        // The new version, too, needs no network; nothing of the old one is left.
        person.loses_signal();
        person.reloads();
        person.trusts(IS_NEXT);
        person.sees_in("Việc gì sẽ làm?", "Viết xong rồi");
        assert_eq!(person.offline_parts().as_array().map(Vec::len), Some(2));
    });
}
