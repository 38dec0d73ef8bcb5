//! Adopting pledges before the collective, and putting them up.

use proptest::prelude::*;
use so_tay::domain::branch::adoption::{
    ForSeveral, LeftOut, PledgeStanding, Publicity, adopt, post, public_list,
};
use so_tay::domain::branch::adoption_words::{one_line, unlisted};
use so_tay::domain::branch::dossier::OnPaper;
use so_tay::domain::branch::{
    Adopted, Branch, Departure, Dossier, Person, Received, Stay, Versioned,
};
use so_tay::domain::handover::{Consent, HandedPledge};
use so_tay::domain::pledge::Change;
use so_tay::domain::{
    Commitment, Day, Deadline, DocumentId, ItemId, PledgeRevision, Stage, Standing, Table,
};

use crate::{commitment, day, handbook, item};

/// A branch of these people, all of them there from the beginning.
fn branch(people: &[&str]) -> Branch {
    let mut branch = Branch::begin(DocumentId::new([0xb0; 16]), "Chi bộ 2".to_owned());
    for id in people {
        let person = Person::new(item(id), format!("Người {id}"), Standing::Member);
        branch.roster.people.push(person);
    }
    branch
}

fn revision(number: u32, submitted_on: &str, measure: &str) -> PledgeRevision {
    PledgeRevision {
        number,
        submitted_on: day(submitted_on),
        stage: Stage::Submitted,
        commitments: vec![Commitment {
            measure: measure.to_owned(),
            ..commitment("viec-1")
        }],
    }
}

fn received(revisions: Vec<PledgeRevision>, posting_consent: Option<&str>) -> Received {
    let pledge = HandedPledge {
        revisions,
        handwritten: false,
        posting_consent: posting_consent.map(day),
    };
    let consent = Consent {
        on: day("2026-01-25"),
        receiver: "Chi bộ 2".to_owned(),
        purpose: String::new(),
    };
    Received {
        document_id: handbook().id,
        files: Vec::new(),
        profile: Versioned {
            revision: 1,
            value: handbook().profile,
        },
        consent: Versioned {
            revision: 1,
            value: consent,
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
    }
}

/// Handed in on 20 January, and again with more in it on 10 June; agreed to be put up.
fn dossier(person: &str) -> Dossier {
    let revisions = vec![
        revision(1, "2026-01-20", "Không hồ sơ nào quá hạn"),
        revision(2, "2026-06-10", "Không hồ sơ nào quá 1 ngày"),
    ];
    Dossier {
        received: Some(received(revisions, Some("2026-01-20"))),
        ..Dossier::new(item(person), 2026)
    }
}

fn on_paper(person: &str, on: &str) -> Dossier {
    let paper = OnPaper {
        on: day(on),
        commitments: 2,
    };
    Dossier {
        on_paper: Some(paper),
        ..Dossier::new(item(person), 2026)
    }
}

fn adopted(on: &str, pledge_revision: u32) -> Adopted {
    Adopted {
        on: day(on),
        pledge_revision,
    }
}

/// One person's dossier after a meeting on that day.
fn after_meeting(dossier: &Dossier, on: &str) -> Dossier {
    let outcome = adopt_one(dossier, on);
    assert_eq!(outcome.left_out, []);
    outcome.dossiers.into_iter().next().expect("it changed")
}

fn adopt_one(dossier: &Dossier, on: &str) -> ForSeveral {
    let branch = branch(&[dossier.person.as_str()]);
    let people = [dossier.person.clone()];
    adopt(&branch, std::slice::from_ref(dossier), &people, day(on))
}

/// The measures that the public list shows of one person.
fn shown(dossier: &Dossier) -> Vec<String> {
    let branch = branch(&[dossier.person.as_str()]);
    let list = public_list(&branch, std::slice::from_ref(dossier), day("2026-11-22"));
    let commitments = list.into_iter().flat_map(|entry| entry.commitments);
    commitments.map(|one| one.measure).collect()
}

#[test]
fn a_meeting_adopts_what_was_handed_in_by_its_day() {
    let dossier = dossier("binh");
    let first = after_meeting(&dossier, "2026-02-05");
    assert_eq!(first.adopted, Some(adopted("2026-02-05", 1)));
    let second = after_meeting(&dossier, "2026-06-10");
    assert_eq!(second.adopted, Some(adopted("2026-06-10", 2)));
}

#[test]
fn several_are_adopted_at_once_and_who_cannot_be_is_named_with_the_reason() {
    let mut branch = branch(&["binh", "cuong", "dung", "em", "giang", "hoa"]);
    branch.roster.people[4].stays = vec![Stay {
        from: None,
        departure: Some(Departure {
            on: day("2026-02-01"),
            to: String::new(),
        }),
    }];
    let late = on_paper("em", "2026-02-06");
    let empty = Dossier::new(item("dung"), 2026);
    let dossiers = [
        dossier("binh"),
        on_paper("cuong", "2026-01-31"),
        empty,
        late,
        dossier("giang"),
    ];
    let people: Vec<ItemId> = branch.roster.people.iter().map(|p| p.id.clone()).collect();
    let outcome = adopt(&branch, &dossiers, &people, day("2026-02-05"));
    let adoptions: Vec<_> = outcome
        .dossiers
        .iter()
        .map(|dossier| (dossier.person.as_str(), dossier.adopted))
        .collect();
    assert_eq!(
        adoptions,
        [
            ("binh", Some(adopted("2026-02-05", 1))),
            ("cuong", Some(adopted("2026-02-05", 0))),
        ]
    );
    assert_eq!(
        outcome.left_out,
        [
            (item("dung"), LeftOut::NoPledge),
            (item("em"), LeftOut::HandedInLater(day("2026-02-06"))),
            (item("giang"), LeftOut::NotOfBranch),
            (item("hoa"), LeftOut::NoPledge),
        ]
    );
}

#[test]
fn what_a_later_revision_changed_since_adoption_is_told() {
    let dossier = dossier("binh");
    assert_eq!(
        dossier.pledge_standing(),
        PledgeStanding::Waiting(day("2026-06-10"))
    );
    let in_february = after_meeting(&dossier, "2026-02-05");
    let PledgeStanding::Changed {
        adopted: at,
        again_on,
        changes,
    } = in_february.pledge_standing()
    else {
        panic!("{:?}", in_february.pledge_standing());
    };
    assert_eq!(
        (at, again_on),
        (adopted("2026-02-05", 1), day("2026-06-10"))
    );
    let [Change::Edited { answers, .. }] = changes.as_slice() else {
        panic!("{changes:?}");
    };
    let words = ["Không hồ sơ nào quá hạn", "Không hồ sơ nào quá 1 ngày"].map(str::to_owned);
    let [before, after] = words;
    assert_eq!(*answers, [(1, before, after)]);

    let in_july = after_meeting(&in_february, "2026-07-05");
    assert_eq!(
        in_july.pledge_standing(),
        PledgeStanding::Adopted(adopted("2026-07-05", 2))
    );
}

#[test]
fn a_pledge_adopted_on_paper_is_the_one_in_a_file_handed_in_by_then() {
    let mut dossier = dossier("binh");
    let paper = |on| Some(adopted(on, 0));
    dossier.adopted = paper("2026-06-30");
    let standing = dossier.pledge_standing();
    assert_eq!(
        standing,
        PledgeStanding::Adopted(adopted("2026-06-30", 0)),
        "no other text was there"
    );
    dossier.adopted = paper("2026-01-10");
    let PledgeStanding::Changed { changes, .. } = dossier.pledge_standing() else {
        panic!("{:?}", dossier.pledge_standing());
    };
    let [Change::Added(_)] = changes.as_slice() else {
        panic!("all of it is new: {changes:?}");
    };
    assert_eq!(dossier.publicity(), Publicity::OnPaper);
}

#[test]
fn the_same_words_in_a_handbook_begun_anew_are_no_change() {
    let mut dossier = after_meeting(&dossier("binh"), "2026-02-05");
    let old = dossier.received.take().expect("a handbook");
    let mut again = revision(1, "2026-03-01", "Không hồ sơ nào quá hạn");
    again.commitments[0].id = item("viec-moi");
    dossier.received = Some(received(vec![again], None));
    dossier.other_handbooks = vec![old];
    assert_eq!(
        dossier.pledge_standing(),
        PledgeStanding::Adopted(adopted("2026-02-05", 1))
    );
}

#[test]
fn only_what_was_adopted_and_consented_to_is_public_in_the_words_adopted() {
    let mut dossier = dossier("binh");
    assert_eq!(dossier.publicity(), Publicity::NotAdopted);
    assert_eq!(shown(&dossier), [""; 0]);
    dossier = after_meeting(&dossier, "2026-02-05");
    assert_eq!(dossier.publicity(), Publicity::Ready);
    assert_eq!(shown(&dossier), ["Không hồ sơ nào quá hạn"]);
    dossier = after_meeting(&dossier, "2026-07-05");
    assert_eq!(shown(&dossier), ["Không hồ sơ nào quá 1 ngày"]);
    dossier = without_consent(&dossier);
    assert_eq!(dossier.publicity(), Publicity::NoConsent);
    assert_eq!(shown(&dossier), [""; 0]);
}

#[test]
fn a_paper_is_adopted_and_has_no_words_to_show() {
    let dossier = after_meeting(&on_paper("binh", "2026-01-20"), "2026-02-05");
    assert_eq!(dossier.publicity(), Publicity::OnPaper);
    assert_eq!(shown(&dossier), [""; 0]);
}

fn post_one(dossier: &Dossier, on: &str) -> ForSeveral {
    let branch = branch(&[dossier.person.as_str()]);
    post(&branch, std::slice::from_ref(dossier), day(on))
}

#[test]
fn posting_keeps_the_day_of_those_who_hang_there_already() {
    let adopted = after_meeting(&dossier("binh"), "2026-02-05");
    let outcome = post_one(&adopted, "2026-02-10");
    let posted = outcome.dossiers.into_iter().next().expect("it changed");
    assert_eq!(posted.publicity(), Publicity::Posted(day("2026-02-10")));
    assert_eq!(post_one(&posted, "2026-03-01"), ForSeveral::default());
}

#[test]
fn nothing_is_posted_before_it_was_adopted_nor_without_consent() {
    let adopted = after_meeting(&dossier("binh"), "2026-02-05");
    let early = post_one(&adopted, "2026-02-04");
    assert_eq!(early.dossiers, []);
    assert_eq!(
        early.left_out,
        [(item("binh"), LeftOut::AdoptedLater(day("2026-02-05")))]
    );
    assert_eq!(
        post_one(&dossier("binh"), "2026-02-10"),
        ForSeveral::default()
    );
    assert_eq!(
        post_one(&without_consent(&adopted), "2026-02-10"),
        ForSeveral::default()
    );
}

#[test]
fn who_takes_the_consent_back_leaves_the_list_and_is_to_be_taken_down() {
    let adopted = after_meeting(&dossier("binh"), "2026-02-05");
    let posted = post_one(&adopted, "2026-02-10").dossiers.remove(0);
    let posted = without_consent(&posted);
    assert_eq!(posted.publicity(), Publicity::Withdrawn(day("2026-02-10")));
    assert_eq!(shown(&posted), [""; 0]);
}

#[test]
fn what_is_adopted_anew_has_to_be_put_up_anew() {
    let adopted = after_meeting(&dossier("binh"), "2026-02-05");
    let posted = post_one(&adopted, "2026-02-10").dossiers.remove(0);
    let anew = after_meeting(&posted, "2026-07-05");
    assert_eq!((anew.posted_on, anew.publicity()), (None, Publicity::Ready));
    // The day set right, before it was put up, takes nothing down.
    let mended = after_meeting(&posted, "2026-02-06");
    assert_eq!(mended.posted_on, Some(day("2026-02-10")));
}

#[test]
fn an_adoption_recorded_by_mistake_goes_with_its_posting() {
    let adopted = after_meeting(&dossier("binh"), "2026-02-05");
    let mut posted = post_one(&adopted, "2026-02-10").dossiers.remove(0);
    posted.forget_adoption();
    assert_eq!(posted, dossier("binh"));
}

#[test]
fn who_left_the_branch_is_not_on_its_list() {
    let mut branch = branch(&["binh"]);
    let dossiers = [after_meeting(&dossier("binh"), "2026-02-05")];
    branch.roster.people[0].stays[0].departure = Some(Departure {
        on: day("2026-04-01"),
        to: String::new(),
    });
    let on = |text| public_list(&branch, &dossiers, day(text)).len();
    assert_eq!((on("2026-03-31"), on("2026-04-01")), (1, 0));
}

/// The same, but the person no longer agrees to its being put up.
fn without_consent(dossier: &Dossier) -> Dossier {
    let mut dossier = dossier.clone();
    let received = dossier.received.as_mut().expect("a handbook");
    let pledge = received.pledge.as_mut().expect("a pledge");
    pledge.value.posting_consent = None;
    dossier
}

fn any_day() -> impl Strategy<Value = Day> {
    (1..=12_u8, 1..=28_u8).prop_map(|(month, number)| day(&format!("2026-{month:02}-{number:02}")))
}

/// Up to three revisions, on paper or not, agreed or not, posted some day or not.
fn any_dossier(person: &'static str) -> impl Strategy<Value = Dossier> {
    let revisions = proptest::collection::vec((any_day(), 0..3_u8), 0..4);
    let opt_day = || proptest::option::of(any_day());
    (revisions, opt_day(), opt_day(), opt_day()).prop_map(
        move |(mut revisions, paper, consent, posted_on)| {
            revisions.sort_by_key(|(on, _)| *on);
            let revisions: Vec<_> = (1..)
                .zip(revisions)
                .map(|(number, (on, text))| {
                    let mut revision = revision(number, "2026-01-01", &format!("Cách {text}"));
                    revision.submitted_on = on;
                    revision
                })
                .collect();
            let mut received = received(revisions, None);
            if let Some(pledge) = &mut received.pledge {
                pledge.value.posting_consent = consent;
            }
            let on_paper = paper.map(|on| OnPaper { on, commitments: 1 });
            Dossier {
                received: Some(received),
                on_paper,
                posted_on,
                ..Dossier::new(item(person), 2026)
            }
        },
    )
}

const PEOPLE: [&str; 4] = ["an", "binh", "cuong", "dung"];

fn any_dossiers() -> impl Strategy<Value = Vec<Dossier>> {
    PEOPLE.map(any_dossier).prop_map(Vec::from)
}

/// The dossiers with the changed ones in their places.
fn with(mut dossiers: Vec<Dossier>, changed: Vec<Dossier>) -> Vec<Dossier> {
    for dossier in changed {
        let mut known = dossiers.iter_mut();
        let known = known.find(|known| known.person == dossier.person);
        *known.expect("one of them") = dossier;
    }
    dossiers
}

proptest! {
    #[test]
    fn after_any_meeting_all_is_adopted_that_was_there_and_nothing_else(
        dossiers in any_dossiers(), on in any_day(),
    ) {
        let branch = branch(&PEOPLE);
        let people = PEOPLE.map(item);
        let outcome = adopt(&branch, &dossiers, &people, on);
        prop_assert_eq!(
            outcome.dossiers.len() + outcome.left_out.len(),
            PEOPLE.len(),
            "each is either adopted or named"
        );
        for dossier in &outcome.dossiers {
            let adopted = dossier.adopted.expect("that is what changed");
            prop_assert_eq!(adopted.on, on);
            if adopted.pledge_revision > 0 {
                let text = dossier.adopted_text().expect("the branch has it");
                prop_assert_eq!(text.number, adopted.pledge_revision);
                prop_assert!(text.submitted_on <= on);
            }
            prop_assert!(dossier.posted_on.is_none_or(|posted| posted >= on));
        }
        // Once more changes nothing.
        let after = with(dossiers, outcome.dossiers);
        let again = adopt(&branch, &after, &people, on);
        prop_assert_eq!(again.dossiers, vec![]);
        prop_assert_eq!(again.left_out, outcome.left_out);
    }

    #[test]
    fn the_public_list_holds_adopted_texts_of_those_who_consent_and_no_others(
        dossiers in any_dossiers(), met in any_day(), posted in any_day(),
    ) {
        let branch = branch(&PEOPLE);
        let adopted = adopt(&branch, &dossiers, &PEOPLE.map(item), met).dossiers;
        let dossiers = with(dossiers, adopted);
        let changed = post(&branch, &dossiers, posted).dossiers;
        let dossiers = with(dossiers, changed);
        let list = public_list(&branch, &dossiers, day("2026-12-31"));
        for dossier in &dossiers {
            let entry = list.iter().find(|entry| entry.person == dossier.person);
            let text = dossier.adopted_text();
            let may = dossier.posting_consent().is_some() && text.is_some();
            prop_assert_eq!(entry.is_some(), may, "{:?}", dossier);
            if let (Some(entry), Some(text)) = (entry, text) {
                prop_assert_eq!(&entry.commitments, &text.commitments);
                prop_assert!(text.submitted_on <= met);
            }
            if let Publicity::Posted(on) = dossier.publicity() {
                prop_assert!(may && on >= met);
            }
        }
    }
}

#[test]
fn who_is_not_on_the_list_is_named_with_the_reason() {
    let branch = branch(&["an", "binh", "cuong", "dung"]);
    let posted = after_meeting(&dossier("an"), "2026-02-05");
    let dossiers = [
        posted.clone(),
        without_consent(&after_meeting(&dossier("binh"), "2026-02-05")),
        dossier("cuong"),
    ];
    let publicity = |person: &ItemId| {
        let known = dossiers.iter().find(|one| one.person == *person);
        known.map(Dossier::publicity).unwrap_or_default()
    };
    assert_eq!(
        unlisted(&branch, publicity, day("2026-11-22")),
        [
            ("Chưa đồng ý công khai", vec![item("binh")]),
            ("Chưa thông qua", vec![item("cuong"), item("dung")]),
        ]
    );
}

#[test]
fn a_commitment_on_the_wall_is_one_line() {
    let mut one = commitment("viec-1");
    assert_eq!(
        one_line(&one),
        "Giải quyết hồ sơ trong ngày. Không hồ sơ nào quá 1 ngày làm việc. Hạn 31/12/2026."
    );
    one.deadline = Some(Deadline::Words("Hằng tuần".to_owned()));
    assert!(one_line(&one).ends_with("1 ngày làm việc. Hằng tuần."));
    one.deadline = commitment("viec-1").deadline;
    one.measure = " ".to_owned();
    one.action = "Giải quyết hồ sơ trong ngày.".to_owned();
    assert_eq!(
        one_line(&one),
        "Giải quyết hồ sơ trong ngày. Hạn 31/12/2026."
    );
}
