//! The first start, in under a minute: four answers, or a pack that fills in the rest. Also one
//! more handbook, for another year.

use leptos::prelude::*;

use crate::book::book;
use crate::browser::{page, random};
use crate::domain::calendar::YEARS;
use crate::domain::{Handbook, Profile, Standing};
use crate::member::pack_file::{Offered, describe, read_pack};
use crate::route::Route;
use crate::ui::{
    Choice, Field, Icon, Kind, Wrong, choices, error_of, error_summary, field, file_button, icon,
    notice,
};

/// The form, kept as typed until it is right.
#[derive(Clone, Default, PartialEq)]
struct Form {
    profile: Profile,
    year: String,
}

pub fn screen() -> AnyView {
    let book = book();
    let first = book.peek(|handbook| Some(handbook.year)).is_none();
    let today = book.today.get_untracked();
    let form = RwSignal::new(Form {
        profile: book.peek(|handbook| handbook.profile.clone()),
        year: book
            .peek(|handbook| Some(handbook.year + 1))
            .unwrap_or(today.year())
            .to_string(),
    });
    let offered = RwSignal::new(None::<Offered>);
    let refused = RwSignal::new(None::<String>);
    let wrong = RwSignal::new(Vec::<Wrong>::new());

    let take = move |file| match read_pack(&file) {
        Ok(pack) => {
            form.update(|form| {
                form.year = pack.pack.year.to_string();
                if !pack.pack.branch.is_empty() {
                    form.profile.branch.clone_from(&pack.pack.branch);
                }
            });
            refused.set(None);
            offered.set(Some(pack));
        }
        Err(sentence) => refused.set(Some(sentence)),
    };
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let found = offered
            .with_untracked(|offered| form.with_untracked(|form| check(form, offered.as_ref())));
        match found {
            Err(found) => {
                wrong.set(found);
                page::focus(".error-summary");
            }
            Ok(year) => {
                let profile = form.with_untracked(|form| form.profile.clone());
                let id = random::document_id();
                let before =
                    book.peek(|handbook| Some(handbook.begin_next(id.clone(), year, today)));
                let mut handbook =
                    before.unwrap_or_else(|| Handbook::begin(id, year, profile.clone(), today));
                handbook.profile = profile;
                if let Some(Offered { version, pack }) = offered.get_untracked() {
                    let _ = handbook.take_pack(version, pack);
                }
                book.open_new(handbook);
                page::replace(&Route::Today.to_string());
            }
        }
    };

    let part = move |read: fn(&Form) -> String| Signal::derive(move || form.with(read));
    let wrong = wrong.into();
    let name = Field::new(
        "name",
        "Họ và tên",
        part(|form| form.profile.name.clone()),
        move |text| form.update(|form| form.profile.name = text),
    )
    .error(error_of(wrong, "name"));
    let duty = Field::new(
        "duty",
        "Chức vụ, công việc",
        part(|form| form.profile.duty.clone()),
        move |text| form.update(|form| form.profile.duty = text),
    )
    .hint("Ví dụ: Chuyên viên tiếp nhận hồ sơ");
    let branch = Field::new(
        "branch",
        "Chi bộ, đơn vị",
        part(|form| form.profile.branch.clone()),
        move |text| form.update(|form| form.profile.branch = text),
    );
    let year = Field::new("year", "Năm", part(|form| form.year.clone()), move |text| {
        form.update(|form| form.year = text)
    })
    .day()
    .error(error_of(wrong, "year"));
    let standing =
        Signal::derive(move || form.with(|form| standing_value(form.profile.standing).to_owned()));

    view! {
        <p class="eyebrow">"Sổ tay làm theo"</p>
        {first.then(welcome)}
        {(!first).then(|| view! { <h1 tabindex="-1">"Thêm sổ tay"</h1> })}
        {error_summary(wrong)}
        {file_button("Mở bộ chuẩn mực của chi bộ", "button-quiet wide", 1 << 20, take)}
        {move || match (refused.get(), offered.get()) {
            (Some(sentence), _) => notice(Kind::Failed, view! { <p>{sentence}</p> }),
            (None, Some(pack)) => notice(Kind::Done, view! { <p><b>{describe(&pack.pack)}</b></p><p>"Điền nốt họ tên và công việc bên dưới."</p> }),
            (None, None) => view! { <p class="hint">"Nếu chi bộ đã gửi tệp. Tệp điền sẵn tên chi bộ, chuẩn mực và chuyên đề."</p> }.into_any(),
        }}
        <form class="stack" novalidate on:submit=begin>
            <h2>{move || if offered.with(Option::is_some) { "Điền nốt" } else { "Hoặc tự điền" }}</h2>
            {field(Field { autocomplete: "name", ..name })}
            {choices("choices", "standing", "Là", standings(), standing, move |value| {
                form.update(|form| form.profile.standing = standing_of(&value));
            })}
            {move || offered.get().map(|offered| post_choice(&offered, form))}
            {field(duty)}
            {field(branch)}
            {field(year)}
            <button class="button wide">{move || format!("Bắt đầu sổ tay {} ", form.with(|form| form.year.clone()))}{icon(Icon::Go)}</button>
            <p class="hint">"Điều nào cũng sửa lại được sau."</p>
        </form>
        {first.then(others)}
    }
    .into_any()
}

fn welcome() -> AnyView {
    view! {
        <h1 tabindex="-1">"Sổ tay của riêng mình"</h1>
        <p>"Ghi việc đăng ký làm theo, mỗi tháng tự đánh giá một phút. Mọi điều viết ra nằm trên máy này, không cần tài khoản, không cần mạng."</p>
    }
    .into_any()
}

fn others() -> AnyView {
    let book = book();
    let look = move |_| {
        book.open_sample();
        page::go(&Route::Today.to_string());
    };
    view! {
        <ul class="rows">
            <li><button type="button" on:click=look><span>"Xem thử sổ tay mẫu"</span></button></li>
            <li><a href=Route::Settings.to_string()><span>"Khôi phục từ bản sao lưu"</span></a></li>
            <li><a href=Route::About.to_string()><span>"Giới thiệu"</span></a></li>
        </ul>
    }
    .into_any()
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
fn post_choice(offered: &Offered, form: RwSignal<Form>) -> Option<AnyView> {
    let posts = offered.pack.posts();
    let chosen =
        Signal::derive(move || form.with(|form| form.profile.post.clone().unwrap_or_default()));
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
            move |post| form.update(|form| form.profile.post = Some(post)),
        )
    })
}
