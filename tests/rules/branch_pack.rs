//! Writing and giving out the branch's pack.

use proptest::prelude::*;
use so_tay::domain::branch::Branch;
use so_tay::domain::branch::pack::{
    Beginning, PackSeries, classification, move_standard, tidy_posts,
};
use so_tay::domain::branch::pack_changes::{PackChange, Words, pack_changes};
use so_tay::domain::branch::pack_check::{MEMORABLE, PackAdvice, PackFault, SHORT, USUAL_POINTS};
use so_tay::domain::pack::{Level, MAX_STANDARDS, Quotas, Standard, Topic, Work};
use so_tay::domain::review::Points;
use so_tay::domain::starter::starter_pack;
use so_tay::domain::{Conduct, DocumentId, Keeping, PackVersion, Quarter, StandardsPack, Standing};
use so_tay::exchange::{Envelope, Opened, open, write_pack};

use crate::arbitrary::{any_pack, nfc, pack};
use crate::{day, handbook, item, month};

const YEAR: i32 = 2026;

fn branch() -> Branch {
    let mut branch = Branch::begin(DocumentId::new([3; 16]), "Chi bộ 2".to_owned());
    branch.unit = "Văn phòng UBND tỉnh".to_owned();
    branch.begin_pack(YEAR, DocumentId::new([4; 16]), Beginning::Starter);
    branch
}

fn series(branch: &mut Branch) -> &mut PackSeries {
    branch.year_mut(YEAR).packs.as_mut().expect("was begun")
}

fn draft(branch: &mut Branch) -> &mut StandardsPack {
    &mut series(branch).draft
}

fn standard(id: &str, text: &str) -> Standard {
    Standard {
        id: item(id),
        conduct: Conduct::MustDo,
        text: text.to_owned(),
        posts: Vec::new(),
        retired: false,
    }
}

fn topic(id: &str, title: &str, from: Quarter, to: Quarter) -> Topic {
    Topic {
        id: item(id),
        title: title.to_owned(),
        from,
        to,
        works: Vec::new(),
    }
}

fn issue(branch: &mut Branch, on: &str) -> Result<usize, Vec<PackFault>> {
    branch.issue_pack(YEAR, day(on))
}

#[test]
fn a_pack_begins_from_the_starter_set_or_empty() {
    let mut branch = branch();
    assert_eq!(*draft(&mut branch), starter_pack(YEAR));
    branch.begin_pack(2027, DocumentId::new([5; 16]), Beginning::Empty);
    let begun = branch.year(2027).unwrap().packs.clone().unwrap();
    assert!(begun.draft.standards.is_empty());
    assert_eq!(begun.draft.scale.len(), 4);
}

#[test]
fn a_pack_begun_from_last_years_keeps_standards_and_clears_theme_and_topics() {
    let mut branch = branch();
    let pack = draft(&mut branch);
    pack.theme = "Chuyên đề 2026".to_owned();
    pack.topics = vec![topic("t", "Quý đầu", Quarter::First, Quarter::First)];
    pack.headings.superior = "Đảng bộ".to_owned();
    pack.meeting_day = 3;
    issue(&mut branch, "2026-01-05").unwrap();
    series(&mut branch).remove_standard(&item("tiet-kiem"));
    issue(&mut branch, "2026-03-05").unwrap();
    // What is being written meanwhile is not what people have.
    draft(&mut branch).meeting_day = 9;
    branch.begin_pack(2027, DocumentId::new([5; 16]), Beginning::Before);
    let begun = &branch.year(2027).unwrap().packs.as_ref().unwrap().draft;
    assert_eq!((begun.year, begun.issued_on), (2027, None));
    assert_eq!((begun.theme.as_str(), begun.topics.len()), ("", 0));
    assert_eq!(
        (begun.headings.superior.as_str(), begun.meeting_day),
        ("Đảng bộ", 3)
    );
    assert_eq!(begun.standards.len(), 9);
    assert!(begun.standards.iter().all(|one| !one.retired));
}

#[test]
fn a_pack_that_was_begun_is_not_begun_again() {
    let mut branch = branch();
    draft(&mut branch).theme = "Đang viết".to_owned();
    branch.begin_pack(YEAR, DocumentId::new([9; 16]), Beginning::Empty);
    assert_eq!(draft(&mut branch).theme, "Đang viết");
}

#[test]
fn a_version_is_given_out_in_the_branchs_name_without_what_is_blank() {
    let mut branch = branch();
    let pack = draft(&mut branch);
    pack.theme = "  Làm theo \n".to_owned();
    pack.standards.push(standard("trong", " "));
    pack.standards[0].posts = vec![" Văn thư ".to_owned(), "Văn thư".to_owned(), String::new()];
    pack.topics = vec![
        topic("sau", "Sau", Quarter::Second, Quarter::Third),
        topic("trong", " ", Quarter::First, Quarter::First),
        topic("truoc", "Trước", Quarter::First, Quarter::First),
    ];
    pack.topics[0].works = vec![Work {
        id: item("w"),
        title: String::new(),
        note: " ".to_owned(),
    }];
    assert_eq!(issue(&mut branch, "2026-01-10"), Ok(1));
    let issued = &series(&mut branch).issued[0];
    assert_eq!(issued.on, day("2026-01-10"));
    let pack = &issued.pack;
    assert_eq!(pack.issued_on, Some(day("2026-01-10")));
    assert_eq!(
        (pack.unit.as_str(), pack.branch.as_str()),
        ("Văn phòng UBND tỉnh", "Chi bộ 2")
    );
    assert_eq!(pack.theme, "Làm theo");
    assert_eq!(pack.standards.len(), 10);
    assert_eq!(pack.standards[0].posts, ["Văn thư"]);
    let titles: Vec<_> = pack.topics.iter().map(|topic| &topic.title).collect();
    assert_eq!(titles, ["Trước", "Sau"]);
    assert!(pack.topics[1].works.is_empty());
}

#[test]
fn versions_count_up_and_an_old_one_never_changes() {
    let mut branch = branch();
    assert_eq!(issue(&mut branch, "2026-01-10"), Ok(1));
    let first = series(&mut branch).issued[0].clone();
    draft(&mut branch).standards[0].text = "Nói thì làm".to_owned();
    assert_eq!(issue(&mut branch, "2026-06-01"), Ok(2));
    let series = series(&mut branch);
    assert_eq!(series.issued[0], first);
    let version = |revision| PackVersion::Issued {
        document_id: DocumentId::new([4; 16]),
        revision,
    };
    assert_eq!(series.by(&version(1)), Some(&first.pack));
    assert_eq!(
        series.by(&version(2)).unwrap().standards[0].text,
        "Nói thì làm"
    );
}

#[test]
fn what_says_the_same_is_not_given_out_again() {
    let mut branch = branch();
    issue(&mut branch, "2026-01-10").unwrap();
    draft(&mut branch).standards.push(standard("trong", ""));
    assert_eq!(
        issue(&mut branch, "2026-02-10"),
        Err(vec![PackFault::Unchanged])
    );
    assert_eq!(series(&mut branch).issued.len(), 1);
}

#[test]
fn a_version_is_not_dated_before_the_one_before_it() {
    let mut branch = branch();
    issue(&mut branch, "2026-02-10").unwrap();
    draft(&mut branch).meeting_day = 7;
    assert_eq!(
        issue(&mut branch, "2026-02-09"),
        Err(vec![PackFault::BeforeLast(day("2026-02-10"))])
    );
    assert_eq!(issue(&mut branch, "2026-02-10"), Ok(2));
}

#[test]
fn a_standard_that_was_given_out_is_retired_in_its_words_and_another_is_deleted() {
    let mut branch = branch();
    draft(&mut branch).standards.truncate(2);
    issue(&mut branch, "2026-01-10").unwrap();
    draft(&mut branch)
        .standards
        .push(standard("moi", "Điều mới"));
    draft(&mut branch).standards[0].text = String::new();
    series(&mut branch).remove_standard(&item("noi-di-doi-voi-lam"));
    series(&mut branch).remove_standard(&item("moi"));
    let standards = &draft(&mut branch).standards;
    assert_eq!(standards.len(), 2);
    assert!(standards[0].retired);
    assert_eq!(standards[0].text, "Nói đi đôi với làm");
    assert!(!standards[1].retired);
}

#[test]
fn everything_in_the_way_is_told_at_once() {
    let mut branch = branch();
    issue(&mut branch, "2026-01-10").unwrap();
    let pack = draft(&mut branch);
    pack.standards[0].text = " ".to_owned();
    pack.topics = vec![topic("t", "", Quarter::Second, Quarter::First)];
    pack.topics[0].works = vec![Work {
        id: item("w"),
        title: String::new(),
        note: "Kỷ niệm".to_owned(),
    }];
    pack.scale = ["a", "b", "c"].map(|id| level(id, "Tốt")).into();
    pack.scale[1].name = " tốt".to_owned();
    pack.scale[2].name = String::new();
    pack.quotas = Quotas {
        member: 21,
        non_member: 1,
    };
    pack.meeting_day = 29;
    assert_eq!(
        issue(&mut branch, "2026-01-09").unwrap_err(),
        [
            PackFault::BeforeLast(day("2026-01-10")),
            PackFault::StandardWithoutText(item("noi-di-doi-voi-lam")),
            PackFault::TopicWithoutTitle(item("t")),
            PackFault::QuartersReversed(item("t")),
            PackFault::WorkWithoutTitle(item("w")),
            PackFault::LevelsAlike(item("b")),
            PackFault::LevelWithoutName(item("c")),
            PackFault::Quota(Standing::Member),
            PackFault::MeetingDay,
        ]
    );
}

#[test]
fn lists_are_as_long_as_a_file_takes_and_no_longer() {
    let mut branch = branch();
    let pack = draft(&mut branch);
    pack.standards = (0..=MAX_STANDARDS)
        .map(|number| standard(&format!("s{number}"), &format!("Điều {number}")))
        .collect();
    pack.standards[0].posts = (0..51).map(|number| format!("Vị trí {number}")).collect();
    pack.topics = (0..51)
        .map(|number| {
            topic(
                &format!("t{number}"),
                "Quý",
                Quarter::First,
                Quarter::Fourth,
            )
        })
        .collect();
    pack.topics[0].works = (0..51)
        .map(|number| Work {
            id: item(&format!("w{number}")),
            title: "Tác phẩm".to_owned(),
            note: String::new(),
        })
        .collect();
    pack.scale = vec![level("a", "Được")];
    assert_eq!(
        issue(&mut branch, "2026-01-10").unwrap_err(),
        [
            PackFault::TooManyStandards,
            PackFault::TooManyPosts(item("s0")),
            PackFault::TooManyTopics,
            PackFault::TooManyWorks(item("t0")),
            PackFault::TooFewLevels,
        ]
    );
    let pack = draft(&mut branch);
    pack.standards.pop();
    pack.standards[0].posts.pop();
    pack.topics.pop();
    pack.topics[0].works.pop();
    pack.scale = (0..11)
        .map(|number| level(&format!("l{number}"), &format!("Mức {number}")))
        .collect();
    assert_eq!(
        issue(&mut branch, "2026-01-10").unwrap_err(),
        [PackFault::TooManyLevels]
    );
    draft(&mut branch).scale.pop();
    assert_eq!(issue(&mut branch, "2026-01-10"), Ok(1));
}

fn level(id: &str, name: &str) -> Level {
    Level {
        id: item(id),
        name: name.to_owned(),
    }
}

fn advice(branch: &Branch) -> Vec<PackAdvice> {
    branch.pack_advice(YEAR)
}

/// With a topic in each quarter, so that only what a test is about is advised.
fn quiet() -> Branch {
    let mut branch = branch();
    draft(&mut branch).topics = vec![topic("t", "Cả năm", Quarter::First, Quarter::Fourth)];
    assert_eq!(advice(&branch), []);
    branch
}

#[test]
fn more_standards_than_people_remember_are_pointed_out_and_given_out_all_the_same() {
    let mut branch = quiet();
    draft(&mut branch)
        .standards
        .push(standard("thua", "Điều thứ mười một"));
    let count = MEMORABLE + 1;
    assert_eq!(advice(&branch), [PackAdvice::Many { count, post: None }]);
    assert_eq!(issue(&mut branch, "2026-01-10"), Ok(1));
}

#[test]
fn standards_for_different_posts_do_not_add_up_for_one_person() {
    let mut branch = quiet();
    let mut add = |id: &str, post: &str| {
        let mut one = standard(id, &format!("Điều {id}"));
        one.posts = vec![post.to_owned()];
        draft(&mut branch).standards.push(one);
    };
    for number in 0..=MEMORABLE {
        add(&format!("l{number}"), "Lái xe");
    }
    draft(&mut branch).standards.drain(..MEMORABLE);
    let mut one = standard("v", "Điều của văn thư");
    one.posts = vec!["Văn thư".to_owned()];
    draft(&mut branch).standards.push(one);
    let post = Some("Lái xe".to_owned());
    let count = MEMORABLE + 1;
    assert_eq!(advice(&branch), [PackAdvice::Many { count, post }]);
}

#[test]
fn a_long_standard_and_one_said_twice_are_pointed_out() {
    let mut branch = quiet();
    let standards = &mut draft(&mut branch).standards;
    standards.truncate(1);
    standards[0].text = "ế".repeat(SHORT);
    standards.push(standard("dai", &"ế".repeat(SHORT + 1)));
    standards.push(standard("mot", "Gắn bó với Nhân dân"));
    standards.push(standard("hai", "gắn bó  với nhân dân"));
    let wanted = [
        PackAdvice::Long(item("dai")),
        PackAdvice::Twice(item("hai")),
    ];
    assert_eq!(advice(&branch), wanted);
}

#[test]
fn a_quarter_may_lack_a_topic_and_that_is_only_said() {
    let mut branch = quiet();
    draft(&mut branch).topics = vec![topic("t", "Giữa năm", Quarter::Second, Quarter::Third)];
    assert_eq!(
        advice(&branch),
        [PackAdvice::NoTopic(vec![Quarter::First, Quarter::Fourth])]
    );
    assert_eq!(issue(&mut branch, "2026-01-10"), Ok(1));
}

#[test]
fn a_step_that_people_were_rated_by_does_not_vanish_silently() {
    let mut branch = quiet();
    issue(&mut branch, "2026-01-10").unwrap();
    draft(&mut branch).scale.pop();
    assert_eq!(advice(&branch), [PackAdvice::LevelGone("Kém".to_owned())]);
    assert_eq!(
        branch.pack_changes(YEAR),
        [PackChange::LevelRemoved(level("poor", "Kém"))]
    );
}

#[test]
fn classes_begin_as_the_usual_four_and_writing_on_them_changes_only_what_was_written() {
    let mut branch = quiet();
    issue(&mut branch, "2026-01-10").unwrap();
    let own = classification(draft(&mut branch));
    assert_eq!(own.classes.len(), 4);
    // Looked at and left alone, it says the same as none.
    assert_eq!(
        issue(&mut branch, "2026-02-10"),
        Err(vec![PackFault::Unchanged])
    );
    let own = classification(draft(&mut branch));
    own.classes[0].name = " Xuất sắc ".to_owned();
    own.classes.swap(1, 2);
    own.classes.push(level("moi", "Chưa xếp loại"));
    own.points = Some(USUAL_POINTS);
    let usual = |index: usize| starter_pack(YEAR).classes().swap_remove(index);
    let gone = classification(draft(&mut branch)).classes.remove(3);
    assert_eq!(gone, usual(3));
    assert_eq!(
        branch.pack_changes(YEAR),
        [
            PackChange::ClassRenamed {
                before: usual(0),
                after: level("excellent", "Xuất sắc"),
            },
            PackChange::ClassAdded(level("moi", "Chưa xếp loại")),
            PackChange::ClassRemoved(usual(3)),
            PackChange::ClassesReordered,
            PackChange::Points {
                before: None,
                after: Some(USUAL_POINTS),
            },
        ]
    );
    assert_eq!(
        advice(&branch),
        [PackAdvice::ClassGone(
            "Không hoàn thành nhiệm vụ".to_owned()
        )]
    );
    assert_eq!(issue(&mut branch, "2026-02-10"), Ok(2));
    // Next year's begins with it.
    branch.begin_pack(2027, DocumentId::new([5; 16]), Beginning::Before);
    let begun = branch.year(2027).unwrap().pack().unwrap().clone();
    assert_eq!(begun.most_points(), Some(USUAL_POINTS));
    assert_eq!(begun.classes().len(), 4);
}

#[test]
fn classes_and_points_that_nobody_could_use_are_not_given_out() {
    let mut branch = quiet();
    let own = classification(draft(&mut branch));
    own.classes = vec![level("a", "Tốt"), level("b", " "), level("c", "tốt ")];
    own.points = Some(Points {
        general: 0,
        tasks: 70,
    });
    assert_eq!(
        issue(&mut branch, "2026-01-10").unwrap_err(),
        [
            PackFault::ClassWithoutName(item("b")),
            PackFault::ClassesAlike(item("c")),
            PackFault::Points,
        ]
    );
    classification(draft(&mut branch)).classes.truncate(1);
    classification(draft(&mut branch)).points = Some(Points {
        general: 20,
        tasks: 70,
    });
    assert_eq!(
        issue(&mut branch, "2026-01-10").unwrap_err(),
        [PackFault::TooFewClasses]
    );
    let many = (0..11).map(|number| level(&format!("l{number}"), &format!("Mức {number}")));
    classification(draft(&mut branch)).classes = many.collect();
    assert_eq!(
        issue(&mut branch, "2026-01-10").unwrap_err(),
        [PackFault::TooManyClasses]
    );
    classification(draft(&mut branch)).classes.pop();
    // Another sum than 100 is said, and the unit's own business.
    assert_eq!(advice(&branch), [PackAdvice::PointsOff(90)]);
    assert_eq!(issue(&mut branch, "2026-01-10"), Ok(1));
}

#[test]
fn a_pack_without_standards_is_pointed_out() {
    let mut branch = quiet();
    draft(&mut branch).standards.clear();
    assert_eq!(advice(&branch), [PackAdvice::NoStandards]);
}

#[test]
fn the_difference_is_told_item_by_item() {
    let mut branch = quiet();
    issue(&mut branch, "2026-01-10").unwrap();
    branch.name = "Chi bộ 3".to_owned();
    let before = draft(&mut branch).clone();
    let pack = draft(&mut branch);
    pack.theme = "Trung thực, trách nhiệm".to_owned();
    pack.standards.push(standard("moi", "Đoàn kết"));
    pack.standards[1].text = "Làm đến nơi đến chốn".to_owned();
    pack.standards[2].conduct = Conduct::MustAvoid;
    pack.standards[3].posts = vec!["Văn thư".to_owned()];
    pack.topics[0].title = "Đổi tên".to_owned();
    pack.topics[0].to = Quarter::Second;
    let work = Work {
        id: item("w"),
        title: "Đường cách mệnh".to_owned(),
        note: String::new(),
    };
    pack.topics[0].works.push(work.clone());
    pack.quotas.non_member = 2;
    pack.scale[0].name = "Rất tốt".to_owned();
    pack.meeting_day = 8;
    let after = pack.clone();
    series(&mut branch).remove_standard(&item("noi-di-doi-voi-lam"));
    let words = |of, before: &str, after: &str| PackChange::Words {
        of,
        before: before.to_owned(),
        after: after.to_owned(),
    };
    let topics = || (before.topics[0].clone(), after.topics[0].clone());
    let standards = |index: usize| {
        (
            before.standards[index].clone(),
            after.standards[index].clone(),
        )
    };
    let expected = [
        words(Words::Branch, "Chi bộ 2", "Chi bộ 3"),
        words(Words::Theme, "", "Trung thực, trách nhiệm"),
        {
            let (before, after) = standards(1);
            PackChange::StandardReworded { before, after }
        },
        PackChange::StandardMoved(after.standards[2].clone()),
        {
            let (before, after) = standards(3);
            PackChange::StandardPosts { before, after }
        },
        PackChange::StandardAdded(standard("moi", "Đoàn kết")),
        PackChange::StandardRetired(before.standards[0].clone()),
        {
            let (before, after) = topics();
            PackChange::TopicRetitled { before, after }
        },
        {
            let (before, after) = topics();
            PackChange::TopicMoved { before, after }
        },
        PackChange::WorkAdded {
            topic: after.topics[0].clone(),
            work,
        },
        PackChange::Quota {
            standing: Standing::NonMember,
            before: 1,
            after: 2,
        },
        PackChange::LevelRenamed {
            before: before.scale[0].clone(),
            after: after.scale[0].clone(),
        },
        PackChange::MeetingDay {
            before: 5,
            after: 8,
        },
    ];
    assert_eq!(branch.pack_changes(YEAR), expected);
}

#[test]
fn moving_a_standard_passes_the_other_kind_and_what_is_out_of_use() {
    let mut pack = starter_pack(YEAR);
    pack.standards = vec![standard("a", "A"), standard("x", "X"), standard("b", "B")];
    pack.standards[1].retired = true;
    let mut avoid = standard("y", "Y");
    avoid.conduct = Conduct::MustAvoid;
    pack.standards.insert(2, avoid);
    let before = pack.clone();
    let shown = |pack: &StandardsPack| -> Vec<String> {
        let shown = pack.standards_for(None);
        let shown = shown.filter(|one| one.conduct == Conduct::MustDo);
        shown.map(|one| one.id.to_string()).collect()
    };
    move_standard(&mut pack, &item("b"), true);
    assert_eq!(shown(&pack), ["b", "a"]);
    assert_eq!(
        pack_changes(&before, &pack),
        [PackChange::StandardsReordered(Conduct::MustDo)]
    );
    move_standard(&mut pack, &item("b"), true);
    assert_eq!(shown(&pack), ["b", "a"]);
    move_standard(&mut pack, &item("b"), false);
    assert_eq!(shown(&pack), ["a", "b"]);
    assert_eq!(pack_changes(&before, &pack), []);
}

#[test]
fn posts_typed_in_a_line_are_told_apart() {
    let typed = "Văn thư, Một cửa,, văn thư ,Văn thư";
    assert_eq!(
        tidy_posts(typed.split(',')),
        ["Văn thư", "Một cửa", "văn thư"]
    );
}

#[test]
fn months_rated_by_the_first_version_keep_it_when_a_member_takes_the_second() {
    let mut branch = quiet();
    let mut handbook = handbook();
    issue(&mut branch, "2026-01-10").unwrap();
    let take = |branch: &mut Branch, handbook: &mut so_tay::domain::Handbook| {
        let series = series(branch);
        let file = Envelope {
            document_id: series.document_id.clone(),
            revision: u32::try_from(series.issued.len()).unwrap(),
            exported_at: "2026-06-01T08:00:00+07:00".to_owned(),
            app_version: "0.1.0".to_owned(),
            payload: series.issued.last().unwrap().pack.clone(),
        };
        let Ok(Opened::Pack(file)) = open(write_pack(&file, &nfc).as_bytes(), &nfc) else {
            panic!("the pack's file opens");
        };
        let version = PackVersion::Issued {
            document_id: file.document_id,
            revision: file.revision,
        };
        assert_eq!(handbook.take_pack(version, file.payload), Ok(()));
    };
    take(&mut branch, &mut handbook);
    let gone = item("tiet-kiem");
    let january = handbook.rating_mut(month("2026-01"));
    january.standards.insert(gone.clone(), Keeping::Kept);
    handbook.complete_month(month("2026-01"), day("2026-02-01"));
    series(&mut branch).remove_standard(&gone);
    draft(&mut branch).scale.pop();
    issue(&mut branch, "2026-06-01").unwrap();
    take(&mut branch, &mut handbook);

    let old = handbook.pack_for(month("2026-01"));
    assert_eq!(*old, series(&mut branch).issued[0].pack);
    let to_rate = |month| handbook.standards_to_rate(month);
    let has = |list: Vec<Standard>| list.iter().any(|one| one.id == gone);
    assert!(has(to_rate(month("2026-01"))));
    assert!(!has(to_rate(month("2026-06"))));
    assert_eq!(handbook.pack.pack.scale.len(), 3);
    assert_eq!(old.scale.len(), 4);
}

/// What a reader of a pack sees.
fn seen(pack: &StandardsPack) -> StandardsPack {
    let mut seen = pack.clone();
    seen.issued_on = None;
    let of = |conduct| {
        let shown = pack.standards_for(None);
        shown.filter(move |one| one.conduct == conduct).cloned()
    };
    seen.standards = of(Conduct::MustDo).chain(of(Conduct::MustAvoid)).collect();
    seen.topics.sort_by(|one, other| one.id.cmp(&other.id));
    for topic in &mut seen.topics {
        topic.works.sort_by(|one, other| one.id.cmp(&other.id));
    }
    seen
}

proptest! {
    #[test]
    fn a_version_does_not_differ_from_itself(pack in any_pack()) {
        prop_assert_eq!(pack_changes(&pack, &pack), []);
    }

    #[test]
    fn versions_without_a_difference_read_the_same((one, other) in two_alike()) {
        let same = pack_changes(&one, &other).is_empty();
        prop_assert_eq!(same, seen(&one) == seen(&other));
    }

    #[test]
    fn what_was_given_out_differs_no_more_and_opens_as_a_file(pack in pack(YEAR)) {
        let mut branch = branch();
        *draft(&mut branch) = pack;
        if issue(&mut branch, "2026-01-10").is_ok() {
            prop_assert_eq!(branch.pack_changes(YEAR), []);
            let issued = series(&mut branch).issued[0].pack.clone();
            let file = Envelope {
                document_id: DocumentId::new([4; 16]),
                revision: 1,
                exported_at: "2026-01-10T08:00:00+07:00".to_owned(),
                app_version: "0.1.0".to_owned(),
                payload: issued,
            };
            let opened = open(write_pack(&file, &nfc).as_bytes(), &nfc);
            prop_assert_eq!(opened, Ok(Opened::Pack(file)));
        }
    }

    #[test]
    fn taking_a_standard_away_never_loses_one_that_was_given_out(
        pack in pack(YEAR),
        away in proptest::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let mut branch = branch();
        *draft(&mut branch) = pack;
        branch.year_mut(YEAR).packs.as_mut().unwrap().draft.scale =
            starter_pack(YEAR).scale;
        let given = issue(&mut branch, "2026-01-10").is_ok();
        for index in away {
            let ids: Vec<_> = draft(&mut branch).standards.iter().map(|s| s.id.clone()).collect();
            if !ids.is_empty() {
                series(&mut branch).remove_standard(index.get(&ids));
            }
        }
        let pack = branch.pack_to_issue(YEAR).unwrap();
        if given {
            for standard in &series(&mut branch).issued[0].pack.standards {
                prop_assert!(pack.standards.iter().any(|one| one.id == standard.id));
            }
        }
    }
}

/// A pack, and one that differs from it in a place or in none.
fn two_alike() -> impl Strategy<Value = (StandardsPack, StandardsPack)> {
    (pack(YEAR), pack(YEAR), 0..8_u8).prop_map(|(one, other, place)| {
        let mut changed = one.clone();
        match place {
            0 => changed.theme = other.theme,
            1 => changed.standards = other.standards,
            2 => changed.standards.reverse(),
            3 => changed.topics = other.topics,
            4 => changed.scale.reverse(),
            5 => changed.headings = other.headings,
            6 => changed.quotas = other.quotas,
            _ => changed.issued_on = other.issued_on,
        }
        (one, changed)
    })
}
