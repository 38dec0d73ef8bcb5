//! The pack that is being written: what its screens read and how they change it.

use crate::desk::{Desk, desk};
use crate::domain::StandardsPack;
use crate::domain::branch::PackSeries;
use crate::domain::branch::pack_part::PackPart;
use crate::route::DeskRoute;
use crate::signal::Signal;
use crate::ui::{Content, Icon, View, b, each, el, h1, icon, link, live, p};

/// The pack of the year that is looked at.
#[derive(Clone, Copy)]
pub struct Draft {
    pub desk: Desk,
    pub year: i32,
}

impl Draft {
    pub fn here() -> Self {
        let desk = desk();
        let year = desk.year.get_untracked();
        Self { desk, year }
    }

    /// Something of the year's packs, followed.
    pub fn series<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&PackSeries) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        self.desk.part(move |branch| {
            let packs = branch.year(self.year).and_then(|year| year.packs.as_ref());
            packs.map(&read).unwrap_or_default()
        })
    }

    /// Something of what is being written, followed.
    pub fn part<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&StandardsPack) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        self.series(move |packs| read(&packs.draft))
    }

    /// The same, as it is now.
    pub fn peek<T: Default>(self, read: impl FnOnce(&StandardsPack) -> T) -> T {
        self.desk.peek(|branch| {
            let packs = branch.year(self.year).and_then(|year| year.packs.as_ref());
            packs.map(|packs| read(&packs.draft)).unwrap_or_default()
        })
    }

    pub fn change(self, act: impl FnOnce(&mut StandardsPack)) {
        self.change_series(|packs| act(&mut packs.draft));
    }

    fn change_series(self, act: impl FnOnce(&mut PackSeries)) {
        self.desk.change(|branch| {
            if let Some(packs) = &mut branch.year_mut(self.year).packs {
                act(packs);
            }
        });
    }

    /// Takes something away, with the way back.
    pub fn remove(
        self,
        what: String,
        act: impl FnOnce(&mut PackSeries),
        back: impl Fn(&mut StandardsPack) + Send + Sync + 'static,
    ) {
        self.change_series(act);
        self.desk
            .offer_undo(what, move |desk| Self { desk, ..self }.change(&back));
    }

    /// What could be better, with the part that it is about.
    pub fn advice(self) -> Signal<Vec<(PackPart, String)>> {
        self.desk.part(move |branch| {
            let Some(pack) = branch.pack_to_issue(self.year) else {
                return Vec::new();
            };
            let advice = branch.pack_advice(self.year).into_iter();
            let told = advice.map(|advice| (advice.part(), advice.sentence(&pack)));
            told.collect()
        })
    }
}

/// A part's page: the way back, its heading, what could be better in it, its content, the way back.
pub fn page(draft: Draft, part: PackPart, content: impl Content) -> View {
    let back = || {
        let words = (icon(Icon::Left), "Bộ chuẩn mực");
        p(link("link", &DeskRoute::Pack, words))
    };
    let advice = draft.advice();
    let advice = live(move || {
        let advice = advice.get().into_iter();
        let of_page = advice.filter(|(of, _)| *of == part);
        let lines = each(of_page, |(_, sentence)| p(sentence).class("hint"));
        (!lines.is_empty()).then(|| {
            let heading = p(b("Nên xem lại")).class("hint");
            el("div").class("aside").with((heading, lines))
        })
    });
    let advice = el("div").attr("aria-live", "polite").with(advice);
    (back(), h1(part.name()), advice, content.view(), back()).view()
}
