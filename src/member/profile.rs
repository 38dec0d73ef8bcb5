//! Who keeps the handbook: everything said at the start can be changed here.

use leptos::prelude::*;

use crate::book::book;
use crate::domain::Profile;
use crate::member::start::{standing_of, standing_value, standings};
use crate::ui::{Choice, Field, choices, field};

pub fn section() -> AnyView {
    let book = book();
    let text = |id: &'static str,
                label: &'static str,
                read: fn(&Profile) -> String,
                place: fn(&mut Profile) -> &mut String| {
        Field::new(
            id,
            label,
            book.part(move |handbook| read(&handbook.profile)),
            move |text| {
                book.change(|handbook| *place(&mut handbook.profile) = text);
            },
        )
    };
    let name = text(
        "name",
        "Họ và tên",
        |profile| profile.name.clone(),
        |profile| &mut profile.name,
    );
    let duty = text(
        "duty",
        "Chức vụ, công việc",
        |profile| profile.duty.clone(),
        |profile| &mut profile.duty,
    );
    let branch = text(
        "branch",
        "Chi bộ, đơn vị",
        |profile| profile.branch.clone(),
        |profile| &mut profile.branch,
    );
    let standing = book.part(|handbook| standing_value(handbook.profile.standing).to_owned());
    let posts = book.peek(|handbook| handbook.pack.pack.posts());
    let post = book.part(|handbook| handbook.profile.post.clone().unwrap_or_default());
    let post = (!posts.is_empty()).then(|| {
        let options = posts
            .into_iter()
            .map(|post| Choice::new(post.clone(), post))
            .collect();
        choices(
            "choices",
            "post",
            "Chuẩn mực dành cho vị trí",
            options,
            post,
            move |post| {
                book.change(|handbook| handbook.profile.post = Some(post));
            },
        )
    });
    view! {
        <section class="stack">
            <h2>"Thông tin của tôi"</h2>
            {field(Field { autocomplete: "name", ..name }.error(Signal::derive(move || {
                book.read(|handbook| handbook.profile.name.trim().is_empty()).then(|| "Viết họ và tên, như trong danh sách của chi bộ".to_owned())
            })))}
            {choices("choices", "standing", "Là", standings(), standing, move |value| {
                book.change(|handbook| handbook.profile.standing = standing_of(&value));
            })}
            {post}
            {field(duty)}
            {field(branch)}
        </section>
    }
    .into_any()
}
