//! What makes Word and Excel files, fetched on request before it is needed.

use crate::browser::office;
use crate::browser::timer::later;
use crate::signal::RwSignal;
use crate::ui::{Content, El, Kind, NOT_THERE, button, el, hint, live, notice, p};

#[derive(Clone, Copy)]
enum Ahead {
    /// Not known yet.
    Nothing,
    Kept,
    Offered,
    Fetching,
    NotKept,
    Failed,
}

pub fn ahead() -> El {
    let stage = RwSignal::new(Ahead::Nothing);
    later(async move {
        let kept = office::is_kept().await;
        if stage.is_there() {
            stage.set(if kept { Ahead::Kept } else { Ahead::Offered });
        }
    });
    let fetch = move || {
        stage.set(Ahead::Fetching);
        later(async move {
            let fetched = office::fetch().await;
            if stage.is_there() {
                stage.set(match fetched {
                    Ok(true) => Ahead::Kept,
                    Ok(false) => Ahead::NotKept,
                    Err(_) => Ahead::Failed,
                });
            }
        });
    };
    let said = live(move || {
        let button = || button("link", "Tải sẵn phần làm tệp Excel, Word", fetch);
        Some(match stage.get() {
            Ahead::Nothing => return None,
            Ahead::Kept => hint("Phần làm tệp Excel, Word đã có trên máy này, dùng được cả khi không có mạng.").view(),
            Ahead::Offered => (
                hint("Phần làm tệp Excel, Word (khoảng 460 KB) được tải khi dùng lần đầu. Tải sẵn thì không có mạng cũng dùng được."),
                button(),
            )
                .view(),
            Ahead::Fetching => notice(Kind::Plain, p("Đang tải…")).view(),
            Ahead::NotKept => notice(Kind::Warn, p("Đã tải, nhưng trình duyệt này không giữ lại được: lần sau vẫn cần có mạng.")).view(),
            Ahead::Failed => (notice(Kind::Failed, p(NOT_THERE)), button()).view(),
        })
    });
    el("div").class("stack").attr("role", "status").with(said)
}
