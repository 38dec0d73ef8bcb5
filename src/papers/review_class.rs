//! Tự xếp loại: on the unit's scale, and by points where the unit gives points.

use crate::book::Book;
use crate::domain::review::Points;
use crate::domain::{ItemId, Review, WrittenReview};
use crate::signal::{RwSignal, Signal};
use crate::ui::{Choice, El, Field, choices, field, h2, hint, live, p, stack};

pub fn class(book: Book, review: Review) -> El {
    let options = book.peek(|handbook| handbook.classes());
    let options = options.into_iter();
    let options = options.map(|class| Choice::new(class.id.as_str(), class.name));
    let chosen = book.part(move |handbook| {
        let written = handbook.reviews.get(&review);
        let class = written.and_then(|written| written.class.as_ref());
        class.map(ToString::to_string).unwrap_or_default()
    });
    let choose = move |id: String| {
        write(book, review, |written| written.class = ItemId::parse(&id));
    };
    let most = book.peek(|handbook| handbook.most_points());
    stack((
        most.map(|most| points(book, review, most)),
        choices(
            "choices",
            "class",
            "Tự xếp loại",
            options.collect(),
            chosen,
            choose,
        ),
    ))
}

fn write(book: Book, review: Review, act: impl FnOnce(&mut WrittenReview)) {
    book.change(|handbook| {
        act(handbook
            .reviews
            .get_or_insert_with(review, WrittenReview::default));
    });
}

/// What was typed stays in its field; points are kept once both are numbers.
fn points(book: Book, review: Review, most: Points) -> El {
    let kept = book.peek(|handbook| handbook.reviews.get(&review)?.points);
    let shown = |points: fn(Points) -> u8| kept.map(|kept| points(kept).to_string());
    let general = RwSignal::new(shown(|kept| kept.general).unwrap_or_default());
    let tasks = RwSignal::new(shown(|kept| kept.tasks).unwrap_or_default());
    let settle = move || {
        let both = (number(general, most.general), number(tasks, most.tasks));
        write(book, review, |written| {
            written.points = match both {
                (Some(general), Some(tasks)) => Some(Points { general, tasks }),
                _ => None,
            };
        });
    };
    let total = live(move || {
        let total = number(general, most.general)
            .zip(number(tasks, most.tasks))
            .map(|(general, tasks)| Points { general, tasks }.total());
        match total {
            Some(total) => p(format!("Tổng: {total} trên {} điểm", most.total())),
            None => hint(format!("Tổng nhiều nhất {} điểm", most.total())),
        }
    });
    let one = |id: &'static str, name: &str, typed, most| {
        let label = format!("{name} (nhiều nhất {most} điểm)");
        score(id, label, typed, most, settle)
    };
    stack((
        h2("Tự chấm điểm"),
        one("points-general", "Tiêu chí chung", general, most.general),
        one("points-tasks", "Kết quả nhiệm vụ", tasks, most.tasks),
        total,
    ))
}

fn number(typed: RwSignal<String>, most: u8) -> Option<u8> {
    let number = typed.with(|typed| typed.trim().parse().ok())?;
    (number <= most).then_some(number)
}

fn score(
    id: &'static str,
    label: String,
    typed: RwSignal<String>,
    most: u8,
    settle: impl Fn() + 'static,
) -> El {
    let error = Signal::derive(move || {
        let blank = typed.with(|typed| typed.trim().is_empty());
        let wrong = !blank && number(typed, most).is_none();
        wrong.then(|| format!("Viết một số từ 0 đến {most}"))
    });
    let write = move |text| {
        typed.set(text);
        settle();
    };
    field(
        Field::new(id, label, typed.into(), write)
            .day()
            .error(error),
    )
}
