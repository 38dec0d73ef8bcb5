//! What every paper has: the heading with the unit's names at the left and, where the unit wants it, the
//! right-hand heading; the title; place and date; who signs. All words come from the pack.

use crate::browser::page;
use crate::domain::{Day, Handbook};
use crate::ui::{Content, El, View, actions, b, button, each, el, letterhead, link, p};
pub use crate::ui::{lines as words, sheet, sheet_title as title};

/// What stands above a sheet and is not printed.
pub fn ways(back: &impl ToString) -> El {
    actions((
        button("button", "In", page::print),
        link("link", back, "Về bản đang viết"),
    ))
}

pub fn head(handbook: &Handbook) -> El {
    let pack = &handbook.pack.pack;
    let above = [&pack.headings.superior, &pack.unit].map(Clone::clone);
    letterhead(above, &handbook.profile.branch, &pack.headings.right)
}

/// "Họ và tên: …"
pub fn who(handbook: &Handbook) -> View {
    let profile = &handbook.profile;
    let lines = [
        ("Họ và tên", profile.name.clone()),
        ("Chức vụ", handbook.post_line()),
    ];
    each(lines, |(name, words)| p(format!("{name}: {words}"))).view()
}

/// Place for the branch's word and the person's hand; never alone on a page.
pub fn signatures(handbook: &Handbook, on: Option<Day>, whose: &'static str) -> El {
    let date = match on {
        // The place is left to the hand: no unit's place is kept.
        Some(day) => format!("………, {}", day.in_words()),
        None => format!("………, ngày … tháng … năm {}", handbook.year),
    };
    let branch = el("div").with((p(""), p(b("Xác nhận của chi bộ"))));
    let person = el("div").with((
        p(el("i").with(date)),
        p(b(whose)),
        p(el("i").with("(Ký, ghi rõ họ tên)")),
        p(handbook.profile.name.clone()).class("signed"),
    ));
    el("footer").class("sheet-sign").with((branch, person))
}
