//! The heading of a screen about one month, with the months beside it.

use crate::domain::YearMonth;
use crate::route::DeskRoute;
use crate::ui::{Content, El, Icon, el, h1, icon, link};

pub fn month_heading(
    words: impl Content,
    month: YearMonth,
    route: fn(Option<YearMonth>) -> DeskRoute,
) -> El {
    let to = |other: Option<YearMonth>| {
        let other = other.filter(|other| other.year() == month.year())?;
        let number = other.number().to_string();
        let name = format!("Tháng {number}");
        let content = if other < month {
            (icon(Icon::Left), number).view()
        } else {
            (number, icon(Icon::Right)).view()
        };
        Some(link("", &route(Some(other)), content).made_attr("aria-label", name))
    };
    let pager = el("nav")
        .class("pager")
        .attr("aria-label", "Tháng khác")
        .with([to(month.previous()), to(month.next())]);
    el("div").class("heading").with((h1(words), pager))
}
