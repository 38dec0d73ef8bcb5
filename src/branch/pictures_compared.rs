//! This year beside the last: registration, and the yearly classification.

use crate::desk::Desk;
use crate::domain::branch::months::Word;
use crate::domain::branch::pictures::{Compared, classes, compared};
use crate::domain::branch::registration::{GroupCount, registration};
use crate::ui::{
    Content, El, Fill, View, bar, chart, details, each, el, h2, hint, p, stack, words,
};

/// The longest bar, and the room for the words before it, in the drawing's units.
const BAR: usize = 220;
const WORDS: usize = 94;
/// Of a line's two bars and its name.
const ROW: usize = 84;

pub fn registered(desk: Desk, year: i32) -> El {
    let today = desk.today.get_untracked();
    let both = desk.peek_dossiers(year, |now| {
        desk.peek_dossiers(year - 1, |before| {
            desk.peek(|branch| {
                let known = branch.year(year - 1).is_some();
                let now = registration(branch, now, year, today);
                let before = registration(branch, before, year - 1, today);
                Some((known, now, before))
            })
        })
    });
    let head = h2("Đăng ký so với năm trước");
    let Some((known, now, before)) = both else {
        return stack(head);
    };
    if !known {
        let (last, sentence) = (year - 1, now.sentence());
        let words = format!("Trên máy này chưa có số liệu năm {last}. {sentence}");
        return stack((head, p(words)));
    }
    let last = year - 1;
    let days = format!(
        "Năm {year} tính đến {}, năm {last} tính đến {}.",
        now.on, before.on
    );
    figure(head, &compared(&now, &before), year, days)
}

/// By the branch, and by the people themselves; each where anyone was classified.
pub fn classified(desk: Desk, year: i32) -> View {
    let of = |word: Word| {
        desk.peek_dossiers(year, |now| {
            desk.peek_dossiers(year - 1, |before| {
                desk.peek(|branch| classes(branch, now, before, year, word))
            })
        })
    };
    let one = |(word, name, who): (Word, &'static str, &'static str)| {
        let lines = of(word);
        (!lines.is_empty()).then(|| figure(h2(name), &lines, year, who.to_owned()))
    };
    let branch = "Trong số người chi bộ đã kết luận tổng kết năm.";
    let own = "Trong số người đã gửi tổng kết năm có tự xếp loại.";
    each(
        [
            (Word::Branch, "Chi bộ xếp loại so với năm trước", branch),
            (Word::Own, "Tự xếp loại so với năm trước", own),
        ],
        one,
    )
}

fn figure(head: El, lines: &[Compared], year: i32, about: String) -> El {
    let shapes = each(lines.iter().enumerate(), |(index, line)| {
        group(index * ROW, line, year)
    });
    let says = lines.iter().map(|line| compared_words(line, year));
    let says: Vec<_> = says.collect();
    let drawing = chart(says.join(" "), WORDS + BAR + 2, lines.len() * ROW, shapes);
    let table = details("Xem bảng", compared_table(lines, year));
    stack((head, drawing, hint(about), table)).class("stack figure")
}

/// The name, this year's bar in full, last year's hatched; the frame is everyone who counts.
fn group(top: usize, (name, now, before): &Compared, year: i32) -> View {
    let line = |y: usize, of: &GroupCount, fill: Fill, year: i32| {
        let long = (BAR * of.registered).checked_div(of.of).unwrap_or(0);
        let share = of.of > 0;
        (
            words("start", 0, y + 15, format!("{year}: {}", said(of))),
            share.then(|| bar(WORDS, y, BAR, 20, Fill::Empty)),
            bar(WORDS, y, long, 20, fill),
        )
    };
    (
        words("start strong", 0, top + 16, name.clone()),
        line(top + 24, now, Fill::Full, year),
        line(top + 50, before, Fill::Hatched, year - 1),
    )
        .view()
}

/// "37/38", or a dash where nobody counts.
fn said(of: &GroupCount) -> String {
    match of.of {
        0 => "–".to_owned(),
        all => format!("{}/{all}", of.registered),
    }
}

fn compared_words((name, now, before): &Compared, year: i32) -> String {
    format!(
        "{name}: năm {year} {}, năm {} {}.",
        said(now),
        year - 1,
        said(before)
    )
}

fn compared_table(lines: &[Compared], year: i32) -> El {
    let column = |name: String| el("th").attr("scope", "col").with(name);
    let head = ["Nhóm".to_owned(), year.to_string(), (year - 1).to_string()];
    let row = |(name, now, before): &Compared| {
        let cells = [said(now), said(before)].map(|cell| el("td").with(cell));
        el("tr").with((el("th").attr("scope", "row").with(name.clone()), cells))
    };
    el("table").class("sums").with((
        el("thead").with(el("tr").with(head.map(column))),
        el("tbody").with(each(lines, row)),
    ))
}
