//! The sample branch: to look around in, marked everywhere, kept nowhere, gone with one tap.

use crate::support::secretary::{DESK, SAMPLE_MARK};
use crate::support::{button, link, story};

#[test]
fn the_sample_branch_is_marked_on_every_screen_kept_nowhere_and_gone_with_one_tap() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        person.finds(link("Chi bộ 2 (mẫu) · 2026, …"));
        for (_, route) in DESK {
            person.opens(route);
            person.is_at_the_desk();
            person.sees(SAMPLE_MARK);
        }

        // Writing in it is fine and goes nowhere.
        person.opens("#/chi-bo/sinh-hoat/2026-11");
        person.fills("Kết luận", "chỉ là thử");
        person.opens("#/chi-bo/theo-doi/2026-10");
        person.opens("#/chi-bo/sinh-hoat/2026-11");
        person.sees_in("Kết luận", "chỉ là thử");
        std::thread::sleep(std::time::Duration::from_secs(1));
        assert_eq!(person.stored(), serde_json::json!({}));

        person.taps(button("Bỏ chi bộ mẫu"));
        person.sees("Bàn làm việc của chi bộ");
        person.sees_no(SAMPLE_MARK);
        person.reloads();
        person.sees("Bàn làm việc của chi bộ");
        assert_eq!(person.stored(), serde_json::json!({}));
    });
}

#[test]
fn a_handbook_beside_the_sample_stays_as_it_was() {
    story("2026-11-22 08:00", |person| {
        person.begins();
        let before = person.stored();
        person.opens_the_sample_branch();
        person.opens("#/chi-bo/bieu-duong");
        person.sees(SAMPLE_MARK);
        person.opens("#/");
        person.sees("Trần Thị Bình · 2026");
        person.sees_no(SAMPLE_MARK);
        assert_eq!(person.stored(), before);
    });
}

#[test]
fn the_desk_is_a_tap_away_from_the_first_start_and_from_the_settings() {
    story("2026-11-22 08:00", |person| {
        person.opens("");
        person.taps(link("Bàn làm việc của chi bộ"));
        person.is_at("#/chi-bo");
        person.sees("Dành cho bí thư, chi ủy viên");
        person.taps(link("Về sổ tay cá nhân"));
        person.begins();
        person.opens("#/cai-dat");
        person.taps(link("Bàn làm việc của chi bộ"));
        person.is_at("#/chi-bo");
        person.sees("Dành cho bí thư, chi ủy viên");
    });
}
