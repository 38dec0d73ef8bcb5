//! Chuyên đề: the year's theme, topics over one or more quarters, works to read with each.

use super::fold::{Open, fold};
use super::pack_draft::{Draft, page};
use super::pack_topic;
use crate::browser::random;
use crate::domain::branch::pack_part::PackPart;
use crate::domain::pack::Topic;
use crate::domain::{ItemId, Quarter};
use crate::ui::{Content, El, Field, View, button, each, el, field, h2, live, muted, stack};

pub fn screen(draft: Draft) -> View {
    let theme = Field::new(
        "theme",
        format!("Chuyên đề năm {}", draft.year),
        draft.part(|pack| pack.theme.clone()),
        move |text| draft.change(|pack| pack.theme = text),
    );
    let content = (field(theme.lines(5)), topics(draft));
    page(draft, PackPart::Topics, content)
}

fn topics(draft: Draft) -> El {
    let open = Open::none();
    let ids = draft.part(|pack| {
        let topics = pack.topics.iter();
        topics.map(|topic| topic.id.clone()).collect::<Vec<_>>()
    });
    let rows = live(move || each(ids.get(), |id| row(draft, open, id)));
    stack((
        h2("Chuyên đề quý"),
        muted("Một chuyên đề có thể học nhiều quý. Quý nào không có cũng được."),
        el("ul").class("rows").with(rows),
        button("button-quiet", "Thêm chuyên đề", move || {
            add(draft, open);
        }),
    ))
}

/// In the first quarter that has none.
fn add(draft: Draft, open: Open) {
    let bare = draft.peek(|pack| {
        let mut quarters = Quarter::ALL.into_iter();
        quarters.find(|quarter| !pack.topics.iter().any(|topic| topic.covers(*quarter)))
    });
    let quarter = bare.unwrap_or(Quarter::First);
    let id = random::item_id();
    let topic = Topic {
        id: id.clone(),
        title: String::new(),
        from: quarter,
        to: quarter,
        works: Vec::new(),
    };
    draft.change(|pack| pack.topics.push(topic));
    open.at(&id, &format!("#topic-{id}"));
}

fn row(draft: Draft, open: Open, id: ItemId) -> El {
    let said = pack_topic::read(draft, &id, |topic| {
        let works = match topic.works.len() {
            0 => String::new(),
            number => format!(" · {number} tác phẩm"),
        };
        (topic.title.clone(), format!("{}{works}", topic.quarters()))
    });
    let head = live(move || {
        let (title, under) = said.get();
        let title = if title.trim().is_empty() {
            el("span").class("muted").with("Chưa viết").view()
        } else {
            title.view()
        };
        el("span").with((title, el("small").with(under)))
    });
    let opened = id.clone();
    fold(open, &id, head, move || {
        pack_topic::editor(draft, opened.clone())
    })
}
