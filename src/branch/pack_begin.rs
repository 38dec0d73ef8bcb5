//! Beginning the year's pack: from last year's, from a short set, or from nothing.

use super::pack_draft::Draft;
use crate::browser::{page, random};
use crate::domain::branch::pack::Beginning;
use crate::domain::starter::starter_pack;
use crate::ui::{Content, El, View, button, each, el, h1, p};

pub fn screen(draft: Draft) -> View {
    let before = draft.desk.peek(|branch| {
        let before = branch.pack_before(draft.year);
        before.map(|before| before.year)
    });
    let from_before = before.map(|year| {
        let words = format!("Dùng lại bộ năm {year}");
        let under = "Chuẩn mực, số việc, mức đánh giá giữ nguyên để sửa tiếp; chuyên đề viết mới.";
        (Beginning::Before, words, under.to_owned())
    });
    let short = starter_pack(draft.year).standards.len();
    let starter = format!("{short} điều rút từ các báo cáo, sửa được từng chữ.");
    let ways = from_before.into_iter().chain([
        (
            Beginning::Starter,
            "Bắt đầu từ bộ ngắn có sẵn".to_owned(),
            starter,
        ),
        (
            Beginning::Empty,
            "Bắt đầu từ trang trống".to_owned(),
            "Tự viết từng điều.".to_owned(),
        ),
    ]);
    let ways = each(ways, |(from, words, under)| way(draft, from, words, under));
    (
        h1(format!("Bộ chuẩn mực năm {}", draft.year)),
        p("Bộ chuẩn mực gồm điều phải làm, điều cần tránh, chuyên đề của năm, số việc cần đăng ký và các mức đánh giá. Viết xong thì ban hành thành một tệp, gửi cho mọi người mở trong sổ tay."),
        p("Năm nay bắt đầu từ đâu?"),
        el("ul").class("rows").with(ways),
    )
        .view()
}

fn way(draft: Draft, from: Beginning, words: String, under: String) -> El {
    let begin = move || {
        let id = random::document_id();
        draft
            .desk
            .change(|branch| branch.begin_pack(draft.year, id, from));
        draft.desk.save();
        page::focus_heading();
    };
    let words = el("span").with((words, el("small").with(under)));
    el("li").with(button("more", words, begin))
}
