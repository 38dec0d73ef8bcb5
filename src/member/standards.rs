//! Chuẩn mực: what must be done and avoided, fitted to the person's post; the year's theme, the
//! quarter's topics and their works.

use crate::book::{Book, book};
use crate::domain::letters::visible;
use crate::domain::pack::{Topic, Work};
use crate::domain::{Conduct, Handbook, PackVersion};
use crate::member::{branch_file, standards_own};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, View, button, check, details, each, el, eyebrow, h1, h2, hint, live, muted, stack,
};

pub fn screen() -> View {
    let book = book();
    let editing = RwSignal::new(false);
    // A new pack brings a new screen; typing in one's own set does not.
    let version = book.part(|handbook| match &handbook.pack.version {
        PackVersion::Own => "own".to_owned(),
        PackVersion::Issued {
            document_id,
            revision,
        } => format!("{document_id} {revision}"),
    });
    live(move || match version.get().as_str() {
        "" => View::Nothing,
        "own" if editing.get() => standards_own::editor(book, editing),
        version => reading(book, version == "own", editing),
    })
}

fn reading(book: Book, own: bool, editing: RwSignal<bool>) -> View {
    let edit = own.then(|| {
        let words = "Sửa cho hợp với công việc của mình";
        button("button-quiet", words, move || editing.set(true))
    });
    let label = if own {
        "Mở bộ chuẩn mực của chi bộ"
    } else {
        "Mở bộ chuẩn mực mới của chi bộ"
    };
    (
        h1("Chuẩn mực"),
        muted(book.part(source)),
        Conduct::ALL.map(|conduct| list(book, conduct)),
        edit,
        theme(book),
        topics(book),
        branch_file::ways_in(label),
    )
        .view()
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
    format!("{}{issued}{post}", visible(from))
}

fn list(book: Book, conduct: Conduct) -> El {
    let standards = book.part(move |handbook| {
        let pack = &handbook.pack.pack;
        let mut texts = Vec::new();
        for standard in pack.standards_for(handbook.post_in(pack)) {
            if standard.conduct == conduct {
                texts.push(standard.text.clone());
            }
        }
        texts
    });
    let items = live(move || each(standards.get(), |text| el("li").with(text)));
    let items = el("ul").class("conduct").with(items);
    let items = match conduct {
        Conduct::MustDo => items,
        Conduct::MustAvoid => items.attr("data-kind", "avoid"),
    };
    el("section").with((h2(conduct.name()), items))
}

fn theme(book: Book) -> View {
    let year = book.peek(|handbook| handbook.year);
    let theme = book.part(|handbook| handbook.pack.pack.theme.clone());
    live(move || {
        let theme = theme.get();
        (!theme.is_empty()).then(|| {
            let year = eyebrow(format!("Chuyên đề năm {year}"));
            el("section").with((year, h2(theme)))
        })
    })
}

/// The quarter's topics open, the other quarters' folded away.
fn topics(book: Book) -> View {
    let topics = book.peek(|handbook| handbook.pack.pack.topics.clone());
    if topics.is_empty() {
        return View::Nothing;
    }
    let today = book.today.get_untracked();
    let this_year = book.peek(|handbook| handbook.year) == today.year();
    let quarter = today.month().quarter();
    let (mut now, mut others) = (Vec::new(), Vec::new());
    for topic in topics {
        if !this_year || topic.covers(quarter) {
            now.push(topic_view(book, topic, this_year));
        } else {
            others.push(topic_view(book, topic, false));
        }
    }
    let none = now
        .is_empty()
        .then(|| muted(format!("Quý {} chưa có chuyên đề.", quarter.roman())));
    let others = (!others.is_empty()).then(|| details("Các quý khác", others));
    (none, now, others).view()
}

fn topic_view(book: Book, topic: Topic, now: bool) -> El {
    let learning = if now { " · đang học" } else { "" };
    let heading = (!topic.works.is_empty()).then(|| hint("Tác phẩm cần đọc"));
    stack((
        el("div").with((eyebrow((topic.quarters(), learning)), h2(topic.title))),
        heading,
        each(topic.works, |work| work_view(book, work)),
    ))
}

fn work_view(book: Book, Work { id, title, note }: Work) -> View {
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
    let on = Signal::derive(move || studied.get().is_some());
    let when = live(move || match studied.get() {
        Some(day) => format!("Đã học {day}"),
        None => "Đánh dấu khi đã học".to_owned(),
    });
    (check(format!("“{title}”"), note, on, set), hint(when)).view()
}
