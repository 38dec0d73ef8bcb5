//! Hướng dẫn for a member: the year from January to December, and what to do when something is wrong.

use super::guide::{Part, answer, at, looks, parts, picture, steps};
use super::guide_pictures::{installing, way_to_the_branch};
use crate::route::{DataRoute, PapersRoute, Route};
use crate::ui::{Content, El, Icon, View, b, el, eyebrow, h1, hint, icon, link, p};

pub fn screen() -> View {
    (
        h1("Hướng dẫn"),
        p("Cả năm có ba việc: tháng 1 viết đăng ký, mỗi tháng đánh giá một phút, giữa năm và cuối năm nhìn lại.").class("lead"),
        p(link("link", &PapersRoute::SecretaryGuide, "Hướng dẫn cho bí thư, chi ủy viên")),
        parts(vec![
            Part::new("cai", "Đưa sổ tay lên màn hình chính", install()),
            Part::new("thang-mot", "Tháng 1: viết bản đăng ký", january()),
            Part::new("moi-thang", "Mỗi tháng: một phút", each_month()),
            Part::new("gui-zalo", "Gửi chi bộ qua Zalo", hand_over()),
            Part::new("sau-thang", "Tháng 6 và tháng 12: nhìn lại", reviews()),
            Part::new("giu", "Giữ sổ cho chắc", keep()),
            Part::new("truc-trac", "Khi có điều không ổn", trouble()),
        ]),
    )
        .view()
}

fn install() -> View {
    (
        p("Làm một lần, trước khi ghi. Sau đó mở sổ như mở một ứng dụng, không có mạng vẫn dùng được."),
        p((b("Điện thoại Android, "), "trong Chrome:")),
        steps(["Chạm dấu ⋮ ở góc trên.", "Chạm “Cài đặt ứng dụng” hoặc “Thêm vào màn hình chính”."]),
        p((b("iPhone, "), "trong Safari:")),
        steps(["Chạm nút Chia sẻ: ô vuông có mũi tên đi lên.", "Kéo lên, chạm “Thêm vào MH chính”."]),
        installing(),
        hint("Nhận được đường dẫn trong Zalo thì trước hết chạm dấu ⋯ và chọn “Mở bằng trình duyệt”."),
    )
        .view()
}

fn january() -> View {
    let field = el("span")
        .class("line-to-fill")
        .with("Không hồ sơ nào quá 1 ngày");
    let question = (
        el("b").with("Làm sao biết là đã làm được?"),
        at("3", field),
        looks("button", "Tiếp tục"),
    );
    (
        steps([
            "Chi bộ gửi tệp bộ chuẩn mực qua Zalo: chạm vào tệp, chọn “Tải về”.",
            "Trong sổ tay, mở mục Chuẩn mực, bấm “Mở bộ chuẩn mực của chi bộ” và chọn tệp vừa tải.",
            "Mở mục Đăng ký. Mỗi việc có 5 câu hỏi ngắn, trả lời dần cũng được: chữ đã viết tự lưu.",
            "Bấm “Kiểm tra lại và hoàn tất”, rồi “Ghi là đã nộp”.",
            "Gửi chi bộ. Họp xong thì ghi ngày thông qua.",
        ]),
        picture("Một câu hỏi trong sổ: Làm sao biết là đã làm được? Bên dưới là ô để viết và nút Tiếp tục.", question),
        p("Viết việc cụ thể, hợp với công việc của mình, có con số thì dễ kiểm tra."),
        hint("Chi bộ yêu cầu viết tay: ở cuối trang đầu mở “Tổng kết, giấy tờ”, chọn “Chép tay”, chữ to để nhìn mà chép, kèm mã đối chiếu để ghi ở cuối tờ giấy."),
        p(link("link", &Route::Pledge, "Mở mục Đăng ký")),
    )
        .view()
}

fn each_month() -> View {
    let today = (
        eyebrow("Đến hạn").class("eyebrow now"),
        el("b").with("Tự đánh giá tháng 10"),
        at(
            "1",
            looks("button wide", ("Đánh giá trong một phút", icon(Icon::Go))),
        ),
    );
    let levels = ["Xuất sắc", "✓ Tốt", "Trung bình", "Kém"];
    let levels = levels.map(|level| {
        looks(
            if level.starts_with('✓') {
                "step chosen"
            } else {
                "step"
            },
            level,
        )
    });
    let rating = (
        el("b").with("Việc 1 · Giải quyết hồ sơ trong ngày"),
        at("2", el("div").class("levels-shown").with(levels)),
        at(
            "3",
            el("span")
                .class("line-to-fill")
                .with("41/42 hồ sơ trong ngày"),
        ),
        at("4", looks("button wide", "Xong tháng 10")),
    );
    (
        p("Từ ngày cuối tháng đến buổi họp chi bộ tháng sau."),
        steps([
            "Mở sổ. Trang đầu báo việc đến hạn: chạm nút đỏ.",
            "Chọn mức cho từng việc đã đăng ký.",
            "Ghi một dòng minh chứng, nên có con số.",
            "Xem lại các chuẩn mực, rồi bấm “Xong tháng”.",
        ]),
        picture("Trang đầu: đến hạn tự đánh giá tháng 10, bên dưới là nút đỏ Đánh giá trong một phút.", today),
        picture("Màn hình đánh giá: bốn nút mức, đã chọn Tốt; ô minh chứng; nút Xong tháng 10.", rating),
        hint("Quên một tháng thì vẫn ghi bổ sung được, tháng đó hiện là “muộn”. Ghi chú riêng có hình ổ khóa, không bao giờ gửi đi."),
        p("Làm được việc tốt thì ghi vào “Việc tốt” trong Giấy tờ. Chỉ việc nào đồng ý kể mới gửi chi bộ."),
        p(link("link", &PapersRoute::Calendar, "Nhờ lịch điện thoại nhắc")),
    )
        .view()
}

fn hand_over() -> View {
    let sending = (
        at(
            "1",
            el("span")
                .class("line")
                .with(("☑ Bản đăng ký", "   ☑ Tháng 10")),
        ),
        at(
            "2",
            looks("", "☑ Tôi đồng ý đưa các nội dung trên cho chi bộ"),
        ),
        at("3", looks("button wide", ("Chia sẻ tệp", icon(Icon::Send)))),
    );
    (
        way_to_the_branch(),
        steps([
            "Mở mục Gửi. Sổ đã đánh dấu sẵn điều chi bộ chưa có; đọc lại phần “Sẽ rời khỏi máy này”.",
            "Đánh dấu đồng ý.",
            "Bấm “Chia sẻ tệp”, chọn Zalo, chọn bí thư, bấm Gửi.",
        ]),
        picture("Màn hình Gửi: các mục đã đánh dấu, ô đồng ý, nút Chia sẻ tệp.", sending),
        p("Không thấy nút “Chia sẻ tệp”: bấm “Lưu tệp”, rồi trong Zalo bấm dấu đính kèm và chọn tệp ấy. Hoặc “Chép văn bản” rồi dán vào tin nhắn."),
        hint("Gửi lại nhiều lần không sao: chi bộ chỉ giữ bản mới nhất."),
        p(link("link", &Route::Handover, "Mở mục Gửi")),
    )
        .view()
}

fn reviews() -> View {
    let review = (
        el("p").with("Đã đăng ký: không hồ sơ nào quá 1 ngày"),
        at(
            "2",
            el("span")
                .class("line-to-fill")
                .with("10 tháng đạt, 1 tháng có 1 hồ sơ chậm"),
        ),
        at("3", looks("button wide", "Hoàn tất")),
    );
    (
        steps([
            "Đến kỳ, trang đầu báo: chạm nút đỏ. Hoặc mở “Tổng kết, giấy tờ” ở cuối trang đầu. Lời đã có sẵn, lấy từ các tháng.",
            "Đọc lại từng việc, sửa cho đúng, rồi tự xếp loại.",
            "Bấm “Hoàn tất”, rồi “Gửi chi bộ”. Cần nộp giấy thì bấm “Xem và in”, ở đó có cả tệp Word.",
        ]),
        picture(
            "Một việc trong bản tổng kết: điều đã đăng ký, ô kết quả đã điền sẵn để sửa, nút Hoàn tất.",
            review,
        ),
        p("Chi bộ họp xong sẽ gửi lại phiếu nhận xét: mở ở mục Gửi, kết luận hiện ở đầu bản sơ kết, tổng kết."),
        p("Cuối tháng 12, sau khi gửi xong: sang năm mở Cài đặt và lập sổ năm mới. Sổ cũ vẫn còn đó để xem."),
        p(link("link", &PapersRoute::Index, "Mở Giấy tờ")),
    )
        .view()
}

fn keep() -> View {
    let signs = (
        el("p").class("line").with((icon(Icon::Check), "Đã lưu")),
        el("p")
            .class("line bad")
            .with((icon(Icon::Alert), "Chưa lưu được")),
    );
    (
        p("Góc trên màn hình luôn có một trong các dấu này. Thấy “Đã lưu” là yên tâm tắt máy."),
        picture("Dấu kiểm và chữ Đã lưu; dấu cảnh báo và chữ Chưa lưu được.", signs),
        p("Sổ chỉ nằm trên máy này. Mỗi tháng nên lưu một bản sao: mở Cài đặt, bấm “Lưu bản sao ra tệp”, rồi cất tệp ở nơi khác."),
        p(link("link", &DataRoute::Kept, "Dữ liệu của tôi")),
    )
        .view()
}

fn trouble() -> Vec<El> {
    let it = |question: &'static str, words: &'static str| answer(question, p(words));
    vec![
        it(
            "Hiện “Chưa lưu được”",
            "Chữ vừa viết vẫn còn trên màn hình, đừng tắt. Bấm “Lưu lại lần nữa”. Vẫn không được thì bấm “Lưu bản sao ra tệp”, sau đó tải lại trang.",
        ),
        it(
            "Mở ra thấy sổ trống",
            "Có lẽ đang mở bằng trình duyệt khác, cửa sổ ẩn danh, hoặc trong Zalo: mỗi nơi giữ riêng. Mở lại đúng biểu tượng hay trình duyệt vẫn dùng. Nếu dữ liệu đã bị xóa: trong Cài đặt chọn “Khôi phục, lấy lại”, bấm “Khôi phục từ tệp” và chọn bản sao đã lưu.",
        ),
        it(
            "Xóa nhầm, sửa nhầm",
            "Bấm “Hoàn tác” ngay trên màn hình. Đã đi qua màn hình khác thì trong Cài đặt chọn “Khôi phục, lấy lại”, mở “Bản lưu tự động”, bấm “lấy lại” ở bản trước đó.",
        ),
        it(
            "Đổi điện thoại",
            "Máy cũ: Cài đặt, “Lưu bản sao ra tệp”, gửi tệp cho chính mình. Máy mới: mở trang này, chọn “Khôi phục từ bản sao lưu”, rồi “Khôi phục từ tệp”.",
        ),
        it(
            "Người khác cũng dùng máy này",
            "Mở Dữ liệu của tôi, chọn “Khóa sổ tay” và đặt mã. Mỗi lần mở sổ phải gõ mã. Quên mã thì không ai mở lại được, nên lưu một bản sao trước.",
        ),
        it(
            "Quên mã khóa",
            "Không có cách mở lại. Nếu còn bản sao đã lưu thì xóa sổ trên máy rồi khôi phục từ tệp ấy.",
        ),
        it(
            "Trang báo máy sắp hết chỗ",
            "Mở Dữ liệu của tôi, mục “Chỗ trên máy”: cất sổ năm cũ ra tệp. Cần xem lại thì khôi phục từ tệp ấy.",
        ),
        it(
            "Chữ nhỏ quá",
            "Mở Cài đặt, chọn Cỡ chữ “Lớn” hoặc “Rất lớn”.",
        ),
        it(
            "Chi bộ chưa gửi bộ chuẩn mực",
            "Vẫn viết được: sổ có sẵn bộ khởi đầu ngắn. Khi nhận được thì mở ở mục Chuẩn mực, các tháng đã ghi giữ nguyên.",
        ),
        it(
            "Gửi nhầm nội dung",
            "Sửa lại trong sổ rồi gửi lần nữa: chi bộ lấy bản mới. Điều đã gửi qua Zalo thì nhắn bí thư xóa tin.",
        ),
        it(
            "Trang báo có bản mới",
            "Bấm “Cập nhật”, mất vài giây. Dữ liệu giữ nguyên.",
        ),
    ]
}
