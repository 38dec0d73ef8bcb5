//! What happens to a person from a day on: admitted, gone, back. A day, and for leaving also where to.

use super::roster::Screen;
use super::roster_draft::read_day;
use super::roster_form::submit;
use crate::browser::page;
use crate::domain::branch::roster_acts::Unfit;
use crate::domain::branch::{Departure, Person};
use crate::domain::{Day, Standing};
use crate::signal::RwSignal;
use crate::ui::{
    Content, El, Field, View, Wrong, actions, button, error_of, error_summary, field, form,
};

const ON: &str = "step-on";

/// A form for a day, today's to begin with.
#[derive(Clone, Copy)]
struct OnDay {
    screen: Screen,
    typed: RwSignal<String>,
    wrong: RwSignal<Vec<Wrong>>,
}

impl OnDay {
    fn begin(screen: Screen) -> Self {
        let today = screen.desk.today.get_untracked();
        Self {
            screen,
            typed: RwSignal::new(today.to_string()),
            wrong: RwSignal::new(Vec::new()),
        }
    }

    fn field(self, label: &'static str, hint: &'static str) -> El {
        let on = Field::new(ON, label, self.typed.read_only(), move |text| {
            self.typed.set(text);
        });
        let error = error_of(self.wrong.read_only(), ON);
        field(on.day().hint(hint).error(error))
    }

    fn refuse(self, sentence: String) {
        self.wrong.set(vec![(ON, sentence)]);
        page::focus(".error-summary");
    }

    /// Does it to the person from the day that was typed, and offers to take it back.
    fn keep(
        self,
        (person, index): (&Person, usize),
        what: String,
        act: impl FnOnce(&mut Person, Day) -> Result<(), Unfit>,
    ) {
        let desk = self.screen.desk;
        let year = desk.today.get_untracked().year();
        let on = match read_day(&self.typed.get_untracked(), year) {
            Ok(Some(on)) => on,
            Ok(None) => return self.refuse("Chưa ghi ngày.".to_owned()),
            Err(sentence) => return self.refuse(sentence),
        };
        let mut changed = person.clone();
        if let Err(unfit) = act(&mut changed, on) {
            let sentence = desk.peek(|branch| unfit.sentence(&branch.roster));
            return self.refuse(sentence);
        }
        desk.change(|branch| branch.roster.put_back(index, &changed));
        let before = person.clone();
        desk.offer_undo(
            format!("{}: {what} từ ngày {on}.", person.shown()),
            move |desk| {
                desk.change(|branch| branch.roster.put_back(index, &before));
            },
        );
        self.screen.done();
        self.screen.open.close();
        page::focus_heading();
    }

    fn form(self, content: impl Content, keep: impl Fn() + 'static) -> View {
        let buttons = (
            submit("Ghi"),
            button("button-quiet", "Thôi", move || self.screen.done()),
        );
        let summary = error_summary(self.wrong.read_only());
        form(keep, (summary, content, actions(buttons))).view()
    }
}

pub fn standing(screen: Screen, person: Person, index: usize) -> View {
    let on_day = OnDay::begin(screen);
    let (label, what, to) = match person.last_standing() {
        Standing::NonMember => ("Ngày kết nạp", "là đảng viên", Standing::Member),
        Standing::Member => (
            "Không còn là đảng viên từ ngày",
            "là quần chúng",
            Standing::NonMember,
        ),
    };
    let day = on_day.field(label, "Số liệu của những ngày trước đó giữ nguyên.");
    on_day.form(day, move || {
        on_day.keep((&person, index), what.to_owned(), |person, on| {
            person.become_from(to, on)
        });
    })
}

pub fn leaving(screen: Screen, person: Person, index: usize) -> View {
    let on_day = OnDay::begin(screen);
    let to = RwSignal::new(String::new());
    let day = on_day.field(
        "Rời chi bộ từ ngày",
        "Từ ngày này không tính vào chi bộ nữa. Số liệu trước đó giữ nguyên.",
    );
    let where_to = Field::new(
        "step-to",
        "Chuyển đến đâu",
        to.read_only(),
        move |text| {
            to.set(text);
        },
    );
    let where_to = where_to.hint("Để trống nếu nghỉ hưu, thôi việc …");
    on_day.form((day, field(where_to)), move || {
        let to = to.get_untracked().trim().to_owned();
        let what = if to.is_empty() {
            "rời chi bộ".to_owned()
        } else {
            format!("chuyển đến {to}")
        };
        on_day.keep((&person, index), what, |person, on| {
            person.leave(Departure { on, to })
        });
    })
}

pub fn coming_back(screen: Screen, person: Person, index: usize) -> View {
    let on_day = OnDay::begin(screen);
    let day = on_day.field("Quay lại từ ngày", "Khoảng đã rời vẫn giữ nguyên.");
    on_day.form(day, move || {
        on_day.keep(
            (&person, index),
            "quay lại chi bộ".to_owned(),
            Person::come_back,
        );
    })
}
