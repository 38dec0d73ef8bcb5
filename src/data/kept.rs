//! Dữ liệu của tôi: what lies where, who can read it, what leaves and when; SECURITY.md in plain words.

use super::room;
use crate::book::book;
use crate::domain::Handbook;
use crate::route::{DataRoute, Route};
use crate::ui::{Content, El, View, each, el, h1, h2, link, muted, p, stack};

pub fn screen() -> View {
    (
        h1("Dữ liệu của tôi"),
        p("Những gì sổ tay giữ, giữ ở đâu, ai đọc được, và khi nào thì rời khỏi máy.").class("lead"),
        on_this_device(),
        room::section(),
        points("Được giữ gìn thế nào", "conduct", &SAFE),
        points("Ai đọc được", "list", &READERS),
        p(link("button-quiet", &DataRoute::Lock, "Khóa sổ tay bằng mã")),
        points("Khi nào rời khỏi máy", "list", &LEAVING),
        points("Sổ tay không làm được gì", "list", &LIMITS),
        stack((
            h2("Lấy đi, xóa đi"),
            p("Lưu tất cả ra tệp, lấy lại từ tệp hay xóa hết: lúc nào cũng được, không phải hỏi ai."),
            p(link("link", &Route::Settings, "Sao lưu")),
            p(link("link", &DataRoute::Restore, "Khôi phục, lấy lại")),
            p(link("link", &DataRoute::Erase, "Xóa tất cả")),
            p(link("link", &DataRoute::About, "Giới thiệu")),
        )),
    )
        .view()
}

const SAFE: [&str; 4] = [
    "Viết đến đâu lưu đến đó. Lưu xong còn đọc lại để chắc là đúng; chữ “Đã lưu” chỉ hiện sau khi đọc lại.",
    "Máy hết chỗ, tắt ngang, mở hai trang cùng lúc: bản cũ còn nguyên, bản mới còn trên màn hình.",
    "Có bản lưu tự động của những ngày trước, để quay lại khi lỡ tay.",
    "Phần nào bị hỏng thì để riêng, không ghi đè, và cho lưu ra tệp.",
];

const READERS: [&str; 3] = [
    "Ai mở được máy này và trình duyệt này thì đọc được, trừ khi bật khóa bằng mã. Nên khóa màn hình máy.",
    "Nơi đặt trang này không nhận được gì: trang không gửi gì đi, không có tài khoản, không đếm lượt xem.",
    "Tệp đã đưa cho người khác thì người đó đọc được, và không lấy lại được.",
];

const LEAVING: [&str; 3] = [
    "Chỉ khi bấm gửi, lưu tệp hay chép. Trước đó luôn thấy nguyên văn những gì sẽ đi, và phải đồng ý.",
    "Ghi chú riêng không bao giờ nằm trong phiếu gửi chi bộ. Chỉ bản sao lưu của chính mình mới có.",
    "Trong danh sách công khai của chi bộ chỉ có người đã đồng ý, với lời đã thông qua.",
];

const LIMITS: [&str; 4] = [
    "Không ngăn được phần mềm xấu trên máy, hay người đứng nhìn.",
    "Không chứng thực ai viết: tệp không có chữ ký. Chi bộ biết là của ai vì biết người đưa.",
    "Trình duyệt có thể xóa dữ liệu của trang lâu không mở. Cài lên màn hình chính và sao lưu đều thì không lo.",
    "Xóa dữ liệu duyệt web là xóa cả sổ tay.",
];

/// What is kept is ticked; the rest is plain.
fn points(heading: &'static str, class: &'static str, points: &[&'static str]) -> El {
    let list = each(points.iter().copied(), |point| el("li").with(point));
    stack((h2(heading), el("ul").class(class).with(list)))
}

/// The handbooks on this device, counted out.
fn on_this_device() -> El {
    let book = book();
    let row = |handbook: &Handbook| {
        let profile = &handbook.profile;
        let name = el("dt").with(format!("{} · {}", profile.name, handbook.year));
        let counts = format!(
            "{} việc, {} tháng, {} ghi chú riêng",
            handbook.pledge.draft.len(),
            handbook.months.len(),
            handbook.private_notes()
        );
        el("div").with((name, el("dd").with(counts)))
    };
    let rows = book.shelved.with_untracked(|shelved| each(shelved, row));
    let none = book.shelved.with_untracked(Vec::is_empty);
    stack((
        h2("Trên máy này"),
        none.then(|| p("Chưa có sổ tay nào.")),
        el("dl").class("facts").with(rows),
        muted("Tất cả nằm trong bộ nhớ của trình duyệt trên máy này."),
    ))
}
