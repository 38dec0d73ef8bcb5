//! What the picture of a commitment's year shows.

use so_tay::domain::pack::{Level, StandardsPack, level_letters, usual_scale};
use so_tay::domain::year_picture::{Mark, year_pictures};
use so_tay::domain::{Handbook, PackVersion, YearMonth};

use crate::{day, handbook, handbook_in_november, issued, item, month};

fn rate(handbook: &mut Handbook, in_month: &str, commitment: &str, level: &str) {
    let rating = handbook.rating_mut(month(in_month));
    let commitment = rating
        .commitments
        .get_or_insert_with(item(commitment), Default::default);
    commitment.level = Some(item(level));
}

fn marks(handbook: &Handbook, number: usize) -> Vec<Mark> {
    let pictures = year_pictures(handbook, day("2026-11-20"));
    pictures[number]
        .months
        .iter()
        .map(|(_, mark)| mark.clone())
        .collect()
}

#[test]
fn each_month_is_a_step_of_the_scale_or_says_why_it_is_none() {
    let mut handbook = handbook_in_november();
    handbook.months.remove(&month("2026-07"));
    rate(&mut handbook, "2026-01", "viec-1", "excellent");
    rate(&mut handbook, "2026-02", "viec-1", "poor");
    rate(&mut handbook, "2026-02", "viec-2", "good");
    rate(&mut handbook, "2026-11", "viec-1", "fair");
    let first = marks(&handbook, 0);
    assert_eq!(first[..3], [Mark::Step(0), Mark::Step(3), Mark::NoLevel]);
    // July went unrated, November is begun, December is to come.
    assert_eq!(first[6], Mark::Missing);
    assert_eq!(first[10..], [Mark::Step(2), Mark::Blank]);
    assert_eq!(marks(&handbook, 1)[1], Mark::Step(1));
    let pictures = year_pictures(&handbook, day("2026-11-20"));
    assert_eq!(
        pictures[0].sentence(&usual_scale()),
        "3 tháng có mức: 1 Xuất sắc, 1 Trung bình, 1 Kém. Thiếu tháng 7."
    );
    assert_eq!(pictures.len(), 2);
}

#[test]
fn a_level_that_the_scale_no_longer_has_keeps_its_name() {
    let mut handbook = handbook_in_november();
    rate(&mut handbook, "2026-01", "viec-1", "fair");
    let level = |id: &str, name: &str| Level {
        id: item(id),
        name: name.to_owned(),
    };
    let pack = StandardsPack {
        scale: vec![level("good", "Đạt"), level("poor", "Chưa đạt")],
        ..handbook.pack.pack.clone()
    };
    assert_eq!(handbook.pack.version, PackVersion::Own);
    handbook.take_pack(issued(1, 1), pack).expect("taken");
    assert_eq!(
        marks(&handbook, 0)[0],
        Mark::Elsewhere("Trung bình".to_owned())
    );
    let scale = &handbook.pack.pack.scale;
    let sentence = year_pictures(&handbook, day("2026-11-20"))[0].sentence(scale);
    assert_eq!(sentence, "1 tháng có mức.");
    assert_eq!(level_letters(scale), ["Đ", "C"]);
}

#[test]
fn a_handbook_without_a_pledge_has_no_picture() {
    assert!(year_pictures(&handbook(), day("2026-11-20")).is_empty());
    let all = year_pictures(&handbook_in_november(), day("2026-11-20"));
    assert_eq!(all[0].months.len(), 12);
    assert_eq!(
        all[0].months[11].0,
        YearMonth::new(2026, 12).expect("a month")
    );
    assert_eq!(all[0].sentence(&usual_scale()), "Chưa tháng nào có mức.");
}
