//! A text to copy, for Zalo: a button, and how it went.

use std::rc::Rc;

use crate::browser::share::copy;
use crate::browser::timer::later;
use crate::signal::RwSignal;
use crate::ui::{Content, Kind, View, button, el, live, notice, p};

/// Where the text cannot be copied, it is shown to be copied by hand.
pub fn copy_button(label: impl Content, text: impl Fn() -> String + 'static) -> View {
    let text = Rc::new(text);
    let failed = RwSignal::new(None::<String>);
    let copied = RwSignal::new(false);
    let act = move || {
        let text = text();
        later(async move {
            let done = copy(&text).await;
            copied.set(done);
            failed.set((!done).then_some(text));
        });
    };
    let told = live(move || {
        let failed = failed.get().map(|text| {
            let words = "Trình duyệt không cho chép. Chọn đoạn chữ dưới đây rồi chép.";
            notice(Kind::Failed, (p(words), el("pre").with(text)))
        });
        let copied = copied.get().then(|| p("Đã chép. Giờ dán vào tin nhắn."));
        el("div").attr("role", "status").with((copied, failed))
    });
    (button("button-quiet", label, act), told).view()
}
