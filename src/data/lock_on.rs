//! A lock that is on: when it locks itself, locking now, another code, turning it off.

use std::rc::Rc;

use super::lock::{UNSAVED, away, sentence};
use crate::book::book;
use crate::browser::timer::{later, pause};
use crate::browser::{page, random, vault};
use crate::coded::{check, code_field, reveal};
use crate::lock::Lock;
use crate::signal::RwSignal;
use crate::storage::{
    LocalStorage, NotDone, Sealer, away as away_of, change, lock_of, turn_off, unlock,
};
use crate::ui::{
    Content, Kind, View, Wrong, b, button, details, el, error_summary, form, live, notice, p,
};

pub fn content(lock: Lock, storage: Rc<LocalStorage>) -> View {
    let said = RwSignal::new(None::<Result<&'static str, String>>);
    let told = live(move || {
        said.get().map(|said| match said {
            Ok(words) => notice(Kind::Plain, p(words)),
            Err(sentence) => notice(Kind::Failed, p(sentence)),
        })
    });
    let when = RwSignal::new(lock.away);
    let below = Rc::clone(&storage);
    let choose = move |chosen| {
        // The record may have another code by now.
        let current = lock_of(&*below).ok().flatten();
        let mut next = current.unwrap_or_else(|| lock.clone());
        next.away = chosen;
        match change(&*below, &next) {
            Ok(()) => {
                when.set(chosen);
                vault::lock_when_away(chosen.minutes());
            }
            Err(error) => said.set(Some(Err(sentence(&error)))),
        }
    };
    let now = move || match book().all_saved() {
        true => page::reload(),
        false => said.set(Some(Err(UNSAVED.to_owned()))),
    };
    (
        p((b("Khóa đang bật."), " Mỗi lần mở trang phải gõ mã.")).class("lead"),
        told,
        button("button", "Khóa ngay", now),
        away(when.into(), choose),
        details("Đổi mã", new_code(Rc::clone(&storage), said)),
        details("Tắt khóa", off(storage)),
    )
        .view()
}

const NOT_THE_CODE: &str = "Mã không đúng: chưa đổi gì";

/// Runs after the page had a moment to say that it is busy; its errors stand at the field.
fn run(
    wrong: RwSignal<Vec<Wrong>>,
    busy: RwSignal<bool>,
    field: &'static str,
    work: impl FnOnce() -> Result<(), String> + 'static,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    later(async move {
        pause().await;
        let result = work();
        if !busy.is_there() {
            return;
        }
        busy.set(false);
        let faults: Vec<_> = result
            .err()
            .map(|sentence| (field, sentence))
            .into_iter()
            .collect();
        let any = !faults.is_empty();
        wrong.set(faults);
        if any {
            page::focus(".error-summary");
        }
    });
}

fn new_code(
    storage: Rc<LocalStorage>,
    said: RwSignal<Option<Result<&'static str, String>>>,
) -> View {
    let (old, code, again) = (text(), text(), text());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let busy = RwSignal::new(false);
    let submit = move || {
        let faults = code.with_untracked(|code| again.with_untracked(|again| check(code, again)));
        let stopped = !faults.is_empty();
        wrong.set(faults);
        if stopped {
            return page::focus(".error-summary");
        }
        let storage = Rc::clone(&storage);
        run(wrong, busy, "old", move || {
            recode(&storage, &old.get_untracked(), &code.get_untracked())?;
            for text in [old, code, again] {
                text.set(String::new());
            }
            said.set(Some(Ok("Đã đổi mã. Từ nay mở bằng mã mới.")));
            Ok(())
        });
    };
    let words = live(move || {
        if busy.get() {
            "Đang đổi…"
        } else {
            "Đổi mã"
        }
    });
    (
        error_summary(wrong.into()),
        form(
            submit,
            (
                code_field("old", "Mã đang dùng", old, wrong),
                code_field("code", "Mã mới", code, wrong),
                code_field("again", "Gõ lại mã mới", again, wrong),
                reveal(&["old", "code", "again"]),
                el("button").class("button-quiet").with(words),
            ),
        ),
    )
        .view()
}

fn text() -> RwSignal<String> {
    RwSignal::new(String::new())
}

fn recode(storage: &LocalStorage, old: &str, code: &str) -> Result<(), String> {
    let key = unlock(storage, old).ok_or(NOT_THE_CODE)?;
    let random = random::for_keys().ok_or_else(|| sentence(&NotDone::NoKey))?;
    let away = away_of(storage);
    let lock = Lock::new(code, &key, away, &*random).ok_or_else(|| sentence(&NotDone::NoKey))?;
    change(storage, &lock).map_err(|error| sentence(&error))
}

fn off(storage: Rc<LocalStorage>) -> View {
    let code = text();
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let busy = RwSignal::new(false);
    let submit = move || {
        let storage = Rc::clone(&storage);
        run(wrong, busy, "off", move || {
            let key = unlock(&*storage, &code.get_untracked()).ok_or(NOT_THE_CODE)?;
            let random = random::for_keys().ok_or_else(|| sentence(&NotDone::NoKey))?;
            if !book().all_saved() {
                return Err(UNSAVED.to_owned());
            }
            turn_off(&*storage, &Sealer::new(key, random)).map_err(|error| sentence(&error))?;
            page::reload();
            Ok(())
        });
    };
    let words = live(move || {
        if busy.get() {
            "Đang mở…"
        } else {
            "Tắt khóa"
        }
    });
    (
        p("Tắt khóa thì mọi thứ nằm trên máy như trước khi khóa, ai mở được máy thì đọc được."),
        error_summary(wrong.into()),
        form(
            submit,
            (
                code_field("off", "Mã đang dùng", code, wrong),
                reveal(&["off"]),
                el("button").class("button-quiet").with(words),
            ),
        ),
    )
        .view()
}
