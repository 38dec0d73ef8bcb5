use so_tay::domain::handbook::PackRefusal;
use so_tay::domain::pack::{Quotas, Standard, Topic, usual_scale};
use so_tay::domain::starter::{SUGGESTIONS, starter_pack};
use so_tay::domain::{
    Conduct, DocumentId, Handbook, Keeping, PackVersion, Quarter, StandardsPack, Standing,
    YearMonth,
};

use crate::{commitment, day, handbook, issued, item, month, shortcoming};

fn standard(id: &str, posts: &[&str]) -> Standard {
    Standard {
        id: item(id),
        conduct: Conduct::MustDo,
        text: format!("Chuẩn mực {id}"),
        posts: posts.iter().map(|post| (*post).to_owned()).collect(),
        retired: false,
    }
}

fn pack_of(standards: Vec<Standard>) -> StandardsPack {
    StandardsPack {
        branch: "Chi bộ 5".to_owned(),
        standards,
        ..starter_pack(2026)
    }
}

/// For everyone, for reception, for drivers, and one out of use.
fn pack_with_posts() -> StandardsPack {
    let mut retired = standard("cu", &["Tạp vụ"]);
    retired.retired = true;
    pack_of(vec![
        standard("chung", &[]),
        standard("mot-cua", &["Một cửa", "Lái xe"]),
        standard("lai-xe", &["Lái xe"]),
        retired,
    ])
}

fn ids<'a>(standards: impl IntoIterator<Item = &'a Standard>) -> Vec<&'a str> {
    standards
        .into_iter()
        .map(|standard| standard.id.as_str())
        .collect()
}

fn take(handbook: &mut Handbook, version: PackVersion, pack: &StandardsPack) {
    assert_eq!(handbook.take_pack(version, pack.clone()), Ok(()));
}

#[test]
fn members_are_asked_for_two_commitments_and_others_for_one() {
    let mut handbook = handbook();
    assert_eq!(handbook.quota(), 2);
    handbook.profile.standing = Standing::NonMember;
    assert_eq!(handbook.quota(), 1);
}

#[test]
fn a_pack_may_ask_for_other_numbers() {
    let mut handbook = handbook();
    handbook.pack.pack.quotas = Quotas {
        member: 3,
        non_member: 0,
    };
    assert_eq!(handbook.quota(), 3);
    handbook.profile.standing = Standing::NonMember;
    assert_eq!(handbook.quota(), 0);
}

#[test]
fn a_pack_file_that_is_silent_gets_the_usual_quotas_scale_and_meeting_day() {
    let pack: StandardsPack = serde_json::from_str(r#"{"year":2026}"#).unwrap();
    assert_eq!(
        pack.quotas,
        Quotas {
            member: 2,
            non_member: 1
        }
    );
    assert_eq!(pack.scale, usual_scale());
    assert_eq!(pack.meeting_day, 5);
}

#[test]
fn a_person_sees_the_standards_for_everyone_and_those_for_their_post() {
    let pack = pack_with_posts();
    assert_eq!(
        ids(pack.standards_for(Some("Một cửa"))),
        ["chung", "mot-cua"]
    );
    assert_eq!(
        ids(pack.standards_for(Some("Lái xe"))),
        ["chung", "mot-cua", "lai-xe"]
    );
}

#[test]
fn a_person_without_a_post_sees_all_standards_in_use() {
    assert_eq!(
        ids(pack_with_posts().standards_for(None)),
        ["chung", "mot-cua", "lai-xe"]
    );
}

#[test]
fn a_post_is_offered_once_and_only_while_a_standard_in_use_names_it() {
    assert_eq!(pack_with_posts().posts(), ["Một cửa", "Lái xe"]);
}

#[test]
fn a_person_whose_post_the_pack_does_not_know_rates_all_standards() {
    let mut handbook = handbook();
    take(&mut handbook, issued(1, 1), &pack_with_posts());
    handbook.profile.post = Some("Tạp vụ".to_owned());
    assert_eq!(
        ids(&handbook.standards_to_rate(month("2026-03"))),
        ["chung", "mot-cua", "lai-xe"]
    );
    handbook.profile.post = Some("Một cửa".to_owned());
    assert_eq!(
        ids(&handbook.standards_to_rate(month("2026-03"))),
        ["chung", "mot-cua"]
    );
}

#[test]
fn a_standard_that_a_month_was_rated_by_stays_in_that_month() {
    let mut handbook = handbook();
    take(&mut handbook, issued(1, 1), &pack_with_posts());
    handbook.profile.post = Some("Một cửa".to_owned());
    for id in ["cu", "lai-xe"] {
        handbook
            .rating_mut(month("2026-03"))
            .standards
            .insert(item(id), Keeping::Kept);
    }
    assert_eq!(
        ids(&handbook.standards_to_rate(month("2026-03"))),
        ["chung", "mot-cua", "lai-xe", "cu"]
    );
    assert_eq!(
        ids(&handbook.standards_to_rate(month("2026-04"))),
        ["chung", "mot-cua"]
    );
}

#[test]
fn a_topic_covers_its_quarters_and_no_other() {
    let topic = |from, to| Topic {
        id: item("chuyen-de"),
        title: String::new(),
        from,
        to,
        works: vec![],
    };
    let quarters = |topic: &Topic| Quarter::ALL.map(|quarter| topic.covers(quarter));
    let middle = topic(Quarter::Second, Quarter::Third);
    assert_eq!(quarters(&middle), [false, true, true, false]);
    assert_eq!(middle.quarters(), "Quý II–III");
    let first = topic(Quarter::First, Quarter::First);
    assert_eq!(quarters(&first), [true, false, false, false]);
    assert_eq!(first.quarters(), "Quý I");
    assert_eq!(quarters(&topic(Quarter::First, Quarter::Fourth)), [true; 4]);
}

#[test]
fn a_quarter_may_have_several_topics_or_none() {
    let topic = |id: &str, from, to| Topic {
        id: item(id),
        title: String::new(),
        from,
        to,
        works: vec![],
    };
    let mut pack = pack_of(vec![]);
    pack.topics = vec![
        topic("a", Quarter::First, Quarter::First),
        topic("b", Quarter::Second, Quarter::Third),
        topic("c", Quarter::Third, Quarter::Third),
    ];
    let in_month = |text| {
        pack.topics_in(month(text))
            .map(|topic| topic.id.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(in_month("2026-03"), ["a"]);
    assert_eq!(in_month("2026-04"), ["b"]);
    assert_eq!(in_month("2026-09"), ["b", "c"]);
    assert!(in_month("2026-10").is_empty());
}

#[test]
fn a_level_is_found_by_its_name_in_files() {
    let pack = starter_pack(2026);
    assert_eq!(pack.level(&item("good")).unwrap().name, "Tốt");
    assert_eq!(pack.level(&item("tot")), None);
}

#[test]
fn the_starter_set_has_both_kinds_of_conduct_and_no_name_twice() {
    let pack = starter_pack(2026);
    for conduct in Conduct::ALL {
        assert!(
            pack.standards
                .iter()
                .any(|standard| standard.conduct == conduct)
        );
    }
    let mut names = ids(&pack.standards);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), pack.standards.len());
    assert!(SUGGESTIONS.iter().all(|text| !text.is_empty()));
}

#[test]
fn a_first_pack_and_a_newer_one_are_taken() {
    let mut handbook = handbook();
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    take(
        &mut handbook,
        issued(1, 3),
        &pack_of(vec![standard("b", &[])]),
    );
    assert_eq!(handbook.pack.version, issued(1, 3));
    assert_eq!(ids(&handbook.pack.pack.standards), ["b"]);
}

#[test]
fn the_same_and_an_older_pack_are_refused_and_change_nothing() {
    let mut handbook = handbook();
    take(
        &mut handbook,
        issued(1, 3),
        &pack_of(vec![standard("a", &[])]),
    );
    let before = handbook.clone();
    let other = pack_of(vec![standard("b", &[])]);
    assert_eq!(
        handbook.take_pack(issued(1, 3), other.clone()),
        Err(PackRefusal::AlreadyHeld)
    );
    assert_eq!(
        handbook.take_pack(issued(1, 2), other),
        Err(PackRefusal::OlderThanHeld)
    );
    assert_eq!(handbook, before);
}

#[test]
fn a_pack_of_another_year_is_refused_and_changes_nothing() {
    let mut handbook = handbook();
    let before = handbook.clone();
    let last_year = StandardsPack {
        year: 2025,
        ..pack_of(vec![])
    };
    assert_eq!(
        handbook.take_pack(issued(1, 1), last_year),
        Err(PackRefusal::OtherYear(2025))
    );
    assert_eq!(handbook, before);
}

#[test]
fn another_branch_counts_its_revisions_for_itself() {
    let mut handbook = handbook();
    take(&mut handbook, issued(1, 9), &pack_of(vec![]));
    take(&mut handbook, issued(2, 1), &pack_of(vec![]));
    assert_eq!(handbook.pack.version, issued(2, 1));
}

#[test]
fn a_pack_fills_in_the_branch_only_where_there_is_none() {
    let mut handbook = handbook();
    take(&mut handbook, issued(1, 1), &pack_of(vec![]));
    assert_eq!(handbook.profile.branch, "Chi bộ 2");
    handbook.profile.branch.clear();
    take(&mut handbook, issued(1, 2), &pack_of(vec![]));
    assert_eq!(handbook.profile.branch, "Chi bộ 5");
}

#[test]
fn a_month_keeps_the_pack_it_was_begun_with() {
    let mut handbook = handbook();
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    handbook
        .rating_mut(month("2026-03"))
        .standards
        .insert(item("a"), Keeping::Kept);
    take(
        &mut handbook,
        issued(1, 2),
        &pack_of(vec![standard("b", &[])]),
    );
    handbook.rating_mut(month("2026-03")).branch_note = "thêm".to_owned();
    assert_eq!(ids(&handbook.standards_to_rate(month("2026-03"))), ["a"]);
    assert_eq!(ids(&handbook.standards_to_rate(month("2026-04"))), ["b"]);
    assert_eq!(handbook.rating_mut(month("2026-04")).pack, issued(1, 2));
}

#[test]
fn a_month_that_was_only_opened_takes_the_newer_pack() {
    let mut handbook = handbook();
    let _ = handbook.rating_mut(month("2026-03"));
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    assert_eq!(ids(&handbook.standards_to_rate(month("2026-03"))), ["a"]);
    assert_eq!(handbook.rating_mut(month("2026-03")).pack, issued(1, 1));
    assert!(handbook.earlier_packs.is_empty());
}

#[test]
fn an_earlier_pack_is_kept_while_a_month_a_commitment_or_a_shortcoming_needs_it() {
    type Refer = fn(&mut Handbook);
    let refers: [(&str, Refer); 4] = [
        ("month", |handbook| {
            handbook.rating_mut(month("2026-03")).branch_note.push('x')
        }),
        ("draft", |handbook| {
            let mut serving = commitment("viec-1");
            serving.standard = Some(item("a"));
            handbook.pledge.draft.push(serving);
        }),
        ("submitted", |handbook| {
            let mut serving = commitment("viec-1");
            serving.standard = Some(item("a"));
            handbook.pledge.draft.push(serving);
            assert!(handbook.pledge.submit(day("2026-01-20")));
            handbook.pledge.draft.clear();
        }),
        ("shortcoming", |handbook| {
            let mut slip = shortcoming("han-che", None);
            slip.standard = Some(item("a"));
            handbook.shortcomings.push(slip);
        }),
    ];
    for (what, refer) in refers {
        let mut handbook = handbook();
        take(
            &mut handbook,
            issued(1, 1),
            &pack_of(vec![standard("a", &[])]),
        );
        refer(&mut handbook);
        take(
            &mut handbook,
            issued(1, 2),
            &pack_of(vec![standard("b", &[])]),
        );
        take(
            &mut handbook,
            issued(1, 3),
            &pack_of(vec![standard("c", &[])]),
        );
        let kept: Vec<_> = handbook
            .earlier_packs
            .iter()
            .map(|held| held.version.clone())
            .collect();
        assert_eq!(kept, [issued(1, 1)], "{what}");
        assert_eq!(
            handbook.standard(&item("a")).unwrap().text,
            "Chuẩn mực a",
            "{what}"
        );
    }
}

#[test]
fn an_earlier_pack_that_nothing_points_into_is_dropped() {
    let mut handbook = handbook();
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    take(
        &mut handbook,
        issued(1, 2),
        &pack_of(vec![standard("b", &[])]),
    );
    assert!(handbook.earlier_packs.is_empty());
}

#[test]
fn a_pack_is_held_once_even_when_it_comes_back() {
    let mut handbook = handbook();
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    handbook.rating_mut(month("2026-03")).branch_note.push('x');
    take(
        &mut handbook,
        issued(2, 1),
        &pack_of(vec![standard("b", &[])]),
    );
    handbook.rating_mut(month("2026-04")).branch_note.push('x');
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    let earlier: Vec<_> = handbook
        .earlier_packs
        .iter()
        .map(|held| held.version.clone())
        .collect();
    assert_eq!(earlier, [issued(2, 1)]);
    assert_eq!(ids(&handbook.pack_for(month("2026-03")).standards), ["a"]);
    assert_eq!(ids(&handbook.pack_for(month("2026-04")).standards), ["b"]);
}

#[test]
fn an_own_set_that_replaces_an_own_set_leaves_only_itself() {
    let mut handbook = handbook();
    handbook.rating_mut(month("2026-03")).branch_note.push('x');
    take(
        &mut handbook,
        PackVersion::Own,
        &pack_of(vec![standard("a", &[])]),
    );
    assert!(handbook.earlier_packs.is_empty());
    assert_eq!(ids(&handbook.pack_for(month("2026-03")).standards), ["a"]);
}

#[test]
fn the_pack_in_force_speaks_first_about_a_standard() {
    let mut handbook = handbook();
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    handbook.rating_mut(month("2026-03")).branch_note.push('x');
    let mut reworded = standard("a", &[]);
    reworded.text = "Câu mới".to_owned();
    take(&mut handbook, issued(1, 2), &pack_of(vec![reworded]));
    assert_eq!(handbook.standard(&item("a")).unwrap().text, "Câu mới");
    assert_eq!(
        handbook.pack_for(month("2026-03")).standards[0].text,
        "Chuẩn mực a"
    );
    assert_eq!(handbook.standard(&item("khong-co")), None);
}

#[test]
fn a_new_year_begins_with_the_same_person_and_nothing_written() {
    let mut handbook = crate::handbook_in_november();
    handbook.shortcomings.push(shortcoming("han-che", None));
    let next = handbook.begin_next(DocumentId::new([8; 16]), 2027, day("2027-01-03"));
    assert_eq!((next.year, next.begun_on), (2027, day("2027-01-03")));
    assert_eq!(next.profile, handbook.profile);
    assert!(next.months.is_empty() && next.shortcomings.is_empty() && next.parts().is_empty());
    assert!(next.pledge.draft.is_empty());
    assert_eq!(next.months_of_year().next(), YearMonth::new(2027, 1));
}

#[test]
fn own_standards_go_along_into_a_new_year_without_those_out_of_use() {
    let mut handbook = handbook();
    let mut retired = standard("cu", &[]);
    retired.retired = true;
    handbook.pack.pack = pack_of(vec![standard("a", &[]), retired]);
    handbook.pack.pack.theme = "Chuyên đề 2026".to_owned();
    let next = handbook.begin_next(DocumentId::new([8; 16]), 2027, day("2027-01-03"));
    assert_eq!(ids(&next.pack.pack.standards), ["a"]);
    assert_eq!(
        (next.pack.pack.year, next.pack.pack.theme.as_str()),
        (2027, "")
    );
}

#[test]
fn the_pack_of_a_branch_is_for_its_year_only() {
    let mut handbook = handbook();
    take(
        &mut handbook,
        issued(1, 1),
        &pack_of(vec![standard("a", &[])]),
    );
    let next = handbook.begin_next(DocumentId::new([8; 16]), 2027, day("2027-01-03"));
    assert_eq!(next.pack.version, PackVersion::Own);
    assert_eq!(next.pack.pack, starter_pack(2027));
}
