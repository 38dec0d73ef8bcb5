//! Kiểm tra lại: the pledge in the shape of the printed form, with "Sửa" beside each answer; what
//! changed since the last submission; and how far it has come.

use leptos::prelude::*;

use crate::book::book;
use crate::browser::page;
use crate::domain::pledge::{Change, PledgeStatus};
use crate::domain::vague::hints;
use crate::domain::{Commitment, Handbook};
use crate::member::pledge_stage;
use crate::route::{Question, Route};
use crate::ui::check;

const ANSWERS: [&str; 6] = [
    "Việc sẽ làm",
    "Làm sao biết là đã làm được",
    "Thời hạn",
    "Chuẩn mực",
    "Nhiệm vụ",
    "Người cùng làm",
];

pub fn screen() -> AnyView {
    let book = book();
    let handbook = book.part(|handbook| Some(handbook.clone()));
    view! {
        <h1 tabindex="-1">"Kiểm tra lại"</h1>
        {pledge_stage::steps()}
        {move || handbook.get().map(|handbook| view! { {paper(&handbook)}{difference(&handbook)}{vague(&handbook)} })}
        {marks()}
        {pledge_stage::next_step()}
        <div class="actions">
            <button type="button" class="button-quiet" on:click=|_| page::print()>"In bản này"</button>
            <a class="link" href=Route::Pledge.to_string()>"Về danh sách việc"</a>
        </div>
    }
    .into_any()
}

/// One line of the form: name, answer, "Sửa".
fn line(name: &'static str, answer: String, to: &Route) -> AnyView {
    let answer = if answer.is_empty() {
        view! { <span class="muted">"Chưa trả lời"</span> }.into_any()
    } else {
        answer.into_any()
    };
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{answer}</dd>
            <dd><a class="link" href=to.to_string() aria-label=format!("Sửa: {name}")>"Sửa"</a></dd>
        </div>
    }
    .into_any()
}

fn paper(handbook: &Handbook) -> AnyView {
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
    let above = [&headings.superior, &pack.pack.unit, &profile.branch]
        .map(|line| (!line.is_empty()).then(|| view! { <p>{line.clone()}</p> }));
    let right = (!headings.right.is_empty()).then(|| view! { <p>{headings.right.clone()}</p> });
    let commitments = pledge
        .draft
        .iter()
        .filter(|commitment| !commitment.is_blank())
        .enumerate();
    let commitments = commitments
        .map(|(index, commitment)| commitment_lines(handbook, index, commitment))
        .collect_view();
    let settings = Route::Settings;
    view! {
        <article class="paper">
            <div>{above.collect_view()}{right}</div>
            <h2>{title.to_owned()}<br />{format!("năm {year}")}</h2>
            <dl>
                {line("Họ và tên", profile.name.clone(), &settings)}
                {line("Chức vụ", handbook.post_line(), &settings)}
            </dl>
            {commitments}
            <div class="sign">
                <p>"Xác nhận của chi bộ"</p>
                <p>{format!("Ngày …… tháng …… năm {year}")}<br /><b>"Người đăng ký"</b><br />"(ký, ghi rõ họ tên)"</p>
            </div>
        </article>
    }
    .into_any()
}

fn commitment_lines(handbook: &Handbook, index: usize, commitment: &Commitment) -> AnyView {
    let questions = [
        Question::Action,
        Question::Measure,
        Question::Deadline,
        Question::Serves,
        Question::Serves,
        Question::People,
    ];
    let rows = ANSWERS
        .into_iter()
        .zip(shown(handbook, commitment))
        .zip(questions)
        .map(|((name, answer), question)| {
            let alone = question == Question::People && answer.is_empty();
            let to = Route::Question {
                commitment: commitment.id.clone(),
                question,
            };
            line(
                name,
                if alone {
                    "Tự làm".to_owned()
                } else {
                    answer
                },
                &to,
            )
        });
    view! {
        <section>
            <h3>{format!("Việc {}", index + 1)}</h3>
            <dl>{rows.collect_view()}</dl>
        </section>
    }
    .into_any()
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
fn difference(handbook: &Handbook) -> Option<AnyView> {
    let last = handbook.pledge.last()?;
    let changes = handbook.pledge.changes();
    if changes.is_empty() {
        return None;
    }
    let book = book();
    let drop = move |_| book.change(|handbook| handbook.pledge.discard_changes());
    let one = |change: Change| match change {
        Change::Added(commitment) => {
            view! { <p><ins>{format!("Thêm việc: {}", commitment.action)}</ins></p> }.into_any()
        }
        Change::Removed(commitment) => {
            view! { <p><del>{format!("Bỏ việc: {}", commitment.action)}</del></p> }.into_any()
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
            let lines = answers.into_iter().map(|(answer, mut before, mut after)| {
                if answer == 3 {
                    before = words_of(handbook, &before);
                    after = words_of(handbook, &after);
                }
                view! {
                    <p class="eyebrow">{format!("Việc {number} · {}", ANSWERS[answer])}</p>
                    <p><del>{before}</del>" "<ins>{after}</ins></p>
                }
            });
            lines.collect_view().into_any()
        }
    };
    Some(
        view! {
            <section class="stack">
                <h2>{format!("Khác gì với bản nộp {}", last.submitted_on.short())}</h2>
                <div class="aside">{changes.into_iter().map(one).collect_view()}</div>
                <button type="button" class="link" on:click=drop>"Bỏ các thay đổi này"</button>
            </section>
        }
        .into_any(),
    )
}

/// The vagueness helper once more over the whole: it points, the way on stays open.
fn vague(handbook: &Handbook) -> Option<AnyView> {
    if matches!(handbook.pledge.status(), PledgeStatus::Standing(_)) {
        return None;
    }
    let drafted = handbook.pledge.draft.iter().enumerate();
    let found: Vec<_> = drafted
        .flat_map(|(index, commitment)| {
            hints(commitment)
                .into_iter()
                .map(move |hint| (index + 1, hint))
        })
        .collect();
    (!found.is_empty()).then(|| {
        let lines = found.into_iter().map(
            |(number, hint)| view! { <li>{format!("Việc {number}: {}", hint.sentence())}</li> },
        );
        view! {
            <section class="stack">
                <h2>"Có thể viết rõ hơn"</h2>
                <ul class="list">{lines.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn marks() -> AnyView {
    let book = book();
    let handwritten = book.part(|handbook| handbook.pledge.handwritten);
    let consented = book.part(|handbook| handbook.pledge.posting_consent);
    let hint = move || {
        consented.get().map_or_else(
            || "Rút lại được bất cứ lúc nào".to_owned(),
            |day| format!("Đã đồng ý ngày {day}"),
        )
    };
    let consent = move |on: bool| {
        let today = book.today.get_untracked();
        book.change(|handbook| handbook.pledge.posting_consent = on.then_some(today));
    };
    view! {
        <section>
            <h2>"Xác nhận"</h2>
            {check("Đã viết tay một bản", Some("Nếu chi bộ yêu cầu".to_owned()), handwritten, move |on| {
                book.change(|handbook| handbook.pledge.handwritten = on);
            })}
            {check("Tôi đồng ý để chi bộ công khai bản đăng ký này", None, Signal::derive(move || consented.get().is_some()), consent)}
            <p class="hint">{hint}</p>
        </section>
    }
    .into_any()
}
