//! The parts of the desk, in the order of the year's work: for the bar, and as rows.

use super::title;
use crate::domain::Review;
use crate::route::DeskRoute;
use crate::ui::{Icon, View, icon, symbol};

/// A way into a part.
#[derive(Clone)]
pub struct Part {
    pub to: DeskRoute,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// In a phone's bar, which holds five at most.
    pub in_bar: bool,
}

impl Part {
    pub fn name(&self) -> &'static str {
        title(&self.to)
    }

    pub fn drawing(&self) -> View {
        match self.to {
            DeskRoute::Registration => icon(Icon::Pledge),
            DeskRoute::Months(_) | DeskRoute::MonthsPaper | DeskRoute::Reviews(_) => {
                icon(Icon::Rate)
            }
            DeskRoute::Pack | DeskRoute::PackPart(_) => icon(Icon::Book),
            DeskRoute::Feedback => icon(Icon::Send),
            DeskRoute::Receive => symbol("#i-inbox"),
            DeskRoute::Meeting(_) => symbol("#i-talk"),
            DeskRoute::Roster => symbol("#i-people"),
            DeskRoute::Posting | DeskRoute::PostingPaper => symbol("#i-pin"),
            DeskRoute::Commendations => symbol("#i-star"),
            DeskRoute::Pictures => symbol("#i-chart"),
            DeskRoute::Reports | DeskRoute::Report(_) | DeskRoute::ReportPaper(_) => {
                icon(Icon::Pledge)
            }
            DeskRoute::Keeping => symbol("#i-box"),
            DeskRoute::Overview | DeskRoute::Index | DeskRoute::Start => icon(Icon::Today),
        }
    }
}

pub fn parts() -> Vec<Part> {
    let part = |in_bar: bool, to: DeskRoute, about: &'static str| Part { to, about, in_bar };
    vec![
        part(true, DeskRoute::Overview, "Việc cần làm, số liệu của năm"),
        part(false, DeskRoute::Roster, "Đảng viên, quần chúng của chi bộ"),
        part(false, DeskRoute::Pack, "Chuẩn mực, chuyên đề gửi mọi người"),
        part(true, DeskRoute::Receive, "Mở tệp mọi người gửi về"),
        part(true, DeskRoute::Registration, "Ai đã đăng ký, thông qua"),
        part(false, DeskRoute::Posting, "Bản để niêm yết, trình chiếu"),
        part(
            true,
            DeskRoute::Months(None),
            "Đánh giá, hạn chế theo tháng",
        ),
        part(
            true,
            DeskRoute::Meeting(None),
            "Chương trình, phân công, kết luận",
        ),
        part(
            false,
            DeskRoute::Reviews(Review::FullYear),
            "Từng người báo cáo, chi bộ xếp loại",
        ),
        part(false, DeskRoute::Feedback, "Phiếu gửi lại từng người"),
        part(false, DeskRoute::Commendations, "Theo cấp và loại"),
        part(false, DeskRoute::Pictures, "Các tháng, so với năm trước"),
        part(false, DeskRoute::Reports, "6 tháng và cả năm, gửi cấp trên"),
        part(false, DeskRoute::Keeping, "Bảng tính, sao lưu, dọn chỗ"),
    ]
}
