//! Đăng ký của tập thể: the branch's own pledge (S0), written here, adopted in a meeting, first on the
//! public list.

use super::asked_day::AskedDay;
use super::fold::{Open, fold};
use crate::browser::{page, random};
use crate::desk::{Changes, Desk};
use crate::domain::branch::adoption_words::until;
use crate::domain::branch::own_pledge::{OwnFault, adopt_own, adopted_own, forget_own_adoption};
use crate::domain::branch::registration::counted_on;
use crate::domain::{Commitment, Deadline, ItemId, Pledge};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Field, View, b, button, each, el, field, form, h2, live, muted, p, stack,
};

const DAY: &str = "own-adopted-on";

/// The branch's pledge of one year.
#[derive(Clone, Copy)]
struct Own {
    desk: Desk,
    year: i32,
}

pub fn own(desk: Desk, year: i32) -> El {
    let own = Own { desk, year };
    let open = Open::none();
    let ids = own.part(|pledge| {
        let ids = pledge.draft.iter().map(|one| one.id.clone());
        ids.collect::<Vec<_>>()
    });
    let rows = live(move || {
        let ids = ids.get();
        let none = ids.is_empty().then(|| muted("Chưa viết việc nào."));
        let rows = each(ids, |id| row(own, open, id));
        (none, el("ul").class("rows").with(rows))
    });
    let add = move || {
        let blank = Commitment::new(random::item_id());
        let id = blank.id.clone();
        own.change(|pledge| pledge.draft.push(blank));
        open.at(&id, &format!("#own-action-{id}"));
    };
    stack((
        h2("Đăng ký của tập thể"),
        state(own),
        rows,
        button("button-quiet", "Thêm một việc của tập thể", add),
        adoption(own),
    ))
}

impl Own {
    fn part<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Pledge) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        self.desk.part(move |branch| {
            let year = branch.year(self.year);
            year.map(|year| read(&year.own_pledge)).unwrap_or_default()
        })
    }

    fn change(self, act: impl FnOnce(&mut Pledge)) {
        let year = self.year;
        self.desk
            .change(|branch| act(&mut branch.year_mut(year).own_pledge));
    }

    /// Something of one commitment, followed.
    fn of(self, id: &ItemId, read: fn(&Commitment) -> String) -> Signal<String> {
        let id = id.clone();
        self.part(move |pledge| {
            let one = pledge.draft.iter().find(|one| one.id == id);
            one.map(read).unwrap_or_default()
        })
    }

    fn write(self, id: &ItemId, act: impl FnOnce(&mut Commitment)) {
        self.change(|pledge| {
            if let Some(one) = pledge.draft.iter_mut().find(|one| one.id == *id) {
                act(one);
            }
        });
    }
}

/// How far it has come, with the way back from an adoption recorded by mistake.
fn state(own: Own) -> View {
    let state = own.part(|pledge| {
        let on = adopted_own(pledge).and_then(|text| text.stage.adopted_on());
        let changed = on.is_some() && !pledge.changes().is_empty();
        (on, changed)
    });
    live(move || match state.get() {
        (None, _) => {
            muted("Chưa thông qua. Thông qua rồi thì đứng đầu danh sách công khai.").view()
        }
        (Some(on), changed) => {
            let changed =
                changed.then_some(" Sau đó có sửa: danh sách công khai vẫn theo bản đã thông qua.");
            let forget = move || {
                let branch = own.desk.peek(|branch| {
                    let mut branch = branch.clone();
                    forget_own_adoption(&mut branch.year_mut(own.year).own_pledge);
                    Some(branch)
                });
                let changes = Changes {
                    branch,
                    dossiers: Vec::new(),
                };
                let what = "Đã bỏ ghi thông qua đăng ký của tập thể.".to_owned();
                // A failure to save stands above every screen.
                let _ = own.desk.commit_with_undo(what, changes);
            };
            let words = p((format!("Thông qua ngày {on}."), changed));
            (words, button("link", "Ghi nhầm, bỏ ghi thông qua", forget)).view()
        }
    })
}

fn row(own: Own, open: Open, id: ItemId) -> El {
    let action = own.of(&id, |one| one.action.clone());
    let words = live(move || match action.get() {
        blank if blank.trim().is_empty() => el("span").class("muted").with("Chưa viết").view(),
        words => b(words).view(),
    });
    let rest = own.of(&id, |one| {
        let by = one.deadline.as_ref().map(until);
        let parts = [Some(one.measure.clone()), by].into_iter().flatten();
        let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    });
    let head = el("span").with((words, el("small").with(rest)));
    let opened = id.clone();
    fold(open, &id, head, move || editor(own, &opened))
}

fn editor(own: Own, id: &ItemId) -> View {
    let [acts, measures, removes] = [id, id, id].map(Clone::clone);
    let action = Field::new(
        format!("own-action-{id}"),
        "Tập thể làm gì",
        own.of(id, |one| one.action.clone()),
        move |text| own.write(&acts, |one| one.action = text),
    );
    let measure = Field::new(
        format!("own-measure-{id}"),
        "Làm sao biết là đã làm được",
        own.of(id, |one| one.measure.clone()),
        move |text| own.write(&measures, |one| one.measure = text),
    );
    let remove = move || remove(own, &removes);
    (
        field(action.lines(2)),
        field(measure.lines(2)),
        deadline(own, id),
        button("link", "Bỏ việc này", remove),
    )
        .view()
}

/// A day, or the collective's own words; what was typed stays as it is.
fn deadline(own: Own, id: &ItemId) -> El {
    let kept = own.of(id, |one| {
        one.deadline
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    });
    let typed = RwSignal::new(kept.get_untracked());
    let writes = id.clone();
    let write = move |text: String| {
        let by = Deadline::from_typed(&text, own.year);
        typed.set(text);
        own.write(&writes, |one| one.deadline = by);
    };
    let wrong = Signal::derive(move || {
        let by = Deadline::from_typed(&typed.get(), own.year)?;
        let year = own.year;
        by.is_impossible_day()
            .then(|| format!("Không có ngày “{by}”. Viết ngày/tháng/năm, ví dụ 30/11/{year}"))
    });
    let words = Field::new(format!("own-by-{id}"), "Thời hạn", typed.into(), write);
    field(words.hint("Một ngày, hoặc “hằng tháng”").error(wrong))
}

fn remove(own: Own, id: &ItemId) {
    let found = own.part(|pledge| pledge.draft.clone()).get_untracked();
    let Some(index) = found.iter().position(|one| one.id == *id) else {
        return;
    };
    let (one, gone, year) = (found[index].clone(), id.clone(), own.year);
    own.desk.remove(
        "Đã bỏ một việc của tập thể.".to_owned(),
        move |branch| {
            let draft = &mut branch.year_mut(year).own_pledge.draft;
            draft.retain(|kept| kept.id != gone);
        },
        move |branch| {
            let draft = &mut branch.year_mut(year).own_pledge.draft;
            draft.insert(index.min(draft.len()), one.clone());
        },
    );
}

/// The day on which it was adopted; nothing while it says what was adopted already.
fn adoption(own: Own) -> View {
    let open = own.part(|pledge| {
        let written = pledge.draft.iter().any(|one| !one.is_blank());
        let adopted = pledge
            .last()
            .is_some_and(|last| last.stage.adopted_on().is_some());
        written && !(adopted && pledge.changes().is_empty())
    });
    let today = own.desk.today.get_untracked();
    let day = AskedDay::new(counted_on(own.year, today), own.year);
    let lacks = RwSignal::new(None::<String>);
    let act = move || {
        lacks.set(None);
        let Some(on) = day.take(DAY) else { return };
        if on > own.desk.today.get_untracked() {
            let words = "Ngày này chưa tới. Viết ngày của buổi họp đã thông qua".to_owned();
            return day.refuse(DAY, words);
        }
        let adopted = own.desk.peek(|branch| {
            let mut branch = branch.clone();
            let adopted = adopt_own(&mut branch.year_mut(own.year).own_pledge, on);
            Some(adopted.map(|()| branch))
        });
        match adopted {
            None => {}
            Some(Err(fault @ OwnFault::Before(_))) => day.refuse(DAY, fault.sentence()),
            Some(Err(fault)) => {
                lacks.set(Some(fault.sentence()));
                page::focus("#own-lacks");
            }
            Some(Ok(branch)) => {
                let changes = Changes {
                    branch: Some(branch),
                    dossiers: Vec::new(),
                };
                let what = format!("Đã ghi thông qua đăng ký của tập thể, họp ngày {on}.");
                // A failure to save stands above every screen.
                if own.desk.commit_with_undo(what, changes).is_ok() {
                    page::focus_heading();
                }
            }
        }
    };
    live(move || {
        open.get().then(|| {
            let button = el("button")
                .class("button-quiet")
                .with("Ghi thông qua đăng ký của tập thể");
            let lacks = live(move || {
                let words = lacks.get()?;
                let words = p(words).class("error").attr("role", "alert");
                Some(words.attr("id", "own-lacks").attr("tabindex", "-1"))
            });
            form(act, (lacks, day.field(DAY, "Ngày họp thông qua"), button))
        })
    })
}
