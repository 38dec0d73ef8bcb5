//! Tệp cứu hộ: what boot.js saved when no program ran, put back; and what was being typed then.

use crate::browser::files::Chosen;
use crate::exchange::rescue::{MAX_RESCUE_BYTES, Rescue, open_rescue};
use crate::route::{DataRoute, Route};
use crate::signal::RwSignal;
use crate::storage::{BroughtBack, Fault, LocalStorage, bring_back};
use crate::ui::{
    Content, El, Icon, Kind, View, actions, button, each, el, file_button, h1, h2, icon, link,
    live, muted, notice, p, stack,
};

type Answer = RwSignal<Option<Result<Rescue, String>>>;

pub fn screen() -> View {
    let answer: Answer = RwSignal::new(None);
    let pick = move |file| answer.set(Some(read(file)));
    let found = live(move || {
        answer.get().map(|found| match found {
            Ok(file) => preview(&file, answer),
            Err(sentence) => notice(Kind::Failed, p(sentence)),
        })
    });
    (
        h1("Mở tệp cứu hộ"),
        p("Tệp cứu hộ là tệp đã lưu ở màn hình báo lỗi, tên bắt đầu bằng “so-tay_cuu-ho”. Mở ở đây để đưa mọi thứ trong tệp trở lại máy."),
        file_button("Chọn tệp cứu hộ", "button-quiet", MAX_RESCUE_BYTES, pick),
        found,
        p(link("link", &DataRoute::Kept, (icon(Icon::Left), "Dữ liệu của tôi"))),
    )
        .view()
}

fn read(file: Chosen) -> Result<Rescue, String> {
    let Chosen { name, bytes } = file;
    let Some(bytes) = bytes else {
        return Err(format!(
            "“{name}” lớn quá 32 MB hoặc không đọc được. Chọn tệp khác."
        ));
    };
    open_rescue(&bytes).map_err(|problem| format!("“{name}”: {}", problem.sentence()))
}

fn preview(file: &Rescue, answer: Answer) -> El {
    let kept = file.kept.clone();
    let done = RwSignal::new(None::<Result<BroughtBack, String>>);
    let put = move || {
        // Beneath a lock: what was sealed stays so, and the next opening seals the rest.
        let storage = LocalStorage::beneath().ok_or(Fault::Denied);
        let result = storage.and_then(|storage| bring_back(&storage, &kept));
        done.set(Some(result.map_err(|fault| fault.sentence().to_owned())));
    };
    let ways = (
        button("button", "Đưa trở lại máy", put),
        button("link", "Thôi", move || answer.set(None)),
    );
    let day = file.exported_at.get(..10).unwrap_or_default().to_owned();
    stack((
        h2("Trong tệp"),
        p(format!("{} phần đã lưu trên máy.", file.kept.len())),
        muted((
            "Ghi ngày ",
            day,
            ". Phần nào máy đang có thì giữ nguyên bản trên máy.",
        )),
        actions(ways),
        live(move || done.get().map(told)),
        typed(&file.typed),
    ))
}

fn told(result: Result<BroughtBack, String>) -> El {
    match result {
        Ok(BroughtBack {
            written,
            same,
            differ,
        }) => notice(
            Kind::Plain,
            (
                p(format!(
                    "Đã đưa trở lại {written} phần; {same} phần máy đã có y như vậy; {differ} phần máy có bản khác, giữ bản trên máy."
                )),
                p(link("button", &Route::Today, "Mở sổ tay")),
            ),
        ),
        Err(sentence) => notice(
            Kind::Failed,
            p(("Chưa đưa trở lại được, máy vẫn như trước. ", sentence)),
        ),
    }
}

/// To be copied by hand to where it belongs.
fn typed(fields: &[(String, String)]) -> Option<El> {
    let field = |(_, text): &(String, String)| el("p").class("quoted").with(text.clone());
    (!fields.is_empty()).then(|| stack((h2("Chữ đang viết dở lúc dừng"), each(fields, field))))
}
