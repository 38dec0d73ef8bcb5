//! The list to show on a screen (trình chiếu): one at a time, or all in a list; with the arrow keys, with
//! taps, until "Thôi".

use super::posting::Wall;
use crate::browser::{keys, page};
use crate::domain::branch::adoption_words::{one_line, until};
use crate::domain::branch::wall::OnWall;
use crate::signal::{RwSignal, Signal};
use crate::ui::{Content, El, Icon, View, b, button, each, el, h1, icon, live, muted, p};

/// What is shown, as it was when the view opened.
#[derive(Clone, Copy)]
struct Show {
    wall: Wall,
    of: usize,
    /// All of it, in a list.
    listed: RwSignal<bool>,
}

pub fn show(wall: Wall) -> View {
    let list = wall.list.get_untracked();
    let show = Show {
        wall,
        of: list.len(),
        listed: RwSignal::new(false),
    };
    page::set_look("data-show", "on");
    leptos::prelude::on_cleanup(|| page::set_look("data-show", ""));
    page::focus_heading();
    keys::while_it_stands(move |key| show.press(key));
    let content = live(move || {
        if show.listed.get() {
            return whole(show, &list).view();
        }
        let at = show.at().get();
        list.get(at).map(|one| slide(show, one)).view()
    });
    el("div").class("show").with((content, bar(show))).view()
}

impl Show {
    fn at(self) -> Signal<usize> {
        Signal::derive(move || self.wall.showing.get().unwrap_or_default())
    }

    fn go(self, to: usize) {
        if to < self.of {
            self.listed.set(false);
            self.wall.showing.set(Some(to));
            page::focus_heading();
        }
    }

    fn forth(self) {
        self.go(self.at().get_untracked() + 1);
    }

    fn back(self) {
        if let Some(to) = self.at().get_untracked().checked_sub(1) {
            self.go(to);
        }
    }

    fn end(self) {
        self.wall.showing.set(None);
        page::focus_heading();
    }

    /// Whether the key means something here.
    fn press(self, key: &str) -> bool {
        match key {
            "ArrowRight" | "PageDown" => self.forth(),
            "ArrowLeft" | "PageUp" => self.back(),
            "Home" => self.go(0),
            "End" => self.go(self.of.saturating_sub(1)),
            "Escape" => self.end(),
            _ => return false,
        }
        true
    }
}

fn slide(show: Show, one: &OnWall) -> El {
    let duty = (!one.duty.is_empty()).then(|| muted(one.duty.clone()));
    let lines = each(&one.commitments, |commitment| {
        let by = commitment.deadline.as_ref().map(until);
        let known = (!commitment.measure.is_empty()).then(|| p(commitment.measure.clone()));
        el("li").with((p(b(commitment.action.clone())), known, by.map(muted)))
    });
    let adopted = muted(format!("Thông qua ngày {}", one.adopted_on));
    el("div")
        .class("slide")
        .on_click(move || show.forth())
        .with((h1(one.name.clone()), duty, el("ol").with(lines), adopted))
}

fn whole(show: Show, list: &[OnWall]) -> El {
    let rows = each(list.iter().enumerate(), |(at, one)| {
        let name = button("link", one.name.clone(), move || show.go(at));
        let lines = each(&one.commitments, |commitment| p(one_line(commitment)));
        el("li").with((name, lines))
    });
    el("div")
        .class("slide")
        .with((h1("Danh sách công khai"), el("ol").with(rows)))
}

fn bar(show: Show) -> El {
    let at = show.at();
    let place = Signal::derive(move || format!("{}/{}", at.get() + 1, show.of));
    let back = button("button-quiet", icon(Icon::Left), move || show.back());
    let forth = button("button-quiet", icon(Icon::Right), move || show.forth());
    let listed = Signal::derive(move || {
        let words = if show.listed.get() {
            "Từng người"
        } else {
            "Danh sách"
        };
        words.to_owned()
    });
    el("div").class("show-bar").with((
        back.attr("aria-label", "Người trước"),
        p(place).attr("role", "status"),
        forth.attr("aria-label", "Người sau"),
        button("button-quiet", listed, move || {
            show.listed.update(|listed| *listed = !*listed);
        }),
        button("button-quiet", "Thôi", move || show.end()),
    ))
}
