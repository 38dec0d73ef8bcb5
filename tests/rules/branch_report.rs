//! The branch's report: S0's sentences letter by letter, words that stay when numbers change, sums that
//! are checked before they are printed.

use so_tay::domain::branch::registration::GroupCount;
use so_tay::domain::branch::report_check::check;
use so_tay::domain::branch::report_words::{Material, change, counted, sections, share};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{
    Award, Branch, BranchReport, Commendation, CommendationLevel, Dossier, ReportPart, Stated,
    Wording,
};
use so_tay::domain::{Day, DocumentId, Review};

use crate::branch_registration::{branch_of, figures};
use crate::{day, item};

fn of<'a>(branch: &'a Branch, dossiers: &'a [Dossier], year: i32, today: Day) -> Material<'a> {
    Material {
        branch,
        year,
        review: Review::FullYear,
        dossiers,
        before: &[],
        today,
    }
}

/// A branch that has kept nothing yet.
fn blank() -> Branch {
    Branch::begin(DocumentId::new([0xb0; 16]), "Chi bộ 2".to_owned())
}

/// From the bytes of the hand-overs, by the roster: the words of the report of S0.
#[test]
fn s0_s_two_years_end_as_reports_in_its_own_words() {
    let said = [
        (
            Wording::GroupFirst,
            "Năm 2012: Có 64/68 đảng viên, quần chúng đăng ký trong đó đảng viên 37/38 đã đăng ký bằng 02 việc; 27/30 quần chúng đã đăng ký bằng 01 việc.",
        ),
        (
            Wording::NumberFirst,
            "Năm 2013: Có 63/65 đảng viên, quần chúng đăng ký trong đó 39/40 đảng viên đã đăng ký bằng 02 việc, 24/25 quần chúng đã đăng ký bằng 01 việc.",
        ),
    ];
    let figures = figures();
    assert_eq!(figures.len(), said.len());
    for (figure, (wording, sentence)) in figures.iter().zip(said) {
        let (branch, dossiers) = branch_of(figure);
        let on = Day::new(figure.year + 1, 1, 10).expect("a day");
        let material = of(&branch, &dossiers, figure.year, on);
        let report = BranchReport {
            number: "183 /BC-ĐU".to_owned(),
            on: Some(on),
            wording,
            ..BranchReport::default()
        };
        let registration = &sections(&material, &report)[1];
        assert_eq!(registration.part, ReportPart::Registration);
        assert_eq!(registration.text, sentence);
        assert_eq!(check(&material, &report), []);
    }
}

#[test]
fn a_section_keeps_its_words_when_the_numbers_change_and_says_so() {
    let part = ReportPart::Shortcomings;
    let mut report = BranchReport::default();
    report.write(part, "Lời của chi bộ".to_owned(), "Ghi nhận 2");
    let section = report.section(part, "Ghi nhận 2".to_owned());
    assert!(section.is_own && !section.changed);
    let section = report.section(part, "Ghi nhận 3".to_owned());
    assert_eq!(section.text, "Lời của chi bộ");
    assert!(section.changed);
    // Writing on does not mean that the new numbers were looked at.
    report.write(part, "Lời khác".to_owned(), "Ghi nhận 3");
    assert!(report.section(part, "Ghi nhận 3".to_owned()).changed);
    report.looked_at(part, "Ghi nhận 3");
    let section = report.section(part, "Ghi nhận 3".to_owned());
    assert_eq!(
        (section.text.as_str(), section.changed),
        ("Lời khác", false)
    );
    // Back to the numbers' words: it follows them again, and nothing is kept.
    report.write(part, "Ghi nhận 3".to_owned(), "Ghi nhận 3");
    assert_eq!(report, BranchReport::default());
}

#[test]
fn shares_are_printed_as_in_s1_and_changes_are_those_of_the_paper() {
    let of = |registered, of| GroupCount { registered, of };
    assert_eq!(share(of(40, 45)), "88,9 %");
    assert_eq!(share(of(240, 260)), "92,3 %");
    assert_eq!(share(of(9_083, 10_000)), "90,83 %");
    assert_eq!(share(of(7, 7)), "100 %");
    assert_eq!(share(of(0, 7)), "0 %");
    let change = |now, before| change(of(now, 10_000), of(before, 10_000));
    assert_eq!(change(9_083, 8_644), ", tăng 4,39 điểm phần trăm");
    assert_eq!(change(8_644, 9_083), ", giảm 4,39 điểm phần trăm");
    assert_eq!(change(8_644, 8_644), ", không đổi");
}

/// S1's list of 1 + 3 + 51 collectives, and its total of 54.
fn s1() -> Branch {
    let mut branch = blank();
    let year = branch.year_mut(2015);
    let listed = [
        (CommendationLevel::Central, 1, 0),
        (CommendationLevel::Province, 3, 6),
        (CommendationLevel::District, 51, 67),
    ];
    for (level, collectives, people) in listed {
        for award in [Award::Collectives(collectives), Award::People(people)] {
            year.commendations.push(Commendation {
                id: item(&format!("k{}", year.commendations.len())),
                level,
                award,
                on: None,
                merit: String::new(),
            });
        }
    }
    branch
}

#[test]
fn a_total_that_is_not_the_sum_of_the_list_is_pointed_out() {
    let mut branch = s1();
    let today = day("2015-12-31");
    let mut report = BranchReport {
        number: "12-BC/CB".to_owned(),
        on: Some(today),
        ..BranchReport::default()
    };
    let part = ReportPart::Commendations;
    let right = counted(&of(&branch, &[], 2015, today), &report, part);
    assert_eq!(
        right,
        "Biểu dương, khen thưởng 55 tập thể, 73 cá nhân; gồm: cấp trung ương 1 tập thể; cấp tỉnh 3 tập thể, 6 cá nhân; cấp huyện, quận 51 tập thể, 67 cá nhân."
    );
    assert_eq!(check(&of(&branch, &[], 2015, today), &report), []);
    // In the secretary's own words.
    report.write(part, right.replace("55 tập thể", "54 tập thể"), &right);
    assert_eq!(
        check(&of(&branch, &[], 2015, today), &report),
        [(
            Some(part),
            "Ghi 54 tập thể nhưng cộng lại được 1 + 3 + 51 = 55.".to_owned()
        )]
    );
    // As a total that was stated beside the list.
    report.write(part, right.clone(), &right);
    branch.year_mut(2015).stated = Stated {
        collectives: Some(54),
        people: Some(73),
    };
    let found = check(&of(&branch, &[], 2015, today), &report);
    assert_eq!(found.len(), 1);
    assert!(found[0].1.contains("1 + 3 + 51 = 55"), "{found:?}");
}

#[test]
fn groups_that_do_not_add_up_and_impossible_shares_are_pointed_out() {
    let branch = blank();
    let part = ReportPart::Registration;
    let found = |text: &str| {
        let mut report = BranchReport {
            number: "1".to_owned(),
            on: Some(day("2012-12-31")),
            ..BranchReport::default()
        };
        let material = of(&branch, &[], 2012, day("2012-12-31"));
        let numbers = counted(&material, &report, part);
        report.write(part, text.to_owned(), &numbers);
        let found = check(&material, &report).into_iter();
        found.map(|(_, words)| words).collect::<Vec<_>>()
    };
    assert_eq!(
        found("Quý I/2012 có 64/68, đảng viên 37/38; 27/30."),
        [""; 0]
    );
    assert_eq!(
        found("Có 65/68, đảng viên 37/38; 27/30."),
        ["Ghi 65 số đã đăng ký nhưng cộng lại được 37 + 27 = 64."]
    );
    assert_eq!(
        found("Có 38/37 đảng viên."),
        ["Ghi 38/37: số đạt lớn hơn tổng số."]
    );
}

#[test]
fn a_report_without_number_and_day_is_pointed_out() {
    let branch = blank();
    let material = of(&branch, &[], 2026, day("2026-12-31"));
    let found = check(&material, &BranchReport::default());
    assert_eq!(
        found,
        [
            (None, "Chưa ghi số báo cáo.".to_owned()),
            (None, "Chưa ghi ngày báo cáo.".to_owned())
        ]
    );
}

#[test]
fn the_six_months_hold_nothing_of_what_came_later() {
    let today = day("2026-11-22");
    let (branch, dossiers) = sample_branch(today);
    let whole = of(&branch, &dossiers, 2026, today);
    let half = Material {
        review: Review::HalfYear,
        ..whole
    };
    let last = day("2026-06-30");
    let later = |one: &&Commendation| one.on.is_none_or(|on| on > last);
    assert_eq!(half.commended().iter().filter(later).count(), 0);
    assert!(half.commended().len() < whole.commended().len());
    let report = BranchReport::default();
    // The total that the sample's year states, off by one, is no total of six months.
    let off = |material: &Material| {
        let found = check(material, &report).into_iter();
        found.filter(|(part, _)| part.is_some()).count()
    };
    assert_eq!((off(&whole), off(&half)), (1, 0));
    let topics = |material: &Material| counted(material, &report, ReportPart::Topics);
    assert!(topics(&half).contains("Quý II"));
    assert!(!topics(&half).contains("IV"), "{}", topics(&half));
    for section in sections(&whole, &report) {
        let alone = [
            ReportPart::Weaknesses,
            ReportPart::Plans,
            ReportPart::Compared,
            ReportPart::Classes,
        ];
        assert!(
            alone.contains(&section.part) || !section.text.is_empty(),
            "{section:?}"
        );
    }
}

#[test]
fn a_year_is_compared_with_the_one_before() {
    let figures = figures();
    let (mut branch, now) = branch_of(&figures[1]);
    let (earlier, before) = branch_of(&figures[0]);
    let packs = earlier.year(2012).and_then(|year| year.packs.clone());
    branch.year_mut(2012).packs = packs;
    let material = Material {
        before: &before,
        ..of(&branch, &now, 2013, day("2014-01-10"))
    };
    let said = counted(&material, &BranchReport::default(), ReportPart::Compared);
    let first = said.lines().next().unwrap_or_default();
    // 63 of 65; of 2012 as many of today's roster as there are dossiers for.
    assert!(
        first.starts_with("Đăng ký đủ số việc: 96,9 %, năm 2012 "),
        "{said}"
    );
    branch.year_mut(2012).archived_on = Some(day("2013-02-01"));
    let away = Material {
        before: &before,
        ..of(&branch, &now, 2013, day("2014-01-10"))
    };
    assert_eq!(
        counted(&away, &BranchReport::default(), ReportPart::Compared),
        ""
    );
}
