//! Opening what the branch sends, a pack or a feedback: what is in it is shown before it is taken.

use crate::book::{Book, book};
use crate::browser::files::Chosen;
use crate::browser::page;
use crate::browser::text::nfc;
use crate::domain::handbook::PackRefusal;
use crate::domain::letters::visible;
use crate::domain::{HeldFeedback, PackVersion, StandardsPack};
use crate::exchange::{Envelope, Opened, open};
use crate::member::feedback;
use crate::route::Route;
use crate::signal::RwSignal;
use crate::ui::{Content, El, Kind, View, actions, b, button, file_button, live, notice, p, paste};

/// Such files are small; this is FORMAT.md's limit for them.
const MOST: usize = 1 << 20;

/// A pack as it came out of its file.
#[derive(Clone)]
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
        "{} · năm {}: {standards} chuẩn mực, {} chuyên đề",
        visible(from),
        pack.year,
        pack.topics.len()
    )
}

/// What came out of a file of the branch.
#[derive(Clone)]
pub enum Found {
    Pack(Offered),
    Feedback(HeldFeedback),
}

/// What a picked file holds, or the sentence that says why it can't be taken.
pub fn read(file: &Chosen) -> Result<Found, String> {
    let Some(bytes) = &file.bytes else {
        return Err(format!(
            "“{}” lớn quá 1 MB hoặc không đọc được. Chọn tệp mà chi bộ đã gửi.",
            file.name
        ));
    };
    match open(bytes, &nfc) {
        Ok(Opened::Pack(pack)) => Ok(Found::Pack(pack.into())),
        Ok(Opened::Feedback(file)) => Ok(Found::Feedback(HeldFeedback {
            document_id: file.document_id,
            revision: file.revision,
            told: file.payload,
        })),
        Ok(_) => Err(format!(
            "“{}” không phải tệp của chi bộ. Chọn bộ chuẩn mực hoặc phiếu nhận xét mà chi bộ đã gửi.",
            file.name
        )),
        Err(problem) => Err(format!("“{}”: {}", file.name, problem.sentence())),
    }
}

/// What was opened last, until it is settled.
pub type Outcome = RwSignal<Option<Result<Found, String>>>;

/// The ways in and what comes of them, for a handbook that is open.
pub fn ways_in(label: &'static str) -> View {
    let book = book();
    let outcome: Outcome = RwSignal::new(None);
    let shown = live(move || {
        outcome.get().map(|found| match found {
            Err(sentence) => notice(Kind::Failed, p(sentence)),
            Ok(Found::Pack(offered)) => preview(book, offered, outcome),
            Ok(Found::Feedback(offered)) => feedback::preview(book, offered, outcome),
        })
    });
    let take = move |file: Chosen| outcome.set(Some(read(&file)));
    (
        file_button(label, "button-quiet", MOST, take),
        paste("Hoặc dán văn bản chi bộ gửi", take),
        shown,
    )
        .view()
}

fn preview(book: Book, offered: Offered, outcome: Outcome) -> El {
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
