//! Tệp cứu hộ: what boot.js saved when no program ran, put back; and what was being typed then.

use crate::book::book;
use crate::browser::files::Chosen;
use crate::browser::text::nfc;
use crate::browser::timer::{later, pause};
use crate::browser::{page, random};
use crate::coded::{code_field, reveal};
use crate::domain::Day;
use crate::exchange::rescue::{MAX_RESCUE_BYTES, Rescue, open_rescue};
use crate::route::{DataRoute, Route};
use crate::signal::RwSignal;
use crate::storage::{
    BroughtBack, Fault, Key, LocalStorage, Place as _, bring_back, is_locked_otherwise, unlocked,
};
use crate::ui::{
    Content, El, Icon, Kind, View, Wrong, actions, button, each, el, file_button, form, h1, h2,
    icon, link, live, muted, notice, p, stack,
};

type Answer = RwSignal<Option<Result<Rescue, String>>>;

pub fn screen() -> View {
    let answer: Answer = RwSignal::new(None);
    let pick = move |file| answer.set(Some(read(file)));
    let found = live(move || {
        answer.get().map(|found| match found {
            Ok(file) => preview(&file, answer),
            Err(sentence) => notice(Kind::Failed, p(sentence)),
        })
    });
    (
        h1("Mở tệp cứu hộ"),
        p("Tệp cứu hộ là tệp đã lưu ở màn hình báo lỗi, tên bắt đầu bằng “so-tay_cuu-ho”. Mở ở đây để đưa mọi thứ trong tệp trở lại máy."),
        file_button("Chọn tệp cứu hộ", "button-quiet", MAX_RESCUE_BYTES, pick),
        found,
        p(link("link", &DataRoute::Kept, (icon(Icon::Left), "Dữ liệu của tôi"))),
    )
        .view()
}

fn read(file: Chosen) -> Result<Rescue, String> {
    let Chosen { name, bytes } = file;
    let Some(bytes) = bytes else {
        return Err(format!(
            "“{name}” lớn quá 32 MB hoặc không đọc được. Chọn tệp khác."
        ));
    };
    open_rescue(&bytes).map_err(|problem| format!("“{name}”: {}", problem.sentence()))
}

fn preview(file: &Rescue, answer: Answer) -> El {
    let kept = file.kept.clone();
    let done = RwSignal::new(None::<Result<BroughtBack, Fault>>);
    // Beneath a lock: what was sealed stays so, and the next opening seals the rest.
    let beneath = LocalStorage::beneath().ok_or(Fault::Denied);
    let locked = beneath.and_then(|beneath| is_locked_otherwise(&beneath, &kept));
    let leave = button("link", "Thôi", move || answer.set(None));
    let ways = if locked == Ok(true) {
        ask(leave, kept, done)
    } else {
        let act = move || done.set(Some(put(LocalStorage::beneath(), &kept)));
        actions((button("button", PUT, act), leave))
    };
    let day = file.exported_at.get(..10).and_then(|day| day.parse().ok());
    let day = day.map(|day: Day| format!("Ghi ngày {day}. "));
    stack((
        h2("Trong tệp"),
        p(format!("{} phần đã lưu trên máy.", file.kept.len())),
        muted((day, "Phần nào máy đang có thì giữ nguyên bản trên máy.")),
        ways,
        live(move || done.get().map(told)),
        typed(&file.typed),
    ))
}

/// What came back is known to this page at once.
fn put(storage: Option<LocalStorage>, texts: &[(String, String)]) -> Result<BroughtBack, Fault> {
    let told = bring_back(&storage.ok_or(Fault::Denied)?, texts)?;
    for (name, _) in texts {
        if let Some(Key::Handbook(id)) = Key::parse(name) {
            book().follow_other_tab(&id);
        }
    }
    Ok(told)
}

const PUT: &str = "Đưa trở lại máy";

/// What another lock guards is opened by its own code, and lies here as all the rest does.
fn ask(
    leave: El,
    kept: Vec<(String, String)>,
    done: RwSignal<Option<Result<BroughtBack, Fault>>>,
) -> El {
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let busy = RwSignal::new(false);
    let submit = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let kept = kept.clone();
        later(async move {
            pause().await;
            if !busy.is_there() {
                return;
            }
            busy.set(false);
            let typed = nfc(&code.get_untracked());
            let texts = random::for_keys().and_then(|random| unlocked(&kept, &typed, random));
            match texts {
                Some(texts) => {
                    wrong.set(Vec::new());
                    done.set(Some(put(LocalStorage::probe(), &texts)));
                }
                None => {
                    let sentence = "Mã không đúng với tệp này: chưa đưa gì vào máy";
                    wrong.set(vec![("code", sentence.to_owned())]);
                    page::focus("#code");
                }
            }
        });
    };
    let words = live(move || if busy.get() { "Đang mở…" } else { PUT });
    stack((
        p(
            "Tệp này khóa bằng mã, và máy này không khóa bằng mã ấy. Gõ mã đã dùng lúc lưu tệp; vào máy này rồi thì khóa hay không là theo máy này.",
        ),
        form(
            submit,
            (
                code_field("code", "Mã khóa lúc lưu tệp", code, wrong),
                reveal(&["code"]),
                actions((el("button").class("button").with(words), leave)),
            ),
        ),
    ))
}

fn told(result: Result<BroughtBack, Fault>) -> El {
    match result {
        Ok(BroughtBack {
            written,
            same,
            differ,
            locked,
        }) => notice(
            Kind::Plain,
            (
                p(format!(
                    "Đã đưa trở lại {written} phần; {same} phần máy đã có y như vậy; {differ} phần máy có bản khác, giữ bản trên máy."
                )),
                (locked > 0).then(|| {
                    p(format!(
                        "{locked} phần trong tệp không mở được bằng mã ấy nên để lại trong tệp."
                    ))
                }),
                p(link("button", &Route::Today, "Mở sổ tay")),
            ),
        ),
        Err(fault) => notice(
            Kind::Failed,
            p((
                "Chưa đưa trở lại được, máy vẫn như trước. ",
                fault.sentence(),
            )),
        ),
    }
}

/// To be copied by hand to where it belongs.
fn typed(fields: &[(String, String)]) -> Option<El> {
    let field = |(_, text): &(String, String)| el("p").class("quoted").with(text.clone());
    (!fields.is_empty()).then(|| stack((h2("Chữ đang viết dở lúc dừng"), each(fields, field))))
}
