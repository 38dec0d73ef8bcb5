//! A pack's changes, faults and advice in words that a secretary reads.

use so_tay::domain::branch::pack_changes::{PackChange, Words};
use so_tay::domain::branch::pack_check::{PackAdvice, PackFault};
use so_tay::domain::branch::pack_part::PackPart;
use so_tay::domain::branch::pack_words::Told;
use so_tay::domain::pack::{Classification, Level, Standard, Topic, Work};
use so_tay::domain::review::Points;
use so_tay::domain::starter::starter_pack;
use so_tay::domain::{Conduct, Quarter, StandardsPack, Standing};

use crate::{day, item};

fn standard(text: &str, posts: &[&str]) -> Standard {
    Standard {
        id: item("dieu"),
        conduct: Conduct::MustDo,
        text: text.to_owned(),
        posts: posts.iter().map(|post| (*post).to_owned()).collect(),
        retired: false,
    }
}

fn work(title: &str, note: &str) -> Work {
    Work {
        id: item("tac-pham"),
        title: title.to_owned(),
        note: note.to_owned(),
    }
}

/// S0's topic of the second and third quarter, with its work.
fn topic(title: &str) -> Topic {
    Topic {
        id: item("chuyen-de"),
        title: title.to_owned(),
        from: Quarter::Second,
        to: Quarter::Third,
        works: vec![work("Đường cách mệnh", "1927")],
    }
}

fn level(name: &str) -> Level {
    Level {
        id: item("muc"),
        name: name.to_owned(),
    }
}

/// What was done, to which, what was struck out, what was put in.
fn told(change: PackChange) -> [String; 4] {
    let Told {
        what,
        about,
        before,
        after,
    } = change.told();
    [what, about, before, after]
}

#[test]
fn a_change_is_told_with_what_was_struck_out_and_what_was_put_in() {
    let words = PackChange::Words {
        of: Words::Theme,
        before: String::new(),
        after: "Trung thực, trách nhiệm".to_owned(),
    };
    assert_eq!(
        told(words),
        ["Chuyên đề năm", "", "", "Trung thực, trách nhiệm"]
    );
    let added = PackChange::StandardAdded(standard("Đoàn kết", &["Văn thư", "Lái xe"]));
    assert_eq!(
        told(added),
        ["Thêm điều phải làm", "", "", "Đoàn kết (Văn thư, Lái xe)"]
    );
    let retired = Standard {
        conduct: Conduct::MustAvoid,
        ..standard("Ngại va chạm", &[])
    };
    assert_eq!(
        told(PackChange::StandardRetired(retired)),
        ["Bỏ điều cần tránh", "", "Ngại va chạm", ""]
    );
    let reworded = PackChange::StandardReworded {
        before: standard("Tiết kiệm", &[]),
        after: standard("Tiết kiệm điện, nước", &[]),
    };
    assert_eq!(
        told(reworded),
        ["Sửa điều phải làm", "", "Tiết kiệm", "Tiết kiệm điện, nước"]
    );
    let moved = PackChange::StandardMoved(standard("Đoàn kết", &[]));
    assert_eq!(told(moved), ["Chuyển sang phải làm", "Đoàn kết", "", ""]);
    let posts = PackChange::StandardPosts {
        before: standard("Đoàn kết", &[]),
        after: standard("Đoàn kết", &["Văn thư"]),
    };
    assert_eq!(
        told(posts),
        ["Dành cho", "Đoàn kết", "Mọi người", "Văn thư"]
    );
    let reordered = PackChange::StandardsReordered(Conduct::MustAvoid);
    assert_eq!(
        told(reordered),
        ["Đổi thứ tự các điều cần tránh", "", "", ""]
    );
}

#[test]
fn changes_of_topics_works_and_rules_are_told() {
    let added = PackChange::TopicAdded(topic("Vì dân, vì nước"));
    assert_eq!(
        told(added)[3],
        "Quý II–III: Vì dân, vì nước. Đọc “Đường cách mệnh” (1927)"
    );
    let moved = PackChange::TopicMoved {
        before: topic("Vì dân"),
        after: Topic {
            to: Quarter::Second,
            ..topic("Vì dân")
        },
    };
    assert_eq!(
        told(moved),
        ["Chuyên đề đổi quý", "Vì dân", "Quý II–III", "Quý II"]
    );
    let retitled = PackChange::TopicRetitled {
        before: topic("Vì dân"),
        after: topic("Vì dân, vì nước"),
    };
    assert_eq!(
        told(retitled),
        ["Sửa chuyên đề Quý II–III", "", "Vì dân", "Vì dân, vì nước"]
    );
    let work_added = PackChange::WorkAdded {
        topic: topic("Vì dân"),
        work: work("Sửa đổi lối làm việc", ""),
    };
    assert_eq!(
        told(work_added),
        ["Thêm tác phẩm", "Vì dân", "", "“Sửa đổi lối làm việc”"]
    );
    let quota = PackChange::Quota {
        standing: Standing::NonMember,
        before: 1,
        after: 2,
    };
    assert_eq!(told(quota), ["Số việc quần chúng đăng ký", "", "01", "02"]);
    let renamed = PackChange::LevelRenamed {
        before: level("Tốt"),
        after: level("Khá"),
    };
    assert_eq!(told(renamed), ["Đổi tên mức đánh giá", "", "Tốt", "Khá"]);
    let day = PackChange::MeetingDay {
        before: 5,
        after: 10,
    };
    assert_eq!(told(day), ["Ngày họp hằng tháng", "", "5", "10"]);
}

fn pack() -> StandardsPack {
    let mut pack = starter_pack(2026);
    pack.topics = vec![topic("")];
    pack
}

#[test]
fn a_fault_says_what_is_wrong_where_and_what_to_do() {
    let mut pack = pack();
    pack.scale[1].name = String::new();
    let faults = [
        (
            PackFault::Unchanged,
            None,
            "Chưa có gì khác bản trước nên chưa cần ban hành lại.",
        ),
        (
            PackFault::BeforeLast(day("2026-02-10")),
            None,
            "Bản trước ban hành ngày 10/02/2026: bản mới phải từ ngày đó trở đi.",
        ),
        (
            PackFault::StandardWithoutText(item("ngai-va-cham")),
            Some(PackPart::Standards),
            "Một điều cần tránh không còn chữ nào: viết lại, hoặc bấm “Bỏ” ở điều đó.",
        ),
        (
            PackFault::TopicWithoutTitle(item("chuyen-de")),
            Some(PackPart::Topics),
            "Chuyên đề Quý II–III chưa có tên: viết tên, hoặc bỏ chuyên đề đó.",
        ),
        (
            PackFault::LevelWithoutName(item("good")),
            Some(PackPart::Rules),
            "Mức đánh giá thứ 2 chưa có tên: viết tên, hoặc bỏ mức đó.",
        ),
        (
            PackFault::Quota(Standing::Member),
            Some(PackPart::Rules),
            "Số việc đảng viên đăng ký: từ 0 đến 20 việc.",
        ),
    ];
    for (fault, part, sentence) in faults {
        assert_eq!(
            (fault.part(), fault.sentence(&pack).as_str()),
            (part, sentence)
        );
    }
}

#[test]
fn advice_names_the_standard_by_its_first_words() {
    let mut pack = pack();
    pack.standards[0].text =
        "Tận tuỵ với công việc, giải quyết hồ sơ của người dân trong ngày, không để \
                              ai phải đi lại hai lần vì một loại giấy tờ"
            .to_owned();
    let advice = [
        (
            PackAdvice::Long(item("noi-di-doi-voi-lam")),
            "“Tận tuỵ với công việc, giải quyết hồ sơ…” dài hơn 100 ký tự, khó nhớ.",
        ),
        (
            PackAdvice::Twice(item("tiet-kiem")),
            "“Thực hành tiết kiệm” trùng với một điều ở trên.",
        ),
        (
            PackAdvice::Many {
                count: 12,
                post: Some("Lái xe".to_owned()),
            },
            "Vị trí Lái xe có 12 điều. Quá 10 điều thì khó nhớ.",
        ),
        (
            PackAdvice::NoTopic(vec![Quarter::First, Quarter::Fourth]),
            "Quý I, IV chưa có chuyên đề.",
        ),
        (
            PackAdvice::LevelGone("Kém".to_owned()),
            "Mức “Kém” không còn trong thang. Tháng đã đánh giá bằng mức này vẫn giữ nguyên.",
        ),
    ];
    for (advice, sentence) in advice {
        assert_eq!(advice.sentence(&pack), sentence);
    }
}

#[test]
fn classes_and_points_are_told_and_lead_to_their_page() {
    let points = PackChange::Points {
        before: None,
        after: Some(Points {
            general: 30,
            tasks: 70,
        }),
    };
    assert_eq!(
        told(points),
        [
            "Chấm điểm khi xếp loại",
            "",
            "không chấm điểm",
            "100 điểm = 30 + 70"
        ]
    );
    let renamed = PackChange::ClassRenamed {
        before: level("Khá"),
        after: level("Tốt"),
    };
    assert_eq!(told(renamed), ["Đổi tên mức xếp loại", "", "Khá", "Tốt"]);
    let pack = StandardsPack {
        classification: Some(Classification {
            classes: vec![
                level("Tốt"),
                Level {
                    id: item("hai"),
                    name: "Đạt".to_owned(),
                },
            ],
            points: None,
        }),
        ..starter_pack(2026)
    };
    for (fault, sentence) in [
        (
            PackFault::ClassWithoutName(item("hai")),
            "Mức xếp loại thứ 2 chưa có tên: viết tên, hoặc bỏ mức đó.",
        ),
        (
            PackFault::ClassesAlike(item("hai")),
            "Có hai mức xếp loại cùng tên “Đạt”: đổi tên một mức.",
        ),
        (
            PackFault::Points,
            "Điểm cao nhất của mỗi phần: từ 1 đến 100.",
        ),
    ] {
        assert_eq!(fault.part(), Some(PackPart::Classes));
        assert_eq!(fault.sentence(&pack), sentence);
    }
    let off = PackAdvice::PointsOff(90);
    assert_eq!(off.part(), PackPart::Classes);
    assert_eq!(
        off.sentence(&pack),
        "Hai phần cộng lại là 90 điểm, thường là 100."
    );
}
