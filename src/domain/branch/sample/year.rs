//! The branch's own year in the sample: its pack, its pledge, its meetings, its commendations.

use super::sketch::Pledged;
use super::{Someone, day_of, dice};
use crate::domain::branch::turns::turns;
use crate::domain::branch::{
    Assessment, Award, Branch, BranchYear, Commendation, CommendationLevel, GoodDeed, Issued,
    Meeting, PackSeries, Stated,
};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::ids::{DocumentId, ItemId};
use crate::domain::pack::{HeldPack, PackVersion};
use crate::domain::pledge::{Commitment, Deadline, Stage};
use crate::domain::rating::in_time_until;
use crate::domain::sample::sample_pack;

/// Whose deed, by name, and what it was; one a meeting.
const DEEDS: [(&str, &str); 12] = [
    (
        "Chu Thị Hoa",
        "Gom giấy vụn được 640.000 đồng, gửi quỹ khuyến học của xã",
    ),
    (
        "Trần Văn Sơn",
        "Nhặt được ví có 3,2 triệu đồng ở nhà xe, trả lại người mất trong buổi sáng",
    ),
    (
        "Hoàng Thị Kim Oanh",
        "Ở lại đến 18 giờ 30 làm xong giấy khai sinh cho gia đình ở thôn xa",
    ),
    (
        "Đinh Công Minh",
        "Dựng lại 4 máy cũ cho bàn tra cứu, không phải mua mới",
    ),
    (
        "Hà Thị Thanh Tâm",
        "Đi xe máy 14 km đưa giấy trả lời tận nhà cho một cụ 82 tuổi",
    ),
    (
        "Ngô Minh Tuấn",
        "Ba tối ở nhà văn hóa thôn giúp 47 người cài dịch vụ công",
    ),
    (
        "Đào Văn Khải",
        "Ghép chuyến trong quý, bớt được 860 km xe chạy",
    ),
    (
        "Nguyễn Thị Tuyết",
        "Nấu 60 suất cháo cho bệnh nhân nghèo ngày Chủ nhật",
    ),
    (
        "Lương Thị Ánh",
        "Soạn tờ hướng dẫn ký số một trang, các xã dùng theo",
    ),
    ("Nguyễn Bá Lộc", "Sửa lại 12 ghế hỏng thay cho mua mới"),
    (
        "Vũ Đức Anh",
        "Dìu một cụ bị ngất ở sảnh, đưa đi trạm y tế kịp thời",
    ),
    (
        "Phạm Quang Dũng",
        "Vẽ giúp sơ đồ nhà cho ba hộ neo đơn khi xin phép sửa nhà",
    ),
];

/// What was decided, by the month of the meeting.
const DECIDED: [&str; 12] = [
    "Ai cũng nộp bản đăng ký trước ngày 25.",
    "Thông qua các bản đăng ký đã nộp. Công khai từ ngày 10 những bản có đồng ý.",
    "Giao đồng chí Đặng Thị Mai nhắc các đồng chí chưa đăng ký, xong trước ngày 15.",
    "Tổ Hành chính thử họp không giấy trong tháng, báo lại kỳ sau.",
    "Kiểm tra chéo sổ trực giữa các tổ, mỗi tổ một buổi.",
    "Sơ kết 6 tháng vào kỳ họp sau; mỗi người chuẩn bị một trang.",
    "Đề nghị đồng chí Trần Văn Sơn nêu lại cách khắc phục việc bỏ vị trí trực.",
    "Mượn phòng họp số 2 làm nơi hướng dẫn dịch vụ công cho người già, chiều thứ Năm.",
    "Nhắc các đồng chí hai tháng liền chưa gửi tự đánh giá.",
    "Cho Tổ Một cửa mượn thêm một máy quét của Tổ Tổng hợp.",
    "Mỗi tổ chọn một việc tốt để giới thiệu cuối năm.",
    "Tổng kết năm: gửi bản tự nhận xét trước ngày 20.",
];

/// The one pack that was given out in the year.
pub(super) fn held_pack(year: i32) -> HeldPack {
    let mut pack = sample_pack(year);
    pack.issued_on = Some(day_of(year, 1, 5));
    HeldPack {
        version: PackVersion::Issued {
            document_id: pack_id(year),
            revision: 1,
        },
        pack,
    }
}

fn pack_id(year: i32) -> DocumentId {
    let mut id = [4; 16];
    id[12..].copy_from_slice(&year.to_be_bytes());
    DocumentId::new(id)
}

pub(super) fn fill(branch: &mut Branch, people: &[Someone], year: i32, today: Day) {
    let pack = held_pack(year).pack;
    let meeting_day = pack.meeting_day;
    let own = branch.year_mut(year);
    let issued = Issued {
        on: day_of(year, 1, 5),
        pack: pack.clone(),
    };
    own.packs = Some(PackSeries {
        document_id: pack_id(year),
        draft: pack,
        issued: if issued.on <= today {
            vec![issued]
        } else {
            Vec::new()
        },
    });
    reasons(own, people, today);
    own_pledge(own, today);
    for month in YearMonth::all_of(year) {
        let held = month.day(meeting_day);
        if held <= today {
            own.meetings.insert(month, meeting(people, month, held));
        }
        let assessed = in_time_until(month, meeting_day);
        if assessed <= today && assessed.month() != today.month() {
            own.own_months.insert(month, assessment(month));
        }
    }
    commendations(own, people, today);
    // As the rotation had it, meeting by meeting.
    for month in YearMonth::all_of(year).filter(|month| month.day(meeting_day) <= today) {
        let whose = turns(branch, month, today).people;
        branch.settle_turns(month, whose);
    }
}

fn reasons(own: &mut BranchYear, people: &[Someone], today: Day) {
    for someone in people {
        if let Pledged::Not(why) = someone.sketch.pledged
            && !why.is_empty()
            && own.year == today.year()
        {
            own.reasons
                .insert(someone.person.id.clone(), why.to_owned());
        }
    }
}

/// đăng ký của tập thể (S0)
fn own_pledge(own: &mut BranchYear, today: Day) {
    let (written, adopted) = (day_of(own.year, 1, 15), day_of(own.year, 2, 5));
    let end = Some(Deadline::On(day_of(own.year, 12, 31)));
    let commitment = |id, action: &str, measure: &str| Commitment {
        action: action.to_owned(),
        measure: measure.to_owned(),
        deadline: end.clone(),
        ..Commitment::new(ItemId::known(id))
    };
    if written > today {
        return;
    }
    own.own_pledge.draft = vec![
        commitment(
            "viec-1",
            "Bớt một phần ba số cuộc họp, họp không quá 60 phút",
            "Mỗi tháng không quá 10 cuộc trong toàn cơ quan",
        ),
        commitment(
            "viec-2",
            "Không để hồ sơ của dân trễ hẹn mà không xin lỗi",
            "Hồ sơ trễ hẹn nào cũng có thư xin lỗi trong 2 ngày",
        ),
    ];
    own.own_pledge.submit(written);
    if adopted <= today {
        own.own_pledge.set_stage(Stage::Adopted { on: adopted });
    }
}

fn meeting(people: &[Someone], month: YearMonth, held: Day) -> Meeting {
    let index = usize::from(month.number()) - 1;
    let (who, text) = DEEDS[index];
    let person = people
        .iter()
        .find(|someone| someone.sketch.name == who && someone.person.belongs_on(held));
    let deed = person.map(|someone| GoodDeed {
        id: ItemId::known("viec-tot"),
        person: Some(someone.person.id.clone()),
        text: text.to_owned(),
    });
    Meeting {
        held_on: Some(held),
        turns: None,
        deeds: deed.into_iter().collect(),
        other: String::new(),
        decided: DECIDED[index].to_owned(),
    }
}

fn assessment(month: YearMonth) -> Assessment {
    let (level, remark) = match dice(0, month, 4) {
        0 => ("excellent", "Không có hồ sơ trễ hẹn; họp 8 cuộc"),
        1 => ("fair", "Còn 3 hồ sơ trễ hẹn chưa có thư xin lỗi"),
        _ => ("good", "Họp 10 cuộc; hồ sơ trễ hẹn đều có thư xin lỗi"),
    };
    Assessment {
        level: Some(ItemId::known(level)),
        remark: remark.to_owned(),
    }
}

/// The report of this year counts one person too many, so that the check has something to say.
fn commendations(own: &mut BranchYear, people: &[Someone], today: Day) {
    let person = |name: &str| {
        let found = people.iter().find(|someone| someone.sketch.name == name);
        found.map(|someone| Award::Person(someone.person.id.clone()))
    };
    let collective = |name: &str| Some(Award::Collective(name.to_owned()));
    use CommendationLevel::{Base, Branch, District};
    let list = [
        (
            "chi-bo-quy-1",
            (4, 5),
            Branch,
            person("Chu Thị Hoa"),
            "Người tốt, việc tốt quý I",
        ),
        (
            "chi-bo-quy-2",
            (7, 5),
            Branch,
            person("Ngô Minh Tuấn"),
            "Giúp người dân nộp hồ sơ trực tuyến",
        ),
        (
            "co-so-1",
            (5, 19),
            Base,
            person("Trần Thị Bình"),
            "Làm theo gương Bác 5 năm liền",
        ),
        (
            "co-so-2",
            (5, 19),
            Base,
            person("Hà Thị Thanh Tâm"),
            "Trả lời đơn thư đúng hạn cả năm",
        ),
        (
            "co-so-3",
            (5, 19),
            Base,
            collective("Tổ Một cửa"),
            "Hồ sơ trong ngày đạt 97%",
        ),
        (
            "huyen-1",
            (9, 2),
            District,
            person("Hoàng Thị Kim Oanh"),
            "Trả giấy khai sinh trong buổi",
        ),
        (
            "huyen-2",
            (9, 2),
            District,
            collective("Chi bộ 2"),
            "Chi bộ làm tốt việc công khai đăng ký",
        ),
        (
            "chi-bo-quy-3",
            (10, 5),
            Branch,
            person("Đào Văn Khải"),
            "Ghép chuyến, tiết kiệm xăng",
        ),
    ];
    let whole = list.len();
    for (id, (month, day), level, award, merit) in list {
        let on = day_of(own.year, month, day);
        if let Some(award) = award.filter(|_| on <= today) {
            own.commendations.push(Commendation {
                id: ItemId::known(id),
                level,
                award,
                on: Some(on),
                merit: merit.to_owned(),
            });
        }
    }
    let extra = u32::from(own.year == today.year());
    if own.commendations.len() == whole {
        own.stated = Stated {
            collectives: Some(2),
            people: Some(6 + extra),
        };
    }
}
