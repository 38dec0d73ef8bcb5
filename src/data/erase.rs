//! Xóa tất cả: asked for in writing, then really everything, service worker and caches included.

use crate::book::book;
use crate::browser::text::nfc;
use crate::browser::timer::later;
use crate::browser::{device, page};
use crate::domain::letters::lower;
use crate::route::DataRoute;
use crate::signal::RwSignal;
use crate::storage::Fault;
use crate::ui::{
    Content, Field, Icon, View, Wrong, el, error_of, error_summary, field, form, h1, icon, link, p,
};

const WORDS: &str = "xóa hết";

pub fn screen() -> View {
    (
        h1("Xóa tất cả"),
        asked(|| book().erase_everything()),
        p(link(
            "link",
            &DataRoute::Kept,
            (icon(Icon::Left), "Dữ liệu của tôi"),
        )),
    )
        .view()
}

/// What will be gone, the words to type, and the button.
pub fn asked(all: impl Fn() -> Result<(), Fault> + 'static) -> View {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let erase = move || {
        let meant = lower(&nfc(typed.get_untracked().trim())) == WORDS;
        let sentence = if !meant {
            format!("Chưa xóa gì: gõ đúng hai chữ “{WORDS}” để xác nhận")
        } else if all().is_err() {
            "Chưa xóa được hết: trình duyệt báo lỗi. Xóa dữ liệu của trang này trong phần cài đặt của trình duyệt.".to_owned()
        } else {
            later(device::remove_offline_copy());
            return;
        };
        wrong.set(vec![("erase", sentence)]);
        page::focus(".error-summary");
    };
    let confirm = Field::new(
        "erase",
        format!("Gõ “{WORDS}” để xác nhận"),
        typed.into(),
        move |text| typed.set(text),
    )
    .error(error_of(wrong.into(), "erase"));
    let submit = el("button").class("button-quiet").with("Xóa tất cả");
    (
        p(
            "Xóa mọi sổ tay, chi bộ, bản lưu và bản dùng khi không có mạng của trang này khỏi máy. Không lấy lại được, trừ từ tệp sao lưu.",
        ),
        error_summary(wrong.into()),
        form(erase, (field(confirm), submit)),
    )
        .view()
}
