//! Năm qua hình: the year of each commitment, levels by month, with its table behind.

use crate::book::book;
use crate::domain::pack::{Level, level_letters};
use crate::domain::year_picture::{CommitmentYear, Mark, year_pictures};
use crate::route::{PapersRoute, Route};
use crate::ui::{
    Content, El, Fill, View, actions, button, chart, details, dot, each, el, h1, h2, hint, link, p,
    path, stack, words,
};

/// Of a month's column and a level's row, in the drawing's units.
const COLUMN: usize = 25;
const ROW: usize = 30;
/// Room at the left for the levels' letters.
const LEFT: usize = 32;

pub fn screen() -> View {
    let book = book();
    let year = book.peek(|handbook| handbook.year);
    let today = book.today.get_untracked();
    let pictures = book.peek(|handbook| year_pictures(handbook, today));
    let scale = book.peek(|handbook| handbook.pack.pack.scale.clone());
    let head = (
        h1(format!("Năm {year} qua hình")),
        p("Mức tự đánh giá của từng việc, theo tháng.").class("lead"),
    );
    if pictures.is_empty() {
        let to = link("button", &Route::Pledge, "Viết bản đăng ký");
        return (head, p("Chưa có việc nào trong bản đăng ký."), p(to)).view();
    }
    let numbered = (1..).zip(&pictures);
    let all = each(numbered, |(number, picture)| one(number, picture, &scale));
    let print = actions(button(
        "button-quiet",
        "In các hình này",
        crate::browser::page::print,
    ));
    let back = p(link("link", &PapersRoute::Index, "Giấy tờ khác"));
    (head, all, legend(&scale), print, back).view()
}

fn one(number: usize, picture: &CommitmentYear, scale: &[Level]) -> El {
    let sentence = picture.sentence(scale);
    let says = format!("Việc {number}: {sentence}");
    let bottom = ROW * scale.len() + ROW / 2;
    stack((
        h2(format!("Việc {number}")),
        p(picture.action.clone()),
        chart(
            says,
            LEFT + 12 * COLUMN + 4,
            bottom + 2 * ROW,
            shapes(picture, scale),
        ),
        p(sentence),
        details("Xem bảng", table(picture, scale)),
    ))
    .class("stack figure")
}

fn x(month: usize) -> usize {
    LEFT + month * COLUMN + COLUMN / 2
}

fn y(step: usize) -> usize {
    ROW / 2 + step * ROW
}

/// Lines for the levels, the best at the top; a mark for each month, with the level's letter; below them
/// what has no level; the months' numbers.
fn shapes(picture: &CommitmentYear, scale: &[Level]) -> View {
    let letters = level_letters(scale);
    let right = LEFT + 12 * COLUMN;
    let below = y(scale.len());
    let levels = each(letters.iter().enumerate(), |(step, letter)| {
        let height = y(step);
        let line = path("grid", format!("M{LEFT} {height}H{right}"));
        (line, words("start", 2, height + 5, letter.clone()))
    });
    let steps = picture.months.iter().enumerate();
    let steps = steps.filter_map(|(month, (_, mark))| match mark {
        Mark::Step(step) => Some((month, *step)),
        _ => None,
    });
    let steps: Vec<_> = steps.collect();
    let mut d = String::new();
    for (at, (month, step)) in steps.iter().enumerate() {
        // A month without a level interrupts the line.
        let goes_on = at > 0 && steps[at - 1].0 + 1 == *month;
        let pen = if goes_on { 'L' } else { 'M' };
        d.push_str(&format!("{pen}{} {}", x(*month), y(*step)));
    }
    let marks = each(picture.months.iter().enumerate(), |(month, (_, mark))| {
        let middle = x(month);
        match mark {
            Mark::Step(step) => {
                let letter = letters.get(*step).cloned().unwrap_or_default();
                let dot = dot(middle, y(*step), 11, Fill::Full);
                (dot, words("light", middle, y(*step) + 4, letter)).view()
            }
            Mark::Missing => {
                let dot = dot(middle, below, 10, Fill::Empty);
                (dot, words("", middle, below + 5, "–")).view()
            }
            Mark::Elsewhere(_) | Mark::NoLevel => {
                let dot = dot(middle, below, 10, Fill::Empty);
                (dot, words("", middle, below + 5, "?")).view()
            }
            Mark::Blank => dot(middle, below, 2, Fill::Full).view(),
        }
    });
    let numbers = each(0..12, |month| {
        words("", x(month), below + ROW, (month + 1).to_string())
    });
    (levels, path("line", d), marks, numbers).view()
}

fn table(picture: &CommitmentYear, scale: &[Level]) -> El {
    let row = |(month, mark): &(crate::domain::YearMonth, Mark)| {
        let name = format!("Tháng {}", month.number());
        el("tr").with((
            el("th").attr("scope", "row").with(name),
            el("td").with(mark.words(scale)),
        ))
    };
    let head = ["Tháng", "Mức"].map(|name| el("th").attr("scope", "col").with(name));
    el("table").with((
        el("thead").with(el("tr").with(head)),
        el("tbody").with(each(&picture.months, row)),
    ))
}

fn legend(scale: &[Level]) -> El {
    let letters = scale.iter().zip(level_letters(scale));
    let mut all: Vec<_> = letters
        .map(|(level, letter)| format!("{letter} {}", level.name))
        .collect();
    all.extend(
        [
            "– thiếu",
            "? không ghi mức, hoặc mức của thang cũ",
            "• chưa có",
        ]
        .map(str::to_owned),
    );
    hint(all.join(" · "))
}
