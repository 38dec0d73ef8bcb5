use so_tay::domain::branch::Versioned;
use so_tay::domain::branch::dossier::OnPaper;
use so_tay::domain::branch::due::{Books, BranchDue, due_now, next_meeting};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Adopted, Assessment, Branch, Dossier, Issued, PackSeries, Person};
use so_tay::domain::sample::sample_handbook;
use so_tay::domain::starter::starter_pack;
use so_tay::domain::{DocumentId, Review, Standing};

use crate::{day, item, month};

/// Two people, the pack of 2026 given out, the meeting on the 5th.
fn branch() -> Branch {
    let mut branch = Branch::begin(DocumentId::new([9; 16]), "Chi bộ 2".to_owned());
    for id in ["an", "binh"] {
        let person = Person::new(item(id), id.to_uppercase(), Standing::Member);
        branch.roster.people.push(person);
    }
    let pack = starter_pack(2026);
    branch.year_mut(2026).packs = Some(PackSeries {
        document_id: DocumentId::new([4; 16]),
        draft: pack.clone(),
        issued: vec![Issued {
            on: day("2026-01-05"),
            pack,
        }],
    });
    branch
}

/// A pledge on paper, handed in on that day.
fn on_paper(person: &str, on: &str) -> Dossier {
    let mut dossier = Dossier::new(item(person), 2026);
    dossier.on_paper = Some(OnPaper {
        on: day(on),
        commitments: 2,
    });
    dossier
}

fn adopted(person: &str) -> Dossier {
    let mut dossier = on_paper(person, "2026-01-20");
    dossier.adopted = Some(Adopted {
        on: day("2026-02-05"),
        pledge_revision: 0,
    });
    dossier
}

fn due(branch: &Branch, dossiers: &[Dossier], today: &str) -> Option<BranchDue> {
    due_backed_up(branch, dossiers, today, Some(today))
}

fn due_backed_up(
    branch: &Branch,
    dossiers: &[Dossier],
    today: &str,
    backed_up_on: Option<&str>,
) -> Option<BranchDue> {
    due_now(Books {
        branch,
        dossiers,
        of_last_year: &[],
        today: day(today),
        backed_up_on: backed_up_on.map(day),
    })
}

#[test]
fn the_roster_comes_first_then_the_pack() {
    let empty = Branch::begin(DocumentId::new([9; 16]), "Chi bộ 2".to_owned());
    assert_eq!(due(&empty, &[], "2026-01-04"), Some(BranchDue::EnterRoster));

    let mut branch = branch();
    branch.year_mut(2026).packs = None;
    let to_write = BranchDue::IssuePack { begun: false };
    assert_eq!(due(&branch, &[], "2026-01-04"), Some(to_write));
    branch.begin_pack(
        2026,
        DocumentId::new([4; 16]),
        so_tay::domain::branch::pack::Beginning::Starter,
    );
    let to_issue = BranchDue::IssuePack { begun: true };
    assert_eq!(due(&branch, &[], "2026-01-04"), Some(to_issue));
    assert_eq!(
        due(&self::branch(), &[], "2027-01-04"),
        Some(to_write),
        "a new year has a pack of its own"
    );
}

#[test]
fn a_meeting_is_due_a_week_ahead_until_it_is_recorded_as_held() {
    let mut branch = branch();
    let prepare = |month, on, days_left| {
        Some(BranchDue::Prepare {
            month,
            on: day(on),
            days_left,
        })
    };
    let dossiers = [adopted("an"), adopted("binh")];
    assert_eq!(due(&branch, &dossiers, "2026-02-25"), None);
    let march = |days| prepare(month("2026-03"), "2026-03-05", days);
    assert_eq!(due(&branch, &dossiers, "2026-02-26"), march(7));
    assert_eq!(due(&branch, &dossiers, "2026-03-05"), march(0));
    assert_eq!(due(&branch, &dossiers, "2026-03-06"), None);
    branch.meeting_mut(month("2026-03")).held_on = Some(day("2026-03-04"));
    assert_eq!(due(&branch, &dossiers, "2026-03-05"), None);
    assert_eq!(
        next_meeting(&branch, day("2026-03-05")),
        Some((month("2026-04"), day("2026-04-05")))
    );
}

#[test]
fn pledges_are_adopted_and_those_without_one_are_waited_for_unless_there_is_a_reason() {
    let mut branch = branch();
    let waiting = BranchDue::AwaitPledges { missing: 2, of: 2 };
    assert_eq!(due(&branch, &[], "2026-01-20"), Some(waiting));
    let handed_in = [on_paper("an", "2026-01-12")];
    let to_adopt = BranchDue::Adopt { waiting: 1 };
    assert_eq!(due(&branch, &handed_in, "2026-01-20"), Some(to_adopt));
    let one = BranchDue::AwaitPledges { missing: 1, of: 2 };
    assert_eq!(due(&branch, &[adopted("an")], "2026-02-20"), Some(one));
    let reasons = &mut branch.year_mut(2026).reasons;
    reasons.insert(item("binh"), "nghỉ ốm".to_owned());
    assert_eq!(due(&branch, &[adopted("an")], "2026-02-20"), None);
}

#[test]
fn last_month_is_assessed_once_its_meeting_is_over() {
    let mut branch = branch();
    let said = || Assessment {
        level: Some(item("tot")),
        remark: String::new(),
    };
    let mut an = adopted("an");
    an.assessments.insert(month("2026-02"), said());
    let mut dossiers = [an, adopted("binh")];
    let left = |left, itself| {
        Some(BranchDue::Assess {
            month: month("2026-02"),
            left,
            itself,
        })
    };
    let today = "2026-03-10";
    assert_eq!(due(&branch, &dossiers, today), left(1, true));
    dossiers[1].assessments.insert(month("2026-02"), said());
    assert_eq!(due(&branch, &dossiers, today), left(0, true));
    branch
        .year_mut(2026)
        .own_months
        .insert(month("2026-02"), said());
    assert_eq!(due(&branch, &dossiers, today), None);
}

#[test]
fn a_month_that_nobody_spoke_of_is_not_asked_for() {
    let dossiers = [adopted("an"), adopted("binh")];
    assert_eq!(due(&branch(), &dossiers, "2026-06-10"), None);
}

#[test]
fn an_old_backup_is_due_once_there_is_something_to_lose() {
    let branch = branch();
    let dossiers = [adopted("an"), adopted("binh")];
    let at = |on| due_backed_up(&branch, &dossiers, "2026-06-10", on);
    assert_eq!(at(None), Some(BranchDue::BackUp { days: None }));
    let old = Some(BranchDue::BackUp { days: Some(30) });
    assert_eq!(at(Some("2026-05-11")), old);
    assert_eq!(at(Some("2026-05-12")), None);
    let waiting = BranchDue::AwaitPledges { missing: 2, of: 2 };
    let nothing_yet = due_backed_up(&branch, &[], "2026-06-10", None);
    assert_eq!(nothing_yet, Some(waiting));
}

#[test]
fn the_sample_has_something_due_on_every_day_of_interest() {
    for (today, expected) in [
        ("2026-11-03", "Prepare"),
        ("2026-11-22", "Adopt"),
        ("2026-01-04", "IssuePack"),
    ] {
        let (branch, dossiers) = sample_branch(day(today));
        let of = |year| {
            let of = dossiers.iter().filter(|dossier| dossier.year == year);
            of.cloned().collect::<Vec<_>>()
        };
        let due = due_now(Books {
            branch: &branch,
            dossiers: &of(2026),
            of_last_year: &of(2025),
            today: day(today),
            backed_up_on: None,
        });
        let said = format!("{due:?}");
        assert!(said.contains(expected), "{today}: {said}");
    }
}

#[test]
fn reviews_wait_for_the_branchs_conclusion() {
    let handed_in =
        sample_handbook(day("2026-07-06")).review_now(Review::HalfYear, day("2026-06-28"));
    let (_, sample) = sample_branch(day("2026-06-10"));
    let mut of_this_year = sample.iter().filter(|dossier| dossier.year == 2026);
    let received = of_this_year.find_map(|dossier| dossier.received.clone());
    let mut received = received.expect("somebody handed something in");
    let handed_in = Versioned {
        revision: 2,
        value: handed_in,
    };
    received.reviews.insert(Review::HalfYear, handed_in);
    let mut an = Dossier {
        received: Some(received),
        ..adopted("an")
    };
    an.received.as_mut().expect("just put there").pledge = None;
    let due = |an: &Dossier| due(&branch(), &[an.clone(), adopted("binh")], "2026-07-15");
    let waits = BranchDue::Conclude {
        year: 2026,
        review: Review::HalfYear,
        waiting: 1,
    };
    assert_eq!(due(&an), Some(waits));
    an.conclude(Review::HalfYear, |concluded| {
        concluded.remark = "Đã có kết quả.".to_owned();
    });
    assert_eq!(due(&an), None);
}

/// Closing the old year goes before beginning the new one, in its first quarter.
#[test]
fn last_years_reviews_are_asked_for_until_the_end_of_march() {
    let handed_in =
        sample_handbook(day("2026-12-20")).review_now(Review::FullYear, day("2026-12-20"));
    let (_, sample) = sample_branch(day("2026-12-20"));
    let mut of_2026 = sample.into_iter().filter(|dossier| dossier.year == 2026);
    let received = of_2026.find_map(|dossier| dossier.received);
    let mut received = received.expect("somebody handed something in");
    let handed_in = Versioned {
        revision: 2,
        value: handed_in,
    };
    received.reviews.insert(Review::FullYear, handed_in);
    let mut an = adopted("an");
    an.received = Some(received);
    let due = |an: &Dossier, today: &str| {
        due_now(Books {
            branch: &branch(),
            dossiers: &[],
            of_last_year: std::slice::from_ref(an),
            today: day(today),
            backed_up_on: Some(day(today)),
        })
    };
    let waits = Some(BranchDue::Conclude {
        year: 2026,
        review: Review::FullYear,
        waiting: 1,
    });
    for today in ["2027-01-02", "2027-01-15", "2027-03-31"] {
        assert_eq!(due(&an, today), waits, "{today}");
    }
    let begins = Some(BranchDue::IssuePack { begun: false });
    assert_eq!(due(&an, "2027-04-01"), begins);
    an.conclude(Review::FullYear, |concluded| {
        concluded.remark = "Hoàn thành tốt".to_owned();
    });
    assert_eq!(due(&an, "2027-01-15"), begins);
}
