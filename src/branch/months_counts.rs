//! The month's counts, each with the names behind it; and who is behind, with a text to remind them.

use super::copying::copy_button;
use super::months::Look;
use crate::domain::ItemId;
use crate::domain::branch::agenda::{reminder, reminder_to_all};
use crate::domain::branch::months::{Behind, MonthCell, MonthCount};
use crate::domain::branch::turns::next_meeting;
use crate::domain::handover::month_ranges;
use crate::signal::Signal;
use crate::ui::{El, View, details, each, el, h2, hint, live, stack};

pub fn counts(look: Look) -> El {
    // What the branch says is left out: it would close what stands open here.
    let count = Signal::derive(move || {
        let count = look.matrix.with(|matrix| matrix.count(look.month));
        Some(MonthCount {
            assessed: 0,
            ..count
        })
    });
    let parts = live(move || {
        let count = count.get()?;
        let MonthCount {
            of,
            late,
            missing,
            waiting,
            ..
        } = count;
        let here = format!("Đã gửi tự đánh giá: {}/{of}", count.here());
        let of_these = |words: String, number: usize, cell: MonthCell| {
            (number > 0).then(|| names(look, words, cell))
        };
        Some((
            details(
                here,
                list(look, |cell| {
                    matches!(cell, MonthCell::Rated | MonthCell::Late)
                }),
            ),
            of_these(format!("Trong đó gửi muộn: {late}"), late, MonthCell::Late),
            of_these(format!("Thiếu: {missing}"), missing, MonthCell::Missing),
            of_these(
                format!("Chưa gửi, còn hạn: {waiting}"),
                waiting,
                MonthCell::NotYet,
            ),
            (missing + waiting > 0).then(|| remind_all(look)),
        ))
    });
    el("section")
        .class("counts")
        .with((h2("Tự đánh giá"), parts))
}

fn names(look: Look, words: String, wanted: MonthCell) -> El {
    details(words, list(look, move |cell| cell == wanted))
}

fn list(look: Look, wanted: impl Fn(MonthCell) -> bool) -> El {
    let people = look
        .matrix
        .with_untracked(|matrix| matrix.whose(look.month, |told| wanted(told.cell)));
    let line = |person: ItemId| el("li").with(look.called(&person));
    el("ul").class("list").with(each(people, line))
}

fn remind_all(look: Look) -> View {
    copy_button("Chép lời nhắc chung", move || {
        let absent = look.matrix.with_untracked(|matrix| {
            matrix.whose(look.month, |told| {
                matches!(told.cell, MonthCell::Missing | MonthCell::NotYet)
            })
        });
        let today = look.desk.today.get_untracked();
        look.desk.peek(|branch| {
            reminder_to_all(branch, &absent, look.month, next_meeting(branch, today))
        })
    })
}

pub fn behind(look: Look) -> View {
    let year = look.month.year();
    let behind = Signal::derive(move || {
        let today = look.desk.today.get();
        look.desk.read(|branch| {
            look.matrix
                .with(|matrix| matrix.behind(branch, year, today))
        })
    });
    live(move || {
        let behind = behind.get();
        if behind.is_empty() {
            return None;
        }
        let heading = h2(format!("Chưa gửi những tháng gần đây ({})", behind.len()));
        let rows = each(behind, |behind| row(look, behind));
        let why = hint(
            "Tính các tháng liền nhau đến tháng gần nhất đã quá hạn, của những người đang sinh hoạt.",
        );
        Some(stack((heading, why, el("div").with(rows))))
    })
}

fn row(look: Look, behind: Behind) -> El {
    let months = month_ranges(behind.months.iter().map(|month| month.number()));
    let words = format!("thiếu {} tháng: {months}", behind.months.len());
    let name = look.called(&behind.person);
    let text = move || {
        let today = look.desk.today.get_untracked();
        look.desk.peek(|branch| {
            let before = next_meeting(branch, today);
            reminder(branch, &behind.person, &behind.months, before)
        })
    };
    let summary = (
        el("b").with(name),
        " ",
        el("span").class("muted").with(words),
    );
    details(summary, copy_button("Chép lời nhắc", text))
}
