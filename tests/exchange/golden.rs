//! The frozen files of `tests/golden/`: a file that was written once opens for ever.
//!
//! They are never edited. A change of format adds a folder for the new version beside `v1`, and
//! these must still open, through migrations, to the values below. Only the promise that today's
//! page writes the same bytes again moves on to the newest folder.

use std::path::PathBuf;
use std::str::FromStr;

use so_tay::domain::branch::Adopted;
use so_tay::domain::feedback::{Assessed, Feedback};
use so_tay::domain::handover::{Consent, HandedEntry, HandedMonth, HandedPledge, PURPOSE};
use so_tay::domain::pack::{Headings, Level, Quotas, Standard, Topic, Work};
use so_tay::domain::{
    Commitment, CommitmentRating, Conduct, Correction, Day, Deadline, DocumentId, Handbook, Handed,
    Handover, HeldPack, ItemId, Keeping, MonthlyRating, PackVersion, Pledge, PledgeRevision,
    Profile, Quarter, Shortcoming, Stage, StandardsPack, Standing, Table, YearMonth,
};
use so_tay::exchange::{
    Backup, Envelope, Opened, open, write_backup, write_feedback, write_handover, write_pack,
};

use crate::arbitrary::nfc;

pub const NAMES: [&str; 5] = [
    "pack-s0-2012.json",
    "pack-s1-2015.json",
    "handover-2012.json",
    "backup-2012.json",
    "feedback-2012.json",
];

pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/v1")
        .join(name)
}

pub fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).expect("a golden file")
}

fn day(text: &str) -> Day {
    Day::from_str(text).expect("a day")
}

fn month(text: &str) -> YearMonth {
    YearMonth::from_str(text).expect("a month")
}

fn id(text: &str) -> ItemId {
    ItemId::parse(text).expect("a plain name")
}

fn document(text: &str) -> DocumentId {
    DocumentId::parse(text).expect("32 hex digits")
}

fn standard(name: &str, conduct: Conduct, text: &str) -> Standard {
    Standard {
        id: id(name),
        conduct,
        text: text.to_owned(),
        posts: Vec::new(),
        retired: false,
    }
}

fn topic(name: &str, title: &str, from: Quarter, to: Quarter, works: Vec<Work>) -> Topic {
    Topic {
        id: id(name),
        title: title.to_owned(),
        from,
        to,
        works,
    }
}

fn scale() -> Vec<Level> {
    let level = |(name, text): (&str, &str)| Level {
        id: id(name),
        name: text.to_owned(),
    };
    let levels = [
        ("excellent", "Xuất sắc"),
        ("good", "Tốt"),
        ("fair", "Trung bình"),
        ("poor", "Kém"),
    ];
    levels.into_iter().map(level).collect()
}

fn envelope<T>(document_id: &str, revision: u32, exported_at: &str, payload: T) -> Envelope<T> {
    Envelope {
        document_id: document(document_id),
        revision,
        exported_at: exported_at.to_owned(),
        app_version: "0.1.0".to_owned(),
        payload,
    }
}

const PACK_2012: &str = "20120110a1b2c3d4e5f60718293a4b5c";

/// The cycle of 2012 in S0: topics for quý I and quý II–III, none for quý IV; the work "Đường cách
/// mệnh"; 02 commitments of a member, 01 of others. One standard is for some posts only, in S4's words;
/// one is retired.
pub fn pack_s0_2012() -> Envelope<StandardsPack> {
    let posted = Standard {
        posts: vec!["Văn thư".to_owned(), "Bộ phận một cửa".to_owned()],
        ..standard(
            "thai-do-phuc-vu",
            Conduct::MustDo,
            "Nâng cao ý thức trách nhiệm, thái độ phục vụ nhân dân",
        )
    };
    let retired = Standard {
        retired: true,
        ..standard(
            "chong-lang-phi",
            Conduct::MustDo,
            "Thực hành tiết kiệm, chống lãng phí",
        )
    };
    let pack = StandardsPack {
        year: 2012,
        unit: "Văn phòng UBND tỉnh".to_owned(),
        branch: "Chi bộ 2".to_owned(),
        issued_on: Some(day("2012-01-10")),
        theme: "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh".to_owned(),
        topics: vec![
            topic(
                "quy-1",
                "Tư tưởng tấm gương đạo đức Hồ Chí Minh suốt đời phấn đấu cần, kiệm, liêm, chính, chí công vô tư",
                Quarter::First,
                Quarter::First,
                vec![],
            ),
            topic(
                "vi-dan-vi-nuoc",
                "Suốt đời vì dân, vì nước, làm người công bộc tận tuỵ, trung thành của nhân dân",
                Quarter::Second,
                Quarter::Third,
                vec![Work {
                    id: id("duong-cach-menh"),
                    title: "Đường cách mệnh".to_owned(),
                    note: "Kỷ niệm 85 năm ra đời tác phẩm (1927 – 2012)".to_owned(),
                }],
            ),
            topic(
                "doi-tu-trong-sang",
                "Đời tư trong sáng, cuộc sống giản dị và khiêm tốn hết mực",
                Quarter::Second,
                Quarter::Third,
                vec![],
            ),
        ],
        standards: vec![
            standard(
                "can-kiem-liem-chinh",
                Conduct::MustDo,
                "Cần, kiệm, liêm, chính, chí công vô tư",
            ),
            standard(
                "cong-boc",
                Conduct::MustDo,
                "Tận tuỵ, trung thành với nhân dân",
            ),
            standard("gian-di", Conduct::MustDo, "Cuộc sống giản dị và khiêm tốn"),
            posted,
            retired,
            standard("cham-tre", Conduct::MustAvoid, "Chậm, chưa kịp thời"),
            standard("qua-loa", Conduct::MustAvoid, "Qua loa, đại khái"),
        ],
        quotas: Quotas {
            member: 2,
            non_member: 1,
        },
        scale: scale(),
        meeting_day: 5,
        headings: Headings {
            superior: "ĐẢNG BỘ VĂN PHÒNG UBND TỈNH".to_owned(),
            right: String::new(),
            title: "BẢN ĐĂNG KÝ LÀM THEO".to_owned(),
        },
        classification: None,
    };
    envelope(PACK_2012, 1, "2012-01-10T08:00:00+07:00", pack)
}

/// The theme of 2015 in S1; no topics given out, no quotas of its own.
pub fn pack_s1_2015() -> Envelope<StandardsPack> {
    let pack = StandardsPack {
        year: 2015,
        unit: "Huyện Kế Sách".to_owned(),
        branch: String::new(),
        issued_on: None,
        theme: "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh về trung thực, trách nhiệm; gắn bó với Nhân dân; đoàn kết, xây dựng Đảng trong sạch, vững mạnh".to_owned(),
        topics: vec![],
        standards: vec![
            standard("trung-thuc", Conduct::MustDo, "Trung thực, trách nhiệm"),
            standard("gan-bo", Conduct::MustDo, "Gắn bó với Nhân dân"),
            standard("doan-ket", Conduct::MustDo, "Đoàn kết"),
        ],
        quotas: Quotas {
            member: 2,
            non_member: 1,
        },
        scale: vec![
            Level {
                id: id("done-well"),
                name: "Hoàn thành tốt".to_owned(),
            },
            Level {
                id: id("done"),
                name: "Hoàn thành".to_owned(),
            },
            Level {
                id: id("not-done"),
                name: "Chưa hoàn thành".to_owned(),
            },
        ],
        meeting_day: 3,
        headings: Headings::default(),
        classification: None,
    };
    envelope(
        "20151111ffffeeeeddddccccbbbbaaaa",
        3,
        "2015-11-11T14:05:09.250+07:00",
        pack,
    )
}

fn profile() -> Profile {
    Profile {
        name: "Trần Thị Bình".to_owned(),
        standing: Standing::Member,
        duty: "Cán bộ bộ phận một cửa".to_owned(),
        branch: "Chi bộ 2".to_owned(),
        post: Some("Bộ phận một cửa".to_owned()),
    }
}

fn commitments() -> Vec<Commitment> {
    vec![
        Commitment {
            id: id("viec-1"),
            action: "Giải quyết hồ sơ của dân trong ngày".to_owned(),
            measure: "Không hồ sơ nào quá 1 ngày làm việc".to_owned(),
            deadline: Some(Deadline::On(day("2012-12-31"))),
            standard: Some(id("cong-boc")),
            duty: "Tiếp nhận và trả hồ sơ".to_owned(),
            people: String::new(),
        },
        Commitment {
            id: id("viec-2"),
            action: "Tiết kiệm giấy in: in hai mặt, dùng lại phong bì".to_owned(),
            measure: "Cả năm dùng không quá 24 ram giấy".to_owned(),
            deadline: Some(Deadline::Words("hằng tháng".to_owned())),
            standard: Some(id("tiet-kiem")),
            duty: "Văn thư của phòng".to_owned(),
            people: "Cùng đồng chí Lê Văn Cường".to_owned(),
        },
    ]
}

fn revisions() -> Vec<PledgeRevision> {
    let mut first = commitments();
    first.truncate(1);
    vec![
        PledgeRevision {
            number: 1,
            submitted_on: day("2012-01-20"),
            stage: Stage::Adopted {
                on: day("2012-02-03"),
            },
            commitments: first,
        },
        PledgeRevision {
            number: 2,
            submitted_on: day("2012-03-01"),
            stage: Stage::Posted {
                adopted_on: day("2012-03-05"),
                on: day("2012-03-06"),
            },
            commitments: commitments(),
        },
    ]
}

fn issued() -> PackVersion {
    PackVersion::Issued {
        document_id: document(PACK_2012),
        revision: 1,
    }
}

fn ratings(level: &str, evidence: &str) -> Table<ItemId, CommitmentRating> {
    let first = CommitmentRating {
        level: Some(id(level)),
        evidence: evidence.to_owned(),
    };
    let second = CommitmentRating {
        level: None,
        evidence: String::new(),
    };
    Table::from([(id("viec-1"), first), (id("viec-2"), second)])
}

fn kept() -> Table<ItemId, Keeping> {
    Table::from([
        (id("can-kiem-liem-chinh"), Keeping::Kept),
        (id("cham-tre"), Keeping::Slipped),
        (id("gian-di"), Keeping::NoOccasion),
    ])
}

fn shortcomings() -> Vec<Shortcoming> {
    let shortcoming = |name: &str, correction| Shortcoming {
        id: id(name),
        month: month("2012-03"),
        standard: Some(id("cham-tre")),
        text: "Hai lần trả hồ sơ chậm".to_owned(),
        remedy: "Ghi sổ hẹn trả từng hồ sơ".to_owned(),
        deadline: Some(Deadline::On(day("2012-04-30"))),
        correction,
    };
    vec![
        shortcoming("han-che-1", Correction::NotYet),
        shortcoming("han-che-2", Correction::UnderWay),
        shortcoming(
            "han-che-3",
            Correction::PutRight {
                on: day("2012-04-02"),
            },
        ),
    ]
}

fn own_standard() -> Standard {
    standard("tiet-kiem", Conduct::MustDo, "Thực hành tiết kiệm")
}

fn given() -> Handover {
    let month_given = |level: &str, evidence: &str, note: &str, on: &str| HandedMonth {
        pack: issued(),
        commitments: ratings(level, evidence),
        standards: kept(),
        note: note.to_owned(),
        completed_on: day(on),
    };
    Handover {
        year: 2012,
        profile: profile(),
        consent: Consent {
            on: day("2012-04-05"),
            receiver: "Chi bộ 2".to_owned(),
            purpose: PURPOSE.to_owned(),
        },
        pledge: Some(HandedPledge {
            revisions: revisions(),
            handwritten: true,
            posting_consent: Some(day("2012-02-03")),
        }),
        months: Table::from([
            (
                month("2012-02"),
                month_given("good", "36/38 hồ sơ trong ngày", "", "2012-03-01"),
            ),
            (
                month("2012-03"),
                month_given(
                    "excellent",
                    "41/41 hồ sơ trong ngày\n\"không ai phải chờ\"",
                    "Đề nghị chi bộ cho mượn máy quét.",
                    "2012-04-12",
                ),
            ),
        ]),
        shortcomings: shortcomings(),
        reviews: Table::new(),
        deeds: vec![],
        own_standards: vec![own_standard()],
    }
}

const HANDBOOK: &str = "0c7d1e2f3a4b5c6d7e8f90a1b2c3d4e5";

/// Two pledge revisions, two months, every state of a shortcoming, one own standard.
pub fn handover_2012() -> Envelope<Handover> {
    envelope(HANDBOOK, 2, "2012-04-12T19:30:00+07:00", given())
}

/// The handbook that the hand-over came from, with private notes, and one of the next year.
pub fn backup_2012() -> Envelope<Backup> {
    let rating = |level: &str, evidence: &str, notes: [&str; 2], on: Option<&str>| MonthlyRating {
        pack: issued(),
        commitments: ratings(level, evidence),
        standards: kept(),
        branch_note: notes[0].to_owned(),
        private_note: notes[1].to_owned(),
        completed_on: on.map(day),
    };
    let own_pack = StandardsPack {
        standards: vec![own_standard()],
        topics: vec![],
        issued_on: None,
        ..pack_s0_2012().payload
    };
    let mut draft = commitments();
    draft.push(Commitment {
        id: id("viec-3"),
        action: "Đọc lại “Đường cách mệnh”".to_owned(),
        measure: String::new(),
        deadline: None,
        standard: None,
        duty: String::new(),
        people: String::new(),
    });
    let handbook = Handbook {
        id: document(HANDBOOK),
        year: 2012,
        begun_on: day("2012-01-15"),
        profile: profile(),
        pack: HeldPack {
            version: issued(),
            pack: pack_s0_2012().payload,
        },
        earlier_packs: vec![HeldPack {
            version: PackVersion::Own,
            pack: own_pack.clone(),
        }],
        pledge: Pledge {
            draft,
            revisions: revisions(),
            handwritten: true,
            posting_consent: Some(day("2012-02-03")),
        },
        months: Table::from([
            (
                month("2012-01"),
                MonthlyRating {
                    pack: PackVersion::Own,
                    ..rating("good", "", ["", "Mới nhận việc, còn lúng túng."], None)
                },
            ),
            (
                month("2012-02"),
                rating(
                    "good",
                    "36/38 hồ sơ trong ngày",
                    ["", ""],
                    Some("2012-03-01"),
                ),
            ),
            (
                month("2012-03"),
                rating(
                    "excellent",
                    "41/41 hồ sơ trong ngày\n\"không ai phải chờ\"",
                    [
                        "Đề nghị chi bộ cho mượn máy quét.",
                        "Hay cáu lúc cuối buổi, cần nghỉ vài phút giữa hai lượt khách.",
                    ],
                    Some("2012-04-12"),
                ),
            ),
        ]),
        shortcomings: shortcomings(),
        reviews: Table::new(),
        deeds: vec![],
        studied: Table::from([(id("duong-cach-menh"), day("2012-04-01"))]),
        handed: Handed {
            revision: 2,
            content: Some(given()),
            log: vec![
                HandedEntry {
                    revision: 1,
                    on: day("2012-03-02"),
                    what: "bản đăng ký, tháng 2".to_owned(),
                },
                HandedEntry {
                    revision: 2,
                    on: day("2012-04-05"),
                    what: "bản đăng ký, tháng 2–3, 3 hạn chế".to_owned(),
                },
            ],
        },
        feedback: None,
    };
    let next = Handbook {
        id: document("1d8e2f3a4b5c6d7e8f90a1b2c3d4e5f6"),
        year: 2013,
        begun_on: day("2013-01-04"),
        profile: Profile {
            post: None,
            ..profile()
        },
        pack: HeldPack {
            version: PackVersion::Own,
            pack: StandardsPack {
                year: 2013,
                ..own_pack
            },
        },
        earlier_packs: vec![],
        pledge: Pledge::default(),
        months: Table::new(),
        shortcomings: vec![],
        reviews: Table::new(),
        deeds: vec![],
        studied: Table::new(),
        handed: Handed::default(),
        feedback: None,
    };
    let backup = Backup {
        handbooks: vec![handbook, next],
    };
    envelope(
        "b2012b2012b2012b2012b2012b2012b2",
        1,
        "2013-01-04T21:00:00+07:00",
        backup,
    )
}

/// What the branch answers to that hand-over.
pub fn feedback_2012() -> Envelope<Feedback> {
    let assessed = |level: &str, remark: &str| Assessed {
        level: level.to_owned(),
        remark: remark.to_owned(),
    };
    let feedback = Feedback {
        handbook: document(HANDBOOK),
        year: 2012,
        name: profile().name,
        branch: "Chi bộ 2".to_owned(),
        given_on: day("2012-04-16"),
        adopted: Some(Adopted {
            on: day("2012-03-05"),
            pledge_revision: 2,
        }),
        posted_on: Some(day("2012-03-06")),
        assessments: Table::from([
            (month("2012-02"), assessed("Tốt", "")),
            (
                month("2012-03"),
                assessed("", "Tháng sau trả hồ sơ đúng hẹn."),
            ),
        ]),
        conclusions: Table::new(),
        remark: "Đã cho mượn máy quét từ 16/4.".to_owned(),
    };
    envelope(
        "feedbacc0112233445566778899aabbc",
        1,
        "2012-04-16T08:00:00+07:00",
        feedback,
    )
}

fn check(name: &str, written: &str, opened: Opened) {
    // A golden file comes into being once, and is never written again.
    if !path(name).exists() && std::env::var_os("SO_TAY_NEW_GOLDEN").is_some() {
        std::fs::write(path(name), written).expect("a new golden file");
    }
    let frozen = read(name);
    assert_eq!(open(frozen.as_bytes(), &nfc), Ok(opened), "{name}");
    assert_eq!(written, frozen, "{name}");
}

#[test]
fn the_pack_of_2012_opens_and_comes_out_the_same() {
    let pack = pack_s0_2012();
    check(NAMES[0], &write_pack(&pack, &nfc), Opened::Pack(pack));
}

#[test]
fn the_pack_of_2015_opens_and_comes_out_the_same() {
    let pack = pack_s1_2015();
    check(NAMES[1], &write_pack(&pack, &nfc), Opened::Pack(pack));
}

#[test]
fn the_hand_over_opens_and_comes_out_the_same() {
    let handover = handover_2012();
    let written = write_handover(&handover, &nfc);
    check(NAMES[2], &written, Opened::Handover(handover));
}

#[test]
fn the_backup_opens_and_comes_out_the_same() {
    let backup = backup_2012();
    let written = write_backup(&backup, &nfc);
    check(NAMES[3], &written, Opened::Backup(backup));
}

#[test]
fn the_feedback_opens_and_comes_out_the_same() {
    let feedback = feedback_2012();
    let written = write_feedback(&feedback, &nfc);
    check(NAMES[4], &written, Opened::Feedback(feedback));
}
