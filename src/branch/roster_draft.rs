//! The fields of what is written of a person, and their words until they are kept.

use super::unfinished::Unfinished;
use crate::browser::page;
use crate::desk::Desk;
use crate::domain::branch::roster_acts::{Entry, Part, Unfit};
use crate::domain::{Day, Standing};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Choice, Content, El, Field, View, Wrong, b, button, choices, each, el, error_of, error_summary,
    field, live, select,
};

pub const NAME: &str = "person-name";
const STANDING: &str = "person-standing";
const DUTY: &str = "person-duty";
const GROUP: &str = "person-group";
const FROM: &str = "person-from";

/// Groups offered for one tap; more would be a list to read.
const OFFERED: usize = 8;

/// The form's own words until they are kept.
#[derive(Clone, Copy)]
pub struct Draft {
    name: Unfinished,
    standing: RwSignal<Option<Standing>>,
    duty: Unfinished,
    group: Unfinished,
    post: RwSignal<String>,
    /// As it was typed.
    from: Unfinished,
    wrong: RwSignal<Vec<Wrong>>,
}

impl Draft {
    pub fn blank(desk: Desk) -> Self {
        Self::of(desk, "new", Entry::default(), None)
    }

    /// `whose` tells forms apart.
    pub fn of(desk: Desk, whose: &str, entry: Entry, standing: Option<Standing>) -> Self {
        let from = entry.from.map(|day| day.to_string());
        let text = |id, text| Unfinished::new(desk, &format!("{whose}/{id}"), text);
        Self {
            name: text(NAME, entry.name),
            standing: RwSignal::new(standing),
            duty: text(DUTY, entry.duty),
            group: text(GROUP, entry.group),
            post: RwSignal::new(entry.post.unwrap_or_default()),
            from: text(FROM, from.unwrap_or_default()),
            wrong: RwSignal::new(Vec::new()),
        }
    }

    /// It was kept elsewhere, or given up.
    pub fn done(self) {
        for text in [self.name, self.duty, self.group, self.from] {
            text.done();
        }
    }

    /// What was written, or `None` with what is wrong said at its field.
    pub fn entry(self, desk: Desk) -> Option<Entry> {
        let year = desk.today.get_untracked().year();
        let from = read_day(&self.from.get_untracked(), year);
        let standing = self.standing.get_untracked();
        let mut wrong = Vec::new();
        if standing.is_none() {
            wrong.push((STANDING, "Chọn đảng viên hay quần chúng.".to_owned()));
        }
        if let Err(sentence) = &from {
            wrong.push((FROM, sentence.clone()));
        }
        let entry = Entry {
            name: self.name.get_untracked(),
            standing: standing.unwrap_or_default(),
            duty: self.duty.get_untracked(),
            group: self.group.get_untracked(),
            post: Some(self.post.get_untracked()),
            from: from.ok().flatten(),
        };
        if wrong.is_empty() {
            return Some(entry);
        }
        if entry.name.trim().is_empty() {
            wrong.insert(
                0,
                (
                    NAME,
                    desk.peek(|branch| Unfit::NoName.sentence(&branch.roster)),
                ),
            );
        }
        self.refuse(wrong);
        None
    }

    /// The next one is likely of the same group and standing.
    pub fn begin_next(self) {
        for text in [self.name, self.duty, self.from] {
            text.set(String::new());
        }
        self.wrong.set(Vec::new());
    }

    fn refuse(self, wrong: Vec<Wrong>) {
        self.wrong.set(wrong);
        page::focus(".error-summary");
    }

    pub fn refuse_unfit(self, desk: Desk, unfit: &[Unfit]) {
        let wrong = desk.peek(|branch| {
            let wrong = unfit.iter().map(|unfit| {
                let at = match unfit.part() {
                    Some(Part::Name) => NAME,
                    Some(Part::Duty) => DUTY,
                    Some(Part::Group) => GROUP,
                    None => FROM,
                };
                (at, unfit.sentence(&branch.roster))
            });
            wrong.collect()
        });
        self.refuse(wrong);
    }
}

/// The day that was typed; blank: none.
pub fn read_day(typed: &str, year: i32) -> Result<Option<Day>, String> {
    let typed = typed.trim();
    match Day::from_typed(typed, year) {
        None if !typed.is_empty() => Err(format!(
            "Chưa rõ ngày “{typed}”. Viết ngày/tháng/năm, ví dụ 05/11/{year}"
        )),
        day => Ok(day),
    }
}

/// `with_standing`: somebody whose standing changed once has more than the one that could be written.
pub fn fields(desk: Desk, draft: Draft, with_standing: bool) -> View {
    let wrong = draft.wrong.read_only();
    let line = |id: &'static str, label: &'static str, text: Unfinished| {
        Field::new(id, label, text.read_only(), move |typed| text.set(typed))
            .error(error_of(wrong, id))
    };
    let from = line(FROM, "Về chi bộ từ ngày", draft.from)
        .day()
        .hint("Ghi khi mới về, để số liệu trước đó giữ nguyên. Để trống: có từ đầu.");
    (
        error_summary(wrong),
        field(line(NAME, "Họ và tên", draft.name)),
        with_standing.then(|| standing(draft)),
        field(line(DUTY, "Chức vụ, nhiệm vụ", draft.duty)),
        field(line(GROUP, "Tổ, phòng", draft.group)),
        offered_groups(desk, draft),
        post(desk, draft),
        field(from),
    )
        .view()
}

fn standing(draft: Draft) -> El {
    let options = Standing::ALL.map(|standing| Choice::new(standing.name(), standing.name()));
    let chosen = Signal::derive(move || draft.standing.get().map_or("", Standing::name).to_owned());
    let choose = move |value: String| {
        let mut all = Standing::ALL.into_iter();
        draft.standing.set(all.find(|one| one.name() == value));
    };
    let error = error_of(draft.wrong.read_only(), STANDING);
    let error = live(move || {
        error
            .get()
            .map(|sentence| el("span").class("error").with(sentence))
    });
    let legend = (b("Đối tượng"), error);
    let group = choices("keep", "standing", legend, options.into(), chosen, choose);
    // The summary of what is wrong leads here.
    el("div")
        .attr("id", STANDING)
        .attr("tabindex", "-1")
        .with(group)
}

/// Those that others are in already: so that one group keeps one name.
fn offered_groups(desk: Desk, draft: Draft) -> View {
    let groups = desk.peek(|branch| branch.roster.groups());
    let chip = |group: String| {
        let words = group.clone();
        button("", words, move || draft.group.set(group.clone()))
    };
    let chips = each(groups.into_iter().take(OFFERED), chip);
    if chips.is_empty() {
        return View::Nothing;
    }
    el("div")
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", "Tổ, phòng đã có")
        .with(chips)
        .view()
}

/// The posts that the pack names; nothing where it names none.
fn post(desk: Desk, draft: Draft) -> View {
    let year = desk.year.get_untracked();
    let mut posts = desk.peek(|branch| {
        let pack = branch.year(year).and_then(|year| year.pack());
        pack.map(|pack| pack.posts()).unwrap_or_default()
    });
    let own = draft.post.get_untracked();
    if !own.is_empty() && !posts.contains(&own) {
        posts.push(own);
    }
    if posts.is_empty() {
        return View::Nothing;
    }
    let none = Choice::new("", "Không riêng vị trí nào");
    let posts = posts
        .into_iter()
        .map(|post| Choice::new(post.clone(), post));
    let options = std::iter::once(none).chain(posts).collect();
    select(
        "person-post".to_owned(),
        "Vị trí, theo bộ chuẩn mực",
        options,
        draft.post.read_only(),
        move |value| draft.post.set(value),
    )
    .view()
}
