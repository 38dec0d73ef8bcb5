//! The branch's assessment of the month, of each person and of itself: fast, in the meeting. By thumb
//! one row after the other; by keyboard a number sets the level and goes to the next row.

use super::months::Look;
use super::months_said::said;
use crate::browser::{keys, page};
use crate::desk::Changes;
use crate::domain::ItemId;
use crate::domain::branch::Assessment;
use crate::domain::branch::assess::{take_over_own_levels, unassessed};
use crate::domain::pack::Level;
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Choice, Content, El, Field, Icon, View, b, button, choices, details, each, el, field, h2, hint,
    icon, live, muted, stack,
};

pub fn people(look: Look) -> View {
    let people = look.people();
    let scale = look.scale();
    let to_come = Signal::derive(move || look.matrix.with(|matrix| unassessed(matrix, look.month)));
    let all = people.len();
    let done = live(move || {
        let open = to_come.with(Vec::len);
        muted(match open {
            0 => format!("Đã đánh giá cả {all} người."),
            open => format!("Đã đánh giá {}/{all} người.", all - open),
        })
    });
    let keys_hint = {
        let steps = scale.iter().zip(1..);
        let steps: Vec<_> = steps
            .map(|(level, key)| format!("{key} {}", level.name))
            .collect();
        hint(format!(
            "Bàn phím: {} rồi tự sang người sau; ↑ ↓ đổi người, 0 bỏ mức.",
            steps.join(", ")
        ))
        .class("hint wide-only")
    };
    let pressed = {
        let (people, scale) = (people.clone(), scale.clone());
        move |event: leptos::ev::Event| {
            let known = keys::on_radio(&event)
                .is_some_and(|(group, key)| press(look, &people, &scale, &group, &key));
            if known {
                event.prevent_default();
            }
        }
    };
    let rows = each(people, |person| row(look, &scale, person));
    let heading = h2(format!("Chi bộ đánh giá tháng {}", look.month.number()));
    let list = el("ol").class("assess").on("keydown", pressed).with(rows);
    (
        stack((heading, done, take_over(look), keys_hint)),
        list,
        live(move || to_come.with(|people| next(people))),
    )
        .view()
}

/// To the first who is still to be assessed; under the thumb.
fn next(people: &[ItemId]) -> Option<El> {
    let first = group(people.first()?);
    let words = format!("Còn {} người · tới người tiếp theo ", people.len());
    let go = move || page::focus(&format!("[name=\"{first}\"]"));
    let button = button("button-quiet wide", (words, icon(Icon::Right)), go);
    Some(el("div").class("dock").with(button))
}

/// The name of a person's radio buttons.
fn group(person: &ItemId) -> String {
    format!("assess-{person}")
}

/// What the keys do on a row's buttons; false for those that mean nothing here.
fn press(look: Look, people: &[ItemId], scale: &[Level], at: &str, key: &str) -> bool {
    let Some(index) = people.iter().position(|person| group(person) == at) else {
        return false;
    };
    let go = |index: Option<usize>| {
        if let Some(person) = index.and_then(|index| people.get(index)) {
            focus(look, person);
        }
    };
    match key {
        "ArrowDown" | "Enter" => go(Some(index + 1)),
        "ArrowUp" => go(index.checked_sub(1)),
        "0" | "Backspace" | "Delete" => set(look, &people[index], None),
        key => {
            let step = key.parse::<usize>().ok().and_then(|key| key.checked_sub(1));
            let Some(level) = step.and_then(|step| scale.get(step)) else {
                return false;
            };
            set(look, &people[index], Some(level.id.clone()));
            if index + 1 == people.len() {
                go(Some(index));
            }
            go(Some(index + 1));
        }
    }
    true
}

/// On the level that is set, as with the browser's own keys.
fn focus(look: Look, person: &ItemId) {
    let group = group(person);
    let set = assessment(look, person).is_some_and(|assessment| assessment.level.is_some());
    let checked = if set { ":checked" } else { "" };
    page::focus(&format!("[name=\"{group}\"]{checked}"));
}

fn assessment(look: Look, person: &ItemId) -> Option<Assessment> {
    let year = look.month.year();
    look.desk.peek_dossier(person, year, |dossier| {
        dossier?.assessments.get(&look.month).cloned()
    })
}

fn set(look: Look, person: &ItemId, level: Option<ItemId>) {
    change(look, person, |assessment| assessment.level = level);
}

fn change(look: Look, person: &ItemId, act: impl FnOnce(&mut Assessment)) {
    look.desk
        .change_dossier(person, look.month.year(), |dossier| {
            dossier.assess(look.month, act)
        });
}

/// A person's own level for all who are still to be assessed, as a beginning.
fn take_over(look: Look) -> View {
    let month = look.month;
    let propose = move || {
        let scale = look.scale();
        look.matrix.with(|matrix| {
            look.desk.dossiers(month.year(), |dossiers| {
                take_over_own_levels(matrix, dossiers, &scale, month)
            })
        })
    };
    let many = Signal::derive(move || propose().len());
    let act = move || {
        let dossiers = propose();
        let what = format!("Đã lấy mức tự đánh giá của {} người.", dossiers.len());
        // A failure shows in the sign at the top.
        let _ = look.desk.commit_with_undo(
            what,
            Changes {
                branch: None,
                dossiers,
            },
        );
    };
    live(move || {
        let many = many.get();
        let words = format!("Lấy mức tự đánh giá cho {many} người chưa được đánh giá");
        (many > 0).then(|| button("button-quiet", words, act))
    })
}

fn row(look: Look, scale: &[Level], person: ItemId) -> El {
    let name = look.called(&person);
    let own = {
        let (person, scale) = (person.clone(), scale.to_vec());
        Signal::derive(move || own_words(look, &person, &scale))
    };
    let legend = (b(name), " ", el("small").class("muted").with(own));
    let level = part(look, &person, |assessment| {
        let level = assessment.level.as_ref();
        level.map(ToString::to_string).unwrap_or_default()
    });
    let of = person.clone();
    let choose = move |value: String| set(look, &of, ItemId::parse(&value));
    let levels = choices(
        "keep",
        &group(&person),
        legend,
        options(scale),
        level,
        choose,
    );
    el("li").with((levels, more(look, person, level)))
}

fn options(scale: &[Level]) -> Vec<Choice> {
    let option = |level: &Level| Choice::new(level.id.to_string(), level.name.clone());
    scale.iter().map(option).collect()
}

/// "tự đánh giá: Tốt, gửi muộn"
fn own_words(look: Look, person: &ItemId, scale: &[Level]) -> String {
    let told = look.matrix.with(|matrix| {
        let mut all = matrix.of_month(look.month);
        all.find(|(id, _)| *id == person)
            .map(|(_, told)| told.clone())
    });
    let Some(told) = told else {
        return String::new();
    };
    let level = told.own.and_then(|id| {
        let level = scale.iter().find(|level| level.id == id)?;
        Some(format!("tự đánh giá: {}", level.name))
    });
    told.cell.words(level)
}

/// What the person said, and the branch's words; made when it is opened.
fn more(look: Look, person: ItemId, level: Signal<String>) -> El {
    let opened = RwSignal::new(false);
    let remark = part(look, &person, |assessment| assessment.remark.clone());
    let written = live(move || {
        let remark = remark.get();
        (!remark.trim().is_empty())
            .then(|| el("span").class("muted").with(format!(" · “{remark}”")))
    });
    let content = live(move || {
        opened.get().then(|| {
            let writes = person.clone();
            let write = move |text| change(look, &writes, |assessment| assessment.remark = text);
            let id = format!("remark-{person}");
            let remark = field(Field::new(id, "Nhận xét của chi bộ", remark, write).lines(2));
            let clears = person.clone();
            let clear = live(move || {
                let clears = clears.clone();
                level.with(|level| !level.is_empty()).then(|| {
                    button("link", "Bỏ mức đã chọn", move || {
                        set(look, &clears, None)
                    })
                })
            });
            stack((said(look, &person), remark, clear))
        })
    });
    details(("Đã gửi gì, nhận xét", written), content).on("toggle", move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    })
}

fn part<T: Default + PartialEq + Send + Sync + 'static>(
    look: Look,
    person: &ItemId,
    read: fn(&Assessment) -> T,
) -> Signal<T> {
    let person = person.clone();
    Signal::derive(move || {
        look.desk.dossier(&person, look.month.year(), |dossier| {
            let known = dossier.and_then(|dossier| dossier.assessments.get(&look.month));
            known.map(read).unwrap_or_default()
        })
    })
}

/// The branch as a whole.
pub fn of_itself(look: Look) -> El {
    let (desk, month) = (look.desk, look.month);
    let read = move |read: fn(&Assessment) -> String| {
        desk.part(move |branch| {
            let year = branch.year(month.year());
            let known = year.and_then(|year| year.own_months.get(&month));
            known.map(read).unwrap_or_default()
        })
    };
    let level = read(|own| {
        own.level
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    });
    let choose = move |value: String| {
        desk.change(|branch| {
            branch
                .year_mut(month.year())
                .assess(month, |own| own.level = ItemId::parse(&value));
        });
    };
    let write = move |text: String| {
        desk.change(|branch| {
            branch
                .year_mut(month.year())
                .assess(month, |own| own.remark = text);
        });
    };
    let remark = Field::new(
        "own-remark",
        "Nhận xét về chi bộ",
        read(|own| own.remark.clone()),
        write,
    );
    let legend = "Mức của chi bộ";
    stack((
        h2("Chi bộ tự đánh giá"),
        choices(
            "levels",
            "own-level",
            legend,
            options(&look.scale()),
            level,
            choose,
        ),
        field(remark.lines(2)),
    ))
}
