use proptest::prelude::*;
use so_tay::domain::calendar::YEARS;
use so_tay::domain::{Day, Quarter, YearMonth};

use crate::{day, month};

#[test]
fn a_typed_day_may_stand_with_slashes_dashes_dots_or_spaces() {
    for typed in [
        "5/3/2026",
        "05/03/2026",
        "5-3-2026",
        "5.3.2026",
        "5 3 2026",
        " 5 / 3 / 2026 ",
        "5/3/2026\n",
    ] {
        assert_eq!(
            Day::from_typed(typed, 1999),
            Some(day("2026-03-05")),
            "{typed:?}"
        );
    }
}

#[test]
fn a_typed_day_without_a_year_is_in_the_year_of_the_handbook() {
    assert_eq!(Day::from_typed("5/3", 2026), Some(day("2026-03-05")));
    assert_eq!(Day::from_typed("29/2", 2024), Some(day("2024-02-29")));
    assert_eq!(Day::from_typed("29/2", 2026), None);
}

#[test]
fn a_year_typed_with_two_digits_is_in_the_century_of_the_handbook() {
    assert_eq!(Day::from_typed("31/12/26", 2025), Some(day("2026-12-31")));
    assert_eq!(Day::from_typed("1/1/00", 2026), Some(day("2000-01-01")));
}

#[test]
fn what_is_typed_but_is_no_day_is_refused() {
    for typed in [
        "",
        " ",
        "/",
        "5",
        "5/",
        "2026",
        "0/3",
        "32/1",
        "5/0",
        "5/13",
        "31/4",
        "30/2/2026",
        "5/3/202",
        "5/3/20260",
        "5/3/1899",
        "5/3/3000",
        "5/3/2026/1",
        "+5/3",
        "005/3",
        "5/003",
        "5/3/+026",
        "ngày 5/3",
        "5/3 sáng",
        "hằng tháng",
        "5/3/２０２６",
        "2026/3/5",
        "999999999999/1",
    ] {
        assert_eq!(Day::from_typed(typed, 2026), None, "{typed:?}");
    }
}

#[test]
fn there_is_no_29_february_but_in_leap_years() {
    for (year, leap) in [
        (2024, true),
        (2026, false),
        (2000, true),
        (1900, false),
        (2100, false),
    ] {
        assert_eq!(Day::new(year, 2, 29).is_some(), leap, "{year}");
    }
}

#[test]
fn no_day_and_no_month_lies_outside_the_years() {
    assert_eq!(Some(Day::FIRST), Day::new(1900, 1, 1));
    assert!(Day::new(2999, 12, 31).is_some());
    assert_eq!(Day::new(1899, 12, 31), None);
    assert_eq!(Day::new(3000, 1, 1), None);
    assert_eq!(YearMonth::new(1899, 12), None);
    assert_eq!(YearMonth::new(3000, 1), None);
    assert_eq!(YearMonth::new(2026, 0), None);
    assert_eq!(YearMonth::new(2026, 13), None);
    assert_eq!(YearMonth::all_of(3000).count(), 0);
}

#[test]
fn a_month_ends_on_its_last_day() {
    let lasts = YearMonth::all_of(2026).map(|month| month.last_day().day());
    assert_eq!(
        lasts.collect::<Vec<_>>(),
        [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    );
    assert_eq!(month("2028-02").last_day(), day("2028-02-29"));
}

#[test]
fn a_day_that_a_month_lacks_is_its_last_one() {
    assert_eq!(month("2026-02").day(31), day("2026-02-28"));
    assert_eq!(month("2026-04").day(30), day("2026-04-30"));
    assert_eq!(month("2026-04").day(255), day("2026-04-30"));
    assert_eq!(month("2026-04").day(0), day("2026-04-01"));
}

#[test]
fn december_and_january_are_neighbours() {
    assert_eq!(month("2026-12").next(), Some(month("2027-01")));
    assert_eq!(month("2027-01").previous(), Some(month("2026-12")));
    assert_eq!(month("1900-01").previous(), None);
    assert_eq!(month("2999-12").next(), None);
}

#[test]
fn three_months_make_a_quarter() {
    let quarters = YearMonth::all_of(2026).map(|month| month.quarter().roman());
    let expected = [
        "I", "I", "I", "II", "II", "II", "III", "III", "III", "IV", "IV", "IV",
    ];
    assert_eq!(quarters.collect::<Vec<_>>(), expected);
    assert!(Quarter::ALL.is_sorted());
}

#[test]
fn days_are_counted_over_the_turn_of_the_year_and_a_leap_day() {
    assert_eq!(day("2027-01-05").days_since(day("2026-12-31")), 5);
    assert_eq!(day("2026-12-31").days_since(day("2027-01-05")), -5);
    assert_eq!(day("2028-03-01").days_since(day("2028-02-28")), 2);
}

#[test]
fn a_day_is_shown_day_first_and_filed_year_first() {
    let day = day("2026-03-05");
    assert_eq!(day.to_string(), "05/03/2026");
    assert_eq!(day.short(), "05/03");
    assert_eq!(day.compact(), "20260305");
    assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-03-05\"");
    assert_eq!(serde_json::to_string(&day.month()).unwrap(), "\"2026-03\"");
}

#[test]
fn a_day_in_a_file_is_written_in_exactly_one_way() {
    for text in [
        "",
        "2026",
        "2026-3-5",
        "2026-03-5",
        "2026-03-005",
        "26-03-05",
        "2026-02-29",
        "2026-03-00",
        "2026-13-01",
        "+026-03-05",
        "-026-03-05",
        " 2026-03-05",
        "2026-03-05 ",
        "2026-03-05T00:00",
        "2026/03/05",
        "05/03/2026",
        "3000-01-01",
        "2026-03-+5",
    ] {
        assert!(text.parse::<Day>().is_err(), "{text:?}");
    }
}

#[test]
fn a_month_in_a_file_is_written_in_exactly_one_way() {
    for text in [
        "",
        "2026",
        "2026-3",
        "2026-00",
        "2026-13",
        "2026-003",
        "+026-03",
        "2026-03-05",
        "3000-01",
    ] {
        assert!(text.parse::<YearMonth>().is_err(), "{text:?}");
    }
}

#[test]
fn a_day_in_a_file_is_text_and_nothing_else() {
    for json in ["20260305", "null", "[2026,3,5]", "\"5/3/2026\""] {
        assert!(serde_json::from_str::<Day>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<YearMonth>(json).is_err(), "{json}");
    }
}

fn any_day() -> impl Strategy<Value = Day> {
    (YEARS, 1..=12u8, 1..=31u8)
        .prop_map(|(year, month, day)| YearMonth::new(year, month).expect("in range").day(day))
}

proptest! {
    #[test]
    fn a_day_survives_the_file_and_the_screen(day in any_day(), other_year in YEARS) {
        let json = serde_json::to_string(&day).unwrap();
        prop_assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day);
        prop_assert_eq!(Day::from_typed(&day.to_string(), other_year), Some(day));
        prop_assert_eq!(Day::from_typed(&day.short(), day.year()), Some(day));
    }

    #[test]
    fn a_month_is_between_the_one_before_and_the_one_after(day in any_day()) {
        let month = day.month();
        prop_assert!(month.day(1) <= day && day <= month.last_day());
        if let Some(next) = month.next() {
            prop_assert!(month < next);
            prop_assert_eq!(next.previous(), Some(month));
            prop_assert_eq!(next.day(1).days_since(month.last_day()), 1);
        }
    }

    #[test]
    fn typing_anything_never_panics(text in "[0-9/. +-]{0,14}|\\PC{0,14}", year in any::<i32>()) {
        if let Some(day) = Day::from_typed(&text, year) {
            prop_assert!(YEARS.contains(&day.year()));
        }
        let _ = text.parse::<Day>();
        let _ = text.parse::<YearMonth>();
    }
}

#[test]
fn a_day_on_paper_has_zeros_where_custom_has_them() {
    for (day, words) in [
        ("2026-02-05", "ngày 05 tháng 02 năm 2026"),
        ("2026-03-31", "ngày 31 tháng 3 năm 2026"),
        ("2026-12-01", "ngày 01 tháng 12 năm 2026"),
    ] {
        assert_eq!(day.parse::<Day>().expect("a day").in_words(), words);
    }
}
