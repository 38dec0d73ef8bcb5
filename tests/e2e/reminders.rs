//! What reminds without a server: the phone's own calendar, and the number on the app's icon.

use crate::support::{Share, button, checkbox, story};

#[test]
fn the_years_days_go_into_the_phones_calendar() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.opens("#/giay-to");
        person.opens("#/giay-to/lich");
        person.sees("Lịch nhắc");
        person.sees("Ngày cuối mỗi tháng, từ 30/11/2026 đến 31/12/2026");
        person.sees("Ngày 5 mỗi tháng, từ 05/11/2026 đến 05/01/2027");
        person.sees_no("Giải quyết hồ sơ của dân");
        person.taps(button("Lưu tệp lịch"));
        let file = person.takes_download();
        person.sees("Đã đưa tệp lịch ra khỏi trang.");
        assert_eq!(file.name, "so-tay_lich_2026_20261103.ics");
        for line in [
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20261231",
            "DTSTART;VALUE=DATE:20261231",
            "DTSTAMP:20261103T",
        ] {
            assert!(file.text.contains(line), "{line}: {}", file.text);
        }
        assert!(!file.text.contains("Giải quyết hồ sơ"));

        // An iPhone's share sheet takes it, with the person's own words when they ask for them.
        person.shares(Share::TakesAll);
        person.reloads();
        person.taps(checkbox("Ghi cả lời…"));
        person.sees("Giải quyết hồ sơ của dân");
        person.taps(button("Đưa vào lịch"));
        let shared = person.takes_shared_file();
        assert_eq!(shared.name, "so-tay_lich_2026_20261103.ics");
        assert!(shared.text.contains("Giải quyết hồ sơ"));
        assert!(!shared.text.contains("SEQUENCE:0"));
    });
}

#[test]
fn the_icon_shows_how_many_things_are_due() {
    story("2026-11-03 08:00", |person| {
        let shown = "(() => { let shown; navigator.setAppBadge = (n) => { shown = +n; return Promise.resolve(); }; document.dispatchEvent(new Event('visibilitychange')); return shown; })()";
        person.begins();
        // The pledge is to be written, October to be rated before the meeting on the 5th.
        person.trusts(&format!("{shown} === 2"));
        person.waits_until("2026-11-20 08:00");
        person.reloads();
        person.trusts(&format!("{shown} === 1"));
    });
}
