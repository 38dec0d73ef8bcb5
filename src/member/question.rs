//! One of a commitment's five questions. The question is the heading and the label; hints never
//! stand in the way.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::page;
use crate::domain::starter::SUGGESTIONS;
use crate::domain::vague::{Hint, hints};
use crate::domain::{Commitment, Day, Deadline, ItemId};
use crate::member::deadline::deadline_field;
use crate::route::{Question, Route};
use crate::ui::{Choice, Field, Icon, Kind, choices, field, icon, notice};

const MEASURES: &[&str] = &[
    "mỗi tháng … lần",
    "trước ngày …",
    "không quá … ngày",
    "có sổ theo dõi",
];

pub fn screen(commitment: ItemId, question: Question) -> AnyView {
    let book = book();
    let Some(index) = book.peek(|handbook| {
        handbook
            .pledge
            .draft
            .iter()
            .position(|found| found.id == commitment)
    }) else {
        return notice(
            Kind::Warn,
            view! {
                <h1 tabindex="-1">"Việc này không còn trong bản đăng ký"</h1>
                <a class="link" href=Route::Pledge.to_string()>"Về bản đăng ký"</a>
            },
        );
    };
    let place = Place {
        book,
        id: commitment.clone(),
    };
    let body = match question {
        Question::Action => action(&place),
        Question::Measure => measure(&place),
        Question::Deadline => deadline(&place),
        Question::Serves => serves(&place),
        Question::People => people(&place),
    };
    let next = Question::from_number(question.number() + 1).map(|question| Route::Question {
        commitment: commitment.clone(),
        question,
    });
    let before = Question::from_number(question.number() - 1).map(|question| Route::Question {
        commitment: commitment.clone(),
        question,
    });
    let next = next.unwrap_or(Route::Pledge);
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        book.save();
        page::go(&next.to_string());
    };
    view! {
        <p class="eyebrow">{format!("Việc {} · bước {} trên 5", index + 1, question.number())}</p>
        <form class="stack" on:submit=go_on>
            {body}
            <div class="actions">
                <button class="button">{if question == Question::People { "Xong việc này" } else { "Tiếp tục" }}</button>
                <a class="link" href=Route::Pledge.to_string()>"Để sau"</a>
            </div>
        </form>
        {before.map(|before| view! { <p><a class="link" href=before.to_string()>{icon(Icon::Left)}"Câu trước"</a></p> })}
        {(question == Question::Action).then(|| remove(place))}
    }
    .into_any()
}

/// The commitment that the screen is about.
#[derive(Clone)]
struct Place {
    book: Book,
    id: ItemId,
}

impl Place {
    fn read<T: Default + Clone + PartialEq + Send + Sync + 'static>(
        &self,
        read: impl Fn(&Commitment) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        let id = self.id.clone();
        self.book.part(move |handbook| {
            handbook
                .pledge
                .draft
                .iter()
                .find(|commitment| commitment.id == id)
                .map(&read)
                .unwrap_or_default()
        })
    }

    fn write(&self, write: impl FnOnce(&mut Commitment)) {
        self.book.change(|handbook| {
            if let Some(commitment) = handbook
                .pledge
                .draft
                .iter_mut()
                .find(|commitment| commitment.id == self.id)
            {
                write(commitment);
            }
        });
    }

    /// A text of the commitment as a field.
    fn text(
        &self,
        id: &'static str,
        label: &'static str,
        read: fn(&Commitment) -> String,
        place: fn(&mut Commitment) -> &mut String,
    ) -> Field {
        let this = self.clone();
        Field::new(id, label, self.read(read), move |text| {
            this.write(|commitment| *place(commitment) = text)
        })
    }
}

fn action(place: &Place) -> AnyView {
    let text = place.read(|commitment| commitment.action.clone());
    let this = place.clone();
    let chips = move || {
        text.with(String::is_empty).then(|| {
            let this = this.clone();
            chips(
                "Gợi ý, chạm để lấy rồi sửa cho sát việc của mình:",
                SUGGESTIONS,
                move |chip| this.write(|commitment| commitment.action = chip.to_owned()),
            )
        })
    };
    let question = place.text(
        "answer",
        "Việc gì sẽ làm?",
        |commitment| commitment.action.clone(),
        |commitment| &mut commitment.action,
    );
    view! {
        {field(question.heading().lines(3).hint("Một việc cụ thể, hợp với nhiệm vụ đang làm."))}
        {pointers(place, &[Hint::ReadyMade, Hint::NoPlace])}
        {chips}
    }
    .into_any()
}

fn measure(place: &Place) -> AnyView {
    let this = place.clone();
    let add = move |chip: &'static str| {
        this.write(|commitment| {
            let gap = if commitment.measure.is_empty() {
                ""
            } else {
                ", "
            };
            commitment.measure = format!("{}{gap}{chip}", commitment.measure);
        });
    };
    let question = place.text(
        "answer",
        "Làm sao biết là đã làm được?",
        |commitment| commitment.measure.clone(),
        |commitment| &mut commitment.measure,
    );
    view! {
        {field(question.heading().lines(3).hint("Có con số, ngày tháng hoặc địa điểm thì dễ kiểm tra hơn."))}
        {pointers(place, &[Hint::NoNumber])}
        {chips("Gợi ý, chạm để thêm vào:", MEASURES, add)}
    }
    .into_any()
}

fn deadline(place: &Place) -> AnyView {
    let year = place.book.peek(|handbook| handbook.year);
    let kept = place.read(|commitment| commitment.deadline.clone());
    let this = place.clone();
    let question = deadline_field("answer", "Đến bao giờ?", kept, year, move |deadline| {
        this.write(|commitment| commitment.deadline = deadline)
    });
    let this = place.clone();
    let days = [(6, 30), (9, 30), (12, 31)]
        .into_iter()
        .filter_map(|(month, day)| Day::new(year, month, day));
    let chips = days.map(|day| {
        let this = this.clone();
        let take = move |_| this.write(|commitment| commitment.deadline = Some(Deadline::On(day)));
        view! { <li><button type="button" on:click=take>{day.to_string()}</button></li> }
    });
    view! {
        {field(question.heading().hint(format!("Ngày/tháng/năm, ví dụ 30/11/{year}; hoặc viết bằng chữ: hằng tháng, trong quý II.")))}
        {pointers(place, &[Hint::NoTime])}
        <ul class="chips">{chips.collect_view()}</ul>
    }
    .into_any()
}

fn serves(place: &Place) -> AnyView {
    let standards = place.book.peek(|handbook| {
        let pack = &handbook.pack.pack;
        pack.standards_for(handbook.post_in(pack))
            .map(|standard| Choice::new(standard.id.as_str(), standard.text.clone()))
            .collect::<Vec<_>>()
    });
    let chosen = place.read(|commitment| {
        commitment
            .standard
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default()
    });
    let this = place.clone();
    let legend = view! { <h1 tabindex="-1">"Việc này phục vụ chuẩn mực nào?"</h1> };
    let duty = place.text(
        "duty",
        "Gắn với nhiệm vụ",
        |commitment| commitment.duty.clone(),
        |commitment| &mut commitment.duty,
    );
    view! {
        {choices("choices", "standard", legend, standards, chosen, move |id| this.write(|commitment| commitment.standard = ItemId::parse(&id)))}
        {field(duty.hint("Ví dụ: Tiếp nhận hồ sơ một cửa"))}
    }
    .into_any()
}

fn people(place: &Place) -> AnyView {
    let question = place.text(
        "answer",
        "Ai cùng làm?",
        |commitment| commitment.people.clone(),
        |commitment| &mut commitment.people,
    );
    field(
        question
            .heading()
            .lines(2)
            .hint("Việc chung thì ghi rõ ai chịu trách nhiệm. Tự làm một mình thì để trống."),
    )
}

/// The vagueness helper: only what this question can mend, and only once something is written.
fn pointers(place: &Place, about: &'static [Hint]) -> AnyView {
    let found = place.read(move |commitment| {
        hints(commitment)
            .into_iter()
            .filter(|hint| about.contains(hint))
            .collect::<Vec<_>>()
    });
    (move || {
        let lines = found
            .get()
            .into_iter()
            .map(|hint| view! { <p class="aside hint">{hint.sentence()}</p> });
        view! { <div aria-live="polite">{lines.collect_view()}</div> }
    })
    .into_any()
}

fn chips(
    legend: &'static str,
    words: &'static [&'static str],
    take: impl Fn(&'static str) + Clone + 'static,
) -> AnyView {
    let chips = words.iter().map(|word| {
        let take = take.clone();
        view! { <li><button type="button" on:click=move |_| take(word)>{*word}</button></li> }
    });
    view! {
        <div>
            <p class="hint" id="chips">{legend}</p>
            <ul class="chips" aria-labelledby="chips">{chips.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn remove(place: Place) -> AnyView {
    let remove = move |_| {
        let Place { book, id } = place.clone();
        let found = book.peek(|handbook| {
            handbook
                .pledge
                .draft
                .iter()
                .cloned()
                .enumerate()
                .find(|(_, commitment)| commitment.id == id)
        });
        let Some((index, commitment)) = found else {
            return;
        };
        // Leaving first: the notice with the way back belongs to the list.
        page::go(&Route::Pledge.to_string());
        let name = if commitment.action.is_empty() {
            "việc chưa viết".to_owned()
        } else {
            format!("“{}”", commitment.action)
        };
        crate::browser::timer::soon(move || {
            book.remove(
                format!("Đã bỏ {name}."),
                |handbook| handbook.pledge.draft.retain(|kept| kept.id != id),
                move |handbook| {
                    let at = index.min(handbook.pledge.draft.len());
                    handbook.pledge.draft.insert(at, commitment.clone());
                },
            );
        });
    };
    view! { <p><button type="button" class="link" on:click=remove>"Bỏ việc này"</button></p> }
        .into_any()
}
