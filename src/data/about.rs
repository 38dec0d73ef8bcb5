//! Giới thiệu: what the page is, what it promises, and that it is nobody's official application.

use crate::route::{DataRoute, PapersRoute, Route};
use crate::ui::{Content, View, each, el, h1, h2, link, muted, p, stack};

const PROMISES: [&str; 5] = [
    "Điều đã viết không mất: hết chỗ, hết pin, tệp hỏng vẫn còn đường lấy lại.",
    "Ghi chú riêng không bao giờ rời máy. Trước khi gửi, luôn thấy đúng những gì sẽ gửi, và phải đồng ý mới gửi được.",
    "Dùng được khi không có mạng. Trang không gọi tới máy chủ nào khác.",
    "Dữ liệu là của mình: lưu ra tệp đọc được, xóa hết lúc nào cũng được.",
    "Không hỏi số căn cước, số thẻ, tài khoản.",
];

pub fn screen() -> View {
    (
        h1("Giới thiệu"),
        p("Sổ tay làm theo giúp ghi việc đăng ký, tự đánh giá hằng tháng và gửi cho chi bộ, ngay trên máy của mình.").class("lead"),
        p("Đây không phải là ứng dụng chính thức của tổ chức nào."),
        p(link("link", &PapersRoute::MemberGuide, "Hướng dẫn")),
        stack((h2("Năm điều giữ lời"), el("ul").class("conduct").with(each(PROMISES, |promise| el("li").with(promise))))),
        stack((
            h2("Dữ liệu nằm ở đâu"),
            p("Trong trình duyệt của máy này. Ai mở được máy này thì đọc được: nên khóa màn hình, và mỗi tháng lưu một bản sao ra tệp."),
            p(link("link", &Route::Settings, "Sao lưu trong Cài đặt")),
            p(link("link", &DataRoute::Kept, "Dữ liệu của tôi")),
        )),
        stack((
            h2("Nội dung có sẵn từ đâu"),
            p("Bộ chuẩn mực khởi đầu và các câu gợi ý lấy lời từ năm báo cáo đã công bố về việc học tập và làm theo, các năm 2011–2018. Chữ nào cũng thay được bằng nội dung của đơn vị."),
        )),
        muted(concat!("Phiên bản ", env!("CARGO_PKG_VERSION"))),
    )
        .view()
}
