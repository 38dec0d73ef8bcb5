//! Civil days, months and quarters: no clock, no time zone.
//!
//! On screen a day is dd/mm/yyyy, in files it is yyyy-mm-dd. The arithmetic is the `time` crate's.

use std::fmt;
use std::str::FromStr;

use so_tay_derive::in_files;
use time::{Date, Month};

use crate::json::{Form, InFiles, Misfit, Value};

/// Years that a handbook may be about; wide enough for the reports in `seeds/` and for a long future.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// One day of the civil calendar, in a year of [`YEARS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The first day of [`YEARS`].
    pub const FIRST: Self = Self(time::macros::date!(1900 - 01 - 01));

    /// The given day, or `None` when there is no such day (31/02) or the year is out of [`YEARS`].
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> YearMonth {
        YearMonth {
            year: self.0.year(),
            month: self.0.month() as u8,
        }
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Whole days from `earlier` to this day; negative when this day comes first.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.to_julian_day() - earlier.0.to_julian_day()
    }

    /// What a person typed: d/m/yyyy with `/`, `-`, `.` or a space between; d/m/yy in the century
    /// of the year given; or d/m in that year. `None` when it is not a day, or names one that does
    /// not exist.
    pub fn from_typed(text: &str, year: i32) -> Option<Self> {
        let numbers = numbers_typed(text)?;
        let (day, month, year) = match numbers[..] {
            [day, month] => (day, month, year),
            [day, month, typed] => {
                let typed_year = number(typed);
                let year = match typed.len() {
                    4 => typed_year,
                    2 => year - year.rem_euclid(100) + typed_year,
                    _ => return None,
                };
                (day, month, year)
            }
            _ => return None,
        };
        let short = |part: &str| (part.len() <= 2).then(|| u8::try_from(number(part)).ok())?;
        Self::new(year, short(month)?, short(day)?)
    }

    /// `dd/mm`, for places where the year is plain.
    pub fn short(self) -> String {
        format!("{:02}/{:02}", self.day(), self.0.month() as u8)
    }

    /// "ngày 05 tháng 02 năm 2026": on papers days below 10 and the months 1 and 2 have a zero before them,
    /// so that no figure can be put there.
    pub fn in_words(self) -> String {
        let month = self.0.month() as u8;
        let zero = if month < 3 { "0" } else { "" };
        let (day, year) = (self.day(), self.year());
        format!("ngày {day:02} tháng {zero}{month} năm {year}")
    }

    /// yyyymmdd, for file names.
    pub fn compact(self) -> String {
        format!(
            "{:04}{:02}{:02}",
            self.year(),
            self.0.month() as u8,
            self.day()
        )
    }
}

/// As on screen: dd/mm/yyyy.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:02}/{:02}/{:04}",
            self.day(),
            self.0.month() as u8,
            self.year()
        )
    }
}

/// As in files: yyyy-mm-dd.
impl FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (month, day) = text.rsplit_once('-').ok_or(())?;
        let month: YearMonth = month.parse()?;
        Self::new(month.year, month.month, two_digits(day).ok_or(())?).ok_or(())
    }
}

/// A month of a year. In files "2026-11".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    year: i32,
    month: u8,
}

impl YearMonth {
    /// `None` unless the month is 1 to 12 and the year in [`YEARS`].
    pub fn new(year: i32, month: u8) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The twelve months of a year; none when the year is out of [`YEARS`].
    pub fn all_of(year: i32) -> impl Iterator<Item = Self> {
        (1..=12).filter_map(move |month| Self::new(year, month))
    }

    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 12.
    pub fn number(self) -> u8 {
        self.month
    }

    pub fn quarter(self) -> Quarter {
        Quarter::ALL[usize::from((self.month - 1) / 3)]
    }

    /// The month before, while it is in [`YEARS`].
    pub fn previous(self) -> Option<Self> {
        if self.month > 1 {
            Self::new(self.year, self.month - 1)
        } else {
            Self::new(self.year - 1, 12)
        }
    }

    pub fn next(self) -> Option<Self> {
        if self.month < 12 {
            Self::new(self.year, self.month + 1)
        } else {
            Self::new(self.year + 1, 1)
        }
    }

    pub fn last_day(self) -> Day {
        (28..=31)
            .rev()
            .find_map(|day| Day::new(self.year, self.month, day))
            .unwrap_or(Day::FIRST)
    }

    /// This day of the month, or the month's last day when it is shorter.
    pub fn day(self, day: u8) -> Day {
        Day::new(self.year, self.month, day.max(1)).unwrap_or_else(|| self.last_day())
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for YearMonth {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, month) = text.split_once('-').ok_or(())?;
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(());
        }
        Self::new(number(year), two_digits(month).ok_or(())?).ok_or(())
    }
}

/// The numbers of a text that is nothing but numbers and what may stand between those of a day.
pub(super) fn numbers_typed(text: &str) -> Option<Vec<&str>> {
    let parts = text.trim().split(['/', '-', '.', ' ']);
    let numbers: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    numbers.iter().all(digits).then_some(numbers)
}

/// The number that a text of nothing but digits is. The standard library's parser comes once for
/// each type of integer, and what it refuses beyond this was looked at already.
pub(super) fn number(digits: &str) -> i32 {
    digits.bytes().fold(0, |number: i32, digit| {
        number
            .saturating_mul(10)
            .saturating_add((digit & 15).into())
    })
}

pub(crate) fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| u8::try_from(number(text)).ok())?
}

/// A quarter of the year: topics are given out by quarters (S0, S4).
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Quarter {
    First,
    Second,
    Third,
    Fourth,
}

impl Quarter {
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// "I" to "IV", as the reports write it.
    pub fn roman(self) -> &'static str {
        ["I", "II", "III", "IV"][self as usize]
    }
}

impl InFiles for Day {
    fn blank() -> Self {
        Self::FIRST
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        *self = value.parsed(Form::Day, |text| text.parse().ok())?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(format!("{}-{:02}", self.month(), self.day()))
    }
}

impl InFiles for YearMonth {
    fn blank() -> Self {
        Day::FIRST.month()
    }

    fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
        *self = value.parsed(Form::Month, |text| text.parse().ok())?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.to_string())
    }
}

/// The same for serde, and in the published schemas.
#[cfg(not(target_arch = "wasm32"))]
mod by_serde {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Day, YearMonth};

    macro_rules! as_text {
        ($type:ty, $expected:literal, $write:expr) => {
            impl Serialize for $type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(&$write(self))
                }
            }

            impl<'de> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = String::deserialize(deserializer)?;
                    text.parse().map_err(|()| D::Error::custom($expected))
                }
            }
        };
    }

    as_text!(Day, "expected a day, yyyy-mm-dd", |day: &Day| format!(
        "{}-{:02}",
        day.month(),
        day.day()
    ));
    as_text!(
        YearMonth,
        "expected a month, yyyy-mm",
        |month: &YearMonth| month.to_string()
    );

    impl JsonSchema for super::Day {
        fn schema_name() -> Cow<'static, str> {
            "Day".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
    }

    impl JsonSchema for super::YearMonth {
        fn schema_name() -> Cow<'static, str> {
            "YearMonth".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" })
        }
    }
}
