//! Sao lưu: everything into one file, private notes too, for the person alone.

use crate::book::{Book, book};
use crate::browser::files::download;
use crate::browser::share::{Shared, share};
use crate::browser::text::nfc;
use crate::browser::timer::later;
use crate::browser::{clock, device, random};
use crate::domain::Handbook;
use crate::exchange::{Backup, Envelope, Kind, file_name, write_backup};
use crate::member::words;
use crate::route::DataRoute;
use crate::signal::Signal;
use crate::ui::{El, Icon, b, button, h2, icon, link, live, p, stack};

/// Makes the backup file and gives it to the phone. What is on the screen and not yet saved goes
/// along: this is the way out when saving fails.
pub fn save_backup(book: Book) {
    if let Some((name, text)) = backup_file(book) {
        give(book, name, text);
    }
}

/// Its name and its text; `None` without a handbook.
pub fn backup_file(book: Book) -> Option<(String, String)> {
    let mut handbooks = book.shelved.get_untracked();
    if let Some(current) = book.own() {
        handbooks.retain(|handbook| handbook.id != current.id);
        handbooks.insert(0, current);
    }
    file_of(handbooks)
}

/// A backup of these handbooks, named by the first.
pub fn file_of(handbooks: Vec<Handbook>) -> Option<(String, String)> {
    let first = handbooks.first()?;
    let name = file_name(
        Kind::Backup,
        &first.profile.name,
        first.year,
        clock::today(),
    );
    let file = Envelope {
        document_id: random::document_id(),
        revision: 1,
        exported_at: clock::now(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        payload: Backup { handbooks },
    };
    Some((name, write_backup(&file, &nfc)))
}

/// To the phone; and the day of the last backup is today.
pub fn give(book: Book, name: String, text: String) {
    let today = clock::today();
    hand_out(name, text, move || {
        book.change_settings(|settings| settings.backed_up_on = Some(today));
    });
}

/// To the phone. `made` hears that the file left.
pub fn hand_out(name: String, text: String, made: impl FnOnce() + 'static) {
    if !device::can_download() {
        later(async move {
            if share(&name, &text).await == Shared::Done {
                made();
            }
        });
    } else if download(&name, &text) {
        made();
    }
}

pub fn section() -> El {
    let book = book();
    let last = move || {
        let today = book.today.get();
        match book.settings.with(|settings| settings.backed_up_on) {
            Some(day) => format!("Bản sao gần nhất: {}.", words::days_ago(day, today)),
            None => "Chưa có bản sao nào.".to_owned(),
        }
    };
    // A memo, so that the button stays while the handbooks are saved.
    let some = Signal::derive(move || book.shelved.with(|shelved| !shelved.is_empty()));
    let save = move || {
        let label = ("Lưu bản sao ra tệp ", icon(Icon::Go));
        button("button-quiet wide", label, move || save_backup(book))
    };
    stack((
        h2("Sao lưu"),
        p((
            b(live(last)),
            " Mất máy hoặc xóa dữ liệu trình duyệt là mất sổ, trừ khi có bản sao. Tệp gồm cả ghi chú riêng: giữ cho mình, không gửi ai.",
        )),
        live(move || some.get().then(save)),
        p(link("link", &DataRoute::Restore, "Khôi phục, lấy lại")),
    ))
    .attr("id", "backup")
}
