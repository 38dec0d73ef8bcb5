//! Sơ kết 6 tháng, tổng kết năm: filled in from the handbook, to be read over and mended commitment by
//! commitment, classified, finished. What is left alone goes on following the handbook.

use super::review_class::class;
use super::review_text::{Part, text};
use crate::book::{Book, book};
use crate::domain::letters::lower;
use crate::domain::paper::{classified, review_heading};
use crate::domain::review_facts::{Gap, promised};
use crate::domain::{Commitment, Review};
use crate::route::{PapersRoute, Route};
use crate::ui::{
    Content, El, Icon, Kind, View, b, button, each, el, eyebrow, h1, h2, hint, icon, link, live,
    muted, notice, p, stack,
};

pub fn screen(review: Review) -> View {
    let book = book();
    let year = book.peek(|handbook| handbook.year);
    let pledge = book.part(|handbook| handbook.pledge.in_force());
    let commitments = live(move || {
        let pledge = pledge.get();
        if pledge.is_empty() {
            return without_pledge().view();
        }
        let numbered = (1..).zip(pledge);
        each(numbered, |(number, one)| {
            commitment(book, review, number, &one)
        })
    });
    (
        h1(format!("{} {year}", review_heading(review))),
        muted(live(move || state(book, review))),
        concluded(book, review),
        p("Lời có sẵn lấy từ các tháng đã đánh giá. Sửa chỗ nào thì chỗ ấy giữ nguyên; chỗ không sửa vẫn theo sổ."),
        commitments,
        rest(book, review),
        class(book, review),
        finish(book, review),
    )
        .view()
}

/// "Chưa hoàn tất · hạn 30/06/2026"
fn state(book: Book, review: Review) -> String {
    book.read(|handbook| match handbook.finished(review) {
        Some(finished) if handbook.changed_since_finished(review) => {
            format!("Hoàn tất ngày {}, đã sửa sau đó", finished.on)
        }
        Some(finished) => format!("Hoàn tất ngày {}", finished.on),
        None => match review.in_time(handbook.year) {
            Some((_, until)) => format!("Chưa hoàn tất · hạn {until}"),
            None => "Chưa hoàn tất".to_owned(),
        },
    })
}

/// What the branch concluded, beside what the person says.
fn concluded(book: Book, review: Review) -> View {
    let said = book.part(move |handbook| {
        let held = handbook.feedback.as_ref()?;
        let said = held.told.conclusions.get(&review)?.line();
        Some((said, handbook.finished(review).map(classified)))
    });
    live(move || {
        let (said, own) = said.get()?;
        let own = own.filter(|own| !own.is_empty());
        let own = own.map(|own| p((b("Tự xếp loại: "), own)));
        Some(notice(
            Kind::Plain,
            (own, p((b("Chi bộ kết luận: "), said))),
        ))
    })
}

fn without_pledge() -> El {
    notice(
        Kind::Warn,
        (
            p("Chưa có việc nào trong bản đăng ký, nên chưa có gì để báo cáo."),
            link("button-quiet", &Route::Pledge, "Viết bản đăng ký"),
        ),
    )
}

fn commitment(book: Book, review: Review, number: usize, one: &Commitment) -> El {
    let promised = promised(one);
    let part = Part::Result(one.id.clone());
    let label = format!("Kết quả việc {number}");
    stack((
        eyebrow(format!("Việc {number}")),
        h2(one.action.clone()),
        (!promised.is_empty()).then(|| hint(format!("Đã đăng ký: {promised}"))),
        text(book, review, part, label, ""),
    ))
}

fn rest(book: Book, review: Review) -> El {
    let part = |part, label: &str, hint| text(book, review, part, label.to_owned(), hint);
    let next = match review {
        Review::HalfYear => "Phương hướng 6 tháng cuối năm",
        Review::FullYear => "Phương hướng năm sau",
    };
    stack((
        h2("Chuẩn mực, hạn chế, phương hướng"),
        part(Part::Standards, "Thực hiện chuẩn mực", ""),
        part(
            Part::Shortcomings,
            "Hạn chế, thiếu sót: đã, đang, chưa khắc phục",
            "Nêu cả nguyên nhân, nếu biết.",
        ),
        part(Part::Plans, next, ""),
    ))
}

fn finish(book: Book, review: Review) -> El {
    let gaps = book.part(move |handbook| handbook.gaps(review));
    let missing = live(move || {
        let lines: Vec<_> = gaps.get().iter().map(gap).collect();
        (!lines.is_empty()).then(|| {
            let lines = each(lines, |line| el("li").with(line));
            (p("Còn thiếu:"), el("ul").class("list").with(lines))
        })
    });
    // Anew only when one becomes the other.
    let ready = book.part(move |handbook| {
        let finished = handbook.finished(review).is_some();
        let changed = handbook.changed_since_finished(review);
        let barred = handbook.gaps(review).iter().any(Gap::bars);
        (!barred).then_some((finished, changed))
    });
    let ways = live(move || match ready.get() {
        None => View::Nothing,
        Some((true, false)) => done(review),
        Some((finished, _)) => {
            let words = if finished {
                "Hoàn tất lại"
            } else {
                "Hoàn tất"
            };
            (
                hint("Hoàn tất là chốt toàn bộ lời trên với ngày hôm nay, để in và gửi chi bộ. Sau đó vẫn sửa và hoàn tất lại được."),
                button("button wide", (words, " ", icon(Icon::Go)), move || settle(book, review)),
                link("link", &PapersRoute::ReviewPaper(review), "Xem bản in"),
            )
                .view()
        }
    });
    stack((h2("Xem lại và hoàn tất"), missing, ways))
}

fn done(review: Review) -> View {
    let words = notice(
        Kind::Done,
        p("Đã hoàn tất. Giờ gửi chi bộ, hoặc in ra nộp."),
    );
    let give = ("Gửi chi bộ ", icon(Icon::Go));
    (
        words,
        link("button wide", &Route::Handover, give),
        link("link", &PapersRoute::ReviewPaper(review), "Xem và in"),
    )
        .view()
}

fn gap(gap: &Gap) -> String {
    match gap {
        Gap::NoCommitment => "Chưa có việc nào trong bản đăng ký.".to_owned(),
        Gap::NoResult(index) => format!("Việc {}: chưa ghi kết quả.", index + 1),
        Gap::NotClassified => "Chưa tự xếp loại.".to_owned(),
        Gap::NoPoints => "Chưa tự chấm điểm.".to_owned(),
        Gap::TooManyPoints(most) => format!(
            "Điểm quá mức: tiêu chí chung nhiều nhất {}, kết quả nhiệm vụ nhiều nhất {}.",
            most.general, most.tasks
        ),
    }
}

fn settle(book: Book, review: Review) {
    let today = book.today.get_untracked();
    let before = book.peek(|handbook| handbook.finished(review).cloned());
    let done = format!("Đã hoàn tất {} ngày {today}.", lower(review.name()));
    book.remove(
        done,
        |handbook| {
            handbook.finish_review(review, today);
        },
        move |handbook| {
            let written = handbook
                .reviews
                .get_or_insert_with(review, Default::default);
            written.finished.clone_from(&before);
        },
    );
    book.save();
}
