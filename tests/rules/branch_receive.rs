//! Receiving hand-overs: verdicts before anything is kept, and a branch that does not depend on the
//! order in which files came.

use proptest::collection::vec;
use proptest::prelude::*;
use so_tay::domain::branch::intake::intake;
use so_tay::domain::branch::receive::{Answers, Ask, Intake, Note, Owner, Verdict, Whose};
use so_tay::domain::branch::received::Incoming;
use so_tay::domain::branch::{Branch, BranchYear, Departure, Dossier, Person};
use so_tay::domain::handover::{Consent, HandedMonth, HandedPledge, PURPOSE};
use so_tay::domain::{
    Day, DocumentId, Handover, ItemId, PackVersion, PledgeRevision, Profile, Shortcoming, Stage,
    Standing, Table, YearMonth,
};
use so_tay::json::{from_value, to_value};

use crate::{commitment, day, item, month};

/// The branch, and what it holds of its people.
#[derive(Clone, Debug, PartialEq)]
struct Desk {
    branch: Branch,
    dossiers: Vec<Dossier>,
}

impl Desk {
    fn new(people: &[(&str, &str)]) -> Self {
        let mut branch = Branch::begin(DocumentId::new([0xb0; 16]), "Chi bộ 2".to_owned());
        let person =
            |(id, name): &(&str, &str)| Person::new(item(id), (*name).to_owned(), Standing::Member);
        branch.roster.people = people.iter().map(person).collect();
        Self {
            branch,
            dossiers: Vec::new(),
        }
    }

    fn judge(&self, files: &[Incoming], answers: &Answers) -> Intake {
        let held = |person: &ItemId, year| {
            let is_it = |dossier: &&Dossier| dossier.person == *person && dossier.year == year;
            self.dossiers.iter().find(is_it).cloned()
        };
        intake(&self.branch, held, files, answers, today())
    }

    fn keep(&mut self, taken: Intake) {
        self.branch = taken.branch;
        for dossier in taken.dossiers {
            let place = (dossier.person.clone(), dossier.year);
            self.dossiers
                .retain(|known| (known.person.clone(), known.year) != place);
            self.dossiers.push(dossier);
        }
        self.dossiers
            .sort_by_key(|dossier| (dossier.person.clone(), dossier.year));
    }

    fn receive(&mut self, files: &[Incoming], answers: &Answers) -> Intake {
        let taken = self.judge(files, answers);
        self.keep(taken.clone());
        taken
    }

    fn dossier(&self, person: &str) -> &Dossier {
        let is_it = |dossier: &&Dossier| dossier.person == item(person);
        self.dossiers.iter().find(is_it).expect("a dossier")
    }

    fn person(&mut self, id: &str) -> &mut Person {
        self.branch
            .roster
            .person_mut(&item(id))
            .expect("on the roster")
    }
}

fn today() -> Day {
    day("2026-11-22")
}

fn desk() -> Desk {
    Desk::new(&[("binh", "Trần Thị Bình"), ("cuong", "Lê Văn Cường")])
}

/// A file of a handbook that holds these months, each with the file's own words in it.
fn file(handbook: u8, revision: u32, name: &str, months: &[u8]) -> Incoming {
    let words = format!("{handbook}/{revision}");
    let months = months.iter().map(|number| {
        let month = YearMonth::new(2026, *number).expect("a month");
        let rating = HandedMonth {
            pack: PackVersion::Own,
            commitments: Table::new(),
            standards: Table::new(),
            note: words.clone(),
            completed_on: month.last_day(),
        };
        (month, rating)
    });
    Incoming {
        document_id: DocumentId::new([handbook; 16]),
        revision,
        checksum: format!("sha256-{words}"),
        handover: Handover {
            year: 2026,
            profile: Profile {
                name: name.to_owned(),
                branch: "Chi bộ 2".to_owned(),
                ..Profile::default()
            },
            consent: Consent {
                on: day("2026-11-20"),
                receiver: "Chi bộ 2".to_owned(),
                purpose: PURPOSE.to_owned(),
            },
            pledge: None,
            months: months.collect(),
            shortcomings: Vec::new(),
            reviews: Table::new(),
            deeds: Vec::new(),
            own_standards: Vec::new(),
        },
    }
}

fn with_pledge(mut file: Incoming) -> Incoming {
    let mut pledged = commitment("viec-1");
    pledged.action = file.checksum.clone();
    file.handover.pledge = Some(HandedPledge {
        revisions: vec![PledgeRevision {
            number: 1,
            submitted_on: day("2026-01-20"),
            stage: Stage::Submitted,
            commitments: vec![pledged],
        }],
        handwritten: false,
        posting_consent: None,
    });
    file
}

/// Another file under the same number.
fn twin(mut file: Incoming) -> Incoming {
    file.checksum.push_str("-b");
    for rating in file.handover.months.values_mut() {
        rating.note.push_str("-b");
    }
    file
}

fn binh(revision: u32, months: &[u8]) -> Incoming {
    file(1, revision, "Trần Thị Bình", months)
}

fn verdict(desk: &Desk, file: Incoming) -> Verdict {
    desk.judge(&[file], &Answers::default()).judged[0]
        .verdict
        .clone()
}

/// What the one asks whose file it is.
fn candidates(desk: &Desk, file: Incoming) -> Option<Vec<ItemId>> {
    match &desk.judge(&[file], &Answers::default()).judged[0].asks {
        Some(Ask::Whose(several)) => Some(several.clone()),
        _ => None,
    }
}

fn notes_of_months(desk: &Desk, person: &str) -> Vec<(u8, String)> {
    let received = desk.dossier(person).received.as_ref().expect("received");
    let months = received.months.iter();
    months
        .map(|(month, rating)| (month.number(), rating.value.note.clone()))
        .collect()
}

fn owned(months: &[(u8, &str)]) -> Vec<(u8, String)> {
    months
        .iter()
        .map(|(month, note)| (*month, (*note).to_owned()))
        .collect()
}

#[test]
fn a_first_file_is_new_and_goes_to_the_one_of_that_name() {
    let mut desk = desk();
    let taken = desk.receive(&[with_pledge(binh(1, &[9, 10]))], &Answers::default());
    let judged = &taken.judged[0];
    assert_eq!(judged.owner, Owner::ByName(item("binh")));
    assert_eq!((&judged.verdict, judged.taken), (&Verdict::New, true));
    assert_eq!((&judged.asks, &judged.notes), (&None, &vec![]));
    assert_eq!(
        notes_of_months(&desk, "binh"),
        owned(&[(9, "1/1"), (10, "1/1")])
    );
    assert_eq!(
        desk.branch.owners.get(&DocumentId::new([1; 16])),
        Some(&item("binh"))
    );
    // From then on by the handbook, whatever name it bears.
    let renamed = file(1, 2, "Bình", &[]);
    let judged = &desk.judge(&[renamed], &Answers::default()).judged[0];
    assert_eq!(judged.owner, Owner::Remembered(item("binh")));
}

#[test]
fn nothing_is_kept_by_judging() {
    let desk = desk();
    let before = desk.clone();
    desk.judge(&[binh(1, &[9])], &Answers::default());
    assert_eq!(desk, before);
}

#[test]
fn a_later_file_says_what_it_adds_and_what_it_changes() {
    let mut desk = desk();
    desk.receive(&[binh(1, &[9])], &Answers::default());
    let Verdict::Newer(brings) = verdict(&desk, binh(2, &[10])) else {
        panic!("newer");
    };
    assert_eq!(brings.in_words(), "tháng 10 thêm vào");
    let Verdict::Newer(brings) = verdict(&desk, with_pledge(binh(2, &[9, 10, 11]))) else {
        panic!("newer");
    };
    assert_eq!(
        brings.in_words(),
        "bản đăng ký, tháng 10–11 thêm vào; tháng 9 thay đổi"
    );
}

#[test]
fn the_same_file_again_changes_nothing() {
    let mut desk = desk();
    desk.receive(&[binh(1, &[9])], &Answers::default());
    let before = desk.clone();
    // Doubled in one go, too.
    let again = desk.receive(&[binh(1, &[9]), binh(1, &[9])], &Answers::default());
    for judged in &again.judged {
        assert_eq!((&judged.verdict, judged.taken), (&Verdict::Same, false));
    }
    assert!(again.dossiers.is_empty());
    assert_eq!(desk, before);
}

#[test]
fn an_older_file_brings_only_what_no_later_one_did() {
    let mut desk = desk();
    desk.receive(&[binh(3, &[9])], &Answers::default());
    let Verdict::Older(brings) = verdict(&desk, binh(2, &[8, 9])) else {
        panic!("older");
    };
    assert_eq!(brings.in_words(), "tháng 8 thêm vào");
    desk.receive(&[binh(2, &[8, 9])], &Answers::default());
    assert_eq!(
        notes_of_months(&desk, "binh"),
        owned(&[(8, "1/2"), (9, "1/3")])
    );
    let Verdict::Older(brings) = verdict(&desk, binh(1, &[9])) else {
        panic!("older");
    };
    assert_eq!(brings.in_words(), "");
}

#[test]
fn of_two_files_under_one_number_a_person_says_which_counts_where_both_bring_a_part() {
    let mut desk = desk();
    desk.receive(&[binh(1, &[8, 9])], &Answers::default());
    let other = twin(binh(1, &[9, 10]));
    let open = desk.judge(std::slice::from_ref(&other), &Answers::default());
    let known = Ask::File {
        known: "sha256-1/1".to_owned(),
    };
    let judged = &open.judged[0];
    assert_eq!((&judged.asks, judged.taken), (&Some(known), false));
    let Verdict::Conflict(brings) = &judged.verdict else {
        panic!("a conflict");
    };
    assert_eq!(brings.in_words(), "tháng 10 thêm vào; tháng 9 thay đổi");
    assert!(open.dossiers.is_empty());

    for (prevails, ninth) in [(true, "1/1-b"), (false, "1/1")] {
        let mut desk = desk.clone();
        let mut answers = Answers::default();
        answers.prevails.insert(other.checksum.clone(), prevails);
        let taken = desk.receive(std::slice::from_ref(&other), &answers);
        assert!(taken.judged[0].taken && taken.judged[0].asks.is_some());
        let months = owned(&[(8, "1/1"), (9, ninth), (10, "1/1-b")]);
        assert_eq!(notes_of_months(&desk, "binh"), months);
        // Both are known from then on.
        for file in [binh(1, &[8, 9]), other.clone()] {
            assert_eq!(verdict(&desk, file), Verdict::Same);
        }
    }
}

#[test]
fn another_handbook_of_the_same_year_waits_until_it_is_said_which_counts() {
    let mut desk = desk();
    desk.receive(&[binh(1, &[9])], &Answers::default());
    let other = || file(2, 1, "Trần Thị Bình", &[10]);
    let open = desk.judge(&[other()], &Answers::default());
    let asked = Ask::Handbook {
        person: item("binh"),
        counts: DocumentId::new([1; 16]),
    };
    assert_eq!(
        (&open.judged[0].asks, open.judged[0].taken),
        (&Some(asked), false)
    );
    assert!(open.dossiers.is_empty());

    for (counts, aside) in [(1, 2), (2, 1)] {
        let mut desk = desk.clone();
        let mut answers = Answers::default();
        let place = (item("binh"), 2026);
        answers.counts.insert(place, DocumentId::new([counts; 16]));
        assert!(desk.receive(&[other()], &answers).judged[0].taken);
        let dossier = desk.dossier("binh");
        let counted = dossier.received.as_ref().map(|one| &one.document_id);
        assert_eq!(counted, Some(&DocumentId::new([counts; 16])));
        let [kept] = dossier.other_handbooks.as_slice() else {
            panic!("one is kept aside");
        };
        assert_eq!(kept.document_id, DocumentId::new([aside; 16]));
        // Files of either go on to it, unasked.
        for handbook in [1, 2] {
            let later = file(handbook, 2, "Trần Thị Bình", &[11]);
            let judged = &desk.judge(&[later], &Answers::default()).judged[0];
            assert_eq!((&judged.asks, judged.taken), (&None, true));
        }
    }
}

#[test]
fn a_namesake_is_not_taken_for_another_handbook() {
    let mut desk = desk();
    desk.receive(&[binh(1, &[9])], &Answers::default());
    let mut answers = Answers::default();
    answers
        .whose
        .insert(DocumentId::new([2; 16]), Whose::Namesake);
    let taken = desk.receive(&[file(2, 1, "Trần Thị Bình", &[10])], &answers);
    assert!(taken.judged[0].taken);
    assert_eq!(desk.branch.roster.people.len(), 3);
    assert_eq!(desk.dossiers.len(), 2);
}

#[test]
fn the_same_name_is_the_same_however_it_is_written() {
    let desk = Desk::new(&[("hoa", "Nguyễn Thị Hòa"), ("thuy", "Đỗ Thuý  Quỳnh")]);
    for (written, whose) in [
        ("NGUYỄN THỊ HOÀ", "hoa"),
        ("nguyễn  thị hòa ", "hoa"),
        ("Đỗ Thúy Quỳnh", "thuy"),
    ] {
        let judged = &desk
            .judge(&[file(1, 1, written, &[])], &Answers::default())
            .judged[0];
        assert_eq!(judged.owner, Owner::ByName(item(whose)), "{written}");
    }
}

#[test]
fn a_near_name_is_asked_about() {
    let desk = Desk::new(&[
        ("binh", "Trần Thị Bình"),
        ("binh2", "Trần Văn Bình"),
        ("ha", "Nguyễn Thị Hà"),
    ]);
    let asked = |name: &str| candidates(&desk, file(1, 1, name, &[]));
    assert_eq!(asked("Tran Thi Binh"), Some(vec![item("binh")]));
    assert_eq!(asked("Trần Thị Bính"), Some(vec![item("binh")]));
    assert_eq!(asked("Trần Bình"), Some(vec![item("binh"), item("binh2")]));
    assert_eq!(asked("Nguyễn Thi Hà"), Some(vec![item("ha")]));
    assert_eq!(asked("Nguyễn Thị Há"), Some(vec![item("ha")]));
    assert_eq!(
        asked("Nguyễn Thị Hoà"),
        Some(vec![item("ha")]),
        "a letter more"
    );
    assert_eq!(asked("Phạm Văn Dũng"), Some(vec![]));
    assert_eq!(asked(" "), Some(vec![]));
}

/// "Bình" with a letter of no width in it is not "Bình", though nobody can see it.
#[test]
fn a_name_with_letters_that_nobody_sees_is_asked_about_and_pointed_out() {
    let hidden = "Trần Thị Bì\u{200b}nh";
    let clean = desk();
    let judged = |desk: &Desk, name: &str| {
        desk.judge(&[file(1, 1, name, &[9])], &Answers::default())
            .judged
            .remove(0)
    };
    let one = judged(&clean, hidden);
    assert_eq!(one.owner, Owner::Unsettled);
    assert_eq!(one.asks, Some(Ask::Whose(vec![item("binh")])));
    assert_eq!(one.notes, vec![Note::UnseenLetters]);
    assert!(!one.taken);

    // The other way round: the roster's has them.
    let mut spoilt = desk();
    spoilt.person("binh").name = hidden.to_owned();
    for name in ["Trần Thị Bình", hidden] {
        let one = judged(&spoilt, name);
        assert_eq!(one.asks, Some(Ask::Whose(vec![item("binh")])), "{name}");
        assert!(!one.taken);
    }
    // Both: nobody can tell whose it is by looking.
    let both = Desk::new(&[
        ("binh", "Trần Thị Bình"),
        ("other", "Trần Thị\u{2060} Bình"),
    ]);
    let asked = Some(Ask::Whose(vec![item("binh"), item("other")]));
    assert_eq!(judged(&both, "Trần Thị Bình").asks, asked);
    assert_eq!(judged(&both, "\u{202e}Trần Thị Bình").asks, asked);
    assert_eq!(
        judged(&clean, "Trần\u{200b}Thị\u{ad} Bình").asks,
        Some(Ask::Whose(vec![item("binh")]))
    );
}

#[test]
fn who_is_entered_from_a_file_gets_the_name_that_is_seen() {
    let mut desk = desk();
    let file = file(3, 1, "Phạm\u{a0}Văn \u{202e}Dũng\u{0}", &[9]);
    let mut answers = Answers::default();
    let handbook = file.document_id.clone();
    answers.whose.insert(handbook, Whose::Newcomer);
    let taken = desk.receive(&[file], &answers);
    assert_eq!(taken.judged[0].notes, vec![Note::UnseenLetters]);
    let entered = desk.branch.roster.people.last().expect("entered");
    assert_eq!(entered.name, "Phạm\u{a0}Văn Dũng");
}

#[test]
fn a_name_of_nothing_that_is_seen_is_no_name() {
    let desk = desk();
    let nameless = file(3, 1, "\u{200b}\u{2060} \u{3164}", &[9]);
    let mut answers = Answers::default();
    let handbook = nameless.document_id.clone();
    assert_eq!(candidates(&desk, nameless.clone()), Some(vec![]));
    answers.whose.insert(handbook, Whose::Newcomer);
    let judged = desk.judge(&[nameless], &answers);
    assert!(!judged.judged[0].taken);
    assert_eq!(judged.branch.roster.people.len(), 2);
}

#[test]
fn of_several_of_one_name_duty_group_or_standing_tells() {
    let mut desk = Desk::new(&[("ha1", "Nguyễn Thị Hà"), ("ha2", "Nguyễn Thị Hà")]);
    let both = Some(vec![item("ha1"), item("ha2")]);
    let ha = |duty: &str, standing: Standing| {
        let mut file = file(1, 1, "Nguyễn Thị Hà", &[]);
        file.handover.profile.duty = duty.to_owned();
        file.handover.profile.standing = standing;
        file
    };
    assert_eq!(candidates(&desk, ha("Kế toán", Standing::Member)), both);
    let owner = |desk: &Desk, file: Incoming| {
        desk.judge(&[file], &Answers::default()).judged[0]
            .owner
            .clone()
    };

    desk.person("ha2").standings[0].standing = Standing::NonMember;
    assert_eq!(
        owner(&desk, ha("", Standing::NonMember)),
        Owner::ByName(item("ha2"))
    );
    desk.person("ha1").group = "Tổ 1".to_owned();
    desk.person("ha2").group = "Tổ 2".to_owned();
    assert_eq!(
        owner(&desk, ha("Nhân viên tổ 1", Standing::NonMember)),
        Owner::ByName(item("ha1"))
    );
    desk.person("ha2").duty = "Kế toán".to_owned();
    assert_eq!(
        owner(&desk, ha("kế toán", Standing::Member)),
        Owner::ByName(item("ha2"))
    );
    // Someone who has left is not in question.
    desk.person("ha2").stays[0].departure = Some(Departure {
        on: day("2026-06-15"),
        to: String::new(),
    });
    assert_eq!(
        owner(&desk, ha("kế toán", Standing::Member)),
        Owner::ByName(item("ha1"))
    );
}

#[test]
fn whose_it_is_is_asked_once_and_remembered() {
    let mut desk = Desk::new(&[("ha1", "Nguyễn Thị Hà"), ("ha2", "Nguyễn Thị Hà")]);
    let ha = |revision| file(1, revision, "Nguyễn Thị Hà", &[9]);
    // Asked once for all files of the handbook, none of which is kept before.
    let open = desk.judge(&[ha(2), ha(1)], &Answers::default());
    let asked: Vec<_> = open
        .judged
        .iter()
        .map(|judged| judged.asks.is_some())
        .collect();
    assert_eq!(asked, [false, true]);
    assert!(open.judged.iter().all(|judged| !judged.taken));
    assert!(open.dossiers.is_empty() && open.branch == desk.branch);

    let mut answers = Answers::default();
    answers
        .whose
        .insert(DocumentId::new([1; 16]), Whose::Person(item("ha2")));
    let taken = desk.receive(&[ha(2), ha(1)], &answers);
    assert!(taken.judged.iter().all(|judged| judged.taken));
    assert!(
        taken.judged[1].asks.is_some(),
        "the answer can still be changed"
    );
    let later = &desk.judge(&[ha(3)], &Answers::default()).judged[0];
    assert_eq!(
        (&later.owner, &later.asks),
        (&Owner::Remembered(item("ha2")), &None)
    );
}

#[test]
fn a_file_can_be_left_out() {
    let desk = desk();
    let mut answers = Answers::default();
    answers
        .whose
        .insert(DocumentId::new([1; 16]), Whose::Nobody);
    let taken = desk.judge(&[binh(1, &[9])], &answers);
    assert_eq!(
        (&taken.judged[0].owner, taken.judged[0].taken),
        (&Owner::LeftOut, false)
    );
    assert!(taken.dossiers.is_empty() && taken.branch == desk.branch);
}

#[test]
fn someone_who_is_not_on_the_roster_is_entered_from_the_file() {
    let mut desk = desk();
    let mut newcomer = file(9, 1, "Phạm Văn Dũng", &[9]);
    newcomer.handover.profile.standing = Standing::NonMember;
    newcomer.handover.profile.duty = "Lái xe".to_owned();
    let open = desk.judge(std::slice::from_ref(&newcomer), &Answers::default());
    assert_eq!(open.judged[0].asks, Some(Ask::Whose(vec![])));
    assert_eq!(open.branch, desk.branch);

    let mut answers = Answers::default();
    for handbook in [8, 9] {
        answers
            .whose
            .insert(DocumentId::new([handbook; 16]), Whose::Newcomer);
    }
    // Last year's handbook of the same person comes along.
    let mut last_year = file(8, 1, "Phạm Văn Dũng", &[]);
    last_year.handover.year = 2025;
    let taken = desk.receive(&[newcomer, last_year], &answers);
    assert!(taken.judged.iter().all(|judged| judged.taken));
    let [_, _, entered] = desk.branch.roster.people.as_slice() else {
        panic!("one person was entered");
    };
    assert_eq!(entered.name, "Phạm Văn Dũng");
    assert_eq!(
        (entered.duty.as_str(), entered.standing_on(today())),
        ("Lái xe", Standing::NonMember)
    );
    assert!(entered.belongs_on(today()));
    assert_eq!(desk.dossiers.len(), 2);
}

#[test]
fn another_branch_someone_who_left_and_an_archived_year_are_pointed_out() {
    let notes =
        |desk: &Desk, file: Incoming| desk.judge(&[file], &Answers::default()).judged[0].clone();
    let mut desk = desk();
    let branch = |name: &str| {
        let mut file = binh(1, &[9]);
        file.handover.profile.branch = name.to_owned();
        file
    };
    for same in ["", "chi bộ 2", "Chi bộ 2, Đảng bộ Văn phòng", "CHI BO 2"] {
        assert_eq!(notes(&desk, branch(same)).notes, [], "{same}");
    }
    let other = notes(&desk, branch("Chi bộ 21"));
    assert_eq!((other.notes, other.taken), (vec![Note::OtherBranch], true));

    desk.person("binh").stays[0].departure = Some(Departure {
        on: day("2026-06-15"),
        to: "Chi bộ 5".to_owned(),
    });
    let gone = notes(&desk, binh(1, &[5]));
    assert_eq!((gone.notes, gone.taken), (vec![Note::Gone], true));

    desk.branch.years = vec![BranchYear {
        archived_on: Some(day("2026-11-01")),
        ..BranchYear::new(2026)
    }];
    let archived = notes(&desk, file(3, 1, "Lê Văn Cường", &[5]));
    assert_eq!(
        (archived.notes, archived.taken),
        (vec![Note::Archived], false)
    );
}

// --- in any order -----------------------------------------------------------------------------

const NAMES: [&str; 6] = [
    "Trần Thị Bình",
    "Lê Văn Cường",
    "Nguyễn Thị Hà",
    "Nguyễn Thị Hà",
    "Nguyễn Thị Hạ",
    "Phạm Văn Dũng",
];

/// Nobody of this number is on the roster.
const NEWCOMER: usize = 5;

/// A file by what it holds: whose, which of the person's two handbooks, its number, whether it is
/// the twin of another, its parts.
type Plan = (usize, bool, u32, bool, u16);

fn planned((person, second, revision, is_twin, parts): Plan) -> Incoming {
    let second = second && person != NEWCOMER;
    let handbook = person as u8 * 2 + u8::from(second) + 1;
    let months: Vec<u8> = (1..=12).filter(|month| parts >> month & 1 == 1).collect();
    let mut file = file(handbook, revision, NAMES[person], &months);
    if parts & 1 == 1 {
        file = with_pledge(file);
    }
    if parts >> 13 & 1 == 1 {
        let id = format!("han-che-{}", parts >> 14);
        let mut shortcoming = Shortcoming::new(item(&id), month("2026-03"), None);
        shortcoming.text = file.checksum.clone();
        file.handover.shortcomings.push(shortcoming);
    }
    if is_twin { twin(file) } else { file }
}

/// A secretary who always gives the same answers.
fn answer(desk: &Desk, files: &[Incoming]) -> Intake {
    let mut answers = Answers::default();
    loop {
        let intake = desk.judge(files, &answers);
        let before = answers.clone();
        for (file, judged) in files.iter().zip(&intake.judged) {
            match &judged.asks {
                None => {}
                Some(Ask::Whose(_)) => {
                    let digits = &file.document_id.as_str()[..2];
                    let handbook = u8::from_str_radix(digits, 16).expect("hex digits");
                    let whose = match usize::from(handbook - 1) / 2 {
                        NEWCOMER => Whose::Newcomer,
                        person => Whose::Person(item(&format!("p{person}"))),
                    };
                    answers.whose.insert(file.document_id.clone(), whose);
                }
                // The second handbook is of the new phone.
                Some(Ask::Handbook { person, counts }) => {
                    let newer = counts.max(&file.document_id).clone();
                    answers.counts.insert((person.clone(), 2026), newer);
                }
                Some(Ask::File { known }) => {
                    let prevails = file.checksum > *known;
                    answers.prevails.insert(file.checksum.clone(), prevails);
                }
            }
        }
        if answers == before {
            return intake;
        }
    }
}

/// What a fresh tab would find.
fn reloaded(desk: &Desk) -> Desk {
    let dossiers = desk.dossiers.iter().map(to_value).map(from_value);
    Desk {
        branch: from_value(to_value(&desk.branch)).expect("a branch"),
        dossiers: dossiers.collect::<Result<_, _>>().expect("dossiers"),
    }
}

/// Receives the files in batches of these sizes, with a reload between.
fn received(files: &[Incoming], sizes: &[usize]) -> Desk {
    let people: Vec<_> = (0..NEWCOMER).map(|n| (format!("p{n}"), NAMES[n])).collect();
    let people: Vec<_> = people
        .iter()
        .map(|(id, name)| (id.as_str(), *name))
        .collect();
    let mut desk = Desk::new(&people);
    let mut rest = files;
    let mut sizes = sizes.iter().cycle();
    while !rest.is_empty() {
        let size = sizes.next().map_or(1, |size| (*size).clamp(1, rest.len()));
        let (batch, later) = rest.split_at(size);
        let taken = answer(&desk, batch);
        assert!(
            taken
                .judged
                .iter()
                .all(|one| one.taken || one.verdict == Verdict::Same)
        );
        desk.keep(taken);
        desk = reloaded(&desk);
        counts_hold(&desk);
        rest = later;
    }
    desk
}

/// No count exceeds its denominator: everyone counted is on the roster, and once.
fn counts_hold(desk: &Desk) {
    let people: Vec<_> = desk
        .branch
        .roster
        .on(today())
        .map(|person| &person.id)
        .collect();
    let mut counted: Vec<_> = desk
        .dossiers
        .iter()
        .map(|dossier| (&dossier.person, dossier.year))
        .collect();
    let all = counted.len();
    counted.dedup();
    assert_eq!(counted.len(), all, "one dossier a person and year");
    assert!(counted.iter().all(|(person, _)| people.contains(person)));
    assert!(counted.len() <= people.len());
}

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let plan = (
        0..NAMES.len(),
        any::<bool>(),
        1..6_u32,
        any::<bool>(),
        any::<u16>(),
    );
    vec(plan, 1..24).prop_map(|mut plans| {
        // One file and one twin under each number: of three, a person is asked anew.
        plans.sort_by_key(|plan| (plan.0, plan.1 && plan.0 != NEWCOMER, plan.2, plan.3));
        plans.dedup_by_key(|plan| (plan.0, plan.1 && plan.0 != NEWCOMER, plan.2, plan.3));
        plans
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn files_in_any_order_repeated_and_split_over_tabs_give_the_same_branch(
        files in plans().prop_map(|plans| plans.into_iter().map(planned).collect::<Vec<_>>()),
        order in any::<[u64; 2]>(),
        repeated in vec(any::<prop::sample::Index>(), 0..8),
        sizes in vec(1..12_usize, 1..5),
    ) {
        let at_once = received(&files, &[files.len()]);
        let mut others = files.clone();
        others.extend(repeated.iter().map(|index| index.get(&files).clone()));
        // A shuffle that shrinks to the order given.
        others.sort_by_key(|file| {
            let name = (&file.document_id, &file.checksum);
            format!("{name:?}").bytes().fold(order[0], |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(order[1] | 1).rotate_left(7)
            })
        });
        prop_assert_eq!(received(&others, &sizes), at_once);
    }

    #[test]
    fn receiving_again_changes_nothing(
        files in plans().prop_map(|plans| plans.into_iter().map(planned).collect::<Vec<_>>()),
    ) {
        let mut desk = received(&files, &[files.len()]);
        let before = desk.clone();
        let again = answer(&desk, &files);
        prop_assert!(again.judged.iter().all(|one| one.verdict == Verdict::Same && !one.taken));
        prop_assert!(again.dossiers.is_empty());
        desk.keep(again);
        prop_assert_eq!(desk, before);
    }
}
