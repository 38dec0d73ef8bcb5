//! Đăng ký: the sentence that goes up, the names behind each of its numbers, and everyone by where they
//! stand: who has nothing yet and why, who has too little, who has registered.

use super::archived::archived;
use super::copying::copy_button;
use super::fold::Open;
use super::{registration_private, registration_row};
use crate::desk::{Desk, desk};
use crate::domain::ItemId;
use crate::domain::branch::registration::{
    Came, Registrant, Registration, RegistrationState, registration,
};
use crate::domain::branch::turns::next_meeting;
use crate::domain::{Day, Standing};
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{
    Content, El, Kind, View, details, each, el, h1, h2, hint, link, live, muted, notice, p, stack,
};

/// What the parts of the screen look at.
#[derive(Clone, Copy)]
pub struct Look {
    pub desk: Desk,
    pub year: i32,
    /// `None` while no branch is open.
    told: Signal<Option<Registration>>,
}

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let told = Signal::derive(move || {
        let today = desk.today.get();
        desk.dossiers(year, |dossiers| {
            desk.read(|branch| Some(registration(branch, dossiers, year, today)))
        })
    });
    let look = Look { desk, year, told };
    let heading = h1(format!("Đăng ký năm {year}"));
    if let Some(away) = archived(desk, year) {
        return (heading, away).view();
    }
    let nobody = look.told(|told| told.rows.is_empty());
    if nobody.get_untracked() {
        let words = "Chưa có ai trong danh sách. Nhập danh sách trước thì mới biết ai đã đăng ký.";
        let to = link("button wide", &DeskRoute::Roster, "Nhập danh sách");
        return (heading, notice(Kind::Plain, (p(words), to))).view();
    }
    let open = Open::none();
    let groups = [
        RegistrationState::None,
        RegistrationState::UnderQuota,
        RegistrationState::Registered,
        RegistrationState::NotAsked,
    ];
    let [none, under, rest @ ..] = groups.map(|state| group(look, open, state));
    (
        heading,
        sentence(look),
        counts(look),
        none,
        under,
        registration_private::private(look),
        rest,
        link("link", &DeskRoute::Posting, "Thông qua và công khai"),
    )
        .view()
}

impl Look {
    /// A part of what is counted, followed when it changes.
    pub fn told<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Registration) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        Signal::derive(move || self.registration(&read))
    }

    /// One person's row, followed.
    pub fn row(self, person: &ItemId) -> Signal<Option<Registrant>> {
        let person = person.clone();
        self.told(move |told| told.row(&person).cloned())
    }

    /// The same as it is now, for a text that is made on a tap.
    pub fn peek<T: Default>(self, read: impl FnOnce(&Registration) -> T) -> T {
        self.told
            .with_untracked(|told| told.as_ref().map(read).unwrap_or_default())
    }

    /// All of it, followed.
    pub fn registration<T: Default>(self, read: impl FnOnce(&Registration) -> T) -> T {
        self.told
            .with(|told| told.as_ref().map(read).unwrap_or_default())
    }

    /// A person's name, with the group where two have the same.
    pub fn called(self, person: &ItemId) -> String {
        self.desk.peek(|branch| branch.roster.called(person))
    }

    /// Until when a pledge is asked for; `None` when the year is over.
    pub fn before(self) -> Option<Day> {
        let today = self.desk.today.get_untracked();
        let before = self.desk.peek(|branch| Some(next_meeting(branch, today)));
        before.filter(|before| before.year() == self.year)
    }
}

fn sentence(look: Look) -> El {
    let sentence = look.told(Registration::sentence);
    let on = look.told(|told| Some(told.on));
    let has_pack = look.desk.part(move |branch| {
        let year = branch.year(look.year);
        year.is_some_and(|year| year.packs.is_some())
    });
    let on = live(move || {
        let on = on.get()?;
        let words = "theo danh sách của ngày ấy và số việc trong bộ chuẩn mực";
        let none = (!has_pack.get()).then(|| {
            let words =
                "Năm này chưa có bộ chuẩn mực: tạm tính đảng viên 02 việc, quần chúng 01 việc.";
            (
                muted(words),
                link("link", &DeskRoute::Pack, "Viết bộ chuẩn mực"),
            )
        });
        Some((muted(format!("Tính đến {on}, {words}.")), none))
    });
    let copy = copy_button("Chép câu này", move || look.peek(Registration::sentence));
    el("section")
        .class("stack")
        .with((p(sentence).class("lead quote"), on, copy))
}

/// Each number of the sentence opens to the names behind it.
fn counts(look: Look) -> El {
    let [members, others] = Standing::ALL.map(|standing| {
        let is_of = move |row: &Registrant| row.standing == standing;
        count(look, standing.name(), is_of)
    });
    let heading = h2("Tên sau mỗi con số");
    let all = count(look, "Cả chi bộ", |_| true);
    el("section").class("counts").with((
        heading,
        all,
        members,
        others,
        on_paper(look),
        remind_all(look),
    ))
}

/// Of those of whom something is asked.
fn count(
    look: Look,
    of_whom: &'static str,
    is_of: impl Fn(&Registrant) -> bool + Send + Sync + 'static,
) -> View {
    let groups = look.told(move |told| {
        let of = |registered: bool| {
            told.whose(|row| {
                let has = row.state() == RegistrationState::Registered;
                row.quota > 0 && is_of(row) && has == registered
            })
        };
        (of(true), of(false))
    });
    live(move || {
        let (registered, others) = groups.get();
        let all = registered.len() + others.len();
        let summary = format!("{of_whom}: {}/{all} đã đăng ký", registered.len());
        let names = (
            names(look, "Đã đăng ký", &registered),
            names(look, "Chưa đăng ký, hoặc chưa đủ", &others),
        );
        (all > 0).then(|| details(summary, names))
    })
}

/// Among them those whose pledge the branch has on paper only.
fn on_paper(look: Look) -> View {
    let people = look.told(|told| told.whose(|row| matches!(row.came, Came::OnPaper(_))));
    live(move || {
        let people = people.get();
        let summary = format!("Nộp trên giấy: {}", people.len());
        names(look, "Trên giấy", &people).map(|names| details(summary, names))
    })
}

fn names(look: Look, words: &'static str, people: &[ItemId]) -> Option<El> {
    let names: Vec<_> = people.iter().map(|id| look.called(id)).collect();
    let list = format!("{words} ({}): {}.", names.len(), names.join(", "));
    (!names.is_empty()).then(|| p(list))
}

/// All who stand so, one a fold.
fn group(look: Look, open: Open, state: RegistrationState) -> View {
    let people = look.told(move |told| told.whose(|row| row.state() == state));
    live(move || {
        let people = people.get();
        (!people.is_empty()).then(|| {
            let heading = h2(format!("{} ({})", state.name(), people.len()));
            let rows = each(people, |person| registration_row::row(look, open, person));
            let rows = el("ul").class("rows pairs").with(rows);
            el("section").with((heading, rows))
        })
    })
}

/// To everyone who lacks something, but for those whose reason is known.
fn remind_all(look: Look) -> View {
    let people = Signal::derive(move || {
        look.registration(|told| {
            look.desk.read(|branch| {
                let year = branch.year(look.year);
                let has_reason =
                    |person: &ItemId| year.is_some_and(|year| year.reasons.contains_key(person));
                told.whose(|row| row.lacks() > 0 && !has_reason(&row.person))
            })
        })
    });
    let some = Signal::derive(move || people.with(|people| !people.is_empty()));
    live(move || {
        let before = look.before().filter(|_| some.get())?;
        let text = move || {
            look.peek(|told| {
                let people = people.get_untracked();
                look.desk
                    .peek(|branch| told.reminder_to_all(branch, &people, before))
            })
        };
        Some(stack((
            copy_button("Chép lời nhắc chung", text),
            hint("Nêu người chưa đăng ký hoặc chưa đủ số việc, trừ người đã ghi lý do."),
        )))
    })
}
