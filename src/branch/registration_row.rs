//! One person's registration: a line, which opens to the pledge as it was handed in and to what can be
//! done about it.

use super::copying::copy_button;
use super::fold::{Open, fold};
use super::pledge_shown::Whose;
use super::registration::Look;
use super::registration_paper;
use crate::desk::Changes;
use crate::domain::ItemId;
use crate::domain::branch::adoption::PledgeStanding;
use crate::domain::branch::registration::{Came, Registrant, RegistrationState};
use crate::domain::branch::{Branch, Dossier};
use crate::signal::Signal;
use crate::ui::{Content, El, Field, View, b, button, el, field, live, p};

pub fn row(look: Look, open: Open, person: ItemId) -> El {
    let about = {
        let (row, person) = (look.row(&person), person.clone());
        Signal::derive(move || {
            let row = row.get();
            row.map(|row| about(look, &person, &row))
                .unwrap_or_default()
        })
    };
    let name = look.called(&person);
    let head = el("span").with((b(name), el("small").with(about)));
    let opened = person.clone();
    fold(open, &person, head, move || body(look, open, &opened))
}

/// Standing, how much there is, and how far it has come.
fn about(look: Look, person: &ItemId, row: &Registrant) -> String {
    let mut words = vec![row.standing.name().to_owned()];
    let has = format!("{:02} việc", row.pledged);
    match row.state() {
        RegistrationState::None => {
            if let Came::Later(on) = row.came {
                words.push(format!("nộp ngày {on}, sau ngày tính"));
            }
            let reason = look
                .desk
                .read(|branch| reason(branch, look.year, person).unwrap_or_default());
            words.push(match reason.trim() {
                "" => "chưa ghi lý do".to_owned(),
                reason => reason.to_owned(),
            });
            return words.join(" · ");
        }
        RegistrationState::UnderQuota => words.push(format!("{has}, cần {:02} việc", row.quota)),
        RegistrationState::NotAsked if row.came == Came::Not => {}
        RegistrationState::NotAsked | RegistrationState::Registered => words.push(has),
    }
    if matches!(row.came, Came::OnPaper(_)) {
        words.push("trên giấy".to_owned());
    }
    let standing = look.desk.dossier(person, look.year, |dossier| {
        dossier.map(Dossier::pledge_standing).unwrap_or_default()
    });
    words.extend(match standing {
        PledgeStanding::None => None,
        PledgeStanding::Waiting(_) => Some("chờ thông qua".to_owned()),
        PledgeStanding::Adopted(at) => Some(format!("thông qua {}", at.on.short())),
        PledgeStanding::Changed { adopted, .. } => {
            Some(format!("thông qua {}, sau đó có sửa", adopted.on.short()))
        }
    });
    words.join(" · ")
}

fn reason(branch: &Branch, year: i32, person: &ItemId) -> Option<String> {
    branch.year(year)?.reasons.get(person).cloned()
}

fn body(look: Look, open: Open, person: &ItemId) -> View {
    let state = {
        let row = look.row(person);
        Signal::derive(move || row.get().map(|row| row.state()))
    };
    let of = person.clone();
    let first = live(move || {
        let state = state.get()?;
        let none = state == RegistrationState::None;
        let short = none || state == RegistrationState::UnderQuota;
        let reason = none.then(|| reason_field(look, &of));
        let remind = short.then(|| remind(look, &of));
        Some((reason, remind))
    });
    (
        first,
        Whose::of(look.desk, look.year, person).pledge(),
        adoption(look, person),
        registration_paper::paper(look, open, person),
    )
        .view()
}

fn reason_field(look: Look, person: &ItemId) -> El {
    let (reads, writes) = (person.clone(), person.clone());
    let text = look
        .desk
        .part(move |branch| reason(branch, look.year, &reads).unwrap_or_default());
    let write = move |text: String| {
        look.desk.change(|branch| {
            let reasons = &mut branch.year_mut(look.year).reasons;
            if text.trim().is_empty() {
                reasons.remove(&writes);
            } else {
                reasons.insert(writes.clone(), text);
            }
        });
    };
    let words = Field::new(
        format!("reason-{person}"),
        "Lý do chưa đăng ký",
        text,
        write,
    );
    field(words.hint("Ví dụ: nghỉ ốm, đi học, mới chuyển đến"))
}

fn remind(look: Look, person: &ItemId) -> Option<View> {
    let before = look.before()?;
    let person = person.clone();
    let text = move || {
        look.peek(|told| {
            let row = told.row(&person);
            let text = |row| look.desk.peek(|branch| told.reminder(branch, row, before));
            row.map(text).unwrap_or_default()
        })
    };
    Some(copy_button("Chép lời nhắc", text))
}

/// The day of adoption, and the way back when it was recorded by mistake.
fn adoption(look: Look, person: &ItemId) -> View {
    let (desk, year, person) = (look.desk, look.year, person.clone());
    let reads = person.clone();
    let adopted =
        Signal::derive(move || desk.dossier(&reads, year, |dossier| Some(dossier?.adopted?.on)));
    live(move || {
        let on = adopted.get()?;
        let person = person.clone();
        let forget = move || {
            let name = look.called(&person);
            let dossier = desk.peek_dossier(&person, year, |known| known.cloned());
            let dossiers = dossier.into_iter().map(|mut dossier| {
                dossier.forget_adoption();
                dossier
            });
            let changes = Changes {
                branch: None,
                dossiers: dossiers.collect(),
            };
            // A failure to save stands above every screen.
            let _ = desk.commit_with_undo(format!("Đã bỏ ghi thông qua của {name}."), changes);
        };
        Some((
            p(format!("Thông qua trước tập thể ngày {on}.")),
            button("link", "Ghi nhầm, bỏ ghi thông qua", forget),
        ))
    })
}

impl Look {
    /// The pack's number for this person.
    pub fn quota(self, person: &ItemId) -> u8 {
        self.peek(|told| told.row(person).map(|row| row.quota).unwrap_or_default())
    }
}
