//! What surrounds every screen: whose handbook it is, the saved sign, the bar at the thumb, and the
//! banners for what must not be missed.

use leptos::prelude::*;

use crate::app::route;
use crate::book::{SaveStatus, book};
use crate::browser::{device, events, page};
use crate::member::backup::save_backup;
use crate::route::Route;
use crate::storage::SaveError;
use crate::ui::{Icon, Kind, icon, notice, undo_notice};

pub fn frame() -> AnyView {
    let book = book();
    let open = Memo::new(move |_| book.id().is_some());
    (move || open.get().then(|| view! { {top()}{tabs()} }.into_any())).into_any()
}

fn top() -> AnyView {
    let book = book();
    let whose = book.part(|handbook| format!("{} · {}", handbook.profile.name, handbook.year));
    let spoken = move || format!("{}, mở cài đặt và đổi sổ tay", whose.get());
    view! {
        <header class="top">
            <a href=Route::Settings.to_string() aria-label=spoken>{whose}</a>
            {saved_sign()}
        </header>
    }
    .into_any()
}

/// Shape, word and colour: always there, on every screen.
fn saved_sign() -> AnyView {
    let book = book();
    let sign = move || {
        book.status.with(|status| match status {
            SaveStatus::Saved if book.durable => ("saved", Icon::Check, "Đã lưu"),
            SaveStatus::Pending => ("saving", Icon::Wait, "Đang lưu…"),
            SaveStatus::Failed(_) => ("failed", Icon::Alert, "Chưa lưu được"),
            SaveStatus::Saved => ("failed", Icon::Alert, "Không lưu"),
            SaveStatus::Sample => ("saving", Icon::Wait, "Sổ mẫu"),
        })
    };
    view! {
        <p class="saved" data-state=move || sign().0 role="status">
            {move || icon(sign().1)}
            {move || sign().2}
        </p>
    }
    .into_any()
}

fn tabs() -> AnyView {
    let tab = |to: Route, icon_of: Icon, name: &'static str| {
        let here = {
            let to = to.clone();
            move || route().with(|route| section(route) == to).then_some("page")
        };
        view! { <a href=to.to_string() aria-current=here>{icon(icon_of)}{name}</a> }.into_any()
    };
    view! {
        <nav class="tabs" aria-label="Các phần của sổ tay">
            {tab(Route::Today, Icon::Today, "Hôm nay")}
            {tab(Route::Pledge, Icon::Pledge, "Đăng ký")}
            {tab(Route::Rating(None), Icon::Rate, "Đánh giá")}
            {tab(Route::Standards, Icon::Book, "Chuẩn mực")}
            {tab(Route::Handover, Icon::Send, "Gửi")}
        </nav>
    }
    .into_any()
}

/// The tab that a route belongs to.
fn section(route: &Route) -> Route {
    match route {
        Route::Question { .. } | Route::PledgeReview => Route::Pledge,
        Route::Rating(_) => Route::Rating(None),
        other => other.clone(),
    }
}

/// Above every screen, most serious first. They stay until settled.
pub fn banners() -> AnyView {
    let book = book();
    let failed = Memo::new(move |_| match book.status.get() {
        SaveStatus::Failed(error) => Some(error),
        _ => None,
    });
    let sample = Memo::new(move |_| book.is_sample());
    let undone = move || {
        book.undo
            .get()
            .map(|undo| undo_notice(undo.what, move || book.put_back()))
    };
    view! {
        {move || failed.get().map(failure)}
        {(!book.durable).then(in_memory)}
        {book.unread.get_value().map(|fault| notice(Kind::Failed, view! { <p>{fault.sentence()}</p> }))}
        {book.newer.then(newer)}
        {move || sample.get().then(sample_banner)}
        {update_banner()}
        {device::is_zalo().then(zalo)}
        {undone}
    }
    .into_any()
}

fn failure(error: SaveError) -> AnyView {
    let book = book();
    let way_out = if error == SaveError::ChangedElsewhere {
        view! {
            <button type="button" class="button-quiet" on:click=move |_| book.save_over_other_tab()>"Giữ bản ở trang này"</button>
            <button type="button" class="button-quiet" on:click=move |_| book.take_other_tab()>"Lấy bản ở trang kia"</button>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="button-quiet" on:click=move |_| book.save()>"Lưu lại lần nữa"</button>
            <button type="button" class="button-quiet" on:click=move |_| { save_backup(book); }>"Lưu bản sao ra tệp"</button>
        }
        .into_any()
    };
    notice(
        Kind::Failed,
        view! { <p>{error.sentence()}</p><div class="actions">{way_out}</div> },
    )
}

/// What a newer version wrote is left alone until this page is updated.
fn newer() -> AnyView {
    notice(
        Kind::Warn,
        view! { <p><b>"Trên máy có phần do bản mới hơn của trang ghi."</b>" Phần đó giữ nguyên, chưa mở được ở đây. Hãy cập nhật: kết nối mạng rồi tải lại trang."</p> },
    )
}

fn in_memory() -> AnyView {
    let book = book();
    notice(
        Kind::Failed,
        view! {
            <p>
                <b>"Trình duyệt này không cho trang lưu dữ liệu."</b>
                " Những gì viết ở đây sẽ mất khi đóng trang. Mở trang ở cửa sổ thường (không phải ẩn danh), hoặc lưu một bản sao ra tệp trước khi đóng."
            </p>
            <button type="button" class="button-quiet" on:click=move |_| { save_backup(book); }>"Lưu bản sao ra tệp"</button>
        },
    )
}

fn sample_banner() -> AnyView {
    let book = book();
    notice(
        Kind::Warn,
        view! {
            <p><b>"Đây là sổ tay mẫu."</b>" Người và việc trong sổ không có thật; sửa thử thoải mái, không điều gì được lưu hay gửi đi."</p>
            <button type="button" class="link" on:click=move |_| book.close_sample()>"Bỏ sổ mẫu"</button>
        },
    )
}

/// A new version waits: asked, never forced.
fn update_banner() -> AnyView {
    let book = book();
    let ready = RwSignal::new(page::mark("update").is_some());
    events::on_message("so-tay:update-ready", move || ready.set(true));
    let update = move |_| {
        book.save();
        events::tell("so-tay:update-apply");
    };
    (move || {
        ready.get().then(|| {
            notice(
                Kind::Plain,
                view! {
                    <p>"Có bản mới của trang. Cập nhật mất vài giây; dữ liệu giữ nguyên."</p>
                    <button type="button" class="button-quiet" on:click=update>"Cập nhật"</button>
                    <button type="button" class="link" on:click=move |_| ready.set(false)>"Để sau"</button>
                },
            )
        })
    })
    .into_any()
}

fn zalo() -> AnyView {
    notice(
        Kind::Warn,
        view! {
            <p>
                <b>"Trang đang mở trong Zalo."</b>
                " Ở đây không lưu được tệp. Chạm dấu ⋯ ở góc trên, chọn “Mở bằng trình duyệt”."
            </p>
        },
    )
}
