//! What surrounds the screens of every program: whose it is, the saved sign, a way in the bar, and
//! the banners that are the same for all.

use crate::book::SaveStatus;
use crate::browser::{device, events, page};
use crate::route::Route;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, El, Icon, Kind, View, actions, b, button, el, h1, icon, live, notice, p};

/// Whose it is, with the way to change it, and the saved sign. `shown` says it in what room there is,
/// `spoken` follows it for screen readers.
pub fn top(to: String, whose: Signal<String>, shown: View, spoken: &'static str, sign: El) -> El {
    let label = move || Some(format!("{}, {spoken}", whose.get()));
    let whose = el("a")
        .made_attr("href", to)
        .live_attr("aria-label", label)
        .with(shown);
    el("header").class("top").with((whose, sign))
}

/// Shape, word and colour: always there, on every screen.
pub fn saved_sign(status: RwSignal<SaveStatus>, durable: bool, sample: &'static str) -> El {
    let sign = move || {
        status.with(|status| match status {
            SaveStatus::Saved if durable => ("saved", Icon::Check, "Đã lưu"),
            SaveStatus::Pending => ("saving", Icon::Wait, "Đang lưu…"),
            SaveStatus::Failed(_) => ("failed", Icon::Alert, "Chưa lưu được"),
            SaveStatus::Saved => ("failed", Icon::Alert, "Không lưu"),
            SaveStatus::Sample => ("saving", Icon::Wait, sample),
        })
    };
    let words = live(move || {
        let (_, shape, words) = sign();
        (icon(shape), words)
    });
    el("p")
        .class("saved")
        .attr("role", "status")
        .live_attr("data-state", move || Some(sign().0.to_owned()))
        .with(words)
}

/// A way in the bar.
#[inline(always)]
pub fn tab(
    to: String,
    shape: View,
    name: &'static str,
    here: impl Fn() -> bool + Send + Sync + 'static,
) -> El {
    el("a")
        .made_attr("href", to)
        .live_attr("aria-current", move || here().then(|| "page".to_owned()))
        .with((shape, name))
}

/// What a newer version wrote is left alone until this page is updated.
pub fn newer() -> El {
    notice(
        Kind::Warn,
        p((
            b("Trên máy có phần do bản mới hơn của trang ghi."),
            " Phần đó giữ nguyên, chưa mở được ở đây. Hãy cập nhật: kết nối mạng rồi tải lại trang.",
        )),
    )
}

/// A new version waits: asked, never forced. `save` is called before the page changes.
pub fn update_banner(save: impl Fn() + Clone + Send + 'static) -> View {
    let ready = RwSignal::new(page::mark("update").is_some());
    events::on_message("so-tay:update-ready", move || ready.set(true));
    live(move || {
        let save = save.clone();
        let update = move || {
            save();
            events::tell("so-tay:update-apply");
        };
        ready.get().then(|| {
            notice(
                Kind::Plain,
                (
                    p("Có bản mới của trang. Cập nhật mất vài giây; dữ liệu giữ nguyên."),
                    actions((
                        button("button-quiet", "Cập nhật", update),
                        button("link", "Để sau", move || ready.set(false)),
                    )),
                ),
            )
        })
    })
}

/// Zalo's own browser can't save files.
pub fn zalo() -> Option<El> {
    device::is_zalo().then(|| {
        notice(
            Kind::Warn,
            p((
                b("Trang đang mở trong Zalo."),
                " Ở đây không lưu được tệp. Chạm dấu ⋯ ở góc trên, chọn “Mở bằng trình duyệt”.",
            )),
        )
    })
}

/// The last screen: nothing is left to show.
pub fn erased() -> View {
    (
        h1("Đã xóa hết"),
        p("Không còn gì của sổ tay trên máy này. Có thể đóng trang."),
        button("button-quiet", "Bắt đầu lại", || {
            page::replace(&Route::Today.to_string());
            page::reload();
        }),
    )
        .view()
}
