//! What stands before everything while a passcode locks it: the code, and what can be done without it.

use std::rc::Rc;

use super::erase;
use crate::browser::timer::{later, pause};
use crate::browser::{page, random, vault};
use crate::coded::{code_field, reveal};
use crate::lock::DataKey;
use crate::signal::RwSignal;
use crate::storage::{
    Fault, Key, LocalStorage, Sealed, Sealer, Shelf, away, finish, opens, unlock,
};
use crate::ui::{Content, View, Wrong, details, el, form, h1, live, p};

/// Asks for the code and calls `opened` when the storage is in the hands of the page.
pub fn screen(
    storage: Rc<LocalStorage>,
    opened: impl Fn() + Clone + 'static,
    erased: impl Fn() + Clone + 'static,
) -> View {
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let busy = RwSignal::new(false);
    let below = Rc::clone(&storage);
    let submit = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (storage, opened) = (Rc::clone(&below), opened.clone());
        later(async move {
            pause().await;
            let typed = code.get_untracked();
            let result = match unlock(&*storage, &typed) {
                None => Err(
                    "Mã không đúng. Thử lại; chữ hoa, chữ thường và dấu phải như lúc đặt."
                        .to_owned(),
                ),
                Some(key) => open(&storage, &key, Some(&typed))
                    .map_err(|fault| format!("Mã đúng, nhưng chưa mở được. {}", fault.sentence())),
            };
            match result {
                Ok(()) => opened(),
                Err(sentence) => {
                    busy.set(false);
                    wrong.set(vec![("code", sentence)]);
                    page::focus("#code");
                }
            }
        });
    };
    let words = live(move || {
        if busy.get() {
            "Đang mở…"
        } else {
            "Mở khóa"
        }
    });
    (
        h1("Sổ tay đang khóa"),
        p("Gõ mã để mở. Mọi thứ đã ghi vẫn còn nguyên trên máy này."),
        form(
            submit,
            (
                code_field("code", "Mã khóa", code, wrong),
                reveal(&["code"]),
                el("button").class("button").with(words),
            ),
        ),
        details(
            "Quên mã",
            (
                p("Không có cách nào mở lại khi quên mã, ai cũng vậy. Hãy thử những mã hay dùng; không giới hạn số lần."),
                p("Nếu có bản sao lưu: xóa hết ở đây, rồi khôi phục từ tệp."),
                start_anew(erased),
            ),
        ),
    )
        .view()
}

/// Deletes everything, unopened.
pub fn start_anew(erased: impl Fn() + 'static) -> View {
    erase::asked(move || {
        let storage = LocalStorage::beneath().ok_or(Fault::Denied)?;
        let (shelf, _) = Shelf::<Key>::open(Box::new(storage));
        shelf.delete_everything()?;
        erased();
        Ok(())
    })
}

/// With the key of a tab that was unlocked a moment ago.
pub fn pass(storage: &Rc<LocalStorage>, key: &DataKey) -> bool {
    let sealer = random::for_keys().map(|random| Sealer::new(key.clone(), random));
    sealer.is_some_and(|sealer| opens(&**storage, &sealer)) && open(storage, key, None).is_ok()
}

/// Brings the storage in order and gives it to the programs of the page.
pub fn open(storage: &Rc<LocalStorage>, key: &DataKey, code: Option<&str>) -> Result<(), Fault> {
    let sealer = Sealer::new(key.clone(), random::for_keys().ok_or(Fault::Denied)?);
    finish(&**storage, &sealer, code)?;
    vault::serve(Rc::new(Sealed::new(Rc::clone(storage), sealer)), key);
    vault::lock_when_away(away(&**storage).minutes());
    vault::watch_for_leaving();
    Ok(())
}
