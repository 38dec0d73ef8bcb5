//! How many commitments are asked for, the scale that months are rated by, the day of the meeting.

use super::pack_count::count;
use super::pack_draft::{Draft, page};
use super::pack_steps::{Steps, steps};
use crate::domain::Standing;
use crate::domain::branch::pack_part::PackPart;
use crate::domain::pack::{MEETING_DAY, QUOTA, Quotas};
use crate::ui::{View, h2, muted, stack};

/// By which months are rated.
const LEVELS: Steps = Steps {
    id: "level",
    read: |pack| pack.scale.clone(),
    write: |pack| &mut pack.scale,
};

pub fn screen(draft: Draft) -> View {
    let quota = |standing: Standing, id: &'static str| {
        let kept = draft.part(move |pack| pack.quotas.of(standing));
        count(id, standing.name(), kept, QUOTA, move |number| {
            draft.change(|pack| set_quota(&mut pack.quotas, standing, number));
        })
    };
    let quotas = stack((
        h2("Số việc cần đăng ký"),
        quota(Standing::Member, "quota-member"),
        quota(Standing::NonMember, "quota-non-member"),
    ));
    let day = draft.part(|pack| pack.meeting_day);
    let day = count(
        "meeting-day",
        "Ngày trong tháng",
        day,
        MEETING_DAY,
        move |day| {
            draft.change(|pack| pack.meeting_day = day);
        },
    );
    let meeting = stack((
        h2("Ngày họp chi bộ"),
        muted("Tự đánh giá tháng trước gửi đến hết ngày họp là đúng hạn."),
        day,
    ));
    let scale = stack((
        h2("Các mức đánh giá"),
        muted("Từ cao xuống thấp, dùng cho tự đánh giá tháng và đánh giá của chi bộ."),
        steps(draft, &LEVELS),
    ));
    page(draft, PackPart::Rules, (quotas, scale, meeting))
}

fn set_quota(quotas: &mut Quotas, standing: Standing, number: u8) {
    match standing {
        Standing::Member => quotas.member = number,
        Standing::NonMember => quotas.non_member = number,
    }
}
