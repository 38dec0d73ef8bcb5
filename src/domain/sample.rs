//! A filled handbook to look around in ("Xem thử"). The person and the branch are made up; theme,
//! topics, work and standards are those of the reports.

use super::calendar::{Day, Quarter, YearMonth};
use super::handbook::Handbook;
use super::ids::{DocumentId, ItemId};
use super::pack::{HeldPack, PackVersion, StandardsPack, Topic, Work};
use super::people::{Profile, Standing};
use super::pledge::{Commitment, Deadline, Stage};
use super::rating::{CommitmentRating, Keeping, in_time_until};
use super::shortcoming::{Correction, Shortcoming};
use super::starter::starter_pack;

/// The sample as of today, so that nothing in it lies ahead: of the months before this one April was
/// late and July was missed, the others were done in time; last month is due until the meeting.
pub fn sample_handbook(today: Day) -> Handbook {
    let year = today.year();
    let begun_on = first_day(year, 1);
    let profile = Profile {
        name: "Trần Thị Bình".to_owned(),
        standing: Standing::Member,
        duty: "Cán bộ bộ phận một cửa".to_owned(),
        branch: "Chi bộ 2 (mẫu)".to_owned(),
        post: None,
    };
    let mut handbook = Handbook::begin(DocumentId::new([0; 16]), year, profile, begun_on);
    handbook.pack = HeldPack {
        version: PackVersion::Issued {
            document_id: DocumentId::new([1; 16]),
            revision: 1,
        },
        pack: sample_pack(year),
    };
    pledge(&mut handbook, today);
    for month in YearMonth::all_of(year).take_while(|month| month.last_day() < today) {
        rate(&mut handbook, month, today);
    }
    shortcomings(&mut handbook);
    handbook
}

/// The first day of a month of today's year, which is in range since it came out of a `Day`.
fn first_day(year: i32, month: u8) -> Day {
    Day::new(year, month, 1).unwrap_or(Day::FIRST)
}

/// Theme of 2015 (S1), topics and work of 2012 (S0), on the sample's own year.
pub(in crate::domain) fn sample_pack(year: i32) -> StandardsPack {
    let mut pack = starter_pack(year);
    pack.unit = "Văn phòng UBND (mẫu)".to_owned();
    pack.branch = "Chi bộ 2 (mẫu)".to_owned();
    pack.theme = "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh về trung thực, trách nhiệm; gắn bó với Nhân dân; đoàn kết, xây dựng Đảng trong sạch, vững mạnh".to_owned();
    let topic = |id, title: &str, from, to, works| Topic {
        id: ItemId::known(id),
        title: title.to_owned(),
        from,
        to,
        works,
    };
    pack.topics = vec![
        topic(
            "can-kiem-liem-chinh",
            "Suốt đời phấn đấu cần, kiệm, liêm, chính, chí công vô tư",
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
                id: ItemId::known("duong-cach-menh"),
                title: "Đường cách mệnh".to_owned(),
                note: "Xuất bản năm 1927".to_owned(),
            }],
        ),
        topic(
            "trach-nhiem",
            "Nêu cao tinh thần trách nhiệm, chống chủ nghĩa cá nhân, nói đi đôi với làm",
            Quarter::Fourth,
            Quarter::Fourth,
            vec![Work {
                id: ItemId::known("dao-duc-cach-mang"),
                title: "Đạo đức cách mạng".to_owned(),
                note: String::new(),
            }],
        ),
    ];
    pack
}

fn pledge(handbook: &mut Handbook, today: Day) {
    let year = handbook.year;
    let first = Commitment {
        id: ItemId::known("viec-1"),
        action: "Giải quyết hồ sơ của dân trong ngày tại bộ phận một cửa".to_owned(),
        measure:
            "Không hồ sơ nào quá 1 ngày làm việc; mỗi tháng báo số hồ sơ trong ngày trên tổng số"
                .to_owned(),
        deadline: Some(Deadline::On(first_day(year, 12).month().last_day())),
        standard: Some(ItemId::known("gan-bo-nhan-dan")),
        duty: "Tiếp nhận và trả hồ sơ".to_owned(),
        people: String::new(),
    };
    let second = Commitment {
        id: ItemId::known("viec-2"),
        action: "Giảm giấy in ở phòng: in hai mặt, gửi tài liệu họp qua mạng".to_owned(),
        measure: "Cả năm dùng không quá 24 ram giấy, bằng một nửa năm trước".to_owned(),
        deadline: Some(Deadline::On(first_day(year, 12).month().last_day())),
        standard: Some(ItemId::known("tiet-kiem")),
        duty: "Văn thư của phòng".to_owned(),
        people: "Cùng đồng chí Lê Văn Cường".to_owned(),
    };
    handbook.pledge.draft = vec![first, second];
    let submitted = first_day(year, 1).month().day(20);
    handbook.pledge.submit(submitted.min(today));
    let adopted = first_day(year, 2).month().day(5);
    if adopted <= today {
        handbook.pledge.set_stage(Stage::Adopted { on: adopted });
        handbook.pledge.posting_consent = Some(adopted);
    }
}

fn rate(handbook: &mut Handbook, month: YearMonth, today: Day) {
    let until = in_time_until(month, handbook.pack.pack.meeting_day);
    // April was late, July was missed; a month whose meeting is still to come is left due.
    let done = match month.number() {
        _ if today <= until => return,
        7 => return,
        4 => month.next().map_or(until, |next| next.day(12)),
        _ => month.last_day(),
    };
    if today < done {
        return;
    }
    let standards: Vec<_> = handbook
        .standards_to_rate(month)
        .into_iter()
        .map(|standard| standard.id)
        .collect();
    let rating = handbook.rating_mut(month);
    let number = u32::from(month.number());
    for (index, id) in standards.into_iter().enumerate() {
        let keeping = match (index, number) {
            (7, _) => Keeping::NoOccasion,
            _ => Keeping::Kept,
        };
        rating.standards.insert(id, keeping);
    }
    let level = |id| Some(ItemId::known(id));
    let files = 36 + number;
    let on_day = if number.is_multiple_of(3) {
        files
    } else {
        files - 1
    };
    let first = CommitmentRating {
        level: level(if on_day == files { "excellent" } else { "good" }),
        evidence: format!("{on_day}/{files} hồ sơ trong ngày"),
    };
    let second = CommitmentRating {
        level: level(if number == 5 { "fair" } else { "good" }),
        evidence: "2 ram giấy trong tháng".to_owned(),
    };
    rating.commitments.insert(ItemId::known("viec-1"), first);
    rating.commitments.insert(ItemId::known("viec-2"), second);
    if number == 9 {
        rating.branch_note = "Đề nghị chi bộ cho mượn thêm một máy quét.".to_owned();
        rating.private_note =
            "Hay cáu lúc cuối buổi, cần nghỉ vài phút giữa hai lượt khách.".to_owned();
    }
    rating.completed_on = Some(done);
}

fn shortcomings(handbook: &mut Handbook) {
    let Some((&month, rating)) = handbook.months.last_mut() else {
        return;
    };
    let standard = ItemId::known("chu-nghia-ca-nhan");
    rating.standards.insert(standard.clone(), Keeping::Slipped);
    handbook.shortcomings.push(Shortcoming {
        id: ItemId::known("han-che-1"),
        month,
        standard: Some(standard),
        text: "Có hai lần để người dân chờ vì làm việc riêng".to_owned(),
        remedy: "Để điện thoại trong ngăn kéo suốt giờ tiếp dân".to_owned(),
        deadline: Some(Deadline::On(
            YearMonth::new(handbook.year, 12)
                .unwrap_or(month)
                .last_day(),
        )),
        correction: Correction::UnderWay,
    });
}
