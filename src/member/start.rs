//! The first start, in under a minute: four answers, or a pack that fills in the rest. Also one
//! more handbook, for another year.

use leptos::prelude::*;

use crate::book::{Book, book};
use crate::browser::{page, random};
use crate::domain::calendar::YEARS;
use crate::domain::{Handbook, Profile, Standing};
use crate::member::branch_file::{Found, Offered, describe, read};
use crate::route::{DataRoute, Route};
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Choice, Content, El, Field, Icon, Kind, View, Wrong, b, button, choices, el, error_of,
    error_summary, eyebrow, field, file_button, form, h1, h2, hint, icon, link, live, notice, p,
};

/// The form, kept as typed until it is right.
#[derive(Clone, Default, PartialEq)]
struct Form {
    profile: Profile,
    year: String,
}

pub fn screen() -> View {
    let book = book();
    let today = book.today.get_untracked();
    // The sample's made-up person begins nothing.
    let before = book.own();
    let first = before.is_none();
    let filled = RwSignal::new(Form {
        year: before
            .as_ref()
            .map_or(today.year(), |before| before.year + 1)
            .to_string(),
        profile: before
            .as_ref()
            .map(|before| before.profile.clone())
            .unwrap_or_default(),
    });
    let offered = RwSignal::new(None::<Offered>);
    let refused = RwSignal::new(None::<String>);
    let wrong = RwSignal::new(Vec::<Wrong>::new());

    let take = move |file| match read(&file) {
        Ok(Found::Pack(pack)) => {
            filled.update(|form| {
                form.year = pack.pack.year.to_string();
                if !pack.pack.branch.is_empty() {
                    form.profile.branch.clone_from(&pack.pack.branch);
                }
            });
            refused.set(None);
            offered.set(Some(pack));
        }
        Ok(Found::Feedback(_)) => {
            let words = "Đây là phiếu nhận xét. Lập sổ trước, rồi mở tệp này ở “Gửi”.";
            refused.set(Some(words.to_owned()));
        }
        Err(sentence) => refused.set(Some(sentence)),
    };
    let begin = move || {
        let found = offered
            .with_untracked(|offered| filled.with_untracked(|form| check(form, offered.as_ref())));
        match found {
            Err(found) => {
                wrong.set(found);
                page::focus(".error-summary");
            }
            Ok(year) => {
                let profile = filled.with_untracked(|form| form.profile.clone());
                let id = random::document_id();
                let before =
                    book.peek(|handbook| Some(handbook.begin_next(id.clone(), year, today)));
                let mut handbook =
                    before.unwrap_or_else(|| Handbook::begin(id, year, profile.clone(), today));
                handbook.profile = profile;
                if let Some(Offered { version, pack }) = offered.get_untracked() {
                    let _ = handbook.take_pack(version, pack);
                }
                if book.open_new(handbook) {
                    page::replace(&Route::Today.to_string());
                } else {
                    // Why not stands above it.
                    page::focus_heading();
                }
            }
        }
    };

    let part = move |read: fn(&Form) -> String| Signal::derive(move || filled.with(read));
    let wrong = wrong.into();
    let name = Field::new(
        "name",
        "Họ và tên",
        part(|form| form.profile.name.clone()),
        move |text| filled.update(|form| form.profile.name = text),
    )
    .error(error_of(wrong, "name"));
    let duty = Field::new(
        "duty",
        "Chức vụ, công việc",
        part(|form| form.profile.duty.clone()),
        move |text| filled.update(|form| form.profile.duty = text),
    )
    .hint("Ví dụ: Chuyên viên tiếp nhận hồ sơ");
    let branch = Field::new(
        "branch",
        "Chi bộ, đơn vị",
        part(|form| form.profile.branch.clone()),
        move |text| filled.update(|form| form.profile.branch = text),
    );
    let year = Field::new("year", "Năm", part(|form| form.year.clone()), move |text| {
        filled.update(|form| form.year = text)
    })
    .day()
    .error(error_of(wrong, "year"));
    let standing = Signal::derive(move || {
        filled.with(|form| standing_value(form.profile.standing).to_owned())
    });

    let pack = live(move || match (refused.get(), offered.get()) {
        (Some(sentence), _) => notice(Kind::Failed, p(sentence)),
        (None, Some(pack)) => notice(
            Kind::Done,
            (
                p(b(describe(&pack.pack))),
                p("Điền nốt họ tên và công việc bên dưới."),
            ),
        ),
        (None, None) => {
            hint("Nếu chi bộ đã gửi tệp. Tệp điền sẵn tên chi bộ, chuẩn mực và chuyên đề.")
        }
    });
    let heading = live(move || {
        if offered.with(Option::is_some) {
            "Điền nốt"
        } else {
            "Hoặc tự điền"
        }
    });
    let standing = choices(
        "choices",
        "standing",
        "Là",
        standings(),
        standing,
        move |value| {
            filled.update(|form| form.profile.standing = standing_of(&value));
        },
    );
    let words = live(move || format!("Bắt đầu sổ tay {} ", filled.with(|form| form.year.clone())));
    let form = form(
        begin,
        (
            h2(heading),
            field(name.name()),
            standing,
            live(move || offered.get().map(|offered| post_choice(&offered, filled))),
            field(duty),
            field(branch),
            field(year),
            el("button")
                .class("button wide")
                .with((words, icon(Icon::Go))),
            hint("Điều nào cũng sửa lại được sau."),
        ),
    );
    (
        eyebrow("Sổ tay làm theo"),
        first.then(welcome),
        first.then(|| lost(book)),
        (!first).then(|| h1("Thêm sổ tay")),
        error_summary(wrong),
        file_button(
            "Mở bộ chuẩn mực của chi bộ",
            "button-quiet wide",
            1 << 20,
            take,
        ),
        pack,
        form,
        first.then(others),
    )
        .view()
}

/// Someone who has written here before must not think that it is all gone.
fn lost(book: Book) -> Option<El> {
    let lost = untrack(|| book.set_aside.with(Vec::len) + book.recoverable.with(Vec::len));
    (lost > 0).then(|| {
        let way = link("link", &DataRoute::Restore, "Lấy lại");
        let words = "Trên máy này có sổ tay bị hỏng hoặc đã xóa mà còn lấy lại được.";
        notice(Kind::Warn, (p(words), way))
    })
}

fn welcome() -> (El, El) {
    (
        h1("Sổ tay của riêng mình"),
        p(
            "Ghi việc đăng ký làm theo, mỗi tháng tự đánh giá một phút. Mọi điều viết ra nằm trên máy này, không cần tài khoản, không cần mạng.",
        ),
    )
}

fn others() -> El {
    let book = book();
    let look = move || {
        book.open_sample();
        page::go(&Route::Today.to_string());
    };
    let name = |name: &'static str| el("span").with(name);
    el("ul").class("rows").with((
        el("li").with(button("more", name("Xem thử sổ tay mẫu"), look)),
        el("li").with(link(
            "",
            &DataRoute::Restore,
            name("Khôi phục từ bản sao lưu"),
        )),
        el("li").with(link("", &"#/chi-bo", name("Bàn làm việc của chi bộ"))),
        el("li").with(link("", &"#/huong-dan", name("Hướng dẫn"))),
        el("li").with(link("", &DataRoute::About, name("Giới thiệu"))),
    ))
}

/// The year when all is right; else what is wrong, field by field.
fn check(form: &Form, offered: Option<&Offered>) -> Result<i32, Vec<Wrong>> {
    let mut wrong = Vec::new();
    if form.profile.name.trim().is_empty() {
        wrong.push((
            "name",
            "Viết họ và tên, như trong danh sách của chi bộ".to_owned(),
        ));
    }
    let year = form
        .year
        .trim()
        .parse()
        .ok()
        .filter(|year| YEARS.contains(year));
    match (year, offered) {
        (None, _) => wrong.push((
            "year",
            format!("Viết năm bằng bốn chữ số, ví dụ {}", "2026"),
        )),
        (Some(year), Some(offered)) if offered.pack.year != year => {
            wrong.push((
                "year",
                format!(
                    "Bộ chuẩn mực đã mở là của năm {}: sổ phải cùng năm",
                    offered.pack.year
                ),
            ));
        }
        _ => {}
    }
    match year {
        Some(year) if wrong.is_empty() => Ok(year),
        _ => Err(wrong),
    }
}

pub fn standings() -> Vec<Choice> {
    let hint = |standing: Standing| match standing {
        Standing::Member => "Thường đăng ký 2 việc một năm",
        Standing::NonMember => "Thường đăng ký 1 việc một năm",
    };
    Standing::ALL
        .map(|standing| Choice::new(standing_value(standing), standing.name()).hint(hint(standing)))
        .into()
}

pub fn standing_value(standing: Standing) -> &'static str {
    match standing {
        Standing::Member => "member",
        Standing::NonMember => "non_member",
    }
}

pub fn standing_of(value: &str) -> Standing {
    if value == "non_member" {
        Standing::NonMember
    } else {
        Standing::Member
    }
}

/// Asked only where the pack has standards for named posts.
fn post_choice(offered: &Offered, filled: RwSignal<Form>) -> Option<El> {
    let posts = offered.pack.posts();
    let chosen =
        Signal::derive(move || filled.with(|form| form.profile.post.clone().unwrap_or_default()));
    (!posts.is_empty()).then(|| {
        let options = posts
            .iter()
            .map(|post| Choice::new(post.clone(), post.clone()))
            .collect();
        choices(
            "choices",
            "post",
            "Chuẩn mực dành cho vị trí",
            options,
            chosen,
            move |post| filled.update(|form| form.profile.post = Some(post)),
        )
    })
}
