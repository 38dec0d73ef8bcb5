//! Theo dõi: one month over the whole branch, and the year beside it. Who sent what, what the branch
//! says of each and of itself, who is behind, what is still to be put right.

use super::archived::archived;
use super::month_pager::month_heading;
use super::{months_assess, months_counts, months_open, months_year};
use crate::desk::{Desk, desk};
use crate::domain::branch::BranchYear;
use crate::domain::branch::months::{Matrix, matrix};
use crate::domain::branch::turns::meeting_on;
use crate::domain::pack::{Level, usual_scale};
use crate::domain::{Day, ItemId, YearMonth};
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, Kind, View, h1, link, muted, notice, p};

/// What the parts of the screen look at.
#[derive(Clone, Copy)]
pub struct Look {
    pub desk: Desk,
    pub month: YearMonth,
    /// Of the month's year.
    pub matrix: Signal<Matrix>,
}

pub fn screen(month: Option<YearMonth>) -> View {
    let desk = desk();
    let today = desk.today.get_untracked();
    let Some(month) = month.or_else(|| last_over(desk.year.get_untracked(), today)) else {
        return h1("Theo dõi").view();
    };
    let year = month.year();
    let matrix = Signal::derive(move || {
        let today = desk.today.get();
        desk.dossiers(year, |dossiers| {
            desk.read(|branch| matrix(branch, dossiers, year, today))
        })
    });
    let look = Look {
        desk,
        month,
        matrix,
    };
    let heading = month_heading(
        format!("Tháng {}", month.number()),
        month,
        DeskRoute::Months,
    );
    let nobody = desk.peek(|branch| branch.roster.people.is_empty());
    let content = if let Some(away) = archived(desk, year) {
        away.view()
    } else if nobody {
        let words =
            "Chưa có ai trong danh sách. Nhập danh sách trước thì mới có người để theo dõi.";
        let to = link("button wide", &DeskRoute::Roster, "Nhập danh sách");
        notice(Kind::Plain, (p(words), to)).view()
    } else if month.day(1) > today {
        let words = "Tháng này chưa tới, chưa có gì để đánh giá.";
        (notice(Kind::Plain, p(words)), months_year::year(look)).view()
    } else {
        (
            months_counts::counts(look),
            months_year::year(look),
            months_assess::people(look),
            months_assess::of_itself(look),
            months_counts::behind(look),
            months_open::open(look),
        )
            .view()
    };
    (heading, taken_up(look), content).view()
}

/// The month that the next meeting takes up: the last one that is over; of another year, its last.
fn last_over(year: i32, today: Day) -> Option<YearMonth> {
    let over = today.month().previous().filter(|last| last.year() == year);
    over.or_else(|| YearMonth::all_of(year).last())
        .or_else(|| YearMonth::all_of(year).next())
}

/// When the branch takes it up.
fn taken_up(look: Look) -> View {
    let next = look.month.next().map(|next| {
        let on = look.desk.part(move |branch| Some(meeting_on(branch, next)));
        let words = move || {
            on.get()
                .map(|on| format!("Năm {}, họp ngày {on}", look.month.year()))
        };
        let to = link(
            "link",
            &DeskRoute::Meeting(Some(next)),
            format!("Sinh hoạt tháng {}", next.number()),
        );
        (
            muted(Signal::derive(move || words().unwrap_or_default())),
            to,
        )
    });
    next.view()
}

impl Look {
    pub fn scale(self) -> Vec<Level> {
        let year = self.month.year();
        let scale = self
            .desk
            .peek(|branch| branch.year(year).map(BranchYear::scale));
        scale.unwrap_or_else(usual_scale)
    }

    /// A person's name, with the group where two have the same.
    pub fn called(self, person: &ItemId) -> String {
        self.desk.peek(|branch| branch.roster.called(person))
    }

    /// Those who owe the month, in the order in which they are shown.
    pub fn people(self) -> Vec<ItemId> {
        let month = self.month;
        self.matrix
            .with_untracked(|matrix| matrix.of_month(month).map(|(id, _)| id.clone()).collect())
    }
}
