//! Turning the lock on: the code twice, and when it locks itself.

use std::rc::Rc;

use super::lock::{UNSAVED, away, reload_unlocked, sentence};
use crate::book::book;
use crate::browser::timer::{later, pause};
use crate::browser::{page, random};
use crate::coded::{check, code_field, reveal};
use crate::lock::{Away, DataKey, Lock};
use crate::signal::RwSignal;
use crate::storage::{LocalStorage, NotDone, Sealer, turn_on};
use crate::ui::{
    Content, Field, View, Wrong, b, el, error_of, error_summary, field, form, live, p,
};

pub fn content(storage: Rc<LocalStorage>) -> View {
    let code = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let when = RwSignal::new(Away::default());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let busy = RwSignal::new(false);
    let submit = move || {
        if busy.get_untracked() {
            return;
        }
        let faults = code.with_untracked(|code| again.with_untracked(|again| check(code, again)));
        let stopped = !faults.is_empty();
        wrong.set(faults);
        if stopped {
            return page::focus(".error-summary");
        }
        busy.set(true);
        let storage = Rc::clone(&storage);
        later(async move {
            // The words "Đang khóa…" first: what follows takes a second on a slow phone.
            pause().await;
            let result = if book().all_saved() {
                on(&storage, &code.get_untracked(), when.get_untracked())
                    .map_err(|error| sentence(&error))
            } else {
                Err(UNSAVED.to_owned())
            };
            match result {
                Ok(key) => reload_unlocked(&key),
                Err(sentence) if wrong.is_there() => {
                    busy.set(false);
                    wrong.set(vec![("code", sentence)]);
                    page::focus(".error-summary");
                }
                Err(_) => {}
            }
        });
    };
    let first = Field::new("code", "Mã khóa", code.into(), move |text| code.set(text))
        .hint("Ít nhất 6 chữ hoặc số. Một câu ngắn dễ nhớ thì chắc hơn sáu con số.")
        .secret()
        .error(error_of(wrong.into(), "code"));
    let words = live(move || {
        if busy.get() {
            "Đang khóa…"
        } else {
            "Bật khóa"
        }
    });
    (
        p("Mọi sổ tay và chi bộ trên máy này được mã hóa; mỗi lần mở trang phải gõ mã.")
            .class("lead"),
        p((
            b("Quên mã thì không ai mở lại được."),
            " Trước khi bật, hãy lưu một bản sao ra tệp và cất riêng.",
        )),
        error_summary(wrong.into()),
        form(
            submit,
            (
                field(first),
                code_field("again", "Gõ lại mã", again, wrong),
                reveal(&["code", "again"]),
                away(when.into(), move |away| when.set(away)),
                el("button").class("button").with(words),
            ),
        ),
    )
        .view()
}

fn on(storage: &LocalStorage, code: &str, away: Away) -> Result<DataKey, NotDone> {
    let random = random::for_keys().ok_or(NotDone::NoKey)?;
    let mut bytes = [0; 32];
    random(&mut bytes);
    let key = DataKey::new(bytes);
    let lock = Lock::new(code, &key, away, &*random).ok_or(NotDone::NoKey)?;
    turn_on(storage, &Sealer::new(key.clone(), random), &lock)?;
    Ok(key)
}
