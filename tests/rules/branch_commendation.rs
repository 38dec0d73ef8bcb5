use so_tay::domain::branch::commendation::{Commended, by_level, mismatches};
use so_tay::domain::branch::{Award, Commendation, CommendationLevel, Stated};
use so_tay::domain::letters::grouped;

use crate::item;

fn list(awards: &[(CommendationLevel, Award)]) -> Vec<Commendation> {
    let commendation =
        |((level, award), number): (&(CommendationLevel, Award), usize)| Commendation {
            id: item(&format!("c{number}")),
            level: *level,
            award: award.clone(),
            on: None,
            merit: String::new(),
        };
    awards.iter().zip(1..).map(commendation).collect()
}

fn stated(collectives: u32, people: u32) -> Stated {
    Stated {
        collectives: Some(collectives),
        people: Some(people),
    }
}

/// S1: "có 54 tập thể điển hình và 73 cá nhân tiêu biểu. Trong đó, có 01 tập thể được TW khen thưởng,
/// 03 tập thể và 06 cá nhân [tỉnh], 51 tập thể và 67 cá nhân [huyện]".
fn s1() -> Vec<Commendation> {
    use CommendationLevel::{Central, District, Province};
    list(&[
        (Central, Award::Collective("Đảng bộ huyện".to_owned())),
        (Province, Award::Collectives(3)),
        (Province, Award::People(6)),
        (District, Award::Collectives(51)),
        (District, Award::People(67)),
    ])
}

#[test]
fn s1_states_54_collectives_and_lists_55() {
    assert_eq!(
        mismatches(&s1(), &stated(54, 73)),
        ["Báo cáo ghi 54 tập thể nhưng cộng các cấp được 1 + 3 + 51 = 55, chênh 1."]
    );
    assert!(mismatches(&s1(), &stated(55, 73)).is_empty());
    assert!(
        mismatches(&s1(), &Stated::default()).is_empty(),
        "nothing is stated"
    );
}

/// S3: "cơ sở đã tuyên dương 117 tập thể, 1.130 cá nhân; quận tuyên dương 114 tập thể và 150 cá nhân".
#[test]
fn s3_adds_up_by_level() {
    use CommendationLevel::{Base, District};
    let s3 = list(&[
        (District, Award::Collectives(114)),
        (Base, Award::Collectives(117)),
        (Base, Award::People(1130)),
        (District, Award::People(150)),
    ]);
    let sum = |collectives, people| Commended {
        collectives,
        people,
    };
    assert_eq!(
        by_level(&s3),
        [(Base, sum(117, 1130)), (District, sum(114, 150))]
    );
    let whole: Commended = by_level(&s3).into_iter().map(|(_, sum)| sum).sum();
    assert_eq!(whole, sum(231, 1280));
    assert_eq!(
        mismatches(&s3, &stated(231, 1281)),
        ["Báo cáo ghi 1.281 cá nhân nhưng cộng các cấp được 150 + 1.130 = 1.280, chênh 1."]
    );
}

#[test]
fn a_single_level_and_an_empty_list_are_told_without_a_sum() {
    let one = list(&[(
        CommendationLevel::Branch,
        Award::Named("Chu Thị Hoa".to_owned()),
    )]);
    assert_eq!(
        mismatches(&one, &stated(2, 3)),
        [
            "Báo cáo ghi 2 tập thể nhưng danh sách chưa có tập thể nào, chênh 2.",
            "Báo cáo ghi 3 cá nhân nhưng danh sách có 1, chênh 2."
        ]
    );
    assert!(mismatches(&[], &stated(0, 0)).is_empty());
}

#[test]
fn the_largest_numbers_add_up() {
    let most = list(&[
        (CommendationLevel::Base, Award::People(u32::MAX)),
        (CommendationLevel::District, Award::People(u32::MAX)),
    ]);
    let whole: Commended = by_level(&most).into_iter().map(|(_, sum)| sum).sum();
    assert_eq!(whole.people, 2 * u64::from(u32::MAX));
}

#[test]
fn numbers_are_written_with_a_point_between_thousands() {
    let written = [0, 7, 150, 1130, 999_999, 1_000_000].map(grouped);
    assert_eq!(written, ["0", "7", "150", "1.130", "999.999", "1.000.000"]);
}
