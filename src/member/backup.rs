//! Sao lưu: everything into one file, private notes too, for the person alone; and back.

use crate::browser::timer::later;
use leptos::prelude::*;

use crate::book::{Book, SaveStatus, book};
use crate::browser::files::{Chosen, download};
use crate::browser::share::{Shared, share};
use crate::browser::text::nfc;
use crate::browser::{clock, device, random};
use crate::domain::{Day, Handbook};
use crate::exchange::{Backup, Envelope, Kind, Opened, file_name, open, write_backup};
use crate::member::{words, years};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Icon, Kind as Notice, View, actions, b, button, each, el, file_button, h2, hint,
    icon, live, muted, notice, p, stack,
};

/// The open handbook as it is now, unless it is the sample.
pub fn own(book: Book) -> Option<Handbook> {
    let sample = untrack(|| book.is_sample());
    book.peek(|handbook| (!sample).then(|| handbook.clone()))
}

/// Makes the backup file and gives it to the phone. What is on the screen and not yet saved goes
/// along: this is the way out when saving fails.
pub fn save_backup(book: Book) {
    let today = clock::today();
    let mut handbooks = book.shelved.get_untracked();
    if let Some(current) = own(book) {
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
        restore(),
    ))
    .attr("id", "backup")
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

fn restore() -> View {
    let book = book();
    let offered = RwSignal::new(None::<Result<Offered, String>>);
    let pick = move |file| offered.set(Some(read_backup(file)));
    let answer = move || match offered.get()? {
        Ok(file) => Some(preview(book, file, offered)),
        Err(sentence) => Some(notice(Notice::Failed, p(sentence))),
    };
    (
        file_button("Khôi phục từ tệp", "button-quiet", 8 << 20, pick),
        live(answer),
    )
        .view()
}

fn summary(handbook: &Handbook) -> String {
    format!(
        "{} việc, {} tháng, {} ghi chú riêng",
        handbook.pledge.draft.len(),
        handbook.months.len(),
        handbook.private_notes()
    )
}

fn preview(book: Book, file: Offered, offered: RwSignal<Option<Result<Offered, String>>>) -> El {
    let Offered {
        name,
        on,
        handbooks,
    } = file;
    let rows = book
        .shelved
        .with_untracked(|here| each(&handbooks, |handbook| comparison(here, handbook)));
    let column = |name: &'static str| el("th").attr("scope", "col").with(name);
    let head = el("tr").with(["Sổ tay", "Trên máy", "Trong tệp"].map(column));
    let table = el("table").with((el("thead").with(head), el("tbody").with(rows)));
    let put = move || {
        book.save();
        let before = book.shelved.get_untracked();
        match book.shelf().restore(&handbooks, &clock::now()) {
            Ok(_) => {
                offered.set(None);
                reopen_with(book, &handbooks);
                book.offer_undo("Đã khôi phục từ tệp.".to_owned(), move |book| {
                    undo(book, &before)
                });
            }
            Err(error) => offered.set(Some(Err(error.sentence().to_owned()))),
        }
    };
    let content = (
        el("h3").with("Sẽ thay những gì"),
        muted((name, on.map(|day| format!(" · ghi ngày {day}")))),
        el("div")
            .class("scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", "Sẽ thay những gì")
            .with(table),
        hint("Sổ khác trên máy giữ nguyên. Sổ bị thay được giữ lại thành bản lưu để lấy lại."),
        actions((
            button("button", "Thay bằng nội dung trong tệp", put),
            button("link", "Thôi", move || offered.set(None)),
        )),
    );
    el("div").class("stack").with(content)
}

/// A line of the table: the handbook as it is on the phone and in the file.
fn comparison(here: &[Handbook], handbook: &Handbook) -> El {
    let kept = here.iter().find(|kept| kept.id == handbook.id);
    let on_phone = kept.map_or_else(|| "chưa có".to_owned(), summary);
    let in_file = if kept == Some(handbook) {
        "giống nhau".to_owned()
    } else {
        summary(handbook)
    };
    el("tr").with((
        el("th").attr("scope", "row").with(years::title(handbook)),
        el("td").with(on_phone),
        el("td").with(in_file),
    ))
}

/// Shows the shelf with these handbooks in place of those of the same id, newest year first; the
/// first of them opens where none was.
fn reopen_with(book: Book, handbooks: &[Handbook]) {
    let mut shelved = book.shelved.get_untracked();
    shelved.retain(|kept| handbooks.iter().all(|handbook| handbook.id != kept.id));
    for handbook in handbooks {
        // In place: the library's sort of so big a type costs the page 4 KB.
        let older = shelved.iter().position(|kept| kept.year < handbook.year);
        shelved.insert(older.unwrap_or(shelved.len()), handbook.clone());
    }
    book.reopen(shelved);
}

/// What was there before, and only that.
fn undo(book: Book, before: &[Handbook]) {
    let now = clock::now();
    let shelf = book.shelf();
    let mut added = book.shelved.get_untracked();
    added.retain(|kept| before.iter().all(|old| old.id != kept.id));
    let result = shelf.restore(before, &now).and_then(|_| {
        added
            .iter()
            .try_for_each(|handbook| shelf.delete_handbook(&handbook.id, &now).map(|_| ()))
    });
    match result {
        Ok(()) => book.reopen(before.to_vec()),
        Err(error) => book.status.set(SaveStatus::Failed(error)),
    }
}
