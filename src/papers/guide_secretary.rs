//! Hướng dẫn for the branch secretary: the same year, seen from the desk.

use super::guide::{Part, answer, at, looks, parts, picture, steps};
use super::guide_pictures::from_excel;
use crate::route::{DeskRoute, PapersRoute};
use crate::ui::{Content, El, Icon, View, each, el, h1, hint, icon, link, p};

pub fn screen() -> View {
    (
        h1("Hướng dẫn cho bí thư"),
        p("Mọi người gửi tệp qua Zalo; trang này đọc, giữ và đếm. Số liệu không phải gõ lại.")
            .class("lead"),
        p(link(
            "link",
            &PapersRoute::MemberGuide,
            "Hướng dẫn cho người dùng sổ tay",
        )),
        p(link(
            "link",
            &DeskRoute::Overview,
            "Mở bàn làm việc của chi bộ",
        )),
        parts(vec![
            Part::new("danh-sach", "Trước hết: lập danh sách", roster()),
            Part::new("thang-mot", "Tháng 1: bộ chuẩn mực và đăng ký", january()),
            Part::new("nhan", "Nhận phiếu từ Zalo", receive()),
            Part::new("moi-thang", "Mỗi tháng", each_month()),
            Part::new("sau-thang", "Sáu tháng và cuối năm", reports()),
            Part::new("giu", "Sao lưu và bàn giao", keep()),
            Part::new("truc-trac", "Khi có điều không ổn", trouble()),
        ]),
    )
        .view()
}

fn roster() -> View {
    (
        from_excel(),
        steps([
            "Mở mục Danh sách, bấm “Lấy từ Excel”.",
            "Trong Excel chọn các ô có họ tên, đối tượng, chức vụ, tổ, cả dòng tên cột; chép rồi dán vào ô. Hoặc mở thẳng tệp Excel.",
            "Bấm “Xem trước”, xem từng dòng rồi mới nhận.",
        ]),
        p("Ai kết nạp, chuyển đi, chuyển đến thì ghi kèm ngày: số liệu của những ngày trước giữ nguyên. Không hỏi số căn cước, số thẻ."),
        p(link("link", &DeskRoute::Roster, "Mở Danh sách")),
    )
        .view()
}

fn january() -> View {
    (
        steps([
            "Mục Bộ chuẩn mực: viết chuẩn mực, chuyên đề, số việc phải đăng ký, cách xếp loại; bấm “Ban hành”.",
            "Gửi tệp ấy vào nhóm Zalo. Mỗi người mở ở mục Chuẩn mực trong sổ tay.",
            "Phiếu đăng ký gửi về thì nhận ở mục Nhận phiếu.",
            "Họp thông qua, rồi ghi ngày cho cả chi bộ ở mục Công khai.",
            "In bản công khai để niêm yết, hoặc trình chiếu. Chỉ có bản đã thông qua của người đã đồng ý.",
        ]),
        p("Ai không đăng ký thì ghi lý do ở mục Đăng ký. Người nộp bản giấy cũng ghi được ở đó."),
        p(link("link", &DeskRoute::Pack, "Mở Bộ chuẩn mực")),
    )
        .view()
}

fn receive() -> View {
    let counts = (
        at("1", looks("button-quiet", "Chọn tệp")),
        el("b").with("12 tệp: 8 mới · 2 mới hơn · 1 trùng · 1 không nhận được"),
        el("p")
            .class("line")
            .with((icon(Icon::Check), "Trần Thị Bình · mới")),
        at("2", el("p").with("? Nguyễn Thị Hà · có hai người cùng tên")),
        at("3", looks("button wide", "Nhận 10 phiếu")),
    );
    (
        steps([
            "Tải các tệp trong Zalo về máy, rồi bấm “Chọn tệp” và chọn nhiều tệp một lúc. Trên máy tính thì kéo thả.",
            "Xem kết luận cho từng tệp. Chỗ có dấu hỏi thì chọn giúp là ai.",
            "Bấm “Nhận”. Trước đó chưa giữ lại gì; sau đó vẫn “Hoàn tác” được.",
        ]),
        picture("Màn hình Nhận phiếu: nút Chọn tệp, kết luận cho từng tệp, nút Nhận 10 phiếu.", counts),
        hint("Nhận trùng, nhận không theo thứ tự đều không sao: bản mới hơn luôn thay bản cũ."),
        p(link("link", &DeskRoute::Receive, "Mở Nhận phiếu")),
    )
        .view()
}

fn each_month() -> View {
    let row = |name: &'static str, letters: [&'static str; 4]| {
        let cells = each(letters, |letter| el("td").with(letter));
        el("tr").with((el("th").attr("scope", "row").with(name), cells))
    };
    let table = el("table").with((
        row("Trần Thị Bình", ["T", "X", "T", "·"]),
        row("Lê Văn Cường", ["T", "T", "T", "T"]),
    ));
    (
        steps([
            "Một tuần trước họp: mục Theo dõi cho biết ai chưa gửi. Bấm “Chép lời nhắc chung”, dán vào nhóm Zalo.",
            "Mục Sinh hoạt: chương trình, ai tự phê bình kỳ này, hạn chế nào quá hạn, việc tốt nào mọi người đồng ý cho nêu.",
            "Họp xong: ghi đánh giá của chi bộ cho từng người ở mục Theo dõi. Việc tốt thì bấm “Đề nghị biểu dương”; được biểu dương rồi thì ghi ở mục Biểu dương.",
            "Mục Nhận xét: gửi lại mỗi người một tệp.",
        ]),
        picture("Bảng theo dõi: mỗi người một dòng, mỗi tháng một chữ: T là Tốt, X là Xuất sắc, dấu chấm là chưa gửi.", table),
        p(link("link", &DeskRoute::Months(None), "Mở Theo dõi")),
    )
        .view()
}

fn reports() -> View {
    (
        steps([
            "Mục Sơ kết, tổng kết: đọc bản từng người đã gửi, ghi mức xếp loại và lời kết luận. Kết luận về máy từng người cùng phiếu ở mục Nhận xét.",
            "Mục Báo cáo: số liệu đã điền sẵn. Đọc lại, sửa lời ở phần nào cũng được, rồi in hoặc lưu tệp Word.",
            "Mục Đăng ký có sẵn câu cho báo cáo: bao nhiêu người đăng ký trên tổng số, đảng viên mấy việc, quần chúng mấy việc.",
            "Bấm vào con số nào cũng mở ra tên từng người.",
            "Ghi khen thưởng theo cấp và loại ở mục Biểu dương; tổng không khớp thì trang chỉ ra.",
        ]),
        picture(
            "Một câu của báo cáo, con số gạch chân mở ra tên.",
            el("p").with(("Có ", el("u").with("41/45"), " đảng viên, quần chúng đăng ký …")),
        ),
        p(link("link", &DeskRoute::Registration, "Mở Đăng ký")),
    )
        .view()
}

fn keep() -> View {
    (
        p("Dữ liệu của chi bộ chỉ nằm trên máy này. Mỗi tháng một lần, mở Lưu trữ và lưu bản sao ra tệp, cất ở nơi khác. Tệp đi qua Zalo hay để ở máy chung thì lưu bản có mã."),
        p("Bàn giao bí thư mới: đưa tệp bản sao; trên máy mới mở Lưu trữ và khôi phục từ tệp ấy. Xong thì xóa ở máy cũ."),
        hint("Quan điểm, lời tự nhận xét là dữ liệu nhạy cảm: chỉ giữ điều cần cho việc của chi bộ, máy dùng chung thì đặt mã ở Dữ liệu của tôi, mục “Khóa sổ tay”."),
        p(link("link", &DeskRoute::Keeping, "Mở Lưu trữ")),
    )
        .view()
}

fn trouble() -> Vec<El> {
    let it = |question: &'static str, words: &'static str| answer(question, p(words));
    vec![
        it(
            "Tệp không nhận được",
            "Đọc lý do ngay dưới tên tệp. Thường là chọn nhầm tệp khác, hoặc tệp bị cắt khi chép. Nhờ người gửi bấm “Chia sẻ tệp” hoặc “Lưu tệp” lần nữa.",
        ),
        it(
            "Người gửi chưa có trong danh sách",
            "Chọn người ấy trong danh sách nếu chỉ khác cách viết tên, hoặc chọn “Người mới: thêm vào danh sách”.",
        ),
        it("Nhận nhầm", "Bấm “Hoàn tác” ngay sau khi nhận."),
        it(
            "Con số không đúng",
            "Bấm vào con số để xem tên. Thường do ngày kết nạp, chuyển đi, chuyển đến trong Danh sách.",
        ),
        it(
            "Hai máy cùng làm",
            "Mỗi máy giữ riêng. Nên làm trên một máy; máy kia chỉ xem bằng bản sao khôi phục từ tệp.",
        ),
        it(
            "Hết chỗ trên máy",
            "Mở Lưu trữ: năm đã xong thì cất ra tệp cho nhẹ, cần xem lại thì mở từ tệp ấy.",
        ),
    ]
}
