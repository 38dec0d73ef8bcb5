//! The public list: who is on it, put up when; who is not, and why; paper and large view of it.

use super::asked_day::AskedDay;
use super::fold::{Open, fold};
use super::pledge_shown::Whose;
use super::posting::Wall;
use crate::browser::page;
use crate::desk::Changes;
use crate::domain::ItemId;
use crate::domain::branch::Dossier;
use crate::domain::branch::adoption::{Publicity, post};
use crate::domain::branch::adoption_words::unlisted;
use crate::domain::branch::own_pledge::post_own;
use crate::domain::branch::registration::counted_on;
use crate::domain::branch::wall::OnWall;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{
    Content, El, Kind, View, actions, b, button, details, each, el, form, h2, hint, link, live,
    muted, notice, p, stack,
};

const DAY: &str = "posted-on";

/// So many are named; more would be the list itself.
const NAMED: usize = 6;

pub fn list(wall: Wall) -> El {
    let number = Signal::derive(move || wall.list.with(Vec::len));
    let open = Open::none();
    let heading = live(move || h2(format!("Danh sách công khai ({})", number.get())));
    let ways = live(move || {
        (number.get() > 0).then(|| {
            actions((
                link("button-quiet", &DeskRoute::PostingPaper, "Xem bản in"),
                button("button-quiet", "Trình chiếu", move || {
                    wall.showing.set(Some(0));
                }),
            ))
        })
    });
    let rows = live(move || {
        let list = wall.list.get();
        let none = list.is_empty().then(|| {
            muted("Chưa có bản nào vừa đã thông qua, vừa được người viết đồng ý công khai.")
        });
        let rows = each(list, |one| row(wall, open, one));
        (none, el("ul").class("rows pairs").with(rows))
    });
    let words = "Chỉ gồm bản đã thông qua và được người viết đồng ý, đúng nội dung đã thông qua.";
    stack((
        heading,
        muted(words),
        withdrawn(wall),
        ways,
        mark(wall),
        rows,
        others(wall),
    ))
}

fn row(wall: Wall, open: Open, one: OnWall) -> El {
    let posted = match one.posted_on {
        Some(on) => format!("công khai {}", on.short()),
        None => "chưa ghi công khai".to_owned(),
    };
    let about = format!("thông qua {} · {posted}", one.adopted_on.short());
    let about = match &one.person {
        None => format!("{} · {about}", one.duty),
        Some(_) => about,
    };
    let head = el("span").with((b(one.name.clone()), el("small").with(about)));
    let id = one.person.clone().or_else(|| ItemId::parse("tap-the"));
    let Some(id) = id else { return el("li") };
    fold(open, &id, head, move || {
        let whose = Whose {
            desk: wall.desk,
            year: wall.year,
            person: one.person.clone(),
        };
        let lines = each(&one.commitments, |one| whose.commitment(one, false));
        let days = p(match one.posted_on {
            Some(on) => format!("Thông qua ngày {}, công khai ngày {on}.", one.adopted_on),
            None => format!("Thông qua ngày {}.", one.adopted_on),
        });
        let person = one.person.clone().filter(|_| one.posted_on.is_some());
        let off = person.map(|person| {
            button("link", "Ghi nhầm, bỏ ghi công khai", move || {
                take_down(wall, &person, "Đã bỏ ghi công khai của");
            })
        });
        (lines, days, off).view()
    })
}

/// Records the day on which what is new was put up.
fn mark(wall: Wall) -> View {
    let names = Signal::derive(move || {
        let new = |one: &OnWall| one.posted_on.is_none().then(|| one.name.clone());
        wall.list
            .with(|list| list.iter().filter_map(new).collect::<Vec<_>>())
    });
    let today = wall.desk.today.get_untracked();
    let day = AskedDay::new(counted_on(wall.year, today), wall.year);
    live(move || {
        let names = names.get();
        (!names.is_empty()).then(|| {
            let words = if names.len() <= NAMED {
                let listed = names.join(", ");
                format!("Chưa ghi ngày công khai ({}): {listed}.", names.len())
            } else {
                format!("Chưa ghi ngày công khai: {} bản.", names.len())
            };
            let button = el("button")
                .class("button-quiet")
                .with(format!("Ghi đã công khai {} bản", names.len()));
            let act = move || record(wall, day);
            let asked = form(act, (p(words), day.field(DAY, "Ngày công khai"), button));
            el("div").class("aside").with(asked)
        })
    })
}

fn record(wall: Wall, day: AskedDay) {
    let Some(on) = day.take(DAY) else { return };
    if on > wall.desk.today.get_untracked() {
        let words = "Ngày này chưa tới. Viết ngày đã niêm yết, hoặc hôm nay".to_owned();
        return day.refuse(DAY, words);
    }
    let (outcome, branch) = wall.desk.peek_dossiers(wall.year, |dossiers| {
        wall.desk.peek(|branch| {
            let mut changed = branch.clone();
            let own = post_own(&mut changed.year_mut(wall.year).own_pledge, on);
            (post(branch, dossiers, on), own.then_some(changed))
        })
    });
    let posted = outcome.dossiers.len() + usize::from(branch.is_some());
    if posted == 0 {
        let words = "Ngày này trước ngày thông qua. Viết ngày từ đó trở đi".to_owned();
        return day.refuse(DAY, words);
    }
    let left = match outcome.left_out.len() {
        0 => String::new(),
        left => format!(" Còn {left} bản thông qua sau ngày ấy, chưa ghi."),
    };
    let what = format!("Đã ghi công khai {posted} bản ngày {on}.{left}");
    let changes = Changes {
        branch,
        dossiers: outcome.dossiers,
    };
    // A failure to save stands above every screen.
    if wall.desk.commit_with_undo(what, changes).is_ok() {
        page::focus_heading();
    }
}

/// Who hangs there and took the consent back: it is the branch's to take down.
fn withdrawn(wall: Wall) -> View {
    let people = Signal::derive(move || {
        wall.desk.dossiers(wall.year, |dossiers| {
            let gone = |one: &Dossier| match one.publicity() {
                Publicity::Withdrawn(on) => Some((one.person.clone(), on)),
                _ => None,
            };
            dossiers.iter().filter_map(gone).collect::<Vec<_>>()
        })
    });
    live(move || {
        each(people.get(), |(person, on)| {
            let name = wall.desk.peek(|branch| branch.roster.called(&person));
            let words = format!(
                "{name} đã rút lời đồng ý công khai. Bản công khai ngày {on} cần được gỡ xuống."
            );
            let done = button("button-quiet", "Đã gỡ xuống", move || {
                take_down(wall, &person, "Đã ghi gỡ bản công khai của");
            });
            notice(Kind::Warn, (p(words), done))
        })
    })
}

fn take_down(wall: Wall, person: &ItemId, what: &str) {
    let name = wall.desk.peek(|branch| branch.roster.called(person));
    let known = wall
        .desk
        .peek_dossier(person, wall.year, |known| known.cloned());
    let dossiers = known.into_iter().map(|known| Dossier {
        posted_on: None,
        ..known
    });
    let changes = Changes {
        branch: None,
        dossiers: dossiers.collect(),
    };
    // A failure to save stands above every screen.
    let _ = wall
        .desk
        .commit_with_undo(format!("{what} {name}."), changes);
}

/// Who is not on the list, by reason.
fn others(wall: Wall) -> View {
    let groups = Signal::derive(move || {
        let day = counted_on(wall.year, wall.desk.today.get());
        wall.desk.dossiers(wall.year, |dossiers| {
            let publicity = |person: &ItemId| {
                let known = dossiers.iter().find(|one| one.person == *person);
                known.map(Dossier::publicity).unwrap_or_default()
            };
            wall.desk.read(|branch| unlisted(branch, publicity, day))
        })
    });
    live(move || {
        let groups = groups.get();
        let all: usize = groups.iter().map(|(_, people)| people.len()).sum();
        (all > 0).then(|| {
            let lines = each(groups, |(why, people)| {
                let names: Vec<_> = people
                    .iter()
                    .map(|id| wall.desk.peek(|branch| branch.roster.called(id)))
                    .collect();
                p((
                    b(format!("{why} ({}): ", names.len())),
                    names.join(", "),
                    ".",
                ))
            });
            let words =
                "Đồng ý công khai do từng người ghi trong sổ tay của mình rồi gửi lại phiếu.";
            let content = stack((lines, hint(words)));
            details(format!("Chưa có trong danh sách ({all})"), content)
        })
    })
}
