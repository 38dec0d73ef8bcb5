//! Near the end of the room the member's page warns, and an older year goes away into a file and comes back.

use crate::habits::golden;
use crate::support::{Person, button, checkbox, link, schema, story};

const TIGHT: &str = "Máy sắp hết chỗ cho trang này.";

/// So many thousand units of the browser's room are taken, by an entry of the page's own.
fn has_used(person: &mut Person, thousands: u32) {
    person.browser.js(&format!(
        "localStorage.setItem('so-tay/branch-of-a-later-version', 'x'.repeat({thousands}000)); true"
    ));
    person.reloads();
}

#[test]
fn near_the_end_of_the_room_an_older_year_goes_to_a_file_and_comes_back() {
    story("2027-01-05 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        has_used(person, 4000);
        person.opens("#/cai-dat");
        person.taps(link("…Thêm sổ tay năm khác"));
        person.taps(button("Bắt đầu sổ tay 2027…"));
        person.sees("Trần Thị Bình · 2027");
        person.sees_no(TIGHT);
        has_used(person, 4250);
        person.sees(TIGHT);
        person.takes_picture("sap-het-cho");
        person.meets_no_barrier_anywhere();
        let both = person.kept_handbooks();
        assert_eq!(both.len(), 2);

        person.taps(link("Cất bớt năm cũ ra tệp"));
        person.sees("Chỗ trên máy");
        person.taps(button("Cất sổ Trần Thị Bình · 2026 ra tệp"));
        person.taps(button("Lưu tệp năm 2026"));
        let file = person.takes_download();
        schema::accepts("backup.schema.json", &file.json());
        assert_eq!(
            file.json()["payload"]["handbooks"].as_array().map(Vec::len),
            Some(1)
        );
        // Not before the person has seen it.
        person.finds_marked(button("Cất năm 2026 khỏi máy"), "disabled", "true");
        let other = golden("backup-2012.json");
        person.chooses_files("Mở thử tệp vừa lưu", &[&other]);
        person.sees("không phải tệp vừa lưu của năm 2026");
        let path = person.gets(&file);
        person.chooses_files("Mở thử tệp vừa lưu", &[&path]);
        person.sees("Tệp mở được và đủ cả sổ.");
        person.finds_marked(checkbox("Đã thấy tệp năm 2026…"), "checked", "true");
        person.takes_long_picture("cat-so-nam-cu");
        person.meets_no_barrier_anywhere();
        person.taps(button("Cất năm 2026 khỏi máy"));
        person.sees("Đã cất sổ Trần Thị Bình · 2026");
        assert_eq!(person.kept_handbooks().len(), 1);
        assert!(!person.stored().to_string().contains("Hay cáu"));

        // Back at once; away again, and back from the file.
        person.taps(button("Hoàn tác"));
        person.finds(button("Cất sổ Trần Thị Bình · 2026 ra tệp"));
        assert_eq!(person.kept_handbooks(), both);
        person.taps(button("Cất sổ Trần Thị Bình · 2026 ra tệp"));
        person.taps(button("Lưu tệp năm 2026"));
        person.takes_download();
        person.taps(checkbox("Đã thấy tệp năm 2026…"));
        person.taps(button("Cất năm 2026 khỏi máy"));
        person.sees("Đã cất sổ Trần Thị Bình · 2026");
        person.opens("#/du-lieu/khoi-phuc");
        person.chooses_files("Khôi phục từ tệp…", &[&path]);
        person.taps(button("Thay bằng nội dung trong tệp"));
        person.sees("Đã khôi phục từ tệp.");
        assert_eq!(person.kept_handbooks(), both);
        // What is not the page's own is as it was.
        has_used(person, 1);
        person.sees_no(TIGHT);
    });
}

#[test]
fn what_could_not_be_saved_gives_way_to_nothing() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.opens("#/tu-danh-gia/2026-10");
        let asked = "(() => { const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented; })()";
        person.fills("Ghi chú riêng", "Đã lưu rồi.");
        person.sees("Đã lưu");
        assert_eq!(person.browser.js(asked), false);
        person.runs_out_of_room();
        person.fills("Ghi chú riêng", "Chưa lưu được đâu.");
        person.sees("Chưa lưu được: máy đã hết chỗ");
        assert_eq!(person.browser.js(asked), true, "closing asks first");

        // Another handbook does not take its place on the screen.
        person.opens("#/bat-dau");
        person.fills("Chức vụ, công việc", "Thủ quỹ");
        person.taps(button("Bắt đầu sổ tay…"));
        person.sees("Chưa lưu được: máy đã hết chỗ");
        person.sees_in("Chức vụ, công việc", "Thủ quỹ");
        person.opens("#/tu-danh-gia/2026-10");
        person.sees_in("Ghi chú riêng", "Chưa lưu được đâu.");
        person.makes_room();
        person.taps(button("Lưu lại lần nữa"));
        person.sees("Đã lưu");
        assert!(person.stored().to_string().contains("Chưa lưu được đâu."));
    });
}
