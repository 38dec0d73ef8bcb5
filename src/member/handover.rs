//! Gửi chi bộ: choose, see exactly what will leave, agree, give it away by what the phone can do.

use std::sync::Arc;

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::text::nfc;
use crate::browser::{clock, page};
use crate::domain::handover::{Handed, HandedEntry, month_ranges};
use crate::domain::{Day, Handbook, Handover, Part, YearMonth};
use crate::exchange::{Envelope, Kind, file_name, write_handover};
use crate::member::{feedback, handover_contents, words};
use crate::route::Route;
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Kind as Notice, Leaving, View, Way, b, button, check, details, each, el, h1, h2,
    hint, live, muted, notice, p, stack, ways_out,
};

/// The file as it would leave: what is shown is what goes.
#[derive(PartialEq)]
struct Ready {
    name: String,
    text: String,
    revision: u32,
    handover: Handover,
}

/// How it went away.
struct Given {
    words: &'static str,
    name: String,
    /// What was known to be with the branch before, should it turn out that nothing was sent.
    before: Handed,
}

#[derive(Clone, Copy)]
struct Sending {
    book: Book,
    chosen: RwSignal<Vec<Part>>,
    agreed: RwSignal<bool>,
    ready: Signal<Option<Arc<Ready>>>,
    /// Given away, or the sentence for why not.
    outcome: RwSignal<Option<Result<Given, &'static str>>>,
}

pub fn screen() -> View {
    let book = book();
    let unsent = book.peek(Handbook::unsent);
    let chosen = RwSignal::new(unsent);
    let ready = book.part(move |handbook| {
        chosen.with(|parts| (!parts.is_empty()).then(|| prepare(handbook, parts, book.today.get())))
    });
    let sending = Sending {
        book,
        chosen,
        agreed: RwSignal::new(false),
        ready,
        outcome: RwSignal::new(None),
    };
    // Apart from `ready`, so that what is open or has the focus stays while the choice changes.
    let some = book.part(move |_| chosen.with(|parts| !parts.is_empty()));
    let contents = move || {
        let ready = ready.get()?;
        let private_notes = book.peek(Handbook::private_notes);
        Some(handover_contents::in_words(&ready.handover, private_notes))
    };
    let text = move || ready.with(|ready| ready.as_ref().map(|ready| ready.text.clone()));
    let letter = move || {
        let text = el("pre").attr("tabindex", "0").with(live(text));
        let text = details("Xem nguyên văn tệp", text);
        (live(contents), text, consent(sending), ways(sending))
    };
    let given = el("div").attr("id", "given").attr("tabindex", "-1");
    (
        h1("Gửi chi bộ"),
        given.with(live(move || outcome_notice(sending))),
        muted(live(move || since(book))),
        live(move || book.read(|handbook| choose(handbook, chosen))),
        live(move || some.get().then(letter)),
        live(move || history(book)),
        feedback::section(),
    )
        .view()
}

fn prepare(handbook: &Handbook, parts: &[Part], today: Day) -> Arc<Ready> {
    let handover = handbook.handover(parts, today);
    let file = Envelope {
        document_id: handbook.id.clone(),
        revision: handbook.handed.revision + 1,
        exported_at: clock::now(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        payload: handover,
    };
    let text = write_handover(&file, &nfc);
    let name = file_name(Kind::Handover, &handbook.profile.name, handbook.year, today);
    Arc::new(Ready {
        name,
        text,
        revision: file.revision,
        handover: file.payload,
    })
}

/// "Lần gửi trước 06/10. Từ đó có 3 thay đổi."
fn since(book: Book) -> String {
    book.read(|handbook| {
        let changes = handbook.unsent().len();
        match handbook.handed.log.last() {
            None if changes == 0 => {
                "Chưa có gì để gửi: bản đăng ký chưa nộp, chưa tháng nào xong.".to_owned()
            }
            None => "Chưa gửi lần nào.".to_owned(),
            Some(last) if changes == 0 => {
                format!("Lần gửi trước {}. Từ đó không có gì thay đổi.", last.on)
            }
            Some(last) => format!("Lần gửi trước {}. Từ đó có {changes} thay đổi.", last.on),
        }
    })
}

fn choose(handbook: &Handbook, chosen: RwSignal<Vec<Part>>) -> View {
    let unsent = handbook.unsent();
    let (mut pledge, mut months, mut new, mut old) = (None, Vec::new(), Vec::new(), Vec::new());
    for part in handbook.parts() {
        match &part {
            part if !unsent.contains(part) => old.push(choice(handbook, part.clone(), chosen)),
            Part::Pledge => pledge = Some(choice(handbook, Part::Pledge, chosen)),
            Part::Month(month) => months.push(*month),
            part => new.push(choice(handbook, part.clone(), chosen)),
        }
    }
    let legend = el("legend").class(if unsent.is_empty() { "unseen" } else { "" });
    let months = month_choices(handbook, months, chosen);
    let old =
        (!old.is_empty()).then(|| details(format!("Gửi lại mục đã gửi ({})", old.len()), old));
    let draft = handbook.pledge.revisions.is_empty().then(|| {
        let review = el("a").made_attr("href", Route::PledgeReview.to_string());
        hint((
            "Bản đăng ký còn là bản nháp nên chưa gửi được. ",
            review.with("Kiểm tra lại và ghi là đã nộp"),
        ))
    });
    let fields = el("fieldset").with((legend.with("Gửi những gì"), pledge, months, new, old));
    (fields, draft).view()
}

/// A few months one by one; many as one line, which opens to choose among them.
fn month_choices(handbook: &Handbook, months: Vec<YearMonth>, chosen: RwSignal<Vec<Part>>) -> View {
    let single = each(&months, |month| {
        choice(handbook, Part::Month(*month), chosen)
    });
    if months.len() < 3 {
        return single.view();
    }
    let ranges = month_ranges(months.iter().map(|month| month.number()));
    let parts: Vec<_> = months.into_iter().map(Part::Month).collect();
    let on = {
        let parts = parts.clone();
        move || chosen.with(|chosen| parts.iter().all(|part| chosen.contains(part)))
    };
    let set = move |on| {
        chosen.update(|chosen| {
            chosen.retain(|part| !parts.contains(part));
            if on {
                chosen.extend(parts.iter().cloned());
            }
        });
    };
    let detail = handover_contents::MONTH;
    let all = check(format!("Tháng {ranges}"), detail, Signal::derive(on), set);
    (all, details("Chọn từng tháng", single)).view()
}

fn choice(handbook: &Handbook, part: Part, chosen: RwSignal<Vec<Part>>) -> El {
    let (name, mut detail) = handover_contents::name(handbook, &part);
    if handbook.was_sent(&part) {
        detail.push_str(" · đã gửi trước đây");
    }
    let on = {
        let part = part.clone();
        Signal::derive(move || chosen.with(|chosen| chosen.contains(&part)))
    };
    check(name, detail, on, move |on| {
        chosen.update(|chosen| {
            chosen.retain(|known| *known != part);
            if on {
                chosen.push(part.clone());
            }
        });
    })
}

fn consent(Sending { book, agreed, .. }: Sending) -> El {
    let mut branch = book.peek(|handbook| handbook.profile.branch.clone());
    if branch.is_empty() {
        "chi bộ".clone_into(&mut branch);
    }
    let words = format!(
        "Tôi đồng ý đưa các nội dung trên cho {branch} để chi bộ theo dõi, đánh giá việc làm theo."
    );
    check(words, (), agreed.into(), move |on| agreed.set(on))
}

impl Sending {
    fn settle(self, ready: &Ready, way: Way) {
        let words = match way {
            Way::Shared => "Đã đưa tệp sang ứng dụng khác.",
            Way::Saved => "Đã lưu tệp vào máy. Giờ gửi tệp đó cho chi bộ.",
            Way::Copied => "Đã chép văn bản. Giờ dán vào tin nhắn gửi cho chi bộ.",
        };
        let before = self.book.peek(|handbook| handbook.handed.clone());
        self.book.change(|handbook| {
            handbook.next_handover_revision();
            handbook.record_handover(ready.handover.clone(), ready.revision);
        });
        self.book.save();
        self.agreed.set(false);
        self.chosen.set(Vec::new());
        let name = ready.name.clone();
        self.tell(Ok(Given {
            words,
            name,
            before,
        }));
    }

    fn tell(self, outcome: Result<Given, &'static str>) {
        self.outcome.set(Some(outcome));
        page::focus("#given");
    }
}

/// Share, save, copy: in that order of what the phone can do.
fn ways(sending: Sending) -> El {
    if untrack(|| sending.book.is_sample()) {
        return hint("Sổ mẫu không gửi đi được.");
    }
    let agreed = sending.agreed;
    let leaving = move || {
        let ready = sending.ready.get_untracked()?;
        let (name, text) = (ready.name.clone(), ready.text.clone());
        let went = move |way| match way {
            Ok(way) => sending.settle(&ready, way),
            Err(sentence) => sending.tell(Err(sentence)),
        };
        Some(Leaving::new(name, text, went))
    };
    let first = move || (!agreed.get()).then(|| hint("Đánh dấu đồng ý ở trên rồi mới gửi được."));
    stack((ways_out(agreed.into(), leaving), live(first)))
}

fn outcome_notice(sending: Sending) -> Option<El> {
    sending.outcome.with(|outcome| match outcome.as_ref()? {
        Ok(given) => Some(given_notice(sending, given)),
        Err(sentence) => Some(notice(Notice::Failed, p(*sentence))),
    })
}

fn given_notice(sending: Sending, given: &Given) -> El {
    let Sending {
        book,
        chosen,
        outcome,
        ..
    } = sending;
    let before = given.before.clone();
    let not_sent = move || {
        let before = before.clone();
        book.change(|handbook| {
            // The number stays taken: the file may be out there after all.
            let revision = handbook.handed.revision;
            handbook.handed = Handed { revision, ..before };
        });
        outcome.set(None);
        chosen.set(book.peek(Handbook::unsent).into_iter().collect());
    };
    notice(
        Notice::Done,
        (
            p((
                b(given.words),
                " Trang này không biết tin đã tới hay chưa: xem lại trong Zalo.",
            )),
            hint(given.name.clone()),
            button("link", "Chưa gửi được, bỏ ghi lần này", not_sent),
        ),
    )
}

fn history(book: Book) -> Option<El> {
    let today = book.today.get();
    let line = |entry: &HandedEntry| {
        let on = format!("{} · {}", entry.on, words::days_ago(entry.on, today));
        el("li").with((
            el("span").with(on),
            el("span").class("muted").with(entry.what.clone()),
        ))
    };
    let lines = book.read(|handbook| each(handbook.handed.log.iter().rev(), line));
    let lines = (!lines.is_empty()).then(|| el("ul").class("facts").with(lines));
    lines.map(|lines| el("section").with((h2("Đã gửi"), lines)))
}
