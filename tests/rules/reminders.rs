//! What the phone's calendar is told.

use so_tay::domain::pledge::Deadline;
use so_tay::domain::reminders::{When, Wording, reminders};
use so_tay::domain::{Correction, Day, Handbook};

use crate::{day, handbook_in_november, month, shortcoming};

fn handbook() -> Handbook {
    let mut handbook = handbook_in_november();
    let deadline = Some(Deadline::On(day("2026-12-15")));
    handbook.shortcomings.push(shortcoming("di-muon", deadline));
    handbook
}

fn days_of(handbook: &Handbook, title: &str, from: &str) -> Vec<Day> {
    let all = reminders(handbook, Wording::Plain, day(from));
    let found = all
        .iter()
        .find(|reminder| reminder.title.starts_with(title));
    found.map_or_else(Vec::new, |reminder| reminder.when.days())
}

#[test]
fn each_month_rings_on_its_last_day() {
    let days = days_of(&handbook(), "Tự đánh giá tháng", "2026-01-31");
    let ends = [
        "01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31",
        "11-30", "12-31",
    ];
    assert_eq!(days, ends.map(|end| day(&format!("2026-{end}"))));
    assert_eq!(
        days_of(&handbook(), "Tự đánh giá tháng", "2026-12-31"),
        [day("2026-12-31")]
    );
    assert!(days_of(&handbook(), "Tự đánh giá tháng", "2027-01-01").is_empty());
}

#[test]
fn the_meeting_is_on_the_packs_day_and_decembers_in_january() {
    let mut handbook = handbook();
    handbook.pack.pack.meeting_day = 28;
    let days = days_of(&handbook, "Họp chi bộ", "2026-01-10");
    assert_eq!(days.len(), 12);
    assert_eq!((days[0], days[11]), (day("2026-02-28"), day("2027-01-28")));
    assert_eq!(
        days_of(&handbook, "Họp chi bộ", "2027-01-20"),
        [day("2027-01-28")]
    );
}

#[test]
fn the_reviews_are_at_the_end_of_june_and_of_december() {
    let from = "2026-06-30";
    assert_eq!(
        days_of(&handbook(), "Sơ kết 6 tháng", from),
        [day("2026-06-30")]
    );
    assert_eq!(
        days_of(&handbook(), "Tổng kết năm 2026", from),
        [day("2026-12-31")]
    );
    assert!(days_of(&handbook(), "Sơ kết 6 tháng", "2026-07-01").is_empty());
}

#[test]
fn own_deadlines_are_days_of_the_year_that_are_still_open() {
    let mut handbook = handbook();
    let of = |handbook: &Handbook, title| days_of(handbook, title, "2026-11-20");
    assert_eq!(of(&handbook, "Hạn của việc 1"), [day("2026-12-31")]);
    assert_eq!(of(&handbook, "Hạn của việc 2"), [day("2026-12-31")]);
    assert_eq!(of(&handbook, "Hạn khắc phục"), [day("2026-12-15")]);
    handbook.shortcomings[0].correction = Correction::PutRight {
        on: day("2026-11-19"),
    };
    assert!(of(&handbook, "Hạn khắc phục").is_empty());
    // As handed in, not as drafted since; words are no day; another year's day is not this year's.
    let deadlines = [
        Deadline::Words("hằng tháng".to_owned()),
        Deadline::On(day("2027-01-15")),
    ];
    handbook.pledge.draft[0].deadline = None;
    assert_eq!(of(&handbook, "Hạn của việc 1"), [day("2026-12-31")]);
    let commitments = &mut handbook.pledge.revisions[0].commitments;
    for (commitment, deadline) in commitments.iter_mut().zip(deadlines) {
        commitment.deadline = Some(deadline);
    }
    assert!(of(&handbook, "Hạn của việc").is_empty());
}

#[test]
fn the_persons_words_are_in_it_only_when_asked_for() {
    let mut handbook = handbook();
    handbook.rating_mut(month("2026-10")).private_note = "Chỉ mình đọc".to_owned();
    handbook.rating_mut(month("2026-10")).branch_note = "Chi bộ đọc".to_owned();
    let said = |wording| format!("{:?}", reminders(&handbook, wording, day("2026-01-01")));
    let (plain, in_full) = (said(Wording::Plain), said(Wording::InFull));
    for words in ["Giải quyết hồ sơ trong ngày", "Hai lần đi họp muộn"] {
        assert!(!plain.contains(words) && in_full.contains(words), "{words}");
    }
    for words in ["Chỉ mình đọc", "Chi bộ đọc", "Trần Thị Bình"] {
        assert!(!in_full.contains(words), "{words}");
    }
}

#[test]
fn the_names_are_unlike_and_stay() {
    let handbook = handbook();
    let uids = |from: &str| -> Vec<String> {
        let all = reminders(&handbook, Wording::InFull, day(from));
        all.into_iter().map(|reminder| reminder.uid).collect()
    };
    let all = uids("2026-01-01");
    assert_eq!(all.len(), 7);
    for (number, uid) in all.iter().enumerate() {
        assert!(!all[..number].contains(uid), "{uid}");
    }
    assert!(uids("2026-11-20").iter().all(|uid| all.contains(uid)));
    let first = reminders(&handbook, Wording::Plain, day("2026-12-31"))[0].when;
    assert!(matches!(first, When::Monthly { first, last, .. } if first == last));
}
