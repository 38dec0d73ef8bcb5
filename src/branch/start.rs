//! The first start: what the desk is, then a new branch or the sample to look around in. Also one more
//! branch on the same device.

use super::keeping_restore;
use crate::browser::{page, random};
use crate::desk::desk;
use crate::domain::branch::Branch;
use crate::route::{DeskRoute, Route};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Field, Icon, View, Wrong, button, each, el, error_of, error_summary, eyebrow,
    field, form, h1, h2, hint, icon, link, p, stack,
};

/// The form, kept as typed.
#[derive(Clone, Default, PartialEq)]
struct Form {
    name: String,
    unit: String,
}

pub fn screen() -> View {
    let desk = desk();
    let first = desk.shelved.with_untracked(Vec::is_empty);
    let filled = RwSignal::new(Form::default());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let begin = move || {
        let Form { name, unit } = filled.get_untracked();
        let (name, unit) = (name.trim(), unit.trim());
        if name.is_empty() {
            let words = "Viết tên chi bộ, như trên văn bản".to_owned();
            wrong.set(vec![("name", words)]);
            page::focus(".error-summary");
            return;
        }
        let mut branch = Branch::begin(random::document_id(), name.to_owned());
        unit.clone_into(&mut branch.unit);
        if desk.open_new(branch) {
            page::replace(&DeskRoute::Overview.to_string());
        } else {
            // Why not stands above it.
            page::focus_heading();
        }
    };
    let part = move |read: fn(&Form) -> String| Signal::derive(move || filled.with(read));
    let name = Field::new(
        "name",
        "Tên chi bộ",
        part(|form| form.name.clone()),
        move |text| filled.update(|form| form.name = text),
    )
    .hint("Ví dụ: Chi bộ Văn phòng")
    .error(error_of(wrong.into(), "name"));
    let unit = Field::new(
        "unit",
        "Cơ quan, đơn vị",
        part(|form| form.unit.clone()),
        move |text| filled.update(|form| form.unit = text),
    )
    .hint("Ví dụ: Văn phòng UBND huyện");
    let begin_words = ("Bắt đầu ", icon(Icon::Go));
    (
        eyebrow("Sổ tay làm theo"),
        h1(if first {
            "Bàn làm việc của chi bộ"
        } else {
            "Thêm chi bộ"
        }),
        first.then(what_it_is),
        error_summary(wrong.into()),
        form(
            begin,
            (
                h2("Lập chi bộ trên máy này"),
                field(name.name()),
                field(unit),
                el("button")
                    .kind("submit")
                    .class("button wide")
                    .with(begin_words),
                hint("Tên sửa lại được sau."),
            ),
        ),
        others(),
    )
        .view()
}

fn what_it_is() -> View {
    let facts = [
        "Dữ liệu của chi bộ chỉ nằm trên máy này, để riêng với sổ tay cá nhân. Không cần tài khoản.",
        "Mở một lần rồi thì những lần sau dùng được cả khi không có mạng.",
        "Máy có thể hỏng hoặc mất: mỗi tháng nên sao lưu ra tệp một lần, ở mục Lưu trữ.",
    ];
    (
        p("Dành cho bí thư, chi ủy viên: lập danh sách, ban hành bộ chuẩn mực, nhận phiếu mọi người gửi qua Zalo, theo dõi từng tháng, chuẩn bị sinh hoạt và gửi lại nhận xét."),
        el("ul")
            .class("list")
            .with(each(facts, |fact| el("li").with(fact))),
    )
        .view()
}

fn others() -> El {
    let desk = desk();
    let look = move || {
        desk.open_sample();
        page::go(&DeskRoute::Overview.to_string());
    };
    let words = (
        "Xem thử chi bộ mẫu",
        el("small").with("45 người đặt ra, không lưu lại gì"),
    );
    let sample = button("more", el("span").with(words), look);
    let back = link("", &Route::Today, el("span").with("Về sổ tay cá nhân"));
    stack((
        h2("Hoặc"),
        el("ul")
            .class("rows")
            .with((el("li").with(sample), el("li").with(back))),
        keeping_restore::picker(),
    ))
}
