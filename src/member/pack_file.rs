//! Opening a branch's pack: what is in it is shown before it is put into force.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::files::Chosen;
use crate::browser::page;
use crate::browser::text::nfc;
use crate::domain::handbook::PackRefusal;
use crate::domain::{PackVersion, StandardsPack};
use crate::exchange::{Envelope, Opened, open};
use crate::route::Route;
use crate::ui::{Kind, file_button, notice};

/// Packs are small; this is FORMAT.md's limit for them.
const MOST: usize = 1 << 20;

/// A pack as it came out of its file.
#[derive(Clone, PartialEq)]
pub struct Offered {
    pub version: PackVersion,
    pub pack: StandardsPack,
}

impl From<Envelope<StandardsPack>> for Offered {
    fn from(file: Envelope<StandardsPack>) -> Self {
        Self {
            version: PackVersion::Issued {
                document_id: file.document_id,
                revision: file.revision,
            },
            pack: file.payload,
        }
    }
}

/// "Chi bộ 2 · năm 2012: 8 chuẩn mực, 3 chuyên đề".
pub fn describe(pack: &StandardsPack) -> String {
    let from = if pack.branch.is_empty() {
        &pack.unit
    } else {
        &pack.branch
    };
    let standards = pack.standards_for(None).count();
    format!(
        "{from} · năm {}: {standards} chuẩn mực, {} chuyên đề",
        pack.year,
        pack.topics.len()
    )
}

/// What a picked file holds, or the sentence that says why it can't be taken.
pub fn read_pack(file: &Chosen) -> Result<Offered, String> {
    let Some(bytes) = &file.bytes else {
        return Err(format!(
            "“{}” lớn quá 1 MB hoặc không đọc được. Chọn tệp bộ chuẩn mực mà chi bộ đã gửi.",
            file.name
        ));
    };
    match open(bytes, &nfc) {
        Ok(Opened::Pack(pack)) => Ok(pack.into()),
        Ok(_) => Err(format!(
            "“{}” không phải bộ chuẩn mực. Chọn tệp bộ chuẩn mực mà chi bộ đã gửi.",
            file.name
        )),
        Err(problem) => Err(format!("“{}”: {}", file.name, problem.sentence())),
    }
}

/// The button and what comes of it, for a handbook that is open.
pub fn take_pack_button(label: &'static str) -> AnyView {
    let book = book();
    let outcome = RwSignal::new(None::<Result<Offered, String>>);
    let view = move || {
        outcome.get().map(|outcome_now| match outcome_now {
            Err(sentence) => notice(Kind::Failed, view! { <p>{sentence}</p> }),
            Ok(offered) => preview(book, offered, outcome),
        })
    };
    view! {
        {file_button(label, "button-quiet", MOST, move |file| outcome.set(Some(read_pack(&file))))}
        {view}
    }
    .into_any()
}

fn preview(
    book: Book,
    offered: Offered,
    outcome: RwSignal<Option<Result<Offered, String>>>,
) -> AnyView {
    let refusal =
        book.peek(|handbook| handbook.accepts_pack(&offered.version, &offered.pack).err());
    let what = describe(&offered.pack);
    match refusal {
        None => {
            let take = move |_| {
                let Offered { version, pack } = offered.clone();
                book.change(|handbook| {
                    let _ = handbook.take_pack(version, pack);
                });
                outcome.set(None);
            };
            notice(
                Kind::Plain,
                view! {
                    <p><b>{what}</b></p>
                    <p>"Các tháng đã ghi giữ nguyên theo bộ cũ; các tháng sau theo bộ mới."</p>
                    <div class="actions">
                        <button type="button" class="button" on:click=take>"Dùng bộ chuẩn mực này"</button>
                        <button type="button" class="link" on:click=move |_| outcome.set(None)>"Thôi"</button>
                    </div>
                },
            )
        }
        Some(PackRefusal::OtherYear(year)) => notice(
            Kind::Warn,
            view! {
                <p><b>{what}</b></p>
                <p>{format!("Bộ này của năm {year}, sổ đang mở là năm khác. Lập sổ năm {year} rồi mở tệp ở đó.")}</p>
                <button type="button" class="button-quiet" on:click=|_| page::go(&Route::Start.to_string())>"Lập sổ năm khác"</button>
            },
        ),
        Some(PackRefusal::AlreadyHeld) => notice(
            Kind::Done,
            view! { <p>"Bộ chuẩn mực này đang dùng rồi, không có gì thay đổi."</p> },
        ),
        Some(PackRefusal::OlderThanHeld) => notice(
            Kind::Warn,
            view! { <p>"Tệp này cũ hơn bộ chuẩn mực đang dùng nên không thay. Hỏi chi bộ tệp mới nhất nếu cần."</p> },
        ),
    }
}
