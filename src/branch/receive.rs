//! Nhận phiếu: many files at once; each is judged before anything is kept, then one button keeps what
//! can be kept. What waits for an answer stays on the screen.

use super::receive_reading::Pile;
use super::receive_state::{
    Receiving, is_archived, is_asked, is_plain, is_same, is_unknown, waits,
};
use super::{receive_ask, receive_row};
use crate::desk::desk;
use crate::domain::branch::receive::Judged;
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Kind, View, b, button, details, drop_zone, each, el, files_button, h1, h2, hint,
    live, muted, notice, p, paste, stack,
};

/// Rows shown before the rest is asked for: 300 would make a phone wait.
const FIRST: usize = 25;

pub fn screen() -> View {
    let receiving = Receiving::begin(desk());
    let idle = Signal::derive(move || receiving.progress.with(Option::is_none));
    let content = live(move || {
        if idle.get() {
            (kept(receiving), ways_in(receiving), found(receiving)).view()
        } else {
            reading(receiving).view()
        }
    });
    drop_zone((h1("Nhận phiếu"), content), move |files| {
        receiving.read(files)
    })
    .view()
}

fn ways_in(receiving: Receiving) -> View {
    let from_zalo = [
        "Trên điện thoại: trong Zalo chạm từng tệp, chọn “Tải về”; rồi bấm “Chọn tệp” ở đây, mở thư mục Tải về (Zalo) và chọn nhiều tệp một lúc.",
        "Trên máy tính: mở thư mục “Zalo Received Files”, chọn các tệp rồi kéo thả vào trang này.",
        "Phiếu gửi bằng văn bản: chép cả tin nhắn, dán ở dưới. Dán nhiều phiếu một lần cũng được.",
    ];
    let steps = each(from_zalo, |step| el("li").with(step));
    stack((
        muted(
            "Chọn nhiều tệp một lúc, hoặc kéo thả vào đây. Chưa giữ lại gì trước khi bấm “Nhận”.",
        ),
        files_button("Chọn tệp", "button", move |files| receiving.read(files)),
        paste("Dán văn bản", move |pasted| {
            receiving.read_pasted(pasted.bytes.unwrap_or_default());
        }),
        details(
            "Lấy tệp từ Zalo thế nào?",
            el("ul").class("list").with(steps),
        ),
    ))
    .view()
}

fn reading(receiving: Receiving) -> El {
    let at = move || receiving.progress.get().unwrap_or_default();
    let words = live(move || format!("Đang đọc {} trên {} tệp", at().done, at().of));
    // What was read by then is shown.
    let stop = move || receiving.progress.set(None);
    stack((
        p(words).attr("role", "status"),
        el("progress")
            .attr("aria-label", "Đang đọc tệp")
            .live_attr("max", move || Some(at().of.to_string()))
            .live_attr("value", move || Some(at().done.to_string())),
        button("button-quiet", "Dừng", stop),
    ))
}

/// What was found: what is to be settled first, then what will be kept, then what won't.
fn found(receiving: Receiving) -> View {
    let some = Signal::derive(move || !receiving.pile.with(Pile::is_empty));
    live(move || {
        some.get().then(|| {
            let row = receive_row::row;
            (
                summary(receiving),
                list(
                    receiving,
                    "Cần trả lời",
                    is_asked,
                    receive_ask::row,
                    nothing,
                ),
                list(
                    receiving,
                    "Chưa có trong danh sách",
                    is_unknown,
                    receive_ask::row,
                    receive_ask::all_newcomers,
                ),
                list(receiving, "Sẽ nhận", is_plain, row, nothing),
                refused(receiving),
                list(receiving, "Năm đã lưu trữ", is_archived, row, nothing),
                list(receiving, "Đã có rồi", is_same, row, nothing),
                keep_button(receiving),
            )
        })
    })
}

fn nothing(_: Receiving) -> View {
    View::Nothing
}

/// "12 tệp: 8 mới · 2 mới hơn · 1 trùng · 1 không nhận được"
fn summary(receiving: Receiving) -> View {
    let words = Signal::derive(move || {
        let refused = receiving.pile.with(|pile| pile.refused.len());
        receiving.judged(|judged| receive_row::counts(judged, refused))
    });
    let unread = Signal::derive(move || receiving.pile.with(|pile| pile.unread));
    let stopped = live(move || {
        let unread = unread.get();
        (unread > 0).then(|| {
            let words = format!("Đã dừng: còn {unread} tệp chưa đọc. Chọn lại các tệp ấy khi cần.");
            notice(Kind::Warn, p(words))
        })
    });
    let words = p(b(words)).attr("role", "status");
    (words.attr("id", "found").attr("tabindex", "-1"), stopped).view()
}

/// Some of the files under their heading; nothing when there are none.
fn list(
    receiving: Receiving,
    heading: &'static str,
    is_of: fn(&Judged) -> bool,
    row: fn(Receiving, usize) -> View,
    above: fn(Receiving) -> View,
) -> View {
    let places = receiving.places(is_of);
    let all = RwSignal::new(false);
    live(move || {
        let places = places.get();
        let shown = if all.get() { places.len() } else { FIRST };
        let more = places.len().saturating_sub(shown);
        let rows = each(places.iter().take(shown), |place| {
            el("li").with(row(receiving, *place))
        });
        let more = (more > 0).then(|| {
            let words = format!("Xem thêm {more} phiếu");
            button("button-quiet", words, move || all.set(true))
        });
        (!rows.is_empty()).then(|| {
            let heading = h2(format!("{heading} ({})", places.len()));
            el("section").class("stack").with((
                heading,
                above(receiving),
                el("ul").class("pile").with(rows),
                more,
            ))
        })
    })
}

fn refused(receiving: Receiving) -> View {
    live(move || {
        receiving.pile.with(|pile| {
            let rows = each(&pile.refused, receive_row::refused);
            (!rows.is_empty()).then(|| {
                let heading = h2(format!("Không nhận được ({})", pile.refused.len()));
                el("section").with((heading, el("ul").class("pile").with(rows)))
            })
        })
    })
}

fn keep_button(receiving: Receiving) -> View {
    let count = |counts: fn(&Judged) -> bool| {
        Signal::derive(move || {
            receiving.judged(|judged| judged.iter().filter(|one| counts(one)).count())
        })
    };
    let (taken, open) = (count(|judged| judged.taken), count(waits));
    let waiting = live(move || {
        let open = open.get();
        let words = "phiếu chờ trả lời. Nhận các phiếu khác trước cũng được.";
        (open > 0).then(|| hint(format!("Còn {open} {words}")))
    });
    let keep = live(move || {
        let taken = taken.get();
        let words = format!("Nhận {taken} phiếu");
        (taken > 0).then(|| button("button wide", words, move || receiving.keep()))
    });
    let drop = button("link", "Bỏ tất cả", move || receiving.clear());
    el("div").class("dock").with((waiting, keep, drop)).view()
}

/// What came in, as long as it can be taken back.
fn kept(receiving: Receiving) -> View {
    let can_undo = Signal::derive(move || receiving.desk.undo.with(Option::is_some));
    live(move || {
        let kept = receiving.kept.get();
        let rest = kept.len().saturating_sub(FIRST);
        (can_undo.get() && !kept.is_empty()).then(|| {
            let line = |(who, what): &(String, String)| {
                el("li").with((b(who.clone()), el("span").class("muted").with(what.clone())))
            };
            let lines = each(kept.iter().take(FIRST), line);
            let heading = h2(format!("Vừa nhận ({})", kept.len()));
            let rest = (rest > 0).then(|| muted(format!("và {rest} phiếu khác")));
            stack((heading, el("ul").class("facts").with(lines), rest))
        })
    })
}
