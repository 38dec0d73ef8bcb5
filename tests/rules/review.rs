//! What a review says of itself, how the person's own words live beside it, and what goes to the branch.

use proptest::prelude::*;
use so_tay::domain::due::{Due, all_due};
use so_tay::domain::pack::Classification;
use so_tay::domain::review::Points;
use so_tay::domain::review_facts::Gap;
use so_tay::domain::sample::sample_handbook;
use so_tay::domain::{
    Correction, Day, Deed, DocumentId, Handbook, ItemId, Part, Review, Shortcoming, WrittenReview,
    YearMonth,
};

use crate::arbitrary;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn id(text: &str) -> ItemId {
    ItemId::parse(text).expect("an id")
}

/// The sample's year to the end of June, April late, and a shortcoming in June.
fn half_a_year() -> Handbook {
    sample_handbook(day("2026-07-06"))
}

fn written(handbook: &mut Handbook, review: Review) -> &mut WrittenReview {
    handbook
        .reviews
        .get_or_insert_with(review, WrittenReview::default)
}

#[test]
fn a_result_counts_levels_and_gathers_evidence_by_month() {
    let handbook = half_a_year();
    let said = handbook.result(Review::HalfYear, &id("viec-1"));
    assert_eq!(
        said,
        "Đã tự đánh giá 6 tháng: 4 tháng Tốt, 2 tháng Xuất sắc.\n\
         Tháng 1: 36/37 hồ sơ trong ngày\n\
         Tháng 2: 37/38 hồ sơ trong ngày\n\
         Tháng 3: 39/39 hồ sơ trong ngày\n\
         Tháng 4: 39/40 hồ sơ trong ngày\n\
         Tháng 5: 40/41 hồ sơ trong ngày\n\
         Tháng 6: 42/42 hồ sơ trong ngày"
    );
    // The same evidence in several months is said once.
    let said = handbook.result(Review::HalfYear, &id("viec-2"));
    assert!(
        said.ends_with("\nTháng 1–6: 2 ram giấy trong tháng"),
        "{said}"
    );
    assert_eq!(handbook.result(Review::HalfYear, &id("khac")), "");
}

#[test]
fn the_half_year_knows_nothing_of_july() {
    let handbook = sample_handbook(day("2026-12-20"));
    let half = handbook.result(Review::HalfYear, &id("viec-1"));
    assert_eq!(half, half_a_year().result(Review::HalfYear, &id("viec-1")));
    // July was missed.
    let full = handbook.result(Review::FullYear, &id("viec-1"));
    assert!(full.starts_with("Đã tự đánh giá 10 tháng: "), "{full}");
    assert!(!full.contains("Tháng 7"), "{full}");
}

#[test]
fn what_was_promised_stands_beside_what_came_of_it() {
    let now = half_a_year().review_now(Review::HalfYear, day("2026-06-30"));
    let second = &now.results[1];
    assert_eq!(
        second.promised,
        "Cả năm dùng không quá 24 ram giấy, bằng một nửa năm trước. Thời hạn: 31/12/2026."
    );
    assert_eq!(now.results.len(), 2);
}

#[test]
fn shortcomings_stand_in_the_order_of_their_being_put_right() {
    let mut handbook = half_a_year();
    handbook.shortcomings.clear();
    let month = YearMonth::new(2026, 5).expect("a month");
    for (name, correction) in [
        ("mot", Correction::NotYet),
        ("hai", Correction::UnderWay),
        (
            "ba",
            Correction::PutRight {
                on: day("2026-06-02"),
            },
        ),
    ] {
        let mut found = Shortcoming::new(id(name), month, None);
        found.text = format!("Điều {name}");
        found.remedy = format!("Cách {name}");
        found.correction = correction;
        handbook.shortcomings.push(found);
    }
    // One of August, which is not the half-year's.
    let mut later = Shortcoming::new(id("bon"), YearMonth::new(2026, 8).expect("a month"), None);
    later.text = "Điều bốn".to_owned();
    handbook.shortcomings.push(later);
    assert_eq!(
        handbook.faults(Review::HalfYear),
        "Đã khắc phục: Điều ba. Xong ngày 02/06/2026.\n\
         Đang khắc phục: Điều hai.\n\
         Chưa khắc phục: Điều mot."
    );
    assert_eq!(handbook.plans(Review::HalfYear), "Cách mot.\nCách hai.");
    assert!(
        handbook
            .faults(Review::FullYear)
            .ends_with("Chưa khắc phục: Điều bốn.")
    );
}

#[test]
fn the_standards_that_slipped_are_named_with_their_months() {
    let said = half_a_year().kept(Review::HalfYear);
    let lines: Vec<_> = said.lines().collect();
    assert!(lines[0].starts_with("Giữ được "), "{said}");
    assert!(lines[1].ends_with("(tháng 6)."), "{said}");
}

#[test]
fn what_the_person_wrote_stays_and_what_was_left_alone_follows() {
    let mut handbook = half_a_year();
    let own = "Sáu tháng không hồ sơ nào quá hạn.";
    written(&mut handbook, Review::HalfYear)
        .results
        .insert(id("viec-1"), own.to_owned());
    let month = YearMonth::new(2026, 6).expect("a month");
    for rated in handbook.rating_mut(month).commitments.values_mut() {
        rated.evidence = "3 ram giấy".to_owned();
    }
    let now = handbook.review_now(Review::HalfYear, day("2026-06-30"));
    assert_eq!(now.results[0].result, own);
    assert!(now.results[1].result.ends_with("Tháng 6: 3 ram giấy"));
    // An emptied text is the person's, too.
    written(&mut handbook, Review::HalfYear).shortcomings = Some(String::new());
    let now = handbook.review_now(Review::HalfYear, day("2026-06-30"));
    assert_eq!(now.shortcomings, "");
}

#[test]
fn what_was_finished_stays_as_it_was() {
    let mut handbook = half_a_year();
    written(&mut handbook, Review::HalfYear).class = Some(id("good"));
    assert!(handbook.finish_review(Review::HalfYear, day("2026-06-28")));
    let finished = handbook
        .finished(Review::HalfYear)
        .cloned()
        .expect("finished");
    assert_eq!(finished.on, day("2026-06-28"));
    assert_eq!(
        finished.class.as_ref().expect("a class").name,
        "Hoàn thành tốt nhiệm vụ"
    );
    assert!(!handbook.changed_since_finished(Review::HalfYear));

    handbook.shortcomings.clear();
    assert_eq!(handbook.finished(Review::HalfYear), Some(&finished));
    assert!(handbook.changed_since_finished(Review::HalfYear));
}

#[test]
fn nothing_is_finished_without_a_commitment_or_with_too_many_points() {
    let profile = half_a_year().profile;
    let mut empty = Handbook::begin(DocumentId::new([7; 16]), 2026, profile, day("2026-01-05"));
    assert_eq!(
        empty.gaps(Review::HalfYear),
        [Gap::NoCommitment, Gap::NotClassified]
    );
    assert!(!empty.finish_review(Review::HalfYear, day("2026-06-28")));
    assert!(empty.reviews.is_empty());

    let mut handbook = half_a_year();
    let most = Points {
        general: 30,
        tasks: 70,
    };
    handbook.pack.pack.classification = Some(Classification {
        classes: handbook.classes(),
        points: Some(most),
    });
    assert_eq!(
        handbook.gaps(Review::HalfYear),
        [Gap::NotClassified, Gap::NoPoints]
    );
    let review = written(&mut handbook, Review::HalfYear);
    review.class = Some(id("good"));
    review.points = Some(Points {
        general: 31,
        tasks: 60,
    });
    assert_eq!(handbook.gaps(Review::HalfYear), [Gap::TooManyPoints(most)]);
    assert!(!handbook.finish_review(Review::HalfYear, day("2026-06-28")));
    written(&mut handbook, Review::HalfYear).points = Some(most);
    assert!(handbook.finish_review(Review::HalfYear, day("2026-06-28")));
}

#[test]
fn a_class_that_the_pack_no_longer_has_is_none() {
    let mut handbook = half_a_year();
    written(&mut handbook, Review::HalfYear).class = Some(id("khac"));
    assert_eq!(handbook.gaps(Review::HalfYear), [Gap::NotClassified]);
}

fn asked(handbook: &Handbook, today: &str) -> Option<Review> {
    all_due(handbook, day(today))
        .into_iter()
        .find_map(|due| match due {
            Due::Review { review, .. } => Some(review),
            _ => None,
        })
}

#[test]
fn reviews_are_asked_for_around_the_ends_of_june_and_december() {
    let mut handbook = half_a_year();
    let half = Some(Review::HalfYear);
    for (today, review) in [
        ("2026-06-14", None),
        ("2026-06-15", half),
        ("2026-08-29", half),
        ("2026-08-30", None),
        ("2026-12-14", None),
        ("2026-12-15", Some(Review::FullYear)),
        ("2027-01-20", Some(Review::FullYear)),
        ("2027-03-02", None),
    ] {
        assert_eq!(asked(&handbook, today), review, "{today}");
    }
    assert!(handbook.finish_review(Review::HalfYear, day("2026-06-20")));
    assert_eq!(asked(&handbook, "2026-06-20"), None);
    // Someone who came in July has no half-year to report on.
    let mut newcomer = half_a_year();
    newcomer.begun_on = day("2026-07-01");
    assert_eq!(asked(&newcomer, "2026-07-02"), None);
}

#[test]
fn only_a_finished_review_can_be_handed_over() {
    let mut handbook = half_a_year();
    let part = Part::Review(Review::HalfYear);
    written(&mut handbook, Review::HalfYear).class = Some(id("good"));
    assert!(!handbook.parts().contains(&part));
    assert!(
        handbook
            .handover(std::slice::from_ref(&part), day("2026-06-28"))
            .reviews
            .is_empty()
    );
    handbook.finish_review(Review::HalfYear, day("2026-06-28"));
    assert!(handbook.unsent().contains(&part));
    let given = handbook.handover(std::slice::from_ref(&part), day("2026-06-28"));
    assert_eq!(
        given.reviews.get(&Review::HalfYear),
        handbook.finished(Review::HalfYear)
    );
    assert_eq!(given.summary(), "sơ kết 6 tháng");
    let revision = handbook.next_handover_revision();
    handbook.record_handover(given, revision);
    assert!(!handbook.unsent().contains(&part));
    // Changed and finished anew, it is news.
    written(&mut handbook, Review::HalfYear).plans = Some("Gọn hơn.".to_owned());
    assert!(!handbook.unsent().contains(&part));
    handbook.finish_review(Review::HalfYear, day("2026-06-29"));
    assert!(handbook.unsent().contains(&part));
}

#[test]
fn a_deed_goes_with_consent_only_and_taking_it_back_goes_too() {
    let mut handbook = half_a_year();
    handbook.deeds.push(Deed {
        id: id("viec-tot"),
        on: day("2026-05-02"),
        text: "Đưa cụ già về nhà".to_owned(),
        witness: "Ông Hùng".to_owned(),
        consent: None,
    });
    let part = Part::Deed(id("viec-tot"));
    assert!(!handbook.parts().contains(&part));
    handbook.deeds[0].consent = Some(day("2026-05-03"));
    assert!(handbook.unsent().contains(&part));
    let given = handbook.handover(std::slice::from_ref(&part), day("2026-05-03"));
    assert_eq!(given.deeds, handbook.deeds);
    assert_eq!(given.summary(), "1 việc tốt");
    let revision = handbook.next_handover_revision();
    handbook.record_handover(given, revision);
    assert!(!handbook.unsent().contains(&part));

    handbook.deeds[0].consent = None;
    assert!(handbook.unsent().contains(&part));
    let given = handbook.handover(std::slice::from_ref(&part), day("2026-05-04"));
    assert_eq!(
        (
            given.deeds[0].text.as_str(),
            given.deeds[0].witness.as_str()
        ),
        ("", "")
    );
    assert_eq!(handbook.deeds[0].text, "Đưa cụ già về nhà");
    let revision = handbook.next_handover_revision();
    handbook.record_handover(given, revision);
    assert!(!handbook.unsent().contains(&part));
}

proptest! {
    #[test]
    fn every_text_of_a_review_fits_into_a_file(handbook in arbitrary::handbook()) {
        for review in Review::ALL {
            let now = handbook.review_now(review, Day::FIRST);
            let results = now.results.iter().flat_map(|one| [&one.action, &one.promised, &one.result]);
            for text in results.chain([&now.standards, &now.shortcomings, &now.plans]) {
                prop_assert!(text.chars().count() <= 4000);
            }
        }
    }

    #[test]
    fn finishing_freezes_what_was_read_and_nothing_else(
        mut handbook in arbitrary::handbook(), on in arbitrary::day(),
    ) {
        for review in Review::ALL {
            let (before, now) = (handbook.clone(), handbook.review_now(review, on));
            if handbook.finish_review(review, on) {
                prop_assert_eq!(handbook.finished(review), Some(&now));
                prop_assert!(!handbook.changed_since_finished(review));
                handbook.reviews.clone_from(&before.reviews);
            }
            prop_assert_eq!(&handbook, &before);
        }
    }

    #[test]
    fn no_deed_without_consent_is_told(handbook in arbitrary::handbook(), on in arbitrary::day()) {
        let given = handbook.handover(&handbook.parts(), on);
        for deed in &given.deeds {
            prop_assert!(deed.consent.is_some() || deed.text.is_empty() && deed.witness.is_empty());
        }
    }
}
