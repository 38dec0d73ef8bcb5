//! Tự đánh giá: one month, in a minute, with one thumb. Last month is at hand while this one is
//! written; the private note is apart, behind its lock.

use crate::book::{Book, book};
use crate::browser::page;
use crate::browser::timer::soon;
use crate::domain::rating::in_time_until;
use crate::domain::{
    CommitmentRating, Conduct, Day, Handbook, ItemId, Keeping, MonthState, MonthlyRating, YearMonth,
};
use crate::member::{feedback, shortcoming};
use crate::route::Route;
use crate::signal::Signal;
use crate::ui::{
    Choice, Content, El, Field, Icon, Kind, View, b, button, choices, details, each, el, eyebrow,
    field, h1, h2, hint, icon, link, live, muted, notice, p, stack,
};

pub fn screen(month: Option<YearMonth>) -> View {
    let book = book();
    let today = book.today.get_untracked();
    let month = month.or_else(|| book.peek(|handbook| most_wanted(handbook, today)));
    match month {
        Some(month) if book.peek(|handbook| handbook.year) == month.year() => {
            month_screen(book, month)
        }
        _ => other_year(),
    }
}

/// The month that the tab opens: the one due, else this month, else the year's last.
fn most_wanted(handbook: &Handbook, today: Day) -> Option<YearMonth> {
    let due = handbook
        .months_of_year()
        .find(|month| handbook.month_state(*month, today) == MonthState::Due);
    let current = (handbook.year == today.year()).then(|| today.month());
    due.or(current).or_else(|| handbook.months_of_year().last())
}

fn other_year() -> View {
    let words = ("Mở hoặc lập sổ năm khác ", icon(Icon::Go));
    (
        h1("Tháng này thuộc sổ năm khác"),
        link("button wide", &Route::Settings, words),
    )
        .view()
}

fn month_screen(book: Book, month: YearMonth) -> View {
    // A month that has not begun has nothing to rate yet.
    let begun = month.day(1) <= book.today.get_untracked();
    let heading = h1(format!("Tháng {}", month.number()));
    let heading = el("div").class("heading").with((heading, pager(month)));
    let content = if begun {
        form(book, month)
    } else {
        notice(Kind::Plain, p("Tháng này chưa tới, chưa có gì để ghi.")).view()
    };
    (
        heading,
        state_line(book, month),
        feedback::of_month(book, month),
        content,
    )
        .view()
}

fn pager(month: YearMonth) -> El {
    let to = |other: Option<YearMonth>| {
        let other = other.filter(|other| other.year() == month.year())?;
        let number = other.number().to_string();
        let link = el("a")
            .made_attr("href", Route::Rating(Some(other)).to_string())
            .made_attr("aria-label", format!("Tháng {number}"));
        Some(if other < month {
            link.with((icon(Icon::Left), number))
        } else {
            link.with((number, icon(Icon::Right)))
        })
    };
    el("nav")
        .class("pager")
        .attr("aria-label", "Tháng khác")
        .with([to(month.previous()), to(month.next())])
}

/// When it is due, and whether it is in time.
fn state_line(book: Book, month: YearMonth) -> View {
    let state = move |handbook: &Handbook| handbook.month_state(month, book.today.get());
    let late = book.part(move |handbook| state(handbook) == MonthState::Missed);
    let words = book.part(move |handbook| {
        let until = in_time_until(month, handbook.pack.pack.meeting_day).short();
        match state(handbook) {
            MonthState::Rated | MonthState::RatedLate => String::new(),
            MonthState::Missed => {
                format!(" Hạn là {until}. Vẫn ghi bổ sung được, tháng này hiện là “muộn”.")
            }
            MonthState::BeforeStart => {
                "Tháng này trước khi lập sổ: ghi thêm hay không cũng được.".to_owned()
            }
            _ => format!("Họp chi bộ {until}"),
        }
    });
    live(move || match (late.get(), words.get()) {
        (_, words) if words.is_empty() => None,
        (true, words) => {
            let mark = el("i").class("mark").attr("data-state", "late");
            Some(notice(Kind::Warn, p((b((mark, " Ghi muộn.")), words))))
        }
        (false, words) => Some(muted(words)),
    })
}

fn form(book: Book, month: YearMonth) -> View {
    let commitments = book.peek(|handbook| handbook.pledge.in_force());
    let none = commitments.is_empty().then(|| {
        let words = "Chưa có việc nào trong bản đăng ký. Viết bản đăng ký trước thì mỗi tháng mới có việc để đánh giá.";
        let write = link("link", &Route::Pledge, "Viết bản đăng ký");
        notice(Kind::Plain, (p(words), write))
    });
    let mut number = 0;
    let commitments = each(commitments, |commitment| {
        number += 1;
        commitment_view(book, month, number, commitment.action, &commitment.id)
    });
    (
        none,
        commitments,
        standards(book, month),
        shortcoming::list(book, month),
        notes(book, month),
        done(book, month),
    )
        .view()
}

/// A part of the month's rating; its default while nothing was written.
fn part<T: Default + Clone + PartialEq + Send + Sync + 'static>(
    book: Book,
    month: YearMonth,
    read: impl Fn(&MonthlyRating) -> T + Send + Sync + 'static,
) -> Signal<T> {
    book.part(move |handbook| handbook.months.get(&month).map(&read).unwrap_or_default())
}

/// A text of the month's rating that is written here.
fn write(
    book: Book,
    month: YearMonth,
    write: fn(&mut MonthlyRating, String),
) -> impl Fn(String) + Send + Sync + 'static {
    move |text| book.change(|handbook| write(handbook.rating_mut(month), text))
}

fn commitment_part(
    book: Book,
    month: YearMonth,
    id: &ItemId,
    read: fn(&CommitmentRating) -> String,
) -> Signal<String> {
    let id = id.clone();
    part(book, month, move |rating| {
        rating.commitments.get(&id).map(read).unwrap_or_default()
    })
}

fn write_commitment(
    book: Book,
    month: YearMonth,
    id: &ItemId,
    write: fn(&mut CommitmentRating, String),
) -> impl Fn(String) + Send + Sync + 'static + use<> {
    let id = id.clone();
    move |value| {
        book.change(|handbook| {
            let commitments = &mut handbook.rating_mut(month).commitments;
            let rating = commitments.get_or_insert_with(id.clone(), Default::default);
            write(rating, value);
        });
    }
}

fn commitment_view(book: Book, month: YearMonth, number: usize, action: String, id: &ItemId) -> El {
    let scale = book.peek(|handbook| handbook.pack_for(month).scale.clone());
    let options = scale
        .into_iter()
        .map(|level| Choice::new(level.id.to_string(), level.name))
        .collect();
    let level = commitment_part(book, month, id, |rating| {
        let level = rating.level.as_ref();
        level.map(ToString::to_string).unwrap_or_default()
    });
    let set_level = write_commitment(book, month, id, |rating, level| {
        rating.level = ItemId::parse(&level);
    });
    let evidence = Field::new(
        format!("evidence-{id}"),
        "Minh chứng gửi chi bộ",
        commitment_part(book, month, id, |rating| rating.evidence.clone()),
        write_commitment(book, month, id, |rating, text| rating.evidence = text),
    );
    let legend = format!("Mức tự đánh giá việc {number}");
    let number = format!("Việc {number}");
    el("section")
        .class("stack")
        .attr("role", "group")
        .made_attr("aria-label", format!("{number} · {action}"))
        .with((
            el("div").with((eyebrow(number), h2(action))),
            choices(
                "levels",
                &format!("level-{id}"),
                legend,
                options,
                level,
                set_level,
            ),
            field(evidence),
            last_month(book, month, id.clone()),
        ))
}

/// What was written for it the month before, to copy.
fn last_month(book: Book, month: YearMonth, id: ItemId) -> Option<El> {
    let before = month.previous()?;
    let last = book.peek(|handbook| Some(handbook.months.get(&before)?.commitment(&id)))?;
    if last == CommitmentRating::default() {
        return None;
    }
    let name = book.peek(|handbook| {
        let scale = &handbook.pack_for(month).scale;
        let level = scale
            .iter()
            .find(|level| Some(&level.id) == last.level.as_ref());
        level.map_or("chưa ghi mức", |level| &level.name).to_owned()
    });
    let quoted = if last.evidence.is_empty() {
        String::new()
    } else {
        format!(" · “{}”", last.evidence)
    };
    let copy = move || {
        book.change(|handbook| {
            let commitments = &mut handbook.rating_mut(month).commitments;
            commitments.insert(id.clone(), last.clone());
        });
    };
    let words = (format!("Tháng {}: ", before.number()), b(name), quoted);
    let content = (hint(words), button("link", "Chép lại", copy));
    Some(el("div").class("aside heading").with(content))
}

fn keeping_value(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Kept => "kept",
        Keeping::Slipped => "slipped",
        Keeping::NoOccasion => "none",
    }
}

fn standards(book: Book, month: YearMonth) -> El {
    let standards = book.peek(|handbook| handbook.standards_to_rate(month));
    let some_open = book.part(move |handbook| !unmarked(handbook, month).is_empty());
    let keep_rest = move || {
        book.change(|handbook| {
            let rest = unmarked(handbook, month);
            let marks = &mut handbook.rating_mut(month).standards;
            for id in rest {
                marks.insert(id, Keeping::Kept);
            }
        });
    };
    // Above the rows, so that a month in which all went well is one tap.
    let rest = live(move || {
        let words = "Các điều còn lại: giữ được";
        some_open
            .get()
            .then(|| button("button-quiet", words, keep_rest))
    });
    let rows = each(standards, |standard| {
        let legend = match standard.conduct {
            Conduct::MustDo => standard.text,
            Conduct::MustAvoid => format!("Tránh: {}", standard.text),
        };
        standard_row(book, month, legend, standard.id)
    });
    // The button's gap to the heading goes away with it.
    let heading = el("div").class("stack").with((h2("Chuẩn mực"), rest));
    el("section").with((heading, rows))
}

/// The month's standards that have no mark yet.
fn unmarked(handbook: &Handbook, month: YearMonth) -> Vec<ItemId> {
    let marks = handbook.months.get(&month).map(|rating| &rating.standards);
    let mut ids = Vec::new();
    for standard in handbook.standards_to_rate(month) {
        if !marks.is_some_and(|marks| marks.contains_key(&standard.id)) {
            ids.push(standard.id);
        }
    }
    ids
}

fn standard_row(book: Book, month: YearMonth, legend: String, id: ItemId) -> View {
    let kept = {
        let id = id.clone();
        part(book, month, move |rating| {
            let keeping = rating.standards.get(&id);
            keeping
                .map_or("", |keeping| keeping_value(*keeping))
                .to_owned()
        })
    };
    let options = Keeping::ALL
        .map(|keeping| Choice::new(keeping_value(keeping), keeping.name()))
        .into();
    let name = format!("standard-{id}");
    let opened = shortcoming::of_standard(book, month, id.clone());
    let set = move |value: String| {
        let keeping = Keeping::ALL
            .into_iter()
            .find(|keeping| keeping_value(*keeping) == value);
        let Some(keeping) = keeping else { return };
        book.change(|handbook| {
            let marks = &mut handbook.rating_mut(month).standards;
            marks.insert(id.clone(), keeping);
        });
        shortcoming::follow(book, month, &id, keeping == Keeping::Slipped);
    };
    (choices("keep", &name, legend, options, kept, set), opened).view()
}

fn notes(book: Book, month: YearMonth) -> El {
    let for_branch = Field::new(
        "branch-note",
        "Ghi chú gửi chi bộ",
        part(book, month, |rating| rating.branch_note.clone()),
        write(book, month, |rating, text| rating.branch_note = text),
    );
    let private = Field::new(
        "private-note",
        "Ghi chú riêng",
        part(book, month, |rating| rating.private_note.clone()),
        write(book, month, |rating, text| rating.private_note = text),
    );
    stack((
        field(private.private().lines(2).hint("Không bao giờ gửi đi.")),
        details("Thêm ghi chú gửi chi bộ", field(for_branch.lines(2))),
    ))
}

/// The button at the thumb; afterwards, what comes next.
fn done(book: Book, month: YearMonth) -> View {
    let completed = part(book, month, |rating| rating.completed_on);
    let number = month.number();
    let complete = move || {
        let today = book.today.get_untracked();
        book.change(|handbook| handbook.complete_month(month, today));
        book.save();
        // It takes the button's place only once the page has caught up.
        soon(|| page::focus("#month-done"));
    };
    live(move || match completed.get() {
        None => {
            let words = (format!("Xong tháng {number} "), icon(Icon::Check));
            el("div")
                .class("dock")
                .with(button("button wide", words, complete))
        }
        Some(day) => {
            let since = format!(", ghi ngày {}. Sửa thêm được lưu ngay.", day.short());
            let words = p((b(format!("Đã xong tháng {number}")), since));
            let next = link("link", &Route::Handover, "Gửi chi bộ");
            el("div")
                .attr("id", "month-done")
                .attr("tabindex", "-1")
                .with(notice(Kind::Done, (words, next)))
        }
    })
}
