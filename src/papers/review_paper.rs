//! A review as it goes on paper: as it was finished, else as it reads now, marked as a draft.

use super::paper::{head, sheet, signatures, title, ways, who, words};
use super::review::heading;
use crate::book::book;
use crate::domain::review::{FinishedReview, ReviewedCommitment};
use crate::domain::{Handbook, Review};
use crate::route::PapersRoute;
use crate::ui::{Content, El, Kind, View, b, each, el, h1, live, notice, p};

pub fn screen(review: Review) -> View {
    let book = book();
    let handbook = book.part(|handbook| Some(handbook.clone()));
    let paper = live(move || handbook.get().map(|handbook| paper(&handbook, review)));
    (
        h1(review.name()).class("no-print"),
        ways(&PapersRoute::Review(review)),
        paper,
    )
        .view()
}

fn paper(handbook: &Handbook, review: Review) -> View {
    let finished = handbook.finished(review);
    let draft = finished.is_none().then(|| {
        notice(
            Kind::Warn,
            p("Bản nháp: chưa hoàn tất nên chưa có ngày. Hoàn tất rồi hãy in."),
        )
    });
    let changed = handbook.changed_since_finished(review).then(|| {
        notice(
            Kind::Warn,
            p("Đã sửa sau khi hoàn tất. Đây là bản đã hoàn tất; muốn in lời mới thì hoàn tất lại."),
        )
    });
    let said = match finished {
        Some(finished) => finished.clone(),
        None => handbook.review_now(review, handbook.begun_on),
    };
    let on = finished.map(|finished| finished.on);
    let about = format!("{} {}", heading(review), handbook.year);
    let sheet = sheet((
        head(handbook),
        title("Báo cáo kết quả thực hiện bản đăng ký làm theo", about),
        who(handbook),
        sections(handbook, review, &said),
        signatures(handbook, on, "Người báo cáo"),
    ));
    (draft, changed, sheet).view()
}

fn sections(handbook: &Handbook, review: Review, said: &FinishedReview) -> View {
    let results = each((1..).zip(&said.results), |(number, one)| {
        result(number, one)
    });
    let next = match review {
        Review::HalfYear => "Phương hướng 6 tháng cuối năm",
        Review::FullYear => "Phương hướng năm sau",
    };
    let concluded = handbook
        .feedback
        .as_ref()
        .and_then(|held| held.told.conclusions.get(&review))
        .map(|concluded| concluded.line())
        .unwrap_or_default();
    let texts = [
        ("Thực hiện chuẩn mực", said.standards.clone()),
        (
            "Hạn chế, thiếu sót và việc khắc phục",
            said.shortcomings.clone(),
        ),
        (next, said.plans.clone()),
        ("Tự xếp loại", classified(said)),
        ("Chi bộ kết luận", concluded),
    ];
    let written = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let texts = each((2..).zip(written), |(number, (name, text))| {
        el("section").with((section(number, name), words(&text)))
    });
    let first = section(1, "Kết quả từng việc đã đăng ký");
    (first, results, texts).view()
}

fn section(number: usize, name: &str) -> El {
    el("h3").with(format!("{number}. {name}"))
}

/// Never split over two pages.
fn result(number: usize, one: &ReviewedCommitment) -> El {
    let promised =
        (!one.promised.is_empty()).then(|| p((el("i").with("Đã đăng ký: "), one.promised.clone())));
    let result = if one.result.trim().is_empty() {
        "………".view()
    } else {
        words(&one.result)
    };
    el("div").class("whole").with((
        p(b(format!("Việc {number}. {}", one.action))),
        promised,
        p(el("i").with("Kết quả:")),
        result,
    ))
}

/// "Hoàn thành tốt nhiệm vụ" and the points, where there are any.
pub fn classified(said: &FinishedReview) -> String {
    let class = said.class.iter().map(|class| class.name.clone());
    let points = said.points.iter().map(|points| {
        format!(
            "Tự chấm {} điểm: tiêu chí chung {}, kết quả nhiệm vụ {}.",
            points.total(),
            points.general,
            points.tasks
        )
    });
    class.chain(points).collect::<Vec<_>>().join("\n")
}
