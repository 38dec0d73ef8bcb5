//! The year at a glance: twelve months with how many were handed in, and a row for each number.

use super::overview::backed_up_on;
use super::overview_words::days_ago;
use crate::desk::Desk;
use crate::domain::branch::assess::open_shortcomings;
use crate::domain::branch::commendation::{Commended, by_level};
use crate::domain::branch::due::waiting_for_adoption;
use crate::domain::branch::months::{MonthCount, matrix};
use crate::domain::branch::registration::registration;
use crate::domain::letters::grouped;
use crate::domain::{Standing, YearMonth};
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, El, View, each, el, h2, link, live, stack};

pub fn months(desk: Desk, year: i32) -> View {
    let months = Signal::derive(move || {
        let today = desk.today.get();
        let matrix = desk.dossiers(year, |dossiers| {
            desk.read(|branch| matrix(branch, dossiers, year, today))
        });
        YearMonth::all_of(year)
            .map(|month| (month, matrix.count(month)))
            .collect::<Vec<_>>()
    });
    let some = Signal::derive(move || months.with(|all| all.iter().any(|(_, count)| count.of > 0)));
    let now = desk.today.get_untracked().month();
    live(move || {
        some.get().then(|| {
            let cells = live(move || each(months.get(), |(month, count)| cell(month, count, now)));
            stack((
                h2(format!("Tự đánh giá năm {year}")),
                el("ol").class("months counted").with(cells),
                legend(months, now),
            ))
        })
    })
}

/// `data-state` of a month's mark.
fn state(month: YearMonth, count: MonthCount, now: YearMonth) -> &'static str {
    match count {
        _ if month >= now => "later",
        MonthCount { of: 0, .. } => "before",
        _ if count.here() == count.of => "rated",
        _ if count.waiting > 0 => "due",
        _ => "late",
    }
}

fn cell(month: YearMonth, count: MonthCount, now: YearMonth) -> El {
    let state = state(month, count, now);
    let known = !matches!(state, "later" | "before");
    let number = month.number().to_string();
    let unseen = |words: &'static str| el("span").class("unseen").with(words);
    let said = if known {
        let count = format!("{}/{}", count.here(), count.of);
        (unseen(": đã gửi "), el("small").with(count)).view()
    } else {
        unseen(": chưa có").view()
    };
    let mark = el("i").class("mark").attr("data-state", state);
    let words = (unseen("Tháng "), number, mark, said);
    el("li").with(link("", &DeskRoute::Months(Some(month)), words))
}

/// Of the signs that are there.
fn legend(months: Signal<Vec<(YearMonth, MonthCount)>>, now: YearMonth) -> El {
    let signs = [
        ("rated", "đủ"),
        ("late", "còn thiếu"),
        ("due", "đang nhận"),
        ("later", "chưa tới"),
    ];
    let sign = |(state, words): (&'static str, &'static str)| {
        let mark = el("i").class("mark").attr("data-state", state);
        (el("span").with((mark, " ", words)), " ")
    };
    let there = move |wanted: &str| {
        months.with(|all| {
            all.iter()
                .any(|(month, count)| state(*month, *count, now) == wanted)
        })
    };
    let shown = live(move || each(signs.into_iter().filter(|(state, _)| there(state)), sign));
    el("p").class("legend").with(shown)
}

/// A part, what it is called here, and its number.
type Number = (DeskRoute, &'static str, String);

pub fn numbers(desk: Desk, year: i32) -> El {
    let numbers = Signal::derive(move || of_year(desk, year));
    let row = |(to, name, value): Number| {
        let words = el("span").with((name, el("small").with(value)));
        el("li").with(link("", &to, words))
    };
    el("section").with((
        h2(format!("Số liệu năm {year}")),
        el("ul")
            .class("rows in-columns")
            .with(live(move || each(numbers.get(), row))),
    ))
}

fn of_year(desk: Desk, year: i32) -> Vec<Number> {
    let today = desk.today.get();
    let backed_up = backed_up_on(desk).map_or_else(
        || "Chưa sao lưu lần nào".to_owned(),
        |on| format!("Lần trước: {}", days_ago(today.days_since(on))),
    );
    desk.dossiers(year, |dossiers| {
        desk.read(|branch| {
            let members = |standing| {
                let people = branch.roster.on(today);
                people
                    .filter(|person| person.standing_on(today) == standing)
                    .count()
            };
            let [members, others] = [Standing::Member, Standing::NonMember].map(members);
            let own = branch.year(year);
            let packs = own.and_then(|own| own.packs.as_ref());
            let issued =
                packs.and_then(|packs| Some((packs.issued.len(), packs.issued.last()?.on)));
            let pack = match issued {
                Some((number, on)) => format!("Bản {number}, {}", on.short()),
                None if packs.is_some() => "Đang soạn".to_owned(),
                None => "Chưa có".to_owned(),
            };
            let waiting = waiting_for_adoption(branch, dossiers, today);
            let open = open_shortcomings(branch, dossiers, today);
            let overdue = open.iter().filter(|open| open.overdue_since.is_some());
            let overdue = match (open.len(), overdue.count()) {
                (0, _) => "Không có".to_owned(),
                (open, 0) => open.to_string(),
                (open, overdue) => format!("{open}, trong đó {overdue} quá hạn"),
            };
            let commended = own.map_or_else(Commended::default, |own| {
                by_level(&own.commendations)
                    .into_iter()
                    .map(|(_, sum)| sum)
                    .sum()
            });
            vec![
                (
                    DeskRoute::Registration,
                    "Đăng ký",
                    registration(branch, dossiers, year, today).sentence(),
                ),
                (
                    DeskRoute::Roster,
                    "Danh sách",
                    format!("{members} đảng viên · {others} quần chúng"),
                ),
                (DeskRoute::Pack, "Bộ chuẩn mực", pack),
                (
                    DeskRoute::Posting,
                    "Bản đăng ký chờ thông qua",
                    match waiting {
                        0 => "Không có".to_owned(),
                        waiting => format!("{waiting} bản"),
                    },
                ),
                (DeskRoute::Months(None), "Hạn chế chưa khắc phục", overdue),
                (
                    DeskRoute::Commendations,
                    "Biểu dương",
                    format!(
                        "{} tập thể · {} cá nhân",
                        grouped(commended.collectives),
                        grouped(commended.people)
                    ),
                ),
                (
                    DeskRoute::Pictures,
                    "Biểu đồ",
                    "Các tháng, so với năm trước".to_owned(),
                ),
                (DeskRoute::Keeping, "Sao lưu", backed_up),
            ]
        })
    })
}
