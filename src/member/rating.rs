//! Tự đánh giá: one month, in a minute, with one thumb. Last month is at hand while this one is
//! written; the private note is apart, behind its lock.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::page;
use crate::domain::rating::in_time_until;
use crate::domain::{
    CommitmentRating, Day, Handbook, ItemId, Keeping, MonthState, MonthlyRating, YearMonth,
};
use crate::member::shortcoming;
use crate::route::Route;
use crate::ui::{Choice, Field, Icon, Kind, choices, field, icon, notice};

pub fn screen(month: Option<YearMonth>) -> AnyView {
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

fn other_year() -> AnyView {
    view! {
        <h1 tabindex="-1">"Tháng này thuộc sổ năm khác"</h1>
        <a class="button wide" href=Route::Settings.to_string()>"Mở hoặc lập sổ năm khác "{icon(Icon::Go)}</a>
    }
    .into_any()
}

fn month_screen(book: Book, month: YearMonth) -> AnyView {
    // A month that has not begun has nothing to rate yet.
    let begun = month.day(1) <= book.today.get_untracked();
    view! {
        <div class="heading">
            <h1 tabindex="-1">{format!("Tháng {}", month.number())}</h1>
            {pager(month)}
        </div>
        {state_line(book, month)}
        {if begun { form(book, month) } else { notice(Kind::Plain, view! { <p>"Tháng này chưa tới, chưa có gì để ghi."</p> }) }}
    }
    .into_any()
}

fn pager(month: YearMonth) -> AnyView {
    let to = |other: Option<YearMonth>, before: bool| {
        other.filter(|other| other.year() == month.year()).map(|other| {
            let number = other.number();
            let words = if before { view! { {icon(Icon::Left)}{number} }.into_any() } else { view! { {number}{icon(Icon::Right)} }.into_any() };
            view! { <a href=Route::Rating(Some(other)).to_string() aria-label=format!("Tháng {number}")>{words}</a> }
        })
    };
    view! { <nav class="pager" aria-label="Tháng khác">{to(month.previous(), true)}{to(month.next(), false)}</nav> }.into_any()
}

/// When it is due, and whether it is in time.
fn state_line(book: Book, month: YearMonth) -> AnyView {
    let state = Memo::new(move |_| {
        let today = book.today.get();
        book.read(|handbook| {
            Some((
                handbook.month_state(month, today),
                in_time_until(month, handbook.pack.pack.meeting_day),
            ))
        })
    });
    let late = |until: Day| {
        notice(
            Kind::Warn,
            view! { <p><b><i class="mark" data-state="late"></i>" Ghi muộn."</b>{format!(" Hạn là {}. Vẫn ghi bổ sung được, tháng này hiện là “muộn”.", until.short())}</p> },
        )
    };
    let line = move || {
        let (state, until) = state.get()?;
        Some(match state {
            MonthState::Rated | MonthState::RatedLate => ().into_any(),
            MonthState::Missed => late(until),
            MonthState::BeforeStart => view! { <p class="muted">"Tháng này trước khi lập sổ: ghi thêm hay không cũng được."</p> }.into_any(),
            _ => view! { <p class="muted">{format!("Họp chi bộ {}", until.short())}</p> }.into_any(),
        })
    };
    line.into_any()
}

fn form(book: Book, month: YearMonth) -> AnyView {
    let before = month.previous().and_then(|before| {
        book.peek(|handbook| {
            handbook
                .months
                .get(&before)
                .cloned()
                .map(|rating| (before, rating))
        })
    });
    let commitments = book.peek(|handbook| handbook.pledge.in_force());
    let none = commitments.is_empty().then(|| {
        notice(
            Kind::Plain,
            view! {
                <p>"Chưa có việc nào trong bản đăng ký. Viết bản đăng ký trước thì mỗi tháng mới có việc để đánh giá."</p>
                <a class="link" href=Route::Pledge.to_string()>"Viết bản đăng ký"</a>
            },
        )
    });
    let commitments = commitments.into_iter().enumerate();
    let commitments = commitments.map(|(index, commitment)| {
        let last = before
            .as_ref()
            .map(|(before, rating)| (*before, rating.commitment(&commitment.id)));
        commitment_view(
            book,
            month,
            index + 1,
            &commitment.action,
            commitment.id,
            last,
        )
    });
    view! {
        {none}
        {commitments.collect_view()}
        {standards(book, month)}
        {shortcoming::list(book, month)}
        {notes(book, month)}
        {done(book, month)}
    }
    .into_any()
}

/// A part of the month's rating; its default while nothing was written.
fn part<T: Default + Clone + PartialEq + Send + Sync + 'static>(
    book: Book,
    month: YearMonth,
    read: impl Fn(&MonthlyRating) -> T + Send + Sync + 'static,
) -> Signal<T> {
    book.part(move |handbook| handbook.months.get(&month).map(&read).unwrap_or_default())
}

fn commitment_view(
    book: Book,
    month: YearMonth,
    number: usize,
    action: &str,
    id: ItemId,
    last: Option<(YearMonth, CommitmentRating)>,
) -> AnyView {
    let rating = {
        let id = id.clone();
        part(book, month, move |rating| rating.commitment(&id))
    };
    let write = {
        let id = id.clone();
        move |act: &dyn Fn(&mut CommitmentRating)| {
            book.change(|handbook| {
                act(handbook
                    .rating_mut(month)
                    .commitments
                    .entry(id.clone())
                    .or_default())
            });
        }
    };
    let scale = book.peek(|handbook| handbook.pack_for(month).scale.clone());
    let options = scale
        .iter()
        .map(|level| Choice::new(level.id.as_str(), level.name.clone()))
        .collect();
    let level = Signal::derive(move || {
        rating.with(|rating| {
            rating
                .level
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default()
        })
    });
    let set_level = {
        let write = write.clone();
        move |level: String| write(&|rating| rating.level = ItemId::parse(&level))
    };
    let evidence = {
        let write = write.clone();
        let text = Signal::derive(move || rating.with(|rating| rating.evidence.clone()));
        Field::new(
            format!("evidence-{id}"),
            "Minh chứng gửi chi bộ",
            text,
            move |text| write(&|rating| rating.evidence.clone_from(&text)),
        )
    };
    let last = last.filter(|(_, last)| *last != CommitmentRating::default()).map(|(before, last)| {
        let name = scale.iter().find(|level| Some(&level.id) == last.level.as_ref()).map_or("chưa ghi mức", |level| &level.name).to_owned();
        let quoted = if last.evidence.is_empty() { String::new() } else { format!(" · “{}”", last.evidence) };
        let copy = move |_| write(&|rating| rating.clone_from(&last));
        view! {
            <div class="aside heading">
                <p class="hint">{format!("Tháng {}: ", before.number())}<b>{name}</b>{quoted}</p>
                <button type="button" class="link" on:click=copy>"Chép lại"</button>
            </div>
        }
    });
    let legend = format!("Mức tự đánh giá việc {number}");
    view! {
        <section class="stack">
            <div>
                <p class="eyebrow">{format!("Việc {number}")}</p>
                <h2>{action.to_owned()}</h2>
            </div>
            {choices("levels", &format!("level-{id}"), legend, options, level, set_level)}
            {field(evidence)}
            {last}
        </section>
    }
    .into_any()
}

fn keeping_value(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Kept => "kept",
        Keeping::Slipped => "slipped",
        Keeping::NoOccasion => "none",
    }
}

fn standards(book: Book, month: YearMonth) -> AnyView {
    let standards = book.peek(|handbook| handbook.standards_to_rate(month));
    let ids: Vec<_> = standards
        .iter()
        .map(|standard| standard.id.clone())
        .collect();
    let open = part(book, month, move |rating| {
        ids.iter()
            .filter(|id| !rating.standards.contains_key(id))
            .cloned()
            .collect::<Vec<_>>()
    });
    let rest = move |_| {
        let open = open.get_untracked();
        book.change(|handbook| {
            handbook
                .rating_mut(month)
                .standards
                .extend(open.into_iter().map(|id| (id, Keeping::Kept)))
        });
    };
    let some_open = Memo::new({
        let all = standards.len();
        move |_| {
            let written = part_len(book, month);
            written > 0 && written < all
        }
    });
    let rows = standards.into_iter().map(|standard| {
        let id = standard.id.clone();
        let kept = part(book, month, move |rating| {
            rating
                .standards
                .get(&id)
                .copied()
                .map(keeping_value)
                .unwrap_or_default()
                .to_owned()
        });
        let options = Keeping::ALL
            .map(|keeping| Choice::new(keeping_value(keeping), keeping.name()))
            .into();
        let id = standard.id.clone();
        let name = format!("standard-{id}");
        let set = move |value: String| {
            let keeping = Keeping::ALL
                .into_iter()
                .find(|keeping| keeping_value(*keeping) == value);
            if let Some(keeping) = keeping {
                book.change(|handbook| {
                    handbook
                        .rating_mut(month)
                        .standards
                        .insert(id.clone(), keeping);
                });
                shortcoming::follow(book, month, &id, keeping == Keeping::Slipped);
            }
        };
        let legend = match standard.conduct {
            crate::domain::Conduct::MustDo => standard.text.clone(),
            crate::domain::Conduct::MustAvoid => format!("Tránh: {}", standard.text),
        };
        view! {
            {choices("keep", &name, legend, options, kept, set)}
            {shortcoming::of_standard(book, month, standard.id)}
        }
    });
    view! {
        <section>
            <h2>"Chuẩn mực"</h2>
            {rows.collect_view()}
            {move || some_open.get().then(|| view! { <button type="button" class="button-quiet" on:click=rest>"Các điều còn lại: giữ được"</button> })}
        </section>
    }
    .into_any()
}

/// How many standards have a mark this month.
fn part_len(book: Book, month: YearMonth) -> usize {
    book.read(|handbook| {
        handbook
            .months
            .get(&month)
            .map(|rating| rating.standards.len())
            .unwrap_or_default()
    })
}

fn notes(book: Book, month: YearMonth) -> AnyView {
    let for_branch = Field::new(
        "branch-note",
        "Ghi chú gửi chi bộ",
        part(book, month, |rating| rating.branch_note.clone()),
        move |text| {
            book.change(|handbook| handbook.rating_mut(month).branch_note = text);
        },
    );
    let private = Field::new(
        "private-note",
        "Ghi chú riêng",
        part(book, month, |rating| rating.private_note.clone()),
        move |text| {
            book.change(|handbook| handbook.rating_mut(month).private_note = text);
        },
    );
    view! {
        <section class="stack">
            {field(private.private().lines(2).hint("Không bao giờ gửi đi."))}
            <details>
                <summary>"Thêm ghi chú gửi chi bộ"</summary>
                {field(for_branch.lines(2))}
            </details>
        </section>
    }
    .into_any()
}

/// The button at the thumb; afterwards, what comes next.
fn done(book: Book, month: YearMonth) -> AnyView {
    let completed = part(book, month, |rating| rating.completed_on);
    let number = month.number();
    let complete = move |_| {
        let today = book.today.get_untracked();
        book.change(|handbook| handbook.complete_month(month, today));
        book.save();
        page::focus("#month-done");
    };
    let in_sum = move || {
        match completed.get() {
        None => view! { <div class="dock"><button type="button" class="button wide" on:click=complete>{format!("Xong tháng {number} ")}{icon(Icon::Check)}</button></div> }.into_any(),
        Some(day) => view! {
            <div id="month-done" tabindex="-1">
                {notice(
                    Kind::Done,
                    view! {
                        <p><b>{format!("Đã xong tháng {number}")}</b>{format!(", ghi ngày {}. Sửa thêm được lưu ngay.", day.short())}</p>
                        <a class="link" href=Route::Handover.to_string()>"Gửi chi bộ"</a>
                    },
                )}
            </div>
        }
        .into_any(),
    }
    };
    in_sum.into_any()
}
