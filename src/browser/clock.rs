//! The phone's clock, read anew at each call: a page may stay open over midnight.

use js_sys::Date;

use crate::domain::Day;

/// The day it is where the phone is. A clock set to a year out of range counts as the first day
/// in range, so that everything else still works.
pub fn today() -> Day {
    let now = Date::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    Day::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or(Day::FIRST)
}

/// This moment, RFC 3339 with the phone's offset: "2026-11-22T09:30:00+07:00".
pub fn now() -> String {
    let now = Date::new_0();
    // JavaScript counts minutes *behind* UTC.
    let offset = -now.get_timezone_offset() as i32;
    let sign = if offset < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{hours:02}:{minutes:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
    )
}

/// This moment in UTC as calendars write it: "20261122T023000Z".
pub fn stamp() -> String {
    let iso: String = Date::new_0().to_iso_string().into();
    let digits = iso.chars().filter(|letter| !matches!(letter, '-' | ':'));
    // Without the fractions of a second.
    format!("{}Z", digits.take(15).collect::<String>())
}
