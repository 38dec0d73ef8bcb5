//! Biểu dương: the year's commendations by level and kind, set against the totals that a report
//! states; and the good deeds that could be commended.

use super::{commendation_form, commendation_list};
use crate::desk::{Desk, desk};
use crate::domain::branch::commendation::{Commended, by_level, mismatches};
use crate::domain::branch::{BranchYear, Stated};
use crate::domain::letters::grouped;
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Field, Kind, View, details, each, el, field, h1, live, muted, notice, p, stack,
};

pub fn screen() -> View {
    let desk = desk();
    let year = desk.year.get_untracked();
    (
        h1(format!("Biểu dương năm {year}")),
        totals(desk, year),
        stated(desk, year),
        commendation_form::add_form(desk, year),
        commendation_list::list(desk, year),
        commendation_list::deeds(desk, year),
    )
        .view()
}

fn of_year<T: Default + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    year: i32,
    read: impl Fn(&BranchYear) -> T + Send + Sync + 'static,
) -> Signal<T> {
    desk.part(move |branch| branch.year(year).map(&read).unwrap_or_default())
}

fn totals(desk: Desk, year: i32) -> View {
    let commendations = of_year(desk, year, |year| year.commendations.clone());
    live(move || {
        let levels = commendations.with(|list| by_level(list));
        if levels.is_empty() {
            let words = "Chưa có ai được ghi. Ghi từng người, từng tập thể; hoặc chỉ ghi số lượng khi tên đã có ở quyết định.";
            return muted(words).view();
        }
        let whole: Commended = levels.iter().map(|(_, sum)| *sum).sum();
        let row = |name: &'static str, sum: Commended| {
            el("tr").with((
                el("th").attr("scope", "row").with(name),
                el("td").with(grouped(sum.collectives)),
                el("td").with(grouped(sum.people)),
            ))
        };
        let head = ["Cấp", "Tập thể", "Cá nhân"];
        let head = head.map(|name| el("th").attr("scope", "col").with(name));
        let rows = each(levels, |(level, sum)| row(level.name(), sum));
        el("table")
            .class("sums")
            .with((
                el("caption")
                    .class("unseen")
                    .with("Số được biểu dương theo cấp"),
                el("thead").with(el("tr").with(head)),
                el("tbody").with(rows),
                el("tfoot").with(row("Cộng", whole)),
            ))
            .view()
    })
}

/// A report's own totals, and what the list says otherwise.
fn stated(desk: Desk, year: i32) -> View {
    let off = of_year(desk, year, |year| {
        mismatches(&year.commendations, &year.stated)
    });
    let sentences = live(move || {
        let off = off.get();
        (!off.is_empty()).then(|| notice(Kind::Warn, each(off, p)))
    });
    let sentences = el("div").attr("role", "status").with(sentences);
    let collectives = number(
        ("stated-collectives", "Số tập thể trong báo cáo"),
        of_year(desk, year, |year| year.stated.collectives),
        move |number| change(desk, year, |stated| stated.collectives = number),
    );
    let people = number(
        ("stated-people", "Số cá nhân trong báo cáo"),
        of_year(desk, year, |year| year.stated.people),
        move |number| change(desk, year, |stated| stated.people = number),
    );
    let fields = stack((
        muted(
            "Ghi số tổng trong báo cáo để đối chiếu với danh sách ở đây. Để trống thì không đối chiếu.",
        ),
        collectives,
        people,
    ));
    (sentences, details("Đối chiếu với báo cáo", fields)).view()
}

fn change(desk: Desk, year: i32, act: impl FnOnce(&mut Stated)) {
    desk.change(|branch| act(&mut branch.year_mut(year).stated));
}

/// A field for a whole number, with points between thousands or without.
pub fn number(
    (id, label): (&'static str, &'static str),
    kept: Signal<Option<u32>>,
    write: impl Fn(Option<u32>) + 'static,
) -> El {
    let shown = |number: Option<u32>| number.map(|n| grouped(n.into())).unwrap_or_default();
    let typed = RwSignal::new(shown(kept.get_untracked()));
    let text = Signal::derive(move || {
        let (kept, typed) = (kept.get(), typed.get());
        match read(&typed) {
            Some(number) if number != kept => shown(kept),
            _ => typed,
        }
    });
    let error = Signal::derive(move || {
        let typed = typed.get();
        read(&typed).is_none().then(|| {
            format!(
                "“{}” không phải một số. Chỉ viết chữ số, ví dụ 54",
                typed.trim()
            )
        })
    });
    field(
        Field::new(id, label, text, move |text| {
            let number = read(&text);
            typed.set(text);
            if let Some(number) = number {
                write(number);
            }
        })
        .day()
        .error(error),
    )
}

/// `None`: not a number; `Some(None)`: blank.
fn read(typed: &str) -> Option<Option<u32>> {
    let digits: String = typed
        .trim()
        .chars()
        .filter(|c| !matches!(c, '.' | ' '))
        .collect();
    if digits.is_empty() {
        return Some(None);
    }
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain).map(Some)
}
