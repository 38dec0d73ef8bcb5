//! What a table would bring: what is doubtful first, then those who would be added, then what is left
//! out and why. One button keeps it.

use super::roster_paste::{Import, in_words};
use super::{roster_columns, roster_preview_row};
use crate::domain::Standing;
use crate::domain::branch::roster_import::{Judged, Verdict};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Choice, Content, El, View, b, button, choices, details, each, el, h1, h2, live, muted, p, stack,
};

/// Rows shown before the rest is asked for.
const FIRST: usize = 50;

pub fn preview(import: Import) -> View {
    let doubtful = places(import, Verdict::is_doubtful);
    let new = places(import, |verdict| *verdict == Verdict::New);
    let same = places(import, |verdict| matches!(verdict, Verdict::Same(_)));
    let left_out = places(import, |verdict| {
        !verdict.can_be_taken() && !matches!(verdict, Verdict::Same(_))
    });
    (
        h1("Xem trước"),
        summary([
            (new, "thêm mới"),
            (doubtful, "cần xem lại"),
            (same, "đã có"),
            (left_out, "bỏ qua"),
        ]),
        roster_columns::columns(import),
        usual_standing(import),
        section(import, "Cần xem lại", doubtful, move |place| {
            roster_preview_row::doubtful(import, place)
        }),
        section(import, "Thêm mới", new, move |place| {
            roster_preview_row::new(import, place)
        }),
        fold(import, "Đã có trong danh sách", same, move |place| {
            roster_preview_row::left_out(import, place)
        }),
        fold(import, "Dòng bỏ qua", left_out, move |place| {
            roster_preview_row::left_out(import, place)
        }),
        keep_button(import),
    )
        .view()
}

/// Which lines have such a verdict.
fn places(
    import: Import,
    is_of: impl Fn(&Verdict) -> bool + Send + Sync + 'static,
) -> Signal<Vec<usize>> {
    Signal::derive(move || {
        import.first.with(|judged| {
            let of = judged.iter().enumerate();
            let of = of.filter(|(_, judged)| is_of(&judged.verdict));
            of.map(|(place, _)| place).collect()
        })
    })
}

/// "60 dòng: 52 thêm mới · 4 cần xem lại · 3 đã có · 1 bỏ qua"
fn summary(parts: [(Signal<Vec<usize>>, &'static str); 4]) -> El {
    let words = live(move || {
        let counts = parts.map(|(places, what)| (places.with(Vec::len), what));
        let all: usize = counts.iter().map(|(count, _)| count).sum();
        let said = counts.iter().filter(|(count, _)| *count > 0);
        let said: Vec<_> = said
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        b(format!("{all} dòng: {}", said.join(" · ")))
    });
    p(words).attr("role", "status")
}

/// For the lines that don't say it, all at once.
fn usual_standing(import: Import) -> View {
    let asked = Signal::derive(move || {
        let unsaid = import.first.with(|judged| {
            judged
                .iter()
                .any(|judged| judged.verdict == Verdict::NoStanding)
        });
        unsaid
            || import
                .decisions
                .with(|decisions| decisions.usual_standing.is_some())
    });
    live(move || asked.get().then(|| usual_choice(import)))
}

fn usual_choice(import: Import) -> El {
    let names = Standing::ALL.map(|standing| Choice::new(standing.name(), standing.name()));
    let one_by_one = Choice::new("", "Chọn từng người");
    let options = names.into_iter().chain([one_by_one]).collect();
    let chosen = Signal::derive(move || {
        let usual = import.decisions.with(|decisions| decisions.usual_standing);
        usual.map_or("", Standing::name).to_owned()
    });
    choices(
        "keep",
        "usual-standing",
        b("Những dòng không ghi đối tượng là"),
        options,
        chosen,
        move |value| {
            let standing = Standing::ALL.into_iter().find(|one| one.name() == value);
            import
                .decisions
                .update(|decisions| decisions.usual_standing = standing);
        },
    )
}

fn section(
    import: Import,
    heading: &'static str,
    places: Signal<Vec<usize>>,
    row: impl Fn(usize) -> El + Copy + Send + 'static,
) -> View {
    headed(import, heading, places, row, |heading, rows| {
        stack((h2(heading), rows))
    })
}

fn fold(
    import: Import,
    heading: &'static str,
    places: Signal<Vec<usize>>,
    row: impl Fn(usize) -> El + Copy + Send + 'static,
) -> View {
    headed(import, heading, places, row, |heading, rows| {
        details(heading, rows)
    })
}

/// Nothing while there are none.
fn headed(
    import: Import,
    heading: &'static str,
    places: Signal<Vec<usize>>,
    row: impl Fn(usize) -> El + Copy + Send + 'static,
    whole: fn(View, View) -> El,
) -> View {
    let some = Signal::derive(move || places.with(|places| !places.is_empty()));
    live(move || {
        some.get().then(|| {
            let heading = live(move || format!("{heading} ({})", places.with(Vec::len)));
            whole(heading, rows(import, places, row).view())
        })
    })
}

fn rows(
    import: Import,
    places: Signal<Vec<usize>>,
    row: impl Fn(usize) -> El + Copy + Send + 'static,
) -> View {
    let all = RwSignal::new(false);
    live(move || {
        // What a row says comes from these; what is decided, it follows by itself.
        import.lines.track();
        import.first.track();
        let places = places.get();
        let shown = if all.get() { places.len() } else { FIRST };
        let more = places.len().saturating_sub(shown);
        let rows = each(places.into_iter().take(shown), row);
        let more = (more > 0).then(|| {
            button(
                "button-quiet",
                format!("Xem thêm {more} dòng"),
                move || {
                    all.set(true);
                },
            )
        });
        (el("ul").class("pile preview").with(rows), more)
    })
}

fn keep_button(import: Import) -> El {
    let counts = Signal::derive(move || {
        import.judged.with(|judged| {
            let taken = judged.iter().filter(|one| one.taken);
            let is_mended = |one: &&Judged| matches!(one.verdict, Verdict::Changed(_));
            let mended = taken.clone().filter(is_mended).count();
            (taken.count() - mended, mended)
        })
    });
    let keep = live(move || match counts.get() {
        (0, 0) => muted("Chưa có dòng nào để thêm.").view(),
        (new, mended) => {
            let words = capital(&in_words(new, mended));
            button("button wide", words, move || import.keep()).view()
        }
    });
    let drop = button("link", "Bỏ bảng này", move || import.put_away());
    el("div").class("dock").with((keep, drop))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
