//! Thông qua trước tập thể: several pledges in one meeting, with its day; and what was changed since an
//! adoption.

use super::asked_day::AskedDay;
use super::copying::copy_button;
use super::pledge_shown::Whose;
use crate::browser::page;
use crate::desk::{Changes, Desk};
use crate::domain::branch::adoption::{self, LeftOut, PledgeStanding};
use crate::domain::branch::adoption_words::reminder_of_change;
use crate::domain::branch::registration::counted_on;
use crate::domain::branch::turns::next_meeting;
use crate::domain::branch::{Branch, Dossier};
use crate::domain::pledge::Change;
use crate::domain::{Day, ItemId};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Icon, Kind, View, button, check, details, each, el, form, h2, icon, live, muted,
    notice, p, stack,
};

const DAY: &str = "adopted-on";

/// So many are chosen one by one.
const FEW: usize = 3;

/// The state of this part; it outlives a look at the large view.
#[derive(Clone, Copy)]
pub struct Adopting {
    desk: Desk,
    year: i32,
    waiting: Signal<Vec<Waiting>>,
    /// Not chosen: who comes in later is chosen from the start.
    off: RwSignal<Vec<ItemId>>,
    day: AskedDay,
    left_out: RwSignal<Vec<(ItemId, LeftOut)>>,
    failed: RwSignal<Option<&'static str>>,
}

/// A pledge that a meeting could adopt.
#[derive(Clone, PartialEq)]
struct Waiting {
    person: ItemId,
    handed_in: Day,
    /// When it was adopted before, and what is different since.
    changed: Option<(Day, Vec<Change>)>,
}

impl Adopting {
    pub fn begin(desk: Desk, year: i32) -> Self {
        let waiting = Signal::derive(move || {
            let day = counted_on(year, desk.today.get());
            desk.dossiers(year, |dossiers| {
                desk.read(|branch| waiting(branch, dossiers, day))
            })
        });
        let today = desk.today.get_untracked();
        let last = desk.peek(|branch| last_meeting(branch, year, today));
        Self {
            desk,
            year,
            waiting,
            off: RwSignal::new(Vec::new()),
            day: AskedDay::new(last.unwrap_or_else(|| counted_on(year, today)), year),
            left_out: RwSignal::new(Vec::new()),
            failed: RwSignal::new(None),
        }
    }

    fn chosen(self) -> Signal<Vec<ItemId>> {
        Signal::derive(move || {
            let off = self.off.get();
            let people = self.waiting.get().into_iter().map(|one| one.person);
            people.filter(|person| !off.contains(person)).collect()
        })
    }

    fn adopt(self, people: &[ItemId]) {
        let Some(on) = self.day.take(DAY) else { return };
        if on > self.desk.today.get_untracked() {
            let words = "Ngày này chưa tới. Viết ngày của buổi họp đã thông qua".to_owned();
            return self.day.refuse(DAY, words);
        }
        let outcome = self.desk.peek_dossiers(self.year, |dossiers| {
            self.desk
                .peek(|branch| adoption::adopt(branch, dossiers, people, on))
        });
        self.left_out.set(outcome.left_out);
        let adopted = outcome.dossiers.len();
        if adopted == 0 {
            return page::focus("#left-out");
        }
        let what = format!("Đã ghi thông qua {adopted} bản, họp ngày {on}.");
        let changes = Changes {
            branch: None,
            dossiers: outcome.dossiers,
        };
        match self.desk.commit_with_undo(what, changes) {
            Ok(()) => {
                self.failed.set(None);
                page::focus_heading();
            }
            Err(error) => self.failed.set(Some(error.sentence())),
        }
    }
}

/// The last meeting that was held.
fn last_meeting(branch: &Branch, year: i32, today: Day) -> Option<Day> {
    let meetings = branch.year(year)?.meetings.values();
    let held = meetings.filter_map(|meeting| meeting.held_on);
    held.filter(|on| *on <= today).max()
}

/// Those never adopted first, then those changed since; each in the roster's order.
fn waiting(branch: &Branch, dossiers: &[Dossier], day: Day) -> Vec<Waiting> {
    let one = |person: &ItemId| {
        let dossier = dossiers.iter().find(|dossier| dossier.person == *person)?;
        let (handed_in, changed) = match dossier.pledge_standing() {
            PledgeStanding::Waiting(on) => (on, None),
            PledgeStanding::Changed {
                adopted,
                again_on,
                changes,
            } => (again_on, Some((adopted.on, changes))),
            PledgeStanding::None | PledgeStanding::Adopted(_) => return None,
        };
        Some(Waiting {
            person: person.clone(),
            handed_in,
            changed,
        })
    };
    let all = branch.roster.on(day).filter_map(|person| one(&person.id));
    let (new, changed): (Vec<_>, Vec<_>) = all.partition(|one| one.changed.is_none());
    new.into_iter().chain(changed).collect()
}

pub fn adopt(adopting: Adopting) -> El {
    let content = live(move || {
        let waiting = adopting.waiting.get();
        if waiting.is_empty() {
            return muted("Không có bản đăng ký nào chờ thông qua.").view();
        }
        let many = waiting.len() > FEW;
        let rows = each(waiting, |one| row(adopting, one));
        (
            muted("Chọn những bản đã thông qua trong cùng một buổi họp."),
            many.then(|| all_or_none(adopting)),
            el("ul").class("rows ballot pairs").with(rows),
            record(adopting),
        )
            .view()
    });
    let left_out = live(move || {
        let left_out = adopting.left_out.get();
        (!left_out.is_empty()).then(|| left_out_notice(adopting.desk, left_out))
    });
    let failed = live(move || {
        adopting
            .failed
            .get()
            .map(|why| notice(Kind::Failed, p(why)))
    });
    el("section")
        .class("stack")
        .with((h2("Thông qua trước tập thể"), left_out, content, failed))
}

fn all_or_none(adopting: Adopting) -> View {
    let none = Signal::derive({
        let chosen = adopting.chosen();
        move || chosen.with(Vec::is_empty)
    });
    live(move || {
        if none.get() {
            return button("link", "Chọn tất cả", move || {
                adopting.off.set(Vec::new())
            });
        }
        button("link", "Bỏ chọn tất cả", move || {
            let waiting = adopting.waiting.get_untracked().into_iter();
            adopting.off.set(waiting.map(|one| one.person).collect());
        })
    })
}

fn left_out_notice(desk: Desk, left_out: Vec<(ItemId, LeftOut)>) -> El {
    let lines = each(left_out, |(person, why)| {
        let name = desk.peek(|branch| branch.roster.called(&person));
        el("li").with(format!("{name}: {}", why.words()))
    });
    let list = el("ul").class("list").with(lines);
    notice(Kind::Warn, (p("Chưa ghi thông qua cho:"), list))
        .attr("id", "left-out")
        .attr("tabindex", "-1")
}

fn row(adopting: Adopting, one: Waiting) -> El {
    let Waiting {
        person,
        handed_in,
        changed,
    } = one;
    let Adopting {
        desk, year, off, ..
    } = adopting;
    let name = desk.peek(|branch| branch.roster.called(&person));
    let about = match &changed {
        None => format!("nộp ngày {handed_in}"),
        Some((on, _)) => format!("thông qua {on}, nộp lại ngày {handed_in} có chỗ sửa"),
    };
    let (reads, writes) = (person.clone(), person.clone());
    let on = Signal::derive(move || !off.with(|off| off.contains(&reads)));
    let choose = move |on: bool| {
        off.update(|off| {
            off.retain(|known| *known != writes);
            if !on {
                off.push(writes.clone());
            }
        });
    };
    let change = changed.map(|(adopted_on, changes)| {
        let whose = Whose::of(desk, year, &person);
        let text = move || {
            let today = desk.today.get_untracked();
            let days = (adopted_on, handed_in);
            desk.peek(|branch| {
                reminder_of_change(branch, &person, days, next_meeting(branch, today))
            })
        };
        let content = stack((
            whose.difference(&changes),
            copy_button("Chép lời nhắc trình bày chỗ sửa", text),
        ));
        details("Xem chỗ đã sửa", content)
    });
    el("li").with((check(name, about, on, choose), change))
}

/// The day, and one button for all that are chosen.
fn record(adopting: Adopting) -> El {
    let chosen = adopting.chosen();
    let many = Signal::derive(move || chosen.with(Vec::len));
    let button = live(move || match many.get() {
        0 => muted("Chưa chọn bản nào."),
        many => {
            let words = format!("Ghi thông qua {many} bản");
            el("button")
                .class("button wide")
                .with((words, icon(Icon::Go)))
        }
    });
    let act = move || adopting.adopt(&chosen.get_untracked());
    form(act, (adopting.day.field(DAY, "Ngày họp thông qua"), button))
}
