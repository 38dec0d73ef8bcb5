//! Opening a branch's pack: what is in it is shown before it is put into force.

use crate::book::{Book, book};
use crate::browser::files::Chosen;
use crate::browser::page;
use crate::browser::text::nfc;
use crate::domain::handbook::PackRefusal;
use crate::domain::{PackVersion, StandardsPack};
use crate::exchange::{Envelope, Opened, open};
use crate::route::Route;
use crate::signal::RwSignal;
use crate::ui::{Content, El, Kind, View, actions, b, button, file_button, live, notice, p};

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
pub fn take_pack_button(label: &'static str) -> View {
    let book = book();
    let outcome = RwSignal::new(None::<Result<Offered, String>>);
    let shown = live(move || {
        outcome.get().map(|found| match found {
            Err(sentence) => notice(Kind::Failed, p(sentence)),
            Ok(offered) => preview(book, offered, outcome),
        })
    });
    (
        file_button(label, "button-quiet", MOST, move |file| {
            outcome.set(Some(read_pack(&file)))
        }),
        shown,
    )
        .view()
}

fn preview(book: Book, offered: Offered, outcome: RwSignal<Option<Result<Offered, String>>>) -> El {
    let refusal =
        book.peek(|handbook| handbook.accepts_pack(&offered.version, &offered.pack).err());
    let what = p(b(describe(&offered.pack)));
    match refusal {
        None => {
            let take = move || {
                let Offered { version, pack } = offered.clone();
                book.change(|handbook| {
                    let _ = handbook.take_pack(version, pack);
                });
                outcome.set(None);
            };
            let ways = (
                button("button", "Dùng bộ chuẩn mực này", take),
                button("link", "Thôi", move || outcome.set(None)),
            );
            notice(
                Kind::Plain,
                (
                    what,
                    p("Các tháng đã ghi giữ nguyên theo bộ cũ; các tháng sau theo bộ mới."),
                    actions(ways),
                ),
            )
        }
        Some(PackRefusal::OtherYear(year)) => notice(
            Kind::Warn,
            (
                what,
                p(format!(
                    "Bộ này của năm {year}, sổ đang mở là năm khác. Lập sổ năm {year} rồi mở tệp ở đó."
                )),
                button("button-quiet", "Lập sổ năm khác", || {
                    page::go(&Route::Start.to_string())
                }),
            ),
        ),
        Some(PackRefusal::AlreadyHeld) => notice(
            Kind::Done,
            p("Bộ chuẩn mực này đang dùng rồi, không có gì thay đổi."),
        ),
        Some(PackRefusal::OlderThanHeld) => notice(
            Kind::Warn,
            p(
                "Tệp này cũ hơn bộ chuẩn mực đang dùng nên không thay. Hỏi chi bộ tệp mới nhất nếu cần.",
            ),
        ),
    }
}
