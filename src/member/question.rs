//! One of a commitment's five questions. The question is the heading and the label; hints never
//! stand in the way.

use crate::book::{Book, book};
use crate::browser::{page, timer};
use crate::domain::starter::SUGGESTIONS;
use crate::domain::vague::{Hint, hints};
use crate::domain::{Commitment, Day, Deadline, ItemId};
use crate::member::deadline::deadline_field;
use crate::route::{Question, Route};
use crate::signal::Signal;
use crate::ui::{
    Choice, Content, El, Field, Icon, Kind, View, actions, button, choices, each, el, eyebrow,
    field, form, h1, hint, icon, link, live, notice, p,
};

const MEASURES: &[&str] = &[
    "mỗi tháng … lần",
    "trước ngày …",
    "không quá … ngày",
    "có sổ theo dõi",
];

pub fn screen(commitment: ItemId, question: Question) -> View {
    let book = book();
    let Some(index) = book.peek(|handbook| {
        handbook
            .pledge
            .draft
            .iter()
            .position(|found| found.id == commitment)
    }) else {
        let gone = h1("Việc này không còn trong bản đăng ký");
        return notice(
            Kind::Warn,
            (gone, link("link", &Route::Pledge, "Về bản đăng ký")),
        )
        .view();
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
        Question::People => people(&place).view(),
    };
    let step = |number| {
        Question::from_number(number).map(|question| Route::Question {
            commitment: commitment.clone(),
            question,
        })
    };
    let before = step(question.number() - 1);
    let next = step(question.number() + 1).unwrap_or(Route::Pledge);
    let go_on = move || {
        book.save();
        page::go(&next.to_string());
    };
    let words = if question == Question::People {
        "Xong việc này"
    } else {
        "Tiếp tục"
    };
    let ways = (
        el("button").class("button").with(words),
        link("link", &Route::Pledge, "Để sau"),
    );
    (
        eyebrow(format!(
            "Việc {} · bước {} trên 5",
            index + 1,
            question.number()
        )),
        form(go_on, (body, actions(ways))),
        before.map(|before| p(link("link", &before, (icon(Icon::Left), "Câu trước")))),
        (question == Question::Action).then(|| remove(place)),
    )
        .view()
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
}

fn action(place: &Place) -> View {
    let text = place.read(|commitment| commitment.action.clone());
    let blank = place.read(|commitment| commitment.action.is_empty());
    let this = place.clone();
    let chips = live(move || {
        blank.get().then(|| {
            let this = this.clone();
            let take = move |chip: &'static str| {
                this.write(|commitment| commitment.action = chip.to_owned())
            };
            chips(
                "Gợi ý, chạm để lấy rồi sửa cho sát việc của mình:",
                SUGGESTIONS,
                take,
            )
        })
    });
    let this = place.clone();
    let question = Field::new("answer", "Việc gì sẽ làm?", text, move |text| {
        this.write(|commitment| commitment.action = text)
    });
    let question = question
        .heading()
        .lines(3)
        .hint("Một việc cụ thể, hợp với nhiệm vụ đang làm.");
    (
        field(question),
        pointers(place, &[Hint::ReadyMade, Hint::NoPlace]),
        chips,
    )
        .view()
}

fn measure(place: &Place) -> View {
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
    let text = place.read(|commitment| commitment.measure.clone());
    let this = place.clone();
    let question = Field::new(
        "answer",
        "Làm sao biết là đã làm được?",
        text,
        move |text| this.write(|commitment| commitment.measure = text),
    );
    let question = question
        .heading()
        .lines(3)
        .hint("Có con số, ngày tháng hoặc địa điểm thì dễ kiểm tra hơn.");
    (
        field(question),
        pointers(place, &[Hint::NoNumber]),
        chips("Gợi ý, chạm để thêm vào:", MEASURES, add),
    )
        .view()
}

fn deadline(place: &Place) -> View {
    let year = place.book.peek(|handbook| handbook.year);
    let kept = place.read(|commitment| commitment.deadline.clone());
    let this = place.clone();
    let set = move |deadline| this.write(|commitment| commitment.deadline = deadline);
    let question = deadline_field("answer", "Đến bao giờ?", kept, year, set);
    let question = question.heading().hint(format!(
        "Ngày/tháng/năm, ví dụ 30/11/{year}; hoặc viết bằng chữ: hằng tháng, trong quý II."
    ));
    let days = [(6, 30), (9, 30), (12, 31)]
        .into_iter()
        .filter_map(|(month, day)| Day::new(year, month, day));
    let chips = each(days, |day| {
        let this = place.clone();
        let take = move || this.write(|commitment| commitment.deadline = Some(Deadline::On(day)));
        el("li").with(button("", day.to_string(), take))
    });
    (
        field(question),
        pointers(place, &[Hint::NoTime]),
        el("ul").class("chips").with(chips),
    )
        .view()
}

fn serves(place: &Place) -> View {
    let standards = place.book.peek(|handbook| {
        let pack = &handbook.pack.pack;
        let meant = pack.standards_for(handbook.post_in(pack));
        meant
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
    let set = move |id: String| this.write(|commitment| commitment.standard = ItemId::parse(&id));
    let duty = place.read(|commitment| commitment.duty.clone());
    let this = place.clone();
    let duty = Field::new("duty", "Gắn với nhiệm vụ", duty, move |text| {
        this.write(|commitment| commitment.duty = text)
    });
    (
        choices(
            "choices",
            "standard",
            h1("Việc này phục vụ chuẩn mực nào?"),
            standards,
            chosen,
            set,
        ),
        field(duty.hint("Ví dụ: Tiếp nhận hồ sơ một cửa")),
    )
        .view()
}

fn people(place: &Place) -> El {
    let text = place.read(|commitment| commitment.people.clone());
    let this = place.clone();
    let question = Field::new("answer", "Ai cùng làm?", text, move |text| {
        this.write(|commitment| commitment.people = text)
    });
    field(
        question
            .heading()
            .lines(2)
            .hint("Việc chung thì ghi rõ ai chịu trách nhiệm. Tự làm một mình thì để trống."),
    )
}

/// The vagueness helper: only what this question can mend, and only once something is written.
fn pointers(place: &Place, about: &'static [Hint]) -> El {
    let found = place.read(move |commitment| {
        let found = hints(commitment)
            .into_iter()
            .filter(|hint| about.contains(hint));
        found.map(Hint::sentence).collect::<Vec<_>>()
    });
    let lines = live(move || each(found.get(), |sentence| p(sentence).class("aside hint")));
    el("div").attr("aria-live", "polite").with(lines)
}

fn chips(
    legend: &'static str,
    words: &'static [&'static str],
    take: impl Fn(&'static str) + Clone + 'static,
) -> El {
    let chips = each(words, |word| {
        let take = take.clone();
        el("li").with(button("", *word, move || take(word)))
    });
    el("div").with((
        hint(legend).attr("id", "chips"),
        el("ul")
            .class("chips")
            .attr("aria-labelledby", "chips")
            .with(chips),
    ))
}

fn remove(place: Place) -> El {
    let remove = move || {
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
        timer::soon(move || {
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
    p(button("link", "Bỏ việc này", remove))
}
