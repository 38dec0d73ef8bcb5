//! Cài đặt: whose handbook it is, the handbooks on this phone, backup, looks, installation, what
//! was damaged, deletion of everything, version.

use leptos::prelude::*;

use crate::book::book;
use crate::browser::files::download;
use crate::browser::{device, events, page};
use crate::member::{backup, erase, looks, profile, years};
use crate::route::Route;
use crate::storage::SetAside;
use crate::ui::{Icon, Kind, icon, notice};

pub fn screen() -> AnyView {
    let book = book();
    let open = book.peek(|handbook| Some(handbook.year)).is_some();
    view! {
        <h1 tabindex="-1">"Cài đặt"</h1>
        {damaged()}
        {open.then(profile::section)}
        {open.then(years::section)}
        {backup::section()}
        {looks::section()}
        {install()}
        {version()}
        {erase::section()}
        {(!open).then(|| view! { <p><a class="link" href=Route::Today.to_string()>{icon(Icon::Left)}"Về trang đầu"</a></p> })}
    }
    .into_any()
}

/// Texts that could not be read: kept, and offered as files.
fn damaged() -> AnyView {
    let book = book();
    let one = move |SetAside {
                        key, what, text, ..
                    }: SetAside| {
        let discard = move |_| {
            if book.shelf().discard(&key).is_ok() {
                book.set_aside
                    .update(|list| list.retain(|aside| aside.key != key));
            }
        };
        let save = move |_| {
            download("so-tay_phan-hong.txt", &text);
        };
        notice(
            Kind::Warn,
            view! {
                <p><b>{what}</b></p>
                <p>"Phần này được để riêng, nguyên như cũ; phần còn lại vẫn dùng bình thường."</p>
                <div class="actions">
                    <button type="button" class="button-quiet" on:click=save>"Lưu phần hỏng ra tệp"</button>
                    <button type="button" class="link" on:click=discard>"Bỏ phần này"</button>
                </div>
            },
        )
    };
    (move || book.set_aside.get().into_iter().map(one).collect_view()).into_any()
}

fn install() -> AnyView {
    if device::is_installed() {
        return ().into_any();
    }
    let ready = RwSignal::new(page::mark("install").is_some());
    events::on_message("so-tay:install-ready", move || {
        ready.try_set(true);
    });
    let how = if device::is_apple() {
        "Trong Safari, chạm nút Chia sẻ rồi chọn “Thêm vào MH chính”. Làm trước khi ghi: ứng dụng trên màn hình chính có chỗ lưu riêng."
    } else {
        "Mở nhanh như một ứng dụng, dùng khi không có mạng và giữ dữ liệu chắc hơn. Nếu không thấy nút, mở danh mục ⋮ của trình duyệt và chọn “Cài đặt ứng dụng”."
    };
    let install = move |_| {
        events::tell("so-tay:install");
        ready.set(false);
        leptos::task::spawn_local(device::ask_to_keep_data());
    };
    view! {
        <section class="stack">
            <h2>"Cài lên màn hình chính"</h2>
            <p>{how}</p>
            {move || ready.get().then(|| view! { <button type="button" class="button-quiet" on:click=install>"Cài đặt lên máy"</button> })}
        </section>
    }
    .into_any()
}

/// What each version brought, newest first; CHANGELOG.md tells it to developers.
const NEWS: [&str; 3] = [
    "Viết bản đăng ký, mỗi tháng tự đánh giá, gửi chi bộ một tệp",
    "Dùng được khi không có mạng, cài được lên màn hình chính",
    "Sao lưu, khôi phục, bản lưu tự động",
];

fn version() -> AnyView {
    let book = book();
    let used = book
        .shelf()
        .usage()
        .map(|bytes| format!("{} KB", bytes.div_ceil(1024)))
        .unwrap_or_default();
    view! {
        <section>
            <h2>"Phiên bản"</h2>
            <dl class="facts">
                <div><dt>"Đang dùng"</dt><dd>{env!("CARGO_PKG_VERSION")}</dd></div>
                <div><dt>"Chỗ đã dùng trên máy"</dt><dd>{used}</dd></div>
            </dl>
            <details>
                <summary>"Có gì trong bản này"</summary>
                <ul class="list">{NEWS.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </details>
            <p><a class="link" href=Route::About.to_string()>"Giới thiệu"</a></p>
        </section>
    }
    .into_any()
}
