//! Hướng dẫn: found from where one begins, and read without a handbook.

use crate::support::{button, link, story};

#[test]
fn the_guide_is_found_before_anything_is_begun_and_leads_to_where_it_speaks_of() {
    story("2026-01-05 08:00", |person| {
        person.opens("");
        person.taps(link("Hướng dẫn"));
        person.is_at("#/huong-dan");
        person.sees("Tháng 1: viết bản đăng ký");
        person.taps(button("Khi có điều không ổn"));
        person.trusts("document.activeElement.id === 'truc-trac'");
        person.taps(link("Hướng dẫn cho bí thư, chi ủy viên"));
        person.is_at("#/huong-dan/bi-thu");
        person.taps(link("Mở Danh sách"));
        // The guide has the words of the desk's heading, too.
        person.finds(link("Về sổ tay cá nhân"));
        person.opens("#/huong-dan");
        person.taps(link("Dữ liệu của tôi"));
        person.is_at("#/du-lieu");
    });
}
