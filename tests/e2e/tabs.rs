//! Two tabs on one phone: a clean one follows, two that were both written in ask.

use crate::habits::FILES;
use crate::support::{Person, button, link, story};

const MINE: &str = "Viết ở trang thứ hai";
const THEIRS: &str = "Viết ở trang thứ nhất";
const ASKED: &str = "sổ tay này vừa được sửa ở một cửa sổ khác";

/// The same question of the same commitment, open in two tabs.
fn has_two_tabs(person: &mut Person) {
    person.begins();
    person.goes_to("Đăng ký");
    person.writes(&FILES);
    person.sees("Đã lưu");
    let id = person.kept_handbooks()[0]["pledge"]["draft"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let route = format!("#/dang-ky/{id}/1");
    person.opens(&route);
    person.sees_in("Việc gì sẽ làm?", FILES.action);
    person.opens_second_tab(&route);
    person.sees_in("Việc gì sẽ làm?", FILES.action);
}

/// The second tab writes, and before it saves the first one has written, too: as when one of them
/// was asleep and did not hear.
fn writes_in_both(person: &mut Person) {
    person
        .browser
        .js("addEventListener('storage', event => event.stopImmediatePropagation(), true); true");
    has_unsaved_words(person, MINE);
    person.looks_at_tab(0);
    person.fills("Việc gì sẽ làm?", THEIRS);
    person.sees("Đã lưu");
    person.looks_at_tab(1);
    lets_it_save(person);
    person.sees(ASKED);
    person.sees("Chưa lưu được");
    person.sees_in("Việc gì sẽ làm?", MINE);
}

/// Words on the screen whose moment to be saved has not come: the tab's timers stand still.
fn has_unsaved_words(person: &Person, text: &str) {
    person
        .browser
        .js("window.__held = []; window.__later = setTimeout;
        window.setTimeout = (act, pause) => pause > 300 && pause < 9000 ? __held.push(act) : __later(act, pause); true");
    person.fills("Việc gì sẽ làm?", text);
    person.sees("Đang lưu…");
}

fn lets_it_save(person: &Person) {
    person
        .browser
        .js("window.setTimeout = __later; for (const act of __held.splice(0)) act(); true");
}

fn actions(person: &Person) -> Vec<String> {
    let kept = person.kept_handbooks();
    kept.iter()
        .map(|handbook| {
            handbook["pledge"]["draft"][0]["action"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}

#[test]
fn a_clean_tab_follows_the_other_one() {
    story("2026-11-03 08:00", |person| {
        has_two_tabs(person);
        person.fills("Việc gì sẽ làm?", MINE);
        person.sees("Đã lưu");
        person.looks_at_tab(0);
        person.sees_in("Việc gì sẽ làm?", MINE);
        person.sees("Đã lưu");

        // Looks are one choice for all tabs.
        person.opens("#/cai-dat");
        person.taps("Rất lớn");
        person.looks_at_tab(1);
        person.trusts("document.documentElement.dataset.text === 'largest'");
        person.fills("Việc gì sẽ làm?", FILES.action);
        person.sees("Đã lưu");
        person.sees_no(ASKED);
        assert_eq!(actions(person), [FILES.action]);
    });
}

#[test]
fn both_written_in_and_this_one_chosen() {
    story("2026-11-03 08:00", |person| {
        has_two_tabs(person);
        writes_in_both(person);
        person.takes_picture("loi-hai-trang");
        assert_eq!(actions(person), [THEIRS], "nothing is overwritten unasked");
        person.taps(button("Giữ bản ở trang này"));
        person.sees_no(ASKED);
        person.sees("Đã lưu");
        assert_eq!(actions(person), [MINE]);
        had_back(person, THEIRS);
    });
}

#[test]
fn both_written_in_and_the_other_one_chosen() {
    story("2026-11-03 08:00", |person| {
        has_two_tabs(person);
        writes_in_both(person);
        person.taps(button("Lấy bản ở trang kia"));
        person.sees_no(ASKED);
        person.sees("Đã lưu");
        person.sees_in("Việc gì sẽ làm?", THEIRS);
        assert_eq!(actions(person), [THEIRS]);
        had_back(person, MINE);
    });
}

/// What was not chosen lies among the versions that the page keeps.
#[track_caller]
fn had_back(person: &mut Person, text: &str) {
    let stored = person.stored();
    let snapshots = stored
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(key, _)| key.starts_with("so-tay/snapshot/"));
    let holding = snapshots
        .filter(|(_, kept)| kept.as_str().is_some_and(|kept| kept.contains(text)))
        .count();
    assert!(holding > 0, "no snapshot holds “{text}”: {stored:#}");
    person.opens("#/du-lieu/khoi-phuc");
    person.taps(button("Bản lưu tự động…"));
    person.finds(button("03/11/2026 08:00…").at(0));
}

#[test]
fn a_handbook_deleted_in_another_tab_is_not_lost_to_the_one_who_writes_in_it() {
    story("2026-11-03 08:00", |person| {
        has_two_tabs(person);
        person.looks_at_tab(0);
        person.opens("#/cai-dat");
        person.taps(button("Xóa sổ Trần Thị Bình · 2026"));
        person.finds(link("Về trang đầu"));
        person.looks_at_tab(1);
        person.sees("sổ tay này vừa bị xóa ở một cửa sổ khác");
        person.sees_in("Việc gì sẽ làm?", FILES.action);
        person.takes_picture("loi-xoa-o-trang-kia");
        assert_eq!(actions(person), Vec::<String>::new());
        // "Chọn giữ lại": there must be a way to do what the sentence says.
        person.taps(button("Giữ…"));
        person.sees("Đã lưu");
        assert_eq!(actions(person), [FILES.action]);
    });
}

#[test]
fn a_backup_has_what_another_tab_wrote_in_another_years_handbook() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.opens("#/bat-dau");
        person.taps(button("Bắt đầu sổ tay 2027…"));
        person.sees("Trần Thị Bình · 2027");
        person.opens_second_tab("#/cai-dat");
        person.taps(button("Trần Thị Bình · 2026…"));
        person.sees("Trần Thị Bình · 2026");
        person.goes_to("Đăng ký");
        person.writes(&FILES);
        person.sees("Đã lưu");
        person.looks_at_tab(0);
        person.opens("#/cai-dat");
        person.sees("Trần Thị Bình · 2027");
        person.taps(button("Lưu bản sao ra tệp"));
        let backup = person.takes_download();
        assert!(backup.text.contains(FILES.action), "{}", backup.text);
    });
}
