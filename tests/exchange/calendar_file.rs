//! The calendar file is read by a parser that is not ours, and its days are counted out by that
//! parser's own rules of recurrence.

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};
use proptest::prelude::*;
use so_tay::domain::reminders::{Reminder, Wording, reminders};
use so_tay::domain::sample::sample_handbook;
use so_tay::domain::{Day, Handbook};
use so_tay::exchange::calendar_file::{calendar_file, calendar_name};

use crate::arbitrary;

const STAMP: &str = "20260101T003000Z";

fn day(text: &str) -> Day {
    text.parse().expect("a day that exists")
}

/// What another program finds in the file: each entry, and all its days.
fn read(file: &str) -> Vec<(ICalendarComponent, Vec<String>)> {
    let calendar = ICalendar::parse(file).expect("a calendar");
    let expanded = calendar.expand_dates(Tz::Floating, 1_000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let entries = calendar.components.iter().enumerate();
    let entries = entries.filter(|(_, component)| component.component_type.is_event());
    entries
        .map(|(number, entry)| {
            let mine = expanded.events.iter();
            let mine = mine.filter(|event| event.comp_id as usize == number);
            let mut days: Vec<_> = mine
                .map(|event| event.start.format("%d/%m/%Y").to_string())
                .collect();
            days.sort_by_key(|day| day.split('/').rev().map(str::to_owned).collect::<Vec<_>>());
            (entry.clone(), days)
        })
        .collect()
}

fn value(entry: &ICalendarComponent, name: ICalendarProperty) -> String {
    let value = entry.property(&name).and_then(|entry| entry.values.first());
    value
        .and_then(|value| value.as_text())
        .unwrap_or_default()
        .to_owned()
}

/// The parser gives back what the reminders say, word by word and day by day.
fn reads_the_same(reminders: &[Reminder]) {
    let file = calendar_file(reminders, 2026, 7, STAMP);
    let found = read(&file);
    assert_eq!(found.len(), reminders.len());
    for ((entry, days), reminder) in found.iter().zip(reminders) {
        let ours: Vec<_> = reminder.when.days().iter().map(Day::to_string).collect();
        assert_eq!(*days, ours, "{}", reminder.title);
        assert_eq!(entry.uid(), Some(reminder.uid.as_str()));
        assert_eq!(value(entry, ICalendarProperty::Summary), reminder.title);
        let kept = |letter: &char| *letter == '\n' || !letter.is_control();
        let text: String = reminder.text.chars().filter(kept).collect();
        assert_eq!(value(entry, ICalendarProperty::Description), text);
    }
    for line in file.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    assert!(file.ends_with("END:VCALENDAR\r\n"));
}

fn handbook() -> Handbook {
    sample_handbook(day("2026-01-01"))
}

#[test]
fn a_year_from_its_first_day_is_read_the_same() {
    for wording in [Wording::Plain, Wording::InFull] {
        let all = reminders(&handbook(), wording, day("2026-01-01"));
        reads_the_same(&all);
        let months = all[0].when.days();
        assert_eq!(months.len(), 12);
        assert_eq!(
            (months[0], months[1]),
            (day("2026-01-31"), day("2026-02-28"))
        );
        assert_eq!(months[11], day("2026-12-31"));
        let meetings = all[1].when.days();
        assert_eq!(
            (meetings[0], meetings[11]),
            (day("2026-02-05"), day("2027-01-05"))
        );
    }
}

#[test]
fn a_second_file_takes_the_place_of_the_first() {
    let handbook = handbook();
    let first = reminders(&handbook, Wording::Plain, day("2026-01-01"));
    let second = reminders(&handbook, Wording::InFull, day("2026-05-20"));
    let uids = |reminders: &[Reminder]| -> Vec<String> {
        reminders
            .iter()
            .map(|reminder| reminder.uid.clone())
            .collect()
    };
    let known = uids(&first);
    assert!(uids(&second).iter().all(|uid| known.contains(uid)));
    let sequence = |file: &str| {
        let (entry, _) = &read(file)[0];
        let sequence = entry.property(&ICalendarProperty::Sequence).cloned();
        sequence.and_then(|entry| entry.values.first()?.as_integer())
    };
    assert_eq!(sequence(&calendar_file(&first, 2026, 7, STAMP)), Some(7));
    assert_eq!(sequence(&calendar_file(&second, 2026, 8, STAMP)), Some(8));
}

#[test]
fn the_bytes_are_those_that_calendars_have_taken() {
    let reminder = Reminder {
        text: "Hồ sơ; \"trong ngày\", C:\\hồ-sơ\nkhông quá một ngày làm việc kể từ khi nhận"
            .to_owned(),
        ..reminders(&handbook(), Wording::Plain, day("2026-11-20"))[0].clone()
    };
    let file = calendar_file(&[reminder], 2026, 3, STAMP);
    let uid = format!("{}-rating@so-tay-lam-theo", handbook().id);
    assert_eq!(
        file,
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//so-tay-lam-theo//{}//VI\r\nCALSCALE:GREGORIAN\r\n\
             METHOD:PUBLISH\r\nX-WR-CALNAME:Sổ tay làm theo 2026\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:{STAMP}\r\n\
             SEQUENCE:3\r\nDTSTART;VALUE=DATE:20261130\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20261231\r\n\
             SUMMARY:Tự đánh giá tháng\r\n\
             DESCRIPTION:Hồ sơ\\; \"trong ngày\"\\, C:\\\\hồ-sơ\\nkhông quá một ngà\r\n y làm việc kể từ khi nhận\r\n\
             CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n\
             DESCRIPTION:Tự đánh giá tháng\r\nTRIGGER:PT19H\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            env!("CARGO_PKG_VERSION")
        )
    );
    assert_eq!(
        calendar_name(2026, day("2026-11-20")),
        "so-tay_lich_2026_20261120.ics"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the person wrote, another's parser reads it as it was.
    #[test]
    fn any_handbook_is_read_the_same(handbook in arbitrary::handbook()) {
        let from = Day::new(handbook.year, 1, 1).expect("a year in range");
        for wording in [Wording::Plain, Wording::InFull] {
            let all = reminders(&handbook, wording, from);
            reads_the_same(&all);
        }
    }
}
