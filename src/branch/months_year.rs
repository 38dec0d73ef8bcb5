//! The whole year as a table: people × months. On a phone it opens on a tap and scrolls sideways; at a
//! wide window it stands open.

use super::months::Look;
use super::months_paper::whose_word;
use crate::browser::device;
use crate::domain::branch::months::{MonthCell, MonthCount, Told, Word, level_letters};
use crate::domain::pack::Level;
use crate::domain::{ItemId, YearMonth};
use crate::route::DeskRoute;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, El, View, button, details, each, el, hint, link, live, p};

const WIDE: &str = "(min-width: 60em)";

pub fn year(look: Look) -> El {
    let wide = device::matches(WIDE);
    let opened = RwSignal::new(wide);
    let content = live(move || opened.get().then(|| table(look)));
    let year = details(format!("Cả năm {}", look.month.year()), content).on("toggle", move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    });
    if wide { year.attr("open", "") } else { year }
}

fn table(look: Look) -> View {
    let word = RwSignal::new(Word::Own);
    let scale = look.scale();
    let letters: Vec<_> = scale
        .iter()
        .map(|level| level.id.clone())
        .zip(level_letters(&scale))
        .collect();
    let people = look.matrix.with_untracked(|matrix| {
        matrix
            .rows
            .iter()
            .map(|row| row.person.clone())
            .collect::<Vec<_>>()
    });
    let shown = RwSignal::new(None);
    let months: Vec<_> = YearMonth::all_of(look.month.year()).collect();
    let rows = each(people.into_iter().enumerate(), |(index, person)| {
        row(look, index, &person, word.into(), &letters)
    });
    let counts = each(months.iter().copied(), |month| count(look, month, shown));
    let foot = el("tr").with((el("th").attr("scope", "row").with("Đã gửi"), counts));
    let table = el("table").with((
        el("caption")
            .class("unseen")
            .with(format!("Từng tháng của năm {}", look.month.year())),
        el("thead").with(head(look, &months)),
        el("tbody").with(rows),
        el("tfoot").with(foot),
    ));
    let scroll = el("div")
        .class("scroll matrix")
        .attr("role", "region")
        .attr("aria-label", "Bảng cả năm")
        .attr("tabindex", "0")
        .with(table);
    let names = live(move || shown.get().map(|month| names(look, month)));
    let names = el("div").attr("role", "status").with(names);
    let print = link("link", &DeskRoute::MonthsPaper, "Xem bản in");
    (whose_word(word), scroll, names, legend(&scale), p(print)).view()
}

fn head(look: Look, months: &[YearMonth]) -> El {
    let month = |month: &YearMonth| {
        let number = month.number().to_string();
        let link = link("", &DeskRoute::Months(Some(*month)), number)
            .made_attr("aria-label", format!("Tháng {}", month.number()));
        let link = if *month == look.month {
            link.attr("aria-current", "page")
        } else {
            link
        };
        el("th").attr("scope", "col").with(link)
    };
    el("tr").with((
        el("th").attr("scope", "col").with("Họ tên"),
        each(months, month),
    ))
}

fn row(
    look: Look,
    index: usize,
    person: &ItemId,
    word: Signal<Word>,
    letters: &[(ItemId, String)],
) -> El {
    // The rows of the table stay as they are while it stands; only what is said in them changes.
    let told = Signal::derive(move || {
        look.matrix
            .with(|matrix| matrix.rows.get(index).map(|row| row.months.clone()))
            .unwrap_or_default()
    });
    let letters = letters.to_vec();
    let cells = live(move || {
        let word = word.get();
        each(told.get(), |told| cell(&told, word, &letters))
    });
    el("tr").with((
        el("th").attr("scope", "row").with(look.called(person)),
        cells,
    ))
}

fn cell(told: &Told, word: Word, letters: &[(ItemId, String)]) -> El {
    let letter = |level: &Option<ItemId>| {
        let known = letters.iter().find(|(id, _)| Some(id) == level.as_ref());
        known.map(|(_, letter)| letter.clone())
    };
    let spoken = |sign: &'static str, words: &'static str| {
        let sign = el("span").attr("aria-hidden", "true").with(sign);
        (sign, el("span").class("unseen").with(words)).view()
    };
    let (state, content) = match (told.cell, word) {
        (MonthCell::Away | MonthCell::Before, _) => ("away", ().view()),
        (MonthCell::NotYet, Word::Own) => ("not-yet", spoken("◌", "chưa gửi, còn hạn")),
        (MonthCell::Missing, Word::Own) => ("missing", spoken("·", "thiếu")),
        (MonthCell::Rated, Word::Own) => (
            "rated",
            letter(&told.own).unwrap_or_else(|| "✓".to_owned()).view(),
        ),
        (MonthCell::Late, Word::Own) => {
            let letter = letter(&told.own).unwrap_or_else(|| "✓".to_owned());
            ("late", (letter, el("small").with("muộn")).view())
        }
        (_, Word::Branch) => match letter(&told.branch) {
            Some(letter) => ("rated", letter.view()),
            None => ("not-yet", spoken("–", "chi bộ chưa đánh giá")),
        },
    };
    el("td").attr("data-state", state).with(content)
}

fn count(look: Look, month: YearMonth, shown: RwSignal<Option<YearMonth>>) -> El {
    let count = Signal::derive(move || look.matrix.with(|matrix| matrix.count(month)));
    let button = live(move || {
        let MonthCount { of, .. } = count.get();
        let here = count.get().here();
        (of > 0 && month <= look.desk.today.get().month()).then(|| {
            let pressed =
                move || shown.set(Some(month).filter(|_| shown.get_untracked() != Some(month)));
            let name = format!("Tháng {}: đã gửi {here} trên {of}, xem tên", month.number());
            button("count", here.to_string(), pressed).made_attr("aria-label", name)
        })
    });
    el("td").with(button)
}

/// The names behind a month's count.
fn names(look: Look, month: YearMonth) -> View {
    let of = |words: &'static str, wanted: fn(MonthCell) -> bool| {
        let people = look
            .matrix
            .with_untracked(|matrix| matrix.whose(month, |told| wanted(told.cell)));
        let names: Vec<_> = people.iter().map(|id| look.called(id)).collect();
        (!names.is_empty()).then(|| p(format!("{words} ({}): {}.", names.len(), names.join(", "))))
    };
    (
        el("h3").with(format!("Tháng {}", month.number())),
        of("Gửi đúng hạn", |cell| cell == MonthCell::Rated),
        of("Gửi muộn", |cell| cell == MonthCell::Late),
        of("Thiếu", |cell| cell == MonthCell::Missing),
        of("Chưa gửi, còn hạn", |cell| cell == MonthCell::NotYet),
    )
        .view()
}

fn legend(scale: &[Level]) -> El {
    let letters = scale.iter().zip(level_letters(scale));
    let letters = letters.map(|(level, letter)| format!("{letter} {}", level.name));
    let signs = ["· thiếu", "◌ còn hạn", "– chi bộ chưa đánh giá"].map(str::to_owned);
    let all: Vec<_> = letters.chain(signs).collect();
    hint(format!(
        "{}. Mức của một tháng là mức của việc được tự đánh giá thấp nhất.",
        all.join(" · ")
    ))
}
