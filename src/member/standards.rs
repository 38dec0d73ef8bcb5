//! Chuẩn mực: what must be done and avoided, fitted to the person's post; the year's theme, the
//! quarter's topics and their works.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::domain::pack::{Standard, Topic, Work};
use crate::domain::{Conduct, Handbook, PackVersion};
use crate::member::{pack_file, standards_own};
use crate::ui::check;

pub fn screen() -> AnyView {
    let book = book();
    let editing = RwSignal::new(false);
    // A new pack brings a new screen; typing in one's own set does not.
    let version = book.part(|handbook| Some(handbook.pack.version.clone()));
    (move || match version.get() {
        Some(PackVersion::Own) if editing.get() => standards_own::editor(book, editing),
        Some(version) => reading(book, version == PackVersion::Own, editing),
        None => ().into_any(),
    })
    .into_any()
}

fn reading(book: Book, own: bool, editing: RwSignal<bool>) -> AnyView {
    let source = book.part(source);
    let edit = own.then(|| {
        view! { <button type="button" class="button-quiet" on:click=move |_| editing.set(true)>"Sửa cho hợp với công việc của mình"</button> }
    });
    let label = if own {
        "Mở bộ chuẩn mực của chi bộ"
    } else {
        "Mở bộ chuẩn mực mới của chi bộ"
    };
    view! {
        <h1 tabindex="-1">"Chuẩn mực"</h1>
        <p class="muted">{source}</p>
        {Conduct::ALL.map(|conduct| list(book, conduct)).collect_view()}
        {edit}
        {theme(book)}
        {topics(book)}
        {pack_file::take_pack_button(label)}
    }
    .into_any()
}

fn source(handbook: &Handbook) -> String {
    if handbook.pack.version == PackVersion::Own {
        return "Chi bộ chưa gửi bộ chuẩn mực. Đây là bộ khởi đầu ngắn.".to_owned();
    }
    let pack = &handbook.pack.pack;
    let from = if pack.branch.is_empty() {
        &pack.unit
    } else {
        &pack.branch
    };
    let issued = pack
        .issued_on
        .map(|day| format!(" ban hành {day}"))
        .unwrap_or_default();
    let post = handbook
        .post_in(pack)
        .map(|post| format!(" · dành cho {post}"))
        .unwrap_or_default();
    format!("{from}{issued}{post}")
}

fn list(book: Book, conduct: Conduct) -> AnyView {
    let standards = book.part(move |handbook| {
        let pack = &handbook.pack.pack;
        let meant = pack
            .standards_for(handbook.post_in(pack))
            .filter(|standard| standard.conduct == conduct);
        meant
            .map(|standard: &Standard| standard.text.clone())
            .collect::<Vec<_>>()
    });
    let kind = (conduct == Conduct::MustAvoid).then_some("avoid");
    view! {
        <section>
            <h2>{conduct.name()}</h2>
            <ul class="conduct" data-kind=kind>
                {move || standards.get().into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

fn theme(book: Book) -> AnyView {
    let theme = book.part(|handbook| (handbook.year, handbook.pack.pack.theme.clone()));
    (move || {
        let (year, theme) = theme.get();
        (!theme.is_empty()).then(|| {
            view! {
                <section>
                    <p class="eyebrow">"Chuyên đề năm "{year}</p>
                    <h2>{theme}</h2>
                </section>
            }
        })
    })
    .into_any()
}

/// The quarter's topics open, the other quarters' folded away.
fn topics(book: Book) -> AnyView {
    let topics = book.peek(|handbook| handbook.pack.pack.topics.clone());
    if topics.is_empty() {
        return ().into_any();
    }
    let today = book.today.get_untracked();
    let this_year = book.peek(|handbook| handbook.year) == today.year();
    let quarter = today.month().quarter();
    let (now, others): (Vec<_>, Vec<_>) = topics
        .into_iter()
        .partition(|topic| !this_year || topic.covers(quarter));
    let none = now.is_empty().then(
        || view! { <p class="muted">{format!("Quý {} chưa có chuyên đề.", quarter.roman())}</p> },
    );
    let others = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>"Các quý khác"</summary>
                {others.into_iter().map(|topic| topic_view(book, topic, false)).collect_view()}
            </details>
        }
    });
    view! {
        {none}
        {now.into_iter().map(|topic| topic_view(book, topic, this_year)).collect_view()}
        {others}
    }
    .into_any()
}

fn topic_view(book: Book, topic: Topic, now: bool) -> AnyView {
    let learning = if now { " · đang học" } else { "" };
    let heading =
        (!topic.works.is_empty()).then(|| view! { <p class="hint">"Tác phẩm cần đọc"</p> });
    view! {
        <section class="stack">
            <div>
                <p class="eyebrow">{topic.quarters()}{learning}</p>
                <h2>{topic.title}</h2>
            </div>
            {heading}
            {topic.works.into_iter().map(|work| work_view(book, work)).collect_view()}
        </section>
    }
    .into_any()
}

fn work_view(book: Book, Work { id, title, note }: Work) -> AnyView {
    let studied = {
        let id = id.clone();
        book.part(move |handbook| handbook.studied.get(&id).copied())
    };
    let set = move |on: bool| {
        let today = book.today.get_untracked();
        book.change(|handbook| {
            if on {
                handbook.studied.insert(id.clone(), today);
            } else {
                handbook.studied.remove(&id);
            }
        });
    };
    let hint = move || {
        studied.get().map_or_else(
            || "Đánh dấu khi đã học".to_owned(),
            |day| format!("Đã học {day}"),
        )
    };
    view! {
        {check(format!("“{title}”"), (!note.is_empty()).then_some(note), Signal::derive(move || studied.get().is_some()), set)}
        <p class="hint">{hint}</p>
    }
    .into_any()
}
