//! One standard, opened: its words, whom it is meant for, its place, away with it.

use super::pack_draft::Draft;
use crate::browser::page;
use crate::domain::branch::pack::{move_standard, tidy_posts};
use crate::domain::branch::pack_words::whom;
use crate::domain::pack::Standard;
use crate::domain::{Conduct, ItemId};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Field, View, actions, button, check, details, each, el, field, form, hint, live,
};

/// Something of the standard, followed; the default once it is gone.
pub fn read<T: Default + PartialEq + Send + Sync + 'static>(
    draft: Draft,
    id: &ItemId,
    read: impl Fn(&Standard) -> T + Send + Sync + 'static,
) -> Signal<T> {
    let id = id.clone();
    draft.part(move |pack| {
        let standard = pack.standards.iter().find(|standard| standard.id == id);
        standard.map(&read).unwrap_or_default()
    })
}

pub fn text(draft: Draft, id: &ItemId) -> Signal<String> {
    read(draft, id, |standard| standard.text.clone())
}

fn change(draft: Draft, id: &ItemId, act: impl FnOnce(&mut Standard)) {
    draft.change(|pack| {
        if let Some(standard) = pack.standards.iter_mut().find(|one| one.id == *id) {
            act(standard);
        }
    });
}

pub fn editor(draft: Draft, conduct: Conduct, id: ItemId) -> View {
    let text = text(draft, &id);
    let written = id.clone();
    let write = move |text| change(draft, &written, |standard| standard.text = text);
    let words = Field::new(format!("standard-{id}"), conduct.name(), text, write);
    (
        field(words.lines(2)),
        posts(draft, &id),
        places(draft, conduct, id),
    )
        .view()
}

/// Whom it is meant for: those posts that the pack or the roster names, and one more.
fn posts(draft: Draft, id: &ItemId) -> El {
    let chosen = read(draft, id, |standard| standard.posts.clone());
    // One that was just taken off stays in sight, to be put on again.
    let first = known_posts(draft);
    let known = draft.part(move |pack| {
        let now = pack.posts();
        tidy_posts(first.iter().chain(&now).map(String::as_str))
    });
    let boxes = {
        let id = id.clone();
        live(move || each(known.get(), |post| one_post(draft, &id, post, chosen)))
    };
    let whom = read(draft, id, |standard| {
        format!("Dành cho: {}", whom(standard))
    });
    let legend = el("legend").class("unseen").with("Dành cho vị trí");
    let everyone = hint("Không chọn vị trí nào là dành cho mọi người.");
    let group = el("fieldset").with((legend, everyone, boxes));
    details(whom, (group, new_post(draft, id.clone())))
}

fn known_posts(draft: Draft) -> Vec<String> {
    let of_pack = draft.peek(|pack| pack.posts());
    draft.desk.peek(|branch| {
        let people = branch.roster.people.iter();
        let of_people = people.filter_map(|person| person.post.as_deref());
        tidy_posts(of_pack.iter().map(String::as_str).chain(of_people))
    })
}

fn one_post(draft: Draft, id: &ItemId, post: String, chosen: Signal<Vec<String>>) -> El {
    let (looked_for, id) = (post.clone(), id.clone());
    let on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&looked_for)));
    check(post.clone(), (), on, move |on| {
        change(draft, &id, |standard| {
            standard.posts.retain(|known| *known != post);
            if on {
                standard.posts.push(post.clone());
            }
        });
    })
}

fn new_post(draft: Draft, id: ItemId) -> El {
    let typed = RwSignal::new(String::new());
    let name = format!("post-{id}");
    let words = Field::new(name, "Vị trí khác", typed.into(), move |text| {
        typed.set(text)
    });
    let add = move || {
        let post = typed.get_untracked();
        change(draft, &id, |standard| {
            let posts = standard.posts.iter().map(String::as_str);
            standard.posts = tidy_posts(posts.chain([post.as_str()]));
        });
        typed.set(String::new());
    };
    let words = field(words.hint("Ví dụ: Văn thư, Lái xe"));
    let button = el("button").class("button-quiet").with("Thêm vị trí này");
    form(add, (words, button))
}

fn places(draft: Draft, conduct: Conduct, id: ItemId) -> El {
    let step = |name: &'static str, key: &'static str, up: bool| {
        let moved = id.clone();
        let act = move || {
            draft.change(|pack| move_standard(pack, &moved, up));
            // The row was made anew; whoever moves it once often moves it again.
            page::focus(&format!("#{key}-{moved}"));
        };
        button("link", name, act).id(format!("{key}-{id}"))
    };
    let (other, words) = match conduct {
        Conduct::MustDo => (Conduct::MustAvoid, "Chuyển sang cần tránh"),
        Conduct::MustAvoid => (Conduct::MustDo, "Chuyển sang phải làm"),
    };
    let (turned, gone) = (id.clone(), id.clone());
    let turn = move || {
        change(draft, &turned, |standard| standard.conduct = other);
        page::focus(&format!("#fold-{turned}"));
    };
    actions((
        step("Lên", "up", true),
        step("Xuống", "down", false),
        button("link", words, turn),
        button("link", "Bỏ điều này", move || remove(draft, &gone)),
    ))
}

/// Away, or out of use when people know it: the branch's rule decides.
fn remove(draft: Draft, id: &ItemId) {
    let Some((index, kept)) = draft.peek(|pack| {
        let mut standards = pack.standards.iter().enumerate();
        let found = standards.find(|(_, one)| one.id == *id);
        found.map(|(index, one)| (index, one.clone()))
    }) else {
        return;
    };
    let what = format!("Đã bỏ “{}”.", kept.text);
    draft.remove(
        what,
        |packs| packs.remove_standard(id),
        move |pack| match pack.standards.iter_mut().find(|one| one.id == kept.id) {
            Some(standard) => *standard = kept.clone(),
            None => {
                let index = index.min(pack.standards.len());
                pack.standards.insert(index, kept.clone());
            }
        },
    );
}
