//! What the branch says to a person, and what comes of it in the handbook.

use so_tay::domain::branch::{
    Adopted, Assessment, Branch, Dossier, FileSeen, Person, Received, Versioned,
};
use so_tay::domain::feedback::FeedbackRefusal;
use so_tay::domain::handover::{Consent, HandedPledge};
use so_tay::domain::{
    Day, DocumentId, Feedback, Handbook, HeldFeedback, PledgeRevision, Review, Stage, Standing,
    Table,
};

use crate::{commitment, day, handbook, item, month};

fn today() -> Day {
    day("2026-11-22")
}

fn branch() -> Branch {
    let mut branch = Branch::begin(DocumentId::new([0xb0; 16]), "Chi bộ 2".to_owned());
    let person = Person::new(item("binh"), "Trần Thị Bình".to_owned(), Standing::Member);
    branch.roster.people.push(person);
    branch
}

fn revision(number: u32, submitted_on: &str) -> PledgeRevision {
    PledgeRevision {
        number,
        submitted_on: day(submitted_on),
        stage: Stage::Submitted,
        commitments: vec![commitment("viec-1")],
    }
}

/// Of the handbook that these tests use.
fn dossier() -> Dossier {
    let pledge = HandedPledge {
        revisions: vec![revision(1, "2026-01-20")],
        handwritten: false,
        posting_consent: None,
    };
    let first = |checksum: &str| FileSeen {
        revision: 1,
        checksum: checksum.to_owned(),
        received_on: day("2026-01-25"),
    };
    let received = Received {
        document_id: handbook().id,
        files: vec![first("sha256-1")],
        profile: Versioned {
            revision: 1,
            value: handbook().profile,
        },
        consent: Versioned {
            revision: 1,
            value: Consent {
                on: day("2026-01-25"),
                receiver: "Chi bộ 2".to_owned(),
                purpose: String::new(),
            },
        },
        pledge: Some(Versioned {
            revision: 1,
            value: pledge,
        }),
        months: Table::new(),
        shortcomings: Table::new(),
        reviews: Table::new(),
        deeds: Table::new(),
        own_standards: Table::new(),
    };
    Dossier {
        received: Some(received),
        ..Dossier::new(item("binh"), 2026)
    }
}

fn adopted(on: &str, pledge_revision: u32) -> Option<Adopted> {
    Some(Adopted {
        on: day(on),
        pledge_revision,
    })
}

fn feedback(dossier: &Dossier) -> HeldFeedback {
    dossier
        .feedback(&branch(), today())
        .expect("something to say")
}

fn submitted_handbook() -> Handbook {
    let mut handbook = handbook();
    handbook.pledge.draft = vec![commitment("viec-1"), commitment("viec-2")];
    assert!(handbook.pledge.submit(day("2026-01-20")));
    handbook
}

/// A feedback that records this.
fn told(adopted: Option<Adopted>, posted_on: Option<&str>) -> HeldFeedback {
    HeldFeedback {
        document_id: DocumentId::new([1; 16]),
        revision: 4,
        told: Feedback {
            handbook: handbook().id,
            year: 2026,
            name: "Trần Thị Bình".to_owned(),
            branch: "Chi bộ 2".to_owned(),
            given_on: day("2026-02-20"),
            adopted,
            posted_on: posted_on.map(day),
            assessments: Table::new(),
            conclusions: Table::new(),
            remark: "Làm tốt, giữ vững.".to_owned(),
        },
    }
}

/// The stage after taking that in, of a pledge that stood at this one.
fn stage_after(before: Stage, told: HeldFeedback) -> Stage {
    let mut handbook = submitted_handbook();
    assert!(handbook.pledge.set_stage(before));
    assert_eq!(handbook.take_feedback(told), Ok(()));
    handbook.pledge.last().expect("a revision").stage
}

#[test]
fn without_words_or_a_handbook_nothing_goes() {
    let silent = dossier();
    assert_eq!(silent.feedback(&branch(), today()), None);
    assert!(!silent.has_news(&branch(), today()));
    let mut paper = dossier();
    paper.received = None;
    paper.adopted = adopted("2026-02-12", 0);
    assert_eq!(paper.feedback(&branch(), today()), None);
    let mut blank = dossier();
    blank.remark = " \n".to_owned();
    blank
        .assessments
        .insert(month("2026-10"), Assessment::default());
    assert_eq!(blank.feedback(&branch(), today()), None);
}

#[test]
fn it_says_what_the_dossier_holds_in_words() {
    let mut dossier = dossier();
    dossier.adopted = adopted("2026-02-12", 1);
    dossier.posted_on = Some(day("2026-02-13"));
    dossier.remark = " Làm tốt, giữ vững.\n".to_owned();
    let assessment = |level: Option<&str>, remark: &str| Assessment {
        level: level.map(item),
        remark: remark.to_owned(),
    };
    dossier
        .assessments
        .insert(month("2026-09"), assessment(Some("good"), ""));
    dossier.assessments.insert(
        month("2026-10"),
        assessment(Some("fair"), "Hồ sơ còn chậm."),
    );
    dossier
        .assessments
        .insert(month("2026-11"), assessment(None, ""));
    let HeldFeedback {
        document_id,
        revision,
        told,
    } = feedback(&dossier);
    assert_eq!(
        (document_id, revision),
        (branch().id.with(&handbook().id), 1)
    );
    assert_eq!(told.handbook, handbook().id);
    assert_eq!(
        (told.name.as_str(), told.branch.as_str()),
        ("Trần Thị Bình", "Chi bộ 2")
    );
    assert_eq!(told.given_on, today());
    assert_eq!(
        told.lines(),
        [
            "Bản đăng ký thông qua ngày 12/02/2026",
            "Bản đăng ký công khai ngày 13/02/2026",
            "Tháng 9: Tốt",
            "Tháng 10: Trung bình. Hồ sơ còn chậm.",
            "Nhận xét: Làm tốt, giữ vững.",
        ]
    );
}

#[test]
fn a_posting_without_an_adoption_before_it_is_not_told() {
    let mut dossier = dossier();
    dossier.remark = "Đã nhận.".to_owned();
    dossier.posted_on = Some(day("2026-02-13"));
    assert_eq!(feedback(&dossier).told.posted_on, None);
    dossier.adopted = adopted("2026-02-14", 1);
    assert_eq!(feedback(&dossier).told.posted_on, None);
    dossier.adopted = adopted("2026-02-13", 1);
    assert_eq!(feedback(&dossier).told.posted_on, dossier.posted_on);
}

#[test]
fn an_adoption_of_a_pledge_that_the_handbook_does_not_have_names_no_revision() {
    let mut dossier = dossier();
    for (on, number, named) in [
        ("2026-02-12", 1, 1),
        ("2026-02-12", 2, 0),
        ("2026-01-19", 1, 0),
    ] {
        dossier.adopted = adopted(on, number);
        assert_eq!(feedback(&dossier).told.adopted, adopted(on, named));
    }
}

#[test]
fn unchanged_it_goes_under_the_same_number_and_day_again() {
    let mut dossier = dossier();
    dossier.adopted = adopted("2026-02-12", 1);
    assert!(dossier.has_news(&branch(), today()));
    let first = feedback(&dossier);
    dossier.record_feedback(&first);
    let later = day("2026-12-01");
    assert!(!dossier.has_news(&branch(), later));
    assert_eq!(dossier.feedback(&branch(), later), Some(first));

    dossier.remark = "Làm tốt, giữ vững.".to_owned();
    assert!(dossier.has_news(&branch(), later));
    let second = dossier.feedback(&branch(), later).expect("more to say");
    assert_eq!((second.revision, second.told.given_on), (2, later));
}

#[test]
fn what_did_not_arrive_is_news_again_under_the_next_number() {
    let mut dossier = dossier();
    dossier.remark = "Làm tốt.".to_owned();
    dossier.record_feedback(&feedback(&dossier));
    dossier.forget_feedback();
    assert!(dossier.has_news(&branch(), today()));
    assert_eq!(feedback(&dossier).revision, 2);
}

#[test]
fn an_adoption_is_recorded_with_its_own_revision() {
    let mut handbook = submitted_handbook();
    handbook.pledge.draft[0].action = "Giải quyết hồ sơ trong buổi".to_owned();
    assert!(handbook.pledge.submit(day("2026-03-01")));
    assert_eq!(
        handbook.take_feedback(told(adopted("2026-02-12", 1), None)),
        Ok(())
    );
    let stages: Vec<_> = handbook.pledge.revisions.iter().map(|r| r.stage).collect();
    assert_eq!(
        stages,
        [
            Stage::Adopted {
                on: day("2026-02-12")
            },
            Stage::Submitted
        ]
    );
}

#[test]
fn a_posting_is_recorded_with_the_adoption() {
    let (adopted_on, on) = (day("2026-02-12"), day("2026-02-13"));
    let told = told(adopted("2026-02-12", 1), Some("2026-02-13"));
    assert_eq!(
        stage_after(Stage::Submitted, told),
        Stage::Posted { adopted_on, on }
    );
}

#[test]
fn where_the_branch_and_the_person_differ_the_branch_has_the_day() {
    let before = Stage::Adopted {
        on: day("2026-02-10"),
    };
    let after = stage_after(before, told(adopted("2026-02-12", 1), None));
    assert_eq!(
        after,
        Stage::Adopted {
            on: day("2026-02-12")
        }
    );
}

#[test]
fn what_the_person_recorded_beyond_it_stays() {
    let posted = |adopted_on: &str, on: &str| Stage::Posted {
        adopted_on: day(adopted_on),
        on: day(on),
    };
    let after = stage_after(
        posted("2026-02-10", "2026-02-20"),
        told(adopted("2026-02-12", 1), None),
    );
    assert_eq!(after, posted("2026-02-12", "2026-02-20"));
    let adopted_only = Stage::Adopted {
        on: day("2026-02-12"),
    };
    assert_eq!(stage_after(adopted_only, told(None, None)), adopted_only);
}

#[test]
fn days_out_of_order_are_left_alone() {
    let early = told(adopted("2026-01-19", 1), None);
    assert_eq!(stage_after(Stage::Submitted, early), Stage::Submitted);
    let posted = Stage::Posted {
        adopted_on: day("2026-02-01"),
        on: day("2026-02-02"),
    };
    assert_eq!(
        stage_after(posted, told(adopted("2026-02-12", 1), None)),
        posted
    );
    let on_paper = told(adopted("2026-02-12", 0), None);
    assert_eq!(stage_after(Stage::Submitted, on_paper), Stage::Submitted);
}

#[test]
fn nothing_that_the_person_wrote_is_touched_nor_falls_due() {
    let mut handbook = submitted_handbook();
    handbook.complete_month(month("2026-01"), day("2026-01-31"));
    handbook.rating_mut(month("2026-02")).private_note = "Mệt.".to_owned();
    let given = handbook.handover(&handbook.parts(), day("2026-02-01"));
    let number = handbook.next_handover_revision();
    handbook.record_handover(given, number);
    assert_eq!(handbook.unsent(), []);

    let before = handbook.clone();
    let feedback = told(adopted("2026-02-12", 1), Some("2026-02-13"));
    assert_eq!(handbook.take_feedback(feedback.clone()), Ok(()));
    assert_eq!(handbook.unsent(), [], "the branch knows what it told");
    assert_eq!(handbook.feedback, Some(feedback));
    // But for the stage and the feedback, all is as before.
    handbook.feedback = None;
    handbook.pledge.revisions[0].stage = Stage::Submitted;
    handbook.handed.clone_from(&before.handed);
    assert_eq!(handbook, before);
}

#[test]
fn only_this_handbooks_newest_word_is_taken() {
    let mut handbook = submitted_handbook();
    let first = told(None, None);
    let of_other = |change: fn(&mut Feedback)| {
        let mut other = told(None, None);
        change(&mut other.told);
        other
    };
    for other in [
        of_other(|told| told.handbook = DocumentId::new([9; 16])),
        of_other(|told| told.year = 2025),
    ] {
        let refused = Err(FeedbackRefusal::OtherHandbook);
        assert_eq!(handbook.take_feedback(other), refused);
    }
    assert_eq!(handbook.feedback, None);

    assert_eq!(handbook.take_feedback(first.clone()), Ok(()));
    let again = Err(FeedbackRefusal::AlreadyHeld);
    assert_eq!(handbook.take_feedback(first.clone()), again);
    let older = HeldFeedback {
        revision: 3,
        ..first.clone()
    };
    let refused = Err(FeedbackRefusal::OlderThanHeld);
    assert_eq!(handbook.take_feedback(older), refused);
    // Of another branch, which counts for itself.
    let moved = HeldFeedback {
        document_id: DocumentId::new([2; 16]),
        revision: 1,
        ..first
    };
    assert_eq!(handbook.take_feedback(moved), Ok(()));
}

#[test]
fn what_was_concluded_of_a_review_is_told_in_words_and_can_be_taken_back() {
    let mut dossier = dossier();
    dossier.conclude(Review::FullYear, |concluded| {
        concluded.level = Some(item("good"));
        concluded.remark = " Giữ vững. ".to_owned();
    });
    let told = feedback(&dossier).told;
    let lines = told.lines();
    let line = "Tổng kết năm: Hoàn thành tốt nhiệm vụ. Giữ vững.";
    assert!(lines.iter().any(|told| told == line), "{lines:?}");
    dossier.record_feedback(&feedback(&dossier));
    assert!(!dossier.has_news(&branch(), today()));
    dossier.conclude(Review::FullYear, |concluded| {
        concluded.level = None;
        concluded.remark.clear();
    });
    assert!(dossier.conclusions.is_empty());
    assert_eq!(dossier.review(Review::FullYear), None);
}
