//! What the page takes up on the device, and the file by which something of it may go.

use super::{El, Kind, button, check, each, el, file_button, live, notice, p, stack};
use crate::browser::files::Chosen;
use crate::browser::page;
use crate::signal::RwSignal;

/// How full the browser's room is, in percent; from four fifths on it shows as nearly full.
pub fn meter(percent: usize) -> El {
    el("meter")
        .attr("min", "0")
        .attr("max", "100")
        .attr("high", "80")
        .attr("optimum", "0")
        .made_attr("value", percent.to_string())
        .attr("aria-label", "Chỗ đã dùng, phần trăm")
}

/// As the browsers count: two bytes a unit. "17 KB", "8,1 MB"
pub fn size(units: usize) -> String {
    match (units * 2).div_ceil(1024) {
        kilobytes @ 0..1024 => format!("{kilobytes}\u{a0}KB"),
        kilobytes => match (kilobytes / 1024, kilobytes % 1024 * 10 / 1024) {
            (whole, 0) => format!("{whole}\u{a0}MB"),
            (whole, tenths) => format!("{whole},{tenths}\u{a0}MB"),
        },
    }
}

/// What can be put away, a button each; its steps begin at the heading `#put-away`.
pub fn put_away_rows<T: Clone + Send + Sync + 'static>(
    of: Vec<(String, T)>,
    asked: RwSignal<Option<T>>,
) -> El {
    let row = move |(label, one): (String, T)| {
        let open = move || {
            asked.set(Some(one.clone()));
            page::focus("#put-away");
        };
        let button = el("button").kind("button").class("more");
        el("li").with(button.with(el("span").with(label)).on_click(open))
    };
    el("ul").class("rows").with(each(of, row))
}

pub fn put_away_heading(words: String) -> El {
    el("h3")
        .attr("id", "put-away")
        .attr("tabindex", "-1")
        .with(words)
}

/// The file `name` of a year was given out: the person tries it or says that it is safe, then the year may
/// `go`. `look` says whether a picked file, by its name, holds the same as the device; `whole` that it does.
pub fn once_safe(
    year: i32,
    name: &str,
    most: usize,
    whole: &'static str,
    look: impl Fn(Chosen) -> Result<(String, bool), String> + 'static,
    go: impl Fn() + 'static,
) -> El {
    let safe = RwSignal::new(false);
    let checked = RwSignal::new(None::<Result<(), String>>);
    let pick = move |chosen| {
        let found = look(chosen).and_then(|(name, same)| {
            same.then_some(()).ok_or_else(|| {
                format!("“{name}” không phải tệp vừa lưu của năm {year}. Chọn lại, hoặc lưu tệp lần nữa.")
            })
        });
        safe.set(found.is_ok());
        checked.set(Some(found));
    };
    let told = live(move || {
        checked.get().map(|found| match found {
            Ok(()) => notice(Kind::Done, p(whole)),
            Err(sentence) => notice(Kind::Failed, p(sentence)),
        })
    });
    let agreed = check(
        format!("Đã thấy tệp năm {year}, và đã chép thêm một bản ở nơi khác"),
        (),
        safe.into(),
        move |on| safe.set(on),
    );
    let act = move || {
        if safe.get_untracked() {
            go();
        }
    };
    let go = button("button wide", format!("Cất năm {year} khỏi máy"), act)
        .live_attr("disabled", move || (!safe.get()).then(String::new));
    stack((
        notice(
            Kind::Plain,
            p(format!(
                "Đã đưa ra tệp {name}. Trang không biết tệp đã nằm chắc trên máy chưa: tìm tệp ấy, thường ở mục Tải về, và mở thử."
            )),
        ),
        file_button("Mở thử tệp vừa lưu", "button-quiet", most, pick),
        told,
        agreed,
        go,
    ))
}
