//! Xóa tất cả: asked for in writing, then really everything, service worker and caches included.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::book::book;
use crate::browser::{device, page};
use crate::ui::{Field, Wrong, error_of, error_summary, field};

const WORDS: &str = "xóa hết";

pub fn section() -> AnyView {
    let book = book();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let erase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let meant = crate::browser::text::nfc(typed.get_untracked().trim()).to_lowercase() == WORDS;
        let sentence = if !meant {
            format!("Chưa xóa gì: gõ đúng hai chữ “{WORDS}” để xác nhận")
        } else if book.erase_everything().is_err() {
            "Chưa xóa được hết: trình duyệt báo lỗi. Xóa dữ liệu của trang này trong phần cài đặt của trình duyệt.".to_owned()
        } else {
            spawn_local(device::remove_offline_copy());
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
    view! {
        <section class="stack">
            <h2>"Xóa tất cả"</h2>
            <p>"Xóa mọi sổ tay, bản lưu và bản dùng khi không có mạng của trang này khỏi máy. Không lấy lại được, trừ từ tệp sao lưu."</p>
            {error_summary(wrong.into())}
            <form class="stack" novalidate on:submit=erase>
                {field(confirm)}
                <button class="button-quiet">"Xóa tất cả"</button>
            </form>
        </section>
    }
    .into_any()
}

/// The last screen: nothing is left to show.
pub fn erased() -> AnyView {
    view! {
        <h1 tabindex="-1">"Đã xóa hết"</h1>
        <p>"Không còn gì của sổ tay trên máy này. Có thể đóng trang."</p>
        <button type="button" class="button-quiet" on:click=|_| page::reload()>"Bắt đầu lại"</button>
    }
    .into_any()
}
