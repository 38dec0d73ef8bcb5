//! Adding a commendation: at which level, who, what for, when.

use super::commendations::number;
use super::day_field::day_field;
use super::unfinished::Unfinished;
use crate::browser::{page, random};
use crate::desk::Desk;
use crate::domain::branch::{Award, Commendation, CommendationLevel};
use crate::domain::{Day, ItemId};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Choice, Content, El, Field, View, choices, details, el, error_of, error_summary, field, form,
    live, select,
};

/// What is being written, until it is added.
#[derive(Clone, Copy)]
struct Draft {
    level: RwSignal<CommendationLevel>,
    kind: RwSignal<String>,
    person: RwSignal<String>,
    name: Unfinished,
    number: RwSignal<Option<u32>>,
    merit: Unfinished,
    on: RwSignal<Option<Day>>,
    wrong: RwSignal<Vec<(&'static str, String)>>,
}

pub fn add_form(desk: Desk, year: i32) -> El {
    let draft = Draft {
        level: RwSignal::new(CommendationLevel::Branch),
        kind: RwSignal::new("person".to_owned()),
        person: RwSignal::new(String::new()),
        name: Unfinished::new(desk, "commendation-name", String::new()),
        number: RwSignal::new(None),
        merit: Unfinished::new(desk, "commendation-merit", String::new()),
        on: RwSignal::new(None),
        wrong: RwSignal::new(Vec::new()),
    };
    // Made anew after each, blank again.
    let round = RwSignal::new(0_u32);
    let fields = live(move || {
        round.track();
        leptos::prelude::untrack(|| fields(desk, year, draft, round))
    });
    details("Ghi thêm biểu dương", fields)
}

fn fields(desk: Desk, year: i32, draft: Draft, round: RwSignal<u32>) -> View {
    let levels = CommendationLevel::ALL.map(|level| Choice::new(word(level), level.name()));
    let level = Signal::derive(move || word(draft.level.get()).to_owned());
    let kinds = [
        ("person", "Người trong danh sách"),
        ("named", "Người ngoài danh sách"),
        ("collective", "Một tập thể"),
        ("collectives", "Nhiều tập thể, chỉ ghi số"),
        ("people", "Nhiều người, chỉ ghi số"),
    ];
    let kinds = kinds.map(|(value, label)| Choice::new(value, label));
    let who = live(move || who(desk, draft));
    let act = move || {
        if add(desk, year, draft) {
            round.update(|round| *round += 1);
        }
    };
    let wrong = draft.wrong.read_only();
    let merit = Field::new(
        "commendation-merit",
        "Về việc gì",
        draft.merit.read_only(),
        move |text| {
            draft.merit.set(text);
        },
    );
    form(
        act,
        (
            error_summary(wrong),
            choices(
                "levels",
                "commendation-level",
                "Cấp biểu dương",
                levels.into(),
                level,
                move |value| {
                    let known = CommendationLevel::ALL
                        .into_iter()
                        .find(|level| word(*level) == value);
                    draft.level.set(known.unwrap_or(CommendationLevel::Branch));
                },
            ),
            choices(
                "choices",
                "commendation-kind",
                "Ai được biểu dương",
                kinds.into(),
                draft.kind.read_only(),
                move |value| {
                    draft.kind.set(value);
                },
            ),
            who,
            field(merit.lines(2)),
            day_field(
                "commendation-on",
                "Ngày",
                "Để trống nếu chưa rõ",
                draft.on.read_only(),
                year,
                move |day| {
                    draft.on.set(day);
                },
            ),
            el("button")
                .kind("submit")
                .class("button")
                .with("Ghi vào danh sách"),
        ),
    )
    .view()
}

fn who(desk: Desk, draft: Draft) -> View {
    let wrong = draft.wrong.read_only();
    let named = |label: &'static str| {
        let name = Field::new(
            "commendation-name",
            label,
            draft.name.read_only(),
            move |text| {
                draft.name.set(text);
            },
        );
        field(name.error(error_of(wrong, "commendation-name")))
    };
    let many = |label: &'static str| {
        number(
            ("commendation-number", label),
            draft.number.read_only(),
            move |number| {
                draft.number.set(number);
            },
        )
    };
    match draft.kind.get().as_str() {
        "named" => named("Họ tên").view(),
        "collective" => named("Tên tập thể").view(),
        "collectives" => many("Bao nhiêu tập thể").view(),
        "people" => many("Bao nhiêu người").view(),
        _ => {
            let first = Choice::new("", "Chọn người");
            let people = desk.peek(|branch| {
                let people = branch.roster.people.iter();
                let people = people.map(|person| {
                    Choice::new(person.id.to_string(), branch.roster.called(&person.id))
                });
                std::iter::once(first).chain(people).collect()
            });
            let chosen = draft.person.read_only();
            select(
                "commendation-person".to_owned(),
                "Người",
                people,
                chosen,
                move |value| {
                    draft.person.set(value);
                },
            )
            .view()
        }
    }
}

/// False, with what is missing said at its field, when it cannot be added.
fn add(desk: Desk, year: i32, draft: Draft) -> bool {
    let name = draft.name.get_untracked().trim().to_owned();
    let number = draft.number.get_untracked().filter(|number| *number > 0);
    let named = (!name.is_empty()).then_some(name);
    let (award, missing) = match draft.kind.get_untracked().as_str() {
        "named" => (
            named.map(Award::Named),
            ("commendation-name", "Ghi họ tên người được biểu dương."),
        ),
        "collective" => (
            named.map(Award::Collective),
            ("commendation-name", "Ghi tên tập thể được biểu dương."),
        ),
        "collectives" => (
            number.map(Award::Collectives),
            ("commendation-number", "Ghi số tập thể, từ 1 trở lên."),
        ),
        "people" => (
            number.map(Award::People),
            ("commendation-number", "Ghi số người, từ 1 trở lên."),
        ),
        _ => {
            let person = ItemId::parse(&draft.person.get_untracked());
            (
                person.map(Award::Person),
                ("commendation-person", "Chọn người được biểu dương."),
            )
        }
    };
    let Some(award) = award else {
        let (id, sentence) = missing;
        draft.wrong.set(vec![(id, sentence.to_owned())]);
        page::focus(".error-summary");
        return false;
    };
    let commendation = Commendation {
        id: random::item_id(),
        level: draft.level.get_untracked(),
        award,
        on: draft.on.get_untracked(),
        merit: draft.merit.get_untracked().trim().to_owned(),
    };
    desk.change(|branch| branch.year_mut(year).commendations.push(commendation));
    draft.wrong.set(Vec::new());
    draft.person.set(String::new());
    draft.name.set(String::new());
    draft.number.set(None);
    draft.merit.set(String::new());
    true
}

fn word(level: CommendationLevel) -> &'static str {
    match level {
        CommendationLevel::Branch => "branch",
        CommendationLevel::Base => "base",
        CommendationLevel::District => "district",
        CommendationLevel::Province => "province",
        CommendationLevel::Central => "central",
    }
}
