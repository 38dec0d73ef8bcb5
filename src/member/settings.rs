//! Cài đặt: whose handbook it is, the handbooks on this phone, backup, looks, installation, what
//! was damaged, version.

use crate::book::book;
use crate::browser::timer::later;
use crate::browser::{device, events, page};
use crate::member::{backup, looks, profile, years};
use crate::route::{DataRoute, Route};
use crate::signal::RwSignal;
use crate::ui::{
    Content, El, Icon, Kind, View, b, button, details, each, el, h1, h2, icon, link, live, notice,
    p, stack,
};

pub fn screen() -> View {
    let open = book().peek(|_| true);
    let back = || {
        let words = (icon(Icon::Left), "Về trang đầu");
        p(link("link", &Route::Today, words))
    };
    (
        h1("Cài đặt"),
        damaged(),
        years::section(),
        backup::section(),
        open.then(profile::section),
        looks::section(),
        (
            install(),
            p(link("link", &"#/chi-bo", "Bàn làm việc của chi bộ")),
            p(link("link", &DataRoute::Kept, "Dữ liệu của tôi")),
            p(link("link", &DataRoute::Erase, "Xóa tất cả")),
        ),
        version(),
        (!open).then(back),
    )
        .view()
}

/// Texts that could not be read are kept, and had back elsewhere.
fn damaged() -> View {
    let book = book();
    live(move || {
        let any = book.set_aside.with(|list| !list.is_empty());
        any.then(|| {
            let way = link("link", &DataRoute::Restore, "Xem và lấy lại");
            notice(
                Kind::Warn,
                (p(b("Có phần trên máy không đọc được, đã để riêng.")), way),
            )
        })
    })
}

fn install() -> Option<El> {
    if device::is_installed() {
        return None;
    }
    let ready = RwSignal::new(page::mark("install").is_some());
    events::on_message("so-tay:install-ready", move || {
        ready.set(true);
    });
    let how = if device::is_apple() {
        "Trong Safari, chạm nút Chia sẻ rồi chọn “Thêm vào MH chính”. Làm trước khi ghi: ứng dụng trên màn hình chính có chỗ lưu riêng."
    } else {
        "Mở nhanh như một ứng dụng, dùng khi không có mạng và giữ dữ liệu chắc hơn. Nếu không thấy nút, mở danh mục ⋮ của trình duyệt và chọn “Cài đặt ứng dụng”."
    };
    let install = move || {
        events::tell("so-tay:install");
        ready.set(false);
        later(device::ask_to_keep_data());
    };
    let offer = move || {
        let offered = ready.get();
        offered.then(|| button("button-quiet", "Cài đặt lên máy", install))
    };
    Some(stack((h2("Cài lên màn hình chính"), p(how), live(offer))))
}

/// What each version brought, newest first; CHANGELOG.md tells it to developers.
const NEWS: [&str; 3] = [
    "Viết bản đăng ký, mỗi tháng tự đánh giá, gửi chi bộ một tệp",
    "Dùng được khi không có mạng, cài được lên màn hình chính",
    "Sao lưu, khôi phục, bản lưu tự động",
];

fn version() -> El {
    let used = book().shelf().usage();
    let used = used.map(|bytes| format!("{} KB", bytes.div_ceil(1024)));
    let fact = |name: &'static str, value: String| {
        el("div").with((el("dt").with(name), el("dd").with(value)))
    };
    let facts = (
        fact("Đang dùng", env!("CARGO_PKG_VERSION").to_owned()),
        fact("Chỗ đã dùng trên máy", used.unwrap_or_default()),
    );
    let news = each(NEWS, |line| el("li").with(line));
    el("section").with((
        h2("Phiên bản"),
        el("dl").class("facts").with(facts),
        details("Có gì trong bản này", el("ul").class("list").with(news)),
        p(link("link", &"#/huong-dan", "Hướng dẫn")),
        p(link("link", &DataRoute::About, "Giới thiệu")),
    ))
}
