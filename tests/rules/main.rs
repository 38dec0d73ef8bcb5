//! The rules of the yearly cycle, each said in the name of a test.

#[path = "../common/arbitrary.rs"]
mod arbitrary;
mod branch_adoption;
mod branch_alike;
mod branch_archive;
mod branch_commendation;
mod branch_deeds;
mod branch_due;
mod branch_feedback;
mod branch_meeting;
mod branch_months;
mod branch_own_pledge;
mod branch_pack;
mod branch_pack_words;
mod branch_pictures;
mod branch_private;
mod branch_receive;
mod branch_registration;
mod branch_report;
mod branch_roster;
mod branch_sample;
mod branch_tables;
mod branch_wall;
mod calendar;
mod commands;
mod due;
mod every_screen;
mod handover;
mod letters;
mod name_order;
mod pack;
mod pledge;
mod rating;
mod reminders;
mod review;
mod sample;
mod shortcoming;
mod vague;
mod year_picture;

use so_tay::domain::{
    Commitment, Day, Deadline, DocumentId, Handbook, ItemId, PackVersion, Profile, Shortcoming,
    Standing, YearMonth,
};

/// yyyy-mm-dd
fn day(text: &str) -> Day {
    text.parse().expect("a day that exists")
}

/// yyyy-mm
fn month(text: &str) -> YearMonth {
    text.parse().expect("a month that exists")
}

fn item(text: &str) -> ItemId {
    ItemId::parse(text).expect("a plain name")
}

/// A member's handbook of 2026, kept from New Year's Day on, with the starter set: the meeting is
/// on the 5th, two commitments are asked for.
fn handbook() -> Handbook {
    handbook_begun("2026-01-01")
}

fn handbook_begun(on: &str) -> Handbook {
    let profile = Profile {
        name: "Trần Thị Bình".to_owned(),
        standing: Standing::Member,
        duty: "Cán bộ bộ phận một cửa".to_owned(),
        branch: "Chi bộ 2".to_owned(),
        post: None,
    };
    Handbook::begin(DocumentId::new([7; 16]), 2026, profile, day(on))
}

/// A handbook whose pledge was handed in and whose months before November were rated in time.
fn handbook_in_november() -> Handbook {
    let mut handbook = handbook();
    handbook.pledge.draft = vec![commitment("viec-1"), commitment("viec-2")];
    assert!(handbook.pledge.submit(day("2026-01-20")));
    for number in 1..=10 {
        let month = YearMonth::new(2026, number).expect("a month");
        handbook.complete_month(month, month.last_day());
    }
    handbook
}

fn commitment(id: &str) -> Commitment {
    Commitment {
        action: "Giải quyết hồ sơ trong ngày".to_owned(),
        measure: "Không hồ sơ nào quá 1 ngày làm việc".to_owned(),
        deadline: Some(Deadline::On(day("2026-12-31"))),
        ..Commitment::new(item(id))
    }
}

fn shortcoming(id: &str, deadline: Option<Deadline>) -> Shortcoming {
    Shortcoming {
        text: "Hai lần đi họp muộn".to_owned(),
        deadline,
        ..Shortcoming::new(item(id), month("2026-09"), None)
    }
}

fn issued(by: u8, revision: u32) -> PackVersion {
    PackVersion::Issued {
        document_id: DocumentId::new([by; 16]),
        revision,
    }
}
