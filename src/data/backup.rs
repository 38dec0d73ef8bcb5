//! A backup put in place, after a look at what it would replace; and the way back.

use super::lock::UNSAVED;
use crate::book::{Book, SaveStatus, book};
use crate::browser::clock;
use crate::browser::files::Chosen;
use crate::browser::text::nfc;
use crate::coded;
use crate::domain::{Day, Handbook};
use crate::exchange::sealed::{SealedFile, is_sealed, open_sealed};
use crate::exchange::{Opened, open};
use crate::signal::RwSignal;
use crate::ui::{
    El, Kind as Notice, actions, button, each, el, file_button, h2, hint, live, muted, notice, p,
    stack,
};

/// The largest file that is looked at, in bytes: one behind a code is larger.
pub const MOST: usize = 12 << 20;

/// What a picked backup holds, not yet put in place.
#[derive(Clone)]
struct Offered {
    name: String,
    on: Option<Day>,
    handbooks: Vec<Handbook>,
}

/// What a picked file turned out to be.
#[derive(Clone)]
enum Found {
    Open(Offered),
    /// A code opens it. By its name.
    Sealed(String, SealedFile),
}

fn read_file(file: Chosen) -> Result<Found, String> {
    match &file.bytes {
        Some(bytes) if is_sealed(bytes) => open_sealed(bytes)
            .map(|sealed| Found::Sealed(file.name.clone(), sealed))
            .map_err(|problem| format!("“{}”: {}", file.name, problem.sentence())),
        _ => read_backup(file).map(Found::Open),
    }
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

pub fn section() -> El {
    let book = book();
    let offered = RwSignal::new(None::<Result<Found, String>>);
    let pick = move |file| offered.set(Some(read_file(file)));
    let answer = move || match offered.get()? {
        Ok(Found::Open(file)) => Some(preview(book, file, offered)),
        Ok(Found::Sealed(name, file)) => {
            let opened = move |text: String| {
                let bytes = Some(text.into_bytes());
                let file = Chosen {
                    name: name.clone(),
                    bytes,
                };
                offered.set(Some(read_backup(file).map(Found::Open)));
            };
            Some(coded::ask(file, opened, move || offered.set(None)))
        }
        Err(sentence) => Some(notice(Notice::Failed, p(sentence))),
    };
    stack((
        h2("Từ bản sao lưu"),
        p("Trước khi thay, trang cho xem phần nào bị thay."),
        file_button("Khôi phục từ tệp", "button-quiet", MOST, pick),
        live(answer),
    ))
}

/// Of an open backup.
pub fn handbooks(file: Chosen) -> Result<(String, Vec<Handbook>), String> {
    read_backup(file).map(|found| (found.name, found.handbooks))
}

fn summary(handbook: &Handbook) -> String {
    format!(
        "{} việc, {} tháng, {} ghi chú riêng",
        handbook.pledge.draft.len(),
        handbook.months.len(),
        handbook.private_notes()
    )
}

fn preview(book: Book, file: Offered, offered: RwSignal<Option<Result<Found, String>>>) -> El {
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
        if !book.all_saved() {
            return offered.set(Some(Err(UNSAVED.to_owned())));
        }
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
        el("th").attr("scope", "row").with(handbook.title()),
        el("td").with(on_phone),
        el("td").with(in_file),
    ))
}

/// Shows the shelf with these handbooks in place of those of the same id, newest year first; the
/// first of them opens where none was.
pub fn reopen_with(book: Book, handbooks: &[Handbook]) {
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
