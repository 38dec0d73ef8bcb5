//! A file behind a code, for every program that saves one: the form that makes it, and the question for the
//! code of one.

use crate::browser::text::nfc;
use crate::browser::timer::{later, pause};
use crate::browser::{clock, page, random};
use crate::exchange::sealed::{SealedFile, seal_file};
use crate::lock::SHORTEST_CODE;
use crate::signal::RwSignal;
use crate::ui::{
    El, Field, Wrong, actions, button, check as check_box, details, el, error_of, error_summary,
    field, form, live, p, stack,
};

/// Of a new code and its repetition.
pub fn check(code: &str, again: &str) -> Vec<Wrong> {
    if code.chars().count() < SHORTEST_CODE {
        vec![("code", "Mã quá ngắn: cần ít nhất 6 chữ hoặc số".to_owned())]
    } else if code != again {
        vec![(
            "again",
            "Hai lần gõ không giống nhau: gõ lại cả hai".to_owned(),
        )]
    } else {
        Vec::new()
    }
}

/// Seals a file, a backup with its name, behind a code, and hands it to `give`.
pub fn make(
    file: impl Fn() -> Option<(String, String)> + Clone + 'static,
    give: impl Fn(String, String) + Clone + 'static,
) -> El {
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
        let (file, give) = (file.clone(), give.clone());
        later(async move {
            // The words "Đang khóa tệp…" first.
            pause().await;
            if !busy.is_there() {
                return;
            }
            busy.set(false);
            let sealed = file().and_then(|(name, text)| {
                let random = random::for_keys()?;
                let code = nfc(&code.get_untracked());
                Some((name, seal_file(&text, &code, &clock::now(), &*random)?))
            });
            match sealed {
                Some((name, text)) => give(name.replace("sao-luu", "sao-luu-co-ma"), text),
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
    let content = (
        p("Tệp chỉ mở được bằng mã này; quên mã thì không ai mở được."),
        error_summary(wrong.into()),
        form(
            submit,
            (
                code_field("code", "Mã của tệp", code, wrong),
                code_field("again", "Gõ lại mã", again, wrong),
                reveal(&["code", "again"]),
                el("button").class("button-quiet").with(words),
            ),
        ),
    );
    details("Lưu bản sao có mã", content)
}

pub fn code_field(
    id: &'static str,
    label: &'static str,
    text: RwSignal<String>,
    wrong: RwSignal<Vec<Wrong>>,
) -> El {
    let code = Field::new(id, label, text.into(), move |typed| text.set(typed));
    field(code.secret().error(error_of(wrong.into(), id)))
}

/// Shows what is typed. Behind dots many phones offer no Vietnamese keyboard.
pub fn reveal(fields: &'static [&'static str]) -> El {
    let shown = RwSignal::new(false);
    check_box("Hiện mã khi gõ", (), shown.into(), move |on| {
        shown.set(on);
        page::reveal(fields, on);
    })
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
    stack((
        p("Tệp này có mã."),
        form(
            submit,
            (
                code_field("file-code", "Mã của tệp", code, wrong),
                reveal(&["file-code"]),
                actions((
                    el("button").class("button").with("Mở tệp"),
                    button("link", "Thôi", leave),
                )),
            ),
        ),
    ))
}
