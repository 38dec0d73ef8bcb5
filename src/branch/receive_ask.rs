//! What only the secretary can know: whose a file is, which of two handbooks counts, which of two
//! files under one number. An answer can be changed until the files are kept.

use leptos::prelude::{event_target_value, untrack};

use super::receive_row::{self, moment};
use super::receive_state::{Receiving, Seen, is_unknown};
use crate::domain::branch::receive::{Answers, Ask, Intake, Owner, Whose};
use crate::domain::branch::received::Incoming;
use crate::domain::branch::{Person, Received};
use crate::domain::handover::month_ranges;
use crate::domain::letters::{seen, visible};
use crate::domain::{DocumentId, ItemId, Profile};
use crate::signal::{RwSignal, Signal};
use crate::ui::{Choice, Content, El, View, button, choices, each, el, hint, live};

/// Values of a choice that are no person's.
const NEWCOMER: &str = "+";
const NOBODY: &str = "-";
const THIS: &str = "this";
const KNOWN: &str = "known";

/// The file and its question.
pub fn row(receiving: Receiving, place: usize) -> View {
    let ask = Signal::derive(move || {
        receiving
            .at(place, |seen| seen.judged.asks.clone())
            .flatten()
    });
    let question = live(move || question(receiving, place, ask.get()?));
    (receive_row::row(receiving, place), question).view()
}

/// Everyone whom the roster does not know, by one tap: a roster may begin with the files.
pub fn all_newcomers(receiving: Receiving) -> View {
    let unknown = receiving.places(|judged| is_unknown(judged) && judged.owner == Owner::Unsettled);
    live(move || {
        let unknown = unknown.get();
        (unknown.len() > 1).then(|| {
            let words = format!("Thêm cả {} người chưa có vào danh sách", unknown.len());
            let add = move || {
                let handbooks: Vec<_> = receiving.pile.with_untracked(|pile| {
                    let known = unknown.iter().filter_map(|place| pile.files.get(*place));
                    known.map(|file| file.document_id.clone()).collect()
                });
                receiving.answer(|answers| {
                    for handbook in handbooks {
                        answers.whose.insert(handbook, Whose::Newcomer);
                    }
                });
            };
            button("button-quiet", words, add)
        })
    })
}

/// Made anew only when it is another question, so that its choices stay while they are used.
fn question(receiving: Receiving, place: usize, ask: Ask) -> Option<View> {
    untrack(|| {
        receiving.at(
            place,
            |Seen {
                 file,
                 source,
                 intake,
                 ..
             }| {
                let question = Question {
                    receiving,
                    place,
                    handbook: file.document_id.clone(),
                };
                match ask {
                    Ask::Whose(likely) => question.whose(file, intake, likely),
                    Ask::Handbook { person, counts } => {
                        question.counts(file, intake, person, counts)
                    }
                    Ask::File { known } => question.prevails(file, &source.exported_at, known),
                }
            },
        )
    })
}

#[derive(Clone)]
struct Question {
    receiving: Receiving,
    place: usize,
    handbook: DocumentId,
}

impl Question {
    fn group(
        &self,
        legend: String,
        options: Vec<Choice>,
        chosen: impl Fn(&Answers) -> String + Send + Sync + 'static,
        choose: impl Fn(&mut Answers, String) + 'static,
    ) -> El {
        let receiving = self.receiving;
        let chosen = Signal::derive(move || receiving.answers.with(&chosen));
        let name = format!("ask-{}", self.place);
        choices("choices", &name, legend, options, chosen, move |value| {
            receiving.answer(|answers| choose(answers, value));
        })
    }

    fn whose(self, file: &Incoming, intake: &Intake, likely: Vec<ItemId>) -> View {
        let profile = &file.handover.profile;
        let legend = match likely.as_slice() {
            [] => "Chưa có trong danh sách. Phiếu này của ai?".to_owned(),
            [first, second, ..] if name(intake, first) == name(intake, second) => {
                format!("Có {} người cùng tên. Phiếu này của ai?", likely.len())
            }
            _ => "Tên gần giống trong danh sách. Phiếu này của ai?".to_owned(),
        };
        let mut options: Vec<_> = likely
            .iter()
            .map(|id| Choice::new(id.to_string(), described(intake, id)))
            .collect();
        if !seen(&profile.name).trim().is_empty() {
            options.push(Choice::new(NEWCOMER, "Người mới: thêm vào danh sách"));
        }
        options.push(Choice::new(NOBODY, "Không nhận phiếu này"));
        let (of, handbook) = (self.handbook.clone(), self.handbook.clone());
        let group = self.group(
            legend,
            options,
            move |answers| value_of(answers.whose.get(&of)),
            move |answers, value| {
                let whose = match value.as_str() {
                    NEWCOMER => Whose::Newcomer,
                    NOBODY => Whose::Nobody,
                    person => match ItemId::parse(person) {
                        Some(person) => Whose::Person(person),
                        None => return,
                    },
                };
                answers.whose.insert(handbook.clone(), whose);
            },
        );
        (hint(about(profile)), group, self.pick()).view()
    }

    /// Anyone of the roster, when the name leads nowhere. The list is made when it is asked for.
    fn pick(self) -> View {
        let open = RwSignal::new(false);
        live(move || {
            if !open.get() {
                return button("link", "Chọn người trong danh sách", move || {
                    open.set(true)
                });
            }
            let id = format!("pick-{}", self.place);
            let chosen = untrack(|| {
                self.receiving
                    .answers
                    .with(|answers| value_of(answers.whose.get(&self.handbook)))
            });
            let option = |value: String, words: String| {
                let option = el("option").made_attr("value", value.clone()).with(words);
                if value == chosen {
                    option.attr("selected", "")
                } else {
                    option
                }
            };
            let desk = self.receiving.desk;
            let people = desk.peek(|branch| {
                each(branch.roster.on(desk.today.get_untracked()), |person| {
                    option(person.id.to_string(), described_person(person))
                })
            });
            let handbook = self.handbook.clone();
            let receiving = self.receiving;
            let choose = move |event| {
                if let Some(person) = ItemId::parse(&event_target_value(&event)) {
                    receiving.answer(|answers| {
                        answers
                            .whose
                            .insert(handbook.clone(), Whose::Person(person));
                    });
                }
            };
            let list = el("select").id(id.clone()).on("change", choose);
            let label = el("label")
                .made_attr("for", id)
                .with("Người trong danh sách");
            let list = list.with((option(String::new(), "Chọn…".to_owned()), people));
            el("div").class("field").with((label, list))
        })
    }

    fn counts(self, file: &Incoming, intake: &Intake, person: ItemId, counts: DocumentId) -> View {
        let year = file.handover.year;
        let legend = format!(
            "{} đã có sổ khác của năm {year}, có lẽ do đổi máy. Tính theo sổ nào?",
            name(intake, &person)
        );
        let held = self.receiving.desk.peek_dossier(&person, year, |known| {
            let known = known?.received.as_ref()?;
            (known.document_id == counts).then(|| held_words(known))
        });
        let options = vec![
            Choice::new(THIS, "Sổ này; sổ kia vẫn giữ bên cạnh"),
            Choice::new(
                KNOWN,
                match held {
                    Some(words) => format!("Sổ kia ({words}); sổ này giữ bên cạnh"),
                    None => "Sổ kia; sổ này giữ bên cạnh".to_owned(),
                },
            ),
            Choice::new(NEWCOMER, "Đây là người khác cùng tên: thêm vào danh sách"),
            Choice::new(NOBODY, "Không nhận phiếu này"),
        ];
        let place = (person, year);
        let (at, this) = (place.clone(), self.handbook.clone());
        let handbook = self.handbook.clone();
        self.group(
            legend,
            options,
            move |answers| match answers.counts.get(&at) {
                None => String::new(),
                Some(chosen) if *chosen == this => THIS.to_owned(),
                Some(_) => KNOWN.to_owned(),
            },
            move |answers, value| {
                let whose = match value.as_str() {
                    THIS => {
                        answers.counts.insert(place.clone(), handbook.clone());
                        return;
                    }
                    KNOWN => {
                        answers.counts.insert(place.clone(), counts.clone());
                        return;
                    }
                    NEWCOMER => Whose::Namesake,
                    _ => Whose::Nobody,
                };
                answers.whose.insert(handbook.clone(), whose);
            },
        )
        .view()
    }

    fn prevails(self, file: &Incoming, made: &str, known: String) -> View {
        let legend = format!(
            "Hai tệp cùng là lần gửi thứ {} nhưng không giống nhau. Chỗ nào khác nhau thì theo tệp nào?",
            file.revision
        );
        let files = &self.receiving.pile;
        let other = files.with_untracked(|pile| {
            let place = pile
                .files
                .iter()
                .position(|other| other.checksum == known)?;
            pile.sources
                .get(place)
                .map(|source| format!("làm lúc {}", moment(&source.exported_at)))
        });
        let options = vec![
            Choice::new(THIS, format!("Tệp này, làm lúc {}", moment(made))),
            Choice::new(
                KNOWN,
                format!(
                    "Tệp kia, {}",
                    other.unwrap_or_else(|| "đã nhận trước".to_owned())
                ),
            ),
        ];
        let (of, checksum) = (file.checksum.clone(), file.checksum.clone());
        self.group(
            legend,
            options,
            move |answers| match answers.prevails.get(&of) {
                None => String::new(),
                Some(true) => THIS.to_owned(),
                Some(false) => KNOWN.to_owned(),
            },
            move |answers, value| {
                answers.prevails.insert(checksum.clone(), value == THIS);
            },
        )
        .view()
    }
}

fn value_of(whose: Option<&Whose>) -> String {
    match whose {
        None => String::new(),
        Some(Whose::Person(person)) => person.to_string(),
        Some(Whose::Newcomer | Whose::Namesake) => NEWCOMER.to_owned(),
        Some(Whose::Nobody) => NOBODY.to_owned(),
    }
}

fn name(intake: &Intake, person: &ItemId) -> String {
    let person = intake.branch.roster.person(person);
    person.map(Person::shown).unwrap_or_default()
}

fn described(intake: &Intake, person: &ItemId) -> String {
    let person = intake.branch.roster.person(person);
    person.map(described_person).unwrap_or_default()
}

/// "Nguyễn Thị Hà · Tổ 1 · Kế toán"
fn described_person(person: &Person) -> String {
    joined([&person.shown(), &person.group, &person.duty])
}

/// What the file says of the person.
fn about(profile: &Profile) -> String {
    let standing = profile.standing.name();
    let said = visible(&joined([
        &profile.name,
        standing,
        &profile.duty,
        &profile.branch,
    ]));
    format!("Trong tệp: {said}")
}

fn joined<const N: usize>(parts: [&str; N]) -> String {
    let mut parts = Vec::from(parts);
    parts.retain(|part| !part.trim().is_empty());
    parts.join(" · ")
}

/// "nhận 12/02/2026: bản đăng ký, tháng 1–9"
fn held_words(held: &Received) -> String {
    let pledge = held.pledge.as_ref().map(|_| "bản đăng ký");
    let months = month_ranges(held.months.keys().map(|month| month.number()));
    let months = (!months.is_empty()).then(|| format!("tháng {months}"));
    let on = held.files.first().map(|file| file.received_on.to_string());
    let parts = [pledge.unwrap_or_default(), &months.unwrap_or_default()];
    let mut parts = Vec::from(parts);
    parts.retain(|part| !part.is_empty());
    format!("nhận {}: {}", on.unwrap_or_default(), parts.join(", "))
}
