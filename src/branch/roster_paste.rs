//! A table of people from elsewhere: pasted or opened, looked at, and kept only when the secretary says
//! so. The state of it, and the ways in.

use super::roster::Screen;
use crate::browser::files::Chosen;
use crate::browser::office::{self, Failed};
use crate::browser::pile::Picked;
use crate::browser::text::nfc;
use crate::browser::timer::{later, soon};
use crate::browser::{page, random};
use crate::domain::branch::roster_import::{Decisions, Judged, Line, judge, mended, people};
use crate::domain::branch::{Branch, Person};
use crate::exchange::office::roster_tab;
use crate::exchange::roster_columns::{Columns, guess};
use crate::exchange::roster_lines::lines;
use crate::exchange::sheet::{MAX_WORKBOOK, Sheet, Unreadable, is_workbook, read_sheet};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, Kind, NOT_THERE, View, actions, button, drop_zone, el, file_button, h2, hint, live,
    notice, p, stack,
};
use leptos::prelude::event_target_value;

/// The state of the import, handed about.
#[derive(Clone, Copy)]
pub struct Import {
    pub screen: Screen,
    pub sheet: RwSignal<Option<Sheet>>,
    pub columns: RwSignal<Columns>,
    pub decisions: RwSignal<Decisions>,
    pub lines: Signal<Vec<Line>>,
    /// By what stands in the lines alone: what is doubtful keeps its place while it is decided.
    pub first: Signal<Vec<Judged>>,
    /// By the decisions.
    pub judged: Signal<Vec<Judged>>,
    failed: RwSignal<Option<String>>,
    /// A workbook is being read.
    opening: RwSignal<bool>,
}

impl Import {
    pub fn begin(screen: Screen) -> Self {
        let desk = screen.desk;
        let sheet = RwSignal::new(None::<Sheet>);
        let columns = RwSignal::new(Columns::default());
        let decisions = RwSignal::new(Decisions::default());
        let lines = Signal::derive(move || {
            let year = desk.today.get().year();
            let read = |sheet: &Option<Sheet>| {
                let sheet = sheet.as_ref()?;
                Some(columns.with(|columns| lines(sheet, columns, year)))
            };
            sheet.with(read).unwrap_or_default()
        });
        let judged = move |decisions: &Decisions| {
            let today = desk.today.get();
            lines.with(|lines| desk.read(|branch| judge(lines, &branch.roster, decisions, today)))
        };
        let usual = Signal::derive(move || decisions.with(|decisions| decisions.usual_standing));
        let first = Signal::derive(move || {
            judged(&Decisions {
                usual_standing: usual.get(),
                ..Decisions::default()
            })
        });
        let judged = Signal::derive(move || decisions.with(judged));
        Self {
            screen,
            sheet,
            columns,
            decisions,
            lines,
            first,
            judged,
            failed: RwSignal::new(None),
            opening: RwSignal::new(false),
        }
    }

    fn open(self, bytes: &[u8]) {
        self.take(read_sheet(bytes, &nfc));
    }

    /// `None` when the file is too large.
    fn open_file(self, bytes: Option<Vec<u8>>) {
        match bytes {
            Some(bytes) if is_workbook(&bytes) => self.open_workbook(bytes),
            Some(bytes) => self.open(&bytes),
            None => self.take(Err(Unreadable::TooLarge)),
        }
    }

    fn open_workbook(self, bytes: Vec<u8>) {
        self.failed.set(None);
        self.opening.set(true);
        later(async move {
            let tabs = office::open(&bytes).await;
            if !self.failed.is_there() {
                return;
            }
            self.opening.set(false);
            match tabs {
                Ok(tabs) => self.take(roster_tab(&tabs, &nfc)),
                Err(Failed::Refused) => self.take(Err(Unreadable::Workbook)),
                Err(Failed::NotThere) => self.failed.set(Some(NOT_THERE.to_owned())),
            }
        });
    }

    fn take(self, read: Result<Sheet, Unreadable>) {
        match read {
            Ok(sheet) => {
                self.failed.set(None);
                self.decisions.set(Decisions::default());
                self.columns.set(guess(&sheet));
                self.sheet.set(Some(sheet));
                page::focus_heading();
            }
            Err(why) => self.failed.set(Some(why.to_string())),
        }
    }

    pub fn put_away(self) {
        self.sheet.set(None);
        self.screen.done();
        page::focus_heading();
    }

    /// Puts the taken lines on the roster.
    pub fn keep(self) {
        let desk = self.screen.desk;
        let (new, mended) = self.lines.with_untracked(|lines| {
            self.judged.with_untracked(|judged| {
                let new = people(lines, judged, random::item_id);
                (
                    new,
                    desk.peek(|branch| mended(lines, judged, &branch.roster)),
                )
            })
        });
        let what = format!("Đã {} từ bảng.", in_words(new.len(), mended.len()));
        let ids: Vec<_> = new.iter().map(|person| person.id.clone()).collect();
        let before: Vec<_> = desk.peek(|branch| {
            let known = mended.iter();
            let known = known.filter_map(|person| branch.roster.person(&person.id));
            known.cloned().collect()
        });
        desk.change(|branch| {
            put_all(branch, &mended);
            branch.roster.people.extend(new);
        });
        desk.offer_undo(what, move |desk| {
            desk.change(|branch| {
                put_all(branch, &before);
                let people = &mut branch.roster.people;
                people.retain(|person| !ids.contains(&person.id));
            });
        });
        self.put_away();
    }
}

fn put_all(branch: &mut Branch, people: &[Person]) {
    for person in people {
        branch.roster.put_back(0, person);
    }
}

/// "thêm 3 người, sửa 1 người"
pub fn in_words(new: usize, mended: usize) -> String {
    let parts = [("thêm", new), ("sửa", mended)].into_iter();
    let parts = parts.filter(|(_, count)| *count > 0);
    let parts: Vec<_> = parts
        .map(|(what, count)| format!("{what} {count} người"))
        .collect();
    parts.join(", ")
}

/// Where the table comes in.
pub fn ways_in(import: Import) -> View {
    let text = RwSignal::new(String::new());
    let open = move || import.open(text.get_untracked().as_bytes());
    let area = el("textarea")
        .attr("id", "paste-table")
        .attr("aria-describedby", "paste-hint")
        .attr("rows", "4")
        .on("input", move |event| text.set(event_target_value(&event)))
        // What was pasted stands in the field a moment later.
        .on("paste", move |_| soon(move || if text.is_there() { open(); }));
    let label = el("label")
        .attr("for", "paste-table")
        .with("Dán bảng vào đây");
    let how = hint(
        "Trong Excel, chọn các ô có họ tên, đối tượng, chức vụ, tổ (cả dòng tên cột), chép rồi dán vào ô này. Chưa giữ lại gì trước khi xem.",
    );
    let field = el("div")
        .class("field")
        .with((label, how.attr("id", "paste-hint"), area));
    let failed = live(move || import.failed.get().map(|why| notice(Kind::Failed, p(why))));
    let opening = live(move || {
        let opening = import.opening.get();
        opening.then(|| notice(Kind::Plain, p("Đang mở tệp Excel…")))
    });
    let buttons = actions((
        button("button", "Xem trước", open),
        file_button(
            "Mở tệp Excel hoặc CSV",
            "button-quiet",
            MAX_WORKBOOK,
            move |file: Chosen| import.open_file(file.bytes),
        ),
        button("button-quiet", "Thôi", move || import.screen.done()),
    ));
    let content = stack((h2("Lấy từ Excel"), failed, opening, field, buttons));
    drop_zone(content, move |files| read_first(import, files)).view()
}

fn read_first(import: Import, files: Vec<Picked>) {
    later(async move {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        let bytes = file.bytes(MAX_WORKBOOK).await;
        if import.failed.is_there() {
            import.open_file(bytes);
        }
    });
}
