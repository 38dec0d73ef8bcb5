//! A pledge that came on paper: so it counts too, though the branch has no text of it.

use super::asked_day::AskedDay;
use super::fold::Open;
use super::registration::Look;
use crate::desk::Changes;
use crate::domain::branch::Dossier;
use crate::domain::branch::dossier::OnPaper;
use crate::domain::branch::registration::Came;
use crate::domain::{Day, ItemId};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Choice, Content, El, View, actions, button, choices, details, el, form, hint, live, p, stack,
};

/// Most commitments on one sheet that can be chosen here.
const MOST: u8 = 5;

pub fn paper(look: Look, open: Open, person: &ItemId) -> View {
    let reads = person.clone();
    let kept = Signal::derive(move || {
        look.desk
            .dossier(&reads, look.year, |dossier| dossier?.on_paper)
    });
    let row = look.row(person);
    // A file that came says more than a sheet.
    let in_file = Signal::derive(move || {
        let came = row.get().map(|row| row.came);
        matches!(came, Some(Came::InFile(_)))
    });
    let person = person.clone();
    live(move || match kept.get() {
        Some(paper) => known(look, open, &person, paper).view(),
        None if in_file.get() => View::Nothing,
        None => {
            let words = "Ghi bản nộp trên giấy";
            details(words, asked(look, open, &person, None)).view()
        }
    })
}

fn known(look: Look, open: Open, person: &ItemId, paper: OnPaper) -> El {
    let words = format!(
        "Bản trên giấy: {:02} việc, nộp ngày {}.",
        paper.commitments, paper.on
    );
    let of = person.clone();
    let drop = move || {
        let name = look.called(&of);
        put(look, &of, format!("Đã bỏ bản trên giấy của {name}."), None);
    };
    stack((
        p(words),
        details("Sửa bản trên giấy", asked(look, open, person, Some(paper))),
        button("link", "Bỏ bản trên giấy", drop),
    ))
}

/// How many, and the day; nothing is recorded before the button.
fn asked(look: Look, open: Open, person: &ItemId, kept: Option<OnPaper>) -> El {
    let today = look.desk.today.get_untracked();
    let quota = look.quota(person).clamp(1, MOST);
    let number = RwSignal::new(kept.map_or(quota, |paper| paper.commitments).to_string());
    let numbers = (1..=MOST).map(|number| Choice::new(number.to_string(), number.to_string()));
    let many = choices(
        "keep",
        &format!("paper-number-{person}"),
        "Số việc trong bản giấy",
        numbers.collect(),
        number.into(),
        move |value| number.set(value),
    );
    let id = format!("paper-day-{person}");
    let day = AskedDay::new(kept.map_or(today, |paper| paper.on), look.year);
    let (of, field) = (person.clone(), id.clone());
    let record = move || {
        let commitments = number.get_untracked().parse().unwrap_or(quota);
        let Some(on) = day.take(&field) else { return };
        if let Some(words) = not_of_year(look, on) {
            return day.refuse(&field, words);
        }
        let paper = OnPaper { on, commitments };
        let name = look.called(&of);
        put(
            look,
            &of,
            format!("Đã ghi bản trên giấy của {name}."),
            Some(paper),
        );
        open.at(&of, &format!("#fold-{of}"));
    };
    let button = el("button").class("button-quiet").with("Ghi bản trên giấy");
    let words = "Bản giấy được tính như bản gửi bằng tệp. Ở đây không có nội dung, nên không soát được trùng lặp.";
    form(
        record,
        (
            many,
            day.field(id, "Ngày nộp"),
            hint(words),
            actions(button),
        ),
    )
}

fn not_of_year(look: Look, on: Day) -> Option<String> {
    let today = look.desk.today.get_untracked();
    let words = if on > today {
        format!("Ngày này chưa tới. Viết ngày đã nộp, từ {today} trở về trước")
    } else if on.year() < look.year - 1 || on.year() > look.year {
        format!("Ngày này không thuộc đợt đăng ký năm {}", look.year)
    } else {
        return None;
    };
    Some(words)
}

fn put(look: Look, person: &ItemId, what: String, paper: Option<OnPaper>) {
    let dossier = look.desk.peek_dossier(person, look.year, |known| {
        let blank = || Dossier::new(person.clone(), look.year);
        known.cloned().unwrap_or_else(blank)
    });
    let changes = Changes {
        branch: None,
        dossiers: vec![Dossier {
            on_paper: paper,
            ..dossier
        }],
    };
    // A failure to save stands above every screen.
    let _ = look.desk.commit_with_undo(what, changes);
}
