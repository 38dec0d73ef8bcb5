//! A backup behind a code: making one, and the code that opens one.

use super::lock::good_random;
use super::lock_off::check;
use crate::book::book;
use crate::browser::text::nfc;
use crate::browser::timer::{later, pause};
use crate::browser::{clock, page};
use crate::exchange::sealed::{SealedFile, seal_file};
use crate::member::backup::{backup_file, give};
use crate::signal::RwSignal;
use crate::ui::{
    El, Field, Wrong, actions, button, details, el, error_of, error_summary, field, form, live, p,
    stack,
};

/// Saves a backup that only the code opens.
pub fn make() -> El {
    let book = book();
    let (code, again) = (text(), text());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let busy = RwSignal::new(false);
    let submit = move || {
        let faults = code.with_untracked(|code| again.with_untracked(|again| check(code, again)));
        let stopped = !faults.is_empty();
        wrong.set(faults);
        if stopped || busy.get_untracked() {
            return page::focus(".error-summary");
        }
        busy.set(true);
        later(async move {
            // The words "Đang khóa tệp…" first.
            pause().await;
            if !busy.is_there() {
                return;
            }
            busy.set(false);
            let file = backup_file(book).and_then(|(name, text)| {
                let random = good_random()?;
                let code = nfc(&code.get_untracked());
                Some((name, seal_file(&text, &code, &clock::now(), &*random)?))
            });
            match file {
                Some((name, text)) => give(book, name.replace("sao-luu", "sao-luu-co-ma"), text),
                None => {
                    let sentence = "Chưa lưu được: máy không đủ bộ nhớ để tạo khóa. Đóng bớt ứng dụng rồi thử lại.";
                    wrong.set(vec![("code", sentence.to_owned())]);
                    page::focus(".error-summary");
                }
            }
        });
    };
    let words = live(move || {
        if busy.get() {
            "Đang khóa tệp…"
        } else {
            "Lưu bản sao có mã"
        }
    });
    let of = |id, label, text: RwSignal<String>| {
        let code = Field::new(id, label, text.into(), move |typed| text.set(typed));
        field(code.secret().error(error_of(wrong.into(), id)))
    };
    let content = (
        p("Tệp chỉ mở được bằng mã này; quên mã thì không ai mở được."),
        error_summary(wrong.into()),
        form(
            submit,
            (
                of("code", "Mã của tệp", code),
                of("again", "Gõ lại mã", again),
                el("button").class("button-quiet").with(words),
            ),
        ),
    );
    details("Lưu bản sao có mã", content)
}

fn text() -> RwSignal<String> {
    RwSignal::new(String::new())
}

/// Asks for the code of a file, and hands on what is in it.
pub fn ask(
    file: SealedFile,
    opened: impl Fn(String) + Clone + 'static,
    leave: impl Fn() + 'static,
) -> El {
    let code = text();
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let submit = move || {
        let (file, opened) = (file.clone(), opened.clone());
        later(async move {
            pause().await;
            if !code.is_there() {
                return;
            }
            match file.open(&nfc(&code.get_untracked())) {
                Some(text) => opened(text),
                None => {
                    let sentence = "Không mở được: mã không đúng, hoặc tệp đã bị sửa hay hỏng";
                    wrong.set(vec![("file-code", sentence.to_owned())]);
                    page::focus("#file-code");
                }
            }
        });
    };
    let asked = Field::new("file-code", "Mã của tệp", code.into(), move |typed| {
        code.set(typed)
    });
    stack((
        p("Tệp này có mã."),
        form(
            submit,
            (
                field(asked.secret().error(error_of(wrong.into(), "file-code"))),
                actions((
                    el("button").class("button").with("Mở tệp"),
                    button("link", "Thôi", leave),
                )),
            ),
        ),
    ))
}
