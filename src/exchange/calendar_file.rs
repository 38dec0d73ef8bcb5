//! Reminders as an iCalendar file (RFC 5545), for whatever calendar the phone has.
//!
//! Own code, since the crates don't fit: `ics` 0.5 folds its lines at 76 octets, and `icalendar` brings
//! a calendar, a clock and random numbers of its own. The tests read what is written here by another's parser.
//!
//! Days are whole and without a time zone: the end of a month is so wherever the phone is.

use crate::domain::Day;
use crate::domain::reminders::{DayOfMonth, Reminder, When};

/// Longest line, in octets, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// `year` names the calendar. `stamp` is the moment in UTC, "20261122T023000Z". Of two files with the same
/// entries, the one of the higher `sequence` counts.
pub fn calendar_file(reminders: &[Reminder], year: i32, sequence: u64, stamp: &str) -> String {
    let mut file = String::new();
    let name = format!("Sổ tay làm theo {year}");
    line(&mut file, "BEGIN", "VCALENDAR");
    line(&mut file, "VERSION", "2.0");
    line(
        &mut file,
        "PRODID",
        concat!("-//so-tay-lam-theo//", env!("CARGO_PKG_VERSION"), "//VI"),
    );
    line(&mut file, "CALSCALE", "GREGORIAN");
    line(&mut file, "METHOD", "PUBLISH");
    text(&mut file, "X-WR-CALNAME", &name);
    for reminder in reminders {
        line(&mut file, "BEGIN", "VEVENT");
        line(&mut file, "UID", &reminder.uid);
        line(&mut file, "DTSTAMP", stamp);
        line(&mut file, "SEQUENCE", &sequence.to_string());
        days(&mut file, reminder.when);
        text(&mut file, "SUMMARY", &reminder.title);
        text(&mut file, "DESCRIPTION", &reminder.text);
        line(&mut file, "CLASS", "PRIVATE");
        line(&mut file, "TRANSP", "TRANSPARENT");
        for hours in reminder.rings {
            line(&mut file, "BEGIN", "VALARM");
            line(&mut file, "ACTION", "DISPLAY");
            text(&mut file, "DESCRIPTION", &reminder.title);
            let sign = if *hours < 0 { "-" } else { "" };
            line(&mut file, "TRIGGER", &format!("{sign}PT{}H", hours.abs()));
            line(&mut file, "END", "VALARM");
        }
        line(&mut file, "END", "VEVENT");
    }
    line(&mut file, "END", "VCALENDAR");
    file
}

/// `so-tay_lich_2026_20261122.ics`
pub fn calendar_name(year: i32, day: Day) -> String {
    format!("so-tay_lich_{year}_{}.ics", day.compact())
}

fn days(file: &mut String, when: When) {
    line(file, "DTSTART;VALUE=DATE", &when.first().compact());
    if let When::Monthly { last, on, .. } = when {
        let day = match on {
            DayOfMonth::The(day) => day.to_string(),
            DayOfMonth::Last => "-1".to_owned(),
        };
        let until = on.of(last).compact();
        let rule = format!("FREQ=MONTHLY;BYMONTHDAY={day};UNTIL={until}");
        line(file, "RRULE", &rule);
    }
}

/// A value that is free text: what would end it or the line is escaped, what no text may hold is left out.
fn text(file: &mut String, name: &str, value: &str) {
    let mut escaped = String::new();
    for letter in value.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    line(file, name, &escaped);
}

/// A line, folded where it is too long, never within a letter.
fn line(file: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if length + letter.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}
