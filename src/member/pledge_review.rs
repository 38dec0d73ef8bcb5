//! Kiểm tra lại: the pledge in the shape of the printed form, with "Sửa" beside each answer; what
//! changed since the last submission; and how far it has come.

use crate::book::book;
use crate::browser::page;
use crate::domain::pledge::{Change, PledgeStatus};
use crate::domain::vague::hints;
use crate::domain::{Commitment, Handbook};
use crate::member::pledge_stage;
use crate::route::{Question, Route};
use crate::signal::Signal;
use crate::ui::{
    Content, El, View, actions, b, button, check, each, el, eyebrow, h1, h2, link, live, p, stack,
};

const ANSWERS: [&str; 6] = [
    "Việc sẽ làm",
    "Làm sao biết là đã làm được",
    "Thời hạn",
    "Chuẩn mực",
    "Nhiệm vụ",
    "Người cùng làm",
];

pub fn screen() -> View {
    let book = book();
    let handbook = book.part(|handbook| Some(handbook.clone()));
    let paper = live(move || {
        handbook
            .get()
            .map(|handbook| (paper(&handbook), difference(&handbook), vague(&handbook)))
    });
    (
        h1("Kiểm tra lại"),
        pledge_stage::steps(),
        paper,
        marks(),
        pledge_stage::next_step(),
        actions((
            button("button-quiet", "In bản này", page::print),
            link("link", &Route::Pledge, "Về danh sách việc"),
        )),
    )
        .view()
}

/// One line of the form: name, answer, "Sửa".
fn line(name: &'static str, answer: String, to: &Route) -> El {
    let answer = if answer.is_empty() {
        el("span").class("muted").with("Chưa trả lời").view()
    } else {
        answer.view()
    };
    let mend = link("link", to, "Sửa").made_attr("aria-label", format!("Sửa: {name}"));
    el("div").with((
        el("dt").with(name),
        el("dd").with(answer),
        el("dd").with(mend),
    ))
}

fn paper(handbook: &Handbook) -> El {
    let Handbook {
        profile,
        pack,
        pledge,
        year,
        ..
    } = handbook;
    let headings = &pack.pack.headings;
    let title = if headings.title.is_empty() {
        "Bản đăng ký làm theo"
    } else {
        &headings.title
    };
    let above = [
        &headings.superior,
        &pack.pack.unit,
        &profile.branch,
        &headings.right,
    ];
    let above = each(above.into_iter().filter(|line| !line.is_empty()), |line| {
        p(line.clone())
    });
    let written = pledge
        .draft
        .iter()
        .filter(|commitment| !commitment.is_blank())
        .enumerate();
    let commitments = each(written, |(index, commitment)| {
        commitment_lines(handbook, index, commitment)
    });
    let settings = Route::Settings;
    let who = (
        line("Họ và tên", profile.name.clone(), &settings),
        line("Chức vụ", handbook.post_line(), &settings),
    );
    let date = format!("Ngày …… tháng …… năm {year}");
    let signed = p((
        date,
        el("br"),
        b("Người đăng ký"),
        el("br"),
        "(ký, ghi rõ họ tên)",
    ));
    el("article").class("paper").with((
        el("div").with(above),
        h2((title.to_owned(), el("br"), format!("năm {year}"))),
        el("dl").with(who),
        commitments,
        el("div")
            .class("sign")
            .with((p("Xác nhận của chi bộ"), signed)),
    ))
}

fn commitment_lines(handbook: &Handbook, index: usize, commitment: &Commitment) -> El {
    let questions = [
        Question::Action,
        Question::Measure,
        Question::Deadline,
        Question::Serves,
        Question::Serves,
        Question::People,
    ];
    let rows = each(
        ANSWERS
            .into_iter()
            .zip(shown(handbook, commitment))
            .zip(questions),
        |((name, answer), question)| {
            let unasked = match question {
                Question::People => "Tự làm",
                Question::Serves => "Không ghi",
                _ => "",
            };
            let answer = if answer.is_empty() {
                unasked.to_owned()
            } else {
                answer
            };
            let to = Route::Question {
                commitment: commitment.id.clone(),
                question,
            };
            line(name, answer, &to)
        },
    );
    el("section").with((
        el("h3").with(format!("Việc {}", index + 1)),
        el("dl").with(rows),
    ))
}

/// The answers as text, the standard in its words.
fn shown(handbook: &Handbook, commitment: &Commitment) -> [String; 6] {
    let mut answers = commitment.answers();
    answers[3] = commitment
        .standard
        .as_ref()
        .map(|id| words_of(handbook, id.as_str()))
        .unwrap_or_default();
    answers
}

fn words_of(handbook: &Handbook, standard: &str) -> String {
    let id = crate::domain::ItemId::parse(standard);
    id.and_then(|id| handbook.standard(&id).map(|standard| standard.text.clone()))
        .unwrap_or_default()
}

/// Readable: what was struck out, what was put in.
fn difference(handbook: &Handbook) -> Option<El> {
    let last = handbook.pledge.last()?;
    let changes = handbook.pledge.changes();
    if changes.is_empty() {
        return None;
    }
    let book = book();
    let drop = move || book.change(|handbook| handbook.pledge.discard_changes());
    let one = |change: Change| match change {
        Change::Added(commitment) => {
            p(el("ins").with(format!("Thêm việc: {}", commitment.action))).view()
        }
        Change::Removed(commitment) => {
            p(el("del").with(format!("Bỏ việc: {}", commitment.action))).view()
        }
        Change::Edited {
            commitment,
            answers,
        } => {
            let number = handbook
                .pledge
                .draft
                .iter()
                .position(|kept| kept.id == commitment.id)
                .unwrap_or_default()
                + 1;
            let lines = each(answers, |(answer, mut before, mut after)| {
                if answer == 3 {
                    before = words_of(handbook, &before);
                    after = words_of(handbook, &after);
                }
                let answered = p((el("del").with(before), " ", el("ins").with(after)));
                (
                    eyebrow(format!("Việc {number} · {}", ANSWERS[answer])),
                    answered,
                )
            });
            lines.view()
        }
    };
    Some(stack((
        h2(format!("Khác gì với bản nộp {}", last.submitted_on.short())),
        el("div").class("aside").with(each(changes, one)),
        button("link", "Bỏ các thay đổi này", drop),
    )))
}

/// The vagueness helper once more over the whole: it points, the way on stays open.
fn vague(handbook: &Handbook) -> Option<El> {
    if matches!(handbook.pledge.status(), PledgeStatus::Standing(_)) {
        return None;
    }
    let mut found = Vec::new();
    for (index, commitment) in handbook.pledge.draft.iter().enumerate() {
        for hint in hints(commitment) {
            found.push(el("li").with(format!("Việc {}: {}", index + 1, hint.sentence())));
        }
    }
    (!found.is_empty())
        .then(|| stack((h2("Có thể viết rõ hơn"), el("ul").class("list").with(found))))
}

fn marks() -> El {
    let book = book();
    let handwritten = book.part(|handbook| handbook.pledge.handwritten);
    let consented = book.part(|handbook| handbook.pledge.posting_consent);
    let words = live(move || {
        consented.get().map_or_else(
            || "Rút lại được bất cứ lúc nào".to_owned(),
            |day| format!("Đã đồng ý ngày {day}"),
        )
    });
    let consent = move |on: bool| {
        let today = book.today.get_untracked();
        book.change(|handbook| handbook.pledge.posting_consent = on.then_some(today));
    };
    let write = move |on| book.change(|handbook| handbook.pledge.handwritten = on);
    let consented = Signal::derive(move || consented.get().is_some());
    el("section").with((
        h2("Xác nhận"),
        check(
            "Đã viết tay một bản",
            "Nếu chi bộ yêu cầu",
            handwritten,
            write,
        ),
        check(
            "Tôi đồng ý để chi bộ công khai bản đăng ký này",
            words,
            consented,
            consent,
        ),
    ))
}
