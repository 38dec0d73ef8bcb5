//! Giấy tờ: what the year needs on paper, at a glance.

use crate::book::{Book, book};
use crate::domain::Review;
use crate::domain::paper::review_heading;
use crate::route::PapersRoute;
use crate::ui::{Content, El, View, each, el, h1, h2, link, live, p};

pub fn screen() -> View {
    let book = book();
    let year = book.peek(|handbook| handbook.year);
    (
        h1("Giấy tờ"),
        p(format!("Giấy tờ của năm {year}, làm ra từ sổ tay.")).class("lead"),
        reviews(book),
        group(
            "Bản đăng ký",
            [
                (PapersRoute::PledgePaper, "In bản đăng ký"),
                (PapersRoute::Copy, "Chép tay"),
            ],
        ),
        group(
            "Trong năm",
            [
                (PapersRoute::Deeds, "Việc tốt"),
                (PapersRoute::Calendar, "Lịch nhắc"),
                (PapersRoute::Pictures, "Năm qua hình"),
            ],
        ),
    )
        .view()
}

fn reviews(book: Book) -> El {
    let rows = each(Review::ALL, |review| {
        let state = live(move || state(book, review));
        row(&PapersRoute::Review(review), review_heading(review), state)
    });
    let papers = each(Review::ALL, |review| {
        let name = match review {
            Review::HalfYear => "In sơ kết",
            Review::FullYear => "In tổng kết",
        };
        row(&PapersRoute::ReviewPaper(review), name, View::Nothing)
    });
    el("section").with((
        h2("Sơ kết, tổng kết"),
        el("ul").class("rows").with((rows, papers)),
    ))
}

/// "Xong 28/06", "Hạn 30/06"
fn state(book: Book, review: Review) -> String {
    book.read(|handbook| match handbook.finished(review) {
        Some(finished) => format!("Xong {}", finished.on.short()),
        None => review
            .in_time(handbook.year)
            .map(|(_, until)| format!("Hạn {}", until.short()))
            .unwrap_or_default(),
    })
}

fn group<const N: usize>(name: &'static str, rows: [(PapersRoute, &'static str); N]) -> El {
    let rows = each(rows, |(to, name)| row(&to, name, View::Nothing));
    el("section").with((h2(name), el("ul").class("rows").with(rows)))
}

fn row(to: &PapersRoute, name: &'static str, value: View) -> El {
    let value = (!value.is_empty()).then(|| el("span").class("value").with(value));
    el("li").with(link("", to, (el("span").with(name), value)))
}
