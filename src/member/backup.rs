//! Sao lưu: everything into one file, private notes too, for the person alone; and back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::book::{Book, book};
use crate::browser::files::{Chosen, download};
use crate::browser::share::share;
use crate::browser::text::nfc;
use crate::browser::{clock, device, random};
use crate::domain::{Day, Handbook};
use crate::exchange::{Backup, Envelope, Kind, Opened, file_name, open, write_backup};
use crate::member::words;
use crate::ui::{Icon, Kind as Notice, file_button, icon, notice};

/// Makes the backup file and gives it to the phone. What is on the screen and not yet saved goes
/// along: this is the way out when saving fails.
pub fn save_backup(book: Book) {
    let today = clock::today();
    let mut handbooks = book.shelved.get_untracked();
    let current = book
        .peek(|handbook| Some(handbook.clone()))
        .filter(|_| !book.is_sample());
    if let Some(current) = current {
        handbooks.retain(|handbook| handbook.id != current.id);
        handbooks.insert(0, current);
    }
    let Some(first) = handbooks.first() else {
        return;
    };
    let name = file_name(Kind::Backup, &first.profile.name, first.year, today);
    let file = Envelope {
        document_id: random::document_id(),
        revision: 1,
        exported_at: clock::now(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        payload: Backup { handbooks },
    };
    let text = write_backup(&file, &nfc);
    let made = move || book.change_settings(|settings| settings.backed_up_on = Some(today));
    if !device::can_download() {
        spawn_local(async move {
            if share(&name, &text).await == crate::browser::share::Shared::Done {
                made();
            }
        });
    } else if download(&name, &text) {
        made();
    }
}

pub fn section() -> AnyView {
    let book = book();
    let last = move || {
        let today = book.today.get();
        match book.settings.with(|settings| settings.backed_up_on) {
            Some(day) => format!("Bản sao gần nhất: {}.", words::days_ago(day, today)),
            None => "Chưa có bản sao nào.".to_owned(),
        }
    };
    let some = Memo::new(move |_| book.shelved.with(|shelved| !shelved.is_empty()));
    view! {
        <section class="stack" id="backup">
            <h2>"Sao lưu"</h2>
            <p><b>{last}</b>" Mất máy hoặc xóa dữ liệu trình duyệt là mất sổ, trừ khi có bản sao. Tệp gồm cả ghi chú riêng: giữ cho mình, không gửi ai."</p>
            {move || some.get().then(|| view! {
                <button type="button" class="button-quiet wide" on:click=move |_| save_backup(book)>"Lưu bản sao ra tệp "{icon(Icon::Go)}</button>
            })}
            {restore()}
        </section>
    }
    .into_any()
}

/// What a picked backup holds, not yet put in place.
#[derive(Clone)]
struct Offered {
    name: String,
    on: Option<Day>,
    handbooks: Vec<Handbook>,
}

fn read_backup(file: Chosen) -> Result<Offered, String> {
    let Chosen { name, bytes } = file;
    let Some(bytes) = bytes else {
        return Err(format!(
            "“{name}” lớn quá 8 MB hoặc không đọc được. Chọn tệp bản sao lưu khác."
        ));
    };
    match open(&bytes, &nfc) {
        Ok(Opened::Backup(backup)) => {
            let on = backup
                .exported_at
                .get(..10)
                .and_then(|day| day.parse().ok());
            Ok(Offered {
                name,
                on,
                handbooks: backup.payload.handbooks,
            })
        }
        Ok(_) => Err(format!(
            "“{name}” không phải bản sao lưu. Chọn tệp có tên bắt đầu bằng “so-tay_sao-luu”."
        )),
        Err(problem) => Err(format!("“{name}”: {}", problem.sentence())),
    }
}

fn restore() -> AnyView {
    let book = book();
    let offered = RwSignal::new(None::<Result<Offered, String>>);
    let restored = RwSignal::new(None::<Vec<Handbook>>);
    let pick = move |file| {
        restored.set(None);
        offered.set(Some(read_backup(file)));
    };
    view! {
        {file_button("Khôi phục từ tệp", "button-quiet", 8 << 20, pick)}
        {move || match offered.get() {
            Some(Ok(file)) => preview(book, file, offered, restored),
            Some(Err(sentence)) => notice(Notice::Failed, view! { <p>{sentence}</p> }),
            None => ().into_any(),
        }}
        {move || restored.get().map(|before| done(book, before, restored))}
    }
    .into_any()
}

fn summary(handbook: &Handbook) -> String {
    format!(
        "{} việc, {} tháng, {} ghi chú riêng",
        handbook.pledge.draft.len(),
        handbook.months.len(),
        handbook.private_notes()
    )
}

fn preview(
    book: Book,
    file: Offered,
    offered: RwSignal<Option<Result<Offered, String>>>,
    restored: RwSignal<Option<Vec<Handbook>>>,
) -> AnyView {
    let here = book.shelved.get_untracked();
    let rows = file.handbooks.iter().map(|handbook| {
        let kept = here.iter().find(|kept| kept.id == handbook.id);
        let on_phone = kept.map_or_else(|| "chưa có".to_owned(), summary);
        let in_file = if kept == Some(handbook) {
            "giống nhau".to_owned()
        } else {
            summary(handbook)
        };
        view! {
            <tr>
                <th scope="row">{format!("{} · {}", handbook.profile.name, handbook.year)}</th>
                <td>{on_phone}</td>
                <td>{in_file}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let made = file.on.map(|day| format!(" · ghi ngày {day}"));
    let handbooks = file.handbooks;
    let put = move |_| {
        book.save();
        let before = book.shelved.get_untracked();
        match book.shelf().restore(&handbooks, &clock::now()) {
            Ok(_) => {
                offered.set(None);
                reopen_with(book, &handbooks);
                restored.set(Some(before));
            }
            Err(error) => offered.set(Some(Err(error.sentence().to_owned()))),
        }
    };
    view! {
        <div class="stack">
            <h3>"Sẽ thay những gì"</h3>
            <p class="muted">{file.name}{made}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Sẽ thay những gì">
                <table>
                    <thead><tr><th scope="col">"Sổ tay"</th><th scope="col">"Trên máy"</th><th scope="col">"Trong tệp"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="hint">"Sổ khác trên máy giữ nguyên. Sổ bị thay được giữ lại thành bản lưu để lấy lại."</p>
            <div class="actions">
                <button type="button" class="button" on:click=put>"Thay bằng nội dung trong tệp"</button>
                <button type="button" class="link" on:click=move |_| offered.set(None)>"Thôi"</button>
            </div>
        </div>
    }
    .into_any()
}

/// Shows the shelf with these handbooks in place of those of the same id; the first of them opens
/// where none was.
fn reopen_with(book: Book, handbooks: &[Handbook]) {
    let mut shelved = book.shelved.get_untracked();
    shelved.retain(|kept| handbooks.iter().all(|handbook| handbook.id != kept.id));
    shelved.extend_from_slice(handbooks);
    shelved.sort_by_key(|handbook| -handbook.year);
    book.reopen(shelved);
}

fn done(book: Book, before: Vec<Handbook>, restored: RwSignal<Option<Vec<Handbook>>>) -> AnyView {
    let back = move |_| {
        let now = clock::now();
        let shelf = book.shelf();
        let added: Vec<_> = book
            .shelved
            .get_untracked()
            .into_iter()
            .filter(|kept| before.iter().all(|old| old.id != kept.id))
            .collect();
        let result = shelf.restore(&before, &now).and_then(|_| {
            added
                .iter()
                .try_for_each(|handbook| shelf.delete_handbook(&handbook.id, &now).map(|_| ()))
        });
        match result {
            Ok(()) => {
                book.reopen(before.clone());
                restored.set(None);
            }
            Err(error) => book.status.set(crate::book::SaveStatus::Failed(error)),
        }
    };
    notice(
        Notice::Done,
        view! {
            <p><b>"Đã khôi phục từ tệp."</b></p>
            <button type="button" class="link" on:click=back>"Hoàn tác"</button>
        },
    )
}
