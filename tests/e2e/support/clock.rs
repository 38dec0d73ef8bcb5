//! Moments as a person in Việt Nam says them.

use time::macros::{format_description, offset};
use time::{Date, Time};

/// Milliseconds since 1970 of "2026-11-03 08:00", or of 08:00 on "2026-11-03", in Việt Nam.
#[track_caller]
pub fn moment(text: &str) -> i64 {
    let (day, hour) = text.split_once(' ').unwrap_or((text, "08:00"));
    let day =
        Date::parse(day, format_description!("[year]-[month]-[day]")).expect("a day as 2026-11-03");
    let hour = Time::parse(hour, format_description!("[hour]:[minute]")).expect("an hour as 08:00");
    day.with_time(hour)
        .assume_offset(offset!(+7))
        .unix_timestamp()
        * 1000
}
