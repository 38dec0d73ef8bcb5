//! Sinh hoạt: the agenda of a month's meeting, everything in its place to be written in; as text to
//! copy and as a page to print.

use super::copying::copy_button;
use super::day_field::day_field;
use super::month_pager::month_heading;
use super::{meeting_deeds, meeting_turns};
use crate::browser::page;
use crate::desk::{Desk, desk};
use crate::domain::ItemId;
use crate::domain::branch::agenda::{Agenda, Results, agenda, agenda_text};
use crate::domain::branch::turns::{meeting_on, turns};
use crate::domain::branch::{Meeting, level_name};
use crate::domain::pack::Topic;
use crate::domain::{Day, YearMonth};
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{
    Content, El, Field, View, actions, b, button, each, el, field, h1, h2, link, live, muted, p,
    stack,
};

/// What the parts of the screen look at.
#[derive(Clone, Copy)]
pub struct Table {
    pub desk: Desk,
    pub month: YearMonth,
}

pub fn screen(month: Option<YearMonth>) -> View {
    let desk = desk();
    let today = desk.today.get_untracked();
    let Some(month) = month.or_else(|| next_meeting(desk.year.get_untracked(), today)) else {
        return h1("Sinh hoạt").view();
    };
    let table = Table { desk, month };
    let now = Signal::derive(move || Some(table.agenda()));
    let heading = month_heading(
        format!("Sinh hoạt tháng {}", month.number()),
        month,
        DeskRoute::Meeting,
    );
    let screen = el("div").class("no-print stack").with((
        heading,
        table.held(),
        ways_out(table),
        results(table, now),
        meeting_turns::turns(table, now),
        topics(now),
        shortcomings(table, now),
        meeting_deeds::deeds(table),
        table.text("meeting-other", "Nội dung khác", |meeting| {
            &mut meeting.other
        }),
        table.text("meeting-decided", "Kết luận", |meeting| {
            &mut meeting.decided
        }),
    ));
    (screen, paper(table, now)).view()
}

/// The meeting of this month until the next begins; of another year, its last.
fn next_meeting(year: i32, today: Day) -> Option<YearMonth> {
    let this = Some(today.month()).filter(|this| this.year() == year);
    this.or_else(|| YearMonth::all_of(year).last())
}

impl Table {
    /// Of the month that it takes up: in January, last year.
    pub fn year_of_results(self) -> i32 {
        self.month.previous().unwrap_or(self.month).year()
    }

    pub fn called(self, person: &ItemId) -> String {
        self.desk.peek(|branch| branch.roster.called(person))
    }

    fn agenda(self) -> Agenda {
        let month = self.month;
        let today = self.desk.today.get();
        self.desk.dossiers(self.year_of_results(), |dossiers| {
            self.desk
                .read(|branch| agenda(branch, dossiers, month, today))
        })
    }

    /// A part of the meeting as it is kept; its default while none is.
    pub fn part<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Meeting) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        let month = self.month;
        self.desk.part(move |branch| {
            let year = branch.year(month.year());
            let meeting = year.and_then(|year| year.meetings.get(&month));
            meeting.map(&read).unwrap_or_default()
        })
    }

    pub fn change(self, act: impl FnOnce(&mut Meeting)) {
        self.desk
            .change(|branch| act(branch.meeting_mut(self.month)));
    }

    fn text(
        self,
        id: &'static str,
        label: &'static str,
        of: fn(&mut Meeting) -> &mut String,
    ) -> El {
        // Of a copy, so that one function tells where the text stands.
        let text = self.part(move |meeting| of(&mut meeting.clone()).clone());
        let write = move |text| self.change(|meeting| *of(meeting) = text);
        el("section").with(field(Field::new(id, label, text, write).lines(4)))
    }

    /// The day; with it, the turns are settled as they stand.
    fn held(self) -> El {
        let (desk, month) = (self.desk, self.month);
        let held = self.part(|meeting| meeting.held_on);
        let planned = desk.part(move |branch| Some(meeting_on(branch, month)));
        let write = move |day: Option<Day>| {
            let today = desk.today.get_untracked();
            desk.change(|branch| {
                let whose = turns(branch, month, today).people;
                let meeting = branch.meeting_mut(month);
                meeting.held_on = day;
                if day.is_some() && !whose.is_empty() {
                    meeting.turns.get_or_insert(whose);
                }
            });
        };
        let plan = live(move || match (held.get(), planned.get()) {
            (None, Some(on)) => Some(muted(format!("Dự kiến {on}, theo bộ chuẩn mực."))),
            _ => None,
        });
        stack((
            plan,
            day_field(
                "held-on",
                "Ngày họp",
                "Ghi khi đã họp, hoặc khi họp khác ngày dự kiến",
                held,
                month.year(),
                write,
            ),
        ))
    }
}

fn ways_out(table: Table) -> View {
    let Table { desk, month } = table;
    let text = move || {
        let agenda = leptos::prelude::untrack(|| table.agenda());
        desk.peek(|branch| agenda_text(branch, &agenda, month))
    };
    let print = button("button-quiet", "In chương trình", page::print);
    actions((copy_button("Chép chương trình", text), print)).view()
}

fn results(table: Table, now: Signal<Option<Agenda>>) -> View {
    live(move || {
        let Results {
            month,
            count,
            absent,
            own,
        } = now.get()?.results?;
        let here = format!("Đã gửi tự đánh giá: {}/{}", count.here(), count.of);
        let late = (count.late > 0).then(|| format!(", trong đó {} muộn", count.late));
        let names = table.desk.peek(|branch| {
            let names: Vec<_> = absent.iter().map(|id| branch.roster.called(id)).collect();
            names.join(", ")
        });
        let absent = (!names.is_empty()).then(|| p((b("Chưa gửi: "), names)));
        let own = own.map(|own| {
            let level = own.level.map(|level| {
                table
                    .desk
                    .peek(|branch| level_name(branch.year(month.year()), &level))
            });
            let words: Vec<_> = level.into_iter().chain([own.remark]).collect();
            p((b("Chi bộ tự đánh giá: "), words.join(". ")))
        });
        let assessed = muted(format!(
            "Chi bộ đã đánh giá {}/{} người.",
            count.assessed, count.of
        ));
        Some(stack((
            h2(format!("Kết quả làm theo tháng {}", month.number())),
            p((here, late)),
            absent,
            own,
            assessed,
            link(
                "link",
                &DeskRoute::Months(Some(month)),
                format!("Đánh giá tháng {}", month.number()),
            ),
        )))
    })
}

fn topics(now: Signal<Option<Agenda>>) -> View {
    let topics = Signal::derive(move || now.with(|now| now.as_ref().map(|now| now.topics.clone())));
    live(move || {
        let topics = topics.get().unwrap_or_default();
        let none = topics
            .is_empty()
            .then(|| muted("Bộ chuẩn mực chưa có chuyên đề cho quý này."));
        stack((
            h2("Chuyên đề"),
            none,
            each(topics, topic),
            link("link", &DeskRoute::Pack, "Sửa chuyên đề"),
        ))
    })
}

fn topic(topic: Topic) -> El {
    let quarters = b(topic.quarters());
    let works = each(topic.works, |work| {
        let note = (!work.note.is_empty()).then(|| format!(" ({})", work.note));
        p(("Tác phẩm “", work.title, "”", note))
    });
    el("div").with((p((quarters, ": ", topic.title)), works))
}

fn shortcomings(table: Table, now: Signal<Option<Agenda>>) -> View {
    let open =
        Signal::derive(move || now.with(|now| now.as_ref().map(|now| now.shortcomings.clone())));
    live(move || {
        let open = open.get().unwrap_or_default();
        let none = open
            .is_empty()
            .then(|| muted("Không có hạn chế nào đang chờ."));
        let rows = each(open, |open| {
            let name = table.desk.peek(|branch| branch.roster.called(&open.person));
            let by = match (open.overdue_since, &open.shortcoming.deadline) {
                (Some(day), _) => el("span").class("error").with(format!("quá hạn từ {day}")),
                (None, Some(deadline)) => el("span").class("muted").with(format!("hạn {deadline}")),
                (None, None) => el("span").class("muted").with("chưa ghi hạn"),
            };
            el("li").with(p((b(name), ": ", open.shortcoming.text, " · ", by)))
        });
        stack((
            h2("Hạn chế chưa khắc phục xong"),
            none,
            el("ul").class("list").with(rows),
        ))
    })
}

/// What is printed: the text, set as a document.
fn paper(table: Table, now: Signal<Option<Agenda>>) -> El {
    let lines = live(move || {
        let agenda = now.get()?;
        let text = table
            .desk
            .read(|branch| agenda_text(branch, &agenda, table.month));
        let lines: Vec<_> = text.lines().map(str::to_owned).collect();
        Some(each(lines.into_iter().enumerate(), |(index, line)| {
            let heading = line.starts_with(|c: char| c.is_ascii_digit());
            match (index, heading) {
                (0, _) => h2(line),
                (_, true) => el("h3").with(line),
                _ => p(line),
            }
        }))
    });
    el("div")
        .class("paper print-only")
        .attr("aria-hidden", "true")
        .with(lines)
}
