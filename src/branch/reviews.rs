//! Sơ kết, tổng kết: who handed a review in and how they classify themselves, and what the branch
//! concludes of each. It goes back with the feedback.

use super::archived::archived;
use super::fold::{Open, fold};
use super::reviews_person::person;
use crate::desk::{Desk, desk};
use crate::domain::branch::{Dossier, class_name};
use crate::domain::{Day, ItemId, Review};
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, El, View, actions, b, each, el, h1, h2, link, live, muted, p};

/// Which reviews are shown.
#[derive(Clone, Copy)]
pub struct Look {
    pub desk: Desk,
    pub year: i32,
    pub review: Review,
}

pub fn screen(review: Review) -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    let look = Look { desk, year, review };
    let heading = h1(format!("{} {year}", review.name()));
    if let Some(away) = archived(desk, year) {
        return (heading, away).view();
    }
    let (other, words) = match review {
        Review::HalfYear => (Review::FullYear, "Xem tổng kết năm"),
        Review::FullYear => (Review::HalfYear, "Xem sơ kết 6 tháng"),
    };
    let people = look.people();
    let all = people.len();
    let open = Open::none();
    // Settled when the screen opens: nobody changes places while their review is read.
    let group = |name: &str, stands: Stands| {
        let of = people.iter().filter(|id| look.stands(id) == stands);
        let of: Vec<_> = of.cloned().collect();
        let count = of.len();
        (count > 0).then(|| {
            let rows = each(of, |id| row(look, open, id));
            let rows = el("ul").class("rows pairs").with(rows);
            el("section").with((h2(format!("{name} ({count})")), rows))
        })
    };
    (
        heading,
        muted(live(move || counts(look, all))),
        p("Mở từng người để đọc bản đã gửi và ghi kết luận của chi bộ. Kết luận đi cùng phiếu nhận xét."),
        actions((
            link("link", &DeskRoute::Feedback, "Gửi phiếu nhận xét"),
            link("link", &DeskRoute::Reviews(other), words),
        )),
        group("Chờ chi bộ kết luận", Stands::Waiting),
        group("Chi bộ đã kết luận", Stands::Concluded),
        group("Chưa gửi", Stands::Missing),
    )
        .view()
}

/// Where a person's review stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Waiting,
    Concluded,
    Missing,
}

impl Look {
    fn stands(self, person: &ItemId) -> Stands {
        self.desk
            .peek_dossier(person, self.year, |dossier| match dossier {
                Some(known) if known.conclusions.contains_key(&self.review) => Stands::Concluded,
                Some(known) if known.waits_for_conclusion(self.review) => Stands::Waiting,
                _ => Stands::Missing,
            })
    }

    /// Those who belong at the end of what is reviewed, as far as that is past.
    fn people(self) -> Vec<ItemId> {
        let today = self.desk.today.get_untracked();
        let end = self.review.in_time(self.year).map(|(_, until)| until);
        let day: Day = end.map_or(today, |end| end.min(today));
        self.desk.peek(|branch| {
            let people = branch.roster.on(day);
            people.map(|person| person.id.clone()).collect()
        })
    }

    pub fn of<T: Default>(self, person: &ItemId, read: impl FnOnce(&Dossier) -> T) -> T {
        self.desk.dossier(person, self.year, |dossier| {
            dossier.map(read).unwrap_or_default()
        })
    }
}

/// "Đã gửi 12/45 · chi bộ kết luận 10/45"
fn counts(look: Look, all: usize) -> String {
    look.desk.dossiers(look.year, |dossiers| {
        let count = |is: fn(&Dossier, Review) -> bool| {
            let found = dossiers.iter().filter(|dossier| is(dossier, look.review));
            found.count()
        };
        let sent = count(|dossier, review| dossier.review(review).is_some());
        let settled = count(|dossier, review| dossier.conclusions.contains_key(&review));
        format!("Đã gửi {sent}/{all} · chi bộ kết luận {settled}/{all}")
    })
}

fn row(look: Look, open: Open, id: ItemId) -> El {
    let name = look.desk.peek(|branch| branch.roster.called(&id));
    let about = {
        let id = id.clone();
        Signal::derive(move || about(look, &id))
    };
    let head = el("span").with((b(name), el("small").with(about)));
    let opened = id.clone();
    fold(open, &id, head, move || person(look, &opened))
}

/// "Tự xếp loại: Hoàn thành tốt nhiệm vụ · chi bộ: Hoàn thành tốt nhiệm vụ"
fn about(look: Look, person: &ItemId) -> String {
    let (own, concluded) = look.of(person, |dossier| {
        let own = dossier
            .review(look.review)
            .map(|finished| match &finished.class {
                Some(class) => format!("Tự xếp loại: {}", class.name),
                None => "Đã gửi, chưa tự xếp loại".to_owned(),
            });
        let concluded = dossier.conclusions.get(&look.review).cloned();
        (own, concluded)
    });
    let own = own.unwrap_or_else(|| "Chưa gửi".to_owned());
    let class = concluded.and_then(|concluded| concluded.level);
    let class = class.map(|id| {
        look.desk
            .read(|branch| class_name(branch.year(look.year), &id))
    });
    match class {
        Some(class) => format!("{own} · chi bộ: {class}"),
        None => own,
    }
}
