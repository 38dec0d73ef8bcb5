//! Versions that the page keeps by itself, and what could not be read.

use crate::browser::files::download;
use crate::desk::{Changes, Desk, desk};
use crate::domain::branch::{Branch, Dossier};
use crate::domain::{Day, DocumentId};
use crate::storage::Damaged;
use crate::ui::{Content, El, Kind, View, actions, b, button, details, each, el, live, notice, p};

/// Texts that could not be read: kept, and offered as files.
pub fn damaged() -> View {
    let desk = desk();
    live(move || {
        desk.damaged
            .with(|list| each(list, |one| one_damaged(desk, one)))
    })
}

fn one_damaged(desk: Desk, damaged: &Damaged) -> El {
    let key = damaged.key.clone();
    let discard = move || {
        if desk.shelf().discard(&key).is_ok() {
            desk.damaged
                .update(|list| list.retain(|one| one.key != key));
        }
    };
    let text = damaged.text.clone();
    let save = move || {
        download("so-tay_phan-hong.txt", &text);
    };
    notice(
        Kind::Warn,
        (
            p(b(damaged.what.clone())),
            p(
                "Phần này được để riêng, nguyên như cũ; phần còn lại vẫn dùng bình thường. Phiếu đã nhận thì nhận lại được, nếu còn tệp.",
            ),
            actions((
                button("button-quiet", "Lưu phần hỏng ra tệp", save),
                button("link", "Bỏ phần này", discard),
            )),
        ),
    )
}

/// Branches of which only earlier versions read: on the first start, too, since none is open then.
pub fn lost() -> View {
    let desk = desk();
    live(move || {
        desk.lost
            .with(|lost| each(lost, |branch| one_lost(desk, branch)))
    })
}

fn one_lost(desk: Desk, branch: &Branch) -> El {
    let words = format!(
        "Phần chung của {} không đọc được. Bản lưu gần nhất có {} người; hồ sơ từng người vẫn còn.",
        branch.name,
        branch.roster.people.len()
    );
    let branch = branch.clone();
    let open = move || {
        if desk.open_new(branch.clone()) {
            desk.enter_missing();
            let id = branch.id.clone();
            desk.lost.update(|lost| lost.retain(|one| one.id != id));
        }
    };
    let open = button("button-quiet", "Mở bản lưu gần nhất", open);
    notice(Kind::Warn, (p(words), actions(open)))
}

/// Of the open branch, newest first.
pub fn earlier() -> View {
    let desk = desk();
    let Some(id) = desk.peek(|branch| Some(branch.id.clone())) else {
        return View::Nothing;
    };
    let rows = rows(desk, &id);
    let summary = format!("Bản lưu tự động ({})", rows.len());
    let some = !rows.is_empty();
    let list = || {
        let words = "Trang tự giữ phần chung của chi bộ cuối mỗi buổi làm việc, và hồ sơ bị bản khác thay. Lấy lại một bản thì bản đang có hoàn tác được.";
        details(summary, (p(words), el("ul").class("rows").with(rows)))
    };
    some.then(list).view()
}

fn rows(desk: Desk, id: &DocumentId) -> Vec<El> {
    let mut rows = Vec::new();
    for version in desk.shelf().earlier_branches(id) {
        let people = version.document.roster.people.len();
        let what = format!("Phần chung, {people} người");
        let changes = Changes {
            branch: Some(version.document),
            dossiers: Vec::new(),
        };
        rows.push(row(desk, what, &version.saved_at, changes));
    }
    for version in desk.shelf().kept_dossiers(id) {
        let Dossier { person, year, .. } = &version.document;
        let whose = desk.peek(|branch| branch.roster.called(person));
        let what = format!("Hồ sơ {year} của {whose}");
        let changes = Changes {
            branch: None,
            dossiers: vec![version.document],
        };
        rows.push(row(desk, what, &version.saved_at, changes));
    }
    rows
}

fn row(desk: Desk, what: String, saved_at: &str, changes: Changes) -> El {
    let when = moment(saved_at);
    let said = format!("Đã lấy lại bản lưu {when}.");
    let take = move || {
        // A refusal is said above the screen.
        let _ = desk.commit_with_undo(said.clone(), changes.clone());
    };
    let words = el("span").with((when, el("small").with(what)));
    let value = el("span").class("value").with("lấy lại");
    let button = el("button").kind("button").with((words, value));
    el("li").with(button.on_click(take))
}

/// "22/11/2026 09:30" of an RFC 3339 moment.
fn moment(at: &str) -> String {
    let day = at.get(..10).and_then(|day| day.parse::<Day>().ok());
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{day} {}", at.get(11..16).unwrap_or_default())
}
