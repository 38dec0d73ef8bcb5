//! Nhận xét: what the branch tells each person, seen in words before it goes, and given by the same
//! ways as a hand-over.

use leptos::prelude::untrack;

use super::archived::archived;
use crate::browser::clock;
use crate::browser::text::nfc;
use crate::desk::{Desk, desk};
use crate::domain::branch::{Dossier, Person};
use crate::domain::{HeldFeedback, ItemId};
use crate::exchange::{Envelope, Kind, file_name, write_feedback};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Field, Kind as Notice, Leaving, View, Way, b, button, details, each, el, field,
    h1, h2, hint, live, muted, notice, p, stack, ways_out,
};

/// Whom it concerns, settled when the screen opens: nobody changes places while they are written to.
struct People {
    news: Vec<ItemId>,
    others: Vec<ItemId>,
    /// Nothing came from them, so there is no handbook to send to.
    without_handbook: usize,
}

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let heading = h1(format!("Nhận xét năm {year}"));
    if let Some(away) = archived(desk, year) {
        return (heading, away).view();
    }
    let People {
        news,
        others,
        without_handbook,
    } = people(desk, year);
    let rows = |people: Vec<ItemId>| {
        let rows = each(people, |person| row(desk, year, person));
        el("div").class("folds").with(rows)
    };
    let none = news.is_empty().then(|| {
        muted("Không có gì mới để gửi. Lời nhận xét, ngày thông qua, ngày công khai, đánh giá tháng ghi thêm sẽ hiện ở đây.")
    });
    let unsent = h2(format!("Có điều chưa gửi ({})", news.len()));
    let first = el("section")
        .class("stack")
        .with((unsent, none, rows(news)));
    let rest = (!others.is_empty()).then(|| {
        let heading = h2(format!("Chưa có gì mới ({})", others.len()));
        el("section").with((heading, rows(others)))
    });
    let without = (without_handbook > 0).then(|| {
        hint(format!(
            "{without_handbook} người chưa gửi phiếu nào nên chưa có sổ để nhận."
        ))
    });
    let intro = muted("Mỗi người một phiếu riêng. Người nhận mở trong sổ tay, ở mục “Gửi”.");
    (heading, intro, first, rest, without).view()
}

fn people(desk: Desk, year: i32) -> People {
    let today = desk.today.get_untracked();
    let mut people = People {
        news: Vec::new(),
        others: Vec::new(),
        without_handbook: 0,
    };
    desk.peek(|branch| {
        for person in branch.roster.on(today) {
            let (heard, news) = desk.peek_dossier(&person.id, year, |dossier| {
                let heard = dossier.is_some_and(|dossier| dossier.received.is_some());
                (
                    heard,
                    dossier.is_some_and(|dossier| dossier.has_news(branch, today)),
                )
            });
            match (heard, news) {
                (false, _) => people.without_handbook += 1,
                (true, true) => people.news.push(person.id.clone()),
                (true, false) => people.others.push(person.id.clone()),
            }
        }
    });
    people
}

/// One person, folded; what is inside is made when it is opened.
fn row(desk: Desk, year: i32, person: ItemId) -> El {
    let name = desk.peek(|branch| {
        let known = branch.roster.person(&person);
        known.map(Person::shown).unwrap_or_default()
    });
    let given = {
        let person = person.clone();
        Signal::derive(move || {
            desk.dossier(&person, year, |dossier| Some(dossier?.given_feedback?.on))
        })
    };
    let state = live(move || given.get().map(|on| format!(" · gửi {}", on.short())));
    let state = el("span").class("muted").with(state);
    let opened = RwSignal::new(false);
    let content = live(move || opened.get().then(|| letter(desk, year, person.clone())));
    details((b(name), state), content).on("toggle", move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    })
}

/// How the last one went.
type Outcome = RwSignal<Option<Result<&'static str, &'static str>>>;

fn letter(desk: Desk, year: i32, person: ItemId) -> El {
    let of = |person: &ItemId| (desk, year, person.clone());
    let held = {
        let (desk, year, person) = of(&person);
        Signal::derive(move || as_it_would_go(desk, year, &person))
    };
    let lines = live(move || match held.get() {
        Some(held) => {
            let lines = each(held.told.lines(), |line| el("li").with(line));
            (p("Phiếu sẽ ghi:"), el("ul").class("list").with(lines)).view()
        }
        None => {
            let words = "Chưa có gì để gửi. Viết lời nhận xét, hoặc ghi ngày thông qua, đánh giá tháng trước.";
            hint(words).view()
        }
    });
    let outcome: Outcome = RwSignal::new(None);
    let ways = if untrack(|| desk.is_sample()) {
        hint("Chi bộ mẫu không gửi đi được.").view()
    } else {
        let (desk, year, person) = of(&person);
        let leaving = move || {
            let held = held.get_untracked()?;
            Some(leaving(desk, year, person.clone(), held, outcome))
        };
        ways_out(Signal::derive(move || held.with(Option::is_some)), leaving)
    };
    let told = {
        let (desk, year, person) = of(&person);
        live(move || Some(told(desk, year, person.clone(), outcome.get()?, outcome)))
    };
    stack((remark(desk, year, person), lines, ways, told))
}

fn remark(desk: Desk, year: i32, person: ItemId) -> El {
    let id = format!("remark-{person}");
    let reads = person.clone();
    let text = Signal::derive(move || {
        desk.dossier(&reads, year, |dossier| {
            let remark = dossier.map(|dossier| dossier.remark.clone());
            remark.unwrap_or_default()
        })
    });
    let write = move |text| {
        desk.change_dossier(&person, year, |dossier| dossier.remark = text);
    };
    field(Field::new(id, "Lời nhận xét", text, write).lines(3))
}

fn as_it_would_go(desk: Desk, year: i32, person: &ItemId) -> Option<HeldFeedback> {
    let today = desk.today.get();
    desk.dossier(person, year, |dossier| {
        let dossier = dossier?;
        desk.read(|branch| dossier.feedback(branch, today))
    })
}

/// The file, made as what stands on the screen.
fn leaving(desk: Desk, year: i32, person: ItemId, held: HeldFeedback, outcome: Outcome) -> Leaving {
    let today = desk.today.get_untracked();
    let name = file_name(Kind::Feedback, &held.told.name, year, today);
    let file = Envelope {
        document_id: held.document_id.clone(),
        revision: held.revision,
        exported_at: clock::now(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        payload: held.told.clone(),
    };
    let text = write_feedback(&file, &nfc);
    Leaving::new(name, text, move |went| {
        let words = went.map(|way| match way {
            Way::Shared => "Đã đưa phiếu sang ứng dụng khác.",
            Way::Saved => "Đã lưu phiếu vào máy. Giờ gửi tệp đó cho người nhận.",
            Way::Copied => "Đã chép phiếu. Giờ dán vào tin nhắn cho người nhận.",
        });
        if words.is_ok() {
            desk.change_dossier(&person, year, |dossier| dossier.record_feedback(&held));
            desk.save();
        }
        outcome.set(Some(words));
    })
}

fn told(
    desk: Desk,
    year: i32,
    person: ItemId,
    went: Result<&'static str, &'static str>,
    outcome: Outcome,
) -> El {
    match went {
        Err(sentence) => notice(Notice::Failed, p(sentence)),
        Ok(words) => {
            let not_sent = move || {
                desk.change_dossier(&person, year, Dossier::forget_feedback);
                outcome.set(None);
            };
            let undo = button("link", "Chưa gửi được, bỏ ghi lần này", not_sent);
            notice(Notice::Done, (p(words), undo))
        }
    }
}
