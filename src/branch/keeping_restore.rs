//! Khôi phục: a backup or an archived year, from its file, after a look at what would change.

use leptos::prelude::*;

use crate::browser::files::Chosen;
use crate::browser::page;
use crate::browser::text::nfc;
use crate::coded;
use crate::desk::{Desk, desk};
use crate::domain::Day;
use crate::domain::branch::{Branch, Dossier};
use crate::domain::letters::visible;
use crate::exchange::sealed::{MAX_SEALED_BYTES, SealedFile, is_sealed, open_sealed};
use crate::exchange::{BranchBackup, open_branch_backup};
use crate::signal::RwSignal;
use crate::ui::{
    El, Kind, actions, button, each, el, file_button, h2, hint, live, muted, notice, p, stack,
};

/// A file that was opened and not yet put in place.
#[derive(Clone)]
struct Offered {
    name: String,
    on: Option<Day>,
    file: BranchBackup,
}

/// What a picked file turned out to be.
#[derive(Clone)]
enum Found {
    Open(Offered),
    /// A code opens it. By its name.
    Sealed(String, SealedFile),
}

type Answer = RwSignal<Option<Result<Found, String>>>;

pub fn section() -> El {
    stack((
        h2("Khôi phục"),
        p("Mở tệp sao lưu của chi bộ, hoặc tệp của một năm đã cất. Trước khi thay gì, trang cho xem sẽ thay những gì."),
        picker(),
    ))
    .attr("id", "restore")
}

/// The button alone, with what it finds: for a first start, too.
pub fn picker() -> El {
    let desk = desk();
    let answer: Answer = RwSignal::new(None);
    let pick = move |chosen| answer.set(Some(read(chosen)));
    let found = live(move || {
        answer.get().map(|found| match found {
            Ok(Found::Open(offered)) => untrack(|| preview(desk, offered, answer)),
            Ok(Found::Sealed(name, file)) => untrack(|| ask(name, file, answer)),
            Err(sentence) => notice(Kind::Failed, p(sentence)),
        })
    });
    let most = MAX_SEALED_BYTES;
    stack((
        file_button("Mở tệp sao lưu chi bộ", "button-quiet", most, pick),
        found,
    ))
}

/// What a file says, or the sentence for why it can't be taken.
pub fn open(chosen: Chosen) -> Result<(String, Option<Day>, BranchBackup), String> {
    let Chosen { name, bytes } = chosen;
    let Some(bytes) = bytes else {
        return Err(format!(
            "“{name}” lớn quá 64 MB hoặc không đọc được. Chọn tệp sao lưu khác."
        ));
    };
    match open_branch_backup(&bytes, &nfc) {
        Ok(file) => {
            let on = file.exported_at.get(..10).and_then(|day| day.parse().ok());
            Ok((name, on, file.payload))
        }
        Err(problem) => Err(format!("“{name}”: {}", problem.sentence())),
    }
}

fn read(chosen: Chosen) -> Result<Found, String> {
    match &chosen.bytes {
        Some(bytes) if is_sealed(bytes) => open_sealed(bytes)
            .map(|sealed| Found::Sealed(chosen.name.clone(), sealed))
            .map_err(|problem| format!("“{}”: {}", chosen.name, problem.sentence())),
        _ => open(chosen).map(|(name, on, file)| Found::Open(Offered { name, on, file })),
    }
}

fn ask(name: String, file: SealedFile, answer: Answer) -> El {
    let opened = move |text: String| {
        let bytes = Some(text.into_bytes());
        let name = name.clone();
        let found = open(Chosen { name, bytes });
        answer.set(Some(
            found.map(|(name, on, file)| Found::Open(Offered { name, on, file })),
        ));
    };
    coded::ask(file, opened, move || answer.set(None))
}

fn preview(desk: Desk, offered: Offered, answer: Answer) -> El {
    let Offered { name, on, file } = offered;
    let whose = &file.branch;
    let here = desk
        .shelved
        .with_untracked(|shelved| shelved.iter().find(|kept| kept.id == whose.id).cloned());
    let (heading, act, told) = match (file.archive_of, &here) {
        (Some(year), Some(_)) => (
            format!("{}, năm {year}", visible(&whose.name)),
            format!("Đưa năm {year} trở lại máy"),
            "Phần viết trên máy sau khi cất năm vẫn giữ; không có gì bị xóa.",
        ),
        (None, Some(_)) => (
            format!("{}: sẽ thay những gì", visible(&whose.name)),
            "Thay bằng nội dung trong tệp".to_owned(),
            "Phần bị thay được giữ lại trong các bản lưu khi còn chỗ, và có “Hoàn tác” ở đầu trang.",
        ),
        (_, None) => (
            visible(&whose.name),
            "Thêm chi bộ này vào máy".to_owned(),
            "Chi bộ này chưa có trên máy; chi bộ khác giữ nguyên.",
        ),
    };
    let table = comparison(desk, here.as_ref(), &file);
    let put = move || {
        if desk.restore(file.clone()).is_ok() {
            answer.set(None);
        }
        // What was done, or why not, stands at the top.
        page::focus_heading();
    };
    let from = on.map(|on| format!(" · ghi ngày {on}"));
    stack((
        el("h3").with(heading),
        muted((name, from)),
        table,
        hint(told),
        actions((
            button("button", act, put),
            button("link", "Thôi", move || answer.set(None)),
        )),
    ))
}

/// What is here and what is in the file, line by line.
fn comparison(desk: Desk, here: Option<&Branch>, file: &BranchBackup) -> El {
    let is_open = here.is_some_and(|here| desk.peek(|open| open.id == here.id));
    let people = |branch: &Branch| format!("{} người", branch.roster.people.len());
    let none = || "chưa có".to_owned();
    let mut lines = Vec::new();
    if file.archive_of.is_none() {
        let kept = here.map_or_else(none, people);
        lines.push(("Danh sách".to_owned(), kept, people(&file.branch)));
    }
    for year in years(file) {
        let of = |one: &&Dossier| one.year == year;
        let in_file = said(file.dossiers.iter().filter(of).count());
        let kept = match here {
            Some(here) if here.is_archived(year) => "đã cất ra tệp".to_owned(),
            Some(_) if is_open => desk.peek_dossiers(year, |held| said(held.len())),
            Some(here) => said(desk.shelf().read_year(&here.id, year).dossiers.len()),
            None => none(),
        };
        lines.push((format!("Hồ sơ năm {year}"), kept, in_file));
    }
    let column = |name: &'static str| el("th").attr("scope", "col").with(name);
    let head = el("tr").with(["Nội dung", "Trên máy", "Trong tệp"].map(column));
    let row = |(what, kept, in_file): (String, String, String)| {
        let what = el("th").attr("scope", "row").with(what);
        el("tr").with((what, el("td").with(kept), el("td").with(in_file)))
    };
    let table = el("table").with((el("thead").with(head), el("tbody").with(each(lines, row))));
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", "Trên máy và trong tệp")
        .with(table)
}

/// Those that the file has something of, ascending.
fn years(file: &BranchBackup) -> Vec<i32> {
    if let Some(year) = file.archive_of {
        return vec![year];
    }
    file.branch.years.iter().map(|year| year.year).collect()
}

fn said(dossiers: usize) -> String {
    match dossiers {
        0 => "chưa có".to_owned(),
        some => format!("{some} hồ sơ"),
    }
}
