//! Nhận phiếu: many files at once; each is judged before anything is kept, then one button keeps what
//! can be kept. What waits for an answer stays on the screen.

use super::receive_reading::{Pile, Progress, Source, read_files, read_text};
use super::{receive_ask, receive_row};
use crate::browser::page;
use crate::browser::pile::Picked;
use crate::browser::timer::later;
use crate::desk::{Changes, Desk, desk};
use crate::domain::ItemId;
use crate::domain::branch::intake::intake;
use crate::domain::branch::receive::{Answers, Ask, Intake, Judged, Note, Owner, Verdict};
use crate::domain::branch::received::Incoming;
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Kind, View, b, button, details, drop_zone, each, el, files_button, h1, h2, hint,
    live, muted, notice, p, paste, stack,
};

/// Rows shown before the rest is asked for: 300 would make a phone wait.
const FIRST: usize = 25;

/// The state of the screen, handed about.
#[derive(Clone, Copy)]
pub struct Receiving {
    pub desk: Desk,
    pub pile: RwSignal<Pile>,
    pub answers: RwSignal<Answers>,
    /// By the pile, the answers and the branch; `None` when there is no branch.
    intake: RwSignal<Option<Intake>>,
    progress: RwSignal<Option<Progress>>,
    /// Who and what came in last.
    kept: RwSignal<Vec<(String, String)>>,
    failed: RwSignal<Option<&'static str>>,
}

/// One file, what it is, and the branch as it would be.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub judged: &'a Judged,
    pub file: &'a Incoming,
    pub source: &'a Source,
    pub intake: &'a Intake,
}

pub fn screen() -> View {
    let receiving = Receiving {
        desk: desk(),
        pile: RwSignal::new(Pile::default()),
        answers: RwSignal::new(Answers::default()),
        intake: RwSignal::new(None),
        progress: RwSignal::new(None),
        kept: RwSignal::new(Vec::new()),
        failed: RwSignal::new(None),
    };
    let idle = Signal::derive(move || receiving.progress.with(Option::is_none));
    let content = live(move || {
        if idle.get() {
            (ways_in(receiving), kept(receiving), found(receiving)).view()
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

fn is_asked(judged: &Judged) -> bool {
    judged.asks.is_some() && !is_unknown(judged)
}

/// Nobody on the roster has a name like it.
pub fn is_unknown(judged: &Judged) -> bool {
    matches!(&judged.asks, Some(Ask::Whose(likely)) if likely.is_empty())
}

fn is_same(judged: &Judged) -> bool {
    judged.verdict == Verdict::Same && judged.asks.is_none()
}

fn is_archived(judged: &Judged) -> bool {
    judged.notes.contains(&Note::Archived)
}

fn is_plain(judged: &Judged) -> bool {
    judged.asks.is_none() && !is_same(judged) && !is_archived(judged)
}

/// Not kept, and not because it is settled so.
fn waits(judged: &Judged) -> bool {
    let settled = is_same(judged) || is_archived(judged) || judged.owner == Owner::LeftOut;
    !judged.taken && !settled
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
                let heading = h2(format!("Không nhận được ({})", rows.len()));
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
    let failed = live(move || {
        receiving
            .failed
            .get()
            .map(|why| notice(Kind::Failed, p(why)))
    });
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
    el("div")
        .class("dock")
        .with((failed, waiting, keep, drop))
        .view()
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
            let heading = heading.attr("id", "kept").attr("tabindex", "-1");
            let rest = (rest > 0).then(|| muted(format!("và {rest} phiếu khác")));
            stack((heading, el("ul").class("facts").with(lines), rest))
        })
    })
}

impl Receiving {
    fn read(self, files: Vec<Picked>) {
        if files.is_empty() || self.progress.with_untracked(Option::is_some) {
            return;
        }
        let of = files.len();
        self.progress.set(Some(Progress { done: 0, of }));
        later(async move {
            let pile = read_files(files, self.progress).await;
            self.add(pile);
        });
    }

    fn read_pasted(self, text: Vec<u8>) {
        later(async move {
            let pile = read_text(&text).await;
            self.add(pile);
        });
    }

    /// To what lies there already.
    fn add(self, read: Pile) {
        self.pile.update(|pile| pile.append(read));
        self.judge();
        self.progress.set(None);
        page::focus("#found");
    }

    /// Judges all anew; nothing is kept by it.
    fn judge(self) {
        let desk = self.desk;
        let today = desk.today.get_untracked();
        let held = |person: &ItemId, year| desk.peek_dossier(person, year, |known| known.cloned());
        let intake = self.pile.with_untracked(|pile| {
            self.answers.with_untracked(|answers| {
                desk.peek(|branch| Some(intake(branch, held, &pile.files, answers, today)))
            })
        });
        self.intake.set(intake);
    }

    pub fn answer(self, act: impl FnOnce(&mut Answers)) {
        self.answers.update(act);
        self.judge();
    }

    /// The verdicts, followed.
    pub fn judged<T>(self, read: impl FnOnce(&[Judged]) -> T) -> T {
        self.intake
            .with(|intake| read(intake.as_ref().map_or(&[], |intake| &intake.judged)))
    }

    /// One file with its verdict, followed.
    pub fn at<T>(self, place: usize, read: impl FnOnce(Seen) -> T) -> Option<T> {
        self.intake.with(|intake| {
            let intake = intake.as_ref()?;
            let judged = intake.judged.get(place)?;
            self.pile.with_untracked(|pile| {
                let (file, source) = (pile.files.get(place)?, pile.sources.get(place)?);
                Some(read(Seen {
                    judged,
                    file,
                    source,
                    intake,
                }))
            })
        })
    }

    pub fn places(self, is_of: fn(&Judged) -> bool) -> Signal<Vec<usize>> {
        Signal::derive(move || {
            self.judged(|judged| {
                let of = judged
                    .iter()
                    .enumerate()
                    .filter(|(_, judged)| is_of(judged));
                of.map(|(place, _)| place).collect()
            })
        })
    }

    /// Keeps what can be kept, all or nothing; what waits for an answer stays.
    fn keep(self) {
        self.judge();
        let Some(intake) = self.intake.get_untracked() else {
            return;
        };
        let taken = intake.judged.iter().filter(|judged| judged.taken).count();
        let lines = self
            .pile
            .with_untracked(|pile| receive_row::kept(&intake, &pile.files));
        let waiting: Vec<_> = intake.judged.iter().map(waits).collect();
        let same = self.desk.peek(|branch| *branch == intake.branch);
        let changes = Changes {
            branch: (!same).then_some(intake.branch),
            dossiers: intake.dossiers,
        };
        match self
            .desk
            .commit_with_undo(format!("Đã nhận {taken} phiếu."), changes)
        {
            Ok(()) => {
                self.failed.set(None);
                self.pile.update(|pile| pile.keep_only(&waiting));
                self.judge();
                self.kept.set(lines);
                page::focus("#kept");
            }
            Err(error) => self.failed.set(Some(error.sentence())),
        }
    }

    fn clear(self) {
        self.pile.set(Pile::default());
        self.answers.set(Answers::default());
        self.failed.set(None);
        self.judge();
    }
}
