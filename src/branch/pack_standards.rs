//! Chuẩn mực: what must be done, what must be avoided, each for everyone or for named posts.

use super::fold::{Open, fold};
use super::pack_draft::{Draft, page};
use super::pack_standard;
use crate::browser::random;
use crate::domain::branch::pack_part::PackPart;
use crate::domain::branch::pack_words::whom;
use crate::domain::pack::Standard;
use crate::domain::{Conduct, ItemId};
use crate::ui::{Content, El, View, button, each, el, h2, live, muted, stack};

pub fn screen(draft: Draft) -> View {
    let open = Open::none();
    let content = (
        muted("Ngắn gọn, dễ nhớ, dễ làm, dễ kiểm tra. Chạm một điều để sửa."),
        Conduct::ALL.map(|conduct| group(draft, open, conduct)),
    );
    page(draft, PackPart::Standards, content)
}

fn group(draft: Draft, open: Open, conduct: Conduct) -> El {
    let ids = draft.part(move |pack| {
        let of_group = pack.standards_for(None);
        let of_group = of_group.filter(|standard| standard.conduct == conduct);
        of_group.map(|one| one.id.clone()).collect::<Vec<_>>()
    });
    let rows = live(move || each(ids.get(), |id| row(draft, open, conduct, id)));
    let words = match conduct {
        Conduct::MustDo => "Thêm điều phải làm",
        Conduct::MustAvoid => "Thêm điều cần tránh",
    };
    let add = move || add(draft, open, conduct);
    stack((
        h2(conduct.name()),
        el("ul").class("rows").with(rows),
        button("button-quiet", words, add),
    ))
}

/// One more; the blank one that stands there already, where one does.
fn add(draft: Draft, open: Open, conduct: Conduct) {
    let blank = draft.peek(|pack| {
        let mut blank = pack.standards_for(None);
        let blank = blank.find(|one| one.conduct == conduct && one.text.is_empty());
        blank.map(|one| one.id.clone())
    });
    let id = blank.unwrap_or_else(|| {
        let id = random::item_id();
        let standard = Standard {
            id: id.clone(),
            conduct,
            text: String::new(),
            posts: Vec::new(),
            retired: false,
        };
        draft.change(|pack| pack.standards.push(standard));
        id
    });
    open.at(&id, &format!("#standard-{id}"));
}

fn row(draft: Draft, open: Open, conduct: Conduct, id: ItemId) -> El {
    let text = pack_standard::text(draft, &id);
    let posts = pack_standard::read(draft, &id, |standard| {
        (!standard.posts.is_empty()).then(|| whom(standard))
    });
    let words = live(move || match text.get() {
        blank if blank.trim().is_empty() => el("span").class("muted").with("Chưa viết").view(),
        text => text.view(),
    });
    let posts = live(move || posts.get().map(|posts| el("small").with(posts)));
    let sign = match conduct {
        Conduct::MustDo => ("✓", "done"),
        Conduct::MustAvoid => ("✕", "avoid"),
    };
    let sign = el("b")
        .attr("aria-hidden", "true")
        .attr("data-kind", sign.1)
        .with(sign.0);
    let head = (sign, el("span").with((words, posts)));
    let opened = id.clone();
    fold(open, &id, head, move || {
        pack_standard::editor(draft, conduct, opened.clone())
    })
}
