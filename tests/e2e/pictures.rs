//! Pictures of the year, with the table behind each: a commitment's, and the branch's.

use crate::support::{link, story};

/// What the drawings say to somebody who does not see them.
const SAID: &str = "[...document.querySelectorAll('svg[role=img]')].map(one => one.getAttribute('aria-label')).join(' | ')";

#[test]
fn the_year_of_a_commitment_is_drawn_said_and_tabled() {
    story("2026-11-20 08:00", |person| {
        person.has_a_filled_year("2026-11-20");
        person.opens("#/giay-to");
        person.taps(link("Năm qua hình"));
        person.is_at("#/giay-to/hinh");
        person.sees("9 tháng có mức");
        person.trusts(&format!("{SAID}.startsWith('Việc 1: 9 tháng có mức: ')"));
        // A mark a month, and the same months in the table.
        person
            .trusts("document.querySelector('svg.chart').querySelectorAll('circle').length === 12");
        person.trusts("document.querySelector('main table').rows.length === 13");
        person
            .trusts("document.querySelector('main table').rows[7].textContent === 'Tháng 7thiếu'");
    });
}

#[test]
fn the_branchs_months_and_its_registration_are_drawn_said_and_tabled() {
    story("2026-11-22 08:00", |person| {
        person.opens_the_sample_branch();
        person.taps(link("Biểu đồ…"));
        person.is_at("#/chi-bo/bieu-do");
        person.sees("Đăng ký so với năm trước");
        person.trusts(&format!(
            "/^Cả chi bộ, số người đã gửi. tháng 1: \\d+ trên 45;/.test({SAID})"
        ));
        person.trusts(&format!(
            "/Cả chi bộ: năm 2026 \\d+.45, năm 2025 \\d+.\\d+\\. Đảng viên: /.test({SAID})"
        ));
        // The picture's numbers are those of the tables behind it.
        person.trusts(
            "(() => {
                const [heat, bars] = document.querySelectorAll('main table');
                const percent = cell => { const [here, of] = cell.firstChild.textContent.split('/'); return Math.floor(100 * here / of); };
                const cells = [...heat.tBodies[0].rows].flatMap(row => [...row.cells].slice(1)).filter(cell => cell.textContent);
                const drawn = [...document.querySelector('svg.chart').querySelectorAll('text:not(.start)')].slice(0, -12);
                return cells.length > 50 && bars.rows.length === 4
                    && cells.map(percent).join() === drawn.map(text => text.textContent).join();
            })()",
        );
    });
}
