//! One report of the branch: its head, its sections as the numbers say them or as they were rewritten,
//! and what does not add up.

use super::archived::archived;
use super::{report_head, title};
use crate::desk::{Desk, desk};
use crate::domain::Review;
use crate::domain::branch::report::Section;
use crate::domain::branch::report_check::{Found, check};
use crate::domain::branch::report_words::{Material, sections};
use crate::domain::branch::{BranchReport, ReportPart};
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{
    Content, El, Field, Kind, View, actions, button, details, each, el, field, h1, h2, lines, link,
    live, notice, p, stack,
};

/// A report on the screen.
#[derive(Clone, Copy)]
pub struct Writing {
    pub desk: Desk,
    pub year: i32,
    pub review: Review,
}

impl Writing {
    pub fn open(review: Review) -> Self {
        let desk = desk();
        let year = desk.year.get_untracked();
        Self { desk, year, review }
    }

    /// Something of the report and of all that it is made from, followed.
    pub fn made<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        make: fn(&Material, &BranchReport) -> T,
    ) -> Signal<T> {
        let Self { desk, year, review } = self;
        Signal::derive(move || {
            let today = desk.today.get();
            desk.dossiers(year, |dossiers| {
                desk.dossiers(year - 1, |before| {
                    desk.read(|branch| {
                        let material = Material {
                            branch,
                            year,
                            review,
                            dossiers,
                            before,
                            today,
                        };
                        make(&material, &branch.report(year, review))
                    })
                })
            })
        })
    }

    pub fn of<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: fn(&BranchReport) -> T,
    ) -> Signal<T> {
        let Self { desk, year, review } = self;
        desk.part(move |branch| read(&branch.report(year, review)))
    }

    pub fn change(self, act: impl FnOnce(&mut BranchReport)) {
        let Self { desk, year, review } = self;
        desk.change(|branch| act(branch.report_mut(year, review)));
    }
}

pub fn screen(review: Review) -> View {
    let writing = Writing::open(review);
    let year = writing.year;
    let name = title(&DeskRoute::Report(review));
    let head = h1(match review {
        Review::HalfYear => format!("{name} đầu năm {year}"),
        Review::FullYear => format!("{name} {year}"),
    });
    if let Some(away) = archived(writing.desk, year) {
        return (head, away).view();
    }
    let all = writing.made(sections);
    let parts = each(ReportPart::ALL.into_iter().enumerate(), |(index, part)| {
        let section = Signal::derive(move || all.with(|all| all.get(index).cloned()));
        part_fields(writing, part, section)
    });
    let to = link("button", &DeskRoute::ReportPaper(review), "Xem bản in");
    (
        head,
        report_head::fields(writing),
        parts,
        stack((h2("Trước khi in"), found(writing.made(check)), actions(to))),
    )
        .view()
}

fn part_fields(writing: Writing, part: ReportPart, section: Signal<Option<Section>>) -> El {
    let of = move |read: fn(Section) -> String| section.get().map(read).unwrap_or_default();
    let text = Signal::derive(move || of(|section| section.text));
    let counted = move || {
        let section = section.get_untracked();
        section.map(|section| section.counted).unwrap_or_default()
    };
    let write = move |text: String| {
        let counted = counted();
        writing.change(|report| report.write(part, text, &counted));
    };
    let state = Signal::derive(move || {
        section.with(|section| section.as_ref().map(|one| (one.is_own, one.changed)))
    });
    let rewritten = live(move || {
        let (is_own, changed) = state.get()?;
        let counted = section.get()?.counted;
        let by_numbers = !counted.is_empty();
        (is_own && by_numbers).then(|| {
            let follow = button("link", "Lấy lại lời theo số liệu", move || {
                follow(writing, part)
            });
            let now = details("Lời theo số liệu hiện nay", (lines(&counted), follow));
            let keep = changed.then(|| {
                let seen = counted.clone();
                let keep = button("link", "Đã xem, giữ lời đã sửa", move || {
                    writing.change(|report| report.looked_at(part, &seen));
                });
                notice(
                    Kind::Warn,
                    (p("Số liệu đã thay đổi sau khi sửa phần này."), keep),
                )
            });
            el("div").class("stack").with((keep, now))
        })
    });
    let words = Field::new(part_id(part), part.name(), text, write);
    stack((field(words.lines(5)), rewritten))
}

/// The section follows the numbers again; its words can be put back.
fn follow(writing: Writing, part: ReportPart) {
    let own = writing.desk.peek(|branch| {
        let report = branch.report(writing.year, writing.review);
        report.own.get(&part).cloned()
    });
    let Some(own) = own else { return };
    let Writing { desk, year, review } = writing;
    desk.remove(
        format!("Phần “{}” theo số liệu trở lại.", part.name()),
        move |branch| {
            branch.report_mut(year, review).own.remove(&part);
        },
        move |branch| {
            let report = branch.report_mut(year, review);
            report.own.insert(part, own.clone());
        },
    );
}

/// Said beside the report and above its paper.
pub fn found(found: Signal<Vec<Found>>) -> El {
    let words = live(move || match found.get() {
        none if none.is_empty() => p("Không thấy chỗ nào cần xem lại.").view(),
        found => {
            let lines = each(found, |(part, words)| match part {
                Some(part) => p(format!("{}: {words}", part.name())),
                None => p(words),
            });
            notice(Kind::Warn, lines).view()
        }
    });
    el("div").attr("role", "status").with(words)
}

fn part_id(part: ReportPart) -> &'static str {
    match part {
        ReportPart::Topics => "report-topics",
        ReportPart::Registration => "report-registration",
        ReportPart::Months => "report-months",
        ReportPart::Shortcomings => "report-shortcomings",
        ReportPart::Classes => "report-classes",
        ReportPart::Commendations => "report-commendations",
        ReportPart::Compared => "report-compared",
        ReportPart::Weaknesses => "report-weaknesses",
        ReportPart::Plans => "report-plans",
    }
}
